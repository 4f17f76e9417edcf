from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import DoseFrom, Exercise, Instructions, Kind, Source
from hipstretch.core.fault import Fault
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Day, Rest, Routine, Step, Timing
from hipstretch.core.timeline import Timeline
from hipstretch.storage.format import reader
from hipstretch.storage.format.nodes import MAX_BYTES
from hipstretch.storage.format.reader import (
    Exercises,
    read_bytes,
    read_either,
    read_exercise,
    read_routine,
)
from hipstretch.storage.library import ExerciseShelf

EXERCISE = """\
name: Leg lean
kind: strength
position: sitting-on-chair
areas: [hip, lower-back]
instructions:
  setup: Cross your {side} leg.
  move: Lean.
  hold: Hold.
  release: Sit up.
dose: {sides: each, hold: 20 s}
"""

ALL_OF_AN_EXERCISE = """\
dose_from: source
source: {title: A leaflet, url: "https://a.example/b"}
also_called: [Lean]
equipment: [chair]
feel: The buttock.
mistakes: [Slumping.]
cautions: [Slowly.]
ask_first: [hip-replacement]
easier: knee-to-chest
harder: broken
figure: leg-lean
"""

ROUTINE = """\
name: Sciatica ease
summary: For the morning.
author: A physiotherapist
source: {title: A leaflet}
times_per_day: 1-2
days: [mon, fri]
stop_if: Pain goes above 4 of 10.
timing: {get_ready: 12 s, rest: 1 min}
steps:
  - stretch: knee-to-chest
    hold: 30 s
    note: Head on the pillow.
  - rest: 1 min
  - stretch: knee-to-chest
"""


def routine_of(text: str, exercises: Exercises) -> Routine:
    """The routine of a text without a fault."""
    file = read_routine(text.encode(), "r", exercises)
    assert file.faults == ()
    assert file.routine is not None
    return file.routine


def dose_of(keys: str, exercises: Exercises) -> Dose:
    """The dose of a step with these keys."""
    text = f"name: R\nsteps:\n  - stretch: knee-to-chest\n    {keys}\n"
    (step,) = routine_of(text, exercises).steps
    assert isinstance(step, Step)
    return step.dose


class TestExercise:
    """From an exercise's file."""

    LEAN = Exercise(
        id="leg-lean",
        name="Leg lean",
        kind=Kind.STRENGTH,
        position=Position.SITTING_ON_CHAIR,
        areas=(Area.HIP, Area.LOWER_BACK),
        instructions=Instructions("Cross your {side} leg.", "Lean.", "Hold.", "Sit up."),
        dose=Dose(sides=SideRule.EACH, hold=Duration(20.0)),
    )

    def test_what_must_be_there_is_enough(self) -> None:
        """The file's name is the exercise's id; without other exercises none is looked for."""
        file = read_exercise(EXERCISE.encode(), "leg-lean")
        assert (file.exercise, file.faults) == (self.LEAN, ())

    def test_everything_that_can_be_there(self, exercises: Exercises) -> None:
        """Each key finds its place."""
        file = read_exercise((EXERCISE + ALL_OF_AN_EXERCISE).encode(), "leg-lean", exercises)
        assert file.faults == ()
        assert file.exercise == Exercise(
            id="leg-lean",
            name="Leg lean",
            kind=Kind.STRENGTH,
            position=Position.SITTING_ON_CHAIR,
            areas=(Area.HIP, Area.LOWER_BACK),
            instructions=self.LEAN.instructions,
            dose=self.LEAN.dose,
            dose_from=DoseFrom.SOURCE,
            source=Source("A leaflet", "https://a.example/b"),
            also_called=("Lean",),
            equipment=("chair",),
            feel="The buttock.",
            mistakes=("Slumping.",),
            cautions=("Slowly.",),
            ask_first=("hip-replacement",),
            easier="knee-to-chest",
            harder="broken",
            figure="leg-lean",
        )

    def test_a_faulty_one_is_none(self) -> None:
        """Whatever of it could be read."""
        file = read_exercise(EXERCISE.replace("20 s", "0 s").encode(), "leg-lean")
        assert file.exercise is None
        assert file.faults == (Fault(10, 27, "a hold is 1 s to 30 min, not `0 s`"),)

    @pytest.mark.parametrize(
        "sides", ["each", "alternate", "left", "right", "affected", "other", "[left, both]"]
    )
    def test_a_side_may_be_named_where_there_are_sides(self, sides: str) -> None:
        """Every rule but `both`."""
        text = EXERCISE.replace("sides: each", f"sides: {sides}")
        assert read_exercise(text.encode(), "leg-lean").faults == ()

    def test_where_the_sides_are_faulty_that_is_the_one_fault(self) -> None:
        """A misspelt rule is not told again at every `{side}`."""
        text = EXERCISE.replace("sides: each", "sides: eech")
        (fault,) = read_exercise(text.encode(), "leg-lean").faults
        assert fault == (10, 15, "unknown word `eech`; did you mean `each`?")
        no_dose = EXERCISE.replace("dose: {sides: each, hold: 20 s}\n", "")
        (fault,) = read_exercise(no_dose.encode(), "leg-lean").faults
        assert fault.message == "`dose` is missing in an exercise"


class TestRoutine:
    """From a routine's file."""

    def test_everything_that_can_be_there(
        self, exercises: Exercises, knee_to_chest: Exercise
    ) -> None:
        """Each key finds its place, and timing keeps the defaults that it does not say."""
        assert routine_of(ROUTINE, exercises) == Routine(
            id="r",
            name="Sciatica ease",
            steps=(
                Step(knee_to_chest, Dose(hold=Duration(30.0)), "Head on the pillow."),
                Rest(Duration(60.0)),
                Step(knee_to_chest),
            ),
            summary="For the morning.",
            author="A physiotherapist",
            source=Source("A leaflet"),
            times_per_day=Count(1, 2),
            days=(Day.MON, Day.FRI),
            stop_if="Pain goes above 4 of 10.",
            timing=Timing(get_ready=Duration(12.0), rest=Duration(60.0)),
        )

    def test_name_and_steps_are_enough(self, exercises: Exercises, knee_to_chest: Exercise) -> None:
        """All else has a default."""
        text = "name: R\nsteps: [{stretch: knee-to-chest}]"
        expected = Routine(id="r", name="R", steps=(Step(knee_to_chest),))
        assert routine_of(text, exercises) == expected

    def test_an_exercise_can_be_written_out(self, exercises: Exercises) -> None:
        """So that one file can travel alone; it is called by its place in the routine."""
        inner = EXERCISE.replace("\n", "\n      ").rstrip()
        text = f"name: R\nsteps:\n  - rest: 5 s\n  - stretch:\n      {inner}\n    reps: 2\n"
        step = routine_of(text, exercises).steps[1]
        assert isinstance(step, Step)
        assert step.written_out
        assert (step.exercise.id, step.exercise.name) == ("r:1", "Leg lean")
        assert step.full_dose == Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2))

    @pytest.mark.parametrize(
        ("keys", "dose"),
        [
            ("hold: 1:30", Dose(hold=Duration(90.0))),
            ("hold: 3 breaths", Dose(hold=Duration(3.0, unit=Unit.BREATHS))),
            ("hold:", Dose(hold=UNSET)),
            ("reps: 8-12", Dose(reps=Count(8, 12))),
            ("reps:", Dose(reps=Count(None))),
            ("sets: 2", Dose(sets=Count(2))),
            ("relax: 0", Dose(relax=Duration(0.0))),
            ("rest: 30 s", Dose(rest=Duration(30.0))),
            ("for: 2 min", Dose(lasting=Duration(120.0))),
            ("self_paced: true", Dose(self_paced=True)),
            ("self_paced: false", Dose()),
            ("tempo: [3, 1, 3]", Dose(tempo=(Duration(3.0), Duration(1.0), Duration(3.0)))),
            ("tempo:", Dose(tempo=(UNSET, UNSET, UNSET))),
            ("sides: affected", Dose(sides=SideRule.AFFECTED)),
            ("sides: [left, right]", Dose(sides=(Side.LEFT, Side.RIGHT))),
            ("left: {reps: 4}", Dose(left=Dose(reps=Count(4)))),
            ("right: {hold: 10 s}", Dose(right=Dose(hold=Duration(10.0)))),
            ("affected: {for: 5 s}", Dose(affected=Dose(lasting=Duration(5.0)))),
        ],
    )
    def test_every_dose_key(self, exercises: Exercises, keys: str, dose: Dose) -> None:
        """What the step says, and nothing more."""
        assert dose_of(keys, exercises) == dose

    def test_self_paced_false_leaves_room_for_another_way(self, exercises: Exercises) -> None:
        """It says the same as nothing."""
        dose = dose_of("self_paced: false\n    hold: 5 s", exercises)
        assert dose == Dose(hold=Duration(5.0))

    def test_a_misspelt_way_is_still_a_second_way(self, exercises: Exercises) -> None:
        """Both faults are told at once."""
        text = "name: R\nsteps:\n  - stretch: knee-to-chest\n    hold: x\n    for: 5 s\n"
        file = read_routine(text.encode(), "r", exercises)
        assert [fault.line for fault in file.faults] == [4, 5]

    def test_two_hundred_steps_are_the_most(self, exercises: Exercises) -> None:
        """One more is a fault at the list."""
        steps = "".join(["  - stretch: knee-to-chest\n    reps: 1\n"] * 200)
        assert len(routine_of(f"name: R\nsteps:\n{steps}", exercises).steps) == 200
        file = read_routine(f"name: R\nsteps:\n{steps}  - rest: 1\n".encode(), "r", exercises)
        assert file.faults == (Fault(3, 3, "expected 1 to 200 steps"),)

    def test_four_hours_are_the_most(self, exercises: Exercises) -> None:
        """The limit is exact, with the pauses."""
        half_hours = "  - rest: 30 min\n" * 7
        step = "  - stretch: knee-to-chest\n    sides: both\n    reps: 1\n"
        text = f"name: R\nsteps:\n{half_hours}{step}    hold: 1790 s\n"
        assert Timeline.of(routine_of(text, exercises), Person()).seconds == 4 * 3600
        longer = text.replace("1790", "1790.1")
        file = read_routine(longer.encode(), "r", exercises)
        assert file.faults == (Fault(3, 3, "the routine is longer than 4 hours"),)

    def test_the_phases_of_every_person_have_an_end(self, exercises: Exercises) -> None:
        """Whatever side is sore, a routine that was read can be laid out."""
        step = "  - stretch: knee-to-chest\n    self_paced: true\n    relax: 0\n    sets: 20\n"
        text = f"name: R\ntiming: {{switch: 0, rest: 0}}\nsteps:\n{step * 20}"
        routine = routine_of(text, exercises)
        for affected in Affected:
            Timeline.of(routine, Person(affected, extra_rep=True))
        sore = text.replace("sets: 20\n", "sets: 20\n    affected: {reps: 100}\n")
        (fault,) = read_routine(sore.encode(), "r", exercises).faults
        assert fault == (4, 3, "the routine has more than 20000 holds and pauses")

    def test_faulty_steps_leave_the_others_checked(self, exercises: Exercises) -> None:
        """Each fault is told in one go, in the file's order."""
        text = (
            "name: R\nsteps:\n  - stretch: broken\n  - stretch: knee-to-chset\n  - rest: x\n  - 5\n"
            "  - stretch: knee-to-chest\n    reps: 0\n"
        )
        faults = read_routine(text.encode(), "r", exercises).faults
        assert [fault.line for fault in faults] == [3, 4, 5, 6, 8]
        assert faults[0].message == "the exercise `broken` has a fault in its own file"
        assert faults[1].message.endswith("did you mean `knee-to-chest`?")


class TestEither:
    """A file of which only its folder or its keys say what it is."""

    @pytest.mark.parametrize(
        ("text", "is_exercise", "complaint"),
        [
            (EXERCISE, True, ""),
            (EXERCISE, False, ""),
            (ROUTINE, False, ""),
            (ROUTINE, True, "missing in an exercise"),
            ("name: R", False, "missing in a routine"),
            ("name: R", True, "missing in an exercise"),
            ("kind: rest", False, "missing in an exercise"),
            ("[a]", False, "expected a routine"),
            ("[a]", True, "expected an exercise"),
            ("text", True, "expected an exercise"),
            ("[", True, "expected a value here"),
        ],
    )
    def test_its_keys_say_it_unless_its_folder_does(
        self, exercises: Exercises, text: str, is_exercise: bool, complaint: str
    ) -> None:
        """A file with steps, or with nothing that an exercise has, is meant as a routine."""
        faults = read_either(text.encode(), "x", exercises, is_exercise=is_exercise)
        assert bool(faults) is bool(complaint)
        assert any(complaint in fault.message for fault in faults) or not complaint


def test_no_more_of_a_file_is_read_than_it_may_have(tmp_path: Path) -> None:
    """One byte more tells that it is too large."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(100 * MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES + 1


# Whatever bytes come: faults with places inside the file, never an exception.

_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_TOKENS = [
    *["- ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "|", ">", "#", "? "],
    *[
        "---\n",
        "...\n",
        "&a ",
        "*a",
        "!t ",
        "%",
        "@",
        "`",
        "\t",
        "\r\n",
        "\x85",
        "\u2028",
        "~",
        " ",
    ],
    *[
        "name",
        "steps",
        "stretch",
        "hold",
        "rest",
        "reps",
        "sides",
        "dose",
        "kind",
        "timing",
        "left",
    ],
    *["knee-to-chest", "30 s", "8-12", "each", "true", "5", "é", "🧘", "{side}", "<<", "\ufeff"],
]
_yaml_like = st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join)
_examples = settings(max_examples=250, deadline=None)


def check(data: bytes, shelf: ExerciseShelf, *, is_exercise: bool) -> tuple[Fault, ...]:
    """The faults of bytes, whose places lie inside the file."""
    faults = read_either(data, "x", shelf, is_exercise=is_exercise)
    lines = _BREAKS.split(data.decode(errors="replace"))
    for fault in faults:
        assert 1 <= fault.line <= len(lines)
        assert fault.column >= 1
        assert "\n" not in fault.message
    assert list(faults) == sorted(faults)
    return faults


@_examples
@given(st.binary(max_size=300), st.booleans())
@example("\ufeff\ufeffa: @".encode(), False)
@example(b"\xff\xfea\x00", False)
def test_any_bytes(shelf: ExerciseShelf, data: bytes, is_exercise: bool) -> None:
    """Noise is a fault, not a crash."""
    assert check(data, shelf, is_exercise=is_exercise)


@_examples
@given(_yaml_like, st.booleans())
@example("---\n\ufeff", False)
def test_anything_like_yaml(shelf: ExerciseShelf, text: str, is_exercise: bool) -> None:
    """The words of the format in any order."""
    check(text.encode(), shelf, is_exercise=is_exercise)


@_examples
@given(st.text(max_size=60))
def test_any_text_as_a_value(shelf: ExerciseShelf, text: str) -> None:
    """In the place of a dose."""
    check(
        f"name: R\nsteps:\n  - stretch: knee-to-chest\n    hold: {text}\n".encode(
            errors="surrogatepass"
        ),
        shelf,
        is_exercise=False,
    )


def mutated(text: str, source: random.Random) -> str:
    """A file with some of its lines and words lost, doubled, moved or replaced."""
    lines = text.splitlines(keepends=True)
    for _ in range(source.randint(1, 4)):
        at = source.randrange(len(lines))
        change = source.randrange(6)
        if change == 0:
            lines[at] = ""
        elif change == 1:
            lines[at] *= 2
        elif change == 2:
            other = source.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif change == 3:
            lines[at] = " " * source.randint(1, 3) + lines[at]
        elif change == 4:
            words = re.findall(r"\w+|\W", lines[at]) or [""]
            words[source.randrange(len(words))] = source.choice(_TOKENS)
            lines[at] = "".join(words)
        else:
            cut = source.randint(0, len(lines[at]))
            lines[at] = lines[at][:cut] + source.choice(_TOKENS) + lines[at][cut:]
    return "".join(lines)


@_examples
@given(st.data(), st.randoms(use_true_random=False))
def test_mutations_of_the_bundled_files(
    bundled: Path, shelf: ExerciseShelf, data: st.DataObject, source: random.Random
) -> None:
    """What a slip of the hand makes of a good file is read, or refused with its faults."""
    path = data.draw(st.sampled_from(sorted(bundled.rglob("*.yaml"))))
    is_exercise = path.parent.name == "stretches"
    changed = mutated(path.read_text(encoding="utf-8"), source).encode()
    faults = check(changed, shelf, is_exercise=is_exercise)
    if not is_exercise:
        file = reader.read_routine(changed, "x", shelf)
        assert (file.routine is None) is bool(faults)
        if file.routine is not None:
            for affected in Affected:
                Timeline.of(file.routine, Person(affected, extra_rep=True))
