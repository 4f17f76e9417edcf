"""The words of the report for an appointment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from hipstretch.core.exercise_report import ExerciseReport
from hipstretch.core.person import Side
from hipstretch.core.report import DAYS, WEEKS, PlaceReport, Report, RoutineReport, WeekReport
from hipstretch.ui.history_words import minutes, pain_number, place_word, short_day
from hipstretch.ui.words import side_word, times

translate = QCoreApplication.translate
NONE = "–"
"""What stands in a cell where there is nothing."""
_SECONDS_UNDER = 60
_MOST_DAYS = 7
"""The most days that a line has room for."""


class Figure(NamedTuple):
    """A number at the head of the page, what it counts, and a word more."""

    number: str
    caption: str
    more: str = ""


class Item(NamedTuple):
    """A line of a list: words at its beginning, an amount at its end."""

    words: str
    amount: str = ""


def title() -> str:
    """What the page is."""
    return translate("Report", "Stretching report")


def period(report: Report) -> str:
    """The days that it tells of: "9 June 2026 to 6 July 2026, four weeks"."""
    first, last = _long_day(report.first), _long_day(report.last)
    return translate("Report", "{first} to {last}, four weeks").format(first=first, last=last)


def fields() -> tuple[str, str]:
    """What the person may write by hand."""
    return translate("Report", "Name"), translate("Report", "Date of birth")


def footer() -> str:
    """Where the page is from, and what it is not."""
    return translate("Report", "Made by HipStretch on the person’s own machine; not a diagnosis.")


def table_note() -> str:
    """What the heads of the table mean."""
    return translate("Report", "Shortened: less than planned. Not done: left out or not reached.")


def nothing_yet() -> tuple[str, str]:
    """What an empty page says."""
    return (
        translate("Report", "Nothing was recorded in these four weeks."),
        translate("Report", "Bring the page all the same, and tell how it has been."),
    )


def figures(report: Report) -> tuple[Figure, ...]:
    """The numbers at the head of the page."""
    days = translate("Report", "{n} of {all}").format(n=report.active_days, all=DAYS)
    weeks = report.weeks_with_pain
    before = _trend([week.before for week in weeks], translate("Report", "pain before"))
    after = _trend([week.after for week in weeks], translate("Report", "pain after"))
    mean = translate("Report", "{time} a week").format(time=minutes(report.seconds / WEEKS))
    return (
        Figure(str(report.sessions), translate("Report", "sessions")),
        Figure(days, translate("Report", "days with a session")),
        Figure(minutes(report.seconds), translate("Report", "of stretching"), mean),
        before,
        after,
    )


def week_label(week: WeekReport, last: date) -> str:
    """The days of a week under its bar: "9–15 Jun", "30 Jun – 6 Jul"."""
    if week.first.month == last.month:
        return f"{week.first.day}–{short_day(last)}"
    return f"{short_day(week.first)} – {short_day(last)}"


def columns() -> tuple[str, ...]:
    """The heads of the table of exercises."""
    return (
        translate("Report", "Done"),
        translate("Report", "Shortened"),
        translate("Report", "Not done"),
        translate("Report", "Left"),
        translate("Report", "Right"),
        translate("Report", "Both"),
        translate("Report", "Hurt"),
    )


def cells(exercise: ExerciseReport) -> tuple[str, ...]:
    """A row of the table of exercises, without its name."""
    counts = (exercise.times, exercise.shortened, exercise.skipped)
    held = (exercise.left, exercise.right, exercise.both)
    return (
        *(_count(count) for count in counts),
        *(_length(seconds) for seconds in held),
        _count(exercise.hurts),
    )


def hurting(report: Report) -> tuple[Item, ...]:
    """What hurt, how often, and how much at most."""
    items = tuple(Item(one.stretch, _hurts(one)) for one in report.hurting)
    return items or (Item(translate("Report", "Nothing was marked as hurting.")),)


def routines(report: Report) -> tuple[Item, ...]:
    """The routines and how often they were done."""
    items = tuple(Item(one.name, _done(one)) for one in report.routines)
    return items or (Item(translate("Report", "None.")),)


def besides(report: Report) -> tuple[Item, ...]:
    """Flare-up days, ice and heat, and how far the pain reached, the furthest first."""
    used = ((translate("Report", "ice"), report.ice), (translate("Report", "heat"), report.heat))
    treatments = [f"{name} {times(count)}" for name, count in used if count]
    return (
        Item(translate("Report", "Flare-up days"), _days(report.flare_ups) or NONE),
        Item(translate("Report", "Ice and heat"), ", ".join(treatments) or NONE),
        *(_place(place) for place in reversed(report.places)),
    )


def notes(report: Report) -> tuple[Item, ...]:
    """What the person wrote, the newest first."""
    items = tuple(Item(note.text, short_day(note.day)) for note in report.notes)
    return items or (Item(translate("Report", "None.")),)


def capped(items: Sequence[Item], most: int) -> tuple[Item, ...]:
    """So many lines; where there are more items, the last line says how many."""
    if len(items) <= most:
        return tuple(items)
    return (*items[: most - 1], Item(and_more(len(items) - most + 1)))


def and_more(count: int) -> str:
    """How many are left out."""
    return translate("Report", "and {n} more").format(n=count)


def _trend(values: Sequence[float | None], caption: str) -> Figure:
    """The first week's mean and the last one's: "5 → 3"; one alone where there is but one."""
    told = [pain_number(value) for value in values if value is not None]
    if len(told) > 1:
        more = translate("Report", "first week to last")
        return Figure(f"{told[0]} → {told[-1]}", caption, more)
    return Figure(told[0] if told else NONE, caption)


def _hurts(exercise: ExerciseReport) -> str:
    """Where, how often and how much an exercise hurt: "left, once, up to 7, spreading"."""
    sides = [side_word(side).lower() for side in exercise.hurt_sides if side is not Side.BOTH]
    parts = [translate("Report", " and ").join(sides)] if sides else []
    parts.append(times(exercise.hurts))
    if exercise.worst is not None:
        parts.append(translate("Report", "up to {n}").format(n=exercise.worst))
    if exercise.spread:
        parts.append(translate("Report", "spreading"))
    return ", ".join(parts)


def _done(routine: RoutineReport) -> str:
    """How often a routine was done: "12 times on 11 days"."""
    count = times(routine.times)
    if routine.days in {1, routine.times}:
        return count
    return translate("Report", "{times} on {days} days").format(times=count, days=routine.days)


def _place(place: PlaceReport) -> Item:
    """How far pain reached, and how often that was told."""
    words = translate("Report", "Pain {place}").format(place=place_word(place.place))
    if place.sessions == 1:
        return Item(words, translate("Report", "in 1 session"))
    return Item(words, translate("Report", "in {n} sessions").format(n=place.sessions))


def _days(days: Sequence[date]) -> str:
    """Days in order, the month told once: "3, 9 Jun, 1 Jul"; of many their number alone."""
    if len(days) > _MOST_DAYS:
        return translate("Report", "{n} days").format(n=len(days))
    months = [list(them) for _, them in groupby(days, key=_month_of)]
    return ", ".join(
        f"{', '.join(str(day.day) for day in them[:-1])}{', ' if len(them) > 1 else ''}"
        f"{short_day(them[-1])}"
        for them in months
    )


def _month_of(day: date) -> tuple[int, int]:
    """What days belong together by."""
    return day.year, day.month


def _count(count: int) -> str:
    """A number of a cell."""
    return str(count) if count else NONE


def _length(seconds: float) -> str:
    """A length of a cell: "45 s", "12 min"."""
    if not seconds:
        return NONE
    if seconds < _SECONDS_UNDER:
        return translate("Report", "{n} s").format(n=max(1, round(seconds)))
    return minutes(seconds)


def _long_day(day: date) -> str:
    """A day with its month in full: "9 June 2026"."""
    return f"{day.day} {QLocale().monthName(day.month)} {day.year}"
