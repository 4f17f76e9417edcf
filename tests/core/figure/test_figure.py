from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.figure.figure import Figure, Limb, Plan, make_figure, working_parts
from hipstretch.core.figure.flesh import Part
from hipstretch.core.figure.keyframe import Keyframe, PelvisPlace
from hipstretch.core.figure.places import Felt
from hipstretch.core.figure.scene import Camera, Fit, Prop, PropKind
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.person import Side


def test_the_way_goes_from_the_first_keyframe_to_the_last(lifting: Figure) -> None:
    """The way goes from the first keyframe to the last."""
    heights = [lifting.pose(share).skeleton().joints[Bone.LEFT_SHANK][2] for share in (0, 0.5, 1)]
    assert heights == sorted(heights)
    assert lifting.pose(0.0) == lifting.poses[0]
    assert lifting.pose(1.0) == lifting.poses[1]


def test_a_figure_of_one_keyframe_stays(lifting: Figure) -> None:
    """A figure of one keyframe stays."""
    still = make_figure(replace(lifting.plan, keyframes=lifting.plan.keyframes[:1]))
    assert still.pose(0.7) == still.poses[0]


def test_the_other_side_is_the_mirror_and_lifts_the_other_leg(lifting: Figure) -> None:
    """The other side is the mirror and lifts the other leg."""
    left, right = (lifting.frame(1.0, side) for side in (Side.LEFT, Side.RIGHT))
    assert left.working == {Part.LEFT_LEG}
    assert right.working == {Part.RIGHT_LEG}
    raised = right.skeleton.joints[Bone.RIGHT_SHANK][2]
    assert raised == pytest.approx(left.skeleton.joints[Bone.LEFT_SHANK][2])
    assert raised > right.skeleton.joints[Bone.LEFT_SHANK][2] + 0.1


def test_a_side_that_the_figure_does_not_have_is_drawn_as_it_is(lifting: Figure) -> None:
    """A side that the figure does not have is drawn as it is."""
    assert not lifting.is_mirrored(Side.BOTH)
    both = make_figure(replace(lifting.plan, drawn_for=Side.BOTH))
    assert not both.is_mirrored(Side.RIGHT)
    assert both.frame(1.0, Side.RIGHT).working == frozenset()


def test_what_rocks_is_mirrored_for_the_right(rocking: Figure) -> None:
    """What rocks is mirrored for the right."""
    assert rocking.frame(1.0, Side.LEFT).skeleton.joints[0][1] == pytest.approx(0.05)
    assert rocking.frame(1.0, Side.RIGHT).skeleton.joints[0][1] == pytest.approx(-0.05)


def test_props_are_mirrored_with_the_body(lifting: Figure) -> None:
    """Props are mirrored with the body."""
    wall = Prop(PropKind.WALL, (0.0, 0.5, 0.0), (1.0, 0.02, 1.0))
    figure = make_figure(replace(lifting.plan, props=(wall,)))
    assert figure.frame(0.0, Side.LEFT).props[0].place[1] == 0.5
    assert figure.frame(0.0, Side.RIGHT).props[0].place[1] == -0.5


def test_the_other_side_may_have_a_camera_of_its_own(lifting: Figure) -> None:
    """The other side may have a camera of its own."""
    figure = make_figure(replace(lifting.plan, camera=Camera(20.0, 15.0, other_yaw=-40.0)))
    assert figure.frame(0.0, Side.LEFT).camera.yaw == 20.0
    assert figure.frame(0.0, Side.RIGHT).camera.yaw == -40.0


def test_arms_may_work_or_nothing() -> None:
    """Arms may work or nothing."""
    assert working_parts(Limb.ARM, Side.LEFT) == {Part.LEFT_ARM, Part.LEFT_SHOULDER}
    assert working_parts(Limb.NONE, Side.LEFT) == frozenset()


def test_it_glows_on_the_working_side_and_grows_with_the_way(lifting: Figure) -> None:
    """It glows on the working side and grows with the way."""
    felt = (Felt.BUTTOCK, Felt.LOWER_BACK, Felt.CALF, Felt.SHOULDER)
    figure = make_figure(replace(lifting.plan, felt=felt))
    frame = figure.frame(0.5, Side.RIGHT)
    assert frame.glow == 0.25
    assert [glow.parts for glow in frame.glows] == [
        {Part.TRUNK, Part.NECK, Part.RIGHT_LEG},
        {Part.TRUNK, Part.NECK, Part.LEFT_LEG, Part.RIGHT_LEG},
        {Part.RIGHT_LEG},
        {Part.RIGHT_ARM, Part.RIGHT_SHOULDER},
    ]
    assert figure.frame(0.5, glow=0.9).glow == 0.9


def test_the_picture_has_room_for_both_sides_and_for_all_keyframes(lifting: Figure) -> None:
    """The picture has room for both sides and for all keyframes."""
    for side in (Side.LEFT, Side.RIGHT):
        frame = lifting.frame(1.0, side)
        for axis in range(3):
            far = max(point[axis] for point in frame.bounds.points)
            assert all(joint[axis] < far for joint in frame.skeleton.joints)


def test_a_picture_that_fits_the_body_lets_the_mat_run_out(lifting: Figure) -> None:
    """A picture that fits the body lets the mat run out."""
    close = make_figure(replace(lifting.plan, camera=Camera(fit=Fit.BODY)))
    assert max(x for x, _, _ in close.bounds.points) < 0.8
    assert max(x for x, _, _ in lifting.bounds.points) == pytest.approx(0.9)


def test_breathing_moves_the_chest_but_not_the_bones(lifting: Figure) -> None:
    """Breathing moves the chest but not the bones."""
    calm, deep = lifting.frame(1.0), lifting.frame(1.0, breath=1.0)
    assert calm.skeleton == deep.skeleton
    assert calm.strands != deep.strands


def test_keyframes_are_passed_at_their_share_of_the_way() -> None:
    """Keyframes are passed at their share of the way."""
    frames = tuple(
        Keyframe(name, share, PelvisPlace(height=0.9 + share / 10))
        for name, share in (("start", 0.0), ("way", 0.25), ("hold", 1.0))
    )
    figure = make_figure(Plan("rising", frames))
    assert figure.pose(0.125).root[2] == pytest.approx(0.9125)
    assert figure.pose(0.25).root[2] == pytest.approx(0.925)
