from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.history_sums import HistoryFilter, NamedExercise
from hipstretch.core.person import Side
from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.history_filter import HistoryFilterBar
from tests.ui.history_fakes import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

EXERCISES = (NamedExercise("a", "Figure-four stretch"), NamedExercise("b", "Glute bridge"))


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> HistoryFilterBar:
    """The bar with two stretches to choose."""
    bar = HistoryFilterBar(theme)
    qtbot.addWidget(bar)
    bar.set_exercises(EXERCISES)
    bar.resize(1000, 60)
    bar.show()
    qtbot.waitActive(bar)
    return bar


def told(bar: HistoryFilterBar) -> list[HistoryFilter]:
    """What is told from now on."""
    found: list[HistoryFilter] = []
    bar.filter_changed.connect(found.append)
    return found


def test_a_stretch_and_a_side_can_be_chosen(bar: HistoryFilterBar) -> None:
    """By the keyboard alone; both together count."""
    chosen = told(bar)
    bar.exercise.setFocus()
    QTest.keyClick(bar.exercise, Qt.Key.Key_Down)
    segments = bar.side.findChildren(type(bar.side._segments[0]))
    segments[0].setFocus()
    QTest.keyClick(segments[0], Qt.Key.Key_Right)
    QTest.keyClick(segments[1], Qt.Key.Key_Space)
    assert chosen == [HistoryFilter("a"), HistoryFilter("a", Side.LEFT)]
    assert bar.words == "Figure-four stretch, left"


def test_showing_all_is_offered_where_something_is_chosen(
    bar: HistoryFilterBar, qtbot: QtBot
) -> None:
    """And takes every choice back."""
    assert bar.clear.isHidden()
    bar.side.set_value(Side.RIGHT)
    bar._on_choice_changed()
    assert bar.clear.isVisible()
    assert bar.words == "Right"
    with qtbot.waitSignal(bar.clear_requested):
        bar.clear.click()
    assert bar.chosen.is_empty
    assert bar.words == ""
    assert bar.clear.isHidden()
    assert bar.exercise.hasFocus()


def test_a_day_is_named(bar: HistoryFilterBar) -> None:
    """Until all are shown again."""
    assert bar.title.text() == "Sessions"
    bar.show_day(date(2026, 5, 7), TODAY)
    assert bar.title.text() == "Thu 7 May"
    assert bar.clear.isVisible()
    bar.reset()
    assert bar.title.text() == "Sessions"


def test_a_choice_that_is_gone_is_all_again(bar: HistoryFilterBar) -> None:
    """Without telling."""
    bar.exercise.set_value("b")
    chosen = told(bar)
    bar.set_exercises(EXERCISES)
    assert bar.chosen == HistoryFilter("b")
    bar.set_exercises(EXERCISES[:1])
    assert bar.chosen.is_empty
    assert chosen == []


def test_it_stands_in_lines_in_narrow_windows(bar: HistoryFilterBar, theme: Theme) -> None:
    """Also with large text."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    bar.set_narrow(True)
    QApplication.processEvents()
    bar.resize(400, bar.sizeHint().height())
    QApplication.processEvents()
    assert bar.title.y() < bar.exercise.y() < bar.side.y()
    assert bar.side.geometry().right() <= 400
    assert bar.exercise.width() > 350
