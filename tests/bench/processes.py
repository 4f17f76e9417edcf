"""What the system tells of another process (memory, CPU time, wake-ups), its home, a bare one."""

from __future__ import annotations

import time
from pathlib import Path

BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
import sys
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(480, 320)
window.show()
application.exec()
"""
"""A program with a bare Qt window, to compare with."""


def status(pid: int, key: str) -> int:
    """A number of /proc/PID/status."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1])
    raise KeyError(key)


def cpu_seconds(pid: int) -> float:
    """The CPU seconds that a process has used, its ended threads too: its own CPU clock."""
    return time.clock_gettime((~pid << 3) | 2)


def switches(pid: int) -> dict[str, int]:
    """How often each thread of a process has woken up."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        for line in Path(task, "status").read_text(encoding="ascii").splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                found[task.name] = int(line.split()[1])
    return found


def welcomed(home: str) -> None:
    """Let a program with this home open on its usual first page."""
    folder = Path(home)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text('{"welcomed": true}', encoding="utf-8")
