from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.routine import Routine
from hipstretch.storage.library import Library
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.pages.preview_panel import PreviewPanel
from hipstretch.ui.theme import Theme
from tests.ui.pages.preview_examples import (
    Told,
    names,
    preview_page,
    rows,
    seven_stretches,
    steppers,
)

Press = Callable[[Qt.Key], None]


@pytest.fixture
def routine(library: Library) -> Routine:
    """A bundled routine of seven stretches."""
    return seven_stretches(library)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, library: Library, routine: Routine) -> PreviewPage:
    """The page in an active window, with the routine on it."""
    return preview_page(qtbot, theme, library, routine)


@pytest.fixture
def told(page: PreviewPage) -> Told:
    """What the page tells."""
    return Told(page)


def test_alt_and_arrows_move_the_row_with_the_focus(page: PreviewPage, told: Told) -> None:
    """From any of its controls; the focus goes along, and the ends are the ends."""
    first = names(page)
    stepper = steppers(rows(page)[1])[1]
    stepper.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(stepper, Qt.Key.Key_Down, alt)
    assert names(page) == [first[0], first[2], first[1], *first[3:]]
    assert [e.name for e in told.drafts[-1].routine.exercises] == names(page)
    assert stepper.hasFocus()
    assert stepper.value == 2
    for _ in range(4):
        QTest.keyClick(stepper, Qt.Key.Key_Up, alt)
    assert names(page)[0] == first[1]
    assert len(told.drafts) == 3


def test_a_row_is_dragged_by_its_grip(page: PreviewPage, told: Told) -> None:
    """The others make room, and the new order is told when it is let go."""
    first = names(page)
    row = rows(page)[0]
    grip = next(w for w in row.findChildren(QWidget) if w.accessibleName() == "Move")
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for y in (20, 60, 120, 140):
        QTest.mouseMove(grip, start + QPoint(0, y) - QPoint(0, row.y()))
    assert told.drafts == []
    assert row.y() > 100
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=start)
    assert names(page)[:3] == [first[1], first[2], first[0]]
    assert [e.name for e in told.drafts[-1].routine.exercises] == names(page)
    tops = [r.y() for r in rows(page)]
    assert tops == sorted(tops)
    assert tops[0] == 0


def test_escape_gives_a_drag_up(page: PreviewPage, told: Told) -> None:
    """The row goes back where it was, and the page stays."""
    row = rows(page)[0]
    row.grabbed.emit(20)
    row.pulled.emit(page.mapToGlobal(QPoint(0, 500)).y())
    assert row.y() > 0
    QTest.keyClick(page, Qt.Key.Key_Escape)
    row.let_go.emit()
    assert row.y() == 0
    assert told.drafts == []
    assert told.others == []


def test_tab_goes_through_the_rows_in_their_order(page: PreviewPage, press: Press) -> None:
    """Also after a row was moved and one was added; then comes the panel."""
    rows(page)[0].focus_title()
    page._mover.move_focused(1)
    page._on_exercise_chosen(next(iter(page.draft.routine.exercises)))
    rows(page)[0].focus_title()
    seen: list[int] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        inside = [row.index for row in rows(page) if focused and row.isAncestorOf(focused)]
        if not inside:
            break
        seen += inside
        press(Qt.Key.Key_Tab)
    assert seen == sorted(seen)
    assert set(seen) == set(range(8))
    panel = page.findChild(PreviewPanel)
    focused = QApplication.focusWidget()
    assert isinstance(panel, PreviewPanel)
    assert focused is not None
    assert panel.isAncestorOf(focused)
