"""Two buttons that share a row, or stand under each other where their words need the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.painting import layout_gap

_GAP = 10


class ButtonPair(QWidget):
    """Equally wide where they can be; a hidden one leaves its room to the other."""

    def __init__(self, first: Button, second: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = (first, second)
        for button in self._buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Under each other they are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row or two."""
        shown = self._shown()
        rows = 1 if self._is_beside(width) else len(shown)
        height = max((button.sizeHint().height() for button in shown), default=0)
        return rows * height + max(0, rows - 1) * layout_gap(_GAP)

    def sizeHint(self) -> QSize:
        """Side by side."""
        width = 2 * self._widest() + self._gaps()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longer words."""
        return QSize(self._widest(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in their places."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a button has other words or has gone."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _shown(self) -> list[Button]:
        """The buttons that are offered."""
        return [button for button in self._buttons if not button.isHidden()]

    def _widest(self) -> int:
        """The width that the longer words need."""
        return max(self._least(), default=0)

    def _is_beside(self, width: int) -> bool:
        """Whether they stand side by side."""
        return width >= sum(self._least()) + self._gaps()

    def _least(self) -> list[int]:
        """The width that each one's words need."""
        return [button.minimumSizeHint().width() for button in self._shown()]

    def _gaps(self) -> int:
        """What stands between them."""
        return max(0, len(self._shown()) - 1) * layout_gap(_GAP)

    def _widths(self) -> list[int]:
        """How wide each one is: equally, or as its words need and a share of the rest."""
        least, room = self._least(), self.width() - self._gaps()
        if not self._is_beside(self.width()):
            return [self.width()] * len(least)
        share = room // max(1, len(least))
        if max(least, default=0) <= share:
            return [share] * len(least)
        spare = (room - sum(least)) // len(least)
        return [width + spare for width in least]

    def _place(self) -> None:
        """Put the buttons in their places."""
        is_beside, gap = self._is_beside(self.width()), layout_gap(_GAP)
        left = top = 0
        for button, width in zip(self._shown(), self._widths(), strict=True):
            height = button.sizeHint().height()
            button.setGeometry(left, top, width, height)
            left += width + gap if is_beside else 0
            top += 0 if is_beside else height + gap
