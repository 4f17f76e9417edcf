from __future__ import annotations

import pytest

from hipstretch.core.dose import (
    UNSET,
    Count,
    Dose,
    Duration,
    Mode,
    SideRule,
    Sides,
    Unit,
    rep_order,
)
from hipstretch.core.person import Affected, Person, Side

HOLD = Duration(20.0)
L, R, B = Side.LEFT, Side.RIGHT, Side.BOTH
SORE_LEFT = Person(Affected.LEFT)
SORE_RIGHT = Person(Affected.RIGHT)
NOBODY_SORE = Person()


def order(dose: Dose, person: Person = NOBODY_SORE) -> str:
    """The sides of a set's reps by their first letters."""
    return "".join(side.value[0].upper() for side in rep_order(dose, person))


def dose(
    sides: Sides | None,
    reps: int = 2,
    *,
    left: Dose | None = None,
    right: Dose | None = None,
    affected: Dose | None = None,
) -> Dose:
    """A held dose."""
    return Dose(sides=sides, hold=HOLD, reps=Count(reps), left=left, right=right, affected=affected)


class TestDuration:
    """A time, a range, a number of breaths, or nothing yet."""

    def test_seconds_are_the_low_end(self) -> None:
        """A range starts low."""
        assert Duration(15.0, 30.0).seconds() == 15.0

    def test_breaths_take_the_persons_breath(self) -> None:
        """Six seconds unless the person breathes otherwise."""
        assert Duration(3.0, unit=Unit.BREATHS).seconds() == 18.0
        assert Duration(3.0, unit=Unit.BREATHS).seconds(breath=5.0) == 15.0

    def test_unset_is_no_zero(self) -> None:
        """What nobody has prescribed has no seconds."""
        assert UNSET.seconds() is None
        assert not UNSET.is_set
        assert Duration(0.0).is_set

    @pytest.mark.parametrize(
        ("duration", "is_range"),
        [(Duration(15.0), False), (Duration(15.0, 15.0), False), (Duration(15.0, 30.0), True)],
    )
    def test_a_range_has_two_ends(self, duration: Duration, is_range: bool) -> None:
        """Two equal ends are none."""
        assert duration.is_range is is_range


@pytest.mark.parametrize(
    ("count", "is_set", "is_range"),
    [
        (Count(None), False, False),
        (Count(3), True, False),
        (Count(3, 3), True, False),
        (Count(8, 12), True, True),
    ],
)
def test_a_count_knows_whether_it_is_set_and_a_range(
    count: Count, is_set: bool, is_range: bool
) -> None:
    """Reps and sets are numbers, ranges, or nothing yet."""
    assert (count.is_set, count.is_range) == (is_set, is_range)


@pytest.mark.parametrize(
    ("given", "mode"),
    [
        (Dose(hold=UNSET), Mode.HOLD),
        (Dose(tempo=(HOLD, HOLD, HOLD)), Mode.TEMPO),
        (Dose(lasting=HOLD), Mode.FOR),
        (Dose(self_paced=True), Mode.SELF_PACED),
    ],
)
def test_a_whole_dose_names_one_way_of_doing_a_rep(given: Dose, mode: Mode) -> None:
    """Also where its length is not prescribed yet."""
    assert given.mode is mode


@pytest.mark.parametrize("given", [Dose(), Dose(hold=HOLD, lasting=HOLD)])
def test_no_way_or_two_ways_are_an_error(given: Dose) -> None:
    """Such a dose has no mode to speak of."""
    with pytest.raises(ValueError, match="unpack"):
        _ = given.mode


class TestOver:
    """A step's dose over the exercise's, and a side's over the whole."""

    def test_keys_replace_one_by_one(self) -> None:
        """What is not said stays."""
        base = Dose(sides=SideRule.EACH, hold=HOLD, reps=Count(3), relax=Duration(5.0))
        over = Dose(hold=Duration(30.0), sets=Count(2)).over(base)
        assert over == Dose(
            sides=SideRule.EACH,
            hold=Duration(30.0),
            reps=Count(3),
            sets=Count(2),
            relax=Duration(5.0),
        )

    def test_another_way_of_doing_a_rep_replaces_the_exercises(self) -> None:
        """A tempo takes the place of the hold."""
        over = Dose(tempo=(HOLD, HOLD, HOLD)).over(Dose(hold=HOLD, reps=Count(8)))
        assert over.modes == (Mode.TEMPO,)
        assert over.reps == Count(8)

    def test_for_comes_instead_of_reps(self) -> None:
        """A continuous movement does not take over the number of holds."""
        assert Dose(lasting=HOLD).over(Dose(hold=HOLD, reps=Count(8))).reps is None

    def test_another_for_keeps_the_reps_of_a_for(self) -> None:
        """Two bouts of massage stay two when only their length changes."""
        assert Dose(lasting=HOLD).over(Dose(lasting=UNSET, reps=Count(2))).reps == Count(2)

    def test_unset_replaces_what_was_prescribed(self) -> None:
        """A key with nothing after it is said, too."""
        over = Dose(hold=UNSET, reps=Count(None)).over(Dose(hold=HOLD, reps=Count(3)))
        assert over == Dose(hold=UNSET, reps=Count(None))

    def test_a_pause_of_zero_replaces_one(self) -> None:
        """Zero is a value, not nothing."""
        assert Dose(relax=Duration(0.0)).over(dose(None)).relax == Duration(0.0)

    def test_self_paced_takes_the_place_of_a_hold(self) -> None:
        """And a hold takes its place again."""
        assert Dose(self_paced=True).over(Dose(hold=HOLD)) == Dose(self_paced=True)
        assert Dose(hold=HOLD).over(Dose(self_paced=True)) == Dose(hold=HOLD)


class TestOnSide:
    """The dose of one side."""

    WHOLE = Dose(
        hold=HOLD,
        reps=Count(2),
        left=Dose(reps=Count(3)),
        right=Dose(hold=Duration(10.0)),
        affected=Dose(reps=Count(4)),
    )

    def test_a_side_has_its_own_differences(self) -> None:
        """Left has other reps, right another hold."""
        assert self.WHOLE.on_side(L, Affected.NONE).reps == Count(3)
        assert self.WHOLE.on_side(R, Affected.NONE).hold == Duration(10.0)

    def test_the_affected_sides_come_last(self) -> None:
        """What is said for the affected side counts above what is said for the left."""
        assert self.WHOLE.on_side(L, Affected.LEFT).reps == Count(4)
        assert self.WHOLE.on_side(R, Affected.LEFT).reps == Count(2)

    def test_both_sore_sides_are_affected(self) -> None:
        """With both sides sore each has the affected side's dose."""
        assert {self.WHOLE.on_side(side, Affected.BOTH).reps for side in (L, R)} == {Count(4)}

    def test_reps_with_both_sides_at_once_have_no_side(self) -> None:
        """Nothing of left, right and affected goes into them."""
        assert self.WHOLE.on_side(B, Affected.BOTH) == self.WHOLE


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        (Dose(hold=Duration(20.0, 30.0)), 20.0),
        (Dose(hold=Duration(2.0, unit=Unit.BREATHS)), 10.0),
        (Dose(lasting=Duration(60.0)), 60.0),
        (Dose(tempo=(Duration(3.0), Duration(1.0), Duration(1.0, unit=Unit.BREATHS))), 9.0),
        (Dose(tempo=(Duration(3.0), UNSET, Duration(3.0))), None),
        (Dose(hold=UNSET), None),
        (Dose(lasting=UNSET), None),
        (Dose(self_paced=True), None),
        (Dose(), None),
    ],
)
def test_how_long_a_rep_lasts(given: Dose, seconds: float | None) -> None:
    """A hold, a movement, the sum of a tempo, or None where only the person knows."""
    assert given.rep_seconds(breath=5.0) == seconds


def test_unset_keys_are_told_by_the_formats_names() -> None:
    """They are what the app asks before the first start."""
    assert Dose(hold=UNSET, reps=Count(None), relax=UNSET, rest=UNSET).unset_keys == (
        "hold",
        "relax",
        "rest",
        "reps",
    )
    assert Dose(lasting=UNSET, sets=Count(None)).unset_keys == ("for", "sets")
    assert Dose(tempo=(UNSET, UNSET, UNSET)).unset_keys == ("tempo",)
    assert Dose(tempo=(HOLD, HOLD, HOLD), reps=Count(1), relax=HOLD).unset_keys == ()


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (None, "BB"),
        (SideRule.BOTH, "BB"),
        (SideRule.EACH, "RRLL"),
        (SideRule.ALTERNATE, "RLRL"),
        (SideRule.LEFT, "LL"),
        (SideRule.RIGHT, "RR"),
        (SideRule.AFFECTED, "RRLL"),
        (SideRule.OTHER, "RRLL"),
        ((L, R, B), "LRBLRB"),
        ((L, L, R), "LLRLLR"),
        ((R,), "RR"),
    ],
)
def test_the_order_of_sides(sides: Sides | None, expected: str) -> None:
    """Every rule, for two reps a side and nobody sore; `affected` then means `each`."""
    assert order(dose(sides)) == expected


@pytest.mark.parametrize(
    ("sides", "expected"),
    [(SideRule.EACH, "LLRR"), (SideRule.ALTERNATE, "LRLR"), (SideRule.AFFECTED, "LLRR")],
)
def test_the_person_may_begin_on_the_left(sides: Sides, expected: str) -> None:
    """The first side is the right one unless chosen otherwise."""
    assert order(dose(sides), Person(first_side=L)) == expected


def test_a_round_written_out_keeps_its_order() -> None:
    """The first side is for rules; a list says its own."""
    assert order(dose((R, L)), Person(first_side=L)) == "RLRL"


@pytest.mark.parametrize(
    ("sides", "person", "expected"),
    [
        (SideRule.AFFECTED, SORE_LEFT, "LL"),
        (SideRule.AFFECTED, SORE_RIGHT, "RR"),
        (SideRule.AFFECTED, Person(Affected.BOTH), "RRLL"),
        (SideRule.OTHER, SORE_LEFT, "RR"),
        (SideRule.OTHER, SORE_RIGHT, "LL"),
        (SideRule.OTHER, Person(Affected.BOTH), "RRLL"),
        (SideRule.LEFT, SORE_RIGHT, "LL"),
    ],
)
def test_affected_and_other_follow_the_sore_side(
    sides: Sides, person: Person, expected: str
) -> None:
    """With both sides sore there is no one side, so each works."""
    assert order(dose(sides), person) == expected


def test_reps_count_for_each_side_and_are_one_if_left_out() -> None:
    """Three reps each are six in all."""
    assert order(dose(SideRule.EACH, 3)) == "RRRLLL"
    assert order(Dose(sides=SideRule.EACH, hold=HOLD)) == "RL"
    assert order(Dose(hold=HOLD, reps=Count(None))) == "B"


def test_a_range_of_reps_starts_low() -> None:
    """8-12 begins with 8."""
    assert order(Dose(hold=HOLD, reps=Count(8, 12))) == "B" * 8


def test_a_side_with_more_reps_goes_on_alone() -> None:
    """When the other side has had its own, alternating is over."""
    more = dose(SideRule.ALTERNATE, 2, left=Dose(reps=Count(4)))
    assert order(more) == "RLRLLL"
    assert order(dose((L, R, B), 1, right=Dose(reps=Count(3)))) == "LRBRR"


def test_the_affected_side_has_its_own_reps() -> None:
    """`affected: {reps: 4}` counts for the sore side only, and for nobody where none is sore."""
    more = dose(SideRule.EACH, 2, affected=Dose(reps=Count(4)))
    assert order(more) == "RRLL"
    assert order(more, SORE_LEFT) == "RRLLLL"
    assert order(more, Person(Affected.BOTH)) == "RRRRLLLL"


class TestExtraRep:
    """The setting "extra rep on the sore side"."""

    SORE = Person(Affected.LEFT, extra_rep=True)

    @pytest.mark.parametrize(
        ("sides", "expected"),
        [
            (SideRule.EACH, "RRLLL"),
            (SideRule.ALTERNATE, "RLRLL"),
            (SideRule.AFFECTED, "LLL"),
            (SideRule.OTHER, "RR"),
            (SideRule.RIGHT, "RR"),
            (SideRule.BOTH, "BB"),
            ((L, R, B), "LRBLRBL"),
        ],
    )
    def test_the_sore_side_gets_one_more(self, sides: Sides, expected: str) -> None:
        """Wherever it works on its own."""
        assert order(dose(sides), self.SORE) == expected

    def test_it_is_off_until_chosen(self) -> None:
        """A sore side alone changes nothing."""
        assert order(dose(SideRule.EACH), SORE_LEFT) == "RRLL"

    def test_nobody_gets_it_where_there_is_no_one_sore_side(self) -> None:
        """Neither with none sore nor with both."""
        for affected in (Affected.NONE, Affected.BOTH):
            assert order(dose(SideRule.EACH), Person(affected, extra_rep=True)) == "RRLL"

    def test_a_continuous_movement_has_no_reps_to_add_to(self) -> None:
        """A minute of massage stays one minute."""
        massage = Dose(sides=SideRule.AFFECTED, lasting=Duration(60.0))
        assert order(massage, self.SORE) == "L"
