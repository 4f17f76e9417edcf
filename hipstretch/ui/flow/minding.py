"""What to mind in a routine, for this person in this week, and what was decided about it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from hipstretch.core.concerns import Choice, Concern, FindExercise, Situation, concerns
from hipstretch.core.pain import WEEK_OF_HURTS, Hurt
from hipstretch.core.routine import Routine
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable

if TYPE_CHECKING:
    from hipstretch.core.ports import Clock
    from hipstretch.storage.decisions import Decisions
    from hipstretch.storage.pain_log import PainLog

_log = logging.getLogger(__name__)


class Week(NamedTuple):
    """What the history knows: the hurts of the last week, and everything that was decided."""

    hurts: tuple[Hurt, ...] = ()
    decided: Mapping[tuple[str, str], Choice] = {}


class Minding:
    """Joins settings, pain and decisions; a history that cannot be used leaves the settings."""

    def __init__(
        self,
        settings: SettingsKeeper,
        pain_log: PainLog,
        decisions: Decisions,
        find: FindExercise,
        clock: Clock,
    ) -> None:
        self._settings, self._clock = settings, clock
        self._pain_log, self._decisions = pain_log, decisions
        self._find = find

    def week(self) -> Week:
        """What the history knows now."""
        try:
            hurts = self._pain_log.hurts_since(self._clock.now() - WEEK_OF_HURTS)
            return Week(hurts, self._decisions.all())
        except HistoryUnavailable as error:
            _log.warning("what hurt and what was decided is not known now: %s", error)
            return Week()

    def concerns_of(self, routine: Routine, week: Week) -> tuple[Concern, ...]:
        """The exercises of a routine to think about."""
        settings = self._settings.settings
        situation = Situation(
            self._clock.now(), settings.conditions or (), settings.avoided, week.hurts
        )
        return concerns(routine, situation, self._find, week.decided)

    def keep(self, concern: Concern, choice: Choice) -> None:
        """Keep what the person decided. Raises HistoryUnavailable."""
        self._decisions.keep(concern, choice, self._clock.now())
