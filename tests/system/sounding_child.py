"""A program without a window that plays a routine aloud, and writes down what it did.

Run as a child. Its arguments are its own folder, the name of a routine here, the file for what it
writes, the name of a player here, and the volume. It writes a JSON list a line, of the monotonic
clock's seconds, what happened, and which.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TextIO

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from hipstretch import paths
from hipstretch.core.chimes import chime_of
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.person import Person
from hipstretch.core.ports import ChimePlayer, Report, Trouble
from hipstretch.core.routine import Routine, Timing
from hipstretch.core.timeline import Cue
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.services import clock, sound
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession
from tests.exercises import written_step
from tests.system.stillness import Stillness
from tests.system.written import Line

ROUTINES = {
    "two-minutes": Routine(
        id="two-minutes",
        name="Two minutes",
        steps=(
            written_step(Dose(sides=SideRule.EACH, hold=Duration(23.0))),
            written_step(Dose(hold=Duration(12.0), reps=Count(2), sets=Count(2))),
        ),
        timing=Timing(Duration(4.0), Duration(3.0), Duration(5.0), Duration(5.0)),
    ),
    "half-a-minute": Routine(
        id="half-a-minute",
        name="Half a minute",
        steps=(written_step(Dose(hold=Duration(10.0), reps=Count(2))),),
        timing=Timing(Duration(2.0), relax=Duration(4.0)),
    ),
    "short": Routine(
        id="short",
        name="Short",
        steps=(written_step(Dose(hold=Duration(10.0))),),
        timing=Timing(Duration(1.0)),
    ),
}


def _create_qt_player(folder: Path, report: Report) -> ChimePlayer:
    """The player of other systems, which plays here too as long as the server is well."""
    from hipstretch.services.sound.sinks import SinkPlayer

    return SinkPlayer(folder, report)


PLAYERS = {"own": sound.create, "qt": _create_qt_player}
PERSON = Person(breath=5.2, breathe_along=True)
"""Breathes so that no two chimes begin together."""


class Task(NamedTuple):
    """What to play, and how."""

    routine: Routine
    create: Callable[[Path, Report], ChimePlayer]
    volume: float


class Sounding(QObject):
    """A session with its chimes, how long the window stood still, and what is written down."""

    def __init__(self, task: Task, folder: Path, file: TextIO) -> None:
        super().__init__()
        self._task = task
        self._file = file
        self._player: ChimePlayer | None = None
        self._stillness = Stillness(self)
        store = RunningSession(folder, ExerciseShelf([]))
        self._runner = SessionRunner(clock.create(), store, self)
        self._runner.cue_given.connect(self._on_cue_given)
        self._runner.ended.connect(self._on_ended)

    @Slot()
    def open(self) -> None:
        """Open the sound, as the program does before a session."""
        self._player = self._task.create(paths.bundled("assets") / "sounds", self._on_trouble)
        QTimer.singleShot(100, self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        """Start the session; the time that it takes to write it down is not the sound's."""
        self._runner.begin(self._task.routine, PERSON)
        session = self._runner.session
        assert session is not None
        self._write("begun", self._task.routine.id, session.anchored_at)
        self._stillness.forgive()

    def _write(self, what: str, which: object, at: float) -> None:
        """Write a line."""
        Line(at, what, which).write(self._file)

    def _on_trouble(self, trouble: Trouble) -> None:
        """Write down what went wrong."""
        self._write("trouble", trouble.value, time.monotonic())

    @Slot(object)
    def _on_cue_given(self, cue: Cue) -> None:
        """Let a cue be heard."""
        session = self._runner.session
        assert session is not None
        assert self._player is not None
        chime = chime_of(cue, session.timeline)
        if chime is not None:
            self._player.play(chime, self._task.volume)
            self._write("played", chime.value, time.monotonic())

    @Slot()
    def _on_ended(self) -> None:
        """Let the last chime ring out, then tell how long the window stood still, and end."""
        assert self._player is not None
        self._player.close()
        QTimer.singleShot(4000, self._on_rung_out)

    @Slot()
    def _on_rung_out(self) -> None:
        """Tell how long the window stood still, and end."""
        self._write("ended", self._stillness.longest, time.monotonic())
        QCoreApplication.quit()


def main(folder: str, name: str, written: str, player: str, volume: str) -> int:
    """Play a routine to its end."""
    with contextlib.suppress(PermissionError):
        os.nice(-10)  # what else the machine does is not to be measured
    application = QCoreApplication([])
    task = Task(ROUTINES[name], PLAYERS[player], float(volume))
    with Path(written).open("w", encoding="utf-8") as file:
        sounding = Sounding(task, Path(folder), file)
        QTimer.singleShot(100, sounding.open)
        return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
