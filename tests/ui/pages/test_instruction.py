from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.ui.pages.instruction import Instruction
from hipstretch.ui.pages.player_layout import lay_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_the_instruction_begins_at_one_height(qtbot: QtBot, theme: Theme) -> None:
    """One line or two; only a long one begins higher."""
    instruction = Instruction(theme)
    qtbot.addWidget(instruction)
    instruction.place(lay_out(1280, 800))
    assert instruction._top(52) == instruction._top(104) == 22
    assert instruction._top(130) == 4
    instruction.place(lay_out(480, 800))
    assert instruction._top(40) == 0
    instruction.place(lay_out(800, 700))
    assert instruction._top(40) == (instruction.height() - 40) / 2
