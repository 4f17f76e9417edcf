"""The card of a toast: words, perhaps a button, which come and go at the window's foot."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    Shadow,
    WrappedText,
    draw_frame,
    draw_soft_shadow,
    draw_text,
    start_painting,
)
from hipstretch.ui.widgets.toast_button import ToastButton

_HEIGHT, _RADIUS, _UP, _ICON, _ICON_GAP, _ACTION_GAP = 56, 18, 24, 20, 10, 20
_PAD, _PAD_ABOVE = 18, 17
_AROUND = 24
_RISE = 12
_IN_MS, _OUT_MS, _FADE_MS = 200, 140, 100
_ACTION_INSET = 8
_WIDEST = 560
_MOVES = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class ToastCard(QWidget):
    """Stands in the middle of the window's foot, over `above`, which is the tab bar.

    Whoever makes one hides it until there is something to say.

    Signals:
        went: it has gone by itself.
    """

    went = Signal()

    def __init__(self, theme: Theme, window: QWidget, above: QWidget | None = None) -> None:
        super().__init__(window)
        self._theme = theme
        self._window, self._above = window, above
        self._text, self._icon = "", ""
        self._leaving = False
        self._action = ToastButton(theme, self)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self._on_moved)
        self._motion.finished.connect(self._on_motion_finished)
        for place in (window, above):
            if place is not None:
                place.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)

    @property
    def text(self) -> str:
        """The words that are shown, empty where there are none."""
        return self._text if not self.isHidden() else ""

    def dismiss(self) -> None:
        """Let it go."""
        self._move_to(0.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow, the ground, the icon and the words."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(self._share())
        card = self._card()
        palette = self._theme.palette
        draw_soft_shadow(painter, card, _RADIUS, palette, Shadow.PANEL)
        draw_frame(painter, card, _RADIUS, palette.ink)
        left = card.left() + _PAD
        if self._icon:
            size = self._theme.px(_ICON)
            box = QRectF(left, round(card.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, self._icon, box, palette.bg)
        self._draw_words(painter, card.adjusted(_PAD + self._lead(), 0, 0, 0), palette.bg)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in its place while the window and what stands at its foot change."""
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _come(self, text: str, icon: str, action: str) -> None:
        """Show other words, with a button where there is a word for it."""
        self._text, self._icon = text, icon
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.raise_()
        self.show()
        self.update()
        self._move_to(1.0)

    def _move_to(self, share: float) -> None:
        """Come or go from where it is now."""
        self._leaving = share == 0.0
        start = self._share()
        self._motion.stop()
        self._motion.setStartValue(start)
        self._motion.setEndValue(share)
        length = _OUT_MS if self._leaving else _IN_MS
        self._motion.setDuration(_FADE_MS if self._theme.reduced_motion else length)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.start()

    def _share(self) -> float:
        """How far it has come: 0 to 1."""
        return float(self._motion.currentValue() or 0.0)

    def _card(self) -> QRectF:
        """The visible part; around it is room for the shadow."""
        return QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)

    def _draw_words(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw the words; one line stands as high as the word of the button."""
        words, left = self._words(), Qt.AlignmentFlag.AlignLeft
        if len(words.lines) == 1:
            draw_text(painter, rect, words.lines[0], words.font, color, align=left)
        else:
            top = rect.center().y() - words.height / 2
            words.draw(painter, QPointF(rect.left(), top), color)

    def _lead(self) -> int:
        """The px that the icon takes before the words."""
        return self._theme.px(_ICON) + _ICON_GAP if self._icon else 0

    def _words(self) -> WrappedText:
        """The words in their lines, at most as wide as the window allows."""
        room = min(self._theme.px(_WIDEST), self._window.width() - 2 * _AROUND)
        room -= 2 * _PAD + self._lead() + self._action_width()
        font, line = self._theme.font(Role.BODY), self._theme.line_height(Role.BODY)
        return WrappedText.lay_out(self._text, room, font, line)

    def _action_width(self) -> int:
        """The px that the button takes after the words."""
        if not self._action.label:
            return 0
        return self._action.visible_size().width() + _ACTION_GAP - _ACTION_INSET

    def _foot(self) -> int:
        """The px at the window's foot that belong to what stands there."""
        return self._above.height() if self._above is not None and self._above.isVisible() else 0

    def _place(self) -> None:
        """Take the size of the words, in the middle of the window's foot."""
        words, window = self._words(), self._window
        width = round(words.width + 1) + 2 * _PAD + self._lead() + self._action_width()
        height = max(self._theme.px(_HEIGHT), round(words.height) + 2 * _PAD_ABOVE)
        rise = 0 if self._theme.reduced_motion else round(_RISE * (1 - self._share()))
        left = (window.width() - width) // 2 - _AROUND
        top = window.height() - self._foot() - _UP - height - _AROUND + rise
        self.setGeometry(left, top, width + 2 * _AROUND, height + 2 * _AROUND)
        size = self._action.sizeHint()
        inset = _PAD - _ACTION_INSET - FOCUS_MARGIN
        action_left = self.width() - _AROUND - inset - size.width()
        self._action.setGeometry(
            action_left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    @Slot()
    def _on_moved(self) -> None:
        """Paint the next step of coming or going."""
        self._action.share = self._share()
        self._place()
        self.update()

    @Slot()
    def _on_motion_finished(self) -> None:
        """Hide when it has gone."""
        if self._leaving:
            self.hide()
            self.went.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self._place()
        self.update()
