"""What the tests of the figure share: the bundled figures, and small ones made up."""

from __future__ import annotations

import pytest

from hipstretch.core.figure.angles import BallAngles
from hipstretch.core.figure.figure import Figure, Loop, Plan, make_figure
from hipstretch.core.figure.keyframe import Keyframe, LegAngles, PelvisPlace
from hipstretch.core.figure.scene import Prop, PropKind
from hipstretch.core.person import Side

MAT = Prop(PropKind.MAT, (0.0, 0.0, 0.0), (1.8, 0.6, 0.0))


@pytest.fixture
def lifting() -> Figure:
    """A standing figure that lifts its left thigh by 60 degrees."""
    standing = Keyframe("start", 0.0, PelvisPlace(height=0.9))
    lifted = LegAngles(hip=BallAngles(60.0), knee=60.0)
    hold = Keyframe("hold", 1.0, PelvisPlace(height=0.9), left_leg=lifted)
    return make_figure(Plan("lifting", (standing, hold), Side.LEFT, props=(MAT,)))


@pytest.fixture
def rocking() -> Figure:
    """A standing figure that rocks to its left."""
    start = Keyframe("start", 0.0, PelvisPlace(height=0.9))
    hold = Keyframe("hold", 1.0, PelvisPlace(at=(0.0, 0.05), height=0.9))
    return make_figure(Plan("rocking", (start, hold), loop=Loop.ROCK))
