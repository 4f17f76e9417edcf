from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.person import Side
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


class TestBetween:
    """Relax, switch and rest."""

    def test_relax_says_how_to_come_out(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """As far as there is time."""
        step = make_step(Dose(hold=LONG, reps=Count(2)))
        expected = ["Lower your foot, then the one.", "Lower your foot.", "Relax.", ""]
        timings = [replace(SLOW_TIMING, relax=enough(text)) for text in expected]
        assert [said(make_routine, step, timing=timing)[2] for timing in timings] == expected

    @pytest.mark.parametrize(
        "expected",
        [
            "Switch to the left. Rest your left ankle on your right knee. Draw the right knee in.",
            "Switch to the left. Rest your left ankle on your right knee.",
            "Switch to the left. Draw the right knee in.",
            "Switch to the left.",
            "Left.",
            "",
        ],
    )
    def test_switch_says_what_changes(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The side, what of the setup names it, and the move."""
        timing = replace(SLOW_TIMING, switch=enough(expected))
        step = make_step(replace(HOLD, sides=SideRule.EACH))
        assert said(make_routine, step, timing=timing)[2] == expected

    def test_where_the_move_is_too_long_it_lets_go_of_the_old_side_first(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """That is what there is time for."""
        step = make_step(replace(HOLD, sides=SideRule.EACH))
        lines = replace(LINES, setup="Lie down.", move="Draw the knee in. " * 5)
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        timing = replace(SLOW_TIMING, switch=Duration(6.0))
        assert said(make_routine, step, timing=timing)[2] == (
            "Lower your left foot, then the right one. Switch to the left."
        )

    def test_a_known_switch_is_short(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """From the third short rep of a side on."""
        step = make_step(Dose(hold=Duration(5.0), reps=Count(3), sides=SideRule.ALTERNATE))
        assert said(make_routine, step)[8:12:2] == ["Switch to the right.", "Switch to the left."]

    def test_a_switch_to_both_sides(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """In a round that is written out."""
        step = make_step(replace(HOLD, sides=(Side.LEFT, Side.BOTH)))
        assert said(make_routine, step)[2].startswith("Now both sides together. Rest your ankle")
        assert said(make_routine, step, manner=SHORT)[2] == "Now both sides together."

    def test_rest_between_sets(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Out of the rep, how long, and what comes on which side."""
        step = make_step(Dose(hold=LONG, sets=Count(2), sides=SideRule.EACH))
        assert said(make_routine, step)[4] == (
            "Lower your right foot, then the left one. Rest for thirty seconds. "
            "Set two of two is next. Right leg."
        )
        assert said(make_routine, step, manner=SHORT)[4] == (
            "Rest for thirty seconds. Set two of two is next. Right leg."
        )

    @pytest.mark.parametrize(
        "expected",
        [
            "Rest for five seconds. Set two of two is next. Right leg.",
            "Rest. Set two of two is next. Right leg.",
            "Rest. Set two of two is next.",
            "Rest.",
        ],
    )
    def test_a_short_rest_says_less(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """What comes is more than how long it lasts."""
        step = make_step(Dose(hold=LONG, sets=Count(2), sides=SideRule.EACH))
        timing = replace(SLOW_TIMING, rest=enough(expected))
        assert said(make_routine, step, timing=timing)[4] == expected

    def test_sets_whose_number_is_open(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """Only one side's number may be known."""
        dose = Dose(hold=LONG, sides=SideRule.LEFT, sets=Count(None), left=Dose(sets=Count(2)))
        assert said(make_routine, make_step(dose), manner=SHORT)[2] == (
            "Rest for thirty seconds. Set two is next. Left leg."
        )

    def test_rest_between_exercises(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """What comes after it, however many rests follow; after the last exercise nothing."""
        minute = Rest(Duration(60.0))
        phrases = said(
            make_routine,
            make_step(HOLD),
            minute,
            Rest(LONG),
            make_step(HOLD, "Cat and cow"),
            minute,
        )
        assert (phrases[2], phrases[3], phrases[6], phrases[7]) == (
            "Lower your foot, then the one. Rest for one minute. Next: Cat and cow.",
            "Rest for thirty seconds. Next: Cat and cow.",
            "Lower your foot, then the one. Rest for one minute.",
            "That was the last one.",
        )


class TestWithoutPauses:
    """What a pause would have said is said as the rep begins."""

    def test_the_name_and_the_side(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Then the switch, but nothing between two reps of a side."""
        step = make_step(Dose(hold=LONG, reps=Count(2), sides=SideRule.EACH))
        assert said(make_routine, step, make_step(HOLD), timing=NO_PAUSES)[:-1] == [
            "Bridge. Right leg. One of two. Draw the left knee in. Hold for thirty seconds.",
            "Two of two. Hug your left knee. Let go.",
            "Switch to the left. One of two. Draw the right knee in.",
            "Two of two. Hug your right knee. Let go.",
            "Next: Bridge. Draw the knee in. Hold for thirty seconds. Hug your knee. Let go.",
        ]

    def test_a_short_rep_says_at_least_the_side(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """In the place of its own number."""
        hold = enough("Bridge. Right leg.")
        step = make_step(Dose(hold=hold, reps=Count(3), sides=SideRule.ALTERNATE))
        assert said(make_routine, step, timing=NO_PAUSES)[:3] == [
            *("Bridge. Right leg.", "Switch to the left.", "Switch to the right."),
        ]
