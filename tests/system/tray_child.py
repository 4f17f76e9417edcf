"""A program with nothing but the tray's icon and the break window, worked from outside.

Run as a child. It reads a command a line: `show STATE`, `ice STATE`, `hide`, `there`, `menu`,
`editor`, `ask`, `typed`, `end`, and writes a word and what belongs to it a line: what was asked for
in the tray, and answers.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication, QLineEdit

from hipstretch.core.settings import Appearance
from hipstretch.services.bus import Bus, BusUnavailable
from hipstretch.ui.break_window import BreakWindow
from hipstretch.ui.icons import Icons
from hipstretch.ui.theme import Theme
from hipstretch.ui.tray import Tray
from hipstretch.ui.tray_place import TrayPlace
from tests.core import therapy_moments
from tests.ui import break_views

_ICONS = Path(__file__).parents[2] / "assets" / "icons"
_VIEWS = {"sitting": break_views.view(), "due": break_views.DUE, "paused": break_views.PAUSED}
_TREATMENTS = {
    "running": therapy_moments.shown(therapy_moments.therapy(therapy_moments.ice(439))),
    "ringing": therapy_moments.shown(therapy_moments.therapy(therapy_moments.ice(1265))),
    "none": therapy_moments.shown(therapy_moments.therapy()),
}
_WISHES = ("stretch", "up", "go_on", "open", "settings", "quit")


def _bus() -> Bus | None:
    """The person's bus, where there is one."""
    try:
        return Bus.open("SESSION")
    except BusUnavailable:
        return None


def _tell(*words: object) -> None:
    """Write a line."""
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


class Child(QObject):
    """The tray and the window, and what is said about them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bus = _bus()
        self._place = TrayPlace(self._bus, self)
        self._tray = Tray(theme, self._place, self)
        self._window = BreakWindow(theme)
        self._editor = QLineEdit()
        for wish in _WISHES:
            getattr(self._tray, f"{wish}_requested").connect(getattr(self, f"on_{wish}"))
        self._window.later_requested.connect(self._on_later_requested)
        self._rest = ""
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_readable)

    def run(self, command: str, *words: str) -> None:
        """Do what a line says."""
        if command == "show":
            self._tray.show(_VIEWS[words[0]])
        elif command == "ice":
            self._tray.show_therapy(_TREATMENTS[words[0]])
        elif command == "hide":
            self._tray.hide()
        elif command == "there":
            _tell("there", self._tray.is_available, self._place.draws_menus)
        elif command == "menu":
            self._pop_up()
        elif command == "end":
            QApplication.quit()
        else:
            self._ask(command)

    def _pop_up(self) -> None:
        """Open the menu at a known place."""
        menu = self._tray._menu
        if menu is not None:
            menu.menu.popup(QPoint(100, 100))
            _tell("menu", menu.menu.width(), menu.menu.height())

    def _ask(self, command: str) -> None:
        """Show the window beside an editor, or tell of them."""
        if command == "editor":
            self._editor.setWindowTitle("editor")
            self._editor.setGeometry(40, 40, 200, 40)
            self._editor.show()
            self._editor.activateWindow()
        elif command == "ask":
            self._window.ask(break_views.DUE)
            place = self._window._card.mapToGlobal(QPoint(0, 0))
            _tell("asked", place.x(), place.y(), self._window._card.width())
        elif command == "typed":
            _tell("typed", self._editor.hasFocus(), self._window.isVisible(), self._editor.text())

    @Slot()
    def on_stretch(self) -> None:
        """Tell."""
        _tell("stretch")

    @Slot()
    def on_up(self) -> None:
        """Tell."""
        _tell("up")

    @Slot()
    def on_go_on(self) -> None:
        """Tell."""
        _tell("go_on")

    @Slot()
    def on_open(self) -> None:
        """Tell."""
        _tell("open")

    @Slot()
    def on_settings(self) -> None:
        """Tell."""
        _tell("settings")

    @Slot()
    def on_quit(self) -> None:
        """Tell."""
        _tell("quit")

    @Slot(int)
    def _on_later_requested(self, minutes: int) -> None:
        """Tell."""
        _tell("later", minutes)

    @Slot()
    def _on_readable(self) -> None:
        """Do what came in."""
        data = os.read(sys.stdin.fileno(), 4096).decode()
        if not data:
            QApplication.quit()
        *lines, self._rest = (self._rest + data).split("\n")
        for line in lines:
            self.run(*line.split())


def main() -> None:
    """Run until it is told to end."""
    application = QApplication(sys.argv)
    application.setApplicationName("hipstretch")
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(Icons(_ICONS), application)
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    child = Child(theme)
    _tell("ready")
    application.exec()
    del child


if __name__ == "__main__":
    main()
