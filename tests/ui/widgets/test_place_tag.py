from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.place_tag import Tag, draw_tag, tag_height, tag_width

if TYPE_CHECKING:
    from hipstretch.ui.theme import Theme


def test_an_icon_makes_it_wider(theme: Theme) -> None:
    """The icon and a gap stand before the word."""
    assert tag_width(Tag("Floor", "floor"), theme) == tag_width(Tag("Floor"), theme) + 21


def test_it_grows_with_the_text(theme: Theme) -> None:
    """28 px at 100 % text."""
    assert tag_height(theme) == 28
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert tag_height(theme) == 36


def test_a_soft_tag_has_the_soft_ground(theme: Theme) -> None:
    """The person's own routines look different from the place."""
    image = QImage(80, 28, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    draw_tag(painter, QRectF(0, 0, 80, 28), Tag("Mine", soft=True), theme)
    painter.end()
    assert image.pixelColor(40, 3) == theme.palette.psoft
