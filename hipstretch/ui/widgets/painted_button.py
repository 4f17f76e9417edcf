"""What all painted buttons share: hover, press, keyboard focus and the look's changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_focus_ring,
    inner_rect,
    keyboard_focus,
    start_painting,
)

_HOVER_MS = 120


def is_arrow(key: int) -> bool:
    """Whether a key moves the focus between neighbours."""
    return key in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class PaintedButton(QAbstractButton):
    """A button whose subclass says how big its visible part is and draws it.

    The visible part stands 5 px inside the widget; the ring of the keyboard focus needs them.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = ""
        self._focus_shown = False
        self._hover: QVariantAnimation | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_label(text)
        theme.changed.connect(self._on_look_changed)

    @property
    def label(self) -> str:
        """The visible words."""
        return self._label

    def set_label(self, text: str) -> None:
        """Show other words; an ampersand is just an ampersand."""
        self._label = text
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    @property
    def focus_shown(self) -> bool:
        """Whether the focus ring is painted."""
        return self._focus_shown and self.hasFocus()

    @property
    def hover_share(self) -> float:
        """How far the pointer's colour has come: 0 to 1."""
        if self._hover is None or not self.isEnabled():
            return 0.0
        return float(self._hover.currentValue() or 0.0)

    def visible_size(self) -> QSize:
        """The size that the visible part asks for; for the subclass to say."""
        raise NotImplementedError

    def corner_radius(self) -> float:
        """How round the visible part is; for the subclass to say."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the visible part into `rect`; for the subclass to do."""
        raise NotImplementedError

    def visible_rect(self) -> QRectF:
        """Where the visible part stands."""
        return inner_rect(self.rect())

    def sizeHint(self) -> QSize:
        """The visible part and the room for the focus ring."""
        return self.visible_size() + QSize(2 * FOCUS_MARGIN, 2 * FOCUS_MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the visible part, a px smaller while pressed, and the focus ring."""
        painter = QPainter(self)
        start_painting(painter)
        rect = self.visible_rect()
        pressed = self.isDown() and not self._theme.reduced_motion
        self.draw(painter, inner_rect(rect, 1) if pressed else rect)
        if self.focus_shown:
            draw_focus_ring(painter, rect, self.corner_radius(), self._theme.palette)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Move to the hover colour."""
        self._move_hover(1.0)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Move back to the colour at rest."""
        self._move_hover(0.0)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus."""
        self._focus_shown = keyboard_focus(event.reason(), before=self._focus_shown)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too; Qt itself knows the space bar only."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _move_hover(self, end: float) -> None:
        """Run the hover colour from where it is to `end`."""
        if self._hover is None:
            self._hover = self._make_hover()
        self._hover.stop()
        self._hover.setStartValue(float(self._hover.currentValue() or 0.0))
        self._hover.setEndValue(end)
        self._hover.setDuration(self._theme.duration(_HOVER_MS))
        self._hover.start()

    def _make_hover(self) -> QVariantAnimation:
        """The movement of the hover colour, made when the pointer first comes."""
        hover = QVariantAnimation(self)
        hover.setEasingCurve(QEasingCurve.Type.OutCubic)
        hover.setStartValue(0.0)
        hover.setEndValue(0.0)
        hover.valueChanged.connect(self._on_hover_moved)
        return hover

    def hover_moved(self) -> None:
        """The hover colour has moved on; for the subclass to follow."""

    @Slot()
    def _on_hover_moved(self) -> None:
        """Paint the next step of the hover colour."""
        self.update()
        self.hover_moved()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def leave_one_tab_stop(buttons: Sequence[PaintedButton], stop: PaintedButton) -> None:
    """Let Tab stop at one of several radio buttons only; the arrows go on from there."""
    for button in buttons:
        one = button is stop
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one else Qt.FocusPolicy.ClickFocus)
