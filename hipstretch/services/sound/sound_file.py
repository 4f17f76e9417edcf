"""Reads the chimes' files."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path
from typing import NamedTuple

SAMPLE_BYTES = 2


class Sound(NamedTuple):
    """Samples of 16 bits in the machine's order of bytes, ready to be played."""

    samples: bytes
    rate: int
    channels: int

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / (self.rate * self.channels * SAMPLE_BYTES)


def read(path: Path) -> Sound:
    """Read a WAV file of 16 bits; raises OSError, EOFError or wave.Error."""
    with wave.open(str(path), "rb") as file:
        if file.getsampwidth() != SAMPLE_BYTES:
            raise wave.Error(f"{path.name} has no samples of 16 bits")
        return Sound(file.readframes(file.getnframes()), file.getframerate(), file.getnchannels())


def scaled(sound: Sound, factor: float) -> Sound:
    """The same sound with every sample times `factor`, which is at most 1."""
    share = round(factor * 65536)  # whole numbers are twice as fast, and no ear hears the rest
    samples = array("h", [sample * share + 32768 >> 16 for sample in array("h", sound.samples)])
    return sound._replace(samples=samples.tobytes())


def amplitude(volume: float) -> float:
    """The factor for the samples at a volume of 0 to 1.

    An ear takes a sound for half as loud at about a third of its amplitude; squares come near that,
    and leave the usual 70 % at half the amplitude.
    """
    return min(1.0, max(0.0, volume)) ** 2
