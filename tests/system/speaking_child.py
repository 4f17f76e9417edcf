"""A program without a window that speaks what it is told, and writes down what it did.

Run as a child. It reads a command a line: `make`, `say TEXT`, `stop`, `pace PACE`, `voice NAME`,
`voices`, `close`, `stillness`, `end`. It writes a JSON list a line: the monotonic clock's seconds,
what happened, and which.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from hipstretch.core.ports import Speaker, Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services import speech
from tests.system.stillness import Stillness
from tests.system.written import Line


class Speaking(QObject):
    """A speaker that is worked from outside, and for how long the event loop stood still."""

    def __init__(self) -> None:
        super().__init__()
        self._speaker: Speaker | None = None
        self._pace, self._voice = Pace.USUAL, ""
        self._rest = ""
        self._stillness = Stillness(self)
        self._commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._commands.activated.connect(self._on_commanded)

    def _act(self, command: str, what: str) -> None:
        """Do what a command says."""
        at = time.monotonic()
        if command == "make":
            self._speaker = speech.create("en-GB", self._on_trouble)
        elif command == "stillness":
            self._tell_stillness(at)
            return
        elif command == "end":
            QCoreApplication.quit()
        elif self._speaker is not None:
            self._work(self._speaker, command, what)
        self._write(at, command, what)

    def _work(self, speaker: Speaker, command: str, what: str) -> None:
        """Have the speaker do something."""
        if command == "say":
            speaker.say(what)
        elif command == "stop":
            speaker.stop()
        elif command == "voices":
            speaker.ask_voices(self._on_voices_found)
        elif command == "close":
            speaker.close()
        elif command == "pace":
            self._pace = Pace(what)
        elif command == "voice":
            self._voice = what
        if command in {"pace", "voice"}:
            speaker.set_manner(self._pace, self._voice)

    def _tell_stillness(self, at: float) -> None:
        """Write down for how long the event loop stood still at most since this was last asked."""
        self._write(at, "stillness", self._stillness.longest)
        self._stillness.start_again()

    def _on_trouble(self, trouble: Trouble) -> None:
        """Write down what went wrong."""
        self._write(time.monotonic(), "trouble", trouble.value)

    def _on_voices_found(self, voices: tuple[Voice, ...]) -> None:
        """Write down who can speak."""
        self._write(time.monotonic(), "found", [voice.name for voice in voices])

    def _write(self, at: float, what: str, which: object) -> None:
        """Write a line."""
        Line(at, what, which).write(sys.stdout)

    @Slot()
    def _on_commanded(self) -> None:
        """Do what came in."""
        data = os.read(0, 65536)
        if not data:  # whoever gave the commands has gone
            QCoreApplication.quit()
            return
        *lines, self._rest = (self._rest + data.decode()).split("\n")
        for line in lines:
            command, _, what = line.partition(" ")
            self._act(command, what)


def main() -> int:
    """Speak until it is enough."""
    application = QCoreApplication([])
    speaking = Speaking()
    code = application.exec()
    del speaking
    return code


if __name__ == "__main__":
    sys.exit(main())
