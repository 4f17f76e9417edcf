"""The tab bar of narrow windows: every page one press away, as in the rail."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavForm, NavItem
from hipstretch.ui.widgets.page_switch import PageSwitch, adopt, height_at

_TAB_BAR, _TAB_SIDE = 72, 8
_HEAD_SIDE, _HEAD_ABOVE = 11, 6


class TabBar(PageSwitch):
    """The pages side by side at the foot of a narrow window."""

    def __init__(
        self, theme: Theme, items: Sequence[NavItem], parent: QWidget | None = None
    ) -> None:
        self._head_widget: QWidget | None = None
        super().__init__(theme, items, NavForm.TAB, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_head_widget(self, widget: QWidget | None) -> None:
        """Show a widget over the pages: a timer that runs on another page."""
        if self._head_widget is not None and self._head_widget is not widget:
            self._head_widget.removeEventFilter(self)
            self._head_widget.setParent(None)
        self._head_widget = widget
        if widget is not None:
            adopt(widget, self)
            widget.installEventFilter(self)
        self.updateGeometry()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Be higher while the widget over the pages is there."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.updateGeometry()
            self._place()
        return False

    def sizeHint(self) -> QSize:
        """72 px high at 100 % text."""
        tallest = max((button.visible_size().height() for button in self._buttons), default=0)
        return QSize(420, max(_TAB_BAR, tallest + 14) + self._head_height())

    def minimumSizeHint(self) -> QSize:
        """As high as its hint."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line to the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.surface)
        painter.fillRect(0, 0, self.width(), 1, self._theme.palette.line)

    def _place(self) -> None:
        """Put the widget over the pages and the pages side by side."""
        head = self._head_height()
        if self._head_widget is not None:
            room = self.width() - 2 * _HEAD_SIDE
            self._head_widget.setGeometry(_HEAD_SIDE, _HEAD_ABOVE, room, head)
        edges = [round(edge) for edge in accumulate(self._widths(), initial=float(_TAB_SIDE))]
        for button, (left, right) in zip(self._buttons, pairwise(edges), strict=True):
            height = button.visible_size().height()
            top = head + 1 + (self.height() - head - 1 - height) // 2
            self._put(button, QRect(left, top, right - left, height))

    def _widths(self) -> list[float]:
        """The same width for every page; where a word is too long for that, each as it needs."""
        needs = [button.visible_size().width() for button in self._buttons]
        room, count = self.width() - 2 * _TAB_SIDE, max(1, len(needs))
        if max(needs, default=0) <= room / count:
            return [room / count for _ in needs]
        return [need + (room - sum(needs)) / count for need in needs]

    def _head_height(self) -> int:
        """The height of the widget over the pages; 0 where there is none or it is hidden."""
        if self._head_widget is None or self._head_widget.isHidden():
            return 0
        return height_at(self._head_widget, self.width() - 2 * _HEAD_SIDE)
