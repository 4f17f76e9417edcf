"""Lets media keys, headsets and the desktop's widget show the session and steer it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.now_playing import MediaCommand, event_of, now_playing
from hipstretch.core.ports import MediaKeys
from hipstretch.core.session import Session
from hipstretch.core.timeline import Timeline
from hipstretch.core.view import View
from hipstretch.qt.session_runner import SessionRunner

MakeMediaKeys = Callable[[Callable[[MediaCommand], None], Callable[[], float]], MediaKeys]
"""Takes what hears the commands, and what tells at any time how far the routine is."""


class MediaRemote(QObject):
    """Shows the runner's session outside; the media keys are made when the first one plays.

    Signals:
        stop_requested: the session is to be left; it can be gone on with.
    """

    stop_requested = Signal()

    def __init__(
        self, runner: SessionRunner, make_keys: MakeMediaKeys, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make_keys = make_keys
        self._keys: MediaKeys | None = None
        self._shown: View | None = None
        self._timeline: Timeline | None = None
        runner.view_changed.connect(self._on_view_changed)
        runner.let_go.connect(self._on_let_go)

    def close(self) -> None:
        """Be gone from the desktop, for good."""
        if self._keys is not None:
            self._keys.close()

    def _command(self, command: MediaCommand) -> None:
        """Do what a media key asks for."""
        view = self._runner.view
        if view is None:
            return
        if command is MediaCommand.STOP:
            self.stop_requested.emit()
            return
        event = event_of(command, view.status, waits=view.remaining is None)
        if event is not None:
            self._runner.send(event)

    def _position(self) -> float:
        """How far the routine is now, in seconds."""
        session, view = self._runner.session, self._runner.view
        return 0.0 if session is None or view is None else _elapsed(session, view)

    @Slot(object)
    def _on_view_changed(self, view: View) -> None:
        """Tell what others cannot know by counting on; they need not hear of every moment."""
        session, routine = self._runner.session, self._runner.routine
        before, self._shown = self._shown, view
        if session is None or routine is None:
            return
        if before is not None and session.timeline is self._timeline and _goes_on(before, view):
            return
        self._timeline = session.timeline
        if self._keys is None:
            self._keys = self._make_keys(self._command, self._position)
        position = _elapsed(session, view)
        self._keys.show(now_playing(view, routine.name, position, session.timeline.seconds))

    @Slot()
    def _on_let_go(self) -> None:
        """Nothing plays any more."""
        if self._keys is not None:
            self._keys.show(None)


def _elapsed(session: Session, view: View) -> float:
    """How far the routine is in a view, in seconds."""
    return session.timeline.seconds - view.seconds_left


def _goes_on(before: View, after: View) -> bool:
    """Whether only time has passed between two views of one phase."""
    return (
        after.status is before.status
        and after.seconds_left <= before.seconds_left
        and after.phase == before.phase
    )
