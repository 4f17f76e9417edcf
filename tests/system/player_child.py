"""A program without a window that plays a routine; run as a child, steered from outside.

Its arguments are its own folder and the seconds of a long pause. It reads one word a line from its
input: an event of the session, `close`, or `end`, and writes a line where it was asked to stop.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from hipstretch.core.dose import Dose, Duration, SideRule
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Routine, Timing
from hipstretch.core.session import Event
from hipstretch.qt.awake_keeper import AwakeKeeper
from hipstretch.qt.media_remote import MediaRemote
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.services import awake, clock, media
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession
from tests.exercises import written_step

LENGTH = 114.0
"""Seconds of the routine: 2 ready, 30 left, 2 switch, 30 right; then 2 ready, 48 both."""


ROUTINE = Routine(
    id="mornings",
    name="Mornings",
    steps=(
        written_step(Dose(sides=SideRule.EACH, hold=Duration(30.0))),
        written_step(Dose(hold=Duration(48.0)), "Child’s pose", "mornings:1"),
    ),
    timing=Timing(Duration(2.0), switch=Duration(2.0)),
)


class Player(QObject):
    """All that the program has of a session but the window."""

    def __init__(self, folder: Path, pause: float) -> None:
        super().__init__()
        store = RunningSession(folder, ExerciseShelf([]))
        self._runner = SessionRunner(clock.create(), store, self)
        self._remote = MediaRemote(self._runner, media.create, self)
        self._keeper = AwakeKeeper(self._runner, awake.create, self, pause)
        self._remote.stop_requested.connect(self._on_stop_requested)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)

    @Slot()
    def _on_input(self) -> None:
        """Do what the test asks for; without a test there is nothing more to do."""
        for word in os.read(sys.stdin.fileno(), 4096).decode().split() or ["end"]:
            self._do(word)

    def _do(self, word: str) -> None:
        """Do one thing."""
        if word == "begin":
            self._runner.begin(ROUTINE, Person(first_side=Side.LEFT))
        elif word == "close":
            self._runner.close()
        elif word == "end":
            self._runner.close()
            self._keeper.close()
            self._remote.close()
            QCoreApplication.quit()
        else:
            self._runner.send(Event(word))

    @Slot()
    def _on_stop_requested(self) -> None:
        """Leave the session, as the player page does."""
        self._runner.close()
        sys.stdout.write("stopped\n")
        sys.stdout.flush()


if __name__ == "__main__":
    application = QCoreApplication(sys.argv[:1])
    player = Player(Path(sys.argv[1]), float(sys.argv[2]))
    sys.exit(application.exec())
