"""The window that asks the person to get up: in a corner, never in the way, never with the focus.

Nothing that is typed can reach it, and it covers nothing but its corner. Whoever does not want it
lets it be.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRect, QRectF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.ui import break_words
from hipstretch.ui.announce import announce
from hipstretch.ui.compositing import is_composited, round_corners
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.break_card import RADIUS, BreakCard
from hipstretch.ui.widgets.painting import Shadow, draw_soft_shadow, start_painting

_EDGE = 24
"""The px between the card and the edges of the screen; its shadow lies in them."""
_IN_MS, _OUT_MS = 200, 140
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
)


class BreakWindow(QWidget):
    """A card over a see-through window, in the lower right corner of the screen with the pointer.

    Every answer lets it go.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        later_requested: `int`, ask again after so many minutes.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    later_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, _FLAGS)
        self._theme = theme
        self._is_flat = not is_composited()
        self._is_leaving = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_flat)
        self._card = BreakCard(theme, self, has_border=self._is_flat)
        self.setWindowTitle(self._card.title)
        self.setAccessibleName(self._card.title)
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self._on_fade_finished)
        self._card.stretch_requested.connect(self._on_stretch_requested)
        self._card.up_requested.connect(self._on_up_requested)
        self._card.later_requested.connect(self._on_later_requested)
        theme.changed.connect(self._on_look_changed)

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer."""
        return self.isVisible() and not self._is_leaving

    def ask(self, view: BreaksView) -> None:
        """Show, or come again, and say it once to a screen reader."""
        self._tell(view)
        if not self.isVisible():
            self._place()
        self.show()
        announce(self, f"{self._card.title}. {self.accessibleDescription()}")
        self._fade_to(1.0)

    def show_view(self, view: BreaksView) -> None:
        """Tell the minutes of now, where it shows."""
        if self.is_asking:
            self._tell(view)

    def set_stretch(self, words: str) -> None:
        """Call the routine for breaks something else: "One-minute stretch"."""
        self._card.set_stretch(words)

    def withdraw(self) -> None:
        """Go away."""
        if self.is_asking:
            self._fade_to(0.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card fill the window but for the room of its shadow."""
        super().resizeEvent(event)
        around = self._around()
        self._card.setGeometry(self.rect().adjusted(around, around, -around, -around))
        if self._is_flat:
            round_corners(self, self.rect(), self._theme.px(RADIUS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow."""
        if self._is_flat:
            return
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(self._share())
        card, radius = QRectF(self._card.geometry()), self._theme.px(RADIUS)
        draw_soft_shadow(painter, card, radius, self._theme.palette, Shadow.PANEL)

    def _tell(self, view: BreaksView) -> None:
        """Say how long the person has been sitting."""
        words = break_words.owed(view.minutes_sat)
        self._card.set_words(words)
        self.setAccessibleDescription(words)

    def _around(self) -> int:
        """The px around the card."""
        return 0 if self._is_flat else _EDGE

    def _place(self) -> None:
        """Stand in the corner of the screen that the person looks at, as far as anyone knows."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        self.setGeometry(self._corner(screen.availableGeometry()))

    def _corner(self, area: QRect) -> QRect:
        """The window's place, its card 24 px from the lower and the right edge of `area`."""
        size, around = self._card.sizeHint(), self._around()
        width, height = size.width() + 2 * around, size.height() + 2 * around
        left = area.left() + area.width() - _EDGE + around - width
        top = area.top() + area.height() - _EDGE + around - height
        return QRect(max(area.left(), left), max(area.top(), top), width, height)

    def _fade_to(self, share: float) -> None:
        """Come or go, from how far it is now."""
        self._is_leaving = share == 0.0
        start = self._share()
        effect = QGraphicsOpacityEffect(self._card)
        effect.setOpacity(start)
        self._card.setGraphicsEffect(effect)
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(share)
        length = _OUT_MS if self._is_leaving else _IN_MS
        self._fade.setDuration(0 if self._is_flat else self._theme.duration(length))
        self._fade.start()

    def _share(self) -> float:
        """How far it has come: 0 to 1."""
        return float(self._fade.currentValue() or 0.0)

    @Slot()
    def _on_faded(self) -> None:
        """Paint the next step of coming or going."""
        effect = self._card.graphicsEffect()
        if isinstance(effect, QGraphicsOpacityEffect):
            effect.setOpacity(self._share())
        self.update()

    @Slot()
    def _on_fade_finished(self) -> None:
        """Stand still without an effect, or be gone."""
        self._card.setGraphicsEffect(None)  # type: ignore[arg-type]  # None takes it off
        if self._is_leaving:
            self.hide()

    @Slot()
    def _on_stretch_requested(self) -> None:
        """Pass the wish on and go."""
        self.withdraw()
        self.stretch_requested.emit()

    @Slot()
    def _on_up_requested(self) -> None:
        """Pass the word on and go."""
        self.withdraw()
        self.up_requested.emit()

    @Slot(int)
    def _on_later_requested(self, minutes: int) -> None:
        """Pass the wish on and go."""
        self.withdraw()
        self.later_requested.emit(minutes)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours, still in its corner."""
        if self.isVisible():
            self._place()
        self.update()
