"""A person at a machine, for short stories; what is asked and how long they sat is noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hipstretch.core.breaks import (
    Breaks,
    HandsSeen,
    Happening,
    HoldChanged,
    Now,
    Plan,
    Saved,
    ScreenLocked,
    SessionBegan,
    SessionEnded,
    Slept,
    TimePassed,
    Told,
)
from hipstretch.core.hours import WeekHours
from hipstretch.core.reminder import Asked, Closed, Hold, Stage
from hipstretch.core.settings import USUAL_HOURS
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
