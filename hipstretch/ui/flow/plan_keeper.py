"""The plan: which routines the person means to do, and what of it is left today."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipstretch.core.catalogue import Facts
from hipstretch.core.settings import LONGEST_PLAN
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable

if TYPE_CHECKING:  # most people have no plan
    from hipstretch.core.plan import PlanItem, Planned
    from hipstretch.core.ports import Clock
    from hipstretch.storage.day_marks import DayMarks

_log = logging.getLogger(__name__)


class PlanKeeper(QObject):
    """Joins the chosen routines with what their files say; days of rest are told to the history.

    Signals:
        changed: the plan is another one.
    """

    changed = Signal()

    def __init__(
        self,
        settings: SettingsKeeper,
        marks: DayMarks,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._marks, self._clock = settings, marks, clock
        self._known: dict[str, Facts] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned."""
        return not self._settings.settings.plan

    def has(self, routine_id: str) -> bool:
        """Whether a routine is in the plan."""
        return routine_id in self._settings.settings.plan

    def set_known(self, routines: Sequence[Facts]) -> None:
        """Say which routines there are now."""
        self._known = {facts.id: facts for facts in routines}

    def put(self, facts: Facts, *, is_in: bool) -> bool:
        """Take a routine in, or out again; whether there was room for it.

        Routines that are gone make room where there is none.
        """
        self._known[facts.id] = facts
        plan = [one for one in self._settings.settings.plan if one != facts.id]
        plan += [facts.id] if is_in else []
        if len(plan) > LONGEST_PLAN:
            plan = [one for one in plan if one in self._known]
        if len(plan) > LONGEST_PLAN:
            return False
        self._settings.change(self._settings.settings.with_value("plan", plan))
        self.note()
        self.changed.emit()
        return True

    def today(self, done: Mapping[str, int]) -> tuple[PlanItem, ...]:
        """What is planned for today; `done` has how often each routine was done today."""
        if self.is_empty:
            return ()
        from hipstretch.core.plan import items_of

        return items_of(self._plan(), done, self._clock.now().date())

    def note(self) -> None:
        """Keep on which weekdays something is planned from today on."""
        from hipstretch.core.plan import planned_weekdays

        try:
            self._marks.note_plan(self._clock.now().date(), planned_weekdays(self._plan()))
        except HistoryUnavailable as error:
            _log.warning("the plan's days of rest cannot be kept now: %s", error)

    def _plan(self) -> list[Planned]:
        """The routines of the plan that are there, in the order in which they were chosen."""
        from hipstretch.core.plan import planned

        chosen = self._settings.settings.plan
        return [planned(self._known[one]) for one in chosen if one in self._known]
