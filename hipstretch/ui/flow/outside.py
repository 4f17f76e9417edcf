"""Does what other starts of the program and the command line ask of the one that runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.core.therapy_facts import therapy_facts
from hipstretch.core.therapy_view import TherapyView
from hipstretch.ui import break_words, therapy_notes

if TYPE_CHECKING:  # made when ice or heat is first needed
    from hipstretch.ui.flow.therapy import TherapyFlow


_OF_THERAPY = {Command.ICE, Command.HEAT, Command.STOP}


class Reminders(Protocol):
    """The sitting and its reminders; see `BreaksFlow`."""

    @property
    def view(self) -> BreaksView:
        """How things stand now."""

    def say_up(self) -> None:
        """The person is up."""

    def pause(self, seconds: float) -> None:
        """No reminders for so many seconds; 0 ends a pause."""


class OutsideFlow(QObject):
    """Answers requests, one at a time.

    `therapy` makes ice and heat where need be; `made_therapy` gives None before that.

    Signals:
        show_requested: the window is wanted in front.
        routine_start_requested: `str`, the id of a routine to play at once.
    """

    show_requested = Signal()
    routine_start_requested = Signal(str)

    def __init__(
        self,
        breaks: Reminders,
        therapy: Callable[[], TherapyFlow],
        made_therapy: Callable[[], TherapyFlow | None],
        has_routine: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._breaks, self._therapy, self._made_therapy = breaks, therapy, made_therapy
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
        view, made = self._breaks.view, self._made_therapy()
        therapy = None if made is None else made.view
        facts = _facts(view) | therapy_facts(therapy)
        return Reply(True, _words(view, therapy), facts)


def _words(view: BreaksView, therapy: TherapyView | None) -> str:
    """How things stand: "Sitting 18 min. Next break in 12 min. Ice, 12:41 left"."""
    notes = "" if therapy is None else therapy_notes.notes(therapy)
    words = QCoreApplication.translate("Therapy", "{sitting}. {notes}")
    sitting = break_words.both(view)
    return words.format(sitting=sitting, notes=notes) if notes else sitting


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
