from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF

from hipstretch.core.figure.figure import Figure
from hipstretch.core.person import Side
from hipstretch.ui.figure.canvas import Canvas, materials
from hipstretch.ui.figure.colours import LIGHT_FIGURE
from hipstretch.ui.figure.filling import fill, tint
from hipstretch.ui.figure.painter import figure_view

pytestmark = pytest.mark.usefixtures("qapp")

_EDGE = QColor("#00ff00")


def filled(figure: Figure, outline: QPolygonF, *, rows: float | None = 1.0) -> QImage:
    """A black to red picture of an outline on white, with a green edge."""
    image = QImage(120, 240, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    frame = figure.frame(0.0, Side.LEFT)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    view = figure_view(frame, QRectF(image.rect()))
    canvas = Canvas(painter, view, frame, LIGHT_FIGURE, materials(dark=False), rows)
    light = QLinearGradient(20.0, 0.0, 100.0, 0.0)
    light.setColorAt(0.0, QColor("#000000"))
    light.setColorAt(1.0, QColor("#ff0000"))
    fill(canvas, outline, light, _EDGE)
    painter.end()
    return image


def box(high: float) -> QPolygonF:
    """A box that wide and `high`, on half pixels."""
    return QPolygonF(
        [
            QPointF(20.5, 10.5),
            QPointF(100.5, 10.5),
            QPointF(100.5, 10.5 + high),
            QPointF(20.5, 10.5 + high),
        ]
    )


@pytest.mark.parametrize("high", [60.0, 200.0])
def test_the_gradient_fills_the_inside_without_gaps(lying: Figure, high: float) -> None:
    """A tall outline is filled in bands, and none of them is seen."""
    image = filled(lying, box(high))
    column = {image.pixelColor(60, y).name() for y in range(12, int(9 + high))}
    assert len(column) == 1
    assert image.pixelColor(90, 40).red() > image.pixelColor(30, 40).red() + 100


def test_only_the_edge_has_its_own_colour(lying: Figure) -> None:
    """The edge is green, and what is outside stays white."""
    image = filled(lying, box(60.0))
    assert image.pixelColor(60, 10).green() > 100
    assert image.pixelColor(60, 14).green() == 0
    assert image.pixelColor(60, 5).name() == "#ffffff"


@pytest.mark.parametrize(("high", "rows"), [(10.0, 1.0), (60.0, None)])
def test_small_outlines_and_those_without_pixels_have_no_edge(
    lying: Figure, high: float, rows: float | None
) -> None:
    """They are filled smoothly with the gradient alone."""
    image = filled(lying, box(high), rows=rows)
    assert all(
        image.pixelColor(60, y).green() in {0, 255} or image.pixelColor(60, y).blue() > 0
        for y in range(240)
    )


def test_a_tint_lets_what_is_below_shine_through(lying: Figure) -> None:
    """A half transparent gradient mixes with what was painted."""
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#0000ff"))
    frame = lying.frame(0.0, Side.LEFT)
    painter = QPainter(image)
    painter.setPen(QColor(0, 0, 0, 0))
    view = figure_view(frame, QRectF(image.rect()))
    canvas = Canvas(painter, view, frame, LIGHT_FIGURE, materials(dark=False), 1.0)
    light = QLinearGradient(0.0, 0.0, 60.0, 0.0)
    light.setColorAt(0.0, QColor(255, 0, 0, 128))
    light.setColorAt(1.0, QColor(255, 0, 0, 128))
    tint(canvas, QPolygonF(QRectF(5, 5, 50, 50)), light)
    painter.end()
    mixed = image.pixelColor(30, 30)
    assert 100 < mixed.red() < 160
    assert 100 < mixed.blue() < 160
