"""What users of other break apps ask for, told as short stories; the numbers are of their list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from hipstretch.core.breaks import (
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
from hipstretch.core.hours import WeekHours, until_tomorrow
from hipstretch.core.reminder import Answer, Asked, Closed, Hold, Stage
from hipstretch.core.settings import USUAL_HOURS, Strength
from hipstretch.core.sitting import Presence, Span

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
MINUTE = 60.0
HOUR = 60
READING = 5.0
"""Seconds since the hands moved, at any look: a pause in typing."""
OFFICE = Plan(hours=WeekHours.parse(USUAL_HOURS))


@dataclass
class Desk:
    """A person at a machine that is looked at like the real one; times are minutes from the start.

    `said` is what came out: `30:03 notification`, `31:00 up`. `spans` are what is over, in minutes.
    """

    plan: Plan = field(default_factory=Plan)
    wall: datetime = MONDAY
    at: float = 0.0
    hands_at: float = 0.0
    looks: int = 0
    said: list[str] = field(default_factory=list)
    spans: list[tuple[Presence, float]] = field(default_factory=list)
    breaks: Breaks = field(init=False)
    kept: Saved = field(init=False)

    def __post_init__(self) -> None:
        """Sit down."""
        self.breaks = Breaks.begun(self.plan, self.now)
        self.kept = self.breaks.saved(self.now)

    @property
    def now(self) -> Now:
        """The instant and the wall's time."""
        return Now(self.at, self.wall + timedelta(seconds=self.at))

    @property
    def minutes_sat(self) -> float:
        """Minutes of sitting."""
        return self.breaks.seconds_sat(self.now) / MINUTE

    @property
    def stage(self) -> Stage:
        """How far the reminder is."""
        return self.breaks.stage(self.now)

    def tell(self, *happenings: Happening) -> None:
        """Take in what happens now."""
        for happening in happenings:
            self.breaks, told = self.breaks.handle(happening, self.now)
            self._hear(told)

    def work(self, minutes: float) -> None:
        """Type with pauses."""
        self._pass(minutes, READING)

    def type(self, minutes: float) -> None:
        """Type without a pause."""
        self._pass(minutes, 0.0)

    def be_still(self, minutes: float) -> None:
        """Read, watch, listen, or be elsewhere: the hands tell no difference."""
        self._pass(minutes, None)

    def lock(self, minutes: float) -> None:
        """Lock the screen, go, come back and unlock."""
        self.tell(ScreenLocked(is_locked=True))
        self.be_still(minutes)
        self.tell(ScreenLocked(is_locked=False))

    def sleep(self, minutes: float) -> None:
        """Close the lid and open it again: nobody looks in between."""
        seconds = minutes * MINUTE - 1
        self.at += seconds
        self.tell(Slept(seconds))
        self.at += 1

    def stretch(self, minutes: float) -> None:
        """Do a routine."""
        self.tell(SessionBegan())
        self.be_still(minutes)
        self.tell(SessionEnded())

    def hold(self, hold: Hold, minutes: float) -> None:
        """Work while something holds reminders back."""
        self.tell(HoldChanged(hold, is_on=True))
        self.work(minutes)
        self.tell(HoldChanged(hold, is_on=False))

    def quit(self, minutes: float) -> None:
        """End the program, and start it again after some time."""
        self.kept = self.breaks.saved(self.now)
        self._hear(self.breaks.ended(self.now))
        self.crash(minutes)

    def crash(self, minutes: float) -> None:
        """Lose all but what was kept in the last minute, and start again after some time."""
        self.at = self.hands_at = self.at + minutes * MINUTE
        self.breaks = Breaks.restored(self.plan, self.kept, self.now)

    def choose(self, plan: Plan) -> None:
        """Change the settings."""
        self.plan = plan
        self.breaks = self.breaks.with_plan(plan)
        self.tell(TimePassed())

    def _pass(self, minutes: float, pause: float | None) -> None:
        """Let time pass; at every look the hands have moved `pause` seconds ago, or are still.

        That an absent person's hands move again is told at once.
        """
        until = self.at + minutes * MINUTE
        if pause is not None and self.breaks.clock.presence is Presence.AWAY:
            self.hands_at = self.at
            self.tell(HandsSeen(0.0))
        while self.at < until:
            self.at = min(until, self.at + self.breaks.until_change(self.now))
            if pause is not None:
                self.hands_at = max(self.hands_at, self.at - pause)
            self.looks += 1
            self.tell(HandsSeen(self.at - self.hands_at))
            self.kept = self.breaks.saved(self.now)

    def _hear(self, told: tuple[Told, ...]) -> None:
        """Note what came out."""
        for one in told:
            if isinstance(one, Span):
                self.spans.append((one.presence, round((one.end - one.start) / MINUTE, 2)))
            else:
                self.said.append(f"{self.at // MINUTE:.0f}:{self.at % MINUTE:02.0f} {_word(one)}")


def _word(told: Told) -> str:
    """What came out, in a word."""
    if isinstance(told, Asked):
        return told.strength.name.lower()
    return told.answer if isinstance(told, Closed) else "hidden"


@pytest.fixture
def desk() -> Desk:
    """A person who has just sat down, Monday at nine."""
    return Desk()


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


# Clock changes (under the list), and what nobody does (section 5)


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
def test_a_clock_change_moves_no_reminder(hours: int, desk: Desk) -> None:
    """Summer time, a flight or a flat battery change the wall only."""
    desk.work(20)
    desk.wall += timedelta(hours=hours)
    desk.work(11)
    assert desk.said == ["30:03 notification"]


def test_a_pause_is_honoured_while_it_was_put_off(desk: Desk) -> None:
    """The longer of the two counts."""
    desk.work(31)
    desk.tell(PutOff(5 * MINUTE), Paused(30 * MINUTE))
    desk.work(31)
    assert desk.said == ["30:03 notification", "31:00 later", "61:03 notification"]


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
