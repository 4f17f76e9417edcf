"""The player's stage: the name, the place of the figure, and a line that comes and goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.view import View
from hipstretch.ui.pages.player_content import StageContent
from hipstretch.ui.pages.player_layout import PlayerLayout
from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.figure_place import FigurePlace
from hipstretch.ui.widgets.figure_sign import draw_position
from hipstretch.ui.widgets.figure_view import FigureView
from hipstretch.ui.widgets.notice import Notice
from hipstretch.ui.widgets.painting import baseline, start_painting, text_width

_TITLE, _COUNT, _GAP = 38.0, 24.0, 20.0
_SMALLER, _LEAST_SHARE, _LEAST_COUNT, _LEAST = 0.96, 0.62, 0.8, 12.0
_RADIUS, _COMPACT_RADIUS = 32, 22
_DRAG_FROM = 6
"""The px that the mouse goes before it turns the figure."""
_NOTICE_GAP, _NOTICE_OUT, _STACKED_FOOT = 8, 6, 1.8


@dataclass(frozen=True, slots=True)
class TitleFonts:
    """The fonts of name and count; `stacked` says that the count stands under the name."""

    title: QFont
    count: QFont
    stacked: bool


def title_fonts(title: str, count: str, width: float, scale: float) -> TitleFonts:
    """Name and count side by side, smaller if need be; else under each other."""
    share = 1.0
    while share >= _LEAST_SHARE:
        count_font = make_font(_COUNT * scale * max(_LEAST_COUNT, share), 500, display=True)
        font = _title_font(_TITLE * scale * share)
        gap = _GAP * scale if count else 0.0
        if text_width(title, font) + gap + text_width(count, count_font) <= width:
            return TitleFonts(font, count_font, stacked=False)
        share *= _SMALLER
    return _stacked(title, count, width, scale)


def _stacked(title: str, count: str, width: float, scale: float) -> TitleFonts:
    """The name over the whole width, as large as that holds it, and the count under it."""
    count_font = make_font(_COUNT * scale * _LEAST_COUNT, 500, display=True)
    size = _TITLE * scale
    while text_width(title, _title_font(size)) > width and size > _LEAST:
        size *= _SMALLER
    return TitleFonts(_title_font(size), count_font, stacked=bool(count))


def _title_font(size: float) -> QFont:
    """The name's font in that size."""
    return make_font(size, 700, -0.013 * size, display=True)


class Stage(FigurePlace):
    """The ground with the name on top and the figure in its place; a click pauses or goes on.

    Signals:
        clicked: it was clicked anywhere.
    """

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, player=True)
        self._title = self._count = ""
        self._title_rect = QRectF()
        self._figure_rect = QRect()
        self._scale = 1.0
        self._compact = False
        self._pressed = False
        self._dragged_from: QPointF | None = None
        self.figure = FigureView(theme, self)
        self.notice = Notice(theme, self)

    @property
    def figure_rect(self) -> QRect:
        """The box in the stage's px that is kept clean for the figure."""
        return self._figure_rect

    def show_view(self, view: View) -> None:
        """Let the figure do what the moment asks for; its words are the exercise's own."""
        self.figure.show_view(view)
        self.figure.setVisible(self.figure.has_figure)
        shown = view.exercise or (view.upcoming.exercise if view.upcoming is not None else None)
        if shown is not None:
            lines = shown.instructions.on_side(view.picture.side)
            told = f"{lines.setup} {lines.move} {lines.hold}"
            if shown.name != self.figure.accessibleName():
                self.figure.setAccessibleName(shown.name)
            if told != self.figure.accessibleDescription():
                self.figure.setAccessibleDescription(told)

    def draw_figure(self, painter: QPainter, box: QRectF) -> None:
        """Draw the sign where there is no figure; the figure paints itself."""
        if not self.figure.has_figure:
            draw_position(painter, box, self.picture.position, self._theme.palette)

    def set_content(self, content: StageContent) -> None:
        """Show the words and the figure."""
        self.set_picture(content.picture)
        if (content.title, content.count) != (self._title, self._count):
            self._title, self._count = content.title, content.count
            self.setAccessibleName(f"{self._title}, {self._count}".strip(", "))
            self._place_notice()
            self.update()

    def place(self, layout: PlayerLayout) -> None:
        """Take the places of the layout."""
        origin = layout.stage.topLeft()
        self._scale, self._compact = layout.scale, layout.compact
        self._title_rect = QRectF(layout.title.translated(-origin))
        self._figure_rect = layout.figure.translated(-origin)
        self.setGeometry(layout.stage)
        self.set_radius(_COMPACT_RADIUS if layout.compact else round(_RADIUS * layout.scale))
        self.set_figure_box(QRectF(self._figure_rect))
        self.figure.setGeometry(self._figure_rect)
        self._place_notice()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the position, then name and count."""
        super().paintEvent(event)
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        fonts = self._fonts()
        foot = self._foot(fonts)
        painter.setFont(fonts.title)
        painter.setPen(palette.ink)
        painter.drawText(QPointF(self._title_rect.left(), foot), self._title)
        painter.setFont(fonts.count)
        painter.setPen(palette.ink2)
        painter.drawText(self._count_place(fonts, foot), self._count)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that a click or a drag may follow."""
        self._pressed = event.button() is Qt.MouseButton.LeftButton
        self._dragged_from = event.position() if self._pressed else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure; what turns it is no click."""
        if self._dragged_from is None or not self.figure.has_figure:
            return
        moved = event.position() - self._dragged_from
        if self._pressed and moved.manhattanLength() < _DRAG_FROM:
            return
        self._pressed = False
        self._dragged_from = event.position()
        self.figure.turn(moved.x(), moved.y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Turn the figure back; the second click undoes what the first one did."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.figure.turn_back()
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click that ends where it began."""
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self._tell_click()
        self._pressed = False
        self._dragged_from = None

    def _tell_click(self) -> None:
        """Say that it was clicked."""
        self.clicked.emit()

    def _fonts(self) -> TitleFonts:
        """The fonts of name and count."""
        scale = self._scale * self._theme.text_scale
        return title_fonts(self._title, self._count, self._title_rect.width(), scale)

    def _foot(self, fonts: TitleFonts) -> float:
        """The base line of the name."""
        return baseline(self._title_rect.center().y(), fonts.title)

    def _place_notice(self) -> None:
        """Let the line that comes and goes stand under the name and its count.

        In one column it lies over them: the figure needs all that is below.
        """
        rect = self._title_rect.toRect()
        if self._compact:
            around = rect.adjusted(-_NOTICE_OUT, -_NOTICE_OUT, _NOTICE_OUT, _NOTICE_OUT)
            self.notice.place(around, self._scale, fills=True)
            return
        fonts = self._fonts()
        top = rect.bottom() + 1.0
        if fonts.stacked:
            top = max(top, self._foot(fonts) + fonts.count.pixelSize() * _STACKED_FOOT)
        rect.moveTop(round(top + _NOTICE_GAP * self._scale))
        self.notice.place(rect, self._scale)

    def _count_place(self, fonts: TitleFonts, foot: float) -> QPointF:
        """Where the count begins: at the right on the name's line, or under it."""
        if fonts.stacked:
            return QPointF(self._title_rect.left(), foot + fonts.count.pixelSize() * 1.4)
        right = self._title_rect.right() - text_width(self._count, fonts.count)
        return QPointF(right, foot)
