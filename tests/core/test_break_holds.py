"""Calls, pauses, typing, hours: what holds a reminder back; numbered as in the users' list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipstretch.core.breaks import HoldChanged, Paused, Plan, PutOff, ScreenLocked
from hipstretch.core.hours import WeekHours, until_tomorrow
from hipstretch.core.reminder import Hold, Stage
from hipstretch.core.sitting import Presence
from tests.core.break_desk import HOUR, MINUTE, MONDAY, OFFICE, Desk

# 4: no break during calls or screen sharing


@pytest.mark.parametrize("hold", list(Hold))
def test_4_nothing_is_asked_in_a_call(hold: Hold, desk: Desk) -> None:
    """Nor in anything else that one must not be interrupted in; the tray may show it."""
    desk.tell(HoldChanged(hold, is_on=True))
    desk.work(90)
    assert desk.said == []
    assert desk.stage is Stage.HELD


def test_4_a_call_that_begins_hides_what_asks(desk: Desk) -> None:
    """Nobody else in the call has to see it."""
    desk.work(31)
    desk.hold(Hold.CALL_OR_FILM, 20)
    desk.work(1)
    assert desk.said == ["30:03 notification", "31:00 hidden", "51:03 notification"]


# 5: held, and shown when the call ends, with the minutes owed


def test_5_it_comes_right_after_the_call(desk: Desk) -> None:
    """With all the minutes sat."""
    desk.hold(Hold.CALL_OR_FILM, 47)
    desk.work(1)
    assert desk.said == ["47:03 notification"]
    assert desk.minutes_sat == 48


def test_5_of_two_holds_the_last_one_counts(desk: Desk) -> None:
    """A call in a full screen."""
    desk.tell(HoldChanged(Hold.FULL_SCREEN, is_on=True))
    desk.hold(Hold.CALL_OR_FILM, 40)
    desk.work(3)
    assert desk.said == []
    desk.tell(HoldChanged(Hold.FULL_SCREEN, is_on=False))
    desk.work(1)
    assert desk.said == ["43:03 notification"]


def test_5_later_that_ends_in_a_call_comes_after_the_call(desk: Desk) -> None:
    """Held once more."""
    desk.work(31)
    desk.tell(PutOff(5 * MINUTE))
    desk.hold(Hold.CALL_OR_FILM, 15)
    desk.work(1)
    assert desk.said == ["30:03 notification", "31:00 later", "46:03 notification"]


# 6: pause for some minutes, and come back without being told


def test_6_a_pause_ends_by_itself(desk: Desk) -> None:
    """The minutes sat in it are owed."""
    desk.tell(Paused(HOUR * MINUTE))
    desk.work(59)
    assert (desk.said, desk.stage) == ([], Stage.OFF)
    desk.work(2)
    assert desk.said == ["60:03 notification"]


def test_6_until_tomorrow_is_over_in_the_morning(desk: Desk) -> None:
    """Who forgets about it loses one day, not weeks."""
    desk.tell(Paused(until_tomorrow(desk.now.wall)))
    desk.work(8 * HOUR)
    desk.sleep(16 * HOUR)
    desk.work(31)
    assert desk.said == ["1470:03 notification"]


def test_6_a_pause_puts_away_what_asks(desk: Desk) -> None:
    """And can be ended before its time."""
    desk.work(31)
    desk.tell(Paused(HOUR * MINUTE))
    desk.work(4)
    desk.tell(Paused(0))
    desk.work(1)
    assert desk.said == ["30:03 notification", "31:00 withdrawn", "35:03 notification"]


def test_6_a_pause_is_kept_over_a_restart(desk: Desk) -> None:
    """Its end does not move."""
    desk.work(10)
    desk.tell(Paused(30 * MINUTE))
    desk.quit(2)
    desk.work(29)
    assert desk.said == ["40:03 notification"]


# 7: do not interrupt in the middle of typing


def test_7_it_waits_for_the_first_pause_in_typing(desk: Desk) -> None:
    """Three seconds of still hands."""
    desk.type(31.2)
    assert (desk.said, desk.stage) == ([], Stage.WAITING)
    desk.be_still(0.2)
    assert desk.said == ["31:15 notification"]


def test_7_it_waits_two_minutes_at_most(desk: Desk) -> None:
    """Who never pauses needs it most."""
    desk.type(35)
    assert desk.said[0] == "32:00 notification"


def test_7_nor_right_after_a_call_in_the_middle_of_typing(desk: Desk) -> None:
    """What was known of the hands before it ended may be a minute old."""
    desk.hold(Hold.CALL_OR_FILM, 40.3)
    desk.type(1)
    assert desk.said == []
    desk.work(0.1)
    assert desk.said == ["41:21 notification"]


# 16: working hours


def test_16_nothing_is_asked_outside_the_hours() -> None:
    """What was sat before they begin is owed; what asks is put away when they end."""
    desk = Desk(OFFICE, wall=MONDAY - timedelta(minutes=40))
    desk.work(39)
    assert (desk.said, desk.stage) == ([], Stage.OFF)
    desk.work(2)
    assert desk.said == ["40:03 notification"]
    late = Desk(OFFICE, wall=MONDAY.replace(hour=16, minute=59))
    late.work(45)
    assert late.said == ["30:03 notification", "31:03 withdrawn"]


def test_16_the_weekend_is_free() -> None:
    """A day without hours."""
    desk = Desk(OFFICE, wall=MONDAY - timedelta(days=2))
    desk.work(3 * HOUR)
    assert desk.said == []


def test_16_a_night_shift_goes_on_after_midnight() -> None:
    """Of the day on which it began."""
    nights = Plan(hours=WeekHours.parse(("22:00-06:00", "", "", "", "", "", "")))
    desk = Desk(nights, wall=MONDAY.replace(hour=23, minute=45))
    desk.work(31)
    assert desk.said == ["30:03 notification"]
    assert Desk(nights, wall=MONDAY.replace(hour=1)).stage is Stage.OFF


# 25: do-not-disturb wrongly on, or off


def test_25_a_hold_that_is_told_twice_ends_once(desk: Desk) -> None:
    """Desktops repeat themselves."""
    for is_on in (True, True, False, False):
        desk.tell(HoldChanged(Hold.DO_NOT_DISTURB, is_on=is_on))
        desk.work(10)
    assert desk.said[0] == "30:03 notification"


def test_25_a_stuck_hold_is_seen_and_loses_nothing(desk: Desk) -> None:
    """The tray shows that it is held; a look after sleep mends it."""
    desk.tell(HoldChanged(Hold.DO_NOT_DISTURB, is_on=True))
    desk.work(3 * HOUR)
    assert desk.stage is Stage.HELD
    desk.sleep(1)
    desk.tell(HoldChanged(Hold.DO_NOT_DISTURB, is_on=False))
    desk.work(2)
    assert desk.said == ["182:00 notification"]
    assert desk.minutes_sat == pytest.approx(182, abs=0.1)


def test_25_an_unlock_that_was_no_lock_says_nothing(desk: Desk) -> None:
    """A desktop that tells its state when it is asked does not bring anybody back."""
    desk.work(10)
    desk.be_still(30)
    desk.tell(ScreenLocked(is_locked=False))
    assert desk.breaks.clock.presence is Presence.AWAY


def test_a_pause_is_honoured_while_it_was_put_off(desk: Desk) -> None:
    """The longer of the two counts."""
    desk.work(31)
    desk.tell(PutOff(5 * MINUTE), Paused(30 * MINUTE))
    desk.work(31)
    assert desk.said == ["30:03 notification", "31:00 later", "61:03 notification"]
