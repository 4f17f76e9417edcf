"""The five checks that every figure must pass, on both sides, at eleven moments of its way."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.figure.balance import centre_of_mass, off_balance, support
from hipstretch.core.figure.figure import Figure
from hipstretch.core.figure.flesh import Strand, flesh
from hipstretch.core.figure.limits import readings
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.scene import Prop
from hipstretch.core.figure.skeleton import JOINTS, MIRRORS, Bone, Skeleton
from hipstretch.core.figure.touching import in_body, in_floor_or_things
from hipstretch.core.figure.vectors import distance, length, mirrored
from hipstretch.core.person import Side

MOMENTS = tuple(tenth / 10 for tenth in range(11))
_LENGTH_SLACK = 0.001
_CONTACT_SLACK = 0.03
_BALANCE_SLACK = 0.03
_MIRROR_SLACK = 0.001
_SIDES = (Side.LEFT, Side.RIGHT)


class Check(StrEnum):
    """What is checked."""

    LENGTHS = "lengths"
    LIMITS = "limits"
    OVERLAPS = "overlaps"
    CONTACTS = "contacts"
    MIRROR = "mirror"


class Finding(NamedTuple):
    """What is wrong with a figure, on which side, and when (0 start, 1 hold)."""

    check: Check
    side: Side
    share: float
    message: str

    def describe(self) -> str:
        """The finding in one line."""
        return f"{self.check}: {self.side} side, at {self.share:.1f}: {self.message}"


def check_figure(figure: Figure) -> list[Finding]:
    """All that is wrong with a figure."""
    found = []
    for side in _SIDES:
        for share in MOMENTS:
            pose = figure.pose_on(side, share)
            is_mirrored = figure.is_mirrored(side)
            props = figure.plan.props
            if is_mirrored:
                props = tuple(prop.mirror() for prop in props)
            found += [
                Finding(check, side, share, message) for check, message in check_pose(pose, props)
            ]
    return found + list(_check_mirror(figure))


def check_pose(pose: Pose, props: tuple[Prop, ...]) -> Iterator[tuple[Check, str]]:
    """All that is wrong with one pose."""
    skeleton = pose.skeleton()
    strands = flesh(skeleton)
    for message in wrong_lengths(skeleton):
        yield Check.LENGTHS, message
    for reading in readings(pose):
        if not reading.is_human:
            yield Check.LIMITS, reading.describe()
    for overlap in (*in_floor_or_things(strands, props), *in_body(strands)):
        yield Check.OVERLAPS, overlap.describe()
    for message in (*missed_contacts(pose, skeleton), *falls(skeleton, strands, props)):
        yield Check.CONTACTS, message


def wrong_lengths(skeleton: Skeleton) -> Iterator[str]:
    """The bones that are longer or shorter than they are."""
    for bone, (parent, place) in zip(list(Bone)[1:], JOINTS, strict=True):
        wrong = distance(skeleton.joints[bone], skeleton.joints[parent]) - length(place)
        if abs(wrong) > _LENGTH_SLACK:
            yield f"{Bone(parent).label} to {bone.label} is {wrong * 1000:+.0f} mm too long"


def missed_contacts(pose: Pose, skeleton: Skeleton) -> Iterator[str]:
    """The hands, feet and knees that are not where they are said to be."""
    for pin in pose.pins:
        place, _ = pin.in_space(skeleton)
        short = distance(place, skeleton.joints[pin.bone])
        if short > _CONTACT_SLACK:
            on = "its place" if pin.anchor is None else f"the {pin.anchor.label}"
            yield f"the {_PINNED.get(pin.bone, pin.bone.label)} misses {on} by {short * 100:.1f} cm"


_PINNED = {Bone.LEFT_SHANK: "left knee", Bone.RIGHT_SHANK: "right knee"}


def falls(
    skeleton: Skeleton, strands: tuple[Strand, ...], props: tuple[Prop, ...]
) -> Iterator[str]:
    """Whether the body would tip over or hangs in the air."""
    places = support(strands, props)
    if not places:
        yield "the body touches nothing"
        return
    beside = off_balance(centre_of_mass(skeleton), places)
    if beside > _BALANCE_SLACK:
        yield f"the centre of mass is {beside * 100:.1f} cm beside what holds the body up"


def _check_mirror(figure: Figure) -> Iterator[Finding]:
    """Left is the mirror of right at every moment."""
    if figure.plan.drawn_for is Side.BOTH:
        return
    for share in MOMENTS:
        left, right = (figure.pose_on(side, share).skeleton() for side in (Side.LEFT, Side.RIGHT))
        for message in not_mirrored(left, right):
            yield Finding(Check.MIRROR, Side.RIGHT, share, message)


def not_mirrored(left: Skeleton, right: Skeleton) -> Iterator[str]:
    """The bones of one skeleton that are not where the other's mirror has them."""
    for bone in Bone:
        wrong = distance(mirrored(left.joints[bone]), right.joints[MIRRORS[bone]])
        if wrong > _MIRROR_SLACK:
            yield f"the {bone.mirror.label} is {wrong * 1000:.0f} mm off the mirror of the left one"
