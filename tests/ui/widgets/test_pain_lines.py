from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.history_sums import PainPoint, monday_of
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.pain_lines import PainLines
from tests.ui.history_fakes import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def point(weeks_ago: int, before: float | None, after: float | None) -> PainPoint:
    """The pain of a week."""
    return PainPoint(monday_of(TODAY) - timedelta(weeks=weeks_ago), before, after)


POINTS = (point(11, 7, 5), point(8, 6, None), point(4, None, 4), point(0, 5, 3))


@pytest.fixture
def lines(qtbot: QtBot, theme: Theme) -> PainLines:
    """Four weeks of twelve, two of them with one number only."""
    lines = PainLines(theme, TODAY)
    qtbot.addWidget(lines)
    lines.show_points(POINTS, TODAY)
    lines.resize(460, lines.sizeHint().height())
    lines.show()
    return lines


def test_weeks_stand_at_their_place_in_time(lines: PainLines) -> None:
    """A week without a number leaves its room free."""
    first, second, last = lines.before()
    assert (second.x() - first.x()) * 8 == pytest.approx((last.x() - second.x()) * 3)
    assert len(lines.after()) == 3


def test_less_pain_is_lower(lines: PainLines) -> None:
    """Ten on top, none at the foot."""
    assert lines.after()[0].y() > lines.before()[0].y()
    assert lines.before()[0].y() < lines.before()[2].y()


def test_after_is_plum_and_before_is_not(lines: PainLines) -> None:
    """Its end is hollow."""
    image = lines.grab().toImage()
    assert image.pixelColor(lines.after()[-1].toPoint()).name() == LIGHT.pain.name()
    assert image.pixelColor(lines.before()[-1].toPoint()).name() == LIGHT.surface.name()


def test_between_the_lines_is_filled(lines: PainLines) -> None:
    """Where a week has both."""
    image = lines.grab().toImage()
    first = (lines.before()[0] + lines.after()[0]) / 2
    spot = QPoint(round(first.x()) + 12, round(first.y()))
    assert image.pixelColor(spot).name() == LIGHT.pain_soft.name()


def test_the_pointer_has_the_nearest_week_told(lines: PainLines) -> None:
    """As far as its numbers are known; nothing far from any."""
    assert lines.words_of(0) == "Week of 23 Feb: before 7, after 5"
    assert lines.words_of(1) == "Week of 16 Mar: before 6"
    assert lines.words_of(3) == "This week: before 5, after 3"
    quiet = lines.grab().toImage()
    QTest.mouseMove(lines, lines.after()[1].toPoint() + QPoint(4, 0))
    QApplication.processEvents()
    assert lines.grab().toImage() != quiet
    between = (lines.after()[1] + lines.before()[1]) / 2
    QTest.mouseMove(lines, between.toPoint())
    QApplication.processEvents()
    assert lines.grab().toImage() == quiet


@pytest.mark.parametrize(
    "points", [(point(0, 5, None),), (point(0, None, 3),), (point(0, 4, 4.2),), ()]
)
def test_one_week_is_enough(lines: PainLines, points: tuple[PainPoint, ...]) -> None:
    """Also with one number, or with two that nearly meet."""
    lines.show_points(points, TODAY)
    assert not lines.grab().isNull()


def test_its_words_do_not_lie_over_each_other(lines: PainLines, theme: Theme) -> None:
    """Where before and after are alike, and the text is large."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    lines.resize(460, lines.sizeHint().height())
    lines.show_points([point(0, 4, 4)], TODAY)
    image = lines.grab().toImage()
    left = round(lines.after()[-1].x()) + 18
    rows = [
        any(_is_ink(image.pixelColor(x, y)) for x in range(left, image.width()))
        for y in range(image.height() - 40)
    ]
    blocks = sum(1 for above, below in zip([False, *rows], rows, strict=False) if below > above)
    assert blocks == 2


def _is_ink(color: QColor) -> bool:
    """Whether a px is of words."""
    return color.lightness() < 150
