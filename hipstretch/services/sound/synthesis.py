"""Makes the chimes by arithmetic: `python -m hipstretch.services.sound.synthesis FOLDER`.

Notes of a mallet on wood, soft bells and sung breaths. Small speakers give little below 400 Hz and
turn harsh above 2500 Hz, so nearly everything lies between. The same numbers make the same bytes.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from operator import mul
from pathlib import Path
from typing import NamedTuple

from hipstretch.core.chimes import Chime

RATE = 48000
"""Samples a second."""
PEAK = 10 ** (-3 / 20)
"""The most that a sample may be; full scale is 1."""
LOUDNESS_WINDOW = 0.2
"""Seconds over which an ear takes the loudness of a short sound."""
_FULL_SCALE = 32767
_HOPS = 4


class Partial(NamedTuple):
    """One of the sines of a note: how far above its pitch, how loud, how soon it fades (s)."""

    ratio: float
    level: float
    fading: float


class Timbre(NamedTuple):
    """How a note sounds: seconds to come and to go, and its partials."""

    rise: float
    fall: float
    partials: tuple[Partial, ...]


class Note(NamedTuple):
    """A note from `start` on for some seconds; its pitch may glide to another one."""

    start: float
    hertz: float
    seconds: float
    level: float = 1.0
    to_hertz: float | None = None


class Recipe(NamedTuple):
    """How a chime is made; `loudness` is in decibels below full scale, of its loudest moment."""

    timbre: Timbre
    loudness: float
    notes: tuple[Note, ...]

    @property
    def pitch(self) -> float:
        """The pitch that the chime opens with; no other chime opens with the same."""
        return self.notes[0].hertz

    @property
    def seconds(self) -> float:
        """How long the chime is."""
        return max(note.start + note.seconds for note in self.notes)


_MALLET = Timbre(
    0.005, 0.08, (Partial(1, 1.0, 0.28), Partial(2, 0.16, 0.16), Partial(4, 0.05, 0.04))
)
_TICK = Timbre(0.004, 0.06, (Partial(1, 1.0, 0.06), Partial(2, 0.1, 0.03)))
_FELT = Timbre(0.03, 0.2, (Partial(1, 1.0, 0.4), Partial(2, 0.12, 0.2)))
_BELL = Timbre(
    0.008, 0.25, (Partial(1, 1.0, 0.5), Partial(1.5, 0.22, 0.3), Partial(2.01, 0.12, 0.2))
)
_BREATH = Timbre(0.35, 0.5, (Partial(1, 1.0, 9.0), Partial(2, 0.22, 9.0)))

_A4, _C5, _D5, _E5, _F5 = 440.0, 523.25, 587.33, 659.26, 698.46
_FIS5, _G5, _A5, _B5 = 739.99, 783.99, 880.0, 987.77
_C6, _D6, _E6 = 1046.5, 1174.66, 1318.51

RECIPES = {
    Chime.BEGIN: Recipe(_MALLET, -11.5, (Note(0, _E5, 0.7), Note(0.14, _A5, 0.9))),
    Chime.HALF: Recipe(_FELT, -12.5, (Note(0, _G5, 1.1),)),
    Chime.COUNT: Recipe(_TICK, -17, (Note(0, _C6, 0.22),)),
    Chime.RELEASE: Recipe(_FELT, -12, (Note(0, _A5, 1.0, to_hertz=_D5),)),
    Chime.SWITCH: Recipe(
        _MALLET,
        -11.5,
        (
            Note(0, _D6, 0.5),
            Note(0.18, _G5, 0.5),
            Note(0.36, _D6, 0.5),
            Note(0.54, _G5, 0.8),
        ),
    ),
    Chime.SET_DONE: Recipe(
        _MALLET, -11.5, (Note(0, _C5, 0.6), Note(0.16, _E5, 0.6), Note(0.32, _G5, 1.0))
    ),
    Chime.FINISHED: Recipe(
        _MALLET,
        -12.5,
        (
            Note(0, _F5, 0.8),
            Note(0.03, _A5, 0.8, 0.6),
            Note(0.4, _G5, 0.8),
            Note(0.43, _B5, 0.8, 0.6),
            Note(0.8, _C5, 1.7, 0.8),
            Note(0.84, _E5, 1.7, 0.7),
            Note(0.88, _G5, 1.7, 0.7),
            Note(0.92, _C6, 1.7, 0.8),
        ),
    ),
    Chime.BREATHE_IN: Recipe(_BREATH, -24, (Note(0, _A4, 0.95, to_hertz=_D5),)),
    Chime.BREATHE_OUT: Recipe(_BREATH, -24, (Note(0, _D5, 0.95, to_hertz=_A4),)),
    Chime.SKIN_CHECK: Recipe(_BELL, -12, (Note(0, _E6, 0.9), Note(0.38, _C6, 1.15))),
    Chime.ALARM: Recipe(
        _MALLET,
        -11.5,
        tuple(
            Note(round_ * 1.2 + start, hertz, 0.6)
            for round_ in range(2)
            for start, hertz in ((0, _FIS5), (0.16, _A5), (0.32, _D6), (0.56, _D6))
        ),
    ),
}
"""How every chime is made; an ear tells them apart by pitch and motif."""


def synthesise(chime: Chime) -> array[int]:
    """The 16-bit samples of a chime, one channel."""
    recipe = RECIPES[chime]
    mixed = [0.0] * round(recipe.seconds * RATE)
    for note in recipe.notes:
        first = round(note.start * RATE)
        for at, sample in enumerate(_note_samples(note, recipe.timbre), start=first):
            mixed[at] += sample
    gain = 10 ** (recipe.loudness / 20) / loudness(mixed) * _FULL_SCALE
    return array("h", (round(sample * gain) for sample in mixed))


def loudness(samples: list[float]) -> float:
    """The root mean square of the loudest window, on the scale of the samples."""
    window = min(len(samples), round(LOUDNESS_WINDOW * RATE))
    squares = list(map(mul, samples, samples))
    starts = range(0, len(samples) - window + 1, window // _HOPS)
    return math.sqrt(max(sum(squares[at : at + window]) for at in starts) / window)


def _note_samples(note: Note, timbre: Timbre) -> list[float]:
    """The samples of a note by itself; it starts and ends in silence."""
    count = round(note.seconds * RATE)
    return [_sample(at / RATE, note, timbre) for at in range(count - 1)] + [0.0]


def _sample(at: float, note: Note, timbre: Timbre) -> float:
    """A note's sample so many seconds into it."""
    slope = ((note.to_hertz or note.hertz) - note.hertz) / note.seconds
    turn = 2 * math.pi * (note.hertz + slope * at / 2) * at
    edges = _ease(at / timbre.rise) * _ease((note.seconds - at) / timbre.fall)
    sines = (
        part.level * math.exp(-at / part.fading) * math.sin(part.ratio * turn)
        for part in timbre.partials
    )
    return note.level * edges * sum(sines)


def _ease(share: float) -> float:
    """From 0 to 1 without a corner."""
    return 1.0 if share >= 1 else (1 - math.cos(math.pi * share)) / 2


def write(samples: array[int], path: Path) -> None:
    """Write a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def main(arguments: list[str]) -> int:
    """Write every chime into the folder that is named."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m hipstretch.services.sound.synthesis FOLDER\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for chime in Chime:
        write(synthesise(chime), folder / f"{chime.value}.wav")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
