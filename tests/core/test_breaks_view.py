from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hipstretch.core.breaks import (
    Breaks,
    Happening,
    HoldChanged,
    Now,
    Paused,
    Plan,
    PutOff,
    SaidUp,
    ScreenLocked,
    SessionBegan,
    TimePassed,
)
from hipstretch.core.breaks_view import BreaksView, Pause, State, view_of, view_of_none
from hipstretch.core.hours import ALWAYS, WeekHours
from hipstretch.core.reminder import Answer, Hold
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan

FRIDAY = datetime(2026, 5, 15, 14, 0, tzinfo=UTC)
WORK = WeekHours.parse((*("09:00-17:30",) * 5, "", ""))
NEVER = WeekHours((None,) * 7)
MANY_MINUTES = 10 * 3600.0


def at(minutes: float) -> Now:
    """So many minutes after two o'clock on a Friday."""
    return Now(1000.0 + 60 * minutes, FRIDAY + timedelta(minutes=minutes))


def sitting(*happenings: tuple[float, Happening], hours: WeekHours = ALWAYS) -> Breaks:
    """A person who sat down at two; what happened so many minutes later."""
    breaks = Breaks.begun(Plan(away_after=MANY_MINUTES, hours=hours), at(0))
    for minutes, happening in happenings:
        breaks, _ = breaks.handle(happening, at(minutes))
    return breaks


def test_a_sitting_person_is_told_the_minutes_and_what_is_left() -> None:
    """Together they make the interval, whatever the seconds."""
    view = view_of(sitting(), at(18.3))
    assert view.state is State.SITTING
    assert (view.minutes_sat, view.minutes_left) == (18, 12)
    assert view.share == pytest.approx(18.3 / 30)
    assert view.since == FRIDAY
    assert view.now == at(18.3).wall


def test_more_sitting_than_the_interval_is_all_of_it() -> None:
    """No minute is left then."""
    view = view_of(sitting(), at(47))
    assert (view.minutes_sat, view.minutes_left, view.share) == (47, 0, 1.0)


def test_from_the_interval_on_it_is_due() -> None:
    """While the reminder waits for a moment that fits, and when it asks."""
    asking = sitting((30, TimePassed()), (31, TimePassed()))
    view = view_of(asking, at(32))
    assert view.state is State.DUE
    assert view.asked_at == at(31).wall
    waiting = view_of(sitting(), at(30))
    assert (waiting.state, waiting.asked_at) == (State.DUE, None)


def test_what_holds_a_due_reminder_back_is_named() -> None:
    """Before it is due, a call is nobody's business."""
    call = HoldChanged(Hold.CALL_OR_FILM, is_on=True)
    on_a_call = sitting((5, call))
    assert view_of(on_a_call, at(20)).hold is None
    held = view_of(on_a_call, at(31))
    assert (held.state, held.hold) == (State.HELD, Hold.CALL_OR_FILM)
    assert held.state.is_due


def test_put_off_it_tells_until_when() -> None:
    """It is not due meanwhile."""
    view = view_of(sitting((31, TimePassed()), (32, PutOff(600))), at(33))
    assert view.state is State.LATER
    assert view.until == at(42).wall
    assert not view.state.is_due


@pytest.mark.parametrize(
    ("happening", "state", "is_up"),
    [
        (SaidUp(), State.UP, True),
        (SessionBegan(), State.STRETCHING, True),
        (ScreenLocked(is_locked=True), State.AWAY, False),
    ],
)
def test_who_does_not_sit_is_told_where_they_are(
    happening: Happening, state: State, is_up: bool
) -> None:
    """And since when."""
    view = view_of(sitting((20, happening)), at(25))
    assert (view.state, view.is_up) == (state, is_up)
    assert view.since == at(20).wall


def test_the_ring_is_empty_while_the_person_is_up() -> None:
    """Also in the first minute, which keeps the minutes sat."""
    view = view_of(sitting((20, SaidUp())), at(20.5))
    assert view.sat == 1200
    assert view.share == 0


def test_a_pause_goes_before_everything_else() -> None:
    """It ends at a time of the day."""
    view = view_of(sitting((31, TimePassed()), (40, Paused(3600))), at(45))
    assert (view.state, view.until) == (State.PAUSED, at(100).wall)
    assert not view.state.is_counting
    assert not view.is_until_tomorrow


def test_a_pause_until_tomorrow_is_told_as_one() -> None:
    """Whenever it was begun."""
    seconds = Pause.TOMORROW.seconds(at(5).wall)
    view = view_of(sitting((5, Paused(seconds))), at(300))
    assert view.is_until_tomorrow
    late = view_of(sitting((5, Paused(seconds))), Now(at(590).at, at(590).wall))
    assert late.is_until_tomorrow


def test_without_an_end_nothing_is_until_tomorrow() -> None:
    """As for whoever simply sits."""
    assert not view_of(sitting(), at(5)).is_until_tomorrow


@pytest.mark.parametrize(
    ("minutes", "opening"),
    [
        (220, datetime(2026, 5, 18, 9, 0, tzinfo=UTC)),
        (-310, datetime(2026, 5, 15, 9, 0, tzinfo=UTC)),
    ],
)
def test_outside_the_hours_it_tells_when_they_begin(minutes: float, opening: datetime) -> None:
    """After the weekend, or later today."""
    view = view_of(Breaks.begun(Plan(hours=WORK), at(minutes)), at(minutes))
    assert (view.state, view.until) == (State.OUTSIDE_HOURS, opening)
    assert not view.state.is_counting


def test_a_week_without_hours_has_no_next_beginning() -> None:
    """Nothing to tell then."""
    view = view_of(sitting(hours=NEVER), at(5))
    assert (view.state, view.until) == (State.OUTSIDE_HOURS, None)


def test_reminders_that_are_off_show_the_day_all_the_same() -> None:
    """What was is still there to see."""
    spans = (DaySpan(Presence.SITTING, FRIDAY, at(5).wall),)
    reminders = (DayReminder(FRIDAY, at(5).wall, Answer.UP),)
    view = view_of_none(FRIDAY, spans, reminders)
    assert (view.state, view.share) == (State.OFF, 0.0)
    assert (view.spans, view.reminders) == (spans, reminders)
    shown = view_of(sitting(), at(1), spans, reminders)
    assert (shown.spans, shown.reminders) == (spans, reminders)


def test_pauses_have_their_lengths() -> None:
    """Tomorrow begins in the small hours."""
    assert Pause.HALF_HOUR.seconds(FRIDAY) == 1800
    assert Pause.HOUR.seconds(FRIDAY) == 3600
    assert Pause.TOMORROW.seconds(FRIDAY) == 14 * 3600


def test_a_view_is_a_value() -> None:
    """Two equal ones need not be painted twice."""
    assert view_of(sitting(), at(3)) == view_of(sitting(), at(3))
    assert isinstance(hash(BreaksView(State.OFF, FRIDAY)), int)
