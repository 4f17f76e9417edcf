"""Windows for the tests: shown, and with the keyboard."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

_Widget = TypeVar("_Widget", bound=QWidget)


def show_active(qtbot: QtBot, widget: _Widget) -> _Widget:
    """Show a widget as the active window; it is closed after the test."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    return widget


def empty_window(qtbot: QtBot, width: int, height: int) -> QWidget:
    """An active window of that size, with nothing in it."""
    window = QWidget()
    window.resize(width, height)
    return show_active(qtbot, window)


def focused_window(qtbot: QtBot, width: int, height: int) -> QWidget:
    """An active window that has the focus itself, beside what is put into it."""
    window = empty_window(qtbot, width, height)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    return window
