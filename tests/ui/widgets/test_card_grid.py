from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.card_grid import (
    BLEED,
    CardGrid,
    GridForm,
    column_spans,
    grid_form,
)
from hipstretch.ui.widgets.routine_card import CardContent, RoutineCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

STANDING = Picture(Position.STANDING)


def cards(theme: Theme, count: int) -> list[RoutineCard]:
    """Cards with short names."""
    made = [RoutineCard(theme) for _ in range(count)]
    for number, card in enumerate(made):
        meta = (("clock", "10 min"), ("target", "Hip"))
        card.set_content(CardContent(f"Routine {number}", "Floor", "floor", STANDING, meta))
    return made


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window of 1280 px with a grid of seven cards as wide as the home page's."""
    window = QWidget()
    window.resize(1280, 800)
    grid = CardGrid(theme, window)
    grid.set_cards(cards(theme, 7))
    grid.setGeometry(220, 0, 1010 + 2 * BLEED, 900)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def grid(window: QWidget) -> CardGrid:
    """The grid of the window."""
    grid = window.findChild(CardGrid)
    assert isinstance(grid, CardGrid)
    return grid


@pytest.mark.parametrize(
    ("window_width", "width", "form"),
    [
        (1280, 1000, GridForm(3, as_list=False)),
        (1100, 820, GridForm(3, as_list=False)),
        (1099, 955, GridForm(2, as_list=False)),
        (900, 756, GridForm(2, as_list=False)),
        (720, 480, GridForm(1, as_list=False)),
        (719, 679, GridForm(1, as_list=True)),
        (420, 380, GridForm(1, as_list=True)),
    ],
)
def test_the_window_decides_how_many_cards_stand_in_a_row(
    window_width: int, width: int, form: GridForm
) -> None:
    """Three, two, one, and a list in narrow windows."""
    assert grid_form(window_width, width) == form


@pytest.mark.parametrize("width", [1010, 1011, 1012])
def test_the_columns_fill_the_width(width: int) -> None:
    """The last one ends at the edge, and the gaps are equal."""
    spans = column_spans(width, GridForm(3, as_list=False))
    assert spans[0][0] == 0
    assert sum(spans[-1]) == width
    assert {b[0] - sum(a) for a, b in pairwise(spans)} == {10}


def test_three_cards_of_320_px_stand_in_a_row(grid: CardGrid) -> None:
    """20 px lie between their visible edges."""
    first, second, third = grid.shown[:3]
    assert first.width() == second.width() == 330
    assert second.x() - first.geometry().right() - 1 == 10
    assert first.y() == third.y()
    assert grid.shown[3].y() == first.y() + 252 + 10


def test_a_row_is_as_high_as_its_highest_card(grid: CardGrid) -> None:
    """A long name does not make an uneven row."""
    content = CardContent("A long name of a routine " * 2, "Floor", "floor", STANDING)
    card = grid.shown[1]
    assert isinstance(card, RoutineCard)
    card.set_content(content)
    grid.heightForWidth(grid.width())
    QTest.qWait(1)
    assert len({card.height() for card in grid.shown[:3]}) == 1


def test_narrow_windows_show_a_list(window: QWidget, grid: CardGrid) -> None:
    """Every card is a row of its own, 10 px apart."""
    window.resize(480, 800)
    grid.setGeometry(0, 0, 476, 900)
    assert all(card.in_list for card in grid.shown)
    assert grid.shown[1].y() == grid.shown[0].y() + 110
    assert {card.x() for card in grid.shown} == {BLEED}


def test_the_height_is_known_before_the_width_is_set(grid: CardGrid) -> None:
    """Three rows of cards and the room for the last shadow."""
    assert grid.heightForWidth(1010 + 2 * BLEED) == 3 * 252 + 2 * 10 + BLEED


def test_a_filter_shows_some_of_the_cards(grid: CardGrid) -> None:
    """The others keep for later and take no room."""
    some = grid.cards[1::2]
    grid.show_only(some)
    assert grid.shown == some
    assert [card.isHidden() for card in grid.cards[:3]] == [True, False, True]
    assert grid.heightForWidth(1036) == 252 + BLEED


def test_no_card_needs_no_room(grid: CardGrid) -> None:
    """An empty grid is empty."""
    grid.show_only([])
    assert grid.heightForWidth(1036) == 0


def test_new_cards_take_the_place_of_old_ones(grid: CardGrid, theme: Theme, qtbot: QtBot) -> None:
    """A card that stays is kept, the others go."""
    kept = grid.cards[2]
    gone = grid.cards[0]
    with qtbot.waitSignal(gone.destroyed):
        grid.set_cards([kept, *cards(theme, 1)])
    assert grid.shown[0] is kept
    assert kept.x() == BLEED


def test_arrows_go_to_the_neighbours(grid: CardGrid, qtbot: QtBot) -> None:
    """Right and down, and not beyond the last card."""
    grid.shown[0].setFocus()
    for key, focused in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ):
        now = next(card for card in grid.shown if card.hasFocus())
        QTest.keyClick(now, key)
        qtbot.waitUntil(grid.shown[focused].hasFocus)


def test_a_card_casts_a_shadow_in_the_light_only(grid: CardGrid, theme: Theme) -> None:
    """In the dark the card has a border instead."""
    below = grid.shown[0].geometry().bottomLeft()
    image = grid.grab().toImage()
    light = image.pixelColor(below.x() + 100, below.y() - 1)
    beside = (
        grid.grab().toImage().pixelColor(grid.shown[6].geometry().right() + 200, below.y() + 300)
    )
    assert light != beside
    theme.set_look(Appearance.DARK)
    image = grid.grab().toImage()
    assert image.pixelColor(below.x() + 100, below.y() - 1) == beside


def test_a_lifted_card_casts_a_deeper_shadow(grid: CardGrid, theme: Theme) -> None:
    """The pointer lifts it."""
    below = grid.shown[0].geometry().bottomLeft()
    before = grid.grab().toImage().pixelColor(below.x() + 100, below.y())
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    grid.shown[0]._move_hover(1.0)
    after = grid.grab().toImage().pixelColor(below.x() + 100, below.y())
    assert after.lightness() < before.lightness()


def test_larger_text_makes_it_higher(grid: CardGrid, theme: Theme) -> None:
    """Nothing is cut at 130 %."""
    before = grid.heightForWidth(1036)
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert grid.heightForWidth(1036) > before
    assert grid.shown[0].height() > 252
