from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.body import Picture, Position
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.done_grid import DoneGrid, DoneStep, columns_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

STEPS = (
    DoneStep("Bridge", Picture(Position.LYING_ON_BACK), "3 holds", is_done=True),
    DoneStep(
        "A very long name of a stretch indeed", Picture(Position.STANDING), "1 hold", is_done=True
    ),
    DoneStep("Cobra", Picture(Position.LYING_FACE_DOWN), "Left out", is_done=False),
    DoneStep("Child's pose", Picture(Position.KNEELING), "2 holds", is_done=True),
)


@pytest.mark.parametrize(("width", "columns"), [(500, 3), (320, 2), (120, 1), (900, 3)])
def test_there_are_three_columns_at_most(width: int, columns: int) -> None:
    """Fewer in narrow windows, never none."""
    assert columns_for(width, 1.0) == columns


def test_larger_text_needs_wider_columns() -> None:
    """At 130 % two stand where three did."""
    assert columns_for(440, 1.3) == 2


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> DoneGrid:
    """A grid of four."""
    grid = DoneGrid(theme)
    qtbot.addWidget(grid)
    grid.set_steps(STEPS)
    return grid


def test_its_height_follows_its_width(grid: DoneGrid) -> None:
    """Fewer columns are higher."""
    assert grid.hasHeightForWidth()
    assert grid.heightForWidth(280) > grid.heightForWidth(500) > 2 * 76
    assert grid.sizeHint().height() == grid.heightForWidth(grid.sizeHint().width())
    assert grid.minimumSizeHint().width() < 200


def test_it_says_what_was_done(grid: DoneGrid) -> None:
    """In one breath."""
    assert grid.accessibleName().startswith("Bridge, 3 holds; ")
    assert grid.steps == STEPS


def test_what_was_left_out_is_paler(grid: DoneGrid, theme: Theme) -> None:
    """Its words say so too."""
    grid.resize(500, grid.heightForWidth(500))
    image = grid.grab().toImage()
    assert image.pixelColor(10, 10) == theme.palette.stage
    assert image.pixelColor(350, 10) != theme.palette.stage
    theme.set_look(Appearance.DARK)
    assert grid.grab().toImage().pixelColor(10, 10) == theme.palette.stage


def test_an_empty_grid_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    """And can be painted."""
    grid = DoneGrid(theme)
    qtbot.addWidget(grid)
    assert grid.heightForWidth(400) == 0
    grid.grab()
