from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.concerns import Choice, Concern
from hipstretch.core.settings import Appearance
from hipstretch.storage.library import Library
from hipstretch.ui.widgets.concern_card import ConcernCard
from hipstretch.ui.widgets.concern_row import ConcernRow, Decided

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

_EXERCISES = Library(Path(__file__).parents[3] / "routines", Path("/nowhere")).exercises


def concern() -> Concern:
    """Somebody is to ask about the cobra, which has an easier form."""
    cobra, elbows = (_EXERCISES.find(name) for name in ("modified-cobra", "prop-on-elbows"))
    assert cobra is not None
    return Concern(cobra, ("wrist-pain",), easier=elbows)


COBRA = concern()


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> ConcernRow:
    """A row in a window of its own."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    row = ConcernRow(theme, COBRA)
    qtbot.addWidget(row)
    row.resize(700, row.heightForWidth(700))
    row.show()
    return row


def test_a_choice_is_told_with_its_concern(row: ConcernRow) -> None:
    """By a click on a segment, once."""
    told: list[Decided] = []
    row.decided.connect(told.append)
    QTest.mouseClick(row.segments[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.segments[0], Qt.MouseButton.LeftButton)
    assert told == [Decided(COBRA, Choice.KEEP)]
    assert row.current.choice is Choice.KEEP


def test_the_picture_shows_what_will_be_done(row: ConcernRow) -> None:
    """The easier exercise, the exercise with its mark, or the exercise as it fades."""
    pictures = []
    for segment in row.segments:
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
        pictures.append(row._picture.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]
    assert pictures[1] != pictures[2]


def test_a_screen_reader_hears_the_reason(row: ConcernRow) -> None:
    """And what would be easier."""
    assert row.accessibleName() == COBRA.exercise.name
    assert row.accessibleDescription() == "You told of wrist pain. Ask before this one."
    assert row._choice.accessibleName() == f"{COBRA.exercise.name}: what to do"
    assert row._choice.accessibleDescription().startswith("Easier: ")


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [320, 400, 560, 700, 1000])
def test_words_and_choice_have_room_at_every_width(
    row: ConcernRow, theme: Theme, width: int, scale: float
) -> None:
    """Nothing lies over another thing, and nothing is outside."""
    theme.set_look(Appearance.LIGHT, text_scale=scale, reduced_motion=True)
    row.resize(max(width, row.minimumSizeHint().width()), row.heightForWidth(width))
    parts = [row._picture, row._name, row._reason, row._easier, row._choice]
    places = [part.geometry() for part in parts]
    for number, place in enumerate(places):
        assert row.rect().adjusted(0, -1, 1, 1).contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])


def test_the_card_lists_what_there_is_to_mind(qtbot: QtBot, theme: Theme) -> None:
    """And takes no room where there is nothing."""
    card = ConcernCard(theme)
    qtbot.addWidget(card)
    assert card.isHidden()
    assert card.heightForWidth(600) == 0
    card.set_concerns([COBRA])
    assert not card.isHidden()
    assert card.heightForWidth(600) > 100
    card.set_concerns([])
    assert card.isHidden()


def test_the_card_keeps_rows_that_are_listed_already(qtbot: QtBot, theme: Theme) -> None:
    """So that the focus and the choice stay; others come new."""
    card = ConcernCard(theme)
    qtbot.addWidget(card)
    card.set_concerns([COBRA])
    (row,) = card.rows
    card.set_concerns((COBRA,))
    assert card.rows == (row,)
    card.set_concerns([replace(COBRA, choice=Choice.KEEP)])
    assert card.rows != (row,)


def test_the_card_tells_a_choice(qtbot: QtBot, theme: Theme) -> None:
    """As its row does."""
    card = ConcernCard(theme)
    qtbot.addWidget(card)
    card.set_concerns([COBRA])
    with qtbot.waitSignal(card.decided, timeout=0) as told:
        QTest.mouseClick(card.rows[0].segments[2], Qt.MouseButton.LeftButton)
    assert told.args == [Decided(COBRA, Choice.LEAVE_OUT)]
