"""Writes down which chimes a recording holds, and when each began.

A chime reaches the recorder as it left the player, sample for sample, and two that overlap are
added up. So what was heard is found by taking it away: where the silence ends, the chime that fits
begins; without it, the recording is silent up to the next one. A missing chime, a doubled one, one
that was cut or changed leaves something that fits nowhere. Only its first samples may be missing,
where the server has already given the recorder silence when it hears of the chime.
"""

from __future__ import annotations

from array import array
from operator import sub
from typing import NamedTuple

from hipstretch import paths
from hipstretch.core.chimes import Chime
from hipstretch.services.sound.sound_file import amplitude, read, scaled
from hipstretch.services.sound.synthesis import RECIPES
from tests.system.sound_server import Recording, loudness_at

LOOK = 0.08
"""Seconds of a chime that are enough to know it."""
MOST_SKIPPED = 0.02
"""Seconds that may be missing at its beginning."""
_BLOCK = 4096
_FITS = 1
"""How far, of 32767, a sample may be off: adding up rounds a little."""


class Heard(NamedTuple):
    """A chime and when it began; None for a sound that is no chime, or not a whole one."""

    chime: Chime | None
    at: float


def transcribe(recording: Recording, volume: float) -> list[Heard]:
    """The chimes of a recording in order; it ends with the first sound that is none."""
    ears = _Ears(recording, volume)
    found: list[Heard] = []
    at = ears.next_sound(0)
    while at is not None:
        known = ears.chime_at(at)
        chime, skipped = known or (None, 0)
        found.append(Heard(chime, recording.started + (at - skipped) / recording.rate))
        if chime is None:
            break
        ears.take_away(chime, skipped, at)
        at = ears.next_sound(at)
    return found


def opening_pitch(recording: Recording, at: float) -> Chime:
    """The chime whose declared pitch is the loudest from a moment on."""

    def loudness(chime: Chime) -> float:
        """How loud its pitch is there."""
        return loudness_at(recording, RECIPES[chime].pitch, at, 0.15)

    return max(Chime, key=loudness)


def _template(chime: Chime, volume: float) -> array[int]:
    """The samples of a chime from its first that is not silent."""
    path = paths.bundled("assets") / "sounds" / f"{chime.value}.wav"
    samples = array("h", scaled(read(path), amplitude(volume)).samples)
    first = next(at for at, sample in enumerate(samples) if sample)
    return samples[first:]


class _Ears:
    """The part of a recording that nothing is known of yet, and the chimes that may be in it."""

    def __init__(self, recording: Recording, volume: float) -> None:
        self._rest = array("h", recording.samples)
        self._look = round(LOOK * recording.rate)
        self._most_skipped = round(MOST_SKIPPED * recording.rate)
        self._chimes = {chime: _template(chime, volume) for chime in Chime}

    def next_sound(self, start: int) -> int | None:
        """Where the silence ends."""
        for block in range(start, len(self._rest), _BLOCK):
            samples = self._rest[block : block + _BLOCK]
            loud = (at for at, sample in enumerate(samples, block) if abs(sample) > _FITS)
            if any(samples) and (first := next(loud, None)) is not None:
                return self._first_of(first)
        return None

    def _first_of(self, at: int) -> int:
        """The first sample of the sound that is loud at some sample."""
        while at > 0 and self._rest[at - 1]:
            at -= 1
        return at

    def chime_at(self, at: int) -> tuple[Chime, int] | None:
        """The chime that is heard there and how much of it is missing; None where none fits."""
        heard = self._rest[at : at + self._look]
        for chime, samples in self._chimes.items():
            for skipped in range(self._most_skipped):
                if abs(samples[skipped] - heard[0]) <= _FITS and _fits(heard, samples, skipped):
                    return chime, skipped
        return None

    def take_away(self, chime: Chime, skipped: int, at: int) -> None:
        """Leave what a chime does not explain; a recording may end before it does."""
        samples = self._chimes[chime][skipped:]
        heard = self._rest[at : at + len(samples)]
        self._rest[at : at + len(heard)] = array("h", map(sub, heard, samples))


def _fits(heard: array[int], samples: array[int], skipped: int) -> bool:
    """Whether samples are those of a chime from some sample of it on, as far as both go."""
    pairs = zip(heard, samples[skipped : skipped + len(heard)], strict=False)
    return len(heard) > 1 and all(abs(left - right) <= _FITS for left, right in pairs)
