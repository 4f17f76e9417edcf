from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.reminder import (
    AGAIN_AFTER,
    GROW_AFTER,
    PEACE_AFTER_RETURN,
    TYPING_MOST,
    TYPING_PAUSE,
    Answer,
    Asked,
    Closed,
    Facts,
    Hidden,
    Hold,
    Outcome,
    Reminder,
    Stage,
    answer,
    decide,
    put_off,
)
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence, Sitting

TRAY, NOTIFICATION, WINDOW = Strength
INTERVAL = 1800.0
DUE = 10_000.0
"""The instant at which the person of `sitting` has sat for the interval."""
HELD = frozenset({Hold.FULL_SCREEN})
ASKED_AT = DUE + TYPING_PAUSE
ASKED = Asked(NOTIFICATION, INTERVAL + TYPING_PAUSE)


def sitting(hands_at: float = DUE - 20, since: float = DUE - INTERVAL, sat: float = 0.0) -> Facts:
    """A person who sits, and moved their hands then."""
    begun = Sitting.begun(since, 1e6, sat)
    return Facts(replace(begun, hands_at=hands_at))


def absent(presence: Presence, since: float, sat: float) -> Facts:
    """A person who left then, after so many seconds of sitting."""
    return Facts(replace(Sitting.begun(since, 300.0, sat), presence=presence))


def run(
    *decisions: tuple[float, Facts], reminder: Reminder | None = None
) -> tuple[Reminder, list[Outcome]]:
    """What comes out of decisions at seconds after the reminder was due."""
    state = reminder or Reminder(INTERVAL, WINDOW)
    told: list[Outcome] = []
    for after, facts in decisions:
        state, outcomes = decide(state, facts, DUE + after)
        told.extend(outcomes)
    return state, told


SITS = sitting()
ASKING, _ = run((0, SITS), (TYPING_PAUSE, SITS))
"""A reminder that has been asked."""


def test_it_is_asked_when_it_is_due_and_not_before() -> None:
    """At the first pause: three seconds in which the hands were looked at."""
    reminder, told = run((-1, SITS), (0, SITS), (TYPING_PAUSE - 0.1, SITS))
    assert (told, reminder.stage(SITS, DUE)) == ([], Stage.WAITING)
    assert run((-1, SITS), (0, SITS), (TYPING_PAUSE, SITS))[1] == [ASKED]


def test_it_waits_while_the_hands_move() -> None:
    """For two minutes at most."""
    typing = [(after, sitting(hands_at=DUE + after)) for after in (0.0, 50.0, TYPING_MOST - 1)]
    assert run(*typing)[1] == []
    assert run(*typing, (TYPING_MOST, sitting(hands_at=DUE + TYPING_MOST)))[1] == [
        Asked(NOTIFICATION, INTERVAL + TYPING_MOST)
    ]


def test_what_speaks_against_it_begins_the_wait_for_a_pause_anew() -> None:
    """A pause that is over does not ask in the middle of a word."""
    typing = [(after, sitting(hands_at=DUE + after)) for after in (0.0, 200.0, 300.0)]
    off = replace(SITS, is_on=False)
    assert run(typing[0], (100, off), *typing[1:])[1] == []
    _, told = run((100, off), *typing[1:], reminder=ASKING)
    assert told == [Closed(Answer.WITHDRAWN, ASKED_AT)]


def test_who_has_just_come_back_is_left_in_peace() -> None:
    """For a minute; then it waits for a pause as ever."""
    back = sitting(hands_at=DUE, since=DUE, sat=INTERVAL)
    assert run((0, back), (PEACE_AFTER_RETURN - 1, back))[1] == []
    assert run((0, back), (PEACE_AFTER_RETURN, back))[1] == [
        Asked(NOTIFICATION, INTERVAL + PEACE_AFTER_RETURN)
    ]
    at = PEACE_AFTER_RETURN + TYPING_MOST
    typing = [
        (after, sitting(hands_at=DUE + after, since=DUE, sat=INTERVAL)) for after in (0.0, at - 1)
    ]
    assert run(*typing)[1] == []
    last = sitting(hands_at=DUE + at, since=DUE, sat=INTERVAL)
    assert run(*typing, (at, last))[1] == [Asked(NOTIFICATION, INTERVAL + at)]


@pytest.mark.parametrize(
    ("strongest", "strengths"),
    [
        (TRAY, [TRAY, TRAY, TRAY]),
        (NOTIFICATION, [NOTIFICATION, NOTIFICATION, NOTIFICATION]),
        (WINDOW, [NOTIFICATION, WINDOW, WINDOW]),
    ],
)
def test_it_grows_up_to_the_strength_that_was_chosen(
    strongest: Strength, strengths: list[Strength]
) -> None:
    """Two minutes after it was softer, then every ten minutes."""
    second = GROW_AFTER if strongest is WINDOW else AGAIN_AFTER
    times = [0.0, TYPING_PAUSE]
    for wait in (second, AGAIN_AFTER):
        times += [times[-1] + wait - 1, times[-1] + wait]
    _, told = run(*((after, SITS) for after in times), reminder=Reminder(INTERVAL, strongest))
    assert [one.strength for one in told if isinstance(one, Asked)] == strengths
    assert len(told) == len(strengths)


def test_it_grows_step_by_step_when_more_is_allowed_meanwhile() -> None:
    """From the tray to the window."""
    quiet, _ = run((0, SITS), (3, SITS), reminder=Reminder(INTERVAL, TRAY))
    _, told = run((123, SITS), (243, SITS), reminder=replace(quiet, strongest=WINDOW))
    assert [one.strength for one in told if isinstance(one, Asked)] == [NOTIFICATION, WINDOW]


def test_it_is_never_louder_than_the_person_allows_now() -> None:
    """Also if it was before they changed their mind."""
    loud, _ = run((3 + GROW_AFTER, SITS), reminder=ASKING)
    softer = replace(loud, strongest=TRAY)
    hidden, _ = run((200, replace(SITS, holds=HELD)), reminder=softer)
    _, told = run((300, SITS), (300 + TYPING_PAUSE, SITS), reminder=hidden)
    assert [one.strength for one in told if isinstance(one, Asked)] == [TRAY]


def test_what_held_it_back_owes_it() -> None:
    """Nothing while it is held, and then right after."""
    held = replace(SITS, holds=HELD)
    reminder, told = run((0, held), (600, held))
    assert (told, reminder.stage(held, DUE + 600)) == ([], Stage.HELD)
    _, told = run((600, SITS), (600 + TYPING_PAUSE, SITS), reminder=reminder)
    assert told == [Asked(NOTIFICATION, INTERVAL + 600 + TYPING_PAUSE)]


def test_a_hold_that_begins_hides_it_once() -> None:
    """After it, the same reminder comes as loud as it was."""
    held = replace(SITS, holds=HELD)
    loud, _ = run((3 + GROW_AFTER, SITS), reminder=ASKING)
    _, told = run(
        (200, held), (300, held), (600, SITS), (603, SITS), (603 + AGAIN_AFTER, SITS), reminder=loud
    )
    assert told == [
        Hidden(),
        Asked(WINDOW, INTERVAL + 603),
        Asked(WINDOW, INTERVAL + 603 + AGAIN_AFTER),
    ]


def test_an_absence_hides_it_and_closes_it_when_it_was_long_enough() -> None:
    """Getting up is an answer too."""
    short, long = (absent(Presence.AWAY, DUE + 10, sat) for sat in (INTERVAL + 10, 0.0))
    reminder, told = run((10, short), (20, short), reminder=ASKING)
    assert (told, reminder.stage(short, DUE + 20)) == ([Hidden()], Stage.HELD)
    assert run((310, long), reminder=reminder)[1] == [Closed(Answer.LEFT, ASKED_AT)]
    back = sitting(since=DUE + 100, sat=INTERVAL + 10)
    _, told = run((100, back), (160, back), reminder=reminder)
    assert told == [Asked(NOTIFICATION, INTERVAL + 70)]


def test_who_left_and_is_back_in_one_look_has_left() -> None:
    """They sit, but not since it was asked."""
    back = sitting(since=DUE + 400)
    assert run((410, back), reminder=ASKING)[1] == [Closed(Answer.LEFT, ASKED_AT)]


def test_a_longer_interval_withdraws_what_is_asked() -> None:
    """Nobody has left."""
    longer = replace(ASKING, interval=2 * INTERVAL)
    assert run((20, SITS), reminder=longer)[1] == [Closed(Answer.WITHDRAWN, ASKED_AT)]


def test_a_pause_withdraws_what_is_asked() -> None:
    """After it, it is asked anew."""
    off = replace(SITS, is_on=False)
    reminder, told = run((20, off), (30, off), reminder=ASKING)
    assert (told, reminder.stage(off, DUE + 30)) == (
        [Closed(Answer.WITHDRAWN, ASKED_AT)],
        Stage.OFF,
    )
    _, told = run((40, SITS), (43, SITS), reminder=reminder)
    assert told == [Asked(NOTIFICATION, INTERVAL + 43)]


@pytest.mark.parametrize("given", list(Answer))
def test_an_answer_closes_it_once(given: Answer) -> None:
    """What was not asked has no answer."""
    reminder, told = answer(ASKING, given)
    assert told == (Closed(given, ASKED_AT),)
    assert answer(reminder, given) == (reminder, ())


def test_later_is_later() -> None:
    """It is asked anew then, softly, after a pause in typing."""
    loud, _ = run((3 + GROW_AFTER, SITS), reminder=ASKING)
    reminder, told = put_off(loud, DUE + 200, 300.0)
    assert told == (Closed(Answer.LATER, ASKED_AT),)
    assert reminder.stage(SITS, DUE + 499) is Stage.LATER
    _, asked = run((499, SITS), (500, SITS), (503, SITS), reminder=reminder)
    assert asked == [Asked(NOTIFICATION, INTERVAL + 503)]


def test_it_may_be_put_off_before_it_is_asked() -> None:
    """That closes nothing."""
    reminder, told = put_off(Reminder(INTERVAL, WINDOW), DUE - 100, 300.0)
    assert told == ()
    assert reminder.stage(SITS, DUE) is Stage.LATER


def _asking(_: Reminder) -> Reminder:
    """The reminder once it has been asked."""
    return ASKING


def _later(reminder: Reminder) -> Reminder:
    """The reminder put off."""
    return put_off(reminder, DUE, 300.0)[0]


def _same(reminder: Reminder) -> Reminder:
    """The reminder as it is."""
    return reminder


@pytest.mark.parametrize(
    ("change", "facts", "at", "then"),
    [
        (_same, SITS, -100, 0),
        (_same, sitting(hands_at=DUE + 50), 50, 50 + TYPING_PAUSE),
        (_same, SITS, 0, TYPING_PAUSE),
        (_asking, SITS, 10, TYPING_PAUSE + GROW_AFTER),
        (_later, SITS, 10, 300),
        (_same, replace(SITS, holds=HELD), 10, float("inf")),
        (_same, replace(SITS, is_on=False), 10, float("inf")),
        (_same, absent(Presence.UP, DUE - 50, 600.0), 10, float("inf")),
    ],
)
def test_what_time_alone_changes_next_is_known(
    change: Callable[[Reminder], Reminder], facts: Facts, at: float, then: float
) -> None:
    """Nothing where it takes more than time."""
    reminder = change(Reminder(INTERVAL, WINDOW))
    assert reminder.next_change(facts, DUE + at) == DUE + then
