from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar, handle_span

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> SlimScrollBar:
    """A bar over three pages of 600 px."""
    bar = SlimScrollBar(theme)
    bar.setRange(0, 1200)
    bar.setPageStep(600)
    bar.resize(12, 606)
    qtbot.addWidget(bar)
    return bar


def test_the_handle_shows_the_part_that_is_seen() -> None:
    """A third of the room for a third of the page."""
    assert handle_span(606, 600, 0, 1200) == (3, 200)
    assert handle_span(606, 600, 1200, 1200) == (403, 200)


def test_the_handle_is_never_too_short_to_catch() -> None:
    """40 px at least."""
    assert handle_span(606, 10, 0, 100_000)[1] == 40


def test_dragging_the_handle_scrolls(bar: SlimScrollBar) -> None:
    """The page follows the pointer to the end and not beyond."""
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 100))
    QTest.mouseMove(bar, QPoint(6, 300))
    assert bar.value() == pytest.approx(600, abs=10)
    QTest.mouseMove(bar, QPoint(6, 900))
    assert bar.value() == 1200
    assert not bar.grab().isNull()
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 900))
    QTest.mouseMove(bar, QPoint(6, 100))
    assert bar.value() == 1200


def test_a_click_beside_the_handle_turns_a_page(bar: SlimScrollBar) -> None:
    """Downwards and upwards."""
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 550))
    assert bar.value() == 600
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 10))
    assert bar.value() == 0


def test_a_page_that_fits_has_no_handle(bar: SlimScrollBar, theme: Theme) -> None:
    """There is nothing to scroll."""
    bar.setRange(0, 0)
    image = bar.grab().toImage()
    assert {image.pixel(6, y) for y in range(606)} == {image.pixel(0, 0)}
    assert theme.palette.dark is False
