from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Picture, Position
from hipstretch.ui.pages.player_content import StageContent
from hipstretch.ui.pages.player_layout import lay_out
from hipstretch.ui.pages.stage import Stage, title_fonts
from hipstretch.ui.widgets.painting import text_width

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

STANDING = Picture(Position.STANDING)
CONTENT = StageContent("Bridge", "Hold 1 of 3", "Lift your hips.", "", STANDING)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("title", "count", "width", "stacked"),
    [
        ("Knee to chest", "Hold 1 of 3", 652, False),
        ("Hamstring stretch, knee bent", "Set 2 of 3 · Hold 1 of 3", 652, False),
        ("Hamstring stretch, knee bent", "", 652, False),
        ("A stretch whose own name is long", "Set 10 of 12 · Move 11 of 12", 420, True),
    ],
)
def test_name_and_count_always_fit(title: str, count: str, width: int, stacked: bool) -> None:
    """Smaller if need be, under each other where that does not help."""
    fonts = title_fonts(title, count, width, 1.0)
    assert fonts.stacked is stacked
    words = [text_width(title, fonts.title), text_width(count, fonts.count)]
    assert (max(words) if stacked else sum(words)) <= width


def test_short_words_have_the_design_s_size(qtbot: QtBot, theme: Theme) -> None:
    """38 and 24 px."""
    del qtbot, theme
    fonts = title_fonts("Bridge", "Hold 1 of 3", 652, 1.0)
    assert (fonts.title.pixelSize(), fonts.count.pixelSize()) == (38, 24)


def test_the_figure_has_its_place(qtbot: QtBot, theme: Theme) -> None:
    """The design's box, in the stage's own px."""
    stage = Stage(theme)
    qtbot.addWidget(stage)
    stage.place(lay_out(1280, 800))
    stage.set_content(CONTENT)
    box = stage.figure_rect
    assert (box.x(), box.y(), box.width(), box.height()) == (22, 98, 680, 290)
    assert stage.picture.position == "standing"
    assert stage.accessibleName() == "Bridge, Hold 1 of 3"


def test_a_click_counts_where_it_ends(qtbot: QtBot, theme: Theme) -> None:
    """One that was dragged off the stage does not."""
    stage = Stage(theme)
    qtbot.addWidget(stage)
    stage.place(lay_out(1280, 800))
    clicks: list[None] = []
    stage.clicked.connect(lambda: clicks.append(None))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(stage, left, pos=QPoint(10, 10))
    QTest.mouseRelease(stage, left, pos=QPoint(-50, 10))
    assert not clicks
    QTest.mouseClick(stage, left, pos=QPoint(10, 10))
    assert len(clicks) == 1


def placed_stage(qtbot: QtBot, theme: Theme, width: int, height: int, title: str) -> Stage:
    """A stage in a window of that size, with a line that has come."""
    stage = Stage(theme)
    qtbot.addWidget(stage)
    stage.place(lay_out(width, height))
    stage.set_content(StageContent(title, "Set 10 of 12 · Move 11 of 12", "", "", STANDING))
    stage.notice.show_line("No sound device. The session goes on in silence.", "info", 8000)
    return stage


def test_a_line_that_comes_stands_under_the_name(qtbot: QtBot, theme: Theme) -> None:
    """It leaves name and figure where they are."""
    stage = placed_stage(qtbot, theme, 1280, 800, "Bridge")
    assert stage.notice.geometry().topLeft() == QPoint(36, 82)
    assert stage.notice.geometry().bottom() < stage.figure_rect.top() + 40


def test_it_stands_under_a_count_that_stands_under_the_name(qtbot: QtBot, theme: Theme) -> None:
    """Nothing that is read is covered."""
    stage = placed_stage(qtbot, theme, 1280, 800, "A stretch whose very own name is quite long")
    fonts = stage._fonts()
    assert fonts.stacked
    assert stage.notice.y() > stage._count_place(fonts, stage._foot(fonts)).y()


def test_in_one_column_it_lies_over_the_name(qtbot: QtBot, theme: Theme) -> None:
    """The figure needs the rest."""
    stage = placed_stage(qtbot, theme, 420, 600, "Bridge")
    title = lay_out(420, 600).title.translated(-stage.pos())
    assert stage.notice.geometry().contains(title)
    assert stage.rect().contains(stage.notice.geometry())


def test_a_click_on_the_line_is_one_on_the_stage(qtbot: QtBot, theme: Theme) -> None:
    """It pauses, as anywhere."""
    stage = placed_stage(qtbot, theme, 1280, 800, "Bridge")
    assert stage.childAt(stage.notice.geometry().center()) is None
