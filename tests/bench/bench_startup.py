"""Measures the start: first painted Home against a bare Qt window, memory, and CPU while idle.

Usage: python tests/bench/bench_startup.py [--runs 10] [--idle 60]

Each run is a process of its own on one private Xvfb, the two programs in turn. Every run prints the
seconds from the start of the process to the end of the first paint of its window.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from processes import BARE, cpu_seconds, status, switches, welcomed

START_BUDGET = 1.8
MEMORY_BUDGET = 1.5
IDLE_BUDGET = 0.05
_ROOT = Path(__file__).resolve().parents[2]

_APP = """
from hipstretch.cli import main
main([])
"""
_WATCH = """
import os, sys, time
def watch():
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication
    real = QApplication.exec
    class Watch(QObject):
        def eventFilter(self, window, event):
            if event.type() == QEvent.Type.Paint and not self.seen:
                self.seen = True
                QTimer.singleShot(0, self.tell)
            return False
        def tell(self):
            took = time.clock_gettime(time.CLOCK_MONOTONIC) - float(os.environ["BENCH_T0"])
            print(took, flush=True)
            if os.environ["BENCH_STAY"] == "0":
                os._exit(0)
    def run(*arguments):
        run.watch = Watch()
        run.watch.seen = False
        for window in QApplication.topLevelWidgets():
            window.installEventFilter(run.watch)
        return real()
    QApplication.exec = run
"""


def _command(code: str, *, stay: bool) -> tuple[list[str], dict[str, str]]:
    """The command and environment of a run; the watch is put in as the program imports Qt."""
    hook = (
        "import sys, importlib.abc\n" + _WATCH + "class Finder(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'PySide6.QtWidgets':\n"
        "            sys.meta_path.remove(self)\n"
        "            import PySide6.QtWidgets\n"
        "            watch()\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    environment = {
        **os.environ,
        "BENCH_STAY": "1" if stay else "0",
        "PYTHONPATH": str(_ROOT),
    }
    return [sys.executable, "-c", hook + code], environment


def _start(code: str, home: str, *, stay: bool) -> tuple[subprocess.Popen[str], float]:
    """Start a program and wait for its first paint; returns it with the seconds that took."""
    command, environment = _command(code, stay=stay)
    environment |= {"HIPSTRETCH_HOME": home, "HOME": home}
    environment["BENCH_T0"] = str(time.clock_gettime(time.CLOCK_MONOTONIC))
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, float(process.stdout.readline())


def _first_paint(code: str, home: str) -> float:
    """Seconds to the first paint of one run."""
    process, took = _start(code, home, stay=False)
    process.wait()
    return took


def _resident_and_idle(code: str, home: str, idle: float) -> tuple[float, float, int]:
    """Resident MiB two seconds after the start, then CPU seconds and wake-ups while it stands."""
    process, _ = _start(code, home, stay=True)
    time.sleep(2)
    resident = status(process.pid, "VmRSS") / 1024
    before, woken = cpu_seconds(process.pid), switches(process.pid)
    time.sleep(idle)
    cpu, awake = cpu_seconds(process.pid) - before, switches(process.pid)
    wakes = sum(count - woken.get(thread, 0) for thread, count in awake.items())
    process.kill()
    process.wait()
    return resident, cpu, wakes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--idle", type=float, default=60)
    options = parser.parse_args()
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    try:
        os.environ["DISPLAY"] = f":{os.read(read, 16).decode().strip()}"
        os.environ.pop("QT_QPA_PLATFORM", None)
        with tempfile.TemporaryDirectory() as home:
            welcomed(home)
            _measure(home, options.runs, options.idle)
    finally:
        server.kill()
        server.wait()


def _measure(home: str, runs: int, idle: float) -> None:
    """Take the figures in turn and print them."""
    for code in (BARE, _APP):  # one start that is not counted, and lives as long as it needs
        _resident_and_idle(code, home, 1)
    bare, app = [], []
    for _ in range(runs):
        bare.append(_first_paint(BARE, home))
        app.append(_first_paint(_APP, home))
    ratio = statistics.median(app) / statistics.median(bare)
    print(f"first paint, median of {runs}: bare {statistics.median(bare):.3f} s, ", end="")
    print(f"Home {statistics.median(app):.3f} s, ratio {ratio:.2f} (budget {START_BUDGET})")
    bare_rss, _, _ = _resident_and_idle(BARE, home, 1)
    app_rss, cpu, wakes = _resident_and_idle(_APP, home, idle)
    print(f"resident: bare {bare_rss:.0f} MiB, Home {app_rss:.0f} MiB, ", end="")
    print(f"ratio {app_rss / bare_rss:.2f} (budget {MEMORY_BUDGET})")
    print(f"{idle:.0f} s of Home: {cpu:.3f} s CPU (budget {IDLE_BUDGET}), {wakes} wake-ups")


if __name__ == "__main__":
    main()
