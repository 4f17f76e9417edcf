from __future__ import annotations

import cmath
import math
import wave
from array import array
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from hipstretch import paths
from hipstretch.core.chimes import Chime
from hipstretch.services.sound.synthesis import (
    PEAK,
    RATE,
    RECIPES,
    loudness,
    main,
    synthesise,
    write,
)

LONGEST = {Chime.FINISHED: 3.0, Chime.ALARM: 3.0, Chime.COUNT: 0.25}
USUAL_LONGEST = 1.6
QUIET = {Chime.BREATHE_IN, Chime.BREATHE_OUT}
FULL = 32768
WINDOW = 4096


@pytest.fixture(scope="module")
def samples() -> dict[Chime, array[int]]:
    """Every chime as it is made."""
    return {chime: synthesise(chime) for chime in Chime}


def _pitch_level(samples: array[int], hertz: float) -> float:
    """How loud a pitch is, full scale is 1 (one bin of a Fourier transform)."""
    turn = -2j * math.pi * hertz / RATE
    total = sum(sample * cmath.exp(turn * at) for at, sample in enumerate(samples))
    return 2 * abs(total) / len(samples) / FULL


def _spectrum(samples: array[int]) -> list[float]:
    """The energy at each of the lower half of the frequencies; a power of two of samples."""
    size = len(samples)
    windowed = [
        sample * (1 - math.cos(2 * math.pi * at / size)) for at, sample in enumerate(samples)
    ]
    return [abs(value) ** 2 for value in _transform([complex(v) for v in windowed])[: size // 2]]


def _transform(values: list[complex]) -> list[complex]:
    """The fast Fourier transform."""
    if len(values) == 1:
        return values
    even, odd = _transform(values[::2]), _transform(values[1::2])
    size = len(values)
    turned = [cmath.exp(-2j * math.pi * at / size) * value for at, value in enumerate(odd)]
    added = [left + right for left, right in zip(even, turned, strict=True)]
    return added + [left - right for left, right in zip(even, turned, strict=True)]


def test_the_files_are_what_the_arithmetic_makes(tmp_path: Path) -> None:
    """Byte for byte, one for each chime and no other."""
    assert main([str(tmp_path / "new")]) == 0

    made = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    kept = {path.name: path.read_bytes() for path in (paths.bundled("assets") / "sounds").iterdir()}
    assert made.keys() == {f"{chime.value}.wav" for chime in Chime}
    assert made == kept


def test_without_a_folder_nothing_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    """It says how it is called."""
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_file_has_48_khz_16_bits_and_one_channel(tmp_path: Path) -> None:
    """What every sound server takes without a change, sample for sample."""
    write(array("h", [0, 1, -2, 0]), tmp_path / "some.wav")

    with wave.open(str(tmp_path / "some.wav")) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (48000, 2, 1)
        assert file.readframes(4) == array("h", [0, 1, -2, 0]).tobytes()


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_is_as_long_as_its_cue_bears(
    samples: dict[Chime, array[int]], chime: Chime
) -> None:
    """Short, and a count is over long before the next."""
    seconds = len(samples[chime]) / RATE

    assert 0.1 < seconds < LONGEST.get(chime, USUAL_LONGEST)
    assert seconds == pytest.approx(RECIPES[chime].seconds, abs=1 / RATE)


def test_the_alarm_is_long_enough_to_go_round(samples: dict[Chime, array[int]]) -> None:
    """Between two and three seconds a round."""
    assert 2.0 <= len(samples[Chime.ALARM]) / RATE <= 3.0


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_never_clips_and_never_clicks(
    samples: dict[Chime, array[int]], chime: Chime
) -> None:
    """Its peak keeps its distance, it comes from silence and goes into it, and never jumps."""
    heard = samples[chime]
    peak = max(map(abs, heard))

    assert peak <= PEAK * FULL
    assert heard[0] == heard[-1] == 0
    assert max(map(abs, heard[-RATE // 200 :])) <= 0.001 * FULL
    assert max(abs(right - left) for left, right in pairwise(heard)) < peak / 4


def test_the_loud_ones_use_what_there_is(samples: dict[Chime, array[int]]) -> None:
    """Within a decibel of the most that is allowed, for the small speakers of a laptop."""
    loud = {chime for chime in Chime if max(map(abs, samples[chime])) > PEAK * FULL * 0.89}

    assert loud == {
        Chime.BEGIN,
        Chime.SWITCH,
        Chime.SET_DONE,
        Chime.FINISHED,
        Chime.SKIN_CHECK,
        Chime.ALARM,
    }


def test_none_is_much_louder_than_another(samples: dict[Chime, array[int]]) -> None:
    """All within six decibels, the breaths together and well below the others."""
    heard = {
        chime: 20 * math.log10(loudness([float(sample) for sample in samples[chime]]) / FULL)
        for chime in Chime
    }
    others = [level for chime, level in heard.items() if chime not in QUIET]

    assert max(others) - min(others) <= 6.0
    assert heard[Chime.BREATHE_IN] == pytest.approx(heard[Chime.BREATHE_OUT], abs=0.1)
    assert 6.0 < min(others) - heard[Chime.BREATHE_IN] < 12.0


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_lies_where_small_speakers_sound(
    samples: dict[Chime, array[int]], chime: Chime
) -> None:
    """Nearly all of its energy is between 400 and 2500 Hz."""
    heard = samples[chime]
    low, high = (round(hertz * WINDOW / RATE) for hertz in (400, 2500))
    within = total = 0.0
    for first in range(0, len(heard) - WINDOW, WINDOW):
        energy = _spectrum(heard[first : first + WINDOW])
        within, total = within + sum(energy[low:high]), total + sum(energy)

    assert within > 0.97 * total


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_opens_with_its_own_pitch(samples: dict[Chime, array[int]], chime: Chime) -> None:
    """Of all the pitches that chimes open with, its own is by far the loudest."""
    opening = samples[chime][: round(0.14 * RATE)]
    levels = {other: _pitch_level(opening, RECIPES[other].pitch) for other in Chime}
    own = levels.pop(chime)

    assert own > 2 * max(levels.values())


def test_no_two_chimes_open_alike() -> None:
    """Their pitches are more than a half-tone apart."""
    pitches = [RECIPES[chime].pitch for chime in Chime]

    for low, high in combinations(sorted(pitches), 2):
        assert high / low > 2 ** (0.9 / 12)


@pytest.mark.parametrize(
    ("chime", "start", "hertz"),
    [
        (Chime.BEGIN, 0.2, 880.0),
        (Chime.SET_DONE, 0.18, 659.26),
        (Chime.SET_DONE, 0.5, 783.99),
        (Chime.SWITCH, 0.2, 783.99),
        (Chime.SWITCH, 0.38, 1174.66),
        (Chime.SWITCH, 0.6, 783.99),
        (Chime.SKIN_CHECK, 0.7, 1046.5),
        (Chime.FINISHED, 1.1, 1046.5),
        (Chime.ALARM, 1.55, 1174.66),
        (Chime.BREATHE_IN, 0.8, 563.0),
        (Chime.BREATHE_OUT, 0.8, 464.0),
        (Chime.RELEASE, 0.85, 631.0),
    ],
)
def test_the_motif_goes_on_as_an_ear_knows_it(
    samples: dict[Chime, array[int]], chime: Chime, start: float, hertz: float
) -> None:
    """Begin and set-done rise, switch goes to and fro, skin-check falls; breaths glide."""
    first = round(start * RATE)
    part = samples[chime][first : first + round(0.1 * RATE)]
    levels = {
        pitch: _pitch_level(part, pitch)
        for pitch in {hertz, *(RECIPES[other].pitch for other in Chime)}
    }
    ratio = levels.pop(hertz) / max(
        level for pitch, level in levels.items() if abs(pitch - hertz) > 0.05 * hertz
    )

    assert ratio > 1.0
