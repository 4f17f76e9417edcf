from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hipstretch.core.figure.figure import Figure
from hipstretch.core.figure.flesh import Cover, Part
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import Vec, mix
from hipstretch.core.person import Side
from hipstretch.storage.figures import FigureShelf
from hipstretch.ui.figure.canvas import Canvas, materials
from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE, FigurePalette
from hipstretch.ui.figure.painter import figure_view, paint_figure
from hipstretch.ui.figure.shoulders import Tone, shoulder_tones

pytestmark = pytest.mark.usefixtures("qapp")

_RECT = QRectF(0, 0, 460, 700)
_BEHIND, _BEFORE = 20.0, 200.0
"""How far the standing figure is turned by hand until its back and its chest are seen."""


@pytest.fixture
def standing() -> FigureFrame:
    """A figure that stands at ease."""
    found = FigureShelf([Path(__file__).parents[3] / "assets" / "figures"]).find("standing")
    assert found is not None
    return found.frame(0.0, Side.BOTH)


def tones(frame: FigureFrame, yaw: float = 0.0) -> tuple[Tone, ...]:
    """The tones of both shoulders."""
    painter = QPainter()
    view = figure_view(frame, _RECT, yaw=yaw)
    return shoulder_tones(Canvas(painter, view, frame, LIGHT_FIGURE, materials(dark=False), 1.0))


def painted(frame: FigureFrame, palette: FigurePalette, yaw: float) -> QImage:
    """The picture of a frame."""
    image = QImage(460, 700, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_figure(painter, _RECT, frame, palette, yaw=yaw)
    painter.end()
    return image


def along_line(
    image: QImage, frame: FigureFrame, yaw: float, ends: tuple[Vec, Vec]
) -> list[QColor]:
    """The colours on the way from one place of the body to another."""
    view = figure_view(frame, _RECT, yaw=yaw)
    places = [view.project(mix(*ends, step / 200))[:2] for step in range(201)]
    return [image.pixelColor(round(x), round(y)) for x, y in places]


def largest_step(colours: list[QColor]) -> int:
    """How much the green of neighbours differs at most."""
    greens = [colour.green() for colour in colours]
    return max(abs(a - b) for a, b in pairwise(greens))


@pytest.mark.parametrize("palette", [LIGHT_FIGURE, DARK_FIGURE])
@pytest.mark.parametrize("yaw", [_BEHIND, _BEFORE])
def test_no_seam_is_seen_from_shoulder_to_shoulder(
    standing: FigureFrame, palette: FigurePalette, yaw: float
) -> None:
    """The yoke has no edge that stands out of the back or the chest."""
    joints = standing.skeleton.joints
    ends = (joints[Bone.LEFT_UPPER_ARM], joints[Bone.RIGHT_UPPER_ARM])
    colours = along_line(painted(standing, palette, yaw), standing, yaw, ends)
    assert largest_step(colours) <= 10


@pytest.mark.parametrize("yaw", range(0, 360, 30))
def test_no_cap_is_seen_on_the_upper_arm(standing: FigureFrame, yaw: float) -> None:
    """The near sleeve runs up into its shoulder, from wherever it is looked at."""
    view = figure_view(standing, _RECT, yaw=yaw)
    joints = standing.skeleton.joints
    arms = (Bone.LEFT_UPPER_ARM, Bone.RIGHT_UPPER_ARM)
    arm = max(arms, key=lambda bone: view.nearness(joints[bone]))
    ends = (joints[arm], mix(joints[arm], joints[arm + 1], 0.6))
    colours = along_line(painted(standing, LIGHT_FIGURE, yaw), standing, yaw, ends)
    assert largest_step(colours) <= 8


def test_a_tone_is_on_its_own_shoulder_sleeve_and_chest(standing: FigureFrame) -> None:
    """And on nothing of the other arm, the waist, the elbow."""
    left, right = tones(standing)
    runs = [(strand.part, run) for strand in standing.strands for run in strand.runs]
    on_left = {part for part, run in runs if left.is_on(part, run)}
    assert on_left == {Part.TRUNK, Part.LEFT_SHOULDER, Part.LEFT_ARM}
    assert {part for part, run in runs if right.is_on(part, run)} == {
        part.mirror for part in on_left
    }
    assert sum(left.is_on(part, run) for part, run in runs) == len(on_left)


def test_what_is_before_a_shoulder_hides_its_tone(standing: FigureFrame) -> None:
    """A trunk turned before it has less of it, then none; the shoulder itself has all."""
    tone = tones(standing)[0]
    shares = [tone.strength(Part.TRUNK, tone.near + before) for before in (-0.1, 0.0, 0.08, 0.3)]
    assert shares == pytest.approx([1.0, 1.0, 0.5, 0.0])
    assert tone.strength(Part.LEFT_ARM, tone.near + 0.05) == pytest.approx(1.0)
    assert tone.strength(Part.LEFT_ARM, tone.near + 0.3) == 0.0
    assert tone.strength(Part.LEFT_SHOULDER, tone.near + 0.3) == 1.0


def test_a_shoulder_that_works_has_the_colour_of_its_arm(standing: FigureFrame) -> None:
    """It fades into the top."""
    works = replace(standing, working=frozenset({Part.LEFT_ARM, Part.LEFT_SHOULDER}))
    left, right = tones(works)
    assert left.colour.hue() < 40
    assert right.colour.hue() == pytest.approx(LIGHT_FIGURE.top.hue(), abs=6)
    joints = works.skeleton.joints
    image = painted(works, LIGHT_FIGURE, _BEHIND)
    ends = (joints[Bone.LEFT_UPPER_ARM], joints[Bone.RIGHT_UPPER_ARM])
    colours = along_line(image, works, _BEHIND, ends)
    assert colours[0].hue() < 40 < colours[-1].hue()


def test_the_lit_shoulder_is_the_brighter_one(standing: FigureFrame) -> None:
    """The light comes from the left of the screen."""
    left, right = tones(standing, _BEHIND)
    assert left.colour.lightness() > right.colour.lightness()


def test_the_neckline_is_whole(seated: Figure) -> None:
    """The near shoulder does not lie over a neck that is before the collar."""
    frame = seated.frame(1.0, Side.RIGHT)
    neck = next(strand for strand in frame.strands if strand.part is Part.NECK)
    view = figure_view(frame, _RECT)
    x, y, _, size = view.project(neck.blobs[0].centre)
    image = painted(frame, LIGHT_FIGURE, 0.0)
    half = neck.blobs[0].radius * size * 0.6
    skin = LIGHT_FIGURE.skin.hue()
    hues = [image.pixelColor(round(x + aside), round(y)).hue() for aside in (-half, 0.0, half)]
    assert neck.blobs[0].cover is Cover.SKIN
    assert hues == pytest.approx([skin] * 3, abs=8)
