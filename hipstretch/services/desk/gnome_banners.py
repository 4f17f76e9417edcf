"""GNOME's do not disturb: a setting, which is read again when GNOME says that it has changed."""

from __future__ import annotations

import logging
from pathlib import Path

from jeepney import MatchRule, Message
from PySide6.QtCore import QObject, Slot

from hipstretch.services.bus import Bus
from hipstretch.services.bus_names import watch_name
from hipstretch.services.desk.dconf import read_switch
from hipstretch.services.desk.facts import Fact, Facts

_log = logging.getLogger(__name__)

_SHELL = "org.gnome.Shell"
_WRITER = "ca.desrt.dconf.Writer"
_FOLDER = "/org/gnome/desktop/notifications/"
_KEY = f"{_FOLDER}show-banners"


class GnomeBanners(QObject):
    """Watches the setting while GNOME's shell runs: elsewhere it means nothing."""

    name = "GNOME notifications"

    def __init__(self, bus: Bus, facts: Facts, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts, self._file = facts, file
        self.is_there = False
        rule = MatchRule(type="signal", interface=_WRITER, member="Notify")
        rule.add_arg_condition(0, _FOLDER, "path")
        bus.watch(rule, self._hear_change)
        bus.lost.connect(self._on_lost)
        watch_name(bus, _SHELL, self._hear_shell)

    def _hear_shell(self, is_there: bool) -> None:
        """The shell came or went."""
        self.is_there = is_there
        self._read()

    def _hear_change(self, signal: Message) -> None:
        """A setting for notifications has changed, or all settings have."""
        del signal
        self._read()

    def _read(self) -> None:
        """Look how it is now; what cannot be read disturbs nobody."""
        shows_banners = True
        if self.is_there:
            try:
                shows_banners = read_switch(self._file, _KEY, default=True)
            except (OSError, ValueError) as error:
                _log.warning("GNOME's do not disturb cannot be read: %s", error)
        self._facts.put(Fact.DO_NOT_DISTURB, self.name, is_so=not shows_banners)

    @Slot()
    def _on_lost(self) -> None:
        """The bus has gone, and the shell with it."""
        self._hear_shell(is_there=False)
