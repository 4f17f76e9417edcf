"""Prints what a breathed hold costs at 1280x800, in percent of a core; 15 % allowed.

It is what costs the most: arc, figure and breath all move. It starts its own Xvfb, so that the
window is a real one without a GPU: `python bench_player.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.exercise import Exercise
    from hipstretch.core.routine import Routine
    from hipstretch.qt.session_runner import SessionRunner
    from hipstretch.storage.figures import FigureShelf
    from hipstretch.ui.pages.player import PlayerPage

ROOT = Path(__file__).parents[2]
BUDGET = 15.0
SETTLING = 2.0
"""Seconds before measuring: the window comes up and the badge stops moving."""
SECONDS = 20.0
"""Seconds that are measured."""


@contextmanager
def own_display() -> Iterator[Popen[bytes]]:
    """An X server of one's own, which Qt is told to use."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1600x1000x24",
        "-nolisten",
        "tcp",
    ]
    server = Popen(command, pass_fds=[writing], stdout=DEVNULL, stderr=DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            os.environ["DISPLAY"] = f":{answer.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        yield server
    finally:
        server.terminate()
        server.wait()


def bundled_exercise() -> Exercise:
    """An exercise of the bundled content."""
    from hipstretch.storage.library import Library

    exercise = Library(ROOT / "routines", ROOT / "no-such-folder").exercises.find("knee-to-chest")
    if exercise is None:
        raise SystemExit("the bundled exercise is faulty")
    return exercise


def figures() -> FigureShelf:
    """The bundled figures."""
    from hipstretch.storage.figures import FigureShelf

    return FigureShelf([ROOT / "assets" / "figures"])


def long_holds() -> Routine:
    """Four long holds without pauses."""
    from hipstretch.core.dose import Count, Dose, Duration, SideRule
    from hipstretch.core.routine import Routine, Step, Timing

    dose = Dose(sides=SideRule.RIGHT, hold=Duration(SETTLING + SECONDS + 20), reps=Count(1))
    step = Step(bundled_exercise(), dose)
    timing = Timing(get_ready=Duration(0.0))
    return Routine(id="bench", name="Bench", steps=(step,) * 4, timing=timing)


def server_seconds(server: Popen[bytes]) -> float:
    """The processor seconds that the X server has used."""
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def open_player(folder: Path) -> tuple[SessionRunner, PlayerPage]:
    """The player in a window of 1280x800, fed by a runner with the real clock."""
    from PySide6.QtCore import QCoreApplication

    from hipstretch.core.settings import Appearance
    from hipstretch.qt.session_runner import SessionRunner
    from hipstretch.services.clock import create
    from hipstretch.storage.library import Library
    from hipstretch.storage.running import RunningSession
    from hipstretch.ui.icons import Icons
    from hipstretch.ui.pages.player import PlayerPage
    from hipstretch.ui.theme import Theme

    app = QCoreApplication.instance()
    theme = Theme(Icons(ROOT / "assets" / "icons"), app)
    theme.set_look(Appearance.LIGHT)
    theme.figures.set_source(figures)
    page = PlayerPage(theme)
    store = RunningSession(folder, Library(ROOT / "routines", folder).exercises)
    runner = SessionRunner(create(), store, app)
    runner.view_changed.connect(page.show_view)
    page.resize(1280, 800)
    page.show()
    return runner, page


def run_for(seconds: float) -> None:
    """Let the event loop run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def measure(server: Popen[bytes], folder: Path) -> tuple[float, float, float]:
    """Percent of one core of the program and of the X server, and views a second."""
    from PySide6.QtWidgets import QApplication

    from hipstretch.core.person import Person

    _app = QApplication([])
    runner, page = open_player(folder)
    runner.begin(long_holds(), Person(breathe_along=True))
    views: list[object] = []
    runner.view_changed.connect(views.append)
    run_for(SETTLING)
    views.clear()
    began, used, served = time.monotonic(), sum(os.times()[:2]), server_seconds(server)
    run_for(SECONDS)
    passed = time.monotonic() - began
    if not page.stage.figure.has_figure:
        raise SystemExit("the bundled figure is faulty")
    own = 100 * (sum(os.times()[:2]) - used) / passed
    other = 100 * (server_seconds(server) - served) / passed
    runner.close()
    page.close()
    return own, other, len(views) / passed


def main() -> int:
    """Measure and print; 1 where it costs too much."""
    sys.path.insert(0, str(ROOT))
    with own_display() as server, tempfile.TemporaryDirectory() as folder:
        own, other, rate = measure(server, Path(folder))
    print(f"a breathed hold at 1280x800: {own:.1f} % of one core (budget {BUDGET:.0f} %)")
    print(f"X server besides: {other:.1f} %; views a second: {rate:.1f}")
    return int(own > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
