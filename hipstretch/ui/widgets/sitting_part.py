"""The sitting on Home's strip: the ring, its words, and "I'm up"; a click opens the Breaks page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.ui import break_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_frame,
    draw_text,
    text_width,
    with_alpha,
)
from hipstretch.ui.widgets.sitting_ring import SittingLook, draw_sitting_ring, sitting_look

_RING, _LOW_RING, _STROKE, _GAP = 56, 52, 6, 14
_INSET, _RADIUS, _LESS = 12, 14, 8
_BUTTON = 40
_LEFT = Qt.AlignmentFlag.AlignLeft


class SittingPart(PaintedButton):
    """How long the person sits, beside a button to say that they are up.

    Signals:
        up_requested: the person is up.
        sitting_requested: the person sits again.
    """

    up_requested = Signal()
    sitting_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._look: SittingLook | None = None
        self._title = self._line = ""
        self._is_low = self._is_up = False
        super().__init__(theme, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(self.tr("Opens Breaks"))
        self._answer = Button(theme, kind=ButtonKind.SOFT, height=_BUTTON, parent=self)
        self._answer.setCursor(Qt.CursorShape.ArrowCursor)
        self._answer.clicked.connect(self._on_answer_clicked)
        self._has_answer = True

    @property
    def answer(self) -> Button:
        """The button that says where the person is."""
        return self._answer

    @property
    def words(self) -> tuple[str, str]:
        """The two lines beside the ring."""
        return self._title, self._line

    def show_view(self, view: BreaksView) -> None:
        """Tell how things stand now."""
        self._look, self._is_up = sitting_look(view), view.is_up
        self._title, self._line = break_words.title(view), break_words.line(view)
        self.setAccessibleName(break_words.both(view))
        self._answer.set_label(self.tr("I’m sitting") if view.is_up else self.tr("I’m up"))
        self._has_answer = view.state is not State.OFF
        self._place()
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Stand in a narrow window, with a smaller ring."""
        self._is_low = is_low
        self._place()
        self.update()

    def visible_size(self) -> QSize:
        """The ring with its words."""
        return QSize(self._words_left() + self._words_width(), self._theme.px(_RING))

    def minimumSizeHint(self) -> QSize:
        """The ring and the beginning of the words."""
        return QSize(self._theme.px(160), self._theme.px(_RING))

    def corner_radius(self) -> float:
        """As buttons."""
        return self._theme.px(_RADIUS)

    def visible_rect(self) -> QRectF:
        """What the pointer and the keyboard mark, inside the card."""
        less = self._theme.px(_LESS) - FOCUS_MARGIN
        return super().visible_rect().adjusted(0, less, 0, -less)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button at the right end."""
        super().resizeEvent(event)
        self._place()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring and, beside it, the two lines."""
        if self._look is None:
            return
        palette, px = self._theme.palette, self._theme.px
        ground = with_alpha(palette.sunken, (1.0 if self.isDown() else self.hover_share) * 0.6)
        draw_frame(painter, rect, self.corner_radius(), ground)
        size = self._ring_size()
        top = round(rect.center().y() - size / 2)
        ring = QRectF(rect.left() + px(_INSET), top, size, size)
        draw_sitting_ring(painter, ring, px(_STROKE), self._look, self._theme)
        left = rect.left() + self._words_left()
        title_line, line_line = (self._theme.line_height(role) for role in _ROLES)
        above = QRectF(left, 0, self._words_right() - left, title_line)
        above.moveTop(round(rect.center().y() - (title_line + line_line) / 2))
        title_font, line_font = (self._theme.font(role) for role in _ROLES)
        draw_text(painter, above, self._title, title_font, palette.ink, align=_LEFT)
        below = QRectF(left, above.bottom(), above.width(), line_line)
        draw_text(painter, below, self._line, line_font, palette.ink2, align=_LEFT)

    def _ring_size(self) -> int:
        """The diameter of the ring."""
        return self._theme.px(_LOW_RING if self._is_low else _RING)

    def _words_left(self) -> int:
        """Where the words begin, from the left edge of what is visible."""
        return self._theme.px(_INSET) + self._ring_size() + self._theme.px(_GAP)

    def _words_width(self) -> int:
        """The px that the longer line takes."""
        lines = zip(self.words, _ROLES, strict=True)
        return round(max(text_width(text, self._theme.font(role)) for text, role in lines) + 0.5)

    def _words_right(self) -> float:
        """Where the words must end."""
        if not self._answer.isHidden():
            return self._answer.x() + FOCUS_MARGIN - self._theme.px(_LESS)
        return self.width() - FOCUS_MARGIN - self._theme.px(_LESS)

    def _place(self) -> None:
        """Put the button at the right end, where the words leave it the room."""
        size = self._answer.sizeHint()
        left = self.width() - self._theme.px(_INSET) - size.width()
        top = (self.height() - size.height()) // 2
        self._answer.setGeometry(left, top, size.width(), size.height())
        words = FOCUS_MARGIN + self._words_left() + self._words_width() + self._theme.px(_LESS)
        self._answer.setVisible(self._has_answer and words <= left + FOCUS_MARGIN)
        is_cut = words > self._words_right() + self._theme.px(_LESS)
        self.setToolTip(self._line if is_cut else "")

    @Slot()
    def _on_answer_clicked(self) -> None:
        """Tell where the person is."""
        if self._is_up:
            self.sitting_requested.emit()
        else:
            self.up_requested.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        super()._on_look_changed()
        self._place()


_ROLES = (Role.BUTTON_LARGE, Role.CAPTION)
"""How the two lines are written."""
