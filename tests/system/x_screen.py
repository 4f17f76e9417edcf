"""A virtual X screen of the test's own, with a keyboard and a pointer, and windows on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

_NEEDED = ("Xvfb", "xdotool")
_PATIENCE = 60.0
_WINDOW = """\
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
window = QLabel(sys.argv[1])
window.setWindowTitle(sys.argv[1])
QShortcut(Qt.Key.Key_F, window).activated.connect(window.showFullScreen)
QShortcut(Qt.Key.Key_N, window).activated.connect(window.showNormal)
window.show()
application.exec()
"""
"""A window that F makes fill the screen, and N no longer."""


def require_screen(*programs: str) -> None:
    """Skip where a screen and `programs` are a luxury, fail where they are required."""
    missing = [name for name in (*_NEEDED, *programs) if shutil.which(name) is None]
    if missing and os.environ.get("HIPSTRETCH_TEST_SERVERS") == "required":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@dataclass
class Screen:
    """A screen that is running, and what was started on it."""

    server: subprocess.Popen[bytes]
    display: str
    programs: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @classmethod
    def start(cls) -> Screen:
        """Start one on a free display; it must not reset as often as its last client goes."""
        read, write = os.pipe()
        options = ["-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *options],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            return cls(server, f":{answer.readline().strip()}")

    @property
    def environment(self) -> dict[str, str]:
        """Where programs find it."""
        return {**os.environ, "DISPLAY": self.display}

    def run(self, *command: str) -> str:
        """Run a command on it and return what it printed."""
        done = subprocess.run(
            command,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
        return done.stdout.strip()

    def press(self, key: str) -> None:
        """Press a key."""
        self.run("xdotool", "key", key)

    def open(self, *command: str, environment: dict[str, str] | None = None) -> int:
        """Start a program on it; returns its process number."""
        program = subprocess.Popen(
            command,
            env={**self.environment, **(environment or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.programs.append(program)
        return program.pid

    def open_window(self, title: str) -> int:
        """Open a window and wait until it has the keyboard; returns its process number."""
        window = self.open(
            sys.executable, "-c", _WINDOW, title, environment={"QT_QPA_PLATFORM": "xcb"}
        )
        self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{title}$")
        return window

    def stop(self) -> None:
        """End all that was started, the screen last."""
        for program in (*reversed(self.programs), self.server):
            program.kill()
            program.wait(timeout=_PATIENCE)
        self.programs.clear()
