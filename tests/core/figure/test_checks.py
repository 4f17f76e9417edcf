from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hipstretch.core.figure import angles
from hipstretch.core.figure.checks import (
    MOMENTS,
    Check,
    check_figure,
    check_pose,
    not_mirrored,
    wrong_lengths,
)
from hipstretch.core.figure.figure import Figure
from hipstretch.core.figure.pose import Pin, Pose
from hipstretch.core.figure.reach import pinned
from hipstretch.core.figure.skeleton import Bone, Skeleton
from hipstretch.core.figure.vectors import AHEAD, STILL
from hipstretch.storage.figures import FigureShelf

FIGURES = Path(__file__).parents[3] / "assets" / "figures"
BUNDLED = tuple(sorted(path.stem for path in FIGURES.glob("*.yaml")))


def checks(pose: Pose) -> set[Check]:
    """The checks that a pose fails."""
    return {check for check, _ in check_pose(pose, ())}


def moved(skeleton: Skeleton, bone: Bone) -> Skeleton:
    """A skeleton with one joint 2 cm lower."""
    joints = list(skeleton.joints)
    x, y, z = joints[bone]
    joints[bone] = (x, y, z - 0.02)
    return replace(skeleton, joints=tuple(joints))


@pytest.mark.parametrize("figure_id", BUNDLED)
def test_every_figure_passes_all_checks_on_both_sides_at_eleven_moments(figure_id: str) -> None:
    """Every figure passes all checks on both sides at eleven moments."""
    figure = FigureShelf([FIGURES]).find(figure_id)
    assert figure is not None
    assert [finding.describe() for finding in check_figure(figure)] == []


def test_there_are_eleven_moments_from_start_to_hold() -> None:
    """There are eleven moments from start to hold."""
    assert (len(MOMENTS), MOMENTS[0], MOMENTS[-1]) == (11, 0.0, 1.0)


def test_standing_passes() -> None:
    """Standing passes."""
    assert checks(Pose()) == set()


def test_a_longer_bone_fails_the_check_of_lengths() -> None:
    """A longer bone fails the check of lengths."""
    longer = moved(Pose().skeleton(), Bone.LEFT_FOOT)
    assert list(wrong_lengths(Pose().skeleton())) == []
    assert any(line.startswith("left shank to left foot") for line in wrong_lengths(longer))


def test_a_pose_with_a_longer_bone_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of lengths is one of those that a pose goes through."""
    longer = moved(Pose().skeleton(), Bone.LEFT_FOOT)
    monkeypatch.setattr(Pose, "skeleton", lambda _pose: longer)
    assert Check.LENGTHS in checks(Pose())


def test_a_knee_bent_backwards_fails_the_check_of_limits() -> None:
    """A knee bent backwards fails the check of limits."""
    pose = Pose().turned({Bone.LEFT_SHANK: angles.knee(-30.0)})
    assert Check.LIMITS in checks(pose)


def test_a_body_in_the_floor_fails_the_check_of_overlaps() -> None:
    """A body in the floor fails the check of overlaps."""
    assert Check.OVERLAPS in checks(Pose(root=(0.0, 0.0, 0.6)))


def test_a_hand_that_cannot_reach_fails_the_check_of_contacts() -> None:
    """A hand that cannot reach fails the check of contacts."""
    pin = Pin(Bone.LEFT_HAND, None, (3.0, 0.0, 0.0), STILL, AHEAD)
    shin = Pin(Bone.RIGHT_HAND, Bone.LEFT_SHANK, (0.0, 0.0, -0.3), STILL, AHEAD)
    messages = [message for _, message in check_pose(Pose(pins=(pin, shin)), ())]
    assert messages[0].startswith("the left hand misses its place by")
    assert messages[1].startswith("the right hand misses the left shank by")


def test_a_body_that_leans_too_far_or_hangs_in_the_air_fails_the_check_of_contacts() -> None:
    """A body that leans too far or hangs in the air fails the check of contacts."""
    leaning = Pose(root=(0.4, 0.0, 0.8))
    for bone, y in ((Bone.LEFT_FOOT, 0.1), (Bone.RIGHT_FOOT, -0.1)):
        leaning = pinned(leaning, Pin(bone, None, (0.0, y, 0.066), STILL, AHEAD))
    assert "beside what holds the body up" in " ".join(
        message for _, message in check_pose(leaning, ())
    )
    hanging = [message for _, message in check_pose(Pose(root=(0.0, 0.0, 2.0)), ())]
    assert "the body touches nothing" in hanging


def test_a_left_that_is_not_the_mirror_of_right_fails_the_check_of_mirroring() -> None:
    """A left that is not the mirror of right fails the check of mirroring."""
    left = Pose().turned({Bone.LEFT_THIGH: angles.knee(-20.0)})
    assert list(not_mirrored(left.skeleton(), left.mirror().skeleton())) == []
    assert "right shank" in " ".join(not_mirrored(left.skeleton(), left.skeleton()))


def test_a_finding_says_what_when_and_on_which_side(lifting: Figure) -> None:
    """A finding says what when and on which side."""
    found = check_figure(lifting)
    assert found
    assert "contacts: left side, at 1.0: the centre of mass is" in "\n".join(
        finding.describe() for finding in found
    )
    assert {finding.share for finding in found} <= set(MOMENTS)


def test_mirroring_is_checked_at_every_moment(
    lifting: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mirroring is checked at every moment."""
    monkeypatch.setattr(Figure, "is_mirrored", lambda _figure, _side: False)
    mirror = [finding for finding in check_figure(lifting) if finding.check is Check.MIRROR]
    assert {finding.share for finding in mirror} == set(MOMENTS[1:])


def test_a_figure_without_sides_needs_no_mirror(rocking: Figure) -> None:
    """A figure without sides needs no mirror."""
    assert not [finding for finding in check_figure(rocking) if finding.check is Check.MIRROR]
