from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hipstretch.ui.widgets.choice import Choice, Option
from hipstretch.ui.widgets.choice_list import ChoiceList, list_rect
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

WINDOW = QRect(0, 0, 1000, 800)


def test_it_stands_under_its_field() -> None:
    """At its left edge, and at least as wide."""
    rect = list_rect(QRect(500, 100, 260, 44), QSize(200, 300), WINDOW)
    assert rect == QRect(500, 151, 260, 300)


def test_it_stands_over_a_field_far_down() -> None:
    """Where little room is left below."""
    rect = list_rect(QRect(500, 700, 260, 44), QSize(300, 300), WINDOW)
    assert rect == QRect(500, 393, 300, 300)


def test_it_stays_below_where_most_of_it_fits() -> None:
    """The rest can be scrolled to."""
    rect = list_rect(QRect(500, 500, 260, 44), QSize(300, 320), WINDOW)
    assert rect.top() == 551
    assert rect.bottom() == 791


def test_it_moves_left_where_it_would_leave_the_window() -> None:
    """A wide one at the right edge."""
    rect = list_rect(QRect(700, 100, 260, 44), QSize(500, 300), WINDOW)
    assert rect.right() == 991


@given(st.integers(0, 700), st.integers(60, 540), st.integers(50, 2000), st.integers(50, 2000))
def test_it_is_always_on_view_and_beside_its_field(
    left: int, top: int, width: int, height: int
) -> None:
    """Whatever the window and the options."""
    field, window = QRect(left, top, 200, 54), QRect(0, 0, 920, 660)
    rect = list_rect(field, QSize(width, height), window)
    assert window.contains(rect)
    assert not rect.intersects(field)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[int], Choice]]:
    """Makes a choice of so many voices, on a page that scrolls in an active window."""
    kept: list[QWidget] = []

    def make_choice(count: int) -> Choice:
        area = QScrollArea()
        kept.append(area)
        page = QWidget()
        page.setFixedSize(380, 2000)
        options = [Option(number, f"Voice {number}") for number in range(count)]
        choice = Choice(theme, "Voice", options, page)
        choice.setGeometry(20, 60, 260, 54)
        area.setWidget(page)
        area.resize(420, 600)
        show_active(qtbot, area)
        return choice

    yield make_choice
    kept.clear()


def opened(choice: Choice) -> ChoiceList:
    """The list of a choice, which it opens."""
    choice.showPopup()
    there = choice._list
    assert there is not None
    return there


def test_many_options_can_be_scrolled(make: Callable[[int], Choice]) -> None:
    """The chosen one is in view, and half a row says that there is more."""
    choice = make(60)
    choice.set_value(40)
    rows = opened(choice)._rows
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()).center())
    assert rows.height() == 7.5 * 40
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert rows.currentIndex().row() == 59


def test_few_options_are_all_on_view(make: Callable[[int], Choice]) -> None:
    """Two rows, and 6 px around them."""
    assert opened(make(2)).card.height() == 2 * 40 + 12


def test_the_wheel_beside_it_scrolls_nothing(make: Callable[[int], Choice]) -> None:
    """The field would slip away from under the list."""
    choice = make(2)
    there = opened(choice)
    area = choice.window()
    assert isinstance(area, QScrollArea)
    assert area.childAt(QPoint(5, 590)) is there
    at = QPointF(5, 590)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt takes it without its name only
    )
    QApplication.sendEvent(there, event)
    assert event.isAccepted()
    assert area.verticalScrollBar().value() == 0
    assert choice.is_open
