from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.ui.widgets.card_button import round_top_path
from hipstretch.ui.widgets.fault_card import FaultCard, FaultContent

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_only_the_upper_corners_are_round() -> None:
    """The picture lies flat on the words below it."""
    path = round_top_path(QRectF(0, 0, 100, 60), 20)
    assert not path.contains(QPointF(1, 1))
    assert not path.contains(QPointF(99, 1))
    assert path.contains(QPointF(1, 59))
    assert path.contains(QPointF(99, 59))


def test_it_is_a_button_for_screen_readers(qtbot: QtBot, theme: Theme) -> None:
    """With its words as the name."""
    card = FaultCard(theme)
    card.set_content(FaultContent("a.yaml", "No name."))
    qtbot.addWidget(card)
    face = QAccessible.queryAccessibleInterface(card)
    assert face is not None
    assert face.role() == QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name).startswith("a.yaml")


def test_a_held_key_counts_once(qtbot: QtBot, theme: Theme) -> None:
    """Repeats of Enter open nothing again."""
    card = FaultCard(theme)
    qtbot.addWidget(card)
    opened: list[int] = []
    card.opened.connect(lambda: opened.append(1))
    QTest.keyPress(card, Qt.Key.Key_Enter)
    QTest.keyRelease(card, Qt.Key.Key_Enter)
    assert opened == [1]


def test_heights_are_measured_again_for_other_words(qtbot: QtBot, theme: Theme) -> None:
    """What was measured belongs to the words before."""
    card = FaultCard(theme)
    qtbot.addWidget(card)
    card.set_form(True)
    card.set_content(FaultContent("a.yaml", "Short."))
    before = card.heightForWidth(320)
    card.set_content(FaultContent("a.yaml", "A message that is a good deal longer. " * 4))
    assert card.heightForWidth(320) >= before
    for width in range(200, 300):
        card.heightForWidth(width)
    assert card.heightForWidth(320) >= before
