"""Coming back from sleep, a lock or a restart: stories of users, numbered as in their list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipstretch.core.breaks import PutOff, SaidUp, ScreenLocked, SessionBegan, SessionEnded
from hipstretch.core.reminder import Hold
from hipstretch.core.sitting import Presence
from tests.core.break_desk import HOUR, MINUTE, Desk

# 1: a break fires right after resume or unlock


def test_1_nothing_is_asked_on_resume(desk: Desk) -> None:
    """A night is a break, however long one sat before."""
    desk.work(29)
    desk.sleep(8 * HOUR)
    desk.work(29)
    assert desk.said == []
    desk.work(2)
    assert desk.said == ["539:03 notification"]


def test_1_nothing_is_asked_on_resume_from_a_nap_of_the_machine(desk: Desk) -> None:
    """Even with the minutes owed there is a minute of peace."""
    desk.work(29.9)
    desk.sleep(2)
    desk.work(2)
    assert desk.said == ["32:54 notification"]


def test_1_nothing_is_asked_on_unlock(desk: Desk) -> None:
    """Who comes back is left in peace for a minute, and then until the first pause in typing."""
    desk.hold(Hold.FULL_SCREEN, 40)
    desk.lock(2)
    desk.type(1.5)
    assert desk.said == []
    desk.work(1)
    assert desk.said == ["43:33 notification"]


def test_1_a_machine_that_wakes_at_night_asks_nobody(desk: Desk) -> None:
    """It sleeps, wakes for an update, sleeps: nobody moved their hands."""
    desk.work(29.5)
    for _ in range(3):
        desk.sleep(2 * HOUR)
        desk.be_still(20)
    assert desk.said == []
    assert desk.breaks.clock.presence is Presence.AWAY


def test_1_sleep_after_a_lock_is_one_absence(desk: Desk) -> None:
    """Most machines lock before they sleep."""
    desk.work(20)
    desk.tell(ScreenLocked(is_locked=True))
    desk.sleep(50)
    desk.tell(ScreenLocked(is_locked=False))
    desk.work(10)
    desk.tell(SaidUp())
    assert desk.spans == [
        (Presence.SITTING, 20.0),
        (Presence.AWAY, 50.0),
        (Presence.SITTING, 10.0),
    ]


# 2: a short lock, display-off, do-not-disturb or full screen must not wipe 25 minutes of sitting


def test_2_a_short_lock_keeps_the_minutes(desk: Desk) -> None:
    """A parcel at the door is no break; its minutes do not count as sat either."""
    desk.work(25)
    desk.lock(2)
    desk.work(5)
    assert desk.said == []
    desk.work(1)
    assert desk.said == ["32:03 notification"]


def test_2_many_short_absences_keep_the_minutes(desk: Desk) -> None:
    """However often the screen locks itself."""
    for _ in range(6):
        desk.work(5)
        desk.lock(1)
    assert desk.minutes_sat == 30
    desk.work(2)
    assert desk.said == ["37:00 notification"]


def test_2_do_not_disturb_and_full_screen_keep_the_minutes(desk: Desk) -> None:
    """They hold a reminder back; they do not stop the clock."""
    desk.work(20)
    desk.hold(Hold.DO_NOT_DISTURB, 2)
    desk.hold(Hold.FULL_SCREEN, 2)
    desk.work(7)
    assert desk.said == ["30:03 notification"]


def test_2_a_long_absence_is_a_break(desk: Desk) -> None:
    """The next half hour starts when the person is back."""
    desk.work(25)
    desk.lock(6)
    assert desk.minutes_sat == 0
    desk.work(31)
    assert desk.said == ["61:03 notification"]


# 3: lock or sleep during a break cancels or freezes it


def test_3_what_asks_is_gone_under_the_lock_and_comes_again(desk: Desk) -> None:
    """It is the same reminder, and as loud as it was."""
    desk.work(33)
    desk.lock(2)
    desk.work(2)
    desk.tell(SaidUp())
    assert desk.said == [
        "30:03 notification",
        "32:03 window",
        "33:00 hidden",
        "36:00 window",
        "37:00 up",
    ]


def test_3_a_lock_while_stretching_is_still_stretching(desk: Desk) -> None:
    """Nobody touches the machine, so it locks itself."""
    desk.work(30.1)
    desk.tell(SessionBegan())
    desk.lock(5)
    desk.tell(SessionEnded())
    assert desk.said == ["30:03 notification", "30:06 stretch"]
    assert desk.spans == [(Presence.SITTING, 30.1), (Presence.STRETCHING, 5.0)]
    assert desk.minutes_sat == 0


def test_3_sleep_while_stretching_ends_it(desk: Desk) -> None:
    """The lid was closed on it; the person is back when their hands are."""
    desk.work(10)
    desk.tell(SessionBegan())
    desk.be_still(2)
    desk.sleep(30)
    desk.tell(SessionEnded())
    assert desk.breaks.clock.presence is Presence.AWAY
    desk.work(1)
    assert desk.spans[1:] == [(Presence.STRETCHING, 2.0), (Presence.AWAY, 30.0)]


def test_3_who_leaves_a_reminder_behind_has_answered_it(desk: Desk) -> None:
    """Locked, and gone for long enough."""
    desk.work(31)
    desk.lock(10)
    desk.work(10)
    assert desk.said == ["30:03 notification", "31:00 hidden", "36:00 left"]


# 24: state lost on restart


def test_24_the_minutes_survive_quitting(desk: Desk) -> None:
    """An update of the program takes a minute, in which one sits."""
    desk.work(25)
    desk.quit(1)
    desk.work(5)
    assert desk.said == ["30:03 notification"]


def test_24_the_minutes_survive_a_crash(desk: Desk) -> None:
    """What was kept a minute ago is enough."""
    desk.work(25)
    desk.crash(0.5)
    desk.work(5)
    assert desk.said == ["30:03 notification"]


def test_24_nothing_is_asked_at_once_after_a_start(desk: Desk) -> None:
    """A minute of peace, then the first pause."""
    desk.work(29.9)
    desk.crash(1)
    desk.work(0.9)
    assert desk.said == []
    desk.work(1)
    assert desk.said == ["31:54 notification"]


def test_24_a_night_without_the_program_is_a_break(desk: Desk) -> None:
    """The next half hour starts with it."""
    desk.work(29)
    desk.quit(12 * HOUR)
    assert desk.minutes_sat == 0


def test_24_later_is_kept_over_a_restart(desk: Desk) -> None:
    """It comes when it would have come."""
    desk.work(31)
    desk.tell(PutOff(10 * MINUTE))
    desk.work(1)
    desk.crash(1)
    desk.work(9)
    assert desk.said == ["30:03 notification", "31:00 later", "41:03 notification"]


def test_24_who_left_before_a_crash_has_not_sat(desk: Desk) -> None:
    """Still hands before it and the gap are one absence."""
    desk.work(20)
    desk.be_still(4)
    desk.crash(4)
    assert desk.minutes_sat == 0


# Clock changes (under the list)


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
def test_a_clock_change_moves_no_reminder(hours: int, desk: Desk) -> None:
    """Summer time, a flight or a flat battery change the wall only."""
    desk.work(20)
    desk.wall += timedelta(hours=hours)
    desk.work(11)
    assert desk.said == ["30:03 notification"]
