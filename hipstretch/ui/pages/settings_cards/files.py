"""The card of the person's own files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.setting_row import SettingRow


class FilesCard(CardPanel):
    """Where the own routines lie.

    Signals:
        open_folder_requested: the folder is to be shown.
    """

    open_folder_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Files"), parent)
        self.open_folder = Button(theme, self.tr("Open folder"), kind=ButtonKind.SECONDARY)
        self.open_folder.clicked.connect(self.open_folder_requested)
        self.row = SettingRow(theme, self.tr("Your routines"), control=self.open_folder)
        self.add_row(self.row)

    def set_folder(self, folder: str) -> None:
        """Show where they lie."""
        self.row.set_line(folder)
