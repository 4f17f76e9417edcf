from __future__ import annotations

import pytest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import UNSET, Count, Dose, Duration, Unit
from hipstretch.core.draft import Draft, Row, Scale
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.ui.widgets.row_steppers import length_spec, reps_spec, whole
from hipstretch.ui.widgets.stepper_values import Unit as StepperUnit


def row_of(dose: Dose | Rest) -> Row:
    """A row with a dose, or a pause."""
    lines = Instructions("a", "b", "c", "d")
    exercise = Exercise(
        id="x",
        name="X",
        kind=Kind.STRETCH,
        position=Position.STANDING,
        areas=(Area.HIP,),
        instructions=lines,
        dose=dose if isinstance(dose, Dose) else Dose(hold=Duration(5)),
    )
    step = Step(exercise) if isinstance(dose, Dose) else dose
    return Draft.of(Routine(id="r", name="R", steps=(step,))).rows[0]


@pytest.mark.parametrize(
    ("dose", "bounds"),
    [
        (Dose(hold=Duration(30)), (5, 300, 5)),
        (Dose(hold=Duration(3)), (1, 300, 5)),
        (Dose(hold=Duration(280)), (5, 420, 5)),
        (Dose(hold=UNSET), (5, 300, 5)),
        (Dose(lasting=Duration(240)), (5, 1800, 15)),
        (Dose(lasting=Duration(30)), (5, 300, 5)),
        (Rest(Duration(60)), (5, 1800, 15)),
    ],
)
def test_seconds_go_in_fives_within_the_usual_bounds(
    dose: Dose | Rest, bounds: tuple[int, int, int]
) -> None:
    """Wider where the prescription is; long movements in quarters of a minute."""
    spec = length_spec(row_of(dose))
    assert spec is not None
    assert (spec.minimum, spec.maximum, spec.step) == bounds


def test_every_scale_can_be_shown() -> None:
    """Also the longest hold half as long again."""
    row = row_of(Dose(hold=Duration(300)))
    spec = length_spec(row)
    draft = Draft.of(Routine(id="r", name="R", steps=(row.step,)))
    assert spec is not None
    for scale in Scale:
        length = draft.scaled(scale).rows[0].length
        assert length is not None
        assert spec.holding(whole(length.low)) == length.low


def test_breaths_are_counted_one_by_one() -> None:
    """With the prescribed range as a hint."""
    spec = length_spec(row_of(Dose(hold=Duration(3, 5, Unit.BREATHS))))
    assert spec is not None
    assert (spec.unit, spec.minimum, spec.maximum, spec.step) == (StepperUnit.BREATHS, 1, 30, 1)
    assert spec.hint == (3, 5)


def test_times_are_one_to_twenty() -> None:
    """More where more is prescribed; none for a continuous movement."""
    spec = reps_spec(row_of(Dose(hold=Duration(5), reps=Count(2, 3))))
    assert spec is not None
    assert (spec.minimum, spec.maximum, spec.hint) == (1, 20, (2, 3))
    many = reps_spec(row_of(Dose(hold=Duration(5), reps=Count(30))))
    assert many is not None
    assert many.maximum == 30
    assert reps_spec(row_of(Dose(lasting=Duration(30)))) is None
    assert length_spec(row_of(Dose(self_paced=True))) is None


def test_a_range_from_the_file_stays_offered_after_a_change() -> None:
    """The row as it usual is says it."""
    row = row_of(Dose(hold=Duration(20, 30)))
    changed = Draft.of(Routine(id="r", name="R", steps=(row.step,))).with_length(0, 45).rows[0]
    spec = length_spec(changed)
    assert spec is not None
    assert spec.hint == (20, 30)
    assert spec.holding(None) is None
    assert spec.holding(9999) == spec.maximum
