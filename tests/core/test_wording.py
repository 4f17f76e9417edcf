from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.body import Area
from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.person import Person, Side
from hipstretch.core.phrases import MARGIN, Manner, phrase_of
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.settings import Pace, VoiceLevel
from hipstretch.core.speaking_time import speaking_seconds
from hipstretch.core.timeline import Cue, CueKind, Instant, Timeline

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]
Make = Callable[..., Step]

FULL = Manner(VoiceLevel.FULL, Pace.USUAL, count_seconds=False, count_reps=True)
SHORT = FULL._replace(level=VoiceLevel.SHORT)
UNCOUNTED = FULL._replace(count_reps=False)
LINES = Instructions(
    setup="Lie on your back. Rest your {side} ankle on your {other} knee.",
    move="Draw the {other} knee in.",
    hold="Hug your {other} knee. Let go.",
    release="Lower your {other} foot, then the {side} one.",
)
LONG = Duration(30.0)
HOLD = Dose(hold=LONG)
SLOW_TIMING = Timing(*[Duration(30.0)] * 4)
"""Pauses in which everything can be said."""
NO_PAUSES = Timing(*[Duration(0.0)] * 4)


@pytest.fixture
def make(make_exercise: MakeExercise) -> Make:
    """Build a step with lines that tell its sides: `make(dose, name="Bridge", note="")`."""

    def make(dose: Dose, name: str = "Bridge", note: str = "", kind: Kind = Kind.STRETCH) -> Step:
        exercise = replace(make_exercise(dose, name), instructions=LINES, kind=kind)
        return Step(exercise, note=note)

    return make


def enough(text: str) -> Duration:
    """A time in which a text can just be said, where there is no chime before it."""
    return Duration(speaking_seconds(text, Pace.USUAL) + MARGIN + 0.01)


def said(
    make_routine: MakeRoutine,
    *steps: Step | Rest,
    manner: Manner = FULL,
    timing: Timing = SLOW_TIMING,
    person: Person | None = None,
) -> list[str]:
    """What is said as each phase begins, and at the end."""
    routine = make_routine(*steps, timing=timing)
    timeline = Timeline.of(routine, person or Person())
    began = [Cue(CueKind.BEGAN, Instant(index)) for index in range(len(timeline.phases))]
    cues = [*began, Cue(CueKind.FINISHED, timeline.end)]
    return [phrase_of(cue, routine, timeline, manner) for cue in cues]


class TestReady:
    """What comes and how to get there."""

    def test_the_first_exercise(self, make: Make, make_routine: MakeRoutine) -> None:
        """Name, side, note, setup and move; the move is not said again as the rep begins."""
        ready, hold, *_ = said(
            make_routine, make(replace(HOLD, sides=SideRule.LEFT), note="Only gently")
        )
        assert ready == (
            "Bridge. Left leg. Only gently. Lie on your back. Rest your left ankle on your right "
            "knee. Draw the right knee in."
        )
        assert hold == "Hug your right knee. Let go. Hold for thirty seconds."

    def test_a_later_exercise_is_announced_as_the_next(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """After a rest that has told its name, the name alone is enough."""
        phrases = said(
            make_routine, make(HOLD), make(HOLD, "Cobra"), Rest(LONG), make(HOLD, "Cat and cow")
        )
        assert phrases[2].startswith("Next: Cobra. Lie on your back.")
        assert phrases[5].startswith("Cat and cow. Lie on your back.")

    def test_with_both_sides_none_is_named(self, make: Make, make_routine: MakeRoutine) -> None:
        """Neither by its limb nor in a line."""
        ready, *_ = said(make_routine, make(HOLD))
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
        self, kind: Kind, area: Area, limb: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """As the badge on the screen names it."""
        step = make(replace(HOLD, sides=SideRule.RIGHT), kind=kind)
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
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """The note goes, then what is the same on each side; the move can wait for the rep."""
        lines = replace(LINES, setup=LINES.setup.replace("back.", "back with your knees bent."))
        expected = expected.replace("back.", "back with your knees bent.")
        step = make(replace(HOLD, sides=SideRule.LEFT), note="Only gently.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        text = f"Bridge. Left leg. {expected}"
        timing = replace(SLOW_TIMING, get_ready=enough(text))
        ready, hold, *_ = said(make_routine, step, timing=timing)
        assert ready == text
        assert ("Draw the right knee in." in ready) is not ("Draw the right knee in." in hold)

    @pytest.mark.parametrize("expected", ["Bridge. Left leg.", "Bridge.", "Left leg.", ""])
    def test_the_shortest_pauses(
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """The name before the side; a long name leaves the side."""
        name = "Bridge with a twist" if expected == "Left leg." else "Bridge"
        step = make(replace(HOLD, sides=SideRule.LEFT), name)
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
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """The rep has no time to tell it."""
        step = make(Dose(hold=Duration(1.5)), note="Only gently.")
        lines = replace(LINES, move=f"{LINES.move} Stay.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        text = f"Bridge. {expected}"
        timing = replace(SLOW_TIMING, get_ready=enough(text))
        assert said(make_routine, step, timing=timing)[0] == text

    def test_where_even_that_is_too_long_how_to_lie_is_told(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """Rather than nothing."""
        step = make(Dose(hold=Duration(1.5)))
        lines = replace(LINES, setup="Lie down. Rest your head on a cushion, too.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        timing = replace(SLOW_TIMING, get_ready=enough("Bridge. Lie down."))
        assert said(make_routine, step, timing=timing)[0] == "Bridge. Lie down."

    def test_of_a_long_setup_only_what_names_the_side_is_told(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """With the move where there is time for both."""
        step = make(replace(HOLD, sides=SideRule.LEFT))
        setup = "Lie on your back with a pillow under your head and knees. Bend your {side} knee."
        lines = replace(LINES, setup=setup)
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        text = "Bridge. Left leg. Bend your left knee. Draw the right knee in."
        timing = replace(SLOW_TIMING, get_ready=enough(text))
        assert said(make_routine, step, timing=timing)[0] == text

    def test_a_name_that_is_too_long_leaves_the_side(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """And where the rep begins at once, its own word."""
        step = make(Dose(hold=enough("Hold."), sides=SideRule.LEFT), "Bridge with a twist and turn")
        timing = replace(SLOW_TIMING, get_ready=enough("Left leg."))
        assert said(make_routine, step, timing=timing)[0] == "Left leg."
        assert said(make_routine, step, timing=NO_PAUSES)[0] == "Hold."

    def test_a_setup_that_names_no_side_is_told_from_its_beginning(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """How to lie comes first."""
        step = make(Dose(hold=Duration(2.0)))
        lines = replace(LINES, setup="Lie on your back. Stretch your arms out to the sides, too.")
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        timing = replace(SLOW_TIMING, get_ready=Duration(6.0))
        ready, *_ = said(make_routine, step, timing=timing)
        assert ready == "Bridge. Lie on your back. Draw the knee in."

    def test_in_short(self, make: Make, make_routine: MakeRoutine) -> None:
        """Name and side."""
        step = make(replace(HOLD, sides=SideRule.LEFT), note="Only gently.")
        phrases = said(make_routine, step, step, manner=SHORT)
        assert (phrases[0], phrases[2]) == ("Bridge. Left leg.", "Next: Bridge. Left leg.")

    def test_a_name_that_cannot_be_said(self, make: Make, make_routine: MakeRoutine) -> None:
        """Is passed over, in a rest too."""
        step = make(HOLD, "***")
        phrases = said(make_routine, step, Rest(LONG), step, step, manner=SHORT)
        assert phrases[:1] + phrases[2:4] + phrases[5:6] == [
            *("Get ready.", "Rest for thirty seconds.", "Get ready.", "Get ready."),
        ]


class TestReps:
    """Which rep it is and what to do."""

    def test_reps_are_counted(self, make: Make, make_routine: MakeRoutine) -> None:
        """The first says also how long; a long hold has its line every time."""
        phrases = said(make_routine, make(Dose(hold=LONG, reps=Count(3))))
        assert phrases[1::2] == [
            "One of three. Hug your knee. Let go. Hold for thirty seconds.",
            "Two of three. Hug your knee. Let go.",
            "Three of three. Hug your knee. Let go.",
        ]

    def test_reps_are_counted_only_where_wished(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """The lines stay."""
        phrases = said(make_routine, make(Dose(hold=LONG, reps=Count(2))), manner=UNCOUNTED)
        assert phrases[1::2] == [
            "Hug your knee. Let go. Hold for thirty seconds.",
            "Hug your knee. Let go.",
        ]

    def test_a_single_rep_has_no_number(self, make: Make, make_routine: MakeRoutine) -> None:
        """One of one would be said for nothing; so is the one of a number nobody has set."""
        for reps in (None, Count(1), Count(None)):
            _, hold, _ = said(make_routine, make(Dose(hold=LONG, reps=reps)))
            assert hold == "Hug your knee. Let go. Hold for thirty seconds."

    def test_each_side_counts_for_itself(self, make: Make, make_routine: MakeRoutine) -> None:
        """As on the screen; how long it lasts is said once."""
        phrases = said(make_routine, make(Dose(hold=LONG, reps=Count(2), sides=SideRule.ALTERNATE)))
        assert phrases[1::2] == [
            "One of two. Hug your left knee. Let go. Hold for thirty seconds.",
            "One of two. Hug your right knee. Let go.",
            "Two of two. Hug your left knee. Let go.",
            "Two of two. Hug your right knee. Let go.",
        ]

    def test_short_holds_say_only_their_number_from_the_third_on(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """By then the line is known; the release before them, too."""
        phrases = said(make_routine, make(Dose(hold=Duration(10.0), reps=Count(5))))
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

    def test_uncounted_they_say_to_hold(self, make: Make, make_routine: MakeRoutine) -> None:
        """Who lies with closed eyes knows when it begins."""
        phrases = said(
            make_routine, make(Dose(hold=Duration(10.0), reps=Count(3))), manner=UNCOUNTED
        )
        assert phrases[5] == "Hold."

    def test_short_movements_say_their_number_and_the_last_one(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """They show by themselves how long they last."""
        tempo = Dose(tempo=(Duration(3.0), Duration(1.0), Duration(3.0)), reps=Count(4))
        assert said(make_routine, make(tempo))[1:-1] == [
            *("One. Hug your knee. Let go.", "Two. Hug your knee. Let go."),
            *("Three.", "Four. The last one."),
        ]
        assert said(make_routine, make(tempo), manner=UNCOUNTED)[3] == "Again."
        assert said(make_routine, make(tempo), manner=SHORT)[1:-1] == [
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
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """And where even that is too long, it says only which one it is."""
        step = make(Dose(hold=enough(expected), reps=Count(2)))
        assert said(make_routine, step)[1] == expected

    def test_long_movements_go_on_for_a_time(self, make: Make, make_routine: MakeRoutine) -> None:
        """A rest stays for it."""
        minute = Dose(lasting=Duration(60.0))
        assert [
            said(make_routine, make(minute, kind=kind))[1] for kind in (Kind.STRETCH, Kind.REST)
        ] == [
            "Hug your knee. Let go. Keep going for one minute.",
            "Hug your knee. Let go. Rest here for one minute.",
        ]

    def test_a_hold_in_breaths_is_told_in_breaths(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """As it is counted."""
        breaths = Dose(hold=Duration(5.0, unit=Unit.BREATHS))
        assert said(make_routine, make(breaths))[1] == (
            "Hug your knee. Let go. Hold for five breaths."
        )

    def test_what_the_pause_had_no_time_for_is_said_as_the_rep_begins(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """On each side once; the hold's line waits for the next rep."""
        timing = replace(SLOW_TIMING, get_ready=Duration(6.0), switch=Duration(2.0))
        step = make(Dose(hold=LONG, reps=Count(2), sides=SideRule.EACH))
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
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """How long it lasts goes first."""
        timing = replace(SLOW_TIMING, get_ready=Duration(1.0))
        step = make(Dose(hold=enough(expected), reps=Count(2)))
        assert said(make_routine, step, timing=timing)[1] == expected

    def test_a_movement_is_told_once(self, make: Make, make_routine: MakeRoutine) -> None:
        """Its line says the same as the move into it."""
        timing = replace(SLOW_TIMING, get_ready=Duration(1.0))
        step = make(Dose(lasting=Duration(60.0)))
        assert said(make_routine, step, timing=timing)[1] == (
            "Draw the knee in. Keep going for one minute."
        )

    def test_where_no_rep_follows_the_holds_line_does_not_wait(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """It comes last, where there is time for it."""
        timing = replace(SLOW_TIMING, get_ready=Duration(1.5))
        short = make(Dose(hold=Duration(5.0)))
        assert [said(make_routine, step, timing=timing)[1] for step in (make(HOLD), short)] == [
            "Draw the knee in. Hold for thirty seconds. Hug your knee. Let go.",
            "Draw the knee in. Hold for five seconds.",
        ]

    def test_the_second_set_tells_the_move_no_more(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """The rest before it did not, but the first set did."""
        phrases = said(make_routine, make(Dose(hold=LONG, sets=Count(2))))
        assert phrases[3] == "Hug your knee. Let go."

    def test_in_short(self, make: Make, make_routine: MakeRoutine) -> None:
        """Numbers and the word to begin."""
        two = Dose(hold=LONG, reps=Count(2))
        assert said(make_routine, make(two), manner=SHORT)[1:-1] == [
            *("One of two.", "Relax.", "Two of two."),
        ]
        uncounted = SHORT._replace(count_reps=False)
        assert said(make_routine, make(two), manner=uncounted)[1] == "Hold."
        minute = make(Dose(lasting=Duration(60.0), sides=SideRule.EACH))
        assert said(make_routine, minute, manner=SHORT)[1:4] == [
            *("Begin.", "Switch to the left.", "Begin."),
        ]


class TestWithoutALength:
    """What lasts until the person says done."""

    def test_the_first_rep_says_how_to_leave_it(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """Once."""
        step = make(Dose(self_paced=True, reps=Count(2)))
        leave = "At your own pace. Press space, or play on your headset, when you are done."
        assert said(make_routine, step)[1:-1] == [
            f"One. Hug your knee. Let go. {leave}",
            "Two. The last one. Hug your knee. Let go.",
        ]
        assert said(make_routine, step, manner=SHORT)[1:-1] == [
            *(f"One. {leave}", "Two. The last one."),
        ]

    def test_pauses_say_it_too(self, make: Make, make_routine: MakeRoutine) -> None:
        """Each of them, in short as well."""
        leave = "Press space, or play on your headset, to go on."
        step = make(Dose(hold=LONG, reps=Count(2), relax=UNSET))
        assert said(make_routine, step)[2] == f"Lower your foot, then the one. {leave}"
        assert said(make_routine, step, manner=SHORT)[2] == f"Relax. {leave}"
        assert said(make_routine, step, Rest(UNSET))[4] == (
            f"Lower your foot, then the one. Rest. {leave}"
        )


class TestBetween:
    """Relax, switch and rest."""

    def test_relax_says_how_to_come_out(self, make: Make, make_routine: MakeRoutine) -> None:
        """As far as there is time."""
        step = make(Dose(hold=LONG, reps=Count(2)))
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
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """The side, what of the setup names it, and the move."""
        timing = replace(SLOW_TIMING, switch=enough(expected))
        step = make(replace(HOLD, sides=SideRule.EACH))
        assert said(make_routine, step, timing=timing)[2] == expected

    def test_where_the_move_is_too_long_it_lets_go_of_the_old_side_first(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """That is what there is time for."""
        step = make(replace(HOLD, sides=SideRule.EACH))
        lines = replace(LINES, setup="Lie down.", move="Draw the knee in. " * 5)
        step = replace(step, exercise=replace(step.exercise, instructions=lines))
        timing = replace(SLOW_TIMING, switch=Duration(6.0))
        assert said(make_routine, step, timing=timing)[2] == (
            "Lower your left foot, then the right one. Switch to the left."
        )

    def test_a_known_switch_is_short(self, make: Make, make_routine: MakeRoutine) -> None:
        """From the third short rep of a side on."""
        step = make(Dose(hold=Duration(5.0), reps=Count(3), sides=SideRule.ALTERNATE))
        assert said(make_routine, step)[8:12:2] == ["Switch to the right.", "Switch to the left."]

    def test_a_switch_to_both_sides(self, make: Make, make_routine: MakeRoutine) -> None:
        """In a round that is written out."""
        step = make(replace(HOLD, sides=(Side.LEFT, Side.BOTH)))
        assert said(make_routine, step)[2].startswith("Now both sides together. Rest your ankle")
        assert said(make_routine, step, manner=SHORT)[2] == "Now both sides together."

    def test_rest_between_sets(self, make: Make, make_routine: MakeRoutine) -> None:
        """Out of the rep, how long, and what comes on which side."""
        step = make(Dose(hold=LONG, sets=Count(2), sides=SideRule.EACH))
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
        self, expected: str, make: Make, make_routine: MakeRoutine
    ) -> None:
        """What comes is more than how long it lasts."""
        step = make(Dose(hold=LONG, sets=Count(2), sides=SideRule.EACH))
        timing = replace(SLOW_TIMING, rest=enough(expected))
        assert said(make_routine, step, timing=timing)[4] == expected

    def test_sets_whose_number_is_open(self, make: Make, make_routine: MakeRoutine) -> None:
        """Only one side's number may be known."""
        dose = Dose(hold=LONG, sides=SideRule.LEFT, sets=Count(None), left=Dose(sets=Count(2)))
        assert said(make_routine, make(dose), manner=SHORT)[2] == (
            "Rest for thirty seconds. Set two is next. Left leg."
        )

    def test_rest_between_exercises(self, make: Make, make_routine: MakeRoutine) -> None:
        """What comes after it, however many rests follow; after the last exercise nothing."""
        minute = Rest(Duration(60.0))
        phrases = said(
            make_routine, make(HOLD), minute, Rest(LONG), make(HOLD, "Cat and cow"), minute
        )
        assert (phrases[2], phrases[3], phrases[6], phrases[7]) == (
            "Lower your foot, then the one. Rest for one minute. Next: Cat and cow.",
            "Rest for thirty seconds. Next: Cat and cow.",
            "Lower your foot, then the one. Rest for one minute.",
            "That was the last one.",
        )


class TestWithoutPauses:
    """What a pause would have said is said as the rep begins."""

    def test_the_name_and_the_side(self, make: Make, make_routine: MakeRoutine) -> None:
        """Then the switch, but nothing between two reps of a side."""
        step = make(Dose(hold=LONG, reps=Count(2), sides=SideRule.EACH))
        assert said(make_routine, step, make(HOLD), timing=NO_PAUSES)[:-1] == [
            "Bridge. Right leg. One of two. Draw the left knee in. Hold for thirty seconds.",
            "Two of two. Hug your left knee. Let go.",
            "Switch to the left. One of two. Draw the right knee in.",
            "Two of two. Hug your right knee. Let go.",
            "Next: Bridge. Draw the knee in. Hold for thirty seconds. Hug your knee. Let go.",
        ]

    def test_a_short_rep_says_at_least_the_side(
        self, make: Make, make_routine: MakeRoutine
    ) -> None:
        """In the place of its own number."""
        hold = enough("Bridge. Right leg.")
        step = make(Dose(hold=hold, reps=Count(3), sides=SideRule.ALTERNATE))
        assert said(make_routine, step, timing=NO_PAUSES)[:3] == [
            *("Bridge. Right leg.", "Switch to the left.", "Switch to the right."),
        ]


class TestEnd:
    """After the last phase."""

    def test_the_end_lets_go_and_rests(self, make: Make, make_routine: MakeRoutine) -> None:
        """In short only the end itself."""
        assert said(make_routine, make(HOLD))[-1] == (
            "That was the last one. Lower your foot, then the one. Rest for a moment."
        )
        assert said(make_routine, make(HOLD), manner=SHORT)[-1] == "That was the last one."

    def test_who_has_rested_need_not_rest(self, make: Make, make_routine: MakeRoutine) -> None:
        """The way up is told all the same."""
        rest = make(Dose(lasting=LONG), kind=Kind.REST)
        assert said(make_routine, rest)[-1] == (
            "That was the last one. Lower your foot, then the one."
        )

    def test_a_routine_without_phases(self, make_routine: MakeRoutine) -> None:
        """Is over."""
        assert said(make_routine, Rest(Duration(0.0))) == ["That was the last one."]
