from __future__ import annotations

import pytest

from hipstretch.core.figure.figure import Figure, Loop
from hipstretch.core.figure.motion import (
    BREATH_SECONDS,
    breath_at,
    ease,
    frame_between_sides,
    glow_at,
    loop_moment,
)
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.person import Side


def test_a_breath_goes_from_out_to_in_and_out_again() -> None:
    """A breath goes from out to in and out again."""
    breaths = [breath_at(BREATH_SECONDS * quarter / 4) for quarter in range(5)]
    assert breaths == pytest.approx([-1.0, 0.0, 1.0, 0.0, -1.0], abs=1e-9)


def test_movements_begin_and_end_gently() -> None:
    """Movements begin and end gently."""
    assert [ease(0.0), ease(0.5), ease(1.0)] == pytest.approx([0.0, 0.5, 1.0])
    assert ease(0.05) < 0.01


def test_rocking_goes_to_the_left_and_then_to_the_right_through_the_middle() -> None:
    """Rocking goes to the left and then to the right through the middle."""
    moments = [loop_moment(Loop.ROCK, turn / 4, Side.BOTH) for turn in range(4)]
    assert [moment.share for moment in moments] == pytest.approx([0.0, 1.0, 0.0, 1.0], abs=1e-9)
    assert [moment.side for moment in moments[1::2]] == [Side.LEFT, Side.RIGHT]


def test_to_and_fro_goes_to_the_hold_and_back_on_its_side() -> None:
    """To and fro goes to the hold and back on its side."""
    moments = [loop_moment(Loop.TO_AND_FRO, turn, Side.RIGHT) for turn in (0.0, 0.5, 1.0)]
    assert [moment.share for moment in moments] == pytest.approx([0.0, 1.0, 0.0], abs=1e-9)
    assert {moment.side for moment in moments} == {Side.RIGHT}


@pytest.mark.parametrize("loop", [Loop.HOLD, Loop.BRACE])
def test_a_hold_stays(loop: Loop) -> None:
    """A hold stays."""
    assert loop_moment(loop, 0.3, Side.LEFT) == (1.0, Side.LEFT)


def test_bracing_shows_in_the_glow_that_is_strongest_when_breathed_out() -> None:
    """Bracing shows in the glow that is strongest when breathed out."""
    assert glow_at(Loop.BRACE, 1.0, -1.0) > glow_at(Loop.BRACE, 1.0, 1.0)
    assert glow_at(Loop.HOLD, 0.5, 1.0) == 0.25


def test_switching_sides_goes_over_the_start_of_both(lifting: Figure) -> None:
    """Switching sides goes over the start of both."""
    hold, start, other = (frame_between_sides(lifting, Side.LEFT, share) for share in (0, 0.5, 1))
    assert hold.skeleton == lifting.frame(1.0, Side.LEFT).skeleton
    assert start.skeleton == lifting.frame(0.0, Side.LEFT).skeleton
    for bone in Bone:
        assert other.skeleton.joints[bone] == pytest.approx(
            lifting.frame(0.0, Side.RIGHT).skeleton.joints[bone]
        )
    assert other.working == lifting.frame(0.0, Side.RIGHT).working
