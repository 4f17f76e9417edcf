"""What an export of the history has: its tables with their columns, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """How a value is written."""

    PLAIN = auto()
    YES_NO = auto()
    TIME = auto()


class Column(NamedTuple):
    """A column: its key in JSON and in the history, its title in a spreadsheet, its meaning."""

    key: str
    title: str
    meaning: str
    kind: Kind = Kind.PLAIN


class Table(NamedTuple):
    """A table of the export; `source` is what comes after FROM, `order` after ORDER BY."""

    name: str
    meaning: str
    source: str
    order: str
    columns: tuple[Column, ...]

    @property
    def query(self) -> str:
        """What reads it from the history."""
        keys = ", ".join(column.key for column in self.columns)
        return f"SELECT {keys} FROM {self.source} ORDER BY {self.order}"  # noqa: S608 -- names

    def as_object(self, row: tuple[object, ...]) -> dict[str, object]:
        """A row for JSON: times with their offset from UTC, yes and no as true and false."""
        pairs = zip(self.columns, row, strict=True)
        return {column.key: _plain(column, value) for column, value in pairs}

    def as_cells(self, row: tuple[object, ...]) -> Iterator[object]:
        """A row for a spreadsheet: local times as it knows them, yes and no as words."""
        return (_cell(column, value) for column, value in zip(self.columns, row, strict=True))


def _plain(column: Column, value: object) -> object:
    """A value for JSON."""
    return bool(value) if column.kind is Kind.YES_NO and value is not None else value


def _cell(column: Column, value: object) -> object:
    """A value for a spreadsheet."""
    if value is None:
        return ""
    if column.kind is Kind.YES_NO:
        return "yes" if value else "no"
    if column.kind is Kind.TIME:
        return datetime.fromisoformat(str(value)).strftime("%Y-%m-%d %H:%M:%S")
    return value


_NUMBER = Column("id", "Number", "The row's own number.")
_DAY = Column("day", "Day", "The local day on which it began.")
_BEGAN = Column("began_at", "Began", "When it began, local time.", Kind.TIME)
_ENDED = Column("ended_at", "Ended", "When it ended, local time.", Kind.TIME)
_EXERCISE = Column("exercise", "Exercise id", "The exercise's id.")
_SIDE = Column("side", "Side", "left, right, or both at once.")

TABLES = (
    Table(
        "sessions",
        "Every session that is over.",
        "session",
        "id",
        (
            _NUMBER,
            Column("routine_id", "Routine id", "The routine's file name without its ending."),
            Column("routine_name", "Routine", "The routine's name at that time."),
            _DAY,
            _BEGAN,
            _ENDED,
            Column("seconds", "Seconds", "How long it took without pauses."),
            Column("is_complete", "Complete", "Whether it was done to its end.", Kind.YES_NO),
            Column("is_gentle", "Gentle", "Whether it was made gentler that day.", Kind.YES_NO),
            Column("pain_before", "Pain before", "0 to 10, empty where it was not told."),
            Column("place_before", "Reached before", "How far down the pain reached before."),
            Column("pain_after", "Pain after", "0 to 10, empty where it was not told."),
            Column("place_after", "Reached after", "How far down the pain reached after."),
            Column("note", "Note", "What was noted afterwards."),
        ),
    ),
    Table(
        "holds",
        "Every hold or movement of the sessions, in the order of the plan.",
        "rep JOIN stretch ON stretch.id = rep.stretch",
        "session, place",
        (
            Column("session", "Session", "The number of its session."),
            Column("place", "Place", "Its place in the plan, from 0."),
            Column("step", "Step", "The step of the routine, from 0."),
            Column("exercise", "Exercise id", "The exercise's id, empty where it is unknown."),
            Column("name", "Exercise", "The exercise's name at that time."),
            _SIDE,
            Column("planned", "Planned seconds", "Empty where one sets the pace oneself."),
            Column("held", "Held seconds", "How long it was held."),
            Column("outcome", "Outcome", "done, shortened or skipped."),
        ),
    ),
    Table(
        "hurts",
        "When an exercise hurt, and what was chosen.",
        "hurt",
        "id",
        (
            _NUMBER,
            Column("session", "Session", "The number of its session, if that was saved."),
            Column("day", "Day", "The local day."),
            Column("at", "Time", "When it hurt, local time.", Kind.TIME),
            _EXERCISE,
            Column("stretch", "Exercise", "The exercise's name at that time."),
            _SIDE,
            Column("pain", "Pain", "0 to 10, empty where it was not told."),
            Column(
                "spreads",
                "Spreads",
                "New or spreading leg pain, tingling or numbness.",
                Kind.YES_NO,
            ),
            Column("remedy", "Chosen", "go-on, ease, easier, skip or stop."),
        ),
    ),
    Table(
        "settled",
        "Whether sore days settled.",
        "settled",
        "day",
        (
            Column("day", "Sore day", "The day that was asked about."),
            Column("asked_on", "Asked on", "The day on which it was asked."),
            Column("settled", "Settled", "Empty where it was not told.", Kind.YES_NO),
        ),
    ),
    Table(
        "flare_ups",
        "Flare-up days.",
        "flare_up",
        "day",
        (Column("day", "Day", "The local day."),),
    ),
    Table(
        "ice_and_heat",
        "Ice and heat that are over.",
        "therapy",
        "began_at",
        (
            Column("id", "Id", "The treatment's own name."),
            _DAY,
            _BEGAN,
            _ENDED,
            Column("kind", "Kind", "ice or heat."),
            Column("place", "Place", "Where on the body."),
            Column("means", "Means", "With what."),
            Column("planned", "Planned seconds", "How long it was meant to be."),
            Column("seconds", "Seconds", "How long it was."),
            Column("outcome", "Outcome", "How it ended."),
            Column("checks", "Skin checks", "How often the skin was asked about."),
            Column("fine", "Answered", "How often the answer was that it is fine."),
        ),
    ),
    Table(
        "sitting",
        "Times of sitting, being up, stretching and being away.",
        "presence",
        "id",
        (_NUMBER, _DAY, _BEGAN, _ENDED, Column("presence", "What", "sitting, up, ... or away.")),
    ),
    Table(
        "reminders",
        "Reminders to get up.",
        "reminder",
        "id",
        (
            _NUMBER,
            Column("day", "Day", "The local day on which it was asked."),
            Column("asked_at", "Asked", "When it was asked first, local time.", Kind.TIME),
            Column("closed_at", "Closed", "When it was over, local time.", Kind.TIME),
            Column("answer", "Answer", "What became of it."),
        ),
    ),
    Table(
        "decisions",
        "What was decided about exercises, for which reasons.",
        "decision",
        "at, exercise, reasons",
        (
            _EXERCISE,
            Column("reasons", "Reasons", "Conditions, positions and hurts, joined by +."),
            Column("choice", "Choice", "keep, easier or leave-out."),
            Column("at", "Time", "When it was decided, local time.", Kind.TIME),
        ),
    ),
    Table(
        "plan",
        "On which weekdays anything was planned.",
        "plan_change",
        "day",
        (
            Column("day", "From", "The first day on which it held."),
            Column("weekdays", "Weekdays", "Empty where nothing was planned."),
        ),
    ),
)
"""Everything in the history, in the order in which it is written."""


def _read_me() -> Iterator[str]:
    """The lines of the text that goes with the tables."""
    yield "The history of HipStretch"
    yield ""
    yield "Each file is a table: UTF-8, commas between cells, titles in the first line."
    yield "Times are local, as the clock showed them where you were. An apostrophe before a text"
    yield "keeps a spreadsheet from taking it for a formula. None of this left your computer."
    for table in TABLES:
        yield ""
        yield f"{table.name}.csv: {table.meaning}"
        for column in table.columns:
            yield f"    {column.title}: {column.meaning}"


READ_ME = "\r\n".join([*_read_me(), ""])
"""The text that goes with the tables."""
