from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.breaks_totals import Fact, TotalsCard
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from tests.ui.break_views import OFF, view


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> TotalsCard:
    """What the day adds up to."""
    card = TotalsCard(theme)
    qtbot.addWidget(card)
    card.show_view(view())
    card.resize(362, card.heightForWidth(362))
    return card


def test_the_day_adds_up(card: TotalsCard) -> None:
    """Minutes sat and up, breaks, and the longest sitting."""
    assert card.facts == (
        Fact("seated", "Sitting", "3 h 10 min"),
        Fact("standing", "On your feet", "8 min"),
        Fact("breaks", "Breaks", "3"),
        Fact("clock", "Longest sitting", "1 h 48 min"),
    )


def test_it_is_told_to_screen_readers(card: TotalsCard) -> None:
    """In a line."""
    words = "So far today: Sitting 3 h 10 min, on your feet 8 min, 3 breaks"
    assert card.accessibleName() == words


def test_a_day_without_anything_is_nothing(card: TotalsCard) -> None:
    """Not even a gap."""
    card.show_view(OFF)
    assert [fact.number for fact in card.facts] == ["0 min", "0 min", "0", "0 min"]


def test_facts_stand_side_by_side_where_there_is_room(card: TotalsCard, theme: Theme) -> None:
    """Which takes less height; larger text needs more room."""
    assert card.heightForWidth(760) < card.heightForWidth(362)
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert card.heightForWidth(760) == card.heightForWidth(500)


@pytest.mark.parametrize("width", [362, 760])
def test_every_fact_has_its_sign(card: TotalsCard, width: int) -> None:
    """On a quiet ground."""
    card.resize(width, card.heightForWidth(width))
    image = card.grab().toImage()
    left = 5 + 24
    grounds = sum(
        image.pixelColor(left + 4, y).name() == LIGHT.sunken.name() for y in range(image.height())
    )
    assert grounds >= (4 * 20 if width < 640 else 20)


def test_narrow_windows_have_less_room_at_the_sides(card: TotalsCard) -> None:
    """As other cards."""
    card.set_narrow(True)
    image = card.grab().toImage()
    assert any(
        image.pixelColor(5 + 16 + 3, y).name() == LIGHT.sunken.name() for y in range(image.height())
    )
