"""Does what other starts of the program and the command line ask of the one that runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.ui import break_words
from hipstretch.ui.flow.breaks import BreaksFlow

if TYPE_CHECKING:  # made when ice or heat is first needed
    from hipstretch.ui.flow.therapy import TherapyFlow


_OF_THERAPY = {Command.ICE, Command.HEAT, Command.STOP}


class OutsideFlow(QObject):
    """Answers requests, one at a time.

    Signals:
        show_requested: the window is wanted in front.
        routine_start_requested: `str`, the id of a routine to play at once.
    """

    show_requested = Signal()
    routine_start_requested = Signal(str)

    def __init__(
        self,
        breaks: BreaksFlow,
        therapy: Callable[[], TherapyFlow],
        has_routine: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._breaks, self._therapy = breaks, therapy
        self._has_routine = has_routine

    def answer(self, request: Request) -> Reply:
        """Do what is asked, and say how things stand then."""
        if request.command is Command.SHOW:
            self.show_requested.emit()
            return Reply(True, self.tr("HipStretch is open."))
        if request.command is Command.START:
            return self._start(request.routine)
        if request.command in _OF_THERAPY:
            return self._therapy().answer(request)
        if request.command is not Command.STATUS and self._breaks.view.state is State.OFF:
            return Reply(False, self.tr("Reminders are off. Turn them on in the settings."))
        if request.command is Command.UP:
            self._breaks.say_up()
        elif request.command is Command.PAUSE_BREAKS:
            self._breaks.pause(request.seconds)
        elif request.command is Command.RESUME_BREAKS:
            self._breaks.pause(0.0)
        return self._status()

    def _start(self, routine_id: str) -> Reply:
        """Play a routine."""
        if not self._has_routine(routine_id):
            words = self.tr("There is no routine {id}.").format(id=routine_id)
            return Reply(False, words)
        self.show_requested.emit()
        self.routine_start_requested.emit(routine_id)
        return Reply(True, self.tr("Started."))

    def _status(self) -> Reply:
        """How things stand."""
        view = self._breaks.view
        return Reply(True, break_words.both(view), _facts(view))


def _facts(view: BreaksView) -> dict[str, object]:
    """The same for programs; times in seconds, moments in ISO 8601."""
    return {
        "state": view.state.value,
        "presence": view.presence.value,
        "sat": round(view.sat),
        "interval": round(view.interval),
        "until": view.until.isoformat() if view.until is not None else None,
        "held_by": view.hold.value if view.hold is not None else None,
        "asked_at": view.asked_at.isoformat() if view.asked_at is not None else None,
    }
