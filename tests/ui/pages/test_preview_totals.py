from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.dose import Count, Dose, Duration
from hipstretch.core.draft import Draft
from hipstretch.core.person import Affected, Person
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.timeline import Timeline
from hipstretch.ui.pages.preview_totals import Adder, LengthRule, totals_of

SORE = Person(Affected.LEFT, extra_rep=True)


@pytest.mark.parametrize("person", [Person(), SORE])
def test_the_rows_add_up_to_the_plan(routines: list[Routine], person: Person) -> None:
    """Row by row and all at once, for every bundled routine."""
    for routine in routines:
        totals = Adder(routine, person).totals(Draft.of(routine))
        plan = Timeline.of(routine, person)
        assert totals.seconds == pytest.approx(plan.seconds)
        assert totals.phases == len(plan.phases)
        assert totals == totals_of(routine, person) or totals.seconds == pytest.approx(
            totals_of(routine, person).seconds
        )
        assert totals.holds == sum(1 for phase in plan.phases if phase.kind.is_rep)


def test_rows_that_are_off_do_not_count(routines: list[Routine]) -> None:
    """And an adder may be asked again after a change."""
    routine = routines[0]
    adder, draft = Adder(routine, Person()), Draft.of(routine)
    whole = adder.totals(draft)
    less = adder.totals(draft.toggled(0))
    assert less.stretches == whole.stretches - 1
    assert adder.totals(draft.toggled(0).toggled(0)) == whole


def test_a_self_paced_part_leaves_the_time_open(routines: list[Routine]) -> None:
    """It has no seconds of its own."""
    step = Step(next(iter(routines[0].exercises)), Dose(self_paced=True))
    totals = totals_of(replace(routines[0], steps=(step,)), Person())
    assert totals.is_open
    assert not totals_of(routines[0], Person()).is_open


def test_the_rule_is_the_files_own(routines: list[Routine]) -> None:
    """Four hours, also for someone whose sore side gets more than the person's."""
    exercise = next(iter(routines[0].exercises))
    rest = Rest(Duration(1800.0))
    fits = replace(routines[0], steps=(rest,) * 8)
    assert LengthRule(fits).allows(Draft.of(fits))
    longer = replace(fits, steps=(*fits.steps, Rest(Duration(1.0))))
    assert not LengthRule(fits).allows(Draft.of(longer))
    more = Step(exercise, Dose(hold=Duration(1800.0), affected=Dose(reps=Count(20))))
    sore = replace(fits, steps=(more,))
    assert not LengthRule(sore).allows(Draft.of(sore))
