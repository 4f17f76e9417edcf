"""Sitting, standing, stretching or away: stories of users, numbered as in their list."""

from __future__ import annotations

import pytest

from hipstretch.core.breaks import HandsSeen, HoldChanged, Plan, PutOff, SaidUp
from hipstretch.core.reminder import Hold
from hipstretch.core.sitting import Presence
from tests.core.break_desk import HOUR, MINUTE, Desk

# 9: what a program keeps on is taken for activity


def test_9_a_screen_kept_on_for_days_is_not_sitting_for_days(desk: Desk) -> None:
    """Three hours after the hands moved, nobody watches any more."""
    desk.work(10)
    desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=True))
    desk.be_still(48 * HOUR)
    assert desk.minutes_sat == 0
    desk.work(1)
    assert desk.spans[0] == (Presence.SITTING, 189.92)
    assert desk.said == []


def test_9_one_film_after_the_other_is_no_sign_of_the_person(desk: Desk) -> None:
    """What plays on by itself all night does not prolong the three hours."""
    desk.work(10)
    for _ in range(12):
        desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=True))
        desk.be_still(55)
        desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=False))
        desk.be_still(1)
    assert desk.minutes_sat == 0
    assert desk.breaks.clock.presence is Presence.AWAY


def test_9_who_locks_is_away_whatever_keeps_the_screen_on(desk: Desk) -> None:
    """A download needs no sitting person."""
    desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=True))
    desk.work(20)
    desk.lock(30)
    assert desk.minutes_sat == 0


# 10: reading, a video or a call is taken for rest


def test_10_reading_is_sitting(desk: Desk) -> None:
    """A page every four and a half minutes."""
    for _ in range(7):
        desk.be_still(4.5)
        desk.work(0.1)
    assert desk.said[0] == "30:03 notification"


def test_10_a_page_turned_just_before_one_counts_as_away_keeps_the_minutes(desk: Desk) -> None:
    """Also when the hands are looked at a little late."""
    desk.work(20)
    desk.hands_at = desk.at
    desk.tell(HandsSeen(0.0))
    desk.at += 5 * MINUTE + 3
    desk.tell(HandsSeen(0.5))
    assert desk.minutes_sat == pytest.approx(25.05)


def test_10_a_film_is_sitting(desk: Desk) -> None:
    """Still hands before a screen that is kept on; the reminder comes when it ends."""
    desk.work(5)
    desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=True))
    desk.be_still(100)
    desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=False))
    desk.be_still(1)
    assert desk.said == ["105:03 notification"]
    assert desk.minutes_sat == 106


def test_10_who_reads_on_is_asked_even_if_nobody_may_be_there(desk: Desk) -> None:
    """Better to ask an empty chair than to miss a person in pain; it is put away after."""
    desk.work(28)
    desk.be_still(10)
    assert desk.said == ["30:03 notification", "32:03 window", "32:55 left"]


# 13: processor time


def test_13_a_sitting_person_is_looked_at_once_a_minute() -> None:
    """Also an absent one; never more often than the numbers allow."""
    desk = Desk(Plan(interval=60 * MINUTE))
    desk.work(59)
    assert desk.looks == 59
    desk.lock(10 * HOUR)
    assert desk.looks <= 59 + 10 * HOUR + 1


def test_13_no_moment_keeps_the_machine_busy(desk: Desk) -> None:
    """A day with everything in it: far less than one look in five seconds."""
    desk.type(33)
    desk.tell(PutOff(5 * MINUTE))
    desk.type(60)
    desk.tell(SaidUp())
    desk.type(90)
    desk.hold(Hold.CALL_OR_FILM, 90)
    desk.be_still(300)
    assert desk.looks < desk.at / 5


# 20: sitting and standing


def test_20_typing_while_standing_is_not_sitting(desk: Desk) -> None:
    """For an hour: nobody stands for longer and forgets to say so."""
    desk.work(20)
    desk.tell(SaidUp())
    desk.type(59)
    assert (desk.breaks.clock.presence, desk.minutes_sat) == (Presence.UP, 0)
    desk.type(11)
    assert (desk.breaks.clock.presence, desk.minutes_sat) == (Presence.SITTING, 10)


def test_20_who_walked_and_types_again_sits(desk: Desk) -> None:
    """Without saying so; a minute of still hands tells it."""
    desk.tell(SaidUp())
    desk.be_still(1.1)
    desk.work(10)
    assert desk.breaks.clock.presence is Presence.SITTING
    assert desk.minutes_sat == pytest.approx(10, abs=0.5)


def test_20_up_for_an_hour_without_hands_is_away(desk: Desk) -> None:
    """The clock waits until the person is back."""
    desk.tell(SaidUp())
    desk.be_still(3 * HOUR)
    desk.work(10)
    assert desk.spans == [(Presence.UP, 60.0), (Presence.AWAY, 120.0)]
    assert desk.minutes_sat == pytest.approx(10, abs=0.1)


# 21: the next half hour starts only when I am back


def test_21_the_clock_begins_when_the_stretch_is_over(desk: Desk) -> None:
    """And not when it was asked for."""
    desk.work(30.1)
    desk.stretch(12)
    desk.work(29)
    assert desk.said == ["30:03 notification", "30:06 stretch"]
    desk.work(2)
    assert desk.said[2:] == ["72:09 notification"]


def test_21_who_does_not_come_back_from_the_stretch_is_away(desk: Desk) -> None:
    """From its end on."""
    desk.work(10)
    desk.stretch(2)
    desk.be_still(30)
    desk.work(1)
    assert [presence for presence, _ in desk.spans] == [
        Presence.SITTING,
        Presence.STRETCHING,
        Presence.AWAY,
    ]


def test_21_a_one_minute_stretch_whose_get_ready_was_skipped_is_a_break(desk: Desk) -> None:
    """Nobody is asked again because of twenty seconds."""
    desk.work(30.1)
    desk.stretch(0.7)
    assert desk.minutes_sat == 0
