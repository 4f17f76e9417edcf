from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.body import Picture, Position
from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.next_card import NextCard, line_within
from hipstretch.ui.pages.player_content import NextContent
from hipstretch.ui.pages.player_layout import lay_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CHAIR = Picture(Position.SITTING_ON_CHAIR)
SHORT = NextContent("Next", "Bridge", "Both legs", Picture(Position.LYING_ON_BACK))
LONG = NextContent("Next", "Leg-over-leg lean on a chair", "Right leg", CHAIR)
LAST = NextContent("", "Last one", "Then you are done", None)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> NextCard:
    """A card as at 1280x800."""
    card = NextCard(theme)
    qtbot.addWidget(card)
    card.place(lay_out(1280, 800))
    return card


@pytest.mark.usefixtures("qapp")
def test_a_short_line_is_one_line() -> None:
    """Else the side has its own."""
    one = line_within(SHORT, 300, 46, 1.0)
    assert one.lines == ("Next: Bridge · Both legs",)
    two = line_within(LONG, 260, 46, 1.0)
    assert two.lines == ("Next: Leg-over-leg lean on a chair", "Right leg")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text_scale", [1.0, 1.3])
def test_the_line_fits_the_smallest_window(text_scale: float) -> None:
    """Both ways."""
    place = lay_out(420, 600, text_scale).upcoming
    laid = line_within(LONG, place.width(), place.height(), text_scale)
    assert laid.height <= place.height()
    assert laid.width <= place.width()


@pytest.mark.parametrize("text_scale", [1.0, 1.3])
@pytest.mark.parametrize("content", [SHORT, LONG, LAST])
def test_the_words_fit_the_card(
    card: NextCard, theme: Theme, content: NextContent, text_scale: float
) -> None:
    """The title on one line or on two."""
    theme.set_look(Appearance.LIGHT, text_scale=text_scale)
    card.set_content(content)
    room = 448 - 160 - 18
    blocks = [block for block, _ in card._blocks(room, theme.palette)]
    assert sum(block.height for block in blocks) <= card.height()
    assert all(block.width <= room for block in blocks)
    assert " ".join(line for block in blocks for line in block.lines).split() == (
        f"{content.caption} {content.title} {content.detail}".split()
    )


def test_the_last_one_has_a_leaf(card: NextCard, theme: Theme) -> None:
    """On a soft ground, where else the position stands."""
    card.set_content(SHORT)
    assert card.grab().toImage().pixelColor(30, 30) == theme.palette.stage
    card.set_content(LAST)
    assert card.grab().toImage().pixelColor(30, 30) == theme.palette.psoft
    assert card.accessibleName() == "Last one · Then you are done"
