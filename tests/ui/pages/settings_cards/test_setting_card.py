from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import Pace, Settings
from hipstretch.ui.pages.settings_cards.setting_card import Change, SettingCard
from hipstretch.ui.widgets.choice import Option
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.stepper_values import Unit
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

Key = Qt.Key


class Sample(SettingCard):
    """A card with one control of each sort."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Sample")
        self.adapted: list[Settings] = []
        self.pace = self.segmented("voice_pace", "Pace", *((pace, pace.value) for pace in Pace))
        self.named: list[object] = []
        options = (Option("", "Usual"), Option("alan", "Alan"))
        self.voice = self.choice("voice_name", "Voice", self.named.append, *options)
        self.chimes = self.toggle("chimes", "Chimes")
        self.volume = self.stepper("chime_volume", "Volume", (0, 100), 10, Unit.PERCENT)
        for control in self.controls:
            self.add_row(SettingRow(theme, control.accessibleName(), control=control))

    def adapt(self, settings: Settings) -> None:
        """Note what is to be adapted to."""
        self.adapted.append(settings)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Sample:
    """The card in an active window."""
    card = Sample(theme)
    card.resize(700, 400)
    card.show_settings(Settings())
    return show_active(qtbot, card)


@pytest.fixture
def told(card: Sample) -> list[Change]:
    """What the card tells."""
    told: list[Change] = []
    card.setting_chosen.connect(told.append)
    return told


def test_every_control_shows_its_setting_without_telling(card: Sample, told: list[Change]) -> None:
    """And the card adapts to all of them."""
    settings = Settings(voice_pace=Pace.FAST, voice_name="alan", chimes=False, chime_volume=40)
    card.show_settings(settings)
    assert card.pace.value is Pace.FAST
    assert card.named[-1] == "alan"
    assert not card.chimes.isChecked()
    assert card.volume.value == 40
    assert card.adapted[-1] == settings
    assert told == []


def test_every_control_tells_its_setting_by_name(card: Sample, told: list[Change]) -> None:
    """With the value that it has then."""
    QTest.keyClick(card.pace._chosen(), Key.Key_Right)
    QTest.keyClick(card.voice, Key.Key_Down)
    QTest.mouseClick(card.chimes, Qt.MouseButton.LeftButton)
    QTest.keyClick(card.volume, Key.Key_Up)
    assert told == [
        Change("voice_pace", Pace.FAST),
        Change("voice_name", "alan"),
        Change("chimes", value=False),
        Change("chime_volume", 80),
    ]


def test_a_number_with_a_fraction_is_shown_whole(card: Sample) -> None:
    """No stepper stops between two."""
    breath = card.stepper("breath", "One breath", (2, 20), 1, Unit.SECONDS)
    card.show_settings(Settings(breath=6.4))
    assert breath.value == 6
