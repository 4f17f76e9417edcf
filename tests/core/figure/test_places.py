from __future__ import annotations

import pytest

from hipstretch.core.figure.places import Felt, Segment, felt_places, skin_around, skin_of
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import mirrored
from hipstretch.core.person import Side


def test_a_limb_without_a_side_is_the_own_one() -> None:
    """A limb without a side is the own one."""
    assert Segment.SHIN.bone(Side.RIGHT) is Bone.RIGHT_SHANK
    assert Segment.SHIN.bone(Side.LEFT) is Bone.LEFT_SHANK
    assert Segment.LEFT_SHIN.bone(Side.RIGHT) is Bone.LEFT_SHANK


def test_what_is_felt_in_the_middle_is_felt_once() -> None:
    """What is felt in the middle is felt once."""
    assert len(felt_places(Felt.LOWER_BACK, Side.BOTH)) == 1


def test_what_has_sides_is_felt_on_the_side_that_works_or_on_both() -> None:
    """What has sides is felt on the side that works or on both."""
    left, right = felt_places(Felt.BUTTOCK, Side.BOTH)
    assert felt_places(Felt.BUTTOCK, Side.LEFT) == [left]
    assert felt_places(Felt.BUTTOCK, Side.RIGHT) == [right]
    assert right.skin.place == mirrored(left.skin.place)


@pytest.mark.parametrize("felt", list(Felt))
def test_the_place_of_one_side_is_the_mirror_of_the_others(felt: Felt) -> None:
    """The place of one side is the mirror of the other's."""
    left, right = skin_of(felt, Side.LEFT), skin_of(felt, Side.RIGHT)
    assert right.place == pytest.approx(mirrored(left.place))


def test_around_a_limb_0_is_in_front_and_90_on_the_outer_side() -> None:
    """Around a limb 0 is in front and 90 on the outer side."""
    front = skin_around(Bone.LEFT_THIGH, 0.5, 0.0)
    outer = skin_around(Bone.RIGHT_THIGH, 0.5, 90.0)
    assert front.out == pytest.approx((1.0, 0.0, 0.0))
    assert outer.out == pytest.approx((0.0, -1.0, 0.0), abs=1e-9)
