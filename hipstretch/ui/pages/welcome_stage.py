"""The picture beside a step of the welcome; a standing figure shows which side is sore."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hipstretch.core.person import Affected, Side
from hipstretch.ui.pages.welcome_step import Scene
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.figure_place import FigurePlace
from hipstretch.ui.widgets.painting import baseline, inner_rect

_RADIUS, _EDGE, _BANNER_EDGE = 32, 28, 10
_TILE, _TILE_AT, _BRAND_GAP, _BRAND_SIZE = 28, 28, 10, 17
_ABOVE, _BELOW = 0.14, 0.08
"""The shares of a high stage that are free above and below the figure."""
_LOW = 300
"""A stage under this height is a banner, whose figure takes all of it."""


class WelcomeStage(FigurePlace):
    """A stage with the figure of a step."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=_RADIUS, player=True)
        self._sore: Affected | None = None

    def show_scene(self, scene: Scene) -> None:
        """Show what a step asks for."""
        self.set_picture(scene.picture)
        self._sore = scene.sore
        self.update()

    def draw_figure(self, painter: QPainter, box: QRectF) -> None:
        """Draw the figure with room around it, its sore legs in orange; and the brand above it."""
        room = inner_rect(box, _BANNER_EDGE)
        if box.height() > _LOW:
            self._draw_brand(painter, box)
            height = box.height()
            room = box.adjusted(_EDGE, height * _ABOVE, -_EDGE, -height * _BELOW)
        if self._sore is None or not self._draw_sore(painter, room, self._sore):
            super().draw_figure(painter, room)

    def _draw_brand(self, painter: QPainter, box: QRectF) -> None:
        """Draw sign and name of the program, as the rail of the other pages has them."""
        size, palette = self._theme.px(_TILE), self._theme.palette
        tile = QRectF(box.left() + _TILE_AT, box.top() + _TILE_AT, size, size)
        self._theme.icons.draw(painter, "app", tile, palette.primary)
        font = make_font(_BRAND_SIZE * self._theme.text_scale, 700, display=True)
        painter.setFont(font)
        painter.setPen(palette.ink)
        start = QPointF(tile.right() + _BRAND_GAP, baseline(tile.center().y(), font))
        painter.drawText(start, self.tr("HipStretch"))

    def _draw_sore(self, painter: QPainter, box: QRectF, sore: Affected) -> bool:
        """Draw the figure with its sore legs; False where there is no such figure."""
        figure = self._theme.figures.figure(self.picture)
        if figure is None:
            return False
        from hipstretch.core.figure.flesh import Part
        from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE
        from hipstretch.ui.figure.painter import paint_figure

        sides = [side for side in (Side.LEFT, Side.RIGHT) if sore.includes(side)]
        legs = frozenset(Part(f"{side.value} leg") for side in sides)
        palette = DARK_FIGURE if self._theme.palette.dark else LIGHT_FIGURE
        paint_figure(painter, box, replace(figure.frame(1.0), working=legs), palette)
        return True
