"""A program that runs once beside the window, and is ended when it takes too long."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

_FAREWELL = 1000
"""Milliseconds at most for a program that was killed to be gone; it takes about two."""


class ProgramRun(QObject):
    """One run; it ends by itself, or is killed and then tells nothing. It deletes itself.

    What it prints goes nowhere: it may outlive us in the background.

    Signals:
        ended: `bool`, whether it has done what it is for.
    """

    ended = Signal(bool)

    def __init__(self, program: str, arguments: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._is_killed = False
        self._process = QProcess(self)
        self._process.setProgram(program)
        self._process.setArguments(arguments)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_failed)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_overdue)

    def start(self, limit: float) -> None:
        """Start the program; it is ended after `limit` seconds."""
        self._limit.start(round(limit * 1000))
        self._process.start()

    def kill(self) -> None:
        """End the program at once and see it off: there may be no event loop for it."""
        self._is_killed = True
        self._process.kill()
        self._process.waitForFinished(_FAREWELL)

    def _end(self, is_done: bool) -> None:
        """Tell the end, unless it was made from outside."""
        self._limit.stop()
        if not self._is_killed:
            self.ended.emit(is_done)
        self.deleteLater()

    @Slot()
    def _on_finished(self) -> None:
        """It is over."""
        has_exited = self._process.exitStatus() is QProcess.ExitStatus.NormalExit
        self._end(has_exited and not self._process.exitCode())

    @Slot(QProcess.ProcessError)
    def _on_failed(self, error: QProcess.ProcessError) -> None:
        """It could not be started; every other failure is told when it is over."""
        if error is QProcess.ProcessError.FailedToStart:
            self._end(is_done=False)

    @Slot()
    def _on_overdue(self) -> None:
        """It hangs."""
        self._process.kill()
