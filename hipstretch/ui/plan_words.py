"""The words for plans and flare-up days: how often, on which days, what is left, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hipstretch.ui import words

if TYPE_CHECKING:
    from hipstretch.core.plan import PlanItem, Planned

_WEEK = 7
_TWICE = 2
_MINUTE = 60


def schedule_words(planned: Planned) -> str:
    """On which days and how often: "Mon, Wed, Fri, once a day"."""
    days = _days_words(planned.weekdays)
    return ", ".join(part for part in (days, _times_words(planned.times)) if part)


def item_words(item: PlanItem) -> str:
    """What of a planned routine is done: "Core steadier 0 of 1"."""
    told = QCoreApplication.translate("Plan", "{name} {done} of {times}")
    planned = item.planned
    done = min(item.done, planned.times)
    return told.format(name=planned.name, done=done, times=planned.times)


def gentle_length(seconds: float) -> str:
    """How long a routine takes on a flare-up day: "about 6 min, gentler"."""
    told = QCoreApplication.translate("Plan", "about {time}, gentler")
    rounded = seconds if seconds < _MINUTE else max(seconds, float(words.SECONDS_UNDER))
    return told.format(time=words.minutes(rounded))


def kept_row_words() -> str:
    """What a flare-up day means."""
    return QCoreApplication.translate("Plan", "Gentler today. Your row of days is kept.")


def _days_words(weekdays: frozenset[int]) -> str:
    """The days in short, Monday first; "Every day" for all."""
    if len(weekdays) == _WEEK:
        return QCoreApplication.translate("Plan", "Every day")
    short = QLocale.FormatType.ShortFormat
    return ", ".join(QLocale().standaloneDayName(day + 1, short) for day in sorted(weekdays))


def _times_words(times: int) -> str:
    """How often a day."""
    if times == 1:
        return QCoreApplication.translate("Plan", "once a day")
    if times == _TWICE:
        return QCoreApplication.translate("Plan", "twice a day")
    return QCoreApplication.translate("Plan", "{count} times a day").format(count=times)
