"""Line icons from SVG files, tinted at run time and cached by colour, size and pixel ratio."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_Key = tuple[str, int, int, float]


class Icons:
    """The icons of a folder of `<name>.svg` files that draw with `currentColor`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[_Key, QPixmap] = {}

    def draw(self, painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
        """Paint the icon `name` into `rect`; raises FileNotFoundError for an unknown name."""
        size = round(min(rect.width(), rect.height()))
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(name, size, color, ratio)
        left = rect.center().x() - size / 2
        top = rect.center().y() - size / 2
        painter.drawPixmap(QRectF(left, top, size, size), pixmap, QRectF(pixmap.rect()))

    def pixmap(self, name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
        """The icon as a square pixmap of `size` logical px."""
        key = (name, size, color.rgba(), ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size, color, ratio)
        return self._pixmaps[key]

    def _render(self, name: str, size: int, color: QColor, ratio: float) -> QPixmap:
        """Draw the SVG once, with its `currentColor` replaced."""
        from PySide6.QtSvg import QSvgRenderer

        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        tinted = text.replace("currentColor", color.name())
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(tinted.encode()))
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
