from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Means
from hipstretch.ui import therapy_words
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.care_lines import CareLine, CareLines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

LINES = [CareLine(words, "eye") for words in therapy_words.care_words(Means.PACK)]


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> CareLines:
    """The four lines."""
    strip = CareLines(theme, LINES)
    qtbot.addWidget(strip)
    return strip


@pytest.mark.parametrize(("width", "columns"), [(1010, 4), (766, 2), (390, 1)])
def test_lines_stand_beside_each_other_where_there_is_room(
    strip: CareLines, width: int, columns: int
) -> None:
    """Four, two or one in a row."""
    assert strip.columns(width) == columns


def test_narrow_and_larger_strips_are_higher(strip: CareLines, theme: Theme) -> None:
    """Nothing is cut."""
    wide, narrow = strip.heightForWidth(1010), strip.heightForWidth(390)
    assert narrow > 2 * wide
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert strip.heightForWidth(390) > narrow


def test_every_line_is_painted_with_its_tile(strip: CareLines) -> None:
    """The tiles are quiet."""
    strip.resize(1010, strip.heightForWidth(1010))
    image = strip.grab().toImage()
    row = [image.pixelColor(x, strip.height() // 2 - 16).name() for x in range(1010)]
    starts = [x for x in range(1, 1010) if row[x] == LIGHT.sunken.name() != row[x - 1]]
    assert len(starts) >= 4


def test_other_lines_are_said_and_laid_out(strip: CareLines) -> None:
    """A bath has no cloth."""
    strip.set_lines([CareLine("Make the bath warm, not hot.", "eye")])
    assert strip.accessibleName() == "Make the bath warm, not hot."
