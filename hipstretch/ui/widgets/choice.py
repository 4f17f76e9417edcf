"""A choice of one among many: a field that opens a list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.choice_list import ChoiceList
from hipstretch.ui.widgets.choice_rows import DETAIL_ROLE
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_focus_ring,
    draw_frame,
    draw_text,
    inner_rect,
    keyboard_focus,
    start_painting,
    text_width,
)

_HEIGHT, _RADIUS = 44, 14
_PAD, _CHEVRON, _GAP = 16, 20, 8
_NARROWEST, _WIDEST = 150, 260
_OPENING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4}


class Option(NamedTuple):
    """Something to choose; `detail` is a quiet word beside it in the list."""

    value: object
    text: str
    detail: str = ""


class Choice(QComboBox):
    """A field with the chosen words; Qt's combo box makes screen readers call it one.

    Space, Enter, F4 and Alt+Down open the list, the arrows and letters choose without it. The
    wheel turns it only with the focus; else the page scrolls.

    Signals:
        value_changed: the person chose another value; carries it.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self._reported: object = None
        self._ring_shown = False
        self._list: ChoiceList | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux, Qt takes the chosen words for the name
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self._on_look_changed)

    @property
    def value(self) -> object:
        """The chosen option's value."""
        return self._options[self.currentIndex()].value

    @property
    def is_open(self) -> bool:
        """Whether the list is there."""
        return self._list is not None

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer others; what is chosen stays chosen where it still is there, else the first is."""
        self.hidePopup()
        chosen = self._options[self.currentIndex()].value if self._options else None
        self._options = tuple(options)
        self.clear()
        for number, option in enumerate(self._options):
            self.addItem(option.text)
            self.setItemData(number, option.detail, DETAIL_ROLE)
            words = f"{option.text}, {option.detail}" if option.detail else option.text
            self.setItemData(number, words, Qt.ItemDataRole.AccessibleTextRole)
        self.set_value(chosen if self.offers(chosen) else self._options[0].value)
        self.updateGeometry()

    def offers(self, value: object) -> bool:
        """Whether a value can be chosen."""
        return any(option.value == value for option in self._options)

    def set_value(self, value: object) -> None:
        """Choose without telling; raises ValueError for what is not offered."""
        for number, option in enumerate(self._options):
            if option.value == value:
                self._reported = value
                self.setCurrentIndex(number)
                self.update()
                return
        raise ValueError(f"{value!r} is none of the options")

    def showPopup(self) -> None:
        """Open the list over the window, with the chosen option marked."""
        if self._list is None:
            self._list = ChoiceList(self._theme, self)
            self._list.chosen.connect(self._on_chosen)
            self._list.closed.connect(self._on_list_closed)
            self._list.present(inner_rect(self.rect()).toRect())
            self.update()

    def hidePopup(self) -> None:
        """Close the list without a choice."""
        if self._list is not None:
            self._list.close_list()

    def sizeHint(self) -> QSize:
        """The longest words and the sign that it opens; very long words are cut."""
        font = self._theme.font(Role.BODY_STRONG)
        widest = max(text_width(option.text, font) for option in self._options)
        width = math.ceil(widest) + self._theme.px(2 * _PAD + _GAP + _CHEVRON)
        width = max(self._theme.px(_NARROWEST), min(width, self._theme.px(_WIDEST)))
        return QSize(width + 2 * FOCUS_MARGIN, self._theme.px(_HEIGHT) + 2 * FOCUS_MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the beginning of the words."""
        return QSize(self._theme.px(_NARROWEST) + 2 * FOCUS_MARGIN, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the words, the sign that it opens and the focus ring."""
        painter = QPainter(self)
        start_painting(painter)
        rect, palette = inner_rect(self.rect()), self._theme.palette
        hot = self.isEnabled() and (self.underMouse() or self.is_open)
        radius = self._theme.px(_RADIUS)
        draw_frame(painter, rect, radius, palette.track if hot else palette.sunken)
        self._draw_words(painter, rect)
        if self._ring_shown and (self.hasFocus() or self.is_open):
            draw_focus_ring(painter, rect, radius, palette)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.showPopup()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has opened it."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or choose with the arrows and by the first letters."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in _OPENING or (alt and event.key() == Qt.Key.Key_Down):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Choose with the wheel, but only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus."""
        self._ring_shown = keyboard_focus(event.reason(), before=self._ring_shown)
        super().focusInEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list away, too."""
        self.hidePopup()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint again where the pointer comes or goes."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def _draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the chosen words and the sign that it opens."""
        palette, px = self._theme.palette, self._theme.px
        color = palette.ink if self.isEnabled() else palette.ink3
        words = rect.adjusted(px(_PAD), 0, -px(_PAD // 2 + _CHEVRON + _GAP), 0)
        font, left = self._theme.font(Role.BODY_STRONG), Qt.AlignmentFlag.AlignLeft
        draw_text(painter, words, self.currentText(), font, color, align=left)
        size = px(_CHEVRON)
        box = QRectF(rect.right() - px(_PAD // 2) - size, 0, size, size)
        box.moveTop(round(rect.center().y() - size / 2))
        self._theme.icons.draw(painter, "chevron-down", box, color)

    def _tell(self) -> None:
        """Tell a choice that is a new one."""
        if self.value != self._reported:
            self._reported = self.value
            self.value_changed.emit(self.value)

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        """A key or the wheel has chosen."""
        self._tell()

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        """Take over what was chosen in the list."""
        self.setCurrentIndex(index)
        self._tell()

    @Slot()
    def _on_list_closed(self) -> None:
        """The list is gone."""
        self._list = None
        self.update()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.hidePopup()
        self.updateGeometry()
        self.update()
