from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hipstretch.ui.widgets.meta_line import (
    INDENT,
    MetaPart,
    draw_meta_line,
    meta_width,
    parts_of,
    plain_text,
    wrapped,
)

if TYPE_CHECKING:
    from hipstretch.ui.theme import Theme

LINE = (MetaPart("clock", "10 min"), MetaPart("", "7 stretches"))


def test_a_text_with_dots_is_several_facts() -> None:
    """The icon stands before the first of them only."""
    assert parts_of("clock", "10 min · 7 stretches") == LINE


def test_an_empty_text_is_no_fact() -> None:
    """A line without facts is empty."""
    assert parts_of("clock", "") == ()


def test_a_screen_reader_hears_commas() -> None:
    """Dots would be read as dots."""
    assert plain_text(LINE) == "10 min, 7 stretches"


def test_a_line_that_fits_stays_whole(theme: Theme) -> None:
    """Nothing is broken without need."""
    assert wrapped(LINE, meta_width(LINE, theme), theme) == [LINE]


def test_a_line_is_broken_between_its_facts(theme: Theme) -> None:
    """The second line begins below the words of the first."""
    lines = wrapped(LINE, meta_width(LINE, theme) - 1, theme)
    assert lines == [(LINE[0],), (MetaPart(INDENT, "7 stretches"),)]


def test_what_does_not_fit_stays_inside_its_place(theme: Theme) -> None:
    """A fact that is wider than the card ends with an ellipsis."""
    image = QImage(200, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    line = (*LINE, MetaPart("", "A fact that has no room here"))
    draw_meta_line(painter, QRectF(0, 0, 120, 20), line, theme)
    painter.end()
    assert {image.pixel(x, y) for x in range(122, 200) for y in range(20)} == {0}
    assert {image.pixel(x, 10) for x in range(120)} != {0}
