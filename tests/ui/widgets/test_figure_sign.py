from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.figure_sign import SIGNS, draw_position, sign_of, sign_unit

POSITIONS = {
    "lying-on-back",
    "lying-face-down",
    "side-lying",
    "kneeling",
    "all-fours",
    "sitting-on-floor",
    "sitting-on-chair",
    "reclining",
    "standing",
}


def test_every_position_has_a_sign() -> None:
    """The articles name nine positions."""
    assert set(SIGNS) == POSITIONS


def test_an_unknown_position_stands() -> None:
    """A new position is no error."""
    assert sign_of("floating") is SIGNS["standing"]


@pytest.mark.parametrize("position", sorted(POSITIONS))
def test_a_sign_stands_on_the_floor_inside_the_grid(position: str) -> None:
    """Nothing of it lies below the mat or outside 24 px."""
    bounds = SIGNS[position].bounds()
    assert bounds.left() >= 0
    assert bounds.right() <= 24
    assert bounds.top() >= 0
    assert bounds.bottom() == 20


@pytest.mark.parametrize("size", [(76, 56), (320, 142), (680, 290), (104, 80)])
@pytest.mark.parametrize("position", sorted(POSITIONS))
def test_a_sign_and_its_mat_stay_inside_the_place(position: str, size: tuple[int, int]) -> None:
    """The outermost px stay as they were."""
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_position(painter, QRectF(image.rect()), position, LIGHT)
    painter.end()
    edge = [image.pixel(x, y) for x in range(size[0]) for y in (0, size[1] - 1)]
    edge += [image.pixel(x, y) for y in range(size[1]) for x in (0, size[0] - 1)]
    assert set(edge) == {0}
    assert image.pixel(image.rect().center()) != 0 or sign_unit(QRectF(image.rect()), QRectF()) > 0
