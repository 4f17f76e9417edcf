from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hipstretch.core.figure.figure import Figure, make_figure
from hipstretch.core.figure.flesh import Part
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.core.figure.scene import Prop, PropKind
from hipstretch.core.person import Side
from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE, FigurePalette
from hipstretch.ui.figure.painter import figure_view, paint_figure

pytestmark = pytest.mark.usefixtures("qapp")

_RECT = QRectF(20, 20, 360, 260)
_PAPER = QColor("#ffffff")


def painted(
    frame: FigureFrame, palette: FigurePalette = LIGHT_FIGURE, *, yaw: float = 0.0
) -> QImage:
    """The picture of a frame on white paper."""
    image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(_PAPER)
    painter = QPainter(image)
    paint_figure(painter, _RECT, frame, palette, yaw=yaw)
    painter.end()
    return image


def is_orange(colour: QColor) -> bool:
    """Whether a pixel is of the working limb's colour."""
    return 15 <= colour.hue() <= 30 and colour.saturation() > 170 and colour.value() > 150


def orange_middle(image: QImage) -> tuple[int, QPointF]:
    """How many pixels are orange, and their middle."""
    found = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if is_orange(image.pixelColor(x, y))
    ]
    count = max(1, len(found))
    return len(found), QPointF(sum(x for x, _ in found) / count, sum(y for _, y in found) / count)


def test_the_picture_stays_in_its_rectangle(lying: Figure) -> None:
    """The picture stays in its rectangle."""
    image = painted(lying.frame(1.0, Side.LEFT))
    for x in range(400):
        assert image.pixelColor(x, 2) == _PAPER
        assert image.pixelColor(x, 297) == _PAPER


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("palette", [LIGHT_FIGURE, DARK_FIGURE])
def test_the_working_leg_is_orange_where_its_bones_are(
    lying: Figure, side: Side, palette: FigurePalette
) -> None:
    """The working leg is orange where its bones are."""
    frame = lying.frame(1.0, side, glow=0.0)
    count, middle = orange_middle(painted(frame, palette))
    assert count > 100
    leg = next(strand for strand in frame.strands if strand.part is Part(f"{side.value} leg"))
    view = figure_view(frame, _RECT)
    landed = [view.project(blob.centre) for blob in leg.blobs]
    assert min(spot[0] for spot in landed) < middle.x() < max(spot[0] for spot in landed)


def test_nothing_is_orange_where_both_sides_work(lying: Figure) -> None:
    """Nothing is orange where both sides work."""
    both = make_figure(replace(lying.plan, drawn_for=Side.BOTH, felt=()))
    assert orange_middle(painted(both.frame(1.0)))[0] == 0


def test_a_glow_changes_the_picture_and_a_calm_start_has_none(lying: Figure) -> None:
    """A glow changes the picture and a calm start has none."""
    calm, glowing = (lying.frame(1.0, Side.LEFT, glow=glow) for glow in (0.0, 1.0))
    assert painted(calm) != painted(glowing)


def test_turning_by_hand_changes_the_picture_and_turning_back_restores_it(seated: Figure) -> None:
    """Turning by hand changes the picture and turning back restores it."""
    frame = seated.frame(1.0, Side.RIGHT)
    assert painted(frame, yaw=60.0) != painted(frame)
    assert painted(frame, yaw=0.0) == painted(frame)


def test_a_figure_turned_by_hand_keeps_its_size_and_place(seated: Figure) -> None:
    """A figure turned by hand keeps its size and place."""
    frame = seated.frame(0.0, Side.RIGHT)
    still, turned = figure_view(frame, _RECT), figure_view(frame, _RECT, yaw=70.0, pitch=200.0)
    assert turned.scale == still.scale
    assert turned.project(still.middle)[:2] == pytest.approx(still.project(still.middle)[:2])


@pytest.mark.parametrize("kind", list(PropKind))
@pytest.mark.parametrize("yaw", [0.0, 180.0])
def test_every_thing_is_seen(lying: Figure, kind: PropKind, yaw: float) -> None:
    """Every thing is seen."""
    prop = Prop(kind, (0.2, 0.4, 0.0), (0.3, 0.6, 0.3))
    without = make_figure(replace(lying.plan, props=()))
    having = replace(without, plan=replace(lying.plan, props=(prop,)))
    assert painted(having.frame(1.0, Side.LEFT), yaw=yaw) != painted(
        without.frame(1.0, Side.LEFT), yaw=yaw
    )


def test_a_roller_along_the_mat_is_seen(lying: Figure) -> None:
    """A roller along the mat is seen."""
    along = Prop(PropKind.ROLLER, (0.2, 0.5, 0.0), (0.6, 0.15, 0.15))
    figure = make_figure(replace(lying.plan, props=(along,)))
    assert painted(figure.frame(0.0)) != painted(
        make_figure(replace(lying.plan, props=())).frame(0)
    )


def test_the_same_frame_is_painted_the_same(seated: Figure) -> None:
    """The same frame is painted the same."""
    assert painted(seated.frame(0.4, Side.LEFT)) == painted(seated.frame(0.4, Side.LEFT))
