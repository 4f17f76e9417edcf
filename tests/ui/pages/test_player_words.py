from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.breathing import Breath
from hipstretch.core.exercise import Kind
from hipstretch.core.person import Side
from hipstretch.core.session import Status
from hipstretch.core.timeline import PhaseKind
from hipstretch.core.view import Limb
from hipstretch.ui.pages.player_words import (
    announcement,
    badge_words,
    breath_word,
    count_words,
    dose_words,
    instruction_words,
    length_words,
    side_words,
    step_words,
    time_left_words,
    title_words,
    upcoming_side,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipstretch.core.view import View

    ViewAt = Callable[..., View]

SCIATICA = "at-home-exercises-for-sciatica"
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("limb", "side", "words"),
    [
        (Limb.LEG, Side.RIGHT, "Right leg"),
        (Limb.ARM, Side.LEFT, "Left arm"),
        (Limb.HIP, Side.RIGHT, "Right hip"),
        (Limb.LEG, Side.BOTH, "Both legs"),
        (Limb.BODY, Side.BOTH, "Whole body"),
        (Limb.BODY, None, "Whole body"),
    ],
)
def test_the_side_has_a_name_with_its_limb(limb: Limb, side: Side | None, words: str) -> None:
    """Always the person's own left and right."""
    assert side_words(limb, side) == words


def test_the_badge_shouts() -> None:
    """In capitals, for left, right and both."""
    assert badge_words(Limb.LEG) == ("LEFT LEG", "RIGHT LEG", "BOTH LEGS")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (30, "30 seconds"), (100, "1:40"), (180, "3 minutes"), (99.2, "1:40")],
)
def test_a_length_is_told_in_words(seconds: float, words: str) -> None:
    """Short ones in seconds, long ones in minutes."""
    assert length_words(seconds) == words


@pytest.mark.parametrize(
    ("phase_kind", "seconds", "kind", "words"),
    [
        (PhaseKind.HOLD, 30.0, Kind.STRETCH, "Hold 30 seconds"),
        (PhaseKind.HOLD, 180.0, Kind.REST, "Rest for 3 minutes"),
        (PhaseKind.MOVE, 8.0, Kind.STRETCH, "Move for 8 seconds"),
        (PhaseKind.MOVE, None, Kind.STRETCH, "Move at your own pace"),
        (PhaseKind.HOLD, None, Kind.STRETCH, "Hold as long as you like"),
    ],
)
def test_a_dose_is_told_by_what_to_do(
    view_at: ViewAt, phase_kind: PhaseKind, seconds: float | None, kind: Kind, words: str
) -> None:
    """Verb first."""
    phase = view_at(SCIATICA, 1).phase._replace(kind=phase_kind, seconds=seconds)
    assert dose_words(phase, kind) == words


def test_the_count_tells_rep_and_set(view_at: ViewAt) -> None:
    """A pause tells the rep that it leads to, one rep tells nothing."""
    view = view_at(SCIATICA, 1)
    assert count_words(view) == "Hold 1 of 3"
    assert count_words(view_at(SCIATICA, 0)) == "Hold 1 of 3"
    phase = view.phase._replace(kind=PhaseKind.MOVE, set=2, sets=3)
    assert count_words(replace(view, phase=phase)) == "Set 2 of 3 · Move 1 of 3"
    assert count_words(replace(view, phase=view.phase._replace(reps=1))) == ""
    assert count_words(replace(view, phase=view.phase._replace(reps=None))) == "Hold 1"
    assert count_words(replace(view, phase=phase._replace(reps=1))) == "Set 2 of 3"
    assert count_words(replace(view_at(SCIATICA, 0), upcoming=None)) == ""


def test_the_title_tells_the_stretch_the_switch_or_the_rest(view_at: ViewAt) -> None:
    """At a switch the name stands at the right."""
    view = view_at(SCIATICA, 1)
    assert title_words(view) == ("Knee to chest", "Hold 1 of 3")
    switch = replace(view, phase=view.phase._replace(kind=PhaseKind.SWITCH))
    assert title_words(switch) == ("Switch sides", "Knee to chest")
    assert title_words(replace(view, exercise=None)) == ("Rest", "")


def test_a_pause_without_an_instruction_has_a_kind_one(view_at: ViewAt) -> None:
    """The place of the instruction never stands empty."""
    view = view_at(SCIATICA, 1)
    assert instruction_words(view) == view.instruction
    assert instruction_words(replace(view, instruction="")) == "Let go and breathe."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(480, "8 min left"), (481, "9 min left"), (20, "1 min left"), (0, "")],
)
def test_the_time_left_is_rounded_up(seconds: float, words: str) -> None:
    """Where nothing more has a length there is nothing to tell."""
    assert time_left_words(seconds) == words


def test_the_step_is_told_by_its_number() -> None:
    """A routine of pauses only has none."""
    assert step_words(3, 9) == "3 of 9"
    assert step_words(1, 0) == ""


def test_a_rep_is_announced_with_side_dose_and_instruction(view_at: ViewAt) -> None:
    """As the article of the player asks for."""
    words = announcement(view_at(SCIATICA, 1))
    assert words == "Right leg. Hold 20 seconds. Hug your right knee in. Let the hip soften."


def test_a_pause_is_announced_with_its_name_and_length(view_at: ViewAt) -> None:
    """And with the side that it leads to, where that may be another one."""
    before = view_at(SCIATICA, 0)
    ready = announcement(replace(before, phase=before.phase._replace(seconds=10.0)))
    assert ready.startswith("Knee to chest. Right leg. Get ready. 10 seconds. Lie on your back")
    view = view_at(SCIATICA, 1)
    rest = view.phase._replace(kind=PhaseKind.REST, side=None, seconds=15.0)
    resting = replace(view, exercise=None, phase=rest, instruction="")
    assert announcement(resting) == "Rest. 15 seconds. Let go and breathe."


def test_pausing_and_going_on_are_announced(view_at: ViewAt) -> None:
    """In a word."""
    assert announcement(view_at(SCIATICA, 1, 2.0, Status.PAUSED)) == "Paused."
    assert announcement(view_at(SCIATICA, 1, 2.0, Status.RESUMING)) == "Get ready."


def test_the_side_of_what_comes_next(view_at: ViewAt) -> None:
    """Empty for a pause and for nothing."""
    view = view_at(SCIATICA, 1)
    assert upcoming_side(view) == "Left leg"
    assert upcoming_side(replace(view, upcoming=None)) == ""


def test_a_breath_has_a_word_for_each_way() -> None:
    """Said under the digits."""
    assert breath_word(Breath(is_in=True, fullness=0.5)) == "breathe in"
    assert breath_word(Breath(is_in=False, fullness=0.5)) == "breathe out"
