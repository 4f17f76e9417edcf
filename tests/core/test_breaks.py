from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.breaks import (
    LEAST_WAIT,
    Breaks,
    HandsSeen,
    Happening,
    HoldChanged,
    Now,
    Paused,
    Plan,
    PutOff,
    SaidSitting,
    SaidUp,
    Saved,
    ScreenLocked,
    SessionBegan,
    SessionEnded,
    Slept,
    TimePassed,
    Told,
)
from hipstretch.core.hours import WeekHours
from hipstretch.core.reminder import Answer, Asked, Closed, Hidden, Hold, Stage
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import LOOK_EVERY, Presence, Span

SITTING, UP, STRETCHING, AWAY = Presence
NINE = datetime(2026, 6, 1, 9, tzinfo=UTC)
START = 5000.0
PLAN = Plan()
DUE = PLAN.interval
NEVER = WeekHours((None,) * 7)


def now(after: float, wall: float | None = None) -> Now:
    """Seconds after the start; the wall's time may be another one."""
    return Now(START + after, NINE + timedelta(seconds=after if wall is None else wall))


def run(
    *happenings: tuple[float, Happening], begun: Breaks | None = None
) -> tuple[Breaks, list[Told]]:
    """The state after what happened at seconds after the start, and what came out."""
    breaks = begun or Breaks.begun(PLAN, now(0))
    told: list[Told] = []
    for after, happening in happenings:
        breaks, out = breaks.handle(happening, now(after))
        told.extend(out)
    return breaks, told


def typed_until(after: float) -> list[tuple[float, Happening]]:
    """Looks at hands that moved five seconds before."""
    return [(at, HandsSeen(5.0)) for at in range(60, int(after) + 1, 60)]


SAT_LONG = typed_until(DUE)
ASKED = [*SAT_LONG, (DUE + 3, HandsSeen(8.0))]
ASKED_AT = START + DUE + 3
SOFTLY = Asked(Strength.NOTIFICATION, DUE + 3)


def span(presence: Presence, start: float, end: float) -> Span:
    """A span in seconds after the start."""
    return Span(presence, START + start, START + end)


@pytest.mark.parametrize(
    ("happening", "told"),
    [
        (TimePassed(), []),
        (HandsSeen(0.0), []),
        (ScreenLocked(is_locked=True), [span(SITTING, 0, DUE + 10), Hidden()]),
        (ScreenLocked(is_locked=False), []),
        (Slept(4.0), [span(SITTING, 0, DUE + 6), Hidden()]),
        (HoldChanged(Hold.DO_NOT_DISTURB, is_on=True), [Hidden()]),
        (HoldChanged(Hold.CALL_OR_FILM, is_on=True), [Hidden()]),
        (HoldChanged(Hold.TIMER, is_on=False), []),
        (SaidUp(), [span(SITTING, 0, DUE + 10), Closed(Answer.UP, ASKED_AT)]),
        (SaidSitting(), []),
        (SessionBegan(), [span(SITTING, 0, DUE + 10), Closed(Answer.STRETCH, ASKED_AT)]),
        (SessionEnded(), []),
        (PutOff(300.0), [Closed(Answer.LATER, ASKED_AT)]),
        (Paused(300.0), [Closed(Answer.WITHDRAWN, ASKED_AT)]),
        (Paused(0.0), []),
    ],
)
def test_what_happens_while_it_is_asked(happening: Happening, told: list[Told]) -> None:
    """Spans come first, then what is shown or closed."""
    asked, before = run(*ASKED)
    assert before == [SOFTLY]
    assert run((DUE + 10, happening), begun=asked)[1] == told


def test_what_a_person_does_is_told_with_the_spans_before_it() -> None:
    """A put-off or a pause long after the last look lets the time pass first."""
    for wish in (PutOff(300.0), Paused(300.0)):
        assert run((100, HandsSeen(0.0)), (900, wish))[1] == [span(SITTING, 0, 100)]


def test_a_film_is_watched_sitting_and_a_full_screen_is_no_sign() -> None:
    """Only a screen that is kept on tells of a person with still hands."""
    for hold, minutes in ((Hold.CALL_OR_FILM, 20), (Hold.FULL_SCREEN, 0)):
        breaks, _ = run((0, HoldChanged(hold, is_on=True)), (1200, TimePassed()))
        assert breaks.seconds_sat(now(1200)) == minutes * 60


def test_a_session_makes_one_stretching_until_it_ends() -> None:
    """Then one sits; a session that was left before brings nobody back."""
    breaks, told = run((60, SessionBegan()), (200, SessionEnded()))
    assert told == [span(SITTING, 0, 60), span(STRETCHING, 60, 200)]
    assert breaks.clock.presence is SITTING
    breaks, _ = run((60, SessionBegan()), (100, Slept(30.0)), (200, SessionEnded()))
    assert breaks.clock.presence is AWAY


def test_the_stage_follows_pauses_and_hours() -> None:
    """Sitting is counted in both."""
    breaks, _ = run(*SAT_LONG, (DUE, Paused(600.0)))
    assert breaks.stage(now(DUE)) is Stage.OFF
    assert breaks.stage(now(DUE + 600)) is Stage.WAITING
    assert breaks.with_plan(PLAN._replace(hours=NEVER)).stage(now(DUE + 600)) is Stage.OFF
    assert breaks.seconds_sat(now(DUE)) == DUE


def test_another_plan_keeps_the_person() -> None:
    """What follows from it comes with the next event."""
    plan = Plan(1200.0, 600.0, Strength.TRAY, NEVER)
    breaks, _ = run(*typed_until(1300))
    other = breaks.with_plan(plan)
    assert other.seconds_sat(now(1300)) == 1300
    assert (other.reminder.interval, other.reminder.strongest) == (1200.0, Strength.TRAY)
    assert (other.clock.away_after, other.hours) == (600.0, NEVER)


# When to look again


@pytest.mark.parametrize(
    ("happenings", "at", "wait"),
    [
        ([], 0.0, LOOK_EVERY),
        (typed_until(DUE - 60), DUE - 30, 30.0),
        ([(270, HandsSeen(270.0))], 270.0, 30.0),
        (SAT_LONG, DUE, 3.0),
        (SAT_LONG, DUE - 0.25, LEAST_WAIT),
        ([(5, Paused(40.0))], 10.0, 35.0),
        ([(5, Paused(40.0))], 45.0, LOOK_EVERY),
        ([(5, SaidUp()), (40, TimePassed())], 40.0, 30.0),
        ([(5, ScreenLocked(is_locked=True)), (900, TimePassed())], 900.0, LOOK_EVERY),
    ],
)
def test_it_says_when_to_look_again(
    happenings: list[tuple[float, Happening]], at: float, wait: float
) -> None:
    """At the next change; after a minute in any case, and up after half of one."""
    assert run(*happenings)[0].until_change(now(at)) == wait


HAPPENINGS: st.SearchStrategy[Happening] = st.one_of(
    st.just(TimePassed()),
    st.builds(HandsSeen, st.floats(0, 1e5)),
    st.builds(ScreenLocked, st.booleans()),
    st.builds(Slept, st.floats(0, 1e5)),
    st.builds(HoldChanged, st.sampled_from(Hold), st.booleans()),
    st.sampled_from([SaidUp(), SaidSitting(), SessionBegan(), SessionEnded()]),
    st.builds(PutOff, st.floats(0, 3600)),
    st.builds(Paused, st.floats(0, 1e5)),
)


@given(st.lists(st.tuples(st.floats(0, 4000), HAPPENINGS), max_size=40))
def test_whatever_happens_is_possible(events: list[tuple[float, Happening]]) -> None:
    """In any order: nothing raises, and nobody has to look more than once a second."""
    breaks, after = Breaks.begun(PLAN, now(0)), 0.0
    for wait, happening in events:
        after += wait
        breaks, _ = breaks.handle(happening, now(after))
        looks = 0
        while looks < 5:
            wait_more = breaks.until_change(now(after))
            assert LEAST_WAIT <= wait_more <= LOOK_EVERY
            after, looks = after + wait_more, looks + 1
            breaks, _ = breaks.handle(TimePassed(), now(after))


# From one run to the next


def kept(*happenings: tuple[float, Happening], at: float) -> Saved:
    """What is kept at seconds after the start."""
    return run(*happenings)[0].saved(now(at))


def test_what_is_kept_ends_with_the_last_sign_of_the_person() -> None:
    """So that stillness before and after it is one."""
    assert kept((100, HandsSeen(0.0)), at=250) == Saved(100.0, SITTING, 0.0, now(100).wall)
    assert kept((100, ScreenLocked(is_locked=True)), at=250) == Saved(
        100.0, AWAY, 0.0, now(100).wall
    )


def test_where_no_seconds_are_sat_what_is_kept_is_of_now() -> None:
    """Who is up still is, and a pause has its rest."""
    events: list[tuple[float, Happening]] = [(100, Paused(600.0)), (100, SaidUp())]
    assert kept(*events, (400, TimePassed()), at=400) == Saved(0.0, UP, 300.0, now(400).wall)


def test_a_put_off_is_kept_like_a_pause() -> None:
    """The longer of the two."""
    events: list[tuple[float, Happening]] = [(100, Paused(300.0)), (100, PutOff(600.0))]
    assert kept(*events, (100, HandsSeen(0.0)), at=160).pause_left == 600


def restored(saved: Saved, gap: float, after: float = 0.0) -> Breaks:
    """The next run, so many seconds on the wall after what is kept, on new clocks."""
    return Breaks.restored(PLAN, saved, Now(after, saved.wall + timedelta(seconds=gap)))


@pytest.mark.parametrize(
    ("presence", "gap", "presence_then", "seconds"),
    [
        (SITTING, 0.0, SITTING, 900.0),
        (SITTING, 299.0, SITTING, 1199.0),
        (SITTING, 300.0, SITTING, 0.0),
        (SITTING, -3600.0, SITTING, 900.0),
        (SITTING, 1e7, SITTING, 0.0),
        (AWAY, 299.0, SITTING, 900.0),
        (AWAY, 300.0, SITTING, 0.0),
        (STRETCHING, 10.0, SITTING, 900.0),
        (UP, 10.0, UP, 900.0),
        (UP, 300.0, SITTING, 0.0),
    ],
)
def test_a_short_gap_was_sat_and_a_long_one_was_not(
    presence: Presence, gap: float, presence_then: Presence, seconds: float
) -> None:
    """A wall that was set back leaves nothing of it."""
    breaks = restored(Saved(900.0, presence, 0.0, NINE), gap)
    assert breaks.clock.presence is presence_then
    assert breaks.clock.seconds_sat(0.0) == seconds


@pytest.mark.parametrize(("gap", "left"), [(0.0, 600.0), (200.0, 400.0), (-1e6, 600.0)])
def test_a_pause_goes_on(gap: float, left: float) -> None:
    """It never becomes longer."""
    assert restored(Saved(0.0, SITTING, 600.0, NINE), gap).paused_until == left


def test_a_pause_that_is_over_is_over() -> None:
    """Whatever clock the machine has now."""
    breaks = restored(Saved(0.0, SITTING, 600.0, NINE), 601.0, after=50.0)
    assert breaks.stage(Now(50.0, NINE)) is not Stage.OFF


def test_nothing_is_asked_at_once_in_a_new_run() -> None:
    """However long one sat before."""
    breaks = restored(Saved(1e4, SITTING, 0.0, NINE), 10.0)
    for at in (0.0, 1.0, 30.0, 59.0):
        breaks, told = breaks.handle(HandsSeen(at), Now(at, NINE))
        assert told == ()
    assert breaks.handle(HandsSeen(60.0), Now(60.0, NINE))[1] == (
        Asked(Strength.NOTIFICATION, 1e4 + 70),
    )


def test_a_time_zone_does_not_move_the_gap() -> None:
    """Nor does summer time: the wall is compared by moments."""
    there = NINE.astimezone(timezone(timedelta(hours=9)))
    later = Now(0.0, there + timedelta(seconds=60))
    breaks = Breaks.restored(PLAN, Saved(900.0, SITTING, 0.0, NINE), later)
    assert breaks.seconds_sat(later) == 960


def test_the_end_of_a_run_keeps_what_is_under_way() -> None:
    """The last span, and a reminder that nobody answered; nothing where nothing is."""
    breaks, _ = run(*ASKED)
    assert breaks.ended(now(DUE + 20)) == (
        span(SITTING, 0, DUE + 20),
        Closed(Answer.WITHDRAWN, ASKED_AT),
    )
    assert Breaks.begun(PLAN, now(0)).ended(now(0)) == ()


def test_a_run_may_begin_with_seconds_that_are_sat() -> None:
    """And with choices."""
    plan = Plan(strongest=Strength.TRAY, hours=NEVER)
    breaks = Breaks.begun(plan, now(0), sat=600.0)
    assert breaks.seconds_sat(now(10)) == 610
    assert breaks == replace(breaks, hours=NEVER)
    assert breaks.reminder.strongest is Strength.TRAY
