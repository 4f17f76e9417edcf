"""The program on the person's desktop: icon, tray, notifications and reminders."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hipstretch import paths
from hipstretch.core.ports import Clock, Notifier
from hipstretch.parts.stores import Stores
from hipstretch.qt.instance_server import Answer
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:
    from hipstretch.services.bus import Bus
    from hipstretch.ui.flow.breaks import BreaksFlow


class Desktop(QObject):
    """What is seen of the program besides its window; made after the window's first paint."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsKeeper,
        stores: Stores,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._settings = theme, settings
        self._stores, self._clock = stores, clock
        self._icon = paths.bundled("assets") / "icons" / "app.svg"

    @cached_property
    def breaks(self) -> BreaksFlow:
        """Get-up reminders."""
        from hipstretch.qt.sitting_watcher import SittingWatcher
        from hipstretch.services import desk, idle
        from hipstretch.ui.flow.break_asking import BreakAsking
        from hipstretch.ui.flow.breaks import BreaksFlow
        from hipstretch.ui.tray import Tray
        from hipstretch.ui.tray_place import TrayPlace

        file, book = self._stores.sitting_file(), self._stores.day_book()
        watcher = SittingWatcher(self._clock, file, book, idle.create, desk.create, self)
        tray = Tray(self._theme, TrayPlace(self._bus, self), self)
        asking = BreakAsking(self._theme, self.make_notifier, self)
        return BreaksFlow(self._settings, watcher, tray, asking, self)

    def show_icon(self) -> None:
        """Give all windows the program's icon."""
        QApplication.setWindowIcon(QIcon(str(self._icon)))

    def listen(self, answer: Answer) -> None:
        """Hear what other starts of the program ask."""
        from hipstretch.qt.instance_server import listen

        listen(self._stores.own_folder, answer, self)

    def make_notifier(self) -> Notifier:
        """A way to show notifications."""
        from hipstretch.services import notify

        return notify.create(self._icon)

    @cached_property
    def _bus(self) -> Bus | None:
        """The person's bus, where there is one."""
        if sys.platform != "linux":
            return None
        from hipstretch.services.bus import Bus, BusUnavailable

        try:
            return Bus.open("SESSION")
        except BusUnavailable:
            return None
