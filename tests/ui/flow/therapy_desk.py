"""Ice and heat with a window, on a machine whose clock does what the test says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hipstretch.core.therapy import Kind
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.flow.therapy import TherapyFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavItem
from tests.qt.therapy_room import Room


class TherapyDesk:
    """A person who has answered the questions, the window on Home, and nothing under way."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self.theme = theme
        self.room = Room(folder)
        self.settings = SettingsKeeper(SettingsFile(folder / "settings.json"))
        self.change(therapy_answers=())
        items = (NavItem("today", "Today", "today"), NavItem("therapy", "Ice & heat", "ice"))
        self.window = MainWindow(theme, items)
        self.window.show_page(QWidget(), "today")
        self.flow = TherapyFlow(theme, self.window, self.settings, self.room.timer, self.window)

    def change(self, **values: object) -> None:
        """Change settings."""
        settings = self.settings.settings
        for name, value in values.items():
            settings = settings.with_value(name, value)
        self.settings.change(settings)

    def begin(self, kind: Kind = Kind.ICE) -> None:
        """Begin a treatment on the right hip."""
        self.room.begin(kind)

    @property
    def dialogs(self) -> list[str]:
        """The questions that are open, by their titles."""
        found = self.window.findChildren(CardDialog)
        return [dialog.accessibleName() for dialog in found if dialog._open]
