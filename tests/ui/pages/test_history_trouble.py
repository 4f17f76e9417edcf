from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hipstretch.core.settings import Appearance
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.pages.history_trouble import HistoryTroubleCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

PATH = Path("/a/long/way/through/many/folders/each/of/which/has/a/name/history.sqlite3")


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> HistoryTroubleCard:
    """The card."""
    card = HistoryTroubleCard(theme)
    qtbot.addWidget(card)
    card.resize(900, 300)
    card.show()
    return card


def buttons(card: HistoryTroubleCard) -> list[str]:
    """The names of what can be pressed."""
    return [one.accessibleName() or one.label for one in (card.new, card.retry) if one.isVisible()]


@pytest.mark.parametrize("trouble", HistoryTrouble)
def test_each_trouble_has_its_words_and_one_way_on(
    card: HistoryTroubleCard, trouble: HistoryTrouble
) -> None:
    """A new history only in the place of a damaged one."""
    card.show_trouble(trouble, PATH)
    assert card.accessibleName().startswith("Your history")
    assert card.accessibleDescription() == card.text.text()
    assert card.place.text() == str(PATH)
    new = "Keep the file aside and begin a new history"
    assert buttons(card) == ([new] if trouble is HistoryTrouble.DAMAGED else ["Try again"])


def test_what_can_be_seen_and_not_added_to_is_told(card: HistoryTroubleCard) -> None:
    """With one more try."""
    card.show_not_kept(HistoryTrouble.READ_ONLY, PATH)
    assert "Allow writing there" in card.text.text()
    assert buttons(card) == ["Try again"]


def test_a_file_that_was_kept_aside_is_named(card: HistoryTroubleCard) -> None:
    """There is nothing more to do."""
    card.show_set_aside(PATH)
    assert card.accessibleName() == "A new history has begun"
    assert card.place.text() == str(PATH)
    assert buttons(card) == []


def test_without_a_place_there_is_no_empty_line(card: HistoryTroubleCard) -> None:
    """Where nobody knows where the file lies."""
    card.show_trouble(HistoryTrouble.CLOSED, None)
    assert card.place.isHidden()


@pytest.mark.parametrize("width", [900, 440, 380])
def test_nothing_reaches_beyond_it_at_any_width(
    card: HistoryTroubleCard, theme: Theme, width: int
) -> None:
    """With large text, too; the button's name stays whole."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    card.set_narrow(width < 700)
    card.show_trouble(HistoryTrouble.DAMAGED, PATH)
    card.resize(width, card.heightForWidth(width))
    QApplication.processEvents()
    assert card.minimumSizeHint().width() <= width
    assert card.new.mapTo(card, card.new.rect().bottomRight()).x() < width
    assert card.new.accessibleName() == "Keep the file aside and begin a new history"
    assert not card.grab().isNull()
