"""A figure: keyframes, props and camera of one exercise, and its picture at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hipstretch.core.figure.flesh import Part, Strand, flesh
from hipstretch.core.figure.frame import Bounds, FigureFrame, Glow
from hipstretch.core.figure.keyframe import Keyframe
from hipstretch.core.figure.places import Felt, felt_places
from hipstretch.core.figure.pose import Pose, blend
from hipstretch.core.figure.reach import apply_pins
from hipstretch.core.figure.scene import Camera, Fit, Prop, PropKind, corners
from hipstretch.core.figure.skeleton import Bone, Skeleton
from hipstretch.core.figure.solving import solve
from hipstretch.core.figure.vectors import Vec, add, mirrored
from hipstretch.core.person import Side


class Loop(StrEnum):
    """What goes on during a hold."""

    HOLD = "hold"
    ROCK = "rock"
    TO_AND_FRO = "to-and-fro"
    BRACE = "brace"


class Limb(StrEnum):
    """What works and is painted orange."""

    LEG = "leg"
    ARM = "arm"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Plan:
    """A figure as its author says it."""

    id: str
    keyframes: tuple[Keyframe, ...]
    drawn_for: Side = Side.BOTH
    works: Limb = Limb.LEG
    felt: tuple[Felt, ...] = ()
    camera: Camera = Camera()
    props: tuple[Prop, ...] = ()
    loop: Loop = Loop.HOLD


@dataclass(frozen=True, slots=True)
class Figure:
    """A plan with its poses solved, and the room that its pictures need."""

    plan: Plan
    poses: tuple[Pose, ...]
    bounds: Bounds

    def pose(self, share: float) -> Pose:
        """The pose at `share` (0 start, 1 hold) of the way, for the side that it is drawn for."""
        frames = self.plan.keyframes
        last = next((k for k, frame in enumerate(frames) if frame.share >= share), len(frames) - 1)
        if last == 0 or frames[last].share == share:
            return self.poses[last]
        before, after = frames[last - 1].share, frames[last].share
        part = (share - before) / (after - before)
        pose = blend(self.poses[last - 1], self.poses[last], part)
        return apply_pins(pose)[0]

    def pose_on(self, side: Side, share: float) -> Pose:
        """The pose for the side that works: as drawn, or its mirror."""
        pose = self.pose(share)
        return pose.mirror() if self.is_mirrored(side) else pose

    def is_mirrored(self, side: Side) -> bool:
        """Whether the figure for `side` is the mirror of the one that is drawn.

        A figure without sides is drawn to the left where it rocks, and mirrored for the right.
        """
        drawn = self.plan.drawn_for
        if drawn is Side.BOTH:
            return self.plan.loop is Loop.ROCK and side is Side.RIGHT
        return side is drawn.opposite

    def frame(
        self,
        share: float,
        side: Side = Side.BOTH,
        *,
        breath: float = 0.0,
        glow: float | None = None,
    ) -> FigureFrame:
        """The picture at `share` of the way for a side; the glow grows with the way."""
        is_mirrored = self.is_mirrored(side)
        return self.frame_of(
            self.pose_on(side, share),
            is_mirrored=is_mirrored,
            breath=breath,
            glow=share * share if glow is None else glow,
        )

    def frame_of(
        self, pose: Pose, *, is_mirrored: bool = False, breath: float = 0.0, glow: float = 0.0
    ) -> FigureFrame:
        """The picture of any pose among this figure's props."""
        plan = self.plan
        drawn = plan.drawn_for
        side = drawn.opposite if is_mirrored else drawn
        skeleton = pose.skeleton()
        props = plan.props
        return FigureFrame(
            skeleton,
            flesh(skeleton, breath),
            tuple(prop.mirror() for prop in props) if is_mirrored else props,
            working_parts(plan.works, side),
            tuple(glows(skeleton, plan.felt, side)),
            camera_for(plan.camera, is_mirrored=is_mirrored),
            self.bounds,
            glow,
        )


def camera_for(camera: Camera, *, is_mirrored: bool) -> Camera:
    """The camera for the drawn or for the mirrored side."""
    if not is_mirrored or camera.other_yaw is None:
        return camera
    return Camera(camera.other_yaw, camera.pitch, camera.fit)


def working_parts(works: Limb, side: Side) -> frozenset[Part]:
    """The parts of the limb that works; none where both sides do."""
    if side is Side.BOTH or works is Limb.NONE:
        return frozenset()
    if works is Limb.LEG:
        return frozenset({Part(f"{side.value} leg")})
    return frozenset({Part(f"{side.value} arm"), Part(f"{side.value} shoulder")})


def glows(skeleton: Skeleton, felt: Iterable[Felt], side: Side) -> Iterable[Glow]:
    """Where it glows."""
    for name in felt:
        for place in felt_places(name, side):
            skin = place.skin
            parts = _glowing_parts(skin.bone, skin.place)
            centre, out = (
                skeleton.point(skin.bone, skin.place),
                skeleton.direction(skin.bone, skin.out),
            )
            yield Glow(centre, out, place.reach, parts)


def _glowing_parts(bone: Bone, place: Vec) -> frozenset[Part]:
    """The parts that glow with a place of a bone: its own, and the trunk with one leg or both."""
    sides = [Side.LEFT] * (place[1] >= 0.0) + [Side.RIGHT] * (place[1] <= 0.0)
    if bone.side is not Side.BOTH:
        sides = [bone.side]
    limb = "arm" if bone.is_of_arm else "leg"
    found = {Part(f"{side.value} {limb}") for side in sides}
    if limb == "arm":
        found |= {Part(f"{side.value} shoulder") for side in sides}
    trunk = {Part.TRUNK, Part.NECK} if bone.side is Side.BOTH else set()
    return frozenset(found | trunk)


def make_figure(plan: Plan) -> Figure:
    """Solve a plan's keyframes and measure the room that it needs."""
    poses = tuple(solve(keyframe, plan.props) for keyframe in plan.keyframes)
    return Figure(plan, poses, measure(plan, poses))


_WAYS: tuple[Vec, ...] = tuple(
    (float(x), float(y), float(z))
    for x in (-1, 0, 1)
    for y in (-1, 0, 1)
    for z in (-1, 0, 1)
    if x or y or z
)


def measure(plan: Plan, poses: tuple[Pose, ...]) -> Bounds:
    """The outermost points of body and props over all keyframes and both sides."""
    points = [
        point for pose in poses for strand in flesh(pose.skeleton()) for point in _outer(strand)
    ]
    for prop in plan.props:
        if plan.camera.fit is Fit.ALL or prop.kind is not PropKind.MAT:
            points += corners(prop)
    points += [mirrored(point) for point in points]
    found = {max(points, key=lambda point: _along(point, way)) for way in _WAYS}
    return Bounds(tuple(sorted(found)))


def _along(point: Vec, way: Vec) -> float:
    """How far a point is along a way."""
    return point[0] * way[0] + point[1] * way[1] + point[2] * way[2]


def _outer(strand: Strand) -> Iterable[Vec]:
    """Points around a part."""
    for blob in strand.blobs:
        for axis in range(3):
            reach = blob.extent(axis)
            way = [0.0, 0.0, 0.0]
            way[axis] = reach
            yield add(blob.centre, (way[0], way[1], way[2]))
            yield add(blob.centre, (-way[0], -way[1], -way[2]))
