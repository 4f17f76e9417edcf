"""Prints how long after the first paint all pictures of Home's first page are there.

400 ms are allowed.

Usage: python tests/bench/bench_thumbnails.py [--runs 5]

Each run is a program of its own in a real window of 1280x800 on a private Xvfb.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BUDGET = 0.4
_ROOT = Path(__file__).resolve().parents[2]
_QUIET = 500
"""Milliseconds without another picture after which all are there."""

_APP = f"""
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from hipstretch.app import App
from hipstretch.services.clock import create

class Watch(QObject):
    began = last = None
    count = paints = longest = 0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and self.began is None:
            QTimer.singleShot(0, self.note_first)
        return False
    def note_first(self):
        if self.began is None:
            self.began = self.last = time.perf_counter()
            self.quiet.start()
    def note(self):
        now = time.perf_counter()
        self.count += 1
        self.longest = max(self.longest, now - self.last)
        self.last = now
        self.quiet.start()
    def tell(self):
        print(self.last - self.began, self.count, self.longest, flush=True)
        QApplication.quit()

application = QApplication(sys.argv[:1])
app = App(Path(sys.argv[1]), create())
watch = Watch()
watch.quiet = QTimer(interval={_QUIET}, singleShot=True)
watch.quiet.timeout.connect(watch.tell)
app.theme.figures.drawn.connect(watch.note)
app.window.installEventFilter(watch)
app.window.resize(1280, 800)
app.show()
application.exec()
"""


def _run(home: str) -> tuple[float, int, float]:
    """Seconds from the first paint to the last picture, the pictures, and the longest step."""
    command = [sys.executable, "-c", _APP, home]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "HOME": home, "HIPSTRETCH_HOME": home}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    seconds, count, longest = told.stdout.split()
    return float(seconds), int(count), float(longest)


def main() -> int:
    """Measure and print; 1 where it takes too long."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    sys.path.insert(0, str(_ROOT))
    from tests.bench.bench_player import own_display
    from tests.bench.processes import welcomed

    with own_display(), tempfile.TemporaryDirectory() as home:
        welcomed(home)
        _run(home)
        runs = [_run(home) for _ in range(options.runs)]
    seconds = statistics.median(run[0] for run in runs)
    print(
        f"pictures of Home's first page, median of {options.runs}: {1000 * seconds:.0f} ms ", end=""
    )
    print(f"after the first paint (budget {1000 * BUDGET:.0f} ms)")
    longest = statistics.median(run[2] for run in runs)
    print(f"{runs[0][1]} pictures; the longest wait for the next: {1000 * longest:.0f} ms")
    return int(seconds > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
