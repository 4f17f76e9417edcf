"""The picture and the name of a stretch in the editor; a click shows all about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.body import Picture
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.concern_mark import Mark, draw_mark
from hipstretch.ui.widgets.figure_place import draw_figure_place, stage_brush
from hipstretch.ui.widgets.number_editor import LEFT_OUT
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    inner_rect,
    text_width,
)
from hipstretch.ui.widgets.row_geometry import THUMB_GAP, thumb_size

_RADIUS = 14
_PAUSE_ICON = 24


class RowTitle(PaintedButton):
    """A thumbnail, a name and a line below it; `clicked` asks for all about the stretch.

    The line says the longest of its texts that fits. Without a picture it stands for a pause,
    which there is nothing more to tell about.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._name = ""
        self._below: tuple[str, ...] = ("",)
        self._picture: Picture | None = None
        self._mark = Mark()
        theme.figures.drawn.connect(self.update)
        self._left_out = False
        super().__init__(theme, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_content(self, name: str, below: tuple[str, ...], picture: Picture | None) -> None:
        """Show a stretch; `below` are texts for the line, the longest first."""
        self._name, self._below, self._picture = name, below, picture
        opens = picture is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not opens)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{name}, {below[0]}" if below[0] else name)
        self.updateGeometry()
        self.update()

    def set_mark(self, mark: Mark) -> None:
        """Show what there is to mind, with its reason."""
        self._mark = mark
        self.setToolTip(mark.reason)
        self.setAccessibleDescription(mark.reason)
        self.update()

    def set_left_out(self, left_out: bool) -> None:
        """Fade while the row is off."""
        if left_out != self._left_out:
            self._left_out = left_out
            self.update()

    def height_at(self, width: int) -> int:
        """The visible height at a visible width."""
        room = self._room(width)
        words = self._title(room).height + self._line(room).height
        return max(thumb_size(self._theme.px)[1], round(words))

    def visible_size(self) -> QSize:
        """The thumbnail and some words."""
        width = thumb_size(self._theme.px)[0] + self._theme.px(160)
        return QSize(width, self.height_at(width))

    def minimumSizeHint(self) -> QSize:
        """The thumbnail."""
        width, height = thumb_size(self._theme.px)
        return QSize(width, height) + QSize(2 * FOCUS_MARGIN, 2 * FOCUS_MARGIN)

    def corner_radius(self) -> float:
        """That of the thumbnail."""
        return self._theme.px(_RADIUS)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the thumbnail and the words beside it; left out they fade, but for the line."""
        width, height = thumb_size(self._theme.px)
        thumb = QRectF(rect.left(), round(rect.center().y() - height / 2), width, height)
        painter.setOpacity(LEFT_OUT if self._left_out else 1.0)
        self._draw_thumb(painter, thumb)
        if self._mark.words:
            draw_mark(painter, thumb, self._mark, self._theme)
        room = rect.right() - thumb.right() - self._theme.px(THUMB_GAP)
        title, line = self._title(room), self._line(room)
        top = round(rect.center().y() - (title.height + line.height) / 2)
        left = thumb.right() + self._theme.px(THUMB_GAP)
        palette = self._theme.palette
        hot = self.hover_share > 0 and not self._left_out
        title.draw(painter, QPointF(left, top), palette.primary if hot else palette.ink)
        painter.setOpacity(1.0)
        line.draw(painter, QPointF(left, top + title.height), palette.ink2)

    def _draw_thumb(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the figure's place, or the sign of a pause."""
        if self._picture is not None:
            draw_figure_place(painter, rect, self._picture, self._theme, self._theme.px(_RADIUS))
            return
        palette = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stage_brush(rect, palette, player=False))
        painter.drawRoundedRect(rect, self._theme.px(_RADIUS), self._theme.px(_RADIUS))
        icon = inner_rect(rect, (rect.height() - self._theme.px(_PAUSE_ICON)) / 2)
        self._theme.icons.draw(painter, "clock", icon, palette.ink3)

    def _room(self, width: float) -> float:
        """The room for words."""
        return width - thumb_size(self._theme.px)[0] - self._theme.px(THUMB_GAP)

    def _title(self, room: float) -> WrappedText:
        """The name in its lines."""
        font, height = self._theme.font(Role.BODY_STRONG), self._theme.px(20)
        return WrappedText.lay_out(self._name, room, font, height)

    def _line(self, room: float) -> WrappedText:
        """The line below, as long as there is room for."""
        font, height = self._theme.font(Role.CAPTION), self._theme.line_height(Role.CAPTION)
        fitting = (text for text in self._below if text_width(text, font) <= room)
        text = next(fitting, self._below[-1])
        return WrappedText.lay_out(text, room, font, height if text else 0)
