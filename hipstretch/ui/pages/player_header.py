"""The player's top row: close, progress, which stretch, time left and full screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.pages.player_content import HeaderContent
from hipstretch.ui.pages.player_layout import PlayerLayout
from hipstretch.ui.pages.player_words import step_words, time_left_words
from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, baseline, start_painting, text_width
from hipstretch.ui.widgets.player_button import PlayerButton
from hipstretch.ui.widgets.progress_segments import ProgressSegments

_WIDEST_TIME = 88 * 60.0
_EMPTY = HeaderContent("", 0, "")


class PlayerHeader(QWidget):
    """Close and full screen at the ends, between them how far the session is.

    Signals:
        close_pressed: the person wants to leave.
        full_screen_pressed: the person wants the whole screen, or back.
    """

    close_pressed = Signal()
    full_screen_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._compact = False
        self._content = _EMPTY
        self._texts_left = 0
        self.close_button = PlayerButton(
            theme, self.tr("Close"), icon="close", size=24, parent=self
        )
        self.close_button.set_name(self.tr("Close"), self.tr("Close (Esc)"))
        self.segments = ProgressSegments(theme, self)
        self.full_screen = PlayerButton(
            theme, self.tr("Full screen"), icon="full-screen", size=24, parent=self
        )
        self.full_screen.set_name(self.tr("Full screen"), self.tr("Full screen (F)"))
        self.close_button.clicked.connect(self._on_close_clicked)
        self.full_screen.clicked.connect(self._on_full_screen_clicked)

    def set_content(self, content: HeaderContent) -> None:
        """Show which stretch it is and the time left."""
        if content == self._content:
            return
        steps, self._content = self._content.steps, content
        self.setAccessibleName(f"{content.step}, {content.left}".strip(", "))
        if steps != content.steps:
            self._place_parts()
        self.update(self._texts_rect())

    def place(self, layout: PlayerLayout) -> None:
        """Take the row of the layout."""
        self._scale, self._compact = layout.scale, layout.compact
        margin = FOCUS_MARGIN
        self.setGeometry(layout.header.adjusted(-margin, -margin, margin, margin))
        self.segments.set_scale(layout.scale)
        self._place_parts()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two texts."""
        if not event.rect().intersects(self._texts_rect()):
            return
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        step, left = self._step_font(), self._time_font()
        foot = baseline(self.height() / 2, step)
        painter.setFont(step)
        painter.setPen(palette.ink)
        painter.drawText(QPointF(self._texts_left, foot), self._content.step)
        start = self._texts_left + self._step_width() + self._gap()
        painter.setFont(left)
        painter.setPen(palette.ink2)
        painter.drawText(QPointF(start, foot), self._content.left)

    def _place_parts(self) -> None:
        """Buttons at the ends, texts with room for their longest words, progress between."""
        row = self.rect().adjusted(FOCUS_MARGIN, FOCUS_MARGIN, -FOCUS_MARGIN, -FOCUS_MARGIN)
        side = row.height()
        scale = 0.8 if self._compact else self._scale
        close = QRect(row.left(), row.top(), side, side)
        full = QRect(row.right() + 1 - side, row.top(), side, side)
        self.close_button.place(close, scale, side / 2)
        self.full_screen.place(full, scale, side / 2)
        words = self._step_width() + self._gap() + self._time_width()
        self._texts_left = round(full.left() - self._px(26, 12) - words)
        start = close.right() + 1 + self._px(20, 12)
        end = self._texts_left - self._px(20, 12)
        height = self.segments.sizeHint().height()
        self.segments.setGeometry(start, (self.height() - height) // 2, end - start, height)

    def _texts_rect(self) -> QRect:
        """Where the texts stand."""
        return QRect(self._texts_left, 0, self.full_screen.x() - self._texts_left, self.height())

    def _px(self, base: float, compact: int) -> int:
        """A distance: at the player's scale, or as given in one column."""
        return compact if self._compact else round(base * self._scale)

    def _gap(self) -> int:
        """The distance between the texts."""
        return self._px(16, 8)

    def _step_font(self) -> QFont:
        """The font of "3 of 9"."""
        return make_font(28 * self._scale * self._theme.text_scale, 600, display=True)

    def _time_font(self) -> QFont:
        """The font of "8 min left"."""
        return make_font(22 * self._scale * self._theme.text_scale, 500)

    def _step_width(self) -> float:
        """Room for the last of the stretches, so that nothing moves."""
        steps = self._content.steps
        longest = max((step_words(n, steps) for n in (steps, 1)), key=len)
        return text_width(longest, self._step_font())

    def _time_width(self) -> float:
        """Room for a time of two digits, so that nothing moves; more for a longer one."""
        usual = text_width(time_left_words(_WIDEST_TIME), self._time_font())
        return max(usual, text_width(self._content.left, self._time_font()))

    @Slot()
    def _on_close_clicked(self) -> None:
        """The person wants to leave."""
        self.close_pressed.emit()

    @Slot()
    def _on_full_screen_clicked(self) -> None:
        """The person wants the whole screen, or back."""
        self.full_screen_pressed.emit()
