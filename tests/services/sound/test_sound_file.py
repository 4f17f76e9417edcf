from __future__ import annotations

import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.services.sound.sound_file import Sound, amplitude, read, scaled


def _write(path: Path, samples: bytes, width: int = 2, channels: int = 1) -> Path:
    """Write a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(8000)
        file.writeframes(samples)
    return path


def test_a_file_is_read_with_its_rate_and_channels(tmp_path: Path) -> None:
    """Nothing of it is taken for granted but the 16 bits."""
    samples = array("h", [1, -2, 300, -400] * 2000).tobytes()
    sound = read(_write(tmp_path / "some.wav", samples, channels=2))

    assert sound == Sound(samples, 8000, 2)
    assert sound.seconds == 0.5


def test_samples_of_another_width_are_refused(tmp_path: Path) -> None:
    """They would be noise."""
    path = _write(tmp_path / "old.wav", bytes(100), width=1)

    with pytest.raises(wave.Error, match=r"old\.wav"):
        read(path)


@given(st.lists(st.integers(-32768, 32767)), st.floats(0, 1))
def test_scaling_keeps_every_sample_in_proportion(samples: list[int], factor: float) -> None:
    """To the nearest number or the one beside it; nothing else of the sound changes."""
    sound = scaled(Sound(array("h", samples).tobytes(), 48000, 1), factor)

    pairs = zip(array("h", sound.samples), samples, strict=True)
    assert all(abs(now - before * factor) < 1 for now, before in pairs)
    assert (sound.rate, sound.channels) == (48000, 1)


@given(st.lists(st.integers(-32768, 32767)))
def test_at_the_whole_volume_nothing_changes_and_at_none_all_is_silent(samples: list[int]) -> None:
    """Sample for sample."""
    sound = Sound(array("h", samples).tobytes(), 48000, 1)

    assert scaled(sound, 1.0) == sound
    assert not any(scaled(sound, 0.0).samples)


def test_the_volume_goes_from_silence_to_the_whole() -> None:
    """Ever upwards, the usual 70 % near half the amplitude, and no further than its ends."""
    steps = [amplitude(percent / 100) for percent in range(101)]

    assert all(low < high for low, high in pairwise(steps))
    assert (steps[0], steps[100]) == (0.0, 1.0)
    assert steps[70] == pytest.approx(0.49)
    assert (amplitude(-1), amplitude(2)) == (0.0, 1.0)
