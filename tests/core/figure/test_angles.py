from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.figure import angles
from hipstretch.core.figure.angles import BallAngles, SpineAngles
from hipstretch.core.figure.vectors import AHEAD, DOWN, UP, Vec, distance, rotate
from hipstretch.core.person import Side

_BALLS = st.builds(BallAngles, st.floats(-90, 120), st.floats(-60, 80), st.floats(-80, 80))
_SIDES = st.sampled_from([Side.LEFT, Side.RIGHT])


def near(a: Vec, b: Vec) -> bool:
    """Whether two points are the same."""
    return distance(a, b) < 1e-6


def test_a_flexed_hip_brings_the_thigh_forward() -> None:
    """A flexed hip brings the thigh forward."""
    assert near(rotate(angles.ball(BallAngles(90.0), Side.LEFT), DOWN), AHEAD)


@pytest.mark.parametrize(("side", "y"), [(Side.LEFT, 1.0), (Side.RIGHT, -1.0)])
def test_an_abducted_hip_brings_the_thigh_to_its_own_side(side: Side, y: float) -> None:
    """An abducted hip brings the thigh to its own side."""
    assert near(rotate(angles.ball(BallAngles(0.0, 90.0), side), DOWN), (0.0, y, 0.0))


@pytest.mark.parametrize(("side", "y"), [(Side.LEFT, 1.0), (Side.RIGHT, -1.0)])
def test_outward_rotation_turns_the_toes_to_their_own_side(side: Side, y: float) -> None:
    """Outward rotation turns the toes to their own side."""
    assert near(rotate(angles.ball(BallAngles(0.0, 0.0, 90.0), side), AHEAD), (0.0, y, 0.0))


@given(_BALLS, _SIDES)
def test_the_angles_of_a_ball_joint_are_read_as_they_were_said(
    said: BallAngles, side: Side
) -> None:
    """The angles of a ball joint are read as they were said."""
    assert angles.ball_angles(angles.ball(said, side), side) == pytest.approx(said, abs=1e-4)


@given(st.floats(-60, 80), st.floats(-35, 35), st.floats(-60, 60))
def test_the_angles_of_the_spine_are_read_as_they_were_said(
    flexion: float, bend: float, rotation: float
) -> None:
    """The angles of the spine are read as they were said."""
    said = SpineAngles(flexion, bend, rotation)
    assert angles.spine_angles(angles.spine(said)) == pytest.approx(said, abs=1e-4)


def test_the_spine_bends_forward_and_to_the_left() -> None:
    """The spine bends forward and to the left."""
    assert near(rotate(angles.spine(SpineAngles(90.0)), UP), AHEAD)
    assert near(rotate(angles.spine(SpineAngles(0.0, 90.0)), UP), (0.0, 1.0, 0.0))


def test_a_bent_knee_brings_the_shin_back_and_a_bent_elbow_the_forearm_forward() -> None:
    """A bent knee brings the shin back and a bent elbow the forearm forward."""
    assert near(rotate(angles.knee(90.0), DOWN), (-1.0, 0.0, 0.0))
    assert near(rotate(angles.elbow(90.0, 0.0, Side.LEFT), DOWN), AHEAD)


def test_pronation_turns_the_left_palm_back() -> None:
    """Pronation turns the left palm back."""
    palm = (0.0, -1.0, 0.0)
    assert near(rotate(angles.elbow(0.0, 90.0, Side.LEFT), palm), (-1.0, 0.0, 0.0))


def test_dorsiflexion_lifts_the_toes_and_inversion_the_inner_edge() -> None:
    """Dorsiflexion lifts the toes and inversion the inner edge."""
    assert near(rotate(angles.ankle(90.0, 0.0, Side.LEFT), AHEAD), UP)
    inner = (0.0, -1.0, 0.0)
    assert rotate(angles.ankle(0.0, 30.0, Side.LEFT), inner)[2] > 0.4


def test_fingers_curl_towards_the_palm() -> None:
    """Fingers curl towards the palm."""
    assert near(rotate(angles.curl(90.0, Side.LEFT), DOWN), (0.0, -1.0, 0.0))
    assert near(rotate(angles.curl(90.0, Side.RIGHT), DOWN), (0.0, 1.0, 0.0))
