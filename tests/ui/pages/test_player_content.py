from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.breathing import Breath
from hipstretch.core.person import Side
from hipstretch.core.session import Event, Status
from hipstretch.core.timeline import PhaseKind
from hipstretch.core.view import Upcoming
from hipstretch.ui.pages.player_content import (
    MainAction,
    NextContent,
    content_of,
    main_action,
    next_content,
    ring_state,
)
from hipstretch.ui.widgets.countdown_ring import RingMode, RingState

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipstretch.core.view import View

    ViewAt = Callable[..., View]

SCIATICA = "at-home-exercises-for-sciatica"
pytestmark = pytest.mark.usefixtures("qapp")


def self_paced(view: View) -> View:
    """The same without a length."""
    phase = view.phase._replace(seconds=None)
    return replace(view, phase=phase, remaining=None, total=None)


def test_a_hold_has_one_arc_and_seconds(view_at: ViewAt) -> None:
    """The digits count down."""
    state = ring_state(view_at(SCIATICA, 1, 6.0))
    assert state == RingState(RingMode.HOLD, 14.0, 20.0, "seconds", "14")


def test_a_breathed_hold_has_the_breath_and_its_word(view_at: ViewAt) -> None:
    """In place of "seconds", and only while it plays."""
    view = replace(view_at(SCIATICA, 1, 6.0), breath=Breath(is_in=False, fullness=0.75))
    state = ring_state(view)
    assert (state.caption, state.breath, state.cue) == ("seconds", 0.75, "breathe out")
    breathing_in = replace(view, breath=Breath(is_in=True, fullness=0.5))
    assert ring_state(breathing_in).cue == "breathe in"
    for status in (Status.PAUSED, Status.RESUMING):
        still = ring_state(replace(view, status=status))
        assert (still.breath, still.cue) == (None, "")


def test_a_breathed_hold_without_a_length_keeps_its_words(view_at: ViewAt) -> None:
    """How to leave it must stay there to be read."""
    view = replace(self_paced(view_at(SCIATICA, 1)), breath=Breath(is_in=True, fullness=0.25))
    state = ring_state(view)
    assert (state.breath, state.cue) == (0.25, "")


def test_a_moving_rep_counts_its_seconds_too(view_at: ViewAt) -> None:
    """It has an arc like a hold."""
    view = view_at(SCIATICA, 1, 6.0)
    moving = replace(view, phase=view.phase._replace(kind=PhaseKind.MOVE))
    assert ring_state(moving).mode is RingMode.HOLD


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (PhaseKind.READY, "get ready"),
        (PhaseKind.SWITCH, "switch"),
        (PhaseKind.RELAX, "relax"),
        (PhaseKind.REST, "rest"),
    ],
)
def test_pauses_have_beads_and_their_word(view_at: ViewAt, kind: PhaseKind, word: str) -> None:
    """One bead for each second."""
    view = replace(view_at(SCIATICA, 0), remaining=6.0, total=10.0)
    state = ring_state(replace(view, phase=view.phase._replace(kind=kind)))
    assert state == RingState(RingMode.READY, 6.0, 10.0, word, "6")


def test_a_paused_ring_tells_where(view_at: ViewAt) -> None:
    """Its caption is "paused at 14"."""
    state = ring_state(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    assert (state.mode, state.caption) == (RingMode.PAUSED, "paused at 14")
    open_ended = self_paced(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    assert ring_state(open_ended).caption == "paused"


def test_going_on_counts_three_down(view_at: ViewAt) -> None:
    """So that one can lie down again."""
    state = ring_state(view_at(SCIATICA, 1, 6.0, Status.RESUMING))
    assert (state.mode, state.digits, state.caption) == (RingMode.READY, "3", "get ready")


def test_long_times_have_minutes(view_at: ViewAt) -> None:
    """From 100 s on."""
    view = replace(view_at(SCIATICA, 1), remaining=100.0, total=180.0)
    assert (ring_state(view).digits, ring_state(view).caption) == ("1:40", "minutes")
    assert ring_state(replace(view, remaining=99.0)).caption == "seconds"


def test_a_self_paced_rep_shows_its_number(view_at: ViewAt) -> None:
    """The arc is the reps that are left; a small ring has shorter words."""
    view = self_paced(view_at(SCIATICA, 1))
    state = ring_state(view)
    expected = RingState(RingMode.SELF_PACED, 3.0, 3.0, "Press Done when ready", "1")
    assert state == expected
    assert ring_state(view, small=True).caption == "Done when ready"
    no_rep = replace(view, phase=view.phase._replace(rep=None))
    assert ring_state(no_rep).digits == ""
    unknown = replace(view, phase=view.phase._replace(reps=None))
    assert ring_state(unknown).total == 0.0


def test_the_main_button_follows_the_status(view_at: ViewAt) -> None:
    """Done only while a phase without a length is playing."""
    playing = view_at(SCIATICA, 1)
    assert main_action(playing) is MainAction.PAUSE
    assert main_action(self_paced(playing)) is MainAction.DONE
    paused = view_at(SCIATICA, 1, 1.0, Status.PAUSED)
    assert main_action(self_paced(paused)) is MainAction.RESUME
    assert main_action(view_at(SCIATICA, 1, 1.0, Status.RESUMING)) is MainAction.PAUSE


def test_each_action_has_its_event() -> None:
    """Named alike."""
    events = [action.event for action in MainAction]
    assert events == [Event.PAUSE, Event.RESUME, Event.DONE]


def test_a_rep_is_followed_by_the_next_rep(view_at: ViewAt) -> None:
    """With its name and side."""
    content = next_content(view_at(SCIATICA, 1))
    assert (content.caption, content.title, content.detail) == ("Next", "Knee to chest", "Left leg")


def test_a_pause_is_followed_by_its_rep(view_at: ViewAt) -> None:
    """With what it asks for."""
    content = next_content(view_at(SCIATICA, 0))
    assert content.line == "Then: Hold 20 seconds · Right leg"
    assert content.two_lines == "Then: Hold 20 seconds\nRight leg"


def test_a_pause_between_exercises_can_come_next(view_at: ViewAt) -> None:
    """It has a length and no position."""
    view = view_at(SCIATICA, 1)
    rest = view.phase._replace(kind=PhaseKind.REST, seconds=15.0)
    content = next_content(replace(view, upcoming=Upcoming(rest, None)))
    assert content == NextContent("Next", "Rest", "15 seconds", None)


def test_the_last_one_says_so(view_at: ViewAt) -> None:
    """Nothing follows it."""
    content = next_content(view_at(SCIATICA, -1))
    assert content == NextContent("", "Last one", "Then you are done", None)
    assert content.line == "Last one · Then you are done"


def test_the_content_stays_equal_while_only_time_passes(view_at: ViewAt) -> None:
    """So nothing but the ring is painted."""
    assert content_of(view_at(SCIATICA, 1, 2.0)) == content_of(view_at(SCIATICA, 1, 2.1))
    assert content_of(view_at(SCIATICA, 1)) != content_of(view_at(SCIATICA, 3))


def test_a_pause_between_exercises_has_no_side(view_at: ViewAt) -> None:
    """The badge shows the whole body."""
    view = view_at(SCIATICA, 1)
    resting = replace(view, exercise=None, phase=view.phase._replace(side=None))
    assert content_of(resting).side is Side.BOTH
