from __future__ import annotations

import pytest

from hipstretch.ui.pages.player_sound import Sound, Told, change, volume_told

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (Sound(), Sound(voice_on=False), Told("Voice off", "voice-off")),
        (Sound(voice_on=False), Sound(), Told("Voice on", "voice")),
        (Sound(), Sound(muted=True), Told("Sound off", "volume-off")),
        (Sound(muted=True), Sound(), Told("Sound on", "volume")),
        (Sound(), Sound(), None),
    ],
)
def test_what_has_changed_is_told_in_two_words(
    before: Sound, now: Sound, told: Told | None
) -> None:
    """With its icon; nothing where nothing has."""
    assert change(before, now) == told


def test_all_sound_matters_more_than_the_voice() -> None:
    """Where both change at once, one line is enough."""
    assert change(Sound(), Sound(voice_on=False, muted=True)) == Told("Sound off", "volume-off")


def test_a_volume_of_nothing_is_crossed_out() -> None:
    """Any other is not."""
    assert volume_told(80) == Told("Volume 80 %", "volume")
    assert volume_told(0) == Told("Volume 0 %", "volume-off")
