from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import DARK, LIGHT
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.scroll_page import ScrollPage
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.toggle import Toggle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

LINE = "Things switch at once instead of moving."


def test_rows_stand_under_the_heading_with_lines_between(qtbot: QtBot, theme: Theme) -> None:
    """In both looks."""
    card = CardPanel(theme, "Look")
    rows = [SettingRow(theme, title, control=Toggle(theme, title)) for title in ("One", "Two")]
    for row in rows:
        card.add_row(row)
    qtbot.addWidget(card)
    card.resize(600, card.sizeHint().height())
    card.show()
    between = (rows[0].geometry().bottom() + 1 + rows[1].y()) // 2
    assert rows[0].geometry().bottom() < between < rows[1].y()
    assert card.grab().toImage().pixelColor(300, between) == LIGHT.line
    theme.set_look(Appearance.DARK)
    assert card.grab().toImage().pixelColor(300, between) == DARK.line


def test_narrow_windows_leave_more_room_for_the_rows(qtbot: QtBot, theme: Theme) -> None:
    """The sides are slimmer."""
    card = CardPanel(theme, "Look")
    row = SettingRow(theme, "One", LINE)
    card.add_row(row)
    qtbot.addWidget(card)
    card.resize(400, 200)
    card.show()
    before = row.width()
    card.set_narrow(True)
    QApplication.processEvents()
    assert row.width() == before + 16


def test_a_control_stands_beside_its_words_or_below(qtbot: QtBot, theme: Theme) -> None:
    """Where there is too little room for both."""
    button = Button(theme, "Open folder")
    row = SettingRow(theme, "Your routines", "/home/someone/.local/share/hipstretch", button)
    qtbot.addWidget(row)
    row.show()
    row.resize(600, row.heightForWidth(600))
    assert button.geometry().right() == 599
    row.resize(260, row.heightForWidth(260))
    assert button.x() == 0
    assert button.y() > row._line.geometry().bottom()
    assert button.geometry().bottom() < row.height()


def test_a_row_may_say_something_else(qtbot: QtBot, theme: Theme) -> None:
    """It grows with what it says."""
    row = SettingRow(theme, "One extra hold")
    qtbot.addWidget(row)
    before = row.heightForWidth(200)
    row.set_line(LINE)
    assert row.line == LINE
    assert row.heightForWidth(200) > before


def test_the_page_paints_the_shadow_of_its_cards(qtbot: QtBot, theme: Theme) -> None:
    """Around them, and where they move to; none where they are hidden."""
    page = ScrollPage(theme, content_width=400)
    card = CardPanel(theme, "Look")
    page.add_card(card)
    page.add_stretch()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    QApplication.processEvents()
    assert card.width() == 410
    below = (300, card.geometry().bottom() + 1)
    assert page.grab().toImage().pixelColor(*below) != LIGHT.bg
    card.hide()
    QApplication.processEvents()
    assert page.grab().toImage().pixelColor(*below) == LIGHT.bg
