"""What Home shows of the history: all of it as of one moment, with one opening of the file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.storage.pain_log import PainLog

PAIN_POINTS = 8
"""The most ratings that Home draws."""


class HomeFacts(NamedTuple):
    """What Home shows; a part that cannot be read is as if there were none.

    `days` are those with a session and `forgiven` those that break no row; `pain` are the last
    ratings, oldest first; `done` has how often each routine was done today. Of `sore_day` is to be
    asked whether it settled. `trouble` says why something is missing, and nothing where all is
    there.
    """

    days: frozenset[date] = frozenset()
    forgiven: frozenset[date] = frozenset()
    pain: tuple[int, ...] = ()
    done: Mapping[str, int] = MappingProxyType({})
    last_routine: str = ""
    sore_day: date | None = None
    is_flare_up: bool = False
    trouble: str = ""


def home_facts(database: Database, today: date) -> HomeFacts:
    """What Home shows on a day; nothing where there is no history, or none that can be used."""
    try:
        if not database.is_there:
            return HomeFacts()
        with database.moment() as moment:
            return _read(moment, today)
    except HistoryUnavailable as error:
        return HomeFacts(trouble=str(error))


def _read(moment: Database, today: date) -> HomeFacts:
    """Part by part; one that is damaged costs none of the others."""
    facts = HomeFacts()
    for part in (_with_days, _with_done, _with_last_routine, _with_sore_day, _with_flare_up):
        try:
            facts = part(facts, moment, today)
        except HistoryUnavailable as error:
            facts = facts._replace(trouble=facts.trouble or str(error))
    return facts


def _with_days(facts: HomeFacts, moment: Database, today: date) -> HomeFacts:
    """The days and the pain, which are of use together only."""
    history = History(moment)
    days = history.days()
    if not days:
        return facts
    forgiven = DayMarks(moment).forgiven(min(days), today)
    pain = tuple(value for _, value in history.last_pain(PAIN_POINTS))
    return facts._replace(days=days, forgiven=forgiven, pain=pain)


def _with_done(facts: HomeFacts, moment: Database, today: date) -> HomeFacts:
    """How often each routine was done today."""
    return facts._replace(done=History(moment).done_on(today))


def _with_last_routine(facts: HomeFacts, moment: Database, _today: date) -> HomeFacts:
    """The routine that was done last."""
    return facts._replace(last_routine=History(moment).last_routine())


def _with_sore_day(facts: HomeFacts, moment: Database, today: date) -> HomeFacts:
    """The day to ask about."""
    from hipstretch.core.pain import ASK_WITHIN, day_to_ask_about

    log = PainLog(moment)
    sore = log.sore_days(today - ASK_WITHIN, today - timedelta(days=1))
    if not sore:
        return facts
    return facts._replace(sore_day=day_to_ask_about(sore, log.asked_days(), today))


def _with_flare_up(facts: HomeFacts, moment: Database, today: date) -> HomeFacts:
    """Whether today is done more gently."""
    return facts._replace(is_flare_up=DayMarks(moment).is_flare_up(today))
