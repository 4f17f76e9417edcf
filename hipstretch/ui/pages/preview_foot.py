"""What stands quietly below the rows: when to stop, and a way to read all about the routine."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.routine import Routine
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN


class PreviewFoot(QWidget):
    """Two quiet parts.

    Signals:
        about_requested: show all about the routine.
    """

    about_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Label(theme, Role.CAPTION_STRONG, self.tr("Stop if"), color="ink2")
        self._stop_if = Label(theme, Role.META, color="ink2", wrap=True)
        self._about = Button(
            theme, self.tr("About this routine"), kind=ButtonKind.TEXT, icon="info"
        )
        self._about.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        for label in (self._head, self._stop_if):
            label.setContentsMargins(20, 0, 20, 2)
            self._column.addWidget(label)
        self._column.addSpacing(4)
        self._column.addWidget(self._about, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.setContentsMargins(0, 0, 0, FOCUS_MARGIN)
        self._about.clicked.connect(self._on_about_clicked)

    def show_routine(self, routine: Routine) -> None:
        """Show when to stop, where the routine says so."""
        self._stop_if.setText(routine.stop_if)
        for label in (self._head, self._stop_if):
            label.setVisible(bool(routine.stop_if))

    def heightForWidth(self, width: int) -> int:
        """The height of everything; the layout tells one only while some words wrap."""
        column = self._column
        if column.hasHeightForWidth():
            return column.totalHeightForWidth(width)
        return column.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """As high as the words."""
        return QSize(self.width(), self.heightForWidth(max(1, self.width())))

    @Slot()
    def _on_about_clicked(self) -> None:
        """Ask for all about the routine."""
        self.about_requested.emit()
