from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.text_field import NoteField, SearchField
from tests.ui.windows import focused_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window with another place for the focus."""
    return focused_window(qtbot, 400, 300)


def shown(field: QWidget, window: QWidget) -> None:
    """Put the field into the window at its own size."""
    field.setParent(window)
    field.resize(field.sizeHint())
    field.show()


def edge(field: QWidget) -> list[str]:
    """The colours from the left of the widget inwards, in the middle of its height."""
    image = field.grab().toImage()
    return [image.pixelColor(x, field.height() // 2).name() for x in range(2, 8)]


def test_a_field_with_the_focus_has_a_strong_border_and_a_halo(
    window: QWidget, theme: Theme
) -> None:
    """Three px of halo, two of border."""
    field = SearchField(theme, "Search stretches")
    shown(field, window)
    assert edge(field)[3] == LIGHT.ctrl.name()
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    halo, border, ground = (color.name() for color in (LIGHT.psoft, LIGHT.primary, LIGHT.surface))
    assert edge(field) == [halo, halo, halo, border, border, ground]


def test_a_note_with_the_focus_has_them_too(window: QWidget, theme: Theme) -> None:
    """And loses them with it."""
    field = NoteField(theme, "Note", "How did it feel?")
    shown(field, window)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert edge(field)[2:4] == [LIGHT.psoft.name(), LIGHT.primary.name()]
    window.setFocus()
    assert edge(field)[3] == LIGHT.ctrl.name()


def test_the_clearing_key_is_there_while_there_is_text(window: QWidget, theme: Theme) -> None:
    """It empties the field and leaves the focus in it."""
    field = SearchField(theme, "Search stretches")
    shown(field, window)
    assert not field._clear.isVisible()
    field.setFocus()
    QTest.keyClicks(field, "knee")
    assert field._clear.isVisible()
    QTest.mouseClick(field._clear, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert field.hasFocus()
    assert not field._clear.isVisible()


def test_typed_text_stands_clear_of_sign_and_key(window: QWidget, theme: Theme) -> None:
    """At the largest text too."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    field = SearchField(theme, "Search stretches")
    shown(field, window)
    assert field.textMargins().left() >= 5 + theme.px(14 + 20)
    assert field.width() - field.textMargins().right() <= field._clear.geometry().left() + 5
    assert field.accessibleName() == "Search stretches"


def test_tab_leaves_a_note(window: QWidget, theme: Theme) -> None:
    """Nobody is caught in it."""
    note, search = NoteField(theme, "Note"), SearchField(theme, "Search")
    shown(note, window)
    shown(search, window)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is search
    assert note.toPlainText() == ""


def test_a_note_has_room_for_its_lines(window: QWidget, theme: Theme) -> None:
    """Four of them, in the look's own font."""
    note = NoteField(theme, "Note")
    shown(note, window)
    note.setPlainText("One\nTwo\nThree\nFour")
    assert note.viewport().height() >= 4 * note.fontMetrics().lineSpacing()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert note.font().pixelSize() == 20
