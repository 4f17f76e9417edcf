from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.breaks import (
    Breaks,
    HandsSeen,
    Happening,
    HoldChanged,
    Now,
    Plan,
    ScreenLocked,
    SessionBegan,
    SessionEnded,
)
from hipstretch.core.reminder import Asked, Hold
from hipstretch.services.desk.facts import Fact, Facts, happening

SAYINGS = st.lists(st.tuples(st.sampled_from(Fact), st.sampled_from("abc"), st.booleans()))


@given(SAYINGS)
def test_only_changes_are_told_and_the_last_one_holds(
    sayings: list[tuple[Fact, str, bool]],
) -> None:
    """A fact is so while anybody says so; told are on and off by turns, beginning with on."""
    told: list[Happening] = []
    facts = Facts(told.append)
    said: dict[Fact, dict[str, bool]] = {fact: {} for fact in Fact}
    for fact, sayer, is_so in sayings:
        facts.put(fact, sayer, is_so=is_so)
        said[fact][sayer] = is_so
    for fact, sayers in said.items():
        turns = [happening(fact, is_so=True), happening(fact, is_so=False)]
        mine = [one for one in told if one in turns]
        assert mine == [turns[place % 2] for place in range(len(mine))]
        assert len(mine) % 2 == any(sayers.values())


def test_a_lock_and_the_holds_are_told_as_what_they_are() -> None:
    """In the words of the reminders."""
    assert [happening(fact, is_so=True) for fact in Fact] == [
        ScreenLocked(is_locked=True),
        HoldChanged(Hold.CALL_OR_FILM, is_on=True),
        HoldChanged(Hold.FULL_SCREEN, is_on=True),
        HoldChanged(Hold.DO_NOT_DISTURB, is_on=True),
    ]


BEGAN, ENDED = HoldChanged(Hold.CALL_OR_FILM, is_on=True), HoldChanged(Hold.CALL_OR_FILM, False)


@pytest.mark.parametrize(
    "course",
    [
        (SessionBegan(), BEGAN, ENDED, SessionEnded()),
        (SessionBegan(), BEGAN, SessionEnded(), ENDED),
        (BEGAN, SessionBegan(), ENDED, SessionEnded()),
        (BEGAN, SessionBegan(), SessionEnded(), ENDED),
    ],
)
def test_the_programs_own_wish_for_a_screen_that_stays_on_leaves_nothing_behind(
    course: tuple[Happening, ...],
) -> None:
    """A session asks for it; whenever its end is heard, the next reminder comes as without it."""
    alone = tuple(one for one in course if not isinstance(one, HoldChanged))
    assert _asked_after(course) == _asked_after(alone)


def _asked_after(course: tuple[Happening, ...]) -> float:
    """When the next reminder comes after a session that ends at 300 s; the hands never rest."""
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def now(seconds: float) -> Now:
        return Now(seconds, start + timedelta(seconds=seconds))

    breaks = Breaks.begun(Plan(), now(0))
    for one in course:
        is_over = isinstance(one, SessionEnded) or breaks.clock.since == 300.0
        breaks, _ = breaks.handle(one, now(300.0 if is_over else 100.0))
    assert breaks.holds == frozenset()
    for second in range(305, 3000, 5):
        breaks, told = breaks.handle(HandsSeen(4.0), now(float(second)))
        if any(isinstance(one, Asked) for one in told):
            return float(second)
    pytest.fail("no reminder comes")
