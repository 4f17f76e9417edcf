"""The short message at the foot of the window that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from hipstretch.ui.palette import DARK, LIGHT, Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    Shadow,
    WrappedText,
    draw_focus_ring,
    draw_frame,
    draw_soft_shadow,
    draw_text,
    start_painting,
    text_width,
    with_alpha,
)

_HEIGHT, _RADIUS, _UP, _ICON, _ICON_GAP, _ACTION_GAP = 56, 18, 24, 20, 10, 20
_PAD, _PAD_ABOVE = 18, 17
_AROUND = 24
_RISE = 12
_IN_MS, _OUT_MS, _FADE_MS = 200, 140, 100
_STAY_MS, _STAY_WITH_ACTION_MS = 5_000, 10_000
_ACTION_INSET = 8
_WIDEST = 560


class _Action(PaintedButton):
    """The word at the right of the toast; `share` is how far the toast has faded in."""

    share = 1.0

    def visible_size(self) -> QSize:
        """The word and a little room."""
        font = self._theme.font(Role.BUTTON)
        return QSize(round(text_width(self.label, font)) + self._theme.px(20), self._theme.px(36))

    def corner_radius(self) -> float:
        """As other small fields."""
        return 12.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint in the other theme's colours, because the toast's ground is ink."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(self.share)
        rect, colors = self.visible_rect(), _inverse(self._theme)
        ground = with_alpha(colors.primary, 0.24 if self.isDown() else 0.16 * self.hover_share)
        draw_frame(painter, rect, self.corner_radius(), ground)
        draw_text(painter, rect, self.label, self._theme.font(Role.BUTTON), colors.primary)
        if self.focus_shown:
            draw_focus_ring(painter, rect, self.corner_radius(), colors)


def _inverse(theme: Theme) -> Palette:
    """The palette that fits a ground of ink."""
    return LIGHT if theme.palette.dark else DARK


class Toast(QWidget):
    """One message at a time, in the middle of the window's foot.

    It stays 5 s, 10 s with an action, and as long as the pointer or the focus is on it.

    Signals:
        action_requested: the action was pressed; the toast goes.
    """

    action_requested = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._text = ""
        self._icon: str | None = None
        self._foot = 0
        self._leaving = False
        self._action = _Action(theme, "", self)
        self._action.clicked.connect(self._on_action_clicked)
        self._stay = QTimer(self, singleShot=True)
        self._stay.timeout.connect(self._on_stay_over)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self._on_moved)
        self._motion.finished.connect(self._on_motion_finished)
        window.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown, empty where there is none."""
        return self._text if not self.isHidden() else ""

    @property
    def stay(self) -> int:
        """How many ms the message stays."""
        return _STAY_WITH_ACTION_MS if self._action.label else _STAY_MS

    def show_message(self, text: str, action_text: str = "", icon: str | None = None) -> None:
        """Show a message in place of the one before, and say it to screen readers."""
        self._text, self._icon = text, icon
        self._action.set_label(action_text)
        self._action.setVisible(bool(action_text))
        self.setAccessibleName(text)
        self._place()
        self.raise_()
        self.show()
        self._move_to(1.0)
        self._stay.start(self.stay)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_foot(self, foot: int) -> None:
        """Keep `foot` px free below, for the tab bar of a narrow window."""
        self._foot = foot
        if self.isVisible():
            self._place()

    def dismiss(self) -> None:
        """Let the message go."""
        self._stay.stop()
        self._move_to(0.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow, the ground, the icon and the message."""
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

    def _draw_words(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw the message; one line stands as high as the word of the action."""
        words, left = self._words(), Qt.AlignmentFlag.AlignLeft
        if len(words.lines) == 1:
            draw_text(painter, rect, words.lines[0], words.font, color, align=left)
        else:
            top = rect.center().y() - words.height / 2
            words.draw(painter, QPointF(rect.left(), top), color)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window's foot."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is on it."""
        self._stay.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go some time after the pointer has left."""
        if not self._leaving:
            self._stay.start(self.stay)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing run unseen."""
        self._stay.stop()
        self._motion.stop()
        super().hideEvent(event)

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

    def _lead(self) -> int:
        """The px that the icon takes before the words."""
        return self._theme.px(_ICON) + _ICON_GAP if self._icon else 0

    def _words(self) -> WrappedText:
        """The message in its lines, at most as wide as the window allows."""
        room = min(self._theme.px(_WIDEST), self._window.width() - 2 * _AROUND)
        room -= 2 * _PAD + self._lead() + self._action_width()
        font, line = self._theme.font(Role.BODY), self._theme.line_height(Role.BODY)
        return WrappedText.lay_out(self._text, room, font, line)

    def _action_width(self) -> int:
        """The px that the action takes after the words."""
        if not self._action.label:
            return 0
        return self._action.visible_size().width() + _ACTION_GAP - _ACTION_INSET

    def _place(self) -> None:
        """Take the size of the message, in the middle of the window's foot."""
        words, window = self._words(), self._window
        width = round(words.width + 1) + 2 * _PAD + self._lead() + self._action_width()
        height = max(self._theme.px(_HEIGHT), round(words.height) + 2 * _PAD_ABOVE)
        rise = 0 if self._theme.reduced_motion else round(_RISE * (1 - self._share()))
        left = (window.width() - width) // 2 - _AROUND
        top = window.height() - self._foot - _UP - height - _AROUND + rise
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

    @Slot()
    def _on_stay_over(self) -> None:
        """Go, unless the keyboard is on the action."""
        if self._action.hasFocus():
            self._stay.start(self.stay)
        else:
            self.dismiss()

    @Slot()
    def _on_action_clicked(self) -> None:
        """Pass the wish on and go."""
        self.action_requested.emit()
        self.dismiss()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self._place()
        self.update()
