from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.dialogs.chart_table import ChartTable, ChartTableDialog, Table
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

TABLE = Table(
    "Minutes a week",
    ("Week", "Time", "Sessions"),
    tuple((f"Week of {n} May", f"{n} min", str(n)) for n in range(1, 31)),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window."""
    return empty_window(qtbot, 900, 700)


def test_it_is_a_table_for_screen_readers(qtbot: QtBot, theme: Theme) -> None:
    """With its name, rows, columns and heads."""
    table = ChartTable(theme, TABLE)
    qtbot.addWidget(table)
    assert QAccessible.queryAccessibleInterface(table).role() is QAccessible.Role.Table
    assert table.accessibleName() == "Minutes a week"
    heads = [table.model().headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["Week", "Time", "Sessions"]
    assert table.model().index(1, 2).data() == "2"


def test_the_keyboard_reads_it_and_tab_goes_on(
    window: QWidget, theme: Theme, press: Callable[[Qt.Key], None]
) -> None:
    """It begins in the table; Tab goes to the button and back."""
    dialog = ChartTableDialog(theme, TABLE, window)
    dialog.open()
    assert dialog.table.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (1, 1)
    press(Qt.Key.Key_Tab)
    assert not dialog.table.hasFocus()
    press(Qt.Key.Key_Tab)
    assert dialog.table.hasFocus()


def test_escape_closes_it(
    window: QWidget, theme: Theme, qtbot: QtBot, press: Callable[[Qt.Key], None]
) -> None:
    """From the table, too."""
    dialog = ChartTableDialog(theme, TABLE, window)
    dialog.open()
    with qtbot.waitSignal(dialog.closed):
        press(Qt.Key.Key_Escape)


def test_nothing_can_be_changed(window: QWidget, theme: Theme) -> None:
    """Typing does not edit."""
    dialog = ChartTableDialog(theme, TABLE, window)
    dialog.open()
    QTest.keyClicks(dialog.table, "x")
    assert dialog.table.state() is not ChartTable.State.EditingState
    assert dialog.table.model().index(0, 0).data() == "Week of 1 May"


def test_it_grows_with_the_text_up_to_a_dialogs_height(qtbot: QtBot, theme: Theme) -> None:
    """More rows scroll inside."""
    table = ChartTable(theme, TABLE)
    short = ChartTable(theme, TABLE._replace(rows=TABLE.rows[:2]))
    for widget in (table, short):
        qtbot.addWidget(widget)
    assert short.sizeHint().height() == 3 * 40
    assert table.sizeHint().height() == 12 * 40
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert table.rowHeight(0) == 52
    assert short.sizeHint().height() == 3 * 52
    table.resize(420, 300)
    table.show()
    assert not table.grab().isNull()


def test_numbers_stand_at_the_right_of_their_columns(qtbot: QtBot, theme: Theme) -> None:
    """Within the table in narrow windows, too."""
    table = ChartTable(theme, TABLE)
    qtbot.addWidget(table)
    table.resize(360, 300)
    table.show()
    image = table.viewport().grab().toImage()
    right = range(image.width() - 16, image.width() - 4)
    colors = [image.pixelColor(x, y).lightness() for x in right for y in range(12, 28)]
    assert min(colors) < 150
