from __future__ import annotations

import pytest

from hipstretch.core.figure.flesh import Part, Strand, flesh, limb_radius
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.skeleton import BODY_HEIGHT, Bone
from hipstretch.core.figure.vectors import mirrored


def part(strands: tuple[Strand, ...], wanted: Part) -> Strand:
    """A part of the body."""
    return next(strand for strand in strands if strand.part is wanted)


def test_a_standing_body_reaches_from_the_floor_to_its_height() -> None:
    """A standing body reaches from the floor to its height."""
    blobs = [blob for strand in flesh(Pose().skeleton()) for blob in strand.blobs]
    assert min(blob.lowest() for blob in blobs) == pytest.approx(0.0, abs=0.01)
    assert max(blob.centre[2] + blob.extent(2) for blob in blobs) == pytest.approx(
        BODY_HEIGHT, abs=0.03
    )


def test_every_part_of_the_left_has_its_mirror_on_the_right() -> None:
    """Every part of the left has its mirror on the right."""
    strands = flesh(Pose().skeleton())
    for wanted in Part:
        here, there = part(strands, wanted), part(strands, wanted.mirror)
        for a, b in zip(here.blobs, there.blobs, strict=True):
            if wanted is not wanted.mirror:
                assert mirrored(a.centre) == pytest.approx(b.centre)


def test_breathing_in_widens_the_chest_by_a_hundredth_or_two_and_nothing_else() -> None:
    """Breathing in widens the chest by a hundredth or two and nothing else."""
    skeleton = Pose().skeleton()
    calm, deep = flesh(skeleton), flesh(skeleton, 1.0)
    for wanted in Part:
        for a, b in zip(part(calm, wanted).blobs, part(deep, wanted).blobs, strict=True):
            growth = b.extent(0) / a.extent(0)
            assert 1.0 <= growth <= 1.025
            assert growth == 1.0 or wanted is Part.TRUNK


def test_a_limb_is_as_thick_as_its_nearest_sections() -> None:
    """A limb is as thick as its nearest sections."""
    assert limb_radius(Bone.LEFT_THIGH, 0.0) > limb_radius(Bone.LEFT_THIGH, 1.0)
    assert limb_radius(Bone.LEFT_SHANK, 0.3) > limb_radius(Bone.LEFT_SHANK, 0.95)
    assert limb_radius(Bone.LEFT_FOREARM, 1.0) == pytest.approx(0.0255)


def test_shoulders_slope_down_from_the_neck() -> None:
    """And they are no deeper than the chest, which is what lies on the floor."""
    strands = flesh(Pose().skeleton())
    trunk, shoulder = part(strands, Part.TRUNK), part(strands, Part.LEFT_SHOULDER)
    collar, cap = trunk.blobs[-1], shoulder.blobs[-1]
    assert collar.centre[2] + collar.extent(2) > cap.centre[2] + cap.extent(2) + 0.02
    deepest = min(blob.centre[0] - blob.extent(0) for blob in trunk.blobs)
    assert all(blob.centre[0] - blob.extent(0) >= deepest for blob in shoulder.blobs)
