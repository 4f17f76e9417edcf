from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.core.body import Picture, Position
from hipstretch.ui.pages.welcome_cards import AnswerCard, AnswerCards

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

WORDS = ("Left", "Right", "Both", "Neither")


def make(qtbot: QtBot, theme: Theme, *, is_single: bool) -> tuple[AnswerCards, list[AnswerCard]]:
    """Four cards in their grid."""
    cards = [AnswerCard(theme, word, word.lower()) for word in WORDS]
    grid = AnswerCards("Which side?", cards, is_single=is_single)
    qtbot.addWidget(grid)
    grid.resize(500, 240)
    grid.show()
    return grid, cards


def test_left_is_on_the_left(qtbot: QtBot, theme: Theme) -> None:
    """Two cards beside each other, equally wide."""
    _, (left, right, both, neither) = make(qtbot, theme, is_single=True)
    assert left.x() < right.x()
    assert left.y() == right.y()
    assert (both.x(), neither.x()) == (left.x(), right.x())
    assert abs(left.width() - right.width()) <= 1


@pytest.mark.parametrize("is_single", [True, False])
def test_of_single_answers_one_is_on(qtbot: QtBot, theme: Theme, *, is_single: bool) -> None:
    """Others go together; a screen reader is told which it is."""
    _, cards = make(qtbot, theme, is_single=is_single)
    assert not any(card.isChecked() for card in cards)
    cards[0].click()
    cards[3].click()
    assert [card.isChecked() for card in cards] == [not is_single, False, False, True]
    role = QAccessible.queryAccessibleInterface(cards[0]).role()
    wanted = QAccessible.Role.RadioButton if is_single else QAccessible.Role.CheckBox
    assert role == wanted


def test_enter_is_left_to_the_page(qtbot: QtBot, theme: Theme) -> None:
    """The space bar chooses."""
    _, cards = make(qtbot, theme, is_single=True)
    QTest.keyClick(cards[0], Qt.Key.Key_Return)
    assert not cards[0].isChecked()
    QTest.keyClick(cards[0], Qt.Key.Key_Space)
    assert cards[0].isChecked()


def test_long_words_make_a_card_higher(qtbot: QtBot, theme: Theme) -> None:
    """They are never cut."""
    card = AnswerCard(theme, "Getting down to the floor and up again, with or without help", "x")
    qtbot.addWidget(card)
    assert card.heightForWidth(180) > card.heightForWidth(600)
    assert card.minimumSizeHint().width() < 180


def test_a_picture_stands_above_the_words(qtbot: QtBot, theme: Theme) -> None:
    """It is quiet, and says what it means, once the answer is on."""
    picture = Picture(Position.KNEELING)
    plain = AnswerCard(theme, "Kneeling", "kneeling")
    card = AnswerCard(theme, "Kneeling", "kneeling", picture=picture, tag="Not for me")
    for widget in (plain, card):
        qtbot.addWidget(widget)
        widget.resize(300, widget.heightForWidth(300))
    assert card.height() > plain.height()
    before = card.grab().toImage()
    card.setChecked(True)
    after = card.grab().toImage()
    upper = (before.rect().adjusted(20, 20, -20, -card.height() // 2), before, after)
    assert upper[1].copy(upper[0]) != upper[2].copy(upper[0])
