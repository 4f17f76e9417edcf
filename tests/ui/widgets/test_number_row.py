from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.number_row import NumberRow
from hipstretch.ui.widgets.painting import text_width

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_it_says_its_numbers(qtbot: QtBot, theme: Theme) -> None:
    """With what they count."""
    row = NumberRow(theme)
    qtbot.addWidget(row)
    row.set_numbers((("12:20", "minutes"), ("9", "stretches")))
    assert row.accessibleName() == "12:20 minutes, 9 stretches"
    height = row.sizeHint().height()
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert row.sizeHint().height() > height
    assert row.minimumSizeHint().width() == 200
    row.resize(row.sizeHint())
    row.grab()


def test_long_numbers_become_smaller(qtbot: QtBot, theme: Theme) -> None:
    """All of them alike, so that none is cut."""
    row = NumberRow(theme)
    qtbot.addWidget(row)
    row.set_numbers((("1:02:20", "minutes"), ("9", "stretches")))
    assert text_width("1:02:20", row._number_font(80)) <= 82
