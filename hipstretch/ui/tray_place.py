"""The place for icons in the desktop's panel: whether it is there, and whether it draws menus.

On Linux a panel of today is a service on the bus that may come late or go; it draws the menus
itself. An older one takes a window and leaves menus to the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from hipstretch.services.bus import Bus

WATCHER = "org.kde.StatusNotifierWatcher"
"""The name that a panel of today has on the bus."""


class TrayPlace(QObject):
    """The panel of this desktop; `bus` is the person's bus, None where there is none.

    Signals:
        changed: a panel has come or gone, or it is known now that there is none.
    """

    changed = Signal()

    def __init__(self, bus: Bus | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_known = bus is None
        self._draws_menus = QGuiApplication.platformName() == "cocoa"
        if bus is not None:
            from hipstretch.services.bus_names import watch_name

            watch_name(bus, WATCHER, self._take)

    @property
    def is_known(self) -> bool:
        """Whether the bus has told already what there is."""
        return self._is_known

    @property
    def is_there(self) -> bool:
        """Whether an icon would be seen."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def draws_menus(self) -> bool:
        """Whether the desktop draws the menus of icons, so that they can hold text only."""
        return self._draws_menus

    def _take(self, is_taken: bool) -> None:
        """Hear whether there is a panel that is a service."""
        if not self._is_known or is_taken != self._draws_menus:
            self._is_known, self._draws_menus = True, is_taken
            self.changed.emit()
