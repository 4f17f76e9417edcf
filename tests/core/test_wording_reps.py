from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import Kind
from hipstretch.core.routine import Rest
from tests.core.spoken_steps import (
    HOLD,
    LONG,
    SHORT,
    SLOW_TIMING,
    UNCOUNTED,
    MakeRoutine,
    MakeStep,
    enough,
    said,
)


class TestReps:
    """Which rep it is and what to do."""

    def test_reps_are_counted(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """The first says also how long; a long hold has its line every time."""
        phrases = said(make_routine, make_step(Dose(hold=LONG, reps=Count(3))))
        assert phrases[1::2] == [
            "One of three. Hug your knee. Let go. Hold for thirty seconds.",
            "Two of three. Hug your knee. Let go.",
            "Three of three. Hug your knee. Let go.",
        ]

    def test_reps_are_counted_only_where_wished(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The lines stay."""
        phrases = said(make_routine, make_step(Dose(hold=LONG, reps=Count(2))), manner=UNCOUNTED)
        assert phrases[1::2] == [
            "Hug your knee. Let go. Hold for thirty seconds.",
            "Hug your knee. Let go.",
        ]

    def test_a_single_rep_has_no_number(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """One of one would be said for nothing; so is the one of a number nobody has set."""
        for reps in (None, Count(1), Count(None)):
            _, hold, _ = said(make_routine, make_step(Dose(hold=LONG, reps=reps)))
            assert hold == "Hug your knee. Let go. Hold for thirty seconds."

    def test_each_side_counts_for_itself(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """As on the screen; how long it lasts is said once."""
        phrases = said(
            make_routine, make_step(Dose(hold=LONG, reps=Count(2), sides=SideRule.ALTERNATE))
        )
        assert phrases[1::2] == [
            "One of two. Hug your left knee. Let go. Hold for thirty seconds.",
            "One of two. Hug your right knee. Let go.",
            "Two of two. Hug your left knee. Let go.",
            "Two of two. Hug your right knee. Let go.",
        ]

    def test_short_holds_say_only_their_number_from_the_third_on(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """By then the line is known; the release before them, too."""
        phrases = said(make_routine, make_step(Dose(hold=Duration(10.0), reps=Count(5))))
        assert phrases[1:-1] == [
            "One of five. Hug your knee. Let go. Hold for ten seconds.",
            "Lower your foot, then the one.",
            "Two of five. Hug your knee. Let go.",
            "Lower your foot, then the one.",
            "Three of five.",
            "Relax.",
            "Four of five.",
            "Relax.",
            "Five of five.",
        ]

    def test_uncounted_they_say_to_hold(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """Who lies with closed eyes knows when it begins."""
        phrases = said(
            make_routine, make_step(Dose(hold=Duration(10.0), reps=Count(3))), manner=UNCOUNTED
        )
        assert phrases[5] == "Hold."

    def test_short_movements_say_their_number_and_the_last_one(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """They show by themselves how long they last."""
        tempo = Dose(tempo=(Duration(3.0), Duration(1.0), Duration(3.0)), reps=Count(4))
        assert said(make_routine, make_step(tempo))[1:-1] == [
            *("One. Hug your knee. Let go.", "Two. Hug your knee. Let go."),
            *("Three.", "Four. The last one."),
        ]
        assert said(make_routine, make_step(tempo), manner=UNCOUNTED)[3] == "Again."
        assert said(make_routine, make_step(tempo), manner=SHORT)[1:-1] == [
            *("One.", "Two.", "Three.", "Four. The last one."),
        ]

    @pytest.mark.parametrize(
        "expected",
        [
            "One of two. Hug your knee. Let go.",
            "One. Hug your knee. Let go.",
            "One of two.",
            "One.",
        ],
    )
    def test_a_short_hold_leaves_out_how_many_there_are_for_its_line(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """And where even that is too long, it says only which one it is."""
        step = make_step(Dose(hold=enough(expected), reps=Count(2)))
        assert said(make_routine, step)[1] == expected

    def test_long_movements_go_on_for_a_time(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """A rest stays for it."""
        minute = Dose(lasting=Duration(60.0))
        assert [
            said(make_routine, make_step(minute, kind=kind))[1]
            for kind in (Kind.STRETCH, Kind.REST)
        ] == [
            "Hug your knee. Let go. Keep going for one minute.",
            "Hug your knee. Let go. Rest here for one minute.",
        ]

    def test_a_hold_in_breaths_is_told_in_breaths(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """As it is counted."""
        breaths = Dose(hold=Duration(5.0, unit=Unit.BREATHS))
        assert said(make_routine, make_step(breaths))[1] == (
            "Hug your knee. Let go. Hold for five breaths."
        )

    def test_what_the_pause_had_no_time_for_is_said_as_the_rep_begins(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """On each side once; the hold's line waits for the next rep."""
        timing = replace(SLOW_TIMING, get_ready=Duration(6.0), switch=Duration(2.0))
        step = make_step(Dose(hold=LONG, reps=Count(2), sides=SideRule.EACH))
        phrases = said(make_routine, step, timing=timing)
        assert phrases[:-1] == [
            "Bridge. Right leg. Rest your right ankle on your left knee.",
            "One of two. Draw the left knee in. Hold for thirty seconds.",
            "Lower your left foot, then the right one.",
            "Two of two. Hug your left knee. Let go.",
            "Switch to the left.",
            "One of two. Draw the right knee in.",
            "Lower your right foot, then the left one.",
            "Two of two. Hug your right knee. Let go.",
        ]

    @pytest.mark.parametrize(
        "expected",
        [
            "One of two. Draw the knee in. Hold for five seconds.",
            "One of two. Draw the knee in.",
            "One. Draw the knee in.",
            "Draw the knee in.",
            "One of two.",
        ],
    )
    def test_a_short_rep_tells_the_move_before_its_number(
        self, expected: str, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """How long it lasts goes first."""
        timing = replace(SLOW_TIMING, get_ready=Duration(1.0))
        step = make_step(Dose(hold=enough(expected), reps=Count(2)))
        assert said(make_routine, step, timing=timing)[1] == expected

    def test_a_movement_is_told_once(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Its line says the same as the move into it."""
        timing = replace(SLOW_TIMING, get_ready=Duration(1.0))
        step = make_step(Dose(lasting=Duration(60.0)))
        assert said(make_routine, step, timing=timing)[1] == (
            "Draw the knee in. Keep going for one minute."
        )

    def test_where_no_rep_follows_the_holds_line_does_not_wait(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """It comes last, where there is time for it."""
        timing = replace(SLOW_TIMING, get_ready=Duration(1.5))
        short = make_step(Dose(hold=Duration(5.0)))
        assert [
            said(make_routine, step, timing=timing)[1] for step in (make_step(HOLD), short)
        ] == [
            "Draw the knee in. Hold for thirty seconds. Hug your knee. Let go.",
            "Draw the knee in. Hold for five seconds.",
        ]

    def test_the_second_set_tells_the_move_no_more(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """The rest before it did not, but the first set did."""
        phrases = said(make_routine, make_step(Dose(hold=LONG, sets=Count(2))))
        assert phrases[3] == "Hug your knee. Let go."

    def test_in_short(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Numbers and the word to begin."""
        two = Dose(hold=LONG, reps=Count(2))
        assert said(make_routine, make_step(two), manner=SHORT)[1:-1] == [
            *("One of two.", "Relax.", "Two of two."),
        ]
        uncounted = SHORT._replace(count_reps=False)
        assert said(make_routine, make_step(two), manner=uncounted)[1] == "Hold."
        minute = make_step(Dose(lasting=Duration(60.0), sides=SideRule.EACH))
        assert said(make_routine, minute, manner=SHORT)[1:4] == [
            *("Begin.", "Switch to the left.", "Begin."),
        ]


class TestWithoutALength:
    """What lasts until the person says done."""

    def test_the_first_rep_says_how_to_leave_it(
        self, make_step: MakeStep, make_routine: MakeRoutine
    ) -> None:
        """Once."""
        step = make_step(Dose(self_paced=True, reps=Count(2)))
        leave = "At your own pace. Press space, or play on your headset, when you are done."
        assert said(make_routine, step)[1:-1] == [
            f"One. Hug your knee. Let go. {leave}",
            "Two. The last one. Hug your knee. Let go.",
        ]
        assert said(make_routine, step, manner=SHORT)[1:-1] == [
            *(f"One. {leave}", "Two. The last one."),
        ]

    def test_pauses_say_it_too(self, make_step: MakeStep, make_routine: MakeRoutine) -> None:
        """Each of them, in short as well."""
        leave = "Press space, or play on your headset, to go on."
        step = make_step(Dose(hold=LONG, reps=Count(2), relax=UNSET))
        assert said(make_routine, step)[2] == f"Lower your foot, then the one. {leave}"
        assert said(make_routine, step, manner=SHORT)[2] == f"Relax. {leave}"
        assert said(make_routine, step, Rest(UNSET))[4] == (
            f"Lower your foot, then the one. Rest. {leave}"
        )
