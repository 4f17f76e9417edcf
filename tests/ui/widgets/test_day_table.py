from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.day_table import DayRow, DayTable, day_rows
from tests.ui.break_views import DUE, view
from tests.ui.windows import show_active


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> DayTable:
    """The table of the day."""
    table = DayTable(theme)
    table.show_view(view())
    table.resize(600, table.sizeHint().height())
    return show_active(qtbot, table)


def test_spans_and_asks_are_told_in_their_order() -> None:
    """The one that still waits, too."""
    rows = day_rows(DUE)
    assert rows[0] == DayRow("9:00 to 9:32", "Sitting", "32 min")
    assert rows[1] == DayRow("9:30", "Asked: You got up")
    assert rows[2] == DayRow("9:32 to 9:38", "Up", "6 min")
    assert rows[-1] == DayRow("14:05", "Asked: Waiting for you")


def test_it_is_a_table_for_screen_readers(table: DayTable) -> None:
    """With rows, columns and their names."""
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() is QAccessible.Role.Table
    assert (table.rowCount(), table.columnCount()) == (9, 3)
    model = table.model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["Time", "What", "How long"]
    assert model.index(0, 1).data() == "Sitting"


def test_it_is_as_high_as_its_rows(table: DayTable, theme: Theme) -> None:
    """And grows with the text."""
    assert table.sizeHint().height() == 9 * 40
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert table.minimumSizeHint().height() == 9 * 52
    assert table.rowHeight(0) == 52


def test_a_new_minute_changes_words_only(table: DayTable) -> None:
    """The place of the keyboard stays, and a new ask comes in its order."""
    table.setCurrentCell(2, 1)
    before = table.item(0, 0)
    table.show_view(DUE)
    assert table.rowCount() == 10
    assert table.item(0, 0) is before
    assert table.currentRow() == 2
    table.show_view(view())
    assert table.rowCount() == 9


def test_the_keyboard_reads_it_and_tab_leaves_it(table: DayTable) -> None:
    """Nothing can be changed."""
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentRow(), table.currentColumn()) == (1, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert (table.currentRow(), table.currentColumn()) == (1, 0)
    picture = table.grab().toImage()
    assert picture.pixelColor(2, 60).lightness() < 160
