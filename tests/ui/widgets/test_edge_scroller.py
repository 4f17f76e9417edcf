from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.ui.widgets.edge_scroller import EdgeScroller, speed_at


def test_it_is_faster_nearer_to_the_edge() -> None:
    """And rests in the middle."""
    assert speed_at(300, 600) == 0
    assert 0 > speed_at(60, 600) > speed_at(10, 600)
    assert 0 < speed_at(540, 600) < speed_at(590, 600)
    assert speed_at(-500, 600) == -18


def test_it_scrolls_while_the_pointer_is_at_an_edge(qtbot: QtBot) -> None:
    """Until the end of the page, and no tick longer."""
    page = QScrollArea()
    content = QWidget()
    content.resize(100, 700)
    page.setWidget(content)
    page.resize(200, 400)
    qtbot.addWidget(page)
    page.show()
    scroller = EdgeScroller(page)
    view = page.viewport()
    bottom = view.mapToGlobal(QPoint(0, view.height() - 1)).y()
    with qtbot.waitSignal(scroller.scrolled):
        scroller.follow(bottom)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() and not scroller.is_running)
    scroller.follow(view.mapToGlobal(QPoint(0, 2)).y())
    assert scroller.is_running
    scroller.follow(view.mapToGlobal(QPoint(0, 200)).y())
    assert not scroller.is_running
    scroller.follow(bottom - 5000)
    scroller.stop()
    assert not scroller.is_running
