from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.concerns import Choice, Concern
from hipstretch.core.settings import Appearance
from hipstretch.storage.library import Library
from hipstretch.ui.dialogs.before_start import BeforeStartDialog, nothing_left_dialog
from hipstretch.ui.widgets.concern_row import Decided
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

_EXERCISES = Library(Path(__file__).parents[3] / "routines", Path("/nowhere")).exercises


def concern(name: str, **parts: object) -> Concern:
    """A concern about a bundled exercise."""
    exercise = _EXERCISES.find(name)
    assert exercise is not None
    return Concern(exercise, **parts)  # type: ignore[arg-type]  # the parts of a concern


POSE = concern("childs-pose", conditions=("knee-pain",))
COBRA = concern(
    "modified-cobra", conditions=("wrist-pain",), easier=_EXERCISES.find("prop-on-elbows")
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """An active window."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    return empty_window(qtbot, 1000, 800)


@pytest.fixture
def dialog(theme: Theme, window: QWidget) -> BeforeStartDialog:
    """The question about two exercises."""
    dialog = BeforeStartDialog(theme, [POSE, COBRA], window)
    dialog.present()
    return dialog


def told_by(dialog: BeforeStartDialog) -> list[object]:
    """A list that grows with every answer."""
    told: list[object] = []
    dialog.decided.connect(told.append)
    return told


def test_the_careful_choice_is_made_already(dialog: BeforeStartDialog) -> None:
    """Enter takes it."""
    told = told_by(dialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert told == [(Decided(POSE, Choice.LEAVE_OUT), Decided(COBRA, Choice.EASIER))]


def test_enter_starts_from_a_choice_too(dialog: BeforeStartDialog, window: QWidget) -> None:
    """The arrows choose, Tab goes through the rows."""
    told = told_by(dialog)
    dialog.rows[0].stop.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is dialog.rows[1].stop
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert told == [(Decided(POSE, Choice.KEEP), Decided(COBRA, Choice.EASIER))]


def test_escape_tells_nothing(dialog: BeforeStartDialog) -> None:
    """The person goes back."""
    told = told_by(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []


def test_tab_goes_round(dialog: BeforeStartDialog, window: QWidget) -> None:
    """Each row once, at what is chosen, then the two buttons."""
    seen: list[QWidget | None] = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    rows = [row.stop for row in dialog.rows]
    assert seen[1:3] == rows
    assert len({id(widget) for widget in seen}) == 4


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 800), (480, 800), (420, 600)])
def test_everything_is_inside_the_window(
    theme: Theme, window: QWidget, size: tuple[int, int], scale: float
) -> None:
    """Many exercises scroll, the buttons stay in sight."""
    theme.set_look(Appearance.DARK, text_scale=scale, reduced_motion=True)
    window.resize(*size)
    dialog = BeforeStartDialog(theme, [POSE, COBRA] * 6, window)
    dialog.present()
    QApplication.processEvents()
    for button in dialog._buttons:
        corner = button.mapTo(window, QPoint(button.width(), button.height()))
        assert corner.x() <= size[0]
        assert corner.y() <= size[1]
    for row in dialog.rows:
        assert row.width() >= row.minimumSizeHint().width()


def test_where_nothing_is_left_there_are_two_ways(theme: Theme, window: QWidget) -> None:
    """Escape is neither."""
    told: list[object] = []
    dialog = nothing_left_dialog(theme, window)
    dialog.closed.connect(told.append)
    dialog.present()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == [None]


def test_a_decided_concern_begins_with_the_decision(theme: Theme, window: QWidget) -> None:
    """Not with what the program would suggest."""
    dialog = BeforeStartDialog(theme, [replace(COBRA, choice=Choice.KEEP)], window)
    assert dialog.rows[0].current.choice is Choice.KEEP
