from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

LINE = "No sound device. The session goes on in silence."


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A visible page."""
    page = QWidget()
    page.resize(800, 400)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def notice(page: QWidget, theme: Theme) -> Notice:
    """A line that may be 652 px wide."""
    notice = Notice(theme, page)
    notice.place(QRect(36, 82, 652, 44), 1.0)
    return notice


def test_it_is_not_there_until_there_is_something_to_say(notice: Notice) -> None:
    """Then it stands where it was placed, as wide as its words."""
    assert notice.isHidden()
    notice.show_line(LINE, "info", 8000)
    assert notice.isVisible()
    assert notice.pos() == QPoint(36, 82)
    assert notice.width() < 652


def test_it_goes_when_its_time_is_over(notice: Notice, qtbot: QtBot) -> None:
    """A newer line takes the place of the one before, and has its own time."""
    notice.show_line(LINE, "info", 8000)
    notice.show_line("Volume 80 %", "volume", 2500)
    assert (notice.text(), notice.stay) == ("Volume 80 %", 2500)
    notice._stay.timeout.emit()
    qtbot.waitUntil(notice.isHidden)


def test_one_that_is_leaving_can_come_back(notice: Notice, qtbot: QtBot) -> None:
    """It does not hide under the new words."""
    notice.show_line(LINE, "info", 8000)
    notice._stay.timeout.emit()
    notice.show_line("Volume 80 %", "volume", 2500)
    qtbot.waitUntil(lambda: notice._share() == 1.0)
    assert notice.isVisible()


def test_a_page_that_comes_back_does_not_say_it_again(notice: Notice, page: QWidget) -> None:
    """Its time stands still with nobody there to read it, so it is dropped."""
    notice.show_line(LINE, "info", 8000)
    page.hide()
    page.show()
    assert notice.isHidden()
    assert not notice._stay.isActive()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [652, 376, 200])
def test_the_words_are_never_cut(notice: Notice, theme: Theme, width: int, scale: float) -> None:
    """They become a little smaller, or take more lines."""
    theme.set_look(Appearance.DARK, text_scale=scale)
    notice.place(QRect(0, 0, width, 42), 0.6)
    notice.show_line(LINE, "info", 8000)
    words = notice._words(notice._size)
    assert " ".join(words.lines) == LINE
    assert notice.width() <= width
    assert words.height <= notice.height()
    assert notice._size >= 12.5 * scale
    notice.grab()


def test_it_can_cover_its_whole_place(notice: Notice) -> None:
    """Nothing of what lies under it looks out."""
    notice.place(QRect(10, 10, 376, 42), 0.6, fills=True)
    notice.show_line("Volume 80 %", "volume", 2500)
    assert notice.geometry() == QRect(10, 10, 376, 42)


def test_it_has_the_colours_of_the_look(notice: Notice, theme: Theme, qtbot: QtBot) -> None:
    """Also one that is there already."""
    notice.show_line(LINE, "info", 8000)
    qtbot.waitUntil(lambda: notice._share() == 1.0)
    theme.set_look(Appearance.DARK)
    middle = QPoint(notice.width() - 8, notice.height() // 2)
    assert notice.grab().toImage().pixelColor(middle) == theme.palette.surface
