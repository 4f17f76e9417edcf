"""Shows what is wrong with a routine file, and offers to open it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.fault_list import FaultLine, FaultList

_WIDTH = 520
_BUTTON_HEIGHT = 48


class FaultDialog(CardDialog):
    """All faults of a file, each with its line and column.

    Signals:
        open_file_requested: the file is to be opened; the dialog closes.
    """

    open_file_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        file_name: str,
        faults: Sequence[FaultLine],
        parent_window: QWidget,
    ) -> None:
        words = self.tr("This file is not a routine yet. Mend these lines, then come back.")
        super().__init__(theme, file_name, words, parent_window, width=_WIDTH)
        self._list = FaultList(theme, faults)
        self._open_file = Button(theme, self.tr("Open the file"), height=_BUTTON_HEIGHT)
        self._open_file.clicked.connect(self._on_open_file_clicked)
        self.add_content(self._list, [self._list])
        self.add_content(self._open_file, [self._open_file])
        self.add_choice(self.tr("Close"), ButtonKind.TEXT, None)

    @property
    def faults(self) -> FaultList:
        """The list of faults."""
        return self._list

    @Slot()
    def _on_open_file_clicked(self) -> None:
        """Pass the wish on and close."""
        self.open_file_requested.emit()
        self.dismiss(None)
