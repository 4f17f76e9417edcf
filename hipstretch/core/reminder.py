"""When to ask the person to get up, and how loudly.

Rules:

- It is due after the set time of sitting, and not before.
- Nothing is asked while reminders are paused, outside the set hours, while it was put off, or
  while something holds it back (a call, a full screen ...). What held it owes it: it comes right
  after, with the minutes sat since.
- Then it waits for the first pause in typing, two minutes at most. Who has just come back is left
  in peace for a minute.
- It begins softly and grows when nobody answers, up to the strength that the person chose.
- Getting up is an answer too. An absence that is too short for that only hides what is asked; it
  comes again, and is the same reminder.
- One that was asked is closed once, by an answer, or because there is nothing to ask any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import NamedTuple

from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence, Sitting

TYPING_PAUSE = 3.0
"""Seconds of still hands that are a pause in typing."""
TYPING_MOST = 120.0
"""The longest that typing puts a reminder off, in seconds."""
PEACE_AFTER_RETURN = 60.0
"""Seconds in which one who has just come back is not asked."""
GROW_AFTER = 120.0
"""Seconds without an answer after which a reminder grows."""
AGAIN_AFTER = 600.0
"""Seconds after which the strongest one comes again."""


class Hold(StrEnum):
    """What holds a reminder back."""

    CALL_OR_FILM = "call-or-film"
    FULL_SCREEN = "full-screen"
    DO_NOT_DISTURB = "do-not-disturb"
    TIMER = "timer"


class Answer(StrEnum):
    """What became of a reminder."""

    STRETCH = "stretch"
    UP = "up"
    LATER = "later"
    LEFT = "left"
    WITHDRAWN = "withdrawn"


class Stage(StrEnum):
    """How far a reminder is."""

    QUIET = "quiet"
    OFF = "off"
    LATER = "later"
    HELD = "held"
    WAITING = "waiting"
    ASKED = "asked"


class Asked(NamedTuple):
    """The person is asked now, as loudly as that, after so many seconds of sitting."""

    strength: Strength
    sat: float


class Closed(NamedTuple):
    """A reminder is over; it was first asked at that instant."""

    answer: Answer
    asked_at: float


class Hidden(NamedTuple):
    """What is being asked disappears: something holds it back, or nobody is there for now."""


Outcome = Asked | Closed | Hidden


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reminder depends on; `is_on` is false in pauses and outside the hours."""

    clock: Sitting
    is_on: bool = True
    holds: frozenset[Hold] = frozenset()


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is known of the reminder; immutable.

    `interval` is in seconds. `free_since` is since when nothing holds a due reminder back,
    `asked_at` when it was first asked, `shown_at` when it last showed or grew; each may be None.
    """

    interval: float
    strongest: Strength
    later_until: float = -inf
    free_since: float | None = None
    asked_at: float | None = None
    shown_at: float | None = None
    shown: Strength = Strength.TRAY

    def stage(self, facts: Facts, at: float) -> Stage:
        """How far the reminder is."""
        if not facts.is_on:
            return Stage.OFF
        if facts.clock.seconds_sat(at) < self.interval:
            return Stage.QUIET
        if at < self.later_until:
            return Stage.LATER
        if facts.holds or facts.clock.presence is not Presence.SITTING:
            return Stage.HELD
        return Stage.WAITING if self.shown_at is None else Stage.ASKED

    def next_change(self, facts: Facts, at: float) -> float:
        """The instant at which time alone may change something."""
        stage = self.stage(facts, at)
        if stage is Stage.WAITING:
            return self._ask_from(facts.clock, at)
        if stage is Stage.ASKED:
            return self._grows_at()
        if stage is Stage.LATER:
            return self.later_until
        if stage is Stage.QUIET and facts.clock.presence is Presence.SITTING:
            return at + self.interval - facts.clock.seconds_sat(at)
        return inf

    def _ask_from(self, clock: Sitting, at: float) -> float:
        """When the person is asked unless their hands move before.

        What is known of the hands may be old: the pause is only there once they were looked at.
        """
        free = at if self.free_since is None else self.free_since
        peace = clock.since + PEACE_AFTER_RETURN
        pause = max(free, clock.hands_at) + TYPING_PAUSE
        return max(peace, min(pause, max(free, peace) + TYPING_MOST))

    def _grows_at(self) -> float:
        """When a reminder that shows grows, or comes again."""
        wait = GROW_AFTER if self.shown < self.strongest else AGAIN_AFTER
        return inf if self.shown_at is None else self.shown_at + wait


Step = tuple[Reminder, tuple[Outcome, ...]]
"""The next state, and what is to be shown."""


def decide(reminder: Reminder, facts: Facts, at: float) -> Step:
    """What the reminder does at `at`, with these facts."""
    stage = reminder.stage(facts, at)
    if stage is Stage.HELD:
        return _hide(reminder)
    if stage is Stage.WAITING:
        return _wait(reminder, facts, at)
    if stage is Stage.ASKED:
        return _grow(reminder, facts, at)
    if reminder.asked_at is None:
        return replace(reminder, free_since=None), ()
    is_left = stage is Stage.QUIET and _has_left(facts.clock, reminder.asked_at)
    return _close(reminder, Answer.LEFT if is_left else Answer.WITHDRAWN)


def answer(reminder: Reminder, given: Answer) -> Step:
    """The person answered; one that was not asked stays as it is."""
    return _close(reminder, given) if reminder.asked_at is not None else (reminder, ())


def put_off(reminder: Reminder, at: float, seconds: float) -> Step:
    """The person wants to be asked later."""
    later, outcomes = answer(reminder, Answer.LATER)
    return replace(later, later_until=at + seconds), outcomes


def _has_left(clock: Sitting, asked_at: float) -> bool:
    """Whether the person has got up since; if not, they chose to sit longer between reminders."""
    return clock.presence is not Presence.SITTING or clock.since > asked_at


def _hide(reminder: Reminder) -> Step:
    """What shows goes, and comes again after."""
    hidden = replace(reminder, free_since=None, shown_at=None)
    return hidden, (Hidden(),) if reminder.shown_at is not None else ()


def _wait(reminder: Reminder, facts: Facts, at: float) -> Step:
    """Wait for a pause in typing."""
    free = at if reminder.free_since is None else reminder.free_since
    waiting = replace(reminder, free_since=free)
    if at < waiting._ask_from(facts.clock, at):  # noqa: SLF001 -- its own module
        return waiting, ()
    return _show(waiting, facts, at, max(Strength.NOTIFICATION, waiting.shown))


def _grow(reminder: Reminder, facts: Facts, at: float) -> Step:
    """Ask louder when nobody answers, or again."""
    if at < reminder._grows_at():  # noqa: SLF001 -- its own module
        return reminder, ()
    return _show(reminder, facts, at, Strength(min(reminder.shown + 1, Strength.WINDOW)))


def _show(reminder: Reminder, facts: Facts, at: float, strength: Strength) -> Step:
    """Ask as loudly as that, or as loudly as the person allows."""
    shown = min(strength, reminder.strongest)
    asked_at = at if reminder.asked_at is None else reminder.asked_at
    asking = replace(reminder, asked_at=asked_at, shown_at=at, shown=shown)
    return asking, (Asked(shown, facts.clock.seconds_sat(at)),)


def _close(reminder: Reminder, given: Answer) -> Step:
    """The reminder is over; nothing shows any more."""
    assert reminder.asked_at is not None  # noqa: S101 -- every caller has looked
    closed = Closed(given, reminder.asked_at)
    over = replace(reminder, free_since=None, asked_at=None, shown_at=None, shown=Strength.TRAY)
    return over, (closed,)
