from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from hipstretch.core.history import days_in_a_row
from hipstretch.core.plan import EVERY_DAY, PlanChange
from hipstretch.storage.database import Database
from hipstretch.storage.day_marks import DayMarks

FIRST = date(2026, 7, 1)  # a Wednesday
DAY = timedelta(days=1)
WEEK = 7 * DAY
WORKDAYS = frozenset(range(5))
MON_AND_FRI = frozenset({0, 4})


@pytest.fixture
def marks(tmp_path: Path) -> DayMarks:
    """Marks of no day yet."""
    return DayMarks(Database(tmp_path / "history.sqlite3"))


def test_a_flare_up_is_one_switch(marks: DayMarks) -> None:
    """On twice is on, off twice is off."""
    marks.set_flare_up(FIRST, on=True)
    marks.set_flare_up(FIRST, on=True)
    marks.set_flare_up(FIRST + DAY, on=True)
    marks.set_flare_up(FIRST + WEEK, on=True)
    assert marks.is_flare_up(FIRST)
    assert not marks.is_flare_up(FIRST - DAY)
    assert marks.flare_ups(FIRST, FIRST + DAY) == {FIRST, FIRST + DAY}

    marks.set_flare_up(FIRST, on=False)
    marks.set_flare_up(FIRST, on=False)
    assert not marks.is_flare_up(FIRST)


def test_a_plan_is_kept_when_it_changes(marks: DayMarks) -> None:
    """The same again is no change; of one day the last word counts."""
    marks.note_plan(FIRST, WORKDAYS)
    marks.note_plan(FIRST, MON_AND_FRI)
    marks.note_plan(FIRST + WEEK, MON_AND_FRI)
    marks.note_plan(FIRST + 2 * WEEK, frozenset())
    marks.note_plan(FIRST + 3 * WEEK, frozenset())
    assert marks.plan_changes() == (
        PlanChange(FIRST, MON_AND_FRI),
        PlanChange(FIRST + 2 * WEEK, frozenset()),
    )


def test_no_plan_at_the_beginning_is_nothing_to_keep(marks: DayMarks) -> None:
    """Nor is a file made for it."""
    marks.note_plan(FIRST, frozenset())
    assert marks.plan_changes() == ()


def test_flare_ups_and_days_of_rest_are_forgiven_together(marks: DayMarks) -> None:
    """A row of days goes on over both."""
    marks.note_plan(FIRST, WORKDAYS)
    marks.set_flare_up(FIRST + 2 * DAY, on=True)  # a Friday
    saturday, monday = FIRST + 3 * DAY, FIRST + 5 * DAY

    forgiven = marks.forgiven(FIRST, monday)

    assert forgiven == {FIRST + 2 * DAY, saturday, saturday + DAY}
    assert days_in_a_row({FIRST, FIRST + DAY, monday}, monday, forgiven) == 3


def test_a_clock_that_was_wrong_for_a_start_changes_no_rest(marks: DayMarks) -> None:
    """Set back by years, or ahead: the days of rest of the right time stay as they were."""
    marks.note_plan(FIRST, WORKDAYS)
    rest = marks.forgiven(FIRST, FIRST + 4 * WEEK)

    marks.note_plan(date(2020, 1, 1), WORKDAYS)
    marks.note_plan(date(2020, 1, 2), MON_AND_FRI)
    marks.note_plan(FIRST + WEEK, WORKDAYS)
    marks.note_plan(date(2031, 1, 1), EVERY_DAY)
    marks.note_plan(FIRST + 2 * WEEK, WORKDAYS)

    assert marks.forgiven(FIRST, FIRST + 4 * WEEK) == rest


def test_a_plan_that_changed_under_a_wrong_clock_is_kept_once_the_clock_is_right(
    marks: DayMarks,
) -> None:
    """From the day of which it is known for sure."""
    marks.note_plan(FIRST, WORKDAYS)
    marks.note_plan(date(2031, 1, 1), EVERY_DAY)

    marks.note_plan(FIRST + WEEK, EVERY_DAY)

    saturday = FIRST + 3 * DAY
    assert marks.forgiven(FIRST, FIRST + 4 * WEEK) == {saturday, saturday + DAY}
