from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.ui.pages.settings_cards.control_pair import ControlPair
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.choice import Choice, Option

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_the_first_one_gives_way(qtbot: QtBot, theme: Theme) -> None:
    """The visible parts stand 10 px apart."""
    choice = Choice(theme, "Voice", [Option(1, "A voice with quite a long name")])
    button = Button(theme, "Try it")
    pair = ControlPair(choice, button)
    qtbot.addWidget(pair)
    pair.resize(pair.sizeHint())
    pair.show()
    usual, button_width = choice.width(), button.width()
    assert button.x() == choice.geometry().right() + 1
    pair.resize(pair.width() - 60, pair.height())
    assert (choice.width(), button.width()) == (usual - 60, button_width)
    assert pair.minimumSizeHint().width() < pair.width()
