from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.figure.vectors import (
    AHEAD,
    LEFTWARD,
    STILL,
    UP,
    Quat,
    Vec,
    along,
    angle_between,
    axes,
    back,
    between,
    combine,
    cross,
    distance,
    dot,
    from_axes,
    length,
    mirrored,
    mirrored_turn,
    mix,
    normal,
    rotate,
    turn,
    unit,
    without,
)

_NUMBERS = st.floats(-1.0, 1.0)
_TURNS = st.builds(
    lambda a, b, c, angle: turn(unit((a, b, c)), angle),
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    st.floats(-180.0, 180.0),
)
_POINTS = st.tuples(_NUMBERS, _NUMBERS, _NUMBERS)


def near(a: Vec, b: Vec) -> bool:
    """Whether two points are the same."""
    return distance(a, b) < 1e-6


def test_a_quarter_turn_about_the_upright_takes_ahead_to_the_left() -> None:
    """A quarter turn about the upright takes ahead to the left."""
    assert near(rotate(turn(UP, 90.0), AHEAD), LEFTWARD)


@given(_TURNS, _TURNS, _POINTS)
def test_combined_turns_do_the_second_first(a: Quat, b: Quat, point: Vec) -> None:
    """Combined turns do the second first."""
    assert near(rotate(combine(a, b), point), rotate(a, rotate(b, point)))


@given(_TURNS, _POINTS)
def test_a_turn_and_its_opposite_leave_all_as_it_was(q: Quat, point: Vec) -> None:
    """A turn and its opposite leave all as it was."""
    assert near(rotate(back(q), rotate(q, point)), point)


@given(_TURNS, _POINTS)
def test_a_turn_keeps_lengths(q: Quat, point: Vec) -> None:
    """A turn keeps lengths."""
    assert length(rotate(q, point)) == pytest.approx(length(point))


@given(_TURNS)
def test_a_turn_is_found_again_from_its_axes(q: Quat) -> None:
    """A turn is found again from its axes."""
    again = from_axes(*axes(q))
    assert abs(sum(a * b for a, b in zip(q, again, strict=True))) == pytest.approx(1.0)


@pytest.mark.parametrize("axis", [AHEAD, LEFTWARD, UP])
def test_half_turns_are_found_again_from_their_axes(axis: Vec) -> None:
    """Half turns are found again from their axes."""
    again = from_axes(*axes(turn(axis, 180.0)))
    assert abs(sum(a * b for a, b in zip(turn(axis, 180.0), again, strict=True))) == (
        pytest.approx(1.0)
    )


@given(_TURNS, _POINTS)
def test_the_mirrored_turn_moves_the_mirrored_point(q: Quat, point: Vec) -> None:
    """The mirrored turn moves the mirrored point."""
    assert near(rotate(mirrored_turn(q), mirrored(point)), mirrored(rotate(q, point)))


def test_half_way_between_two_turns_is_half_the_angle() -> None:
    """Half way between two turns is half the angle."""
    assert near(rotate(between(STILL, turn(UP, 90.0), 0.5), AHEAD), (sqrt(0.5), sqrt(0.5), 0.0))


def test_between_two_turns_the_shortest_way_is_taken() -> None:
    """Between two turns the shortest way is taken."""
    w, x, y, z = turn(UP, 20.0)
    assert near(rotate(between(STILL, (-w, -x, -y, -z), 1.0), AHEAD), rotate(turn(UP, 20.0), AHEAD))


def test_vectors_are_measured_and_mixed() -> None:
    """Vectors are measured and mixed."""
    assert mix(AHEAD, LEFTWARD, 0.5) == (0.5, 0.5, 0.0)
    assert along(AHEAD, UP, 2.0) == (1.0, 0.0, 2.0)
    assert cross(AHEAD, LEFTWARD) == UP
    assert dot(AHEAD, UP) == 0.0
    assert without((1.0, 2.0, 3.0), UP) == (1.0, 2.0, 0.0)
    assert angle_between(AHEAD, (-1.0, 0.0, 0.0)) == pytest.approx(180.0)
    assert normal((2.0, 0.0, 0.0, 0.0)) == STILL


def test_a_vector_without_length_has_the_other_direction() -> None:
    """A vector without length has the other direction."""
    assert unit((0.0, 0.0, 0.0), AHEAD) == AHEAD
