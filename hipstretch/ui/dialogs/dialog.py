"""A question on a card over the window, which waits for one of a few answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QGraphicsOpacityEffect, QVBoxLayout, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    Shadow,
    draw_card,
    draw_soft_shadow,
    start_painting,
    with_alpha,
)

_WIDTH = 356
_RADIUS = 24
_PADDING = 24
_BUTTON_HEIGHT = 48
_EDGE = 20
_RISE = 8
_IN_MS = 200
_OUT_MS = 140
_REDUCED_MS = 100


class CardDialog(QDialog):
    """A card with a title, a text and choices under each other, over a veiled window.

    It is a child of the window, not a window of its own; Qt's dialog class makes screen readers
    call it one. Keys and clicks reach nothing behind it. It deletes itself after its answer.

    Signals:
        closed: it is answered; carries the choice's result, or None where it was given up.
        rejected: it was given up with Escape; follows `closed`.
    """

    closed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        parent_window: QWidget,
        *,
        width: int = _WIDTH,
    ) -> None:
        super().__init__(parent_window)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._theme = theme
        self._host = parent_window
        self._most_width = width
        self._results: dict[Button, object] = {}
        self._stops: list[QWidget] = []
        self._before: QWidget | None = None
        self._open = False
        self._card = _Card(theme, title, text, self)
        self._veil = QVariantAnimation(self)
        self._veil.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._veil.setStartValue(0.0)
        self._veil.setEndValue(0.0)
        self._veil.valueChanged.connect(self._on_veil_moved)
        self._veil.finished.connect(self._on_veil_rested)
        theme.changed.connect(self._on_look_changed)
        self.hide()

    def add_choice(self, text: str, kind: ButtonKind, result: object) -> Button:
        """Offer an answer under those that are there; the first one has the focus."""
        button = Button(self._theme, text, kind=kind, height=_BUTTON_HEIGHT)
        button.clicked.connect(self._on_choice_clicked)
        self._results[button] = result
        self.add_content(button, [button])
        return button

    def add_content(self, widget: QWidget, stops: Sequence[QWidget] = ()) -> None:
        """Put a widget under those that are there; `stops` are what Tab reaches in it."""
        self._card.add(widget)
        self._stops.extend(stops)

    def present(self) -> None:
        """Come up over the window and take the focus."""
        self._host.installEventFilter(self)
        self._before = self._host.window().focusWidget()
        self._open = True
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self._focus(next(iter(self._stops), self))
        self._say()
        self._move_veil(1.0, _IN_MS)

    def open(self) -> None:
        """Come up in the window; Qt's own way would make it a window of its own."""
        self.present()

    def dismiss(self, result: object) -> None:
        """Go, give the focus back and tell the answer."""
        if not self._open:
            return
        self._open = False
        self._host.removeEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._move_veil(0.0, _OUT_MS)
        from shiboken6 import isValid

        if self._before is not None and isValid(self._before):
            self._focus(self._before)
        self.closed.emit(result)

    def reject(self) -> None:
        """Give up: the answer is None."""
        if self._open:
            self.dismiss(None)
            self.rejected.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape, go through the choices with the arrows, and keep every other key."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.reject()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside."""
        stops = [stop for stop in self._stops if stop.isEnabled()]
        if not stops:
            return True
        present = next((place for place, item in enumerate(stops) if item.hasFocus()), -1)
        step = 1 if forward else -1
        target = stops[(present + step) % len(stops)] if present >= 0 else stops[0]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        """Take keys before the window's shortcuts do, as the window has to wait."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window in its new size."""
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card in the middle."""
        super().resizeEvent(event)
        self._place_card()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil and the card's shadow."""
        painter = QPainter(self)
        start_painting(painter)
        share, palette = self._share(), self._theme.palette
        painter.fillRect(self.rect(), with_alpha(palette.scrim, share))
        painter.setOpacity(share)
        card = QRectF(self._card.geometry())
        draw_soft_shadow(painter, card, self._theme.px(_RADIUS), palette, Shadow.WINDOW)

    def _share(self) -> float:
        """How far it has come up: 0 to 1."""
        return float(self._veil.currentValue() or 0.0)

    def _move_veil(self, end: float, duration: int) -> None:
        """Run the veil from where it is to `end`."""
        reduced = self._theme.reduced_motion
        effect = QGraphicsOpacityEffect(self._card)
        effect.setOpacity(self._share())
        self._card.setGraphicsEffect(effect)
        self._veil.stop()
        self._veil.setStartValue(self._share())
        self._veil.setEndValue(end)
        self._veil.setDuration(_REDUCED_MS if reduced else duration)
        self._veil.start()

    def _place_card(self) -> None:
        """Put the card in the middle, a little lower while it comes up; never beyond the window."""
        width = min(self._theme.px(self._most_width), self.width() - 2 * _EDGE)
        height = min(self._card.heightForWidth(width), self.height() - 2 * _EDGE)
        rise = 0 if self._theme.reduced_motion else round(_RISE * (1 - self._share()))
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._card.setGeometry(QRect(left, top + rise, width, height))

    def _focus(self, widget: QWidget) -> None:
        """Give the focus on; its ring is shown where the keyboard has been in use."""
        present = self.window().focusWidget()
        shown = getattr(present, "focus_shown", False)
        reason = Qt.FocusReason.TabFocusReason if shown else Qt.FocusReason.OtherFocusReason
        widget.setFocus(reason)

    def _say(self) -> None:
        """Have a screen reader read title and text at once."""
        words = f"{self.accessibleName()}. {self.accessibleDescription()}"
        event = QAccessibleAnnouncementEvent(self, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    @Slot()
    def _on_choice_clicked(self) -> None:
        """Close with the choice's result."""
        button = self.sender()
        if isinstance(button, Button):
            self.dismiss(self._results[button])

    @Slot()
    def _on_veil_moved(self) -> None:
        """Paint the next step of coming or going."""
        effect = self._card.graphicsEffect()
        if isinstance(effect, QGraphicsOpacityEffect):
            effect.setOpacity(self._share())
        self._place_card()
        self.update()

    @Slot()
    def _on_veil_rested(self) -> None:
        """Stand still without an effect, or be gone."""
        self._card.setGraphicsEffect(None)  # type: ignore[arg-type]  # None takes it off
        if not self._open:
            self.hide()
            self.deleteLater()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._place_card()
        self.update()


class _Card(QWidget):
    """The card itself: title, text and buttons under each other."""

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Label(theme, Role.SECTION, title, wrap=True)
        self._text = Label(theme, Role.BODY, text, color="ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._text.setVisible(bool(text))
        for label in (self._title, self._text):
            label.setMinimumWidth(1)  # a long word is broken, not cut
        self._space()
        theme.changed.connect(self._on_look_changed)

    def add(self, widget: QWidget) -> None:
        """Put a widget under those that are there."""
        self._column.addWidget(widget)

    def heightForWidth(self, width: int) -> int:
        """The height of everything at that width."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """The design's width."""
        width = self._theme.px(_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, QRectF(self.rect()), self._theme.px(_RADIUS), self._theme.palette)

    def _space(self) -> None:
        """Set the margins; the buttons bring 5 px of their own."""
        outer = self._theme.px(_PADDING) - FOCUS_MARGIN
        self._title.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        self._text.setContentsMargins(
            FOCUS_MARGIN, self._theme.px(4), FOCUS_MARGIN, self._theme.px(11)
        )
        self._column.setContentsMargins(outer, self._theme.px(_PADDING), outer, outer)
        self._column.setSpacing(0)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._space()
        self.update()
