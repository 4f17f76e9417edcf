"""Two controls side by side that belong to one setting."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipstretch.ui.widgets.painting import layout_gap

_GAP = 10


class ControlPair(QWidget):
    """The first one gives way where there is little room."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(layout_gap(_GAP))
        row.addWidget(first, 1)
        row.addWidget(second)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
