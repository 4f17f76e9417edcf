from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.break_card import BreakCard

OWED = "You have been sitting for\N{NO-BREAK SPACE}47\N{NO-BREAK SPACE}minutes."


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> BreakCard:
    """A card at its own size."""
    card = BreakCard(theme)
    qtbot.addWidget(card)
    card.set_words(OWED)
    card.resize(card.sizeHint())
    card.show()
    return card


def test_buttons_stand_where_the_design_has_them(card: BreakCard) -> None:
    """By their visible parts."""
    stretch, up, first, *_ = (b.visible_rect().translated(b.pos()) for b in card.buttons)
    assert (stretch.x(), stretch.y(), stretch.width(), stretch.height()) == (24, 166, 206, 48)
    assert (up.x(), up.width()) == (240, 156)
    assert first.center().y() == pytest.approx(235, abs=1)
    assert first.x() + 10 == pytest.approx(114, abs=1)


def test_the_figure_stands_in_its_corner(card: BreakCard) -> None:
    """On the stage, whose outer corner is the card's."""
    image = card.grab().toImage()
    assert image.pixelColor(274, 100).name() == LIGHT.stage.name()
    assert image.pixelColor(262, 100).name() == LIGHT.surface.name()
    assert image.pixelColor(271, 157).name() == LIGHT.surface.name()
    assert image.pixelColor(419, 0).name() != LIGHT.stage.name()


def test_the_words_are_painted_in_two_lines(card: BreakCard) -> None:
    """Broken before the minutes."""
    image = card.grab().toImage()
    lines = [
        any(image.pixelColor(x, y).lightness() < 150 for x in range(24, 180))
        for y in range(91, 140)
    ]
    assert sum(one and not other for one, other in pairwise(lines)) >= 2
    right = [image.pixelColor(x, y).lightness() for x in range(200, 262) for y in range(95, 135)]
    assert min(right) > 200


def test_without_a_shadow_it_has_a_border(qtbot: QtBot, theme: Theme) -> None:
    """So that it ends somewhere on white."""
    bordered = BreakCard(theme, has_border=True)
    qtbot.addWidget(bordered)
    bordered.resize(bordered.sizeHint())
    assert bordered.grab().toImage().pixelColor(0, 130).name() == LIGHT.line.name()


def test_later_moves_aside_for_longer_words(card: BreakCard, theme: Theme) -> None:
    """And the three stay apart."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    card.resize(card.sizeHint())
    later = [button.geometry() for button in card.buttons[2:]]
    assert all(one.right() <= other.left() + 10 for one, other in pairwise(later))
    assert later[-1].right() < card.width()
