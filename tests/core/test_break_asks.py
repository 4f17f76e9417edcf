"""What users of other break apps ask for, told as short stories; the numbers are of their list."""

from __future__ import annotations

import pytest

from hipstretch.core.breaks import HoldChanged, Paused, Plan, PutOff, SaidSitting, SaidUp
from hipstretch.core.reminder import Answer, Hold, Stage
from hipstretch.core.settings import Strength
from tests.core.break_desk import HOUR, MINUTE, Desk

# 18: history, done or not


def test_18_every_reminder_has_one_answer(desk: Desk) -> None:
    """A day of all of them."""
    desk.work(31)
    desk.tell(PutOff(5 * MINUTE))
    desk.work(6)
    desk.stretch(1)
    desk.work(31)
    desk.tell(SaidUp())
    desk.be_still(3)
    desk.work(32)
    desk.be_still(6)
    desk.work(31)
    desk.quit(0.1)
    words = [one.split()[1] for one in desk.said]
    answers = [word for word in words if word in list(Answer)]
    assert answers == ["later", "stretch", "up", "left", "withdrawn"]
    assert words.count("notification") == len(answers)


# 23: every action by one key


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_23_later_is_one_key(minutes: int, desk: Desk) -> None:
    """It comes again after these minutes, softly."""
    desk.work(31)
    desk.tell(PutOff(minutes * MINUTE))
    assert desk.stage is Stage.LATER
    desk.work(minutes + 0.1)
    assert desk.said[1:] == ["31:00 later", f"{31 + minutes}:03 notification"]


def test_23_a_key_pressed_by_mistake_costs_no_minutes(desk: Desk) -> None:
    """To say "I'm up", and at once that one sits."""
    desk.work(25)
    desk.tell(SaidUp())
    desk.work(0.1)
    desk.tell(SaidSitting())
    assert desk.minutes_sat == 25


# Section 5: what nobody does


def test_s5_1_getting_up_is_said_with_one_key(desk: Desk) -> None:
    """Hands off the keyboard are not a body that moved."""
    desk.work(31)
    desk.tell(SaidUp())
    desk.be_still(2)
    desk.tell(SaidSitting())
    assert desk.minutes_sat == 0
    assert desk.said == ["30:03 notification", "31:00 up"]


def test_s5_2_the_debt_survives_locks_pauses_calls_and_restarts(desk: Desk) -> None:
    """Seven minutes of each, and half an hour in all."""
    desk.work(7)
    desk.lock(1)
    desk.tell(Paused(3 * MINUTE))
    desk.work(7)
    desk.hold(Hold.CALL_OR_FILM, 7)
    desk.quit(1)
    desk.work(7)
    assert desk.minutes_sat == 29
    desk.work(2)
    assert desk.said == ["31:03 notification"]


def test_s5_6_a_flare_day_counts_at_once(desk: Desk) -> None:
    """Twenty minutes instead of thirty, while twenty-five are already sat."""
    desk.work(25)
    desk.choose(Plan(interval=20 * MINUTE))
    desk.work(0.1)
    assert desk.said == ["25:03 notification"]
    desk.choose(Plan(interval=40 * MINUTE))
    assert desk.said[1:] == ["25:06 withdrawn"]


def test_s5_8_a_call_leaves_a_quiet_cue(desk: Desk) -> None:
    """The tray shows what is owed, so that one can stand while one listens."""
    desk.tell(HoldChanged(Hold.CALL_OR_FILM, is_on=True))
    desk.work(31)
    assert desk.stage is Stage.HELD
    desk.tell(SaidUp())
    desk.work(1)
    assert (desk.stage, desk.minutes_sat) == (Stage.QUIET, 0)


@pytest.mark.parametrize(
    ("strongest", "said"),
    [
        (Strength.TRAY, ["30:03 tray", "40:03 tray"]),
        (Strength.NOTIFICATION, ["30:03 notification", "40:03 notification"]),
        (Strength.WINDOW, ["30:03 notification", "32:03 window", "42:03 window"]),
    ],
)
def test_s5_9_it_grows_up_to_the_strength_that_was_chosen(
    strongest: Strength, said: list[str]
) -> None:
    """And comes again every ten minutes: one who has it so asked for it."""
    desk = Desk(Plan(strongest=strongest))
    desk.work(43)
    assert desk.said == said


def test_s5_10_a_reminder_waits_as_long_as_it_takes(desk: Desk) -> None:
    """No answer runs out of time: four hours later it is still the same one."""
    desk.work(4 * HOUR)
    desk.tell(SaidUp())
    assert {one.split()[1] for one in desk.said[:-1]} == {"notification", "window"}
    assert desk.said[-1] == "240:00 up"
