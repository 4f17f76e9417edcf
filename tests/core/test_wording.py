from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.body import Area
from hipstretch.core.dose import Dose, Duration, SideRule
from hipstretch.core.exercise import Kind
from hipstretch.core.routine import Rest
from tests.core.spoken_steps import (
    HOLD,
    LINES,
    LONG,
    NO_PAUSES,
    SHORT,
    SLOW_TIMING,
    MakeRoutine,
    MakeStep,
    enough,
    said,
)


class TestReady:
    """What comes and how to get there."""

    def test_the_first_exercise(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Name, side, note, setup and move; the move is not said again as the rep begins."""
        ready, hold, *_ = said(
            make_routine, make_step(replace(HOLD, sides=SideRule.LEFT), note="Only gently")
        )
        assert ready == (
            "Bridge. Left leg. Only gently. Lie on your back. Rest your left ankle on your right "
            "knee. Draw the right knee in."
        )
        assert hold == "Hug your right knee. Let go. Hold for thirty seconds."

    def test_a_later_exercise_is_announced_as_the_next(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """After a rest that has told its name, the name alone is enough."""
        phrases = said(
            make_routine,
            make_step(HOLD),
            make_step(HOLD, "Cobra"),
            Rest(LONG),
            make_step(HOLD, "Cat and cow"),
        )
        assert phrases[2].startswith("Next: Cobra. Lie on your back.")
        assert phrases[5].startswith("Cat and cow. Lie on your back.")

    def test_with_both_sides_none_is_named(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """Neither by its limb nor in a line."""
        ready, *_ = said(make_routine, make_step(HOLD))
        assert ready == (
            "Bridge. Lie on your back. Rest your ankle on your knee. Draw the knee in."
        )

    @pytest.mark.parametrize(
        ("kind", "area", "limb"),
        [
            (Kind.STRETCH, Area.HIP, "Right leg."),
            (Kind.STRETCH, Area.NECK, "Right arm."),
            (Kind.MASSAGE, Area.HIP, "Right hip."),
        ],
    )
    def test_the_side_is_named_by_its_limb(
        self, kind: Kind, area: Area, limb: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """As the badge on the screen names it."""
        step = make_step(replace(HOLD, sides=SideRule.RIGHT), kind=kind)
        step = replace(step, exercise=replace(step.exercise, areas=(area,)))
        ready, *_ = said(make_routine, step)
        assert ready.startswith(f"Bridge. {limb} Lie on your back.")

    @pytest.mark.parametrize(
        "expected",
        [
            "Only gently. Lie on your back. Rest your left ankle on your right knee.",
            "Lie on your back. Rest your left ankle on your right knee.",
            "Rest your left ankle on your right knee. Draw the right knee in.",
            "Rest your left ankle on your right knee.",
            "Draw the right knee in.",
        ],
    )
    def test_a_shorter_pause_says_less(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The note goes, then what is the same on each side; the move can wait for the rep."""
        lines = replace(LINES, setup=LINES.setup.replace("back.", "back with your knees bent."))
        expected = expected.replace("back.", "back with your knees bent.")
        step = make_step(replace(HOLD, sides=SideRule.LEFT), note="Only gently.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        text = f"Bridge. Left leg. {expected}"
        timing = replace(SLOW_TIMING, get_ready=enough(text))
        ready, hold, *_ = said(make_routine, step, timing=timing)
        assert ready == text
        assert ("Draw the right knee in." in ready) is not ("Draw the right knee in." in hold)

    @pytest.mark.parametrize("expected", ["Bridge. Left leg.", "Bridge.", "Left leg.", ""])
    def test_the_shortest_pauses(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The name before the side; a long name leaves the side."""
        name = "Bridge with a twist" if expected == "Left leg." else "Bridge"
        step = make_step(replace(HOLD, sides=SideRule.LEFT), name)
        timing = replace(SLOW_TIMING, get_ready=enough(expected))
        assert said(make_routine, step, timing=timing)[0] == expected

    @pytest.mark.parametrize(
        "expected",
        [
            "Only gently. Lie on your back. Rest your ankle on your knee. Draw the knee in. Stay.",
            "Lie on your back. Rest your ankle on your knee. Draw the knee in. Stay.",
            "Only gently. Rest your ankle on your knee. Draw the knee in. Stay.",
            "Rest your ankle on your knee. Draw the knee in. Stay.",
            "Rest your ankle on your knee. Draw the knee in.",
            "Draw the knee in. Stay.",
        ],
    )
    def test_before_a_short_rep_the_move_comes_first(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The rep has no time to tell it."""
        step = make_step(Dose(hold=Duration(1.5)), note="Only gently.")
        lines = replace(LINES, move=f"{LINES.move} Stay.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        text = f"Bridge. {expected}"
        timing = replace(SLOW_TIMING, get_ready=enough(text))
        assert said(make_routine, step, timing=timing)[0] == text

    def test_where_even_that_is_too_long_how_to_lie_is_told(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """Rather than nothing."""
        step = make_step(Dose(hold=Duration(1.5)))
        lines = replace(LINES, setup="Lie down. Rest your head on a cushion, too.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        timing = replace(SLOW_TIMING, get_ready=enough("Bridge. Lie down."))
        assert said(make_routine, step, timing=timing)[0] == "Bridge. Lie down."

    def test_of_a_long_setup_only_what_names_the_side_is_told(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """With the move where there is time for both."""
        step = make_step(replace(HOLD, sides=SideRule.LEFT))
        setup = "Lie on your back with a pillow under your head and knees. Bend your {side} knee."
        lines = replace(LINES, setup=setup)
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        text = "Bridge. Left leg. Bend your left knee. Draw the right knee in."
        timing = replace(SLOW_TIMING, get_ready=enough(text))
        assert said(make_routine, step, timing=timing)[0] == text

    def test_a_name_that_is_too_long_leaves_the_side(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """And where the rep begins at once, its own word."""
        step = make_step(
            Dose(hold=enough("Hold."), sides=SideRule.LEFT), "Bridge with a twist and turn"
        )
        timing = replace(SLOW_TIMING, get_ready=enough("Left leg."))
        assert said(make_routine, step, timing=timing)[0] == "Left leg."
        assert said(make_routine, step, timing=NO_PAUSES)[0] == "Hold."

    def test_a_setup_that_names_no_side_is_told_from_its_beginning(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """How to lie comes first."""
        step = make_step(Dose(hold=Duration(2.0)))
        lines = replace(LINES, setup="Lie on your back. Stretch your arms out to the sides, too.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        timing = replace(SLOW_TIMING, get_ready=Duration(6.0))
        ready, *_ = said(make_routine, step, timing=timing)
        assert ready == "Bridge. Lie on your back. Draw the knee in."

    def test_in_short(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Name and side."""
        step = make_step(replace(HOLD, sides=SideRule.LEFT), note="Only gently.")
        phrases = said(make_routine, step, step, manner=SHORT)
        assert (phrases[0], phrases[2]) == ("Bridge. Left leg.", "Next: Bridge. Left leg.")

    def test_a_name_that_cannot_be_said(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """Is passed over, in a rest too."""
        step = make_step(HOLD, "***")
        phrases = said(make_routine, step, Rest(LONG), step, step, manner=SHORT)
        assert phrases[:1] + phrases[2:4] + phrases[5:6] == [
            *("Get ready.", "Rest for thirty seconds.", "Get ready.", "Get ready."),
        ]


class TestEnd:
    """After the last phase."""

    def test_the_end_lets_go_and_rests(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """In short only the end itself."""
        assert said(make_routine, make_step(HOLD))[-1] == (
            "That was the last one. Lower your foot, then the one. Rest for a moment."
        )
        assert said(make_routine, make_step(HOLD), manner=SHORT)[-1] == "That was the last one."

    def test_who_has_rested_need_not_rest(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The way up is told all the same."""
        rest = make_step(Dose(lasting=LONG), kind=Kind.REST)
        assert said(make_routine, rest)[-1] == (
            "That was the last one. Lower your foot, then the one."
        )

    def test_a_routine_without_phases(self, make_routine: MakeRoutine) -> None:
        """Is over."""
        assert said(make_routine, Rest(Duration(0.0))) == ["That was the last one."]
