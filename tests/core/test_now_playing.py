from __future__ import annotations

from collections.abc import Callable

import pytest

from hipstretch.core.dose import Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise
from hipstretch.core.now_playing import MediaCommand, NowPlaying, event_of, now_playing
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.timeline import Timeline
from hipstretch.core.view import View, view_of

MakeRoutine = Callable[..., Routine]
LEFT = Dose(hold=Duration(20.0), sides=SideRule.LEFT)


@pytest.fixture
def routine(make_exercise: Callable[..., Exercise], make_routine: MakeRoutine) -> Routine:
    """A pause, an exercise on the left (ready 10 s, hold 20 s), and a pause."""
    return make_routine(
        Rest(Duration(30.0)), Step(make_exercise(LEFT, "Cobra")), Rest(Duration(30.0))
    )


def view_at(routine: Routine, now: float, *events: Event) -> View:
    """The view so many seconds after the start, and after events at that time."""
    session, _ = Session.of(Timeline.of(routine, Person())).handle(Event.START, 0.0)
    for event in events:
        session, _ = session.handle(event, now)
    view = view_of(routine, session, now)
    assert view is not None
    return view


def test_an_exercise_is_told_with_its_side(routine: Routine) -> None:
    """And with the routine and the place in it."""
    assert now_playing(view_at(routine, 45.0), "Mornings", 45.0, 90.0) == NowPlaying(
        is_playing=True,
        track=0,
        title="Cobra",
        side=Side.LEFT,
        routine="Mornings",
        position=45.0,
        length=90.0,
    )


def test_in_a_pause_what_comes_is_told(routine: Routine) -> None:
    """With its side; after the last exercise the routine."""
    told = [now_playing(view_at(routine, at), "Mornings", at, 90.0) for at in (5.0, 65.0)]
    assert [(playing.title, playing.side) for playing in told] == [
        ("Cobra", Side.LEFT),
        ("Mornings", Side.BOTH),
    ]


def test_between_two_pauses_the_routine_is_told(make_routine: MakeRoutine) -> None:
    """What comes is no exercise."""
    pauses = make_routine(Rest(Duration(30.0)), Rest(Duration(30.0)))
    playing = now_playing(view_at(pauses, 5.0), "Mornings", 5.0, 60.0)
    assert (playing.title, playing.side) == ("Mornings", Side.BOTH)


def test_a_paused_session_does_not_play(routine: Routine) -> None:
    """One that counts down to go on does."""
    paused = view_at(routine, 45.0, Event.PAUSE)
    resuming = view_at(routine, 45.0, Event.PAUSE, Event.RESUME)
    told = [now_playing(view, "Mornings", 45.0, 90.0).is_playing for view in (paused, resuming)]
    assert told == [False, True]


@pytest.mark.parametrize(
    ("command", "playing", "paused"),
    [
        (MediaCommand.PLAY, None, Event.RESUME),
        (MediaCommand.PAUSE, Event.PAUSE, Event.PAUSE),
        (MediaCommand.PLAY_PAUSE, Event.PAUSE, Event.RESUME),
        (MediaCommand.NEXT, Event.SKIP, Event.SKIP),
        (MediaCommand.PREVIOUS, Event.BACK, Event.BACK),
        (MediaCommand.STOP, None, None),
    ],
)
def test_what_a_media_key_asks_for(
    command: MediaCommand, playing: Event | None, paused: Event | None
) -> None:
    """One key pauses and goes on; stop leaves, which is no event."""
    asked = {
        Status.PLAYING: playing,
        Status.RESUMING: playing,
        Status.PAUSED: paused,
        Status.READY: paused,
    }
    assert {status: event_of(command, status) for status in asked} == asked


@pytest.mark.parametrize("command", MediaCommand)
def test_play_leaves_a_phase_without_a_length(command: MediaCommand) -> None:
    """While it plays; the other keys ask for the same as ever."""
    plays = command in {MediaCommand.PLAY, MediaCommand.PLAY_PAUSE}
    for status in (Status.PLAYING, Status.PAUSED, Status.RESUMING):
        leaves = plays and status is Status.PLAYING
        expected = Event.DONE if leaves else event_of(command, status)
        assert event_of(command, status, waits=True) is expected
