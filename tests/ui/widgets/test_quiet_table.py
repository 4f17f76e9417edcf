from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidgetItem

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Role
from hipstretch.ui.widgets.quiet_table import ROW_HEIGHT, CellLook, CellPainter, QuietTable
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class PlainCells(CellPainter):
    """Every cell with a line under all of it, and a field that fills it."""

    def look(self, cell: QRectF, column: int) -> CellLook:
        """The second column is the quiet one."""
        line = QRectF(cell.left(), cell.bottom(), cell.width(), 1)
        inside = cell.adjusted(6, 0, -6, 0)
        return CellLook(inside, line, cell, Role.BODY, bool(column), is_right=False)


class Plain(QuietTable):
    """Two rows of two cells."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 2, 2)
        self.setItemDelegate(PlainCells(theme, self))
        for number in range(4):
            self.setItem(number // 2, number % 2, QTableWidgetItem(f"Cell {number}"))
        self._size()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Plain:
    """The table in an active window."""
    table = Plain(theme)
    table.resize(300, 160)
    return show_active(qtbot, table)


def test_rows_grow_with_the_text(table: Plain, theme: Theme) -> None:
    """All at once."""
    assert table.rowHeight(1) == ROW_HEIGHT
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert table.rowHeight(1) == 52


def test_it_can_be_read_and_not_changed(table: Plain) -> None:
    """The arrows go from cell to cell; typing does nothing."""
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClicks(table, "x")
    assert (table.currentRow(), table.currentColumn()) == (1, 0)
    assert table.model().index(1, 0).data() == "Cell 2"


def test_the_keyboards_cell_has_a_field(table: Plain) -> None:
    """In the colour of the focus, and only that cell."""
    table.setFocus()
    table.setCurrentCell(1, 0)
    image = table.viewport().grab().toImage()
    assert image.pixelColor(20, ROW_HEIGHT).name() == LIGHT.focus.name()
    assert image.pixelColor(20, 0).name() != LIGHT.focus.name()


def test_lines_lie_under_the_rows(table: Plain) -> None:
    """Thin ones."""
    table.clearFocus()
    image = table.viewport().grab().toImage()
    assert image.pixelColor(20, ROW_HEIGHT).name() == LIGHT.line.name()
    assert image.pixelColor(20, ROW_HEIGHT - 3).name() != LIGHT.line.name()
