from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.core.history import DayMark
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.week_dots import WeekDots, dot_rects

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

WEEK = (DayMark.DONE, DayMark.NOT_DONE, DayMark.TODAY, *(DayMark.AHEAD,) * 4)


def test_dots_stand_at_their_end() -> None:
    """At the right or at the left."""
    right = dot_rects(400, 32, 7, at_right=True)
    assert right[-1].right() == 400
    assert dot_rects(400, 32, 7, at_right=False)[0].left() == 0


def test_dots_become_smaller_where_it_is_narrow() -> None:
    """All seven are always there."""
    rects = dot_rects(160, 32, 7, at_right=True)
    assert rects[0].left() >= -0.01
    assert rects[0].width() < 32


def test_each_day_has_its_mark(qtbot: QtBot, theme: Theme) -> None:
    """Done is filled, today is outlined, the rest is quiet."""
    dots = WeekDots(theme)
    qtbot.addWidget(dots)
    dots.set_week(WEEK)
    dots.resize(dots.sizeHint())
    image = dots.grab().toImage()
    palette = theme.palette
    assert image.pixelColor(16, 3) == palette.primary
    assert image.pixelColor(39 + 16, 3) == palette.sunken
    assert image.pixelColor(2 * 39 + 16, 1) == palette.primary
    assert image.pixelColor(2 * 39 + 16, 4) == palette.surface
    theme.set_look(Appearance.DARK)
    assert dots.grab().toImage().pixelColor(16, 3) == theme.palette.primary


def test_it_says_which_days_are_done(qtbot: QtBot, theme: Theme) -> None:
    """And that a week is open."""
    dots = WeekDots(theme)
    qtbot.addWidget(dots)
    dots.set_week(WEEK)
    assert dots.accessibleName() == "Done this week: Monday"
    dots.set_week((DayMark.TODAY, *(DayMark.AHEAD,) * 6))
    assert dots.accessibleName() == "This week is open"
    dots.set_right(False)
    assert dots.minimumSizeHint().width() < dots.sizeHint().width()


def test_a_day_of_rest_has_a_soft_ring_and_a_dash(qtbot: QtBot, theme: Theme) -> None:
    """It is told in words, too, and is no gap."""
    dots = WeekDots(theme)
    qtbot.addWidget(dots)
    dots.set_week((DayMark.DONE, DayMark.RESTED, *(DayMark.AHEAD,) * 5))
    dots.resize(dots.sizeHint())
    image = dots.grab().toImage()
    palette = theme.palette
    ring = image.pixelColor(39 + 1, 16)
    assert abs(ring.red() - palette.pmid.red()) < 12
    assert image.pixelColor(39 + 6, 16) == palette.psoft
    assert image.pixelColor(39 + 16, 25) == palette.primary
    assert dots.accessibleName() == "Done this week: Monday. Rested: Tuesday"
    dots.set_week((DayMark.RESTED, *(DayMark.AHEAD,) * 6))
    assert dots.accessibleName() == "Rested: Monday"
