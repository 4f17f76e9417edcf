from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Settings, VoiceLevel
from hipstretch.ui.pages.settings_cards.voice import VoiceCard
from hipstretch.ui.trouble_words import trouble_words
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.pages.settings_cards.setting_card import Change
    from hipstretch.ui.theme import Theme

ALAN, BEA = Voice("Alan", "en-GB"), Voice("Bea", "en-IE")


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> VoiceCard:
    """The card with the usual settings."""
    card = VoiceCard(theme)
    card.resize(700, 500)
    card.show_settings(Settings())
    return show_active(qtbot, card)


@pytest.fixture
def told(card: VoiceCard) -> list[Change]:
    """What the card tells."""
    told: list[Change] = []
    card.setting_chosen.connect(told.append)
    return told


def texts_of(card: VoiceCard) -> list[str]:
    """The voices as they are offered."""
    return [card.voice.itemText(row) for row in range(card.voice.count())]


def test_the_voices_are_offered_after_the_usual_one(card: VoiceCard, told: list[Change]) -> None:
    """Each once, with where its language is spoken."""
    card.set_voices((ALAN, BEA, Voice("Bea", "en-US")))
    assert texts_of(card) == ["The usual voice", "Alan", "Bea"]
    assert told == []


@pytest.mark.parametrize(
    ("tag", "where"),
    [
        ("en-GB", "United Kingdom"),
        ("en_us", "United States"),
        ("en-GB-scotland", "United Kingdom"),
        ("en", ""),
        ("en-029", ""),
        ("en-scotland", ""),
        ("", ""),
    ],
)
def test_a_voice_says_where_it_is_from(card: VoiceCard, tag: str, where: str) -> None:
    """Nothing where its language does not tell."""
    card.set_voices((Voice("Alan", tag),))
    said = card.voice.itemData(1, Qt.ItemDataRole.AccessibleTextRole)
    assert said == (f"Alan, {where}" if where else "Alan")


def test_the_chosen_voice_is_shown_as_soon_as_it_is_known(
    card: VoiceCard, told: list[Change]
) -> None:
    """Until then, and where it is gone, the usual one speaks and is shown."""
    card.show_settings(Settings(voice_name="Bea"))
    shown = [card.voice.value]
    for voices in ((ALAN, BEA), (ALAN,), (ALAN, BEA)):
        card.set_voices(voices)
        shown.append(card.voice.value)
    assert shown == ["", "Bea", "", "Bea"]
    assert told == []


def test_without_a_voice_it_says_what_to_install(card: VoiceCard) -> None:
    """Quietly; what needs a voice waits until there is one."""
    card.set_voices(())
    assert card.level_row.line == trouble_words(Trouble.NO_VOICE_ENGINE)
    waiting = (card.voice, card.try_it, card.pace, card.seconds, card.reps)
    assert not any(control.isEnabled() for control in waiting)
    assert card.level.isEnabled()
    card.set_voices((ALAN,))
    assert all(control.isEnabled() for control in waiting)
    assert card.level_row.line == "Each stretch with how to do it."


@pytest.mark.parametrize(
    ("level", "line"),
    [
        (VoiceLevel.FULL, "Each stretch with how to do it."),
        (VoiceLevel.SHORT, "Names, sides and counts only."),
        (VoiceLevel.OFF, "Chimes only."),
    ],
)
def test_each_level_says_what_it_means(card: VoiceCard, level: VoiceLevel, line: str) -> None:
    """Counting waits for a voice that is on, and says so."""
    card.show_settings(Settings(voice=level))
    assert card.level.value is level
    assert card.level_row.line == line
    for row, control in ((card.seconds_row, card.seconds), (card.reps_row, card.reps)):
        assert control.isEnabled() is level.speaks
        assert bool(row.line) is not level.speaks


def test_the_voice_can_be_tried(qtbot: QtBot, card: VoiceCard) -> None:
    """Also while it is off: one may want to hear what it would be like."""
    card.show_settings(Settings(voice=VoiceLevel.OFF))
    with qtbot.waitSignal(card.try_requested):
        QTest.mouseClick(card.try_it, Qt.MouseButton.LeftButton)
    assert card.try_it.accessibleName() == "Try the voice"
