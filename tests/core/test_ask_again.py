from __future__ import annotations

import pytest

from hipstretch.core.ask_again import AskAgain
from hipstretch.core.person import Side
from hipstretch.core.session import Event, Session
from hipstretch.core.timeline import Phase, PhaseKind, Timeline

NOW = 1000.0
READY, HOLD, RELAX, HOLD_2, OTHER_READY, OTHER, PAUSE = range(7)
KINDS = [
    (10.0, PhaseKind.READY, 0),
    (30.0, PhaseKind.HOLD, 0),
    (5.0, PhaseKind.RELAX, 0),
    (30.0, PhaseKind.HOLD, 0),
    (10.0, PhaseKind.READY, 1),
    (None, PhaseKind.MOVE, 1),
    (20.0, PhaseKind.REST, 2),
]
PLAN = Timeline(
    tuple(
        Phase(0.0, seconds, kind, step, "A", Side.BOTH, 1, 2, 1, 1) for seconds, kind, step in KINDS
    )
).with_seconds({})


def run(*events: tuple[Event, float]) -> Session:
    """The session after events, each so many seconds after the first."""
    session = Session.of(PLAN)
    for event, at in events:
        session, _ = session.handle(event, NOW + at)
    return session


@pytest.mark.parametrize(
    ("seconds", "rep"), [(5.0, HOLD), (20.0, HOLD), (42.0, HOLD_2), (60.0, HOLD_2)]
)
def test_the_rep_that_goes_on_or_comes_next_is_meant(seconds: float, rep: int) -> None:
    """In a pause it is the one that it leads to."""
    session = run((Event.START, 0), (Event.TICK, seconds))
    assert AskAgain.of(session) == AskAgain(0, rep)


def test_a_pause_between_exercises_has_no_rep() -> None:
    """There is nothing to ask about."""
    session = run((Event.START, 0), *[(Event.SKIP, 1)] * PAUSE)
    assert AskAgain.of(session) is None


def test_it_is_over_when_the_next_phase_begins() -> None:
    """Not before; what was held to the end was held."""
    before = run((Event.START, 0), (Event.TICK, 39))
    after = run((Event.START, 0), (Event.TICK, 41))
    again = AskAgain(0, HOLD)
    assert not again.is_over(before)
    assert again.is_over(after)
    assert again.was_held(after)
    assert not AskAgain(0, HOLD_2).is_over(after)


def test_what_was_skipped_was_not_held() -> None:
    """With a second or two of it, or without any."""
    again = AskAgain(0, HOLD)
    assert not again.was_held(run((Event.START, 0), (Event.TICK, 12), (Event.SKIP, 12)))
    assert not again.was_held(run((Event.START, 0), (Event.SKIP, 1), (Event.SKIP, 1)))


def test_a_rep_without_a_length_was_held_as_long_as_it_took() -> None:
    """It ends when the person says so."""
    session = run((Event.START, 0), (Event.TICK, 86), (Event.DONE, 90))
    assert session.anchor.phase_index == PAUSE
    assert AskAgain(1, OTHER).was_held(session)
