"""Small pictures of figures: drawn one by one when the window has nothing else to do, then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap

from hipstretch.core.body import Picture

if TYPE_CHECKING:  # the engine is imported with the first picture, after the first paint
    from hipstretch.core.figure.figure import Figure

MOST_KEPT = 200
"""How many pictures are kept, those shown last; a page shows some sixty at most."""
_MARGIN = 0.04
"""The share of the height that is left free above and below."""


class FigureSource(Protocol):
    """Where figures come from."""

    def find(self, figure_id: str) -> Figure | None:
        """The figure of an id, or one written out; None where there is none or it is faulty."""


class _Key(NamedTuple):
    """What makes a picture another one; the size is in logical px."""

    picture: Picture
    width: int
    height: int
    dark: bool
    ratio: float


class Thumbnails(QObject):
    """The pictures of figures for cards, rows and lists.

    Signals:
        drawn: another picture is there; who shows pictures paints again.
    """

    drawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: FigureSource | None = None
        self._make_source: Callable[[], FigureSource] | None = None
        self._pictures: dict[_Key, QPixmap | None] = {}
        self._newest: dict[tuple[Picture, bool], _Key] = {}
        self._waiting: list[_Key] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timed_out)

    def set_source(self, make: Callable[[], FigureSource]) -> None:
        """Say where figures come from; `make` is called when the first picture is drawn."""
        self._make_source = make

    def figure(self, picture: Picture) -> Figure | None:
        """The figure of a picture, for whoever moves it; None where there is none."""
        return self._find(picture.figure) if picture.figure else None

    def draw(self, painter: QPainter, rect: QRectF, picture: Picture, *, dark: bool) -> bool:
        """Draw a figure into `rect`, now or, where it is not ready, on the next `drawn`.

        False where there is no figure to draw, then or ever.
        """
        if not picture.figure or self._make_source is None:
            return False
        ratio = painter.device().devicePixelRatioF()
        key = _Key(picture, round(rect.width()), round(rect.height()), dark, ratio)
        if key not in self._pictures:
            self._want(key)
            return self._draw_stand_in(painter, rect, key)
        pixmap = self._pictures[key] = self._pictures.pop(key)
        if pixmap is not None:
            painter.drawPixmap(QPointF(round(rect.left()), round(rect.top())), pixmap)
        return pixmap is not None

    def _draw_stand_in(self, painter: QPainter, rect: QRectF, key: _Key) -> bool:
        """Draw the picture in its last other size, so that nothing flickers as a window grows."""
        newest = self._newest.get((key.picture, key.dark))
        if newest is None or newest not in self._pictures:
            return True
        pixmap = self._pictures[newest]
        if pixmap is None:
            return False
        size = QSizeF(newest.width, newest.height)
        place = QRectF(QPointF(), size.scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        return True

    def _want(self, key: _Key) -> None:
        """Put a picture on the list of those to draw."""
        if key not in self._waiting and key.width > 0 and key.height > 0:
            self._waiting.append(key)
            self._timer.start()

    def _find(self, figure_id: str) -> Figure | None:
        """The figure of an id."""
        if self._source is None and self._make_source is not None:
            self._source = self._make_source()
        return self._source.find(figure_id) if self._source is not None else None

    @Slot()
    def _on_timed_out(self) -> None:
        """Draw the next picture; whoever still shows one that is missing asks again."""
        self._timer.stop()
        key = self._waiting[0]
        self._waiting.clear()
        while len(self._pictures) >= MOST_KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        self._pictures[key] = self._render(key)
        self._newest[key.picture, key.dark] = key
        self.drawn.emit()

    def _render(self, key: _Key) -> QPixmap | None:
        """Draw the hold of a figure; None where there is no such figure."""
        figure = self._find(key.picture.figure)
        if figure is None:
            return None
        from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE
        from hipstretch.ui.figure.painter import paint_figure

        pixmap = QPixmap(round(key.width * key.ratio), round(key.height * key.ratio))
        pixmap.setDevicePixelRatio(key.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        edge = key.height * _MARGIN
        room = QRectF(edge, edge, key.width - 2 * edge, key.height - 2 * edge)
        palette = DARK_FIGURE if key.dark else LIGHT_FIGURE
        paint_figure(painter, room, figure.frame(1.0, key.picture.side), palette)
        painter.end()
        return pixmap
