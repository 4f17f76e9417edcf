"""A year of days with everything in them, and what must hold at every moment of it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipstretch.core.breaks import TRANSITIONS, Breaks, Happening, Now, Plan
from hipstretch.core.reminder import Reminder
from hipstretch.core.sitting import Sitting
from tests.core.break_life import Life
from tests.core.break_machine import YEAR

WEEKS = 52
DEEDS: dict[str, int] = {
    "type": 8,
    "work": 20,
    "read": 3,
    "leave": 3,
    "lock": 3,
    "fumble": 1,
    "sleep": 2,
    "film": 1,
    "keep_on": 1,
    "disturb": 2,
    "stand": 2,
    "stretch": 2,
    "put_off": 2,
    "pause": 1,
    "choose": 1,
    "set_wall": 1,
    "travel": 1,
    "quit": 1,
    "crash": 2,
}
"""The deeds of a day, and how often they are done."""
_a_deed = st.tuples(
    st.sampled_from([deed for deed, often in DEEDS.items() for _ in range(often)]),
    st.integers(1, 100),
)
_a_day = st.lists(_a_deed, min_size=15, max_size=30)


@settings(max_examples=WEEKS, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.lists(st.tuples(_a_day, st.integers(1, 100)), min_size=7, max_size=7))
def test_everything_holds_in_a_year(week: list[tuple[list[tuple[str, int]], int]]) -> None:
    """52 weeks of any deeds, each with its seven nights: see `Life` for what must hold."""
    life = Life()
    for day, night in week:
        for deed, amount in day:
            getattr(life, deed)(amount)
        life.end_day(night)
    life.quit(1)
    assert life.looks < life.at / 5


def test_an_ordinary_week_has_its_reminders() -> None:
    """So that the year does not hold because nothing is ever asked in it."""
    life = Life()
    for _ in range(5):
        for _ in range(8):
            life.work(100)
            life.stretch(10)
        life.end_day(1)
    assert life.asked == 5 * 8


STATE = Breaks.begun(Plan(), Now(0.0, YEAR))


@pytest.mark.parametrize("part", [STATE, STATE.clock, STATE.reminder])
def test_a_state_is_never_changed(part: Breaks | Sitting | Reminder) -> None:
    """What happens makes another one."""
    for one in fields(part):
        with pytest.raises(FrozenInstanceError):
            setattr(part, one.name, None)


def test_every_happening_has_its_line() -> None:
    """No event of any kind can raise for want of one."""
    assert set(TRANSITIONS) == set(get_args(Happening))
