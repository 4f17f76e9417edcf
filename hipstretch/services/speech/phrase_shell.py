"""A shell beside the window that runs espeak-ng, phrase after phrase.

To start a process holds its parent up until the system has got round to the child, which takes a
busy machine a tenth of a second: the shell waits for that instead of the window.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterable

from PySide6.QtCore import QObject, QProcess, Signal, Slot

SHELL = "/bin/sh"
_SCRIPT = """\
phrase=
trap '[ "$phrase" ] && kill -9 "$phrase"; exit 0' TERM
"$0" --voices="$1" 2>&1 </dev/null &
phrase=$!
wait "$phrase"
phrase=
echo @listed
while IFS= read -r voice && IFS= read -r pace && IFS= read -r words; do
    "$0" -v "$voice" -s "$pace" -- "$words" 2>&1 </dev/null &
    phrase=$!
    echo "@began $phrase"
    wait "$phrase"
    echo "@ended $?"
    phrase=
done
"""
_FAREWELL = 1000
"""Milliseconds at most for the shell to be gone; it takes about two."""


class PhraseShell(QObject):
    """Runs one phrase at a time: a new one kills the one before.

    Signals:
        listed: `str`, what the program prints of its voices.
        ended: `str`, the latest phrase is over by itself: why it was not heard, empty where it was.
        gone: `str`, the shell is not there any more, and why.
    """

    listed = Signal(str)
    ended = Signal(str)
    gone = Signal(str)

    def __init__(self, program: str, family: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printed: list[str] = []
        self._speaking = 0
        self._to_begin = 0
        self._is_wanted = self._is_closed = False
        self._shell = QProcess(self)
        self._shell.setProgram(SHELL)
        self._shell.setArguments(["-c", _SCRIPT, program, family])
        self._shell.setStandardErrorFile(QProcess.nullDevice())
        self._shell.readyReadStandardOutput.connect(self._on_printed)
        self._shell.finished.connect(self._on_finished)
        self._shell.errorOccurred.connect(self._on_failed)

    def start(self) -> None:
        """Start the shell; it lists the voices first."""
        self._shell.start()

    def speak(self, voice: str, words_a_minute: int, words: str) -> None:
        """Speak one line of words, in the place of what is being spoken."""
        self.silence()
        self._is_wanted = True
        self._to_begin += 1
        self._shell.write(f"{voice}\n{words_a_minute}\n{words}\n".encode())

    def silence(self) -> None:
        """Kill what is being spoken, or is about to be."""
        self._is_wanted = False
        if self._speaking:
            _kill(self._speaking)

    def leave(self) -> None:
        """End the shell and what it runs; nothing is told any more."""
        self._is_closed = True
        self._shell.terminate()

    def leave_and_wait(self) -> None:
        """End both and see them off, for when no event loop will."""
        self.leave()
        self._shell.waitForFinished(_FAREWELL)

    def _take(self, lines: Iterable[str]) -> None:
        """Take what was printed: by the program, or marked by the shell."""
        for line in lines:
            if self._is_closed:  # listening to a line may be what led to it
                return
            mark, _, number = line.partition(" ")
            if mark == "@listed":
                self.listed.emit("\n".join(self._take_printed()))
            elif mark == "@began":
                self._begin(int(number))
            elif mark == "@ended":
                self._end(int(number))
            else:
                self._printed.append(line)

    def _take_printed(self) -> list[str]:
        """What the program has printed since the last mark."""
        printed, self._printed = self._printed, []
        return printed

    def _begin(self, process: int) -> None:
        """A phrase has begun; if it is not the latest any more, it goes at once."""
        self._speaking = process
        self._to_begin -= 1
        if self._to_begin or not self._is_wanted:
            _kill(process)

    def _end(self, code: int) -> None:
        """A phrase is over: what it printed of errors tells more than its code, which may be 0."""
        self._speaking = 0
        lines = [line for line in self._take_printed() if line.lower().startswith("error")]
        if code:
            lines.append(f"it ended with {code}")
        if self._is_wanted and not self._to_begin:
            self._is_wanted = False
            self.ended.emit("; ".join(lines))

    def _go(self, reason: str) -> None:
        """The shell is no more; that is news if it was not told to end."""
        if not self._is_closed:
            self._is_closed = True
            self.silence()
            self.gone.emit(reason)
        self.deleteLater()

    @Slot()
    def _on_printed(self) -> None:
        """Read whole lines."""
        lines = []
        while self._shell.canReadLine():
            lines.append(bytes(self._shell.readLine().data()).decode("utf-8", "replace").rstrip())
        self._take(lines)

    @Slot()
    def _on_finished(self) -> None:
        """The shell is over."""
        self._go("its shell has ended")

    @Slot(QProcess.ProcessError)
    def _on_failed(self, error: QProcess.ProcessError) -> None:
        """The shell could not be started; every other failure is told when it is over."""
        if error is QProcess.ProcessError.FailedToStart:
            self._go(self._shell.errorString())


def _kill(process: int) -> None:
    """End a process at once."""
    # It may just have ended by itself, and its number be somebody else's.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(process, signal.SIGKILL)
