"""The keys of a figure file: what reading, checking and the JSON Schema all go by."""

from __future__ import annotations

from hipstretch.core.figure.figure import Limb, Loop
from hipstretch.core.figure.keyframe import FootManner, Posture
from hipstretch.core.figure.places import Felt, Segment
from hipstretch.core.figure.scene import Fit, PropKind
from hipstretch.core.person import Side
from hipstretch.storage.format.faults import Faults, one_of
from hipstretch.storage.format.fields import (
    INVALID,
    Choice,
    Flag,
    Invalid,
    Key,
    ListOf,
    MapOf,
    Schema,
    Text,
)
from hipstretch.storage.format.figure_fields import (
    Reals,
    WayField,
    centimetres,
    degrees,
    percent,
)
from hipstretch.storage.format.nodes import Node, Scalar

MAX_KEYFRAMES = 12
_WORD = Text()
_SPOT = Reals(centimetres("a place"), ("x", "y"))
_PLACE = Reals(centimetres("a place"), ("x", "y", "z"), 2)
_NAME = Text(r"[a-z][a-z0-9-]*", "a name such as `start`")
_ON = Key(_NAME, "the prop that it is on; left out: the floor")

_BALL = MapOf(
    "the angles of a hip or a shoulder",
    {
        "flexion": Key(degrees("flexion", -90, 200)),
        "abduction": Key(degrees("abduction", -60, 190)),
        "rotation": Key(degrees("outward rotation", -120, 120)),
    },
)
_SPINE = MapOf(
    "the angles of the spine",
    {
        "flexion": Key(degrees("flexion", -90, 120)),
        "side_bend": Key(degrees("bending to the left", -60, 60)),
        "rotation": Key(degrees("turning to the left", -90, 90)),
    },
)

PELVIS = MapOf(
    "the pelvis",
    {
        "posture": Key(Choice(Posture), "how it is turned before it is tilted", required=True),
        "at": Key(_PLACE, "its place; without a height it rests on what is under it"),
        "tilt": Key(degrees("tilt"), "posterior tilt; anterior is negative"),
        "turned": Key(degrees("a turn"), "about the upright, to the left"),
        "roll": Key(degrees("a roll"), "about the length of the body, to the left"),
    },
)
HEAD = MapOf(
    "the head",
    {
        "flexion": Key(degrees("flexion", -60, 70)),
        "side_bend": Key(degrees("bending to the left", -45, 45)),
        "rotation": Key(degrees("turning to the left", -85, 85)),
        "rests": Key(Flag(), "the neck bends until the head lies on what is under it"),
    },
)
_ANKLE_KEYS = {
    "ankle": Key(degrees("dorsiflexion", -60, 40), "up is positive, pointed toes negative"),
    "inversion": Key(degrees("inversion", -60, 60), "the inner edge lifted"),
}
LEG = MapOf(
    "a leg",
    {
        "hip": Key(_BALL),
        "knee": Key(degrees("knee flexion", -20, 170)),
        "foot": Key(Choice(FootManner), "which part of the foot is down, at `at`"),
        "kneel": Key(_SPOT, "the place under the kneeling knee; the shin lies behind it"),
        "ankle_on": Key(Choice(Segment), "the limb that the ankle lies on"),
        "at": Key(_SPOT, "the place under the ankle"),
        "on": _ON,
        "toes": Key(degrees("toes outwards")),
        "along": Key(percent("a share"), "how far down the limb"),
        "around": Key(degrees("an angle"), "0 in front, 90 outside, 180 behind, -90 inside"),
        "knee_to": Key(WayField(), "which way the knee points, as the pelvis sees it"),
        **_ANKLE_KEYS,
    },
)


class _WhereField:
    """A limb or a place on the trunk."""

    def read(self, node: Node, faults: Faults) -> Segment | Felt | Invalid:
        """The member of one of the two enums."""
        known = [word.value for words in (Segment, Felt) for word in words]
        text = node.text if isinstance(node, Scalar) else ""
        if text in set(Segment):
            return Segment(text)
        if text in set(Felt):
            return Felt(text)
        faults.add_unknown(
            node.mark, "unknown place", text, known, expected=f"expected {one_of(known)}"
        )
        return INVALID

    def schema(self) -> Schema:
        """The words."""
        return {"enum": [word.value for words in (Segment, Felt) for word in words]}


ARM = MapOf(
    "an arm",
    {
        "shoulder": Key(_BALL),
        "elbow": Key(degrees("elbow flexion", -10, 160)),
        "pronation": Key(degrees("pronation", -95, 95), "turns the palm back or down"),
        "wrist": Key(degrees("wrist flexion", -90, 90), "towards the palm"),
        "hand_at": Key(_SPOT, "the place under the palm"),
        "hand_on": Key(_WhereField(), "what the palm lies on"),
        "on": _ON,
        "palm_up": Key(Flag(), "the back of the hand is down"),
        "along": Key(percent("a share"), "how far down the limb"),
        "around": Key(degrees("an angle"), "0 in front, 90 outside, 180 behind, -90 inside"),
        "heading": Key(degrees("a heading"), "turns the fingers outwards"),
        "fingers": Key(degrees("bending of the fingers", -20, 110)),
        "elbow_to": Key(WayField(), "which way the elbow points, as the chest sees it"),
    },
)
KEYFRAME = MapOf(
    "a keyframe",
    {
        "name": Key(_NAME, "`start`, `hold`, or a name for the way", required=True),
        "share": Key(percent("a share"), "when it is reached; left out: evenly"),
        "pelvis": Key(PELVIS),
        "lumbar": Key(_SPINE, "the lower back"),
        "thoracic": Key(_SPINE, "the upper back"),
        "head": Key(HEAD),
        "legs": Key(LEG, "both legs, said for the left one"),
        "left_leg": Key(LEG),
        "right_leg": Key(LEG),
        "arms": Key(ARM, "both arms, said for the left one"),
        "left_arm": Key(ARM),
        "right_arm": Key(ARM),
    },
)
CAMERA = MapOf(
    "the camera",
    {
        "yaw": Key(degrees("yaw"), "0 from the person's right, 90 from behind, -90 from in front"),
        "pitch": Key(degrees("pitch", 0, 80), "how high the eye is"),
        "fit": Key(Choice(Fit)),
        "other_yaw": Key(degrees("yaw"), "for the other side, where it differs"),
    },
)
PROP = MapOf(
    "a prop",
    {
        "kind": Key(Choice(PropKind), required=True),
        "name": Key(_NAME, "to tell two of a kind apart"),
        "at": Key(_PLACE, "the middle of its foot"),
        "size": Key(Reals(centimetres("a size", 0, 300), ("length", "width", "height"))),
        "turned": Key(degrees("a turn"), "to the left"),
        "leaning": Key(degrees("a lean", 0, 90), "its end at -x is lifted"),
    },
)
FIGURE = MapOf(
    "a figure",
    {
        "drawn_for": Key(Choice(Side), "the side that works as drawn", required=True),
        "works": Key(Choice(Limb), "what is painted orange; left out: the leg"),
        "felt": Key(ListOf(Choice(Felt), "places", 1, 4), "where it is felt"),
        "camera": Key(CAMERA, required=True),
        "props": Key(ListOf(PROP, "props", 0, 12)),
        "loop": Key(Choice(Loop), "what goes on during the hold"),
        "keyframes": Key(ListOf(KEYFRAME, "keyframes", 1, MAX_KEYFRAMES), required=True),
    },
)
