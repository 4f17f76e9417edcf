from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hipstretch.ui.palette import DARK, LIGHT
from hipstretch.ui.theme import Role
from hipstretch.ui.widgets.painting import (
    Shadow,
    WrappedText,
    blend,
    draw_card,
    draw_focus_ring,
    draw_soft_shadow,
    draw_text,
    elided,
    inner_rect,
    keyboard_focus,
    layout_gap,
    text_width,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipstretch.ui.theme import Theme

WORDS = "Paused. Ease out slowly. Mild pull is fine, sharp or shooting pain is not."


def painted(draw: Callable[[QPainter], None], size: int = 100) -> QImage:
    """A transparent picture with what `draw` paints."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def test_the_focus_ring_keeps_a_gap_of_two_and_is_three_wide(theme: Theme) -> None:
    """Outwards from the edge: two free px, three of the ring, nothing."""
    rect = QRectF(20, 20, 60, 60)
    image = painted(lambda painter: draw_focus_ring(painter, rect, 10, theme.palette))
    column = [image.pixelColor(x, 50).alpha() for x in range(13, 21)]
    assert column == [0, 0, 255, 255, 255, 0, 0, 0]


def test_a_card_has_a_border_in_the_dark_only() -> None:
    """The quiet border stands in for the shadow."""
    rect = QRectF(20, 20, 60, 60)
    light = painted(lambda painter: draw_card(painter, rect, 10, LIGHT))
    dark = painted(lambda painter: draw_card(painter, rect, 10, DARK))
    assert light.pixelColor(20, 50) == LIGHT.surface
    assert dark.pixelColor(20, 50) == DARK.line
    assert dark.pixelColor(50, 50) == DARK.surface


def test_a_shadow_falls_down_and_fades_out() -> None:
    """There is more of it under the card than over it, and less the further away it is."""
    rect = QRectF(30, 30, 40, 40)
    image = painted(lambda painter: draw_soft_shadow(painter, rect, 8, LIGHT, Shadow.PANEL))
    under = [image.pixelColor(50, y).alpha() for y in (71, 80, 90)]
    assert under[0] > under[1] > under[2]
    assert image.pixelColor(50, 28).alpha() < under[0]
    assert image.pixelColor(50, 0).alpha() == 0


def test_a_wide_shadow_is_even_along_its_edge() -> None:
    """The stretched middle joins the corners without a seam."""
    rect = QRectF(20, 20, 260, 60)
    image = painted(lambda painter: draw_soft_shadow(painter, rect, 8, LIGHT), 300)
    assert len({image.pixelColor(x, 82).alpha() for x in range(60, 240)}) == 1


def test_there_is_no_shadow_in_the_dark() -> None:
    """Dark cards have their border."""
    rect = QRectF(30, 30, 40, 40)
    image = painted(lambda painter: draw_soft_shadow(painter, rect, 8, DARK))
    assert image.pixelColor(50, 72).alpha() == 0


def test_wrapped_text_keeps_every_word_within_its_width(theme: Theme) -> None:
    """No line is wider than allowed, and joined they are the text."""
    font = theme.font(Role.BODY)
    text = WrappedText.lay_out(WORDS, 200, font, 21)
    assert " ".join(text.lines) == WORDS
    assert max(text_width(line, font) for line in text.lines) == text.width <= 200
    assert text.height == 21 * len(text.lines)


def test_wrapped_text_breaks_lines_after_a_wide_character(theme: Theme) -> None:
    """Characters of two UTF-16 units shift no slice."""
    words = "\N{GRINNING FACE} " + WORDS
    text = WrappedText.lay_out(words, 200, theme.font(Role.BODY), 21)
    assert " ".join(text.lines) == words


def test_wrapped_text_cuts_what_passes_its_last_line(theme: Theme) -> None:
    """The last line that is allowed ends in an ellipsis."""
    text = WrappedText.lay_out(WORDS, 200, theme.font(Role.BODY), 21, max_lines=2)
    assert len(text.lines) == 2
    assert text.lines[-1].endswith("\N{HORIZONTAL ELLIPSIS}")


def test_wrapped_text_keeps_the_breaks_of_its_writer(theme: Theme) -> None:
    """An empty line is a line."""
    text = WrappedText.lay_out("One\n\nTwo", 200, theme.font(Role.BODY), 21)
    assert text.lines == ("One", "", "Two")


def test_wrapped_text_paints_below_its_point(theme: Theme) -> None:
    """Nothing stands outside its own height."""
    text = WrappedText.lay_out("Hip\nback", 200, theme.font(Role.BODY), 21)
    image = painted(lambda painter: text.draw(painter, QPointF(10, 20), theme.palette.ink))
    rows = [y for y in range(100) if any(image.pixelColor(x, y).alpha() for x in range(100))]
    assert min(rows) >= 20
    assert max(rows) < 20 + text.height


def test_a_line_of_text_has_its_capitals_in_the_middle(theme: Theme) -> None:
    """As many free px stand over a capital as under it, give or take one."""
    font = theme.font(Role.BUTTON)
    rect = QRectF(0, 20, 100, 44)
    image = painted(lambda painter: draw_text(painter, rect, "H", font, theme.palette.ink))
    rows = [y for y in range(100) if any(image.pixelColor(x, y).alpha() > 99 for x in range(100))]
    assert abs((min(rows) - 20) - (63 - max(rows))) <= 1


def test_text_is_elided_only_where_it_does_not_fit(theme: Theme) -> None:
    """A text that fits exactly stays whole."""
    font = theme.font(Role.BODY)
    assert elided("Knee rocking", font, text_width("Knee rocking", font)) == "Knee rocking"
    assert elided("Knee rocking", font, 40).endswith("\N{HORIZONTAL ELLIPSIS}")


@pytest.mark.parametrize(
    ("reason", "before", "shown"),
    [
        (Qt.FocusReason.TabFocusReason, False, True),
        (Qt.FocusReason.BacktabFocusReason, False, True),
        (Qt.FocusReason.ShortcutFocusReason, False, True),
        (Qt.FocusReason.MouseFocusReason, True, False),
        (Qt.FocusReason.OtherFocusReason, True, False),
        (Qt.FocusReason.ActiveWindowFocusReason, True, True),
        (Qt.FocusReason.ActiveWindowFocusReason, False, False),
    ],
)
def test_focus_is_shown_for_the_keyboard(reason: Qt.FocusReason, before: bool, shown: bool) -> None:
    """A mouse click shows none; coming back to the window shows what was shown."""
    assert keyboard_focus(reason, before=before) is shown


def test_a_layout_gap_takes_the_free_margins_off() -> None:
    """Two margins of five px stand between two controls already."""
    assert layout_gap(12) == 2
    assert layout_gap(8) == 0
    assert inner_rect(QRectF(0, 0, 54, 54)) == QRectF(5, 5, 44, 44)


def test_a_blend_goes_from_one_colour_to_the_other() -> None:
    """The ends are the colours themselves."""
    black, white = QColor("#000000"), QColor("#ffffff")
    assert blend(black, white, 0).name() == "#000000"
    assert blend(black, white, 1).name() == "#ffffff"
    assert blend(black, white, 0.5).lightness() in {127, 128}
