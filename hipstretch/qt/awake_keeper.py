"""Keeps the screen awake as long as somebody looks at it: a session, or a timer that runs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.core.ports import KeepAwake
from hipstretch.core.session import Status
from hipstretch.core.view import View
from hipstretch.qt.session_runner import SessionRunner

PAUSE = 300.0
"""Seconds of a pause after which the screen may go dark."""
SESSION = "session"
_PLAYS = {Status.PLAYING, Status.RESUMING}


class AwakeKeeper(QObject):
    """Holds the machine awake while there is a reason to; reasons are told apart by their names.

    A session is a reason by itself: from its first second to its end, but for what is longer than
    `pause` seconds of a pause. The service is made when there is the first reason.

    Signals:
        followed_changed: `bool`, whether the person follows a session: it plays, or pauses shortly.
    """

    followed_changed = Signal(bool)

    def __init__(
        self,
        runner: SessionRunner,
        make_awake: Callable[[], KeepAwake],
        parent: QObject | None = None,
        pause: float = PAUSE,
    ) -> None:
        super().__init__(parent)
        self._make_awake = make_awake
        self._awake: KeepAwake | None = None
        self._reasons: set[str] = set()
        self._status: Status | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(round(pause * 1000))
        self._pause.timeout.connect(self._on_paused_for_long)
        runner.view_changed.connect(self._on_view_changed)
        runner.let_go.connect(self._on_let_go)

    @property
    def is_holding(self) -> bool:
        """Whether there is a reason to stay awake."""
        return bool(self._reasons)

    def hold(self, reason: str) -> None:
        """Stay awake for a reason, until it is released."""
        is_first, is_new = not self._reasons, reason not in self._reasons
        self._reasons.add(reason)
        if self._awake is None:
            self._awake = self._make_awake()
        if is_first:
            self._awake.hold()
        if is_new and reason == SESSION:
            self.followed_changed.emit(True)

    def release(self, reason: str) -> None:
        """That reason is no more; with the last one sleep may come."""
        was_there, was_last = reason in self._reasons, self._reasons == {reason}
        self._reasons.discard(reason)
        if was_last and self._awake is not None:
            self._awake.release()
        if was_there and reason == SESSION:
            self.followed_changed.emit(False)

    def close(self) -> None:
        """Let sleep come, whatever the reasons were."""
        self._pause.stop()
        for reason in [*self._reasons]:
            self.release(reason)

    @Slot(object)
    def _on_view_changed(self, view: View) -> None:
        """The session plays, or begins to pause."""
        if view.status is self._status:
            return
        self._status = view.status
        if view.status in _PLAYS:
            self._pause.stop()
            self.hold(SESSION)
        else:
            self._pause.start()

    @Slot()
    def _on_paused_for_long(self) -> None:
        """Nobody may be looking any more."""
        self.release(SESSION)

    @Slot()
    def _on_let_go(self) -> None:
        """There is no session."""
        self._status = None
        self._pause.stop()
        self.release(SESSION)
