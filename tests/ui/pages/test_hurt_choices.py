from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hipstretch.ui.pages.hurt_choices import HurtChoices, KeyedButton, SignButton, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme
    from hipstretch.ui.widgets.button import Button


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """What the buttons stand on."""
    room = QWidget()
    qtbot.addWidget(room)
    return room


@pytest.fixture
def buttons(room: QWidget, theme: Theme) -> list[KeyedButton]:
    """Five of them, the third with long words."""
    words = ("Go on", "Ease off", "Instead: a stretch of a long name", "Skip", "Stop")
    made = [KeyedButton(theme, letter, text) for letter, text in zip("GEIST", words, strict=True)]
    for button in made:
        button.setParent(room)
    return made


def labels(rows: Sequence[Sequence[Button]]) -> list[str]:
    """The keys of each row."""
    return ["".join(b.key for b in row if isinstance(b, KeyedButton)) for row in rows]


@pytest.mark.parametrize(
    ("chosen", "width", "least", "rows"),
    [
        ("GEIST", 700, 0, "G EI ST"),
        ("GEIST", 420, 0, "G E I ST"),
        ("GEIST", 700, 4, "G E I ST"),
        ("GEIST", 700, 9, "G E I S T"),
        ("EIST", 700, 0, "E I ST"),
        ("EST", 700, 3, "E S T"),
        ("ST", 700, 0, "S T"),
    ],
)
def test_rows_hold_one_or_two(
    buttons: list[KeyedButton], chosen: str, width: int, least: int, rows: str
) -> None:
    """The first is alone, and others where they are wide or where there are rows to spare."""
    some = [button for button in buttons if button.key in chosen]
    assert labels(rows_of(some, width, least)) == rows.split()


def test_the_height_is_that_of_the_highest_set(room: QWidget, buttons: list[KeyedButton]) -> None:
    """So that nothing jumps, unless there is no room for that."""
    choices = HurtChoices([buttons, buttons[:2]], room)
    choices.resize(700, choices.heightForWidth(700))
    room.show()
    row = buttons[0].sizeHint().height()
    assert choices.heightForWidth(700) == 3 * row
    choices.show_set(1)
    assert choices.heightForWidth(700) == 3 * row
    assert [button.isVisible() for button in buttons] == [True, True, False, False, False]
    choices.set_reserving(False)
    assert choices.heightForWidth(700) == 2 * row
    assert choices.minimumSizeHint().width() <= 420
    assert choices.sizeHint().width() > 420


def test_words_that_are_too_long_take_two_lines(buttons: list[KeyedButton]) -> None:
    """A little smaller if need be, and cut only where even that is too wide."""
    long = buttons[2]
    assert len(long._words(400).lines) == 1
    assert len(long._words(160).lines) == 2
    assert len(long._words(60).lines) == 2
    long.resize(long.minimumSizeHint())
    long.grab()


def test_a_sign_that_is_on_has_another_colour_and_a_tick(qtbot: QtBot, theme: Theme) -> None:
    """It is seen, and told by the state of the button."""
    sign = SignButton(theme, "N", "Numb")
    qtbot.addWidget(sign)
    sign.resize(300, sign.sizeHint().height())
    before = sign.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    sign.setChecked(True)
    after = sign.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert before.pixelColor(60, 20) == theme.palette.surface
    assert after.pixelColor(60, 20) == theme.palette.pain_soft
    ground = theme.palette.pain_soft
    assert any(after.pixelColor(x, 30) != ground for x in range(20, 45))
