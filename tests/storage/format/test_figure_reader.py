from __future__ import annotations

from textwrap import dedent

import pytest
from jsonschema import Draft202012Validator

from hipstretch.core.figure.angles import BallAngles, SpineAngles
from hipstretch.core.figure.figure import Figure, Limb, Loop
from hipstretch.core.figure.keyframe import (
    AnkleOn,
    ArmAngles,
    FootDown,
    FootManner,
    HandDown,
    HandOn,
    HeadPose,
    Kneeling,
    LegAngles,
    PelvisPlace,
    Posture,
)
from hipstretch.core.figure.places import Felt, Segment
from hipstretch.core.figure.scene import Camera, Fit, PropKind
from hipstretch.core.person import Side
from hipstretch.storage.format.figure_definitions import FIGURE
from hipstretch.storage.format.figure_reader import read_figure

_HEAD = """\
drawn_for: left
works: leg
felt: [buttock]
loop: to-and-fro
camera: {yaw: 20, pitch: 15, fit: body, other_yaw: -20}
props:
  - {kind: chair}
  - {kind: pillow, name: wedge, at: [10, 5, 45], size: [30, 40, 12], turned: 20, leaning: 10}
keyframes:
"""
_START = "  - name: start\n    pelvis: {posture: upright, at: [0, 0, 90]}\n"


def figure(keyframes: str) -> Figure:
    """The figure of some keyframes; there must be no fault."""
    file = read_figure((_HEAD + dedent(keyframes)).encode(), "made-up")
    assert file.faults == ()
    assert file.figure is not None
    return file.figure


def faults(keyframes: str, head: str = _HEAD) -> list[tuple[int, str]]:
    """The lines and messages of the faults."""
    file = read_figure((head + dedent(keyframes)).encode(), "made-up")
    assert (file.figure is None) == bool(file.faults)
    return [(fault.line, fault.message) for fault in file.faults]


def test_a_file_says_side_camera_props_and_what_is_felt() -> None:
    """A file says side camera props and what is felt."""
    plan = figure(_START).plan
    assert (plan.id, plan.drawn_for, plan.works) == ("made-up", Side.LEFT, Limb.LEG)
    assert (plan.felt, plan.loop) == ((Felt.BUTTOCK,), Loop.TO_AND_FRO)
    assert plan.camera == Camera(20.0, 15.0, Fit.BODY, -20.0)
    chair, wedge = plan.props
    assert (chair.kind, chair.name, chair.place) == (PropKind.CHAIR, "chair", (0.0, 0.0, 0.0))
    assert wedge.place == pytest.approx((0.1, 0.05, 0.45))
    assert wedge.size == pytest.approx((0.3, 0.4, 0.12))
    assert (wedge.name, wedge.turned, wedge.leaning) == ("wedge", 20.0, 10.0)


def test_centimetres_become_metres_and_a_missing_height_is_none() -> None:
    """Centimetres become metres and a missing height is none."""
    first, second = figure(
        """\
        - name: start
          pelvis: {posture: upright, at: [10, -5, 90], tilt: 5, turned: 10, roll: 2}
        - name: hold
          pelvis: {posture: supine}
        """
    ).plan.keyframes
    assert first.pelvis == PelvisPlace(Posture.UPRIGHT, (0.1, -0.05), 0.9, 5.0, 10.0, 2.0)
    assert second.pelvis == PelvisPlace(Posture.SUPINE, (0.0, 0.0), None)


def test_legs_are_said_in_four_ways() -> None:
    """Legs are said in four ways."""
    keyframe = figure(
        _START
        + """\
    left_leg: {hip: {flexion: 40, rotation: 5}, knee: 60, ankle: 3, inversion: 4}
    right_leg: {foot: heel, at: [20, -10], on: chair, toes: 5, knee_to: [ahead, out]}
  - name: hold
    left_leg: {ankle_on: thigh, along: 80, around: -10, knee_to: out}
    right_leg: {kneel: [0, -9], toes: 2, ankle: -40}
"""
    ).plan.keyframes
    assert keyframe[0].left_leg == LegAngles(BallAngles(40.0, 0.0, 5.0), 60.0, 3.0, 4.0)
    assert keyframe[0].right_leg == FootDown(
        FootManner.HEEL, (0.2, -0.1), "chair", 5.0, knee_to=(1.0, 0.6, 0.0)
    )
    assert keyframe[1].left_leg == AnkleOn(Segment.THIGH, 0.8, -10.0, (0.0, 1.0, 0.0))
    assert keyframe[1].right_leg == Kneeling((0.0, -0.09), toes=2.0, ankle=-40.0)


def test_arms_are_said_in_three_ways() -> None:
    """Arms are said in three ways."""
    first, second = figure(
        _START
        + """\
    left_arm: {shoulder: {abduction: 20}, elbow: 30, pronation: 40, wrist: 5, fingers: 9}
    right_arm: {hand_at: [30, -20], on: chair-back, heading: 15, palm_up: true, elbow_to: [out, up]}
  - name: hold
    left_arm: {hand_on: right-shin, along: 25, around: 30, heading: 10, fingers: 45}
    right_arm: {hand_on: belly}
"""
    ).plan.keyframes
    assert first.left_arm == ArmAngles(BallAngles(0.0, 20.0), 30.0, 40.0, 5.0, 9.0)
    assert first.right_arm == HandDown(
        (0.3, -0.2), "chair-back", 15.0, (0.0, 1.0, 0.6), palm_up=True
    )
    assert second.left_arm == HandOn(Segment.RIGHT_SHIN, 0.25, 30.0, 10.0, fingers=45.0)
    assert second.right_arm == HandOn(Felt.BELLY)


def test_what_is_said_for_both_limbs_is_mirrored_for_the_right() -> None:
    """What is said for both limbs is mirrored for the right."""
    first, second = figure(
        _START
        + """\
    legs: {foot: flat, at: [10, 12]}
    arms: {hand_at: [30, 20]}
  - name: hold
    legs: {kneel: [0, 9]}
    arms: {hand_on: shin}
    right_arm: {elbow: 10}
"""
    ).plan.keyframes
    assert first.right_leg == FootDown(FootManner.FLAT, (0.1, -0.12))
    assert first.right_arm == HandDown((0.3, -0.2))
    assert (second.left_leg, second.right_leg) == (Kneeling((0.0, 0.09)), Kneeling((0.0, -0.09)))
    assert second.left_arm == HandOn(Segment.SHIN)
    assert second.right_arm == ArmAngles(elbow=10.0)


def test_a_keyframe_keeps_what_it_does_not_say() -> None:
    """A keyframe keeps what it does not say."""
    first, second, third = figure(
        _START
        + """\
    lumbar: {flexion: 10}
    head: {flexion: 5, rests: true}
    left_leg: {knee: 30}
  - name: way
    share: 20
    thoracic: {flexion: 4}
  - name: hold
    lumbar: {rotation: 3}
    left_leg: {knee: 60}
"""
    ).plan.keyframes
    assert (first.share, second.share, third.share) == (0.0, 0.2, 1.0)
    assert second.head == HeadPose(SpineAngles(5.0), rests=True)
    assert second.spine.lumbar == SpineAngles(10.0)
    assert third.spine.thoracic == SpineAngles(4.0)
    assert third.spine.lumbar == SpineAngles(0.0, 0.0, 3.0)
    assert (second.left_leg, third.left_leg) == (LegAngles(knee=30.0), LegAngles(knee=60.0))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("left_leg: {knee: far}", "knee flexion is -20 to 170 degrees, not `far`"),
        ("left_leg: {knee: [1]}", "knee flexion is -20 to 170 degrees, not a list or keys"),
        ("left_leg: {knee: 200}", "knee flexion is -20 to 170 degrees, not `200`"),
        ("left_leg: {foot: flat}", "`at` is missing: the place under the ankle of this foot"),
        ("left_leg: {foot: flat, at: [1]}", "expected a place as `[x, y]`"),
        ("left_leg: {foot: flat, at: [1, b]}", "a place is -300 to 300 cm, not `b`"),
        ("left_leg: {foot: flat, at: [1, 2], hip: {flexion: 3}}", "`hip` does not go with `foot`"),
        ("left_leg: {knee: 3, toes: 3}", "`toes` does not go with angles"),
        ("left_leg: {foot: flat, at: [1, 2], on: sofa}", "there is no prop `sofa`; see `props`"),
        (
            "left_leg: {foot: flat, at: [1, 2], knee_to: sideways}",
            "expected `ahead`, `back`, `out`, `in`, `up` or `down`",
        ),
        (
            "left_leg: {foot: flat, at: [1, 2], knee_to: []}",
            "expected one or more ways, such as `[out, down]`",
        ),
        ("left_leg: {ankle_on: left-thigh}", "`left_leg` lies on itself: `left-thigh`"),
        ("left_arm: {hand_on: forearm}", "`left_arm` lies on itself: `forearm`"),
        ("left_arm: {hand_on: left-shim}", "unknown place `left-shim`; did you mean `left-shin`?"),
    ],
)
def test_a_fault_says_its_line_and_what_was_expected(line: str, message: str) -> None:
    """A fault says its line and what was expected."""
    assert faults(f"{_START}    {line}\n") == [(12, message)] or (
        faults(f"{_START}    {line}\n")[0][1] == message
    )


def test_keyframes_go_from_0_to_100_in_order() -> None:
    """Keyframes go from 0 to 100 in order."""
    assert faults("  - {name: start, share: 10}\n  - {name: hold, share: 90}\n") == [
        (10, "the first keyframe is the start: its share is 0"),
        (11, "the last keyframe is the hold: its share is 100"),
    ]
    assert faults("  - {name: start}\n  - {name: way, share: 0}\n  - {name: hold}\n") == [
        (11, "keyframes come one after the other; this one's share is too low"),
    ]


def test_a_file_that_is_no_map_or_no_yaml_is_a_fault() -> None:
    """A file that is no map or no yaml is a fault."""
    assert len(read_figure(b"- 1", "made-up").faults) == 1
    assert len(read_figure(b"\xff", "made-up").faults) == 1


def test_the_schema_takes_what_the_reader_takes() -> None:
    """The schema takes what the reader takes."""
    import yaml

    Draft202012Validator.check_schema(FIGURE.schema())
    text = _HEAD + _START + "    left_leg: {foot: flat, at: [1, 2], knee_to: [out, up]}\n"
    text += "    left_arm: {hand_on: belly}\n"
    assert Draft202012Validator(FIGURE.schema()).is_valid(yaml.safe_load(text))
