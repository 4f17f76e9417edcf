from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.ui.pages.hurt_dialog import Hurt, hurt_dialog
from hipstretch.ui.widgets.button import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Skip this stretch", Hurt.SKIP),
        ("Try it more gently", Hurt.EASE),
        ("End for today", Hurt.END),
    ],
)
def test_each_way_on_is_an_answer(qtbot: QtBot, theme: Theme, words: str, answer: Hurt) -> None:
    """Told once."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 600)
    dialog = hurt_dialog(theme, page)
    answers: list[object] = []
    dialog.closed.connect(answers.append)
    dialog.present()
    (button,) = (button for button in dialog.findChildren(Button) if button.label == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == [answer]
