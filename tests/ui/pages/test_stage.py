from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Picture, Position
from hipstretch.ui.pages.player_content import StageContent
from hipstretch.ui.pages.player_layout import lay_out
from hipstretch.ui.pages.stage import Instruction, Stage, title_fonts
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


def test_the_instruction_begins_at_one_height(qtbot: QtBot, theme: Theme) -> None:
    """One line or two; only a long one begins higher."""
    instruction = Instruction(theme)
    qtbot.addWidget(instruction)
    instruction.place(lay_out(1280, 800))
    assert instruction._top(52) == instruction._top(104) == 22
    assert instruction._top(130) == 4
    instruction.place(lay_out(480, 800))
    assert instruction._top(40) == 0
    instruction.place(lay_out(800, 700))
    assert instruction._top(40) == (instruction.height() - 40) / 2
