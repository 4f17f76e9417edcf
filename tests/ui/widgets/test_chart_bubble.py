from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.chart_bubble import bubble_rect, draw_bubble

BOUNDS = QRectF(0, 0, 300, 150)


def test_it_stands_above_what_it_tells() -> None:
    """In the middle."""
    rect = bubble_rect(QRectF(140, 80, 20, 20), 100, 30, BOUNDS)
    assert rect == QRectF(100, 41, 100, 30)


def test_it_stands_below_where_there_is_no_room_above() -> None:
    """But not over it."""
    spot = QRectF(140, 10, 20, 20)
    assert bubble_rect(spot, 100, 30, BOUNDS).top() > spot.bottom()


def test_it_stays_within_the_chart() -> None:
    """At both ends."""
    assert bubble_rect(QRectF(0, 80, 10, 10), 100, 30, BOUNDS).left() == 0
    assert bubble_rect(QRectF(290, 80, 10, 10), 100, 30, BOUNDS).right() == 300


def test_its_tip_points_at_the_spot(theme: Theme) -> None:
    """Above or below."""
    for top, tip in ((80, 74), (5, 31)):
        image = QImage(300, 150, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_bubble(painter, QRectF(QPointF(140, top), QPointF(160, top + 20)), "x", BOUNDS, theme)
        painter.end()
        assert image.pixelColor(150, tip).name() == LIGHT.ink.name()
