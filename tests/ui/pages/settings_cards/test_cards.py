"""The cards that only hold controls: what each one shows, tells and asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import Appearance, Settings
from hipstretch.ui.pages.settings_cards.about import AboutCard
from hipstretch.ui.pages.settings_cards.breathing import BreathingCard
from hipstretch.ui.pages.settings_cards.files import FilesCard
from hipstretch.ui.pages.settings_cards.look import LookCard
from hipstretch.ui.pages.settings_cards.sound import SoundCard
from hipstretch.ui.pages.settings_cards.you import YouCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_the_look_is_shown(qtbot: QtBot, theme: Theme) -> None:
    """Theme, text size and motion."""
    card = LookCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings(Appearance.DARK, text_size=115, reduced_motion=True))
    assert (card.appearance.value, card.text_size.value) == (Appearance.DARK, 115)
    assert card.reduced_motion.isChecked()


@pytest.mark.parametrize(
    ("side", "can"),
    [(Affected.NONE, False), (Affected.LEFT, True), (Affected.BOTH, False)],
)
def test_the_extra_hold_waits_for_a_sore_side(
    qtbot: QtBot, theme: Theme, side: Affected, can: bool
) -> None:
    """It says when it will work; with both sides there is no one side to do more for."""
    card = YouCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings(affected_side=side, first_side=Side.LEFT, extra_rep=True))
    assert (card.affected.value, card.first.value) == (side, Side.LEFT)
    assert card.extra.isChecked()
    assert card.extra.isEnabled() is can
    assert card.extra_row.line.startswith("Ready once") is not can


def test_the_volume_has_steps_of_ten_percent(qtbot: QtBot, theme: Theme) -> None:
    """From nothing to full; it can be set without the chimes, as the breath's tone has it too."""
    card = SoundCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings(chimes=False, chime_volume=70))
    assert not card.chimes.isChecked()
    assert card.volume.isEnabled()
    values = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(card.volume, key)
        values.append(card.volume.value)
    assert values == [80, 100, 100, 0]
    card.show_settings(Settings(chime_volume=70))
    assert card.volume.text() == "70 %"


def test_the_chimes_can_be_tried(qtbot: QtBot, theme: Theme) -> None:
    """By a button beside the volume."""
    card = SoundCard(theme)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.try_requested):
        QTest.mouseClick(card.try_it, Qt.MouseButton.LeftButton)
    assert card.try_it.accessibleName() == "Try the chimes"


def test_the_breath_is_shown(qtbot: QtBot, theme: Theme) -> None:
    """Its length, and where the player breathes along."""
    card = BreathingCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings(breath=8.0, breathe_along=True, breath_tone=True))
    assert card.breath.value == 8
    assert card.along.isChecked()
    assert card.tone.isChecked()


def test_the_folder_can_be_opened(qtbot: QtBot, theme: Theme) -> None:
    """By a button beside its path."""
    card = FilesCard(theme)
    qtbot.addWidget(card)
    card.set_folder("/home/someone/routines")
    assert card.row.line == "/home/someone/routines"
    with qtbot.waitSignal(card.open_folder_requested):
        QTest.mouseClick(card.open_folder, Qt.MouseButton.LeftButton)


def test_it_says_which_version_it_is(qtbot: QtBot, theme: Theme) -> None:
    """Under the name."""
    card = AboutCard(theme)
    qtbot.addWidget(card)
    card.set_version("1.2.3")
    assert card.version_row.line == "Version 1.2.3"
