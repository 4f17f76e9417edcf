"""Figures as files: PNG and SVG, one figure or a sheet of many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from hipstretch.core.figure.figure import Figure, Loop
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.core.person import Side
from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE
from hipstretch.ui.figure.painter import paint_figure

_STAGES = {False: QColor("#E4EEEA"), True: QColor("#13221F")}
_INKS = {False: QColor("#10302D"), True: QColor("#EAF3F0")}
_MARGIN = 0.04
_CELL = QSize(330, 230)
_LABEL = 26
_SHARES = (0.0, 0.5, 1.0)


def save_figure(
    frame: FigureFrame,
    path: Path,
    size: tuple[int, int],
    *,
    dark: bool = False,
    yaw: float = 0.0,
    pitch: float = 0.0,
) -> None:
    """Draw one figure into a PNG or SVG file."""
    application = QGuiApplication.instance() or QGuiApplication([])
    palette = DARK_FIGURE if dark else LIGHT_FIGURE
    wide, high = size
    margin = min(size) * _MARGIN
    rect = QRectF(margin, margin, wide - 2 * margin, high - 2 * margin)
    if path.suffix.lower() == ".svg":
        _save_svg(frame, path, size, rect, dark=dark, yaw=yaw, pitch=pitch)
    else:
        image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(_STAGES[dark])
        painter = QPainter(image)
        paint_figure(painter, rect, frame, palette, yaw=yaw, pitch=pitch)
        painter.end()
        _save_image(image, path)
    del application


def _save_svg(
    frame: FigureFrame,
    path: Path,
    size: tuple[int, int],
    rect: QRectF,
    *,
    dark: bool,
    yaw: float,
    pitch: float,
) -> None:
    """Draw one figure into an SVG file, without a ground."""
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    painter = QPainter(generator)
    palette = DARK_FIGURE if dark else LIGHT_FIGURE
    paint_figure(painter, rect, frame, palette, yaw=yaw, pitch=pitch)
    painter.end()


def _save_image(image: QImage, path: Path) -> None:
    """Write a PNG file; raises OSError where that fails."""
    if not image.save(str(path)):
        raise OSError(f"cannot write {path}")


def save_sheet(figures: Sequence[Figure], path: Path, *, dark: bool = False) -> None:
    """Draw start, way and hold of every figure, both sides in one row, into one PNG file."""
    application = QGuiApplication.instance() or QGuiApplication([])
    high = _CELL.height() + _LABEL
    wide = _CELL.width() * len(_SHARES)
    image = QImage(
        wide * 2,
        max(1, high * len(figures)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(_STAGES[dark])
    painter = QPainter(image)
    for number, figure in enumerate(figures):
        for column, side in enumerate(_sides(figure)):
            corner = QPointF(column * wide, number * high)
            _paint_way(painter, figure, side, corner, dark=dark)
    painter.end()
    _save_image(image, path)
    del application


def _sides(figure: Figure) -> tuple[Side, ...]:
    """The sides to show of a figure."""
    if figure.plan.drawn_for is not Side.BOTH:
        return (Side.LEFT, Side.RIGHT)
    return (Side.BOTH, Side.RIGHT) if figure.plan.loop is Loop.ROCK else (Side.BOTH,)


def _paint_way(
    painter: QPainter, figure: Figure, side: Side, corner: QPointF, *, dark: bool
) -> None:
    """Paint one figure's way on one side."""
    font = QFont()
    font.setPixelSize(14)
    painter.setFont(font)
    painter.setPen(_INKS[dark])
    label = QRectF(corner.x() + 12, corner.y(), _CELL.width() * 2, _LABEL)
    text = f"{figure.plan.id} ({side.value})"
    painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    palette = DARK_FIGURE if dark else LIGHT_FIGURE
    for column, share in enumerate(_SHARES):
        left = corner.x() + column * _CELL.width() + 10
        rect = QRectF(left, corner.y() + _LABEL, _CELL.width() - 20, _CELL.height() - 10)
        paint_figure(painter, rect, figure.frame(share, side), palette)
