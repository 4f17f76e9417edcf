from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.person import Side
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.side_badge import SideBadge

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def badge(qtbot: QtBot, theme: Theme) -> SideBadge:
    """A badge of the size at 1280x800."""
    badge = SideBadge(theme)
    badge.resize(448, 100)
    qtbot.addWidget(badge)
    return badge


def show(badge: SideBadge, side: Side) -> None:
    """Show a side of the legs."""
    badge.set_side(side, "LEFT LEG", "RIGHT LEG", "BOTH LEGS")


def color_at(badge: SideBadge, x: int) -> QColor:
    """The colour of the ground at `x`, above the words."""
    return badge.grab().toImage().pixelColor(x, 12)


def test_the_left_leg_has_the_large_orange_slot_on_the_left(badge: SideBadge, theme: Theme) -> None:
    """Left is on the left, and only its slot is orange."""
    show(badge, Side.LEFT)
    assert color_at(badge, 300) == theme.palette.active
    assert color_at(badge, 400) != theme.palette.active


def test_the_right_leg_has_the_large_orange_slot_on_the_right(
    badge: SideBadge, theme: Theme
) -> None:
    """Right is on the right, and only its slot is orange."""
    show(badge, Side.RIGHT)
    assert color_at(badge, 150) == theme.palette.active
    assert color_at(badge, 48) != theme.palette.active


def test_both_legs_have_one_soft_slot(badge: SideBadge, theme: Theme) -> None:
    """Where no side works alone nothing is orange."""
    show(badge, Side.BOTH)
    assert color_at(badge, 88) == color_at(badge, 360) == theme.palette.psoft


def test_it_says_the_side_in_words(badge: SideBadge) -> None:
    """A screen reader says the words of the side, not in capitals."""
    show(badge, Side.LEFT)
    assert badge.accessibleName() == "Left leg"


def test_a_change_of_sides_crosses_and_then_glows(badge: SideBadge, qtbot: QtBot) -> None:
    """On the screen the slots cross; afterwards nothing runs any more."""
    show(badge, Side.LEFT)
    badge.show()
    show(badge, Side.RIGHT)
    assert badge.moving
    qtbot.waitUntil(lambda: not badge.moving, timeout=3000)


def test_it_switches_at_once_where_motion_is_reduced(badge: SideBadge, theme: Theme) -> None:
    """Reduced motion leaves no movement."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    show(badge, Side.LEFT)
    badge.show()
    show(badge, Side.RIGHT)
    assert not badge.moving
    assert color_at(badge, 150) == theme.palette.active


def test_nothing_runs_while_it_is_hidden(badge: SideBadge) -> None:
    """A hidden badge switches at once, and hiding ends a movement."""
    show(badge, Side.LEFT)
    show(badge, Side.RIGHT)
    assert not badge.moving
    badge.show()
    show(badge, Side.LEFT)
    badge.hide()
    assert not badge.moving


def test_other_words_for_the_same_side_do_not_move_it(badge: SideBadge) -> None:
    """Only a change of sides is a movement."""
    show(badge, Side.LEFT)
    badge.show()
    badge.set_side(Side.LEFT, "LEFT ARM", "RIGHT ARM", "BOTH ARMS")
    assert not badge.moving
    assert badge.accessibleName() == "Left arm"


def test_it_scales(badge: SideBadge) -> None:
    """The hint follows the scale of the player."""
    badge.set_scale(0.5)
    assert (badge.sizeHint().width(), badge.sizeHint().height()) == (224, 50)
