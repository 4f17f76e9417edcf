"""Something hurts: the question, what is kept of it, and the way on that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from hipstretch.core.ask_again import AskAgain
from hipstretch.core.concerns import FindExercise, Situation, easier_than
from hipstretch.core.exercise import Exercise
from hipstretch.core.pain import (
    OFTEN,
    WEEK_OF_HURTS,
    Advice,
    Hurt,
    Remedy,
    advise,
    hurts_of,
)
from hipstretch.core.person import Side
from hipstretch.core.ports import Clock
from hipstretch.core.remedies import Asked, HurtAnswer, is_to_be_kept
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Event
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.pain_log import PainLog
from hipstretch.ui.pages.hurt_dialog import HurtQuestion
from hipstretch.ui.pages.player import PlayerPage


class _Hurting(NamedTuple):
    """The exercise that hurts, on which side, how it is asked, and what would be easier."""

    exercise: Exercise
    side: Side
    asked: Asked
    easier: Exercise | None


class HurtFlow(QObject):
    """Asks what helps, keeps the answer at once and does it.

    `tell` is told why something could not be kept; the session goes on all the same.
    """

    def __init__(
        self,
        runner: SessionRunner,
        settings: SettingsKeeper,
        pain_log: PainLog,
        find: FindExercise,
        clock: Clock,
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._settings = runner, settings
        self._pain_log, self._find, self._clock = pain_log, find, clock
        self._tell = tell
        self._player: PlayerPage | None = None
        self._hurting: _Hurting | None = None
        self._again: AskAgain | None = None
        self._asked_again: set[str] = set()
        self._has_spread = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._on_rep_over)
        runner.view_changed.connect(self._on_view_changed)

    @property
    def has_spread(self) -> bool:
        """Whether something hurt in this session that was new or spread."""
        return self._has_spread

    def attach(self, player: PlayerPage) -> None:
        """Ask on the player."""
        self._player = player
        player.hurt_told.connect(self._on_hurt_told)
        player.hurt_answered.connect(self._on_hurt_answered)

    def begin(self) -> None:
        """Know nothing of another session; of this one what its notes name."""
        self._hurting = self._again = None
        self._asked_again = set()
        self._has_spread = any(
            hurt.spreads for hurt in self._week() if hurt.id in self._runner.notes.hurts
        )

    def _week(self) -> tuple[Hurt, ...]:
        """What hurt in the last week; nothing where the history cannot be used."""
        try:
            return self._pain_log.hurts_since(self._clock.now() - WEEK_OF_HURTS)
        except HistoryUnavailable:
            return ()

    def _ask(self, step: int, *, again: bool) -> None:
        """Ask about the exercise of a step."""
        session, routine = self._runner.session, self._runner.routine
        if self._player is None or session is None or routine is None:
            return
        found = _exercise_of(routine, step)
        if found is None:
            return
        phase = session.timeline.phases[session.anchor.phase_index]
        exercise, is_over = found.exercise, phase.step != step
        week = self._week()
        easier = None if is_over else self._easier(exercise, week)
        asked = Asked(again, is_over, easier is not None)
        side = Side.BOTH if is_over else phase.side or Side.BOTH
        self._hurting = _Hurting(exercise, side, asked, easier)
        is_often = len(hurts_of(exercise.id, week, self._clock.now())) + 1 >= OFTEN
        name = easier.name if easier is not None else ""
        self._player.ask_what_helps(HurtQuestion(asked, name, is_often and not again))

    def _easier(self, exercise: Exercise, week: tuple[Hurt, ...]) -> Exercise | None:
        """An easier exercise that raises no concern, where there is one and room for it."""
        settings = self._settings.settings
        situation = Situation(self._clock.now(), settings.conditions or (), settings.avoided, week)
        easier = easier_than(exercise, situation, self._find)
        if easier is None or self._runner.longer_by(easier) is None:
            return None
        return easier

    def _keep(self, hurting: _Hurting, answer: HurtAnswer) -> None:
        """Write down what hurt, and note it with the session."""
        exercise, now = hurting.exercise, self._clock.now()
        hurt = Hurt(exercise.id, exercise.name, hurting.side, now, *answer)
        try:
            number = self._pain_log.add(hurt)
        except HistoryUnavailable as error:
            words = self.tr("What hurt is not in the history: %1").replace("%1", str(error))
            self._tell(words)
            return
        self._runner.note(self._runner.notes.with_hurt(number))

    def _help(self, hurting: _Hurting, answer: HurtAnswer) -> None:
        """Go the way that was chosen."""
        match answer.remedy:
            case Remedy.STOP:
                self._runner.send(Event.STOP)
                return
            case Remedy.EASE:
                self._ease(hurting, answer)
            case Remedy.EASIER if hurting.easier is not None:
                self._again = None
                self._runner.take_easier(hurting.easier)
            case Remedy.SKIP if not hurting.asked.is_over:
                self._again = None
                self._runner.send(Event.SKIP_EXERCISE)
        self._runner.send(Event.RESUME)

    def _ease(self, hurting: _Hurting, answer: HurtAnswer) -> None:
        """Make the rest of the exercise gentler; ask again where it hurt enough, but only once."""
        self._runner.send(Event.EASE)
        session, name = self._runner.session, hurting.exercise.id
        is_fine = advise(answer.pain, spreads=answer.spreads) is Advice.GO_ON
        if session is not None and not is_fine and name not in self._asked_again:
            self._again = AskAgain.of(session)

    @Slot()
    def _on_hurt_told(self) -> None:
        """Ask about the exercise under way, or in a pause about the one before it."""
        session, routine = self._runner.session, self._runner.routine
        if session is None or routine is None or session.is_over:
            return
        step = session.timeline.phases[session.anchor.phase_index].step
        self._ask(step if isinstance(routine.steps[step], Step) else step - 1, again=False)

    @Slot(object)
    def _on_hurt_answered(self, answer: HurtAnswer) -> None:
        """Keep it, and help."""
        hurting, self._hurting = self._hurting, None
        if hurting is None or self._runner.session is None:
            return
        self._has_spread = self._has_spread or answer.spreads
        if is_to_be_kept(answer, hurting.asked):
            self._keep(hurting, answer)
        self._help(hurting, answer)

    @Slot()
    def _on_view_changed(self) -> None:
        """Ask again after the eased rep; not from here, where others still hear of the view."""
        session, again = self._runner.session, self._again
        if session is not None and again is not None and again.is_over(session):
            self._soon.start()

    @Slot()
    def _on_rep_over(self) -> None:
        """Pause after the eased rep and ask once more, if the person stayed with it."""
        session, again = self._runner.session, self._again
        self._again = None
        if session is None or again is None or not again.was_held(session):
            return
        self._runner.send(Event.ASK)
        found = _exercise_of(self._runner.routine, again.step)
        if found is not None:
            self._asked_again.add(found.exercise.id)
            self._ask(again.step, again=True)


def _exercise_of(routine: Routine | None, step: int) -> Step | None:
    """A step with an exercise; None for a pause or no step at all."""
    if routine is None or not 0 <= step < len(routine.steps):
        return None
    found = routine.steps[step]
    return found if isinstance(found, Step) else None
