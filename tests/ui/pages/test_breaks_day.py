from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.breaks_day import DayCard
from hipstretch.ui.theme import Theme
from tests.ui.break_views import DUE, OFF, view


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> DayCard:
    """The day in a wide window."""
    card = DayCard(theme)
    qtbot.addWidget(card)
    card.show_view(view())
    card.resize(1000, 260)
    card.show()
    return card


def test_the_band_is_told_in_words(card: DayCard) -> None:
    """For who does not see it."""
    words = "Today: Sitting 3 h 10 min, on your feet 8 min, 3 breaks"
    assert card.band.accessibleName() == words


def test_a_day_without_anything_shows_no_empty_band(card: DayCard) -> None:
    """But what will be there."""
    card.show_view(OFF)
    assert card.empty.isVisible()
    assert not any(w.isVisible() for w in (card.band, card.legend, card.toggle))
    card.show_view(view())
    assert not card.empty.isVisible()


def test_the_table_comes_when_it_is_asked_for(card: DayCard) -> None:
    """It follows the day, and goes again."""
    assert card.table is None
    card.toggle.click()
    assert card.table is not None
    assert card.table.isVisible()
    assert card.toggle.label == "Hide the table"
    card.show_view(DUE)
    assert card.table.rowCount() == 10
    card.toggle.click()
    assert not card.table.isVisible()
    assert card.toggle.label == "Show as a table"


def test_a_hidden_table_is_not_filled(card: DayCard) -> None:
    """Until it is asked for again."""
    card.toggle.click()
    card.toggle.click()
    card.show_view(DUE)
    assert card.table is not None
    assert card.table.rowCount() == 9
    card.toggle.click()
    assert card.table.rowCount() == 10


def test_every_shape_has_its_word(card: DayCard) -> None:
    """The marks, too."""
    presences = ("Sitting", "Up", "Stretching", "Away")
    assert card.legend.words == (*presences, "Asked, and you got up", "Asked")


def test_the_words_wrap_where_there_is_little_room(card: DayCard, theme: Theme) -> None:
    """And none is cut."""
    one, two = card.legend.heightForWidth(900), card.legend.heightForWidth(300)
    assert two > one
    card.set_narrow(True)
    theme.set_look(Appearance.DARK, text_scale=1.3)
    QApplication.processEvents()
    card.resize(380, card.heightForWidth(380))
    QApplication.processEvents()
    places = card.legend._places(card.legend.width())
    assert max(place.right() for place in places) <= card.legend.width()
    assert card.legend.height() >= places[-1].bottom() - 1
    assert card.toggle.y() >= card.legend.geometry().bottom()
    assert not card.grab().isNull()
