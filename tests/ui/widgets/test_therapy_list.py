from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.therapy_list import TherapyList
from tests.core.therapy_moments import ice, record, shown, therapy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

PARTS = shown(therapy(ice(439)), record(10, Kind.HEAT, 1800)).parts


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> TherapyList:
    """Ice that runs and heat that is over."""
    rows = TherapyList(theme)
    qtbot.addWidget(rows)
    rows.set_parts(PARTS)
    rows.resize(500, rows.sizeHint().height())
    return rows


def test_it_is_as_high_as_its_rows(rows: TherapyList, theme: Theme) -> None:
    """And higher with larger text."""
    assert rows.sizeHint().height() == 100
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert rows.sizeHint().height() == 130


def test_a_screen_reader_reads_every_row(rows: TherapyList) -> None:
    """What, where, when and for how long."""
    words = "Ice, Right hip, 14:00, running. Heat, Right hip, 10:00, 30 min"
    assert rows.accessibleName() == words


@pytest.mark.parametrize("width", [500, 280])
def test_every_row_has_its_sign(rows: TherapyList, width: int) -> None:
    """On the soft colour of its kind."""
    rows.resize(width, rows.height())
    image = rows.grab().toImage()
    assert image.pixelColor(4, 25) == LIGHT.ice_soft
    assert image.pixelColor(4, 75) == LIGHT.heat_soft


def test_the_same_day_lays_nothing_out(rows: TherapyList) -> None:
    """An equal list is the list that is there."""
    before = rows._parts
    rows.set_parts(tuple(PARTS))
    assert rows._parts is before
