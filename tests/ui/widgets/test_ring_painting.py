from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from hipstretch.ui.widgets.ring_painting import RingGeometry, digit_cells, digits_font

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_ring_lies_in_the_middle_of_a_wide_place() -> None:
    """It is as large as the shorter side allows."""
    geometry = RingGeometry.within(QRectF(0, 0, 600, 212))
    assert geometry.center == QPointF(300, 106)
    assert geometry.scale == 0.5


def test_twelve_o_clock_is_at_the_top() -> None:
    """Degrees run clockwise."""
    geometry = RingGeometry.within(QRectF(0, 0, 424, 424))
    assert geometry.point_at(0) == QPointF(212, 11)
    assert geometry.point_at(90).x() == pytest.approx(413)


def test_running_digits_stay_where_they_are() -> None:
    """Every digit has a cell of the same width."""
    font, spacing = digits_font("24", 1.0)
    ends = {text: [end for *_, end in digit_cells(text, font, spacing)] for text in ("11", "88")}
    assert ends["11"] == ends["88"]


def test_two_digits_have_the_size_of_the_design() -> None:
    """196 px can be read from three metres."""
    assert digits_font("24", 1.0)[0].pixelSize() == 196
    assert digits_font("100", 1.0)[0].pixelSize() == 150


@pytest.mark.parametrize("text", ["24", "100", "1:40", "12:41", "100:00"])
def test_digits_never_reach_the_ring(text: str) -> None:
    """Long times are drawn smaller."""
    font, spacing = digits_font(text, 1.0)
    assert digit_cells(text, font, spacing)[-1][2] <= 310
