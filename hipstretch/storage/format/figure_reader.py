"""From a figure file's bytes to a figure, with every fault named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from hipstretch.core.fault import Fault
from hipstretch.core.figure.angles import BallAngles, SpineAngles
from hipstretch.core.figure.figure import Figure, Plan, make_figure
from hipstretch.core.figure.keyframe import (
    AnkleOn,
    Arm,
    ArmAngles,
    FootDown,
    HandDown,
    HandOn,
    HeadPose,
    Keyframe,
    Kneeling,
    Leg,
    LegAngles,
    PelvisPlace,
    SpinePose,
)
from hipstretch.core.figure.places import Segment
from hipstretch.core.figure.scene import Camera, Prop, PropKind
from hipstretch.core.figure.vectors import Vec
from hipstretch.storage.format.faults import Faults
from hipstretch.storage.format.fields import INVALID, Read
from hipstretch.storage.format.figure_definitions import FIGURE
from hipstretch.storage.format.nodes import Node, read_nodes

_WITH_HEIGHT = 3
"""A place of so many numbers says its height too."""
_SIZES: dict[PropKind, Vec] = {
    PropKind.MAT: (1.80, 0.62, 0.0),
    PropKind.CHAIR: (0.43, 0.44, 0.45),
    PropKind.STEP: (0.34, 0.46, 0.20),
    PropKind.PILLOW: (0.30, 0.44, 0.08),
    PropKind.BALL: (0.065, 0.065, 0.065),
    PropKind.ROLLER: (0.14, 0.45, 0.14),
    PropKind.WALL: (0.02, 1.40, 1.60),
    PropKind.STRAP: (0.0, 0.0, 0.0),
    PropKind.COUCH: (1.70, 0.60, 0.42),
    PropKind.BED: (1.95, 0.90, 0.45),
}


@dataclass(frozen=True, slots=True)
class FigureFile:
    """What a figure file holds; `figure` is None where there are faults."""

    figure: Figure | None
    faults: tuple[Fault, ...]


def read_figure(data: bytes, file_id: str) -> FigureFile:
    """Read a figure file."""
    faults = Faults()
    node = read_nodes(data, faults)
    figure = figure_of_node(node, file_id, faults) if node is not None else None
    return FigureFile(figure if not len(faults) else None, faults.in_order())


def figure_of_node(node: Node, file_id: str, faults: Faults) -> Figure | None:
    """The figure of a tree, or None with the faults noted."""
    plan = plan_of_node(node, file_id, faults)
    return None if plan is None else make_figure(plan)


def plan_of_node(node: Node, file_id: str, faults: Faults) -> Plan | None:
    """What a tree says of a figure, not solved yet, or None with the faults noted."""
    before = len(faults)
    read = FIGURE.read(node, faults)
    if read is INVALID or not read.is_whole:
        return None
    plain = {key: read[key] for key in ("drawn_for", "works", "felt", "loop") if key in read}
    keyframes = _keyframes(read["keyframes"], faults)
    props = tuple(_prop(prop) for prop in read.get("props", ()))
    _check_props(read["keyframes"], props, faults)
    if len(faults) > before:
        return None
    camera = Camera(**read["camera"])
    return Plan(id=file_id, keyframes=keyframes, camera=camera, props=props, **plain)


def _prop(read: Read) -> Prop:
    """A prop, with its kind's usual size where none is said."""
    kind = read["kind"]
    place = _with_height(read.get("at", (0.0, 0.0)))
    size = read.get("size", _SIZES[kind])
    turned, leaning = read.get("turned", 0.0), read.get("leaning", 0.0)
    return Prop(kind, place, size, turned, read.get("name", kind.value), leaning)


def _with_height(place: tuple[float, ...]) -> Vec:
    """A place with a height, 0 where none is said."""
    return (place[0], place[1], place[2] if len(place) == _WITH_HEIGHT else 0.0)


def _keyframes(reads: tuple[Read, ...], faults: Faults) -> tuple[Keyframe, ...]:
    """The keyframes; each keeps what the one before said, where it says nothing itself."""
    found: list[Keyframe] = []
    for number, read in enumerate(reads):
        before = found[-1] if found else Keyframe("")
        even = number / (len(reads) - 1) if len(reads) > 1 else 0.0
        keyframe = _keyframe(read, before, read.get("share", even), faults)
        if found and keyframe.share <= found[-1].share:
            faults.add(read.mark, "keyframes come one after the other; this one's share is too low")
        found.append(keyframe)
    if found[0].share != 0.0:
        faults.add(reads[0].mark, "the first keyframe is the start: its share is 0")
    if len(found) > 1 and found[-1].share != 1.0:
        faults.add(reads[-1].mark, "the last keyframe is the hold: its share is 100")
    return tuple(found)


def _keyframe(read: Read, before: Keyframe, share: float, faults: Faults) -> Keyframe:
    """One keyframe, from the one before and what is said anew."""
    changes: dict[str, Any] = {"name": read["name"], "share": share}
    if "pelvis" in read:
        changes["pelvis"] = _pelvis(read["pelvis"])
    if "lumbar" in read or "thoracic" in read:
        changes["spine"] = SpinePose(
            SpineAngles(**read["lumbar"]) if "lumbar" in read else before.spine.lumbar,
            SpineAngles(**read["thoracic"]) if "thoracic" in read else before.spine.thoracic,
        )
    if "head" in read:
        angles = {key: value for key, value in read["head"].items() if key != "rests"}
        changes["head"] = HeadPose(SpineAngles(**angles), read["head"].get("rests", False))
    for both, make in (("legs", _leg), ("arms", _arm)):
        changes |= _limbs(read, both, make, faults)
    keyframe = replace(before, **changes)
    _check_own(read, keyframe, faults)
    return keyframe


_OWN_LIMBS = {
    "left_leg": {Segment.LEFT_THIGH, Segment.LEFT_SHIN},
    "right_leg": {Segment.RIGHT_THIGH, Segment.RIGHT_SHIN},
    "left_arm": {Segment.LEFT_FOREARM, Segment.LEFT_UPPER_ARM},
    "right_arm": {Segment.RIGHT_FOREARM, Segment.RIGHT_UPPER_ARM},
}
_OWN_ARM = {Segment.FOREARM, Segment.UPPER_ARM}


def _check_own(read: Read, keyframe: Keyframe, faults: Faults) -> None:
    """No limb lies on itself."""
    for name, own in _OWN_LIMBS.items():
        limb = getattr(keyframe, name)
        is_said = name in read or f"{name.partition('_')[2]}s" in read
        if isinstance(limb, AnkleOn) and is_said and limb.segment in own:
            faults.add(read.mark, f"`{name}` lies on itself: `{limb.segment}`")
        if isinstance(limb, HandOn) and is_said and limb.where in own | _OWN_ARM:
            faults.add(read.mark, f"`{name}` lies on itself: `{limb.where}`")


def _pelvis(read: Read) -> PelvisPlace:
    """Where the pelvis is."""
    plain = dict(read)
    place = plain.pop("at", (0.0, 0.0))
    height = place[2] if len(place) == _WITH_HEIGHT else None
    return PelvisPlace(at=(place[0], place[1]), height=height, **plain)


def _limbs(
    read: Read, both: str, make: Callable[[Read, Faults], Leg | Arm], faults: Faults
) -> dict[str, Leg | Arm]:
    """The legs or the arms that a keyframe speaks of."""
    one = both[:-1]
    found: dict[str, Leg | Arm] = {}
    if both in read:
        left = make(read[both], faults)
        found = {f"left_{one}": left, f"right_{one}": _other_side(left)}
    for name in (f"left_{one}", f"right_{one}"):
        if name in read:
            found[name] = make(read[name], faults)
    return found


def _other_side(limb: Leg | Arm) -> Leg | Arm:
    """What is said for the left limb, for the right one."""
    if isinstance(limb, FootDown | Kneeling | HandDown):
        x, y = limb.at
        return replace(limb, at=(x, -y))
    return limb


_LEG_WAYS = {
    "foot": {"foot", "at", "on", "toes", "ankle", "inversion", "knee_to"},
    "kneel": {"kneel", "on", "toes", "ankle"},
    "ankle_on": {"ankle_on", "along", "around", "knee_to", "ankle", "inversion"},
    "": {"hip", "knee", "ankle", "inversion"},
}
_ARM_WAYS = {
    "hand_at": {"hand_at", "on", "heading", "elbow_to", "fingers", "palm_up"},
    "hand_on": {"hand_on", "along", "around", "heading", "elbow_to", "fingers"},
    "": {"shoulder", "elbow", "pronation", "wrist", "fingers"},
}


def _leg(read: Read, faults: Faults) -> Leg:
    """A leg by contact or by angles."""
    way = _way(read, _LEG_WAYS, faults)
    plain = dict(read)
    if way == "foot":
        if "at" not in plain:
            faults.add(read.mark, "`at` is missing: the place under the ankle of this foot")
            plain["at"] = (0.0, 0.0)
        return FootDown(manner=plain.pop("foot"), **_only(plain, FootDown))
    if way == "kneel":
        return Kneeling(at=plain.pop("kneel"), **_only(plain, Kneeling))
    if way == "ankle_on":
        along = plain.pop("along", 0.85)
        return AnkleOn(plain.pop("ankle_on"), along, **_only(plain, AnkleOn))
    hip = BallAngles(**plain.pop("hip", {}))
    return LegAngles(hip=hip, **_only(plain, LegAngles))


def _arm(read: Read, faults: Faults) -> Arm:
    """An arm by contact or by angles."""
    way = _way(read, _ARM_WAYS, faults)
    plain = dict(read)
    if way == "hand_at":
        return HandDown(at=plain.pop("hand_at"), **_only(plain, HandDown))
    if way == "hand_on":
        return HandOn(where=plain.pop("hand_on"), **_only(plain, HandOn))
    shoulder = BallAngles(**plain.pop("shoulder", {}))
    return ArmAngles(shoulder=shoulder, **_only(plain, ArmAngles))


def _only(plain: dict[str, Any], kind: type[Leg | Arm]) -> dict[str, Any]:
    """The values that a kind of limb takes."""
    known = {field.name for field in fields(kind)}
    return {key: value for key, value in plain.items() if key in known}


def _way(read: Read, ways: dict[str, set[str]], faults: Faults) -> str:
    """How a limb is said; keys of another way are faults."""
    way = next((name for name in ways if name and name in read), "")
    for key in read:
        if key not in ways[way]:
            said = f"`{way}`" if way else "angles"
            faults.add(read.nodes[key].mark, f"`{key}` does not go with {said}")
    return way


def _check_props(reads: tuple[Read, ...], props: tuple[Prop, ...], faults: Faults) -> None:
    """Every `on` names a prop that is there."""
    known = {"", *(prop.name for prop in props), *(prop.kind.value for prop in props)}
    for read in reads:
        for limb in ("legs", "arms", "left_leg", "right_leg", "left_arm", "right_arm"):
            if limb in read and read[limb].get("on", "").removesuffix("-back") not in known:
                node = read[limb].nodes["on"]
                faults.add_unknown(
                    node.mark, "there is no prop", read[limb]["on"], known, expected="see `props`"
                )
