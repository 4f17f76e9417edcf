from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.body import Picture, Position
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.concern_mark import Mark
from hipstretch.ui.widgets.routine_card import CardContent, RoutineCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CONTENT = CardContent(
    "Sciatica ease",
    "Floor",
    "floor",
    Picture(Position.LYING_ON_BACK),
    (("clock", "10 min · 7 stretches"), ("target", "Hip and leg · Cushion")),
)
LONG = CONTENT._replace(title="A name of a routine that is far too long for a card " * 3)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> RoutineCard:
    """A card of the size at 1280x800."""
    card = RoutineCard(theme)
    card.set_content(CONTENT)
    card.resize(330, 252)
    qtbot.addWidget(card)
    return card


def ask_for_tooltip(card: RoutineCard) -> str:
    """Rest the pointer on the card."""
    place = QPoint(50, 50)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, card.mapToGlobal(place))
    QApplication.sendEvent(card, event)
    return card.toolTip()


def test_a_tile_has_the_size_of_the_design(card: RoutineCard) -> None:
    """320x242, and 5 px around it for the focus ring."""
    assert card.sizeHint().toTuple() == (330, 252)


def test_a_row_is_100_px_high(card: RoutineCard) -> None:
    """In narrow windows it is part of a list."""
    card.set_form(True)
    assert card.heightForWidth(450) == 110


def test_a_click_opens_it(card: RoutineCard, qtbot: QtBot) -> None:
    """The whole card is one button."""
    with qtbot.waitSignal(card.opened), qtbot.assertNotEmitted(card.start_requested):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))


def test_enter_opens_it(card: RoutineCard, qtbot: QtBot) -> None:
    """The keyboard does what a click does."""
    with qtbot.waitSignal(card.opened), qtbot.assertNotEmitted(card.start_requested):
        QTest.keyClick(card, Qt.Key.Key_Return)


def test_space_starts_it(card: RoutineCard, qtbot: QtBot) -> None:
    """One key and the session runs."""
    with qtbot.waitSignal(card.start_requested), qtbot.assertNotEmitted(card.opened):
        QTest.keyClick(card, Qt.Key.Key_Space)


def test_it_says_all_its_words(card: RoutineCard) -> None:
    """A screen reader hears what is written."""
    assert card.accessibleName() == (
        "Sciatica ease, Floor, 10 min, 7 stretches, Hip and leg, Cushion"
    )
    card.set_content(CONTENT._replace(badge="Mine"))
    assert card.accessibleName().endswith("Cushion, Mine")


def test_a_long_title_takes_a_second_line(card: RoutineCard) -> None:
    """One line more, then it is cut."""
    before = card.heightForWidth(330)
    card.set_content(LONG)
    assert card.heightForWidth(330) == before + 24


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_cut_title_is_there_in_full_as_a_tooltip(card: RoutineCard) -> None:
    """Only what is cut needs one."""
    assert ask_for_tooltip(card) == ""
    card.set_content(LONG)
    assert ask_for_tooltip(card).startswith(LONG.title)


@pytest.mark.parametrize("as_list", [False, True])
def test_larger_text_makes_it_higher(card: RoutineCard, theme: Theme, as_list: bool) -> None:
    """Nothing is cut at 130 %."""
    card.set_form(as_list)
    before = card.heightForWidth(330)
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert card.heightForWidth(330) > before


def test_the_pointer_lifts_it(card: RoutineCard, theme: Theme, qtbot: QtBot) -> None:
    """The grid is told, because it paints the shadow."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    place = QPointF(9, 9)
    with qtbot.waitSignal(card.lift_changed):
        QApplication.sendEvent(card, QEnterEvent(place, place, place))
    assert card.lift == 1.0


def test_both_forms_and_themes_can_be_painted(card: RoutineCard, theme: Theme) -> None:
    """The picture stands on the stage's colour."""
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme.set_look(appearance)
        assert card.grab().toImage().pixelColor(165, 10) == theme.palette.stage
    card.set_form(True)
    assert card.grab().toImage().pixelColor(60, 126) == theme.palette.stage


MARK = Mark("safety", "Ask first", "Ask first with knee pain.")


def test_a_mark_is_seen_and_heard(card: RoutineCard) -> None:
    """On the picture, beside the badge; its reason is in the tooltip and for screen readers."""
    before = card.grab().toImage()
    card.set_content(CONTENT._replace(mark=MARK, badge="Mine"))
    assert card.grab().toImage() != before
    assert card.accessibleName().endswith("Mine, Ask first")
    assert card.accessibleDescription() == "Ask first with knee pain."
    assert ask_for_tooltip(card) == "Ask first with knee pain."
    card.set_content(CONTENT)
    assert card.accessibleDescription() == ""
    assert ask_for_tooltip(card) == ""


def test_a_row_names_the_mark_among_its_facts(card: RoutineCard) -> None:
    """It has no room for tags."""
    card.set_form(as_list=True)
    card.set_content(CONTENT._replace(mark=MARK))
    told = [part.text for line in card._lines(500) for part in line]
    assert told == ["10 min", "7 stretches", "Floor", "Ask first", "Hip and leg"]
