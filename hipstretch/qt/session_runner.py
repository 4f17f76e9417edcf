"""Runs a session in real time: feeds the state machine with the clock and tells what comes out."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hipstretch.core.easier import at_easier, with_easier
from hipstretch.core.exercise import Exercise
from hipstretch.core.notes import NOTHING_NOTED, Notes
from hipstretch.core.person import Person
from hipstretch.core.ports import Clock
from hipstretch.core.routine import Routine
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.timeline import Cue, Timeline
from hipstretch.core.view import View, view_of
from hipstretch.storage.running import Interrupted, RunningSession

FRAME = 1 / 30
"""Seconds between two repaints of the ring."""
SAVE_EVERY = 1.0
"""Seconds of playing that a crash may lose."""
SLEPT_FROM = 2.0
"""Seconds of sleep of the machine from which the session pauses."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ended:
    """A session that is over, finished or stopped."""

    routine: Routine
    session: Session
    notes: Notes = NOTHING_NOTED


class SessionRunner(QObject):
    """The one session of the program.

    Signals:
        view_changed: `View`, what to show now; while playing some thirty times a second.
        cue_given: `Cue`, something to hear now.
        begun: there is a session under way now.
        ended: `Ended`, the session is over.
        let_go: there is none any more, whether it is over or kept for later.
        saving_failed: `str`, why the place cannot be kept on disk; the session goes on.
    """

    view_changed = Signal(object)
    cue_given = Signal(object)
    begun = Signal()
    ended = Signal(object)
    let_go = Signal()
    saving_failed = Signal(str)

    def __init__(self, clock: Clock, store: RunningSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._store = store
        self._routine: Routine | None = None
        self._person = Person()
        self._session: Session | None = None
        self._notes = NOTHING_NOTED
        self._slept = 0.0
        self._saved_at = -math.inf
        self._can_save = True
        self._calm = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timed_out)

    @property
    def session(self) -> Session | None:
        """The session under way."""
        return self._session

    @property
    def routine(self) -> Routine | None:
        """The routine under way."""
        return self._routine

    @property
    def notes(self) -> Notes:
        """What is known of the session besides its place."""
        return self._notes

    @property
    def view(self) -> View | None:
        """What to show now; None where nothing is under way."""
        if self._session is None or self._routine is None:
            return None
        return view_of(self._routine, self._session, self._clock.awake())

    def set_calm(self, calm: bool) -> None:
        """Repaint once a second instead of smoothly, for people who want little motion."""
        self._calm = calm

    def begin(self, routine: Routine, person: Person, notes: Notes = NOTHING_NOTED) -> None:
        """Start a routine."""
        self._notes = notes
        self._take(routine, person, Session.of(Timeline.of(routine, person)))
        self._keep_routine(routine)
        self.send(Event.START)

    def go_on(self, interrupted: Interrupted) -> None:
        """Take up a session that was left unfinished; it stays paused until it is resumed."""
        self._notes = interrupted.notes
        self._take(interrupted.routine, interrupted.person, interrupted.session)
        self._tell_view()

    def note(self, notes: Notes) -> None:
        """Keep what is known of the session besides its place."""
        self._notes = notes
        self._save(force=True)

    def longer_by(self, exercise: Exercise) -> Routine | None:
        """The routine with an easier exercise right behind the one under way.

        None where nothing is under way, or where a routine may not be as long as that.
        """
        if self._session is None or self._routine is None or self._session.is_over:
            return None
        step = self._session.moment(self._clock.awake()).phase
        if step is None:
            return None
        gentle = self._notes.is_gentle
        return with_easier(self._routine, step.step, exercise, is_gentle=gentle)

    def take_easier(self, exercise: Exercise) -> None:
        """Pause before an easier exercise, which comes in the place of the one under way.

        Nothing happens where the routine has no room for it.
        """
        self.send(Event.PAUSE)
        routine = self.longer_by(exercise)
        if routine is None or self._session is None:
            return
        self._routine = routine
        self._session = at_easier(self._session, Timeline.of(routine, self._person))
        self._change_routine(routine, self._session)
        self._tell_view()

    def send(self, event: Event) -> None:
        """Hand an event to the session; one that does not fit its status is passed over."""
        if self._session is None or not self._session.allows(event):
            return
        self._advance(event)

    def close(self) -> None:
        """Keep the place and let go of the session, as when the window closes."""
        if self._session is not None and not self._session.is_over:
            self.send(Event.PAUSE)
            self._save(force=True)
        self._let_go()

    def forget_interrupted(self) -> None:
        """Drop the session that could have been gone on with."""
        try:
            self._store.forget()
        except OSError as error:
            _log.warning("the running session stays on disk: %s", error)

    def _take(self, routine: Routine, person: Person, session: Session) -> None:
        """Make a session the one under way."""
        self._routine, self._person, self._session = routine, person, session
        self._slept = self._clock.slept()
        self._saved_at = -math.inf
        self._can_save = True
        self.begun.emit()

    def _let_go(self) -> None:
        """There is no session any more."""
        self._timer.stop()
        was_there = self._session is not None
        self._routine = self._session = None
        if was_there:
            self.let_go.emit()

    def _advance(self, event: Event) -> None:
        """One step of the state machine, and all that follows from it."""
        assert self._session is not None  # noqa: S101 -- both callers have looked
        before = self._session
        if event is not Event.TICK:
            self._slept = self._clock.slept()
        self._session, cues = before.handle(event, self._clock.awake())
        for cue in cues:
            self._give(cue)
        moved = before.anchor.phase_index != self._session.anchor.phase_index
        if self._session.is_over:
            self._end()
            return
        self._save(force=moved or before.status is not self._session.status)
        self._tell_view()
        self._arm()

    def _give(self, cue: Cue) -> None:
        """Let a cue be heard."""
        self.cue_given.emit(cue)

    def _tell_view(self) -> None:
        """Let the moment be shown."""
        view = self.view
        if view is not None:
            self.view_changed.emit(view)

    def _end(self) -> None:
        """Tell that the session is over and let go of it."""
        routine, session = self._routine, self._session
        self._let_go()
        if routine is not None and session is not None:
            self.ended.emit(Ended(routine, session, self._notes))

    def _arm(self) -> None:
        """Wake up for the next frame, or earlier where a phase ends; not at all while paused."""
        if self._session is None or self._session.status not in {Status.PLAYING, Status.RESUMING}:
            self._timer.stop()
            return
        self._timer.start(max(0, math.ceil(self._until_next() * 1000)))

    def _until_next(self) -> float:
        """Seconds to the next frame or to the end of the phase."""
        view = self.view
        if view is None:
            return FRAME
        left = view.resume_in if view.resume_in > 0 else view.remaining
        if not self._calm:
            return FRAME if left is None else min(FRAME, left, self._until_cue())
        return 1.0 if left is None else min(left % 1.0 or 1.0, self._until_cue())

    def _until_cue(self) -> float:
        """Seconds to the next thing to be heard in this phase; a second where nothing comes."""
        session = self._session
        if session is None or session.status is not Status.PLAYING:
            return 1.0
        until = session.timeline.until_cue(session.anchor)
        return 1.0 if until is None else until

    @Slot()
    def _on_timed_out(self) -> None:
        """Let time pass; a sleep of the machine comes first."""
        slept = self._clock.slept()
        was_asleep = slept - self._slept > SLEPT_FROM
        self._slept = slept
        if was_asleep:
            self.send(Event.SLEPT)
        elif self._session is not None:
            self._advance(Event.TICK)

    def _keep_routine(self, routine: Routine) -> None:
        """Write the routine down, so that the session can be gone on with."""
        try:
            self._store.begin(routine)
        except OSError as error:
            self._cannot_save(error)

    def _change_routine(self, routine: Routine, session: Session) -> None:
        """Write the changed routine down, together with the place in it."""
        if not self._can_save:
            return
        try:
            self._store.change(routine, self._person, session, self._wall(), self._notes)
        except OSError as error:
            self._cannot_save(error)

    def _wall(self) -> float:
        """The wall clock's time in seconds since 1970."""
        return self._clock.now().timestamp()

    def _save(self, *, force: bool) -> None:
        """Keep the place on disk, once a second or when something changed."""
        now = self._clock.awake()
        due = force or now - self._saved_at >= SAVE_EVERY
        if not due or not self._can_save or self._session is None or self._routine is None:
            return
        self._saved_at = now
        state = (self._routine, self._person, self._session)
        try:
            self._store.save(*state, self._wall(), self._notes)
        except OSError as error:
            self._cannot_save(error)

    def _cannot_save(self, error: OSError) -> None:
        """Say once that the place cannot be kept, and do not try again in this session."""
        self._can_save = False
        self.saving_failed.emit(str(error))
