from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.welcome_chips import AnswerChip, ChipFlow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def flow(qtbot: QtBot, theme: Theme) -> ChipFlow:
    """Six chips."""
    flow = ChipFlow("Some answers")
    qtbot.addWidget(flow)
    for number in range(6):
        flow.add_chip(AnswerChip(theme, f"Answer {'x' * number}", str(number)))
    flow.show()
    return flow


def rows(flow: ChipFlow) -> list[list[QRect]]:
    """The places of the chips, row by row."""
    found: dict[int, list[QRect]] = {}
    for chip in flow.chips:
        found.setdefault(chip.y(), []).append(chip.geometry())
    return list(found.values())


@pytest.mark.parametrize(("width", "count"), [(2000, 1), (420, 3), (180, 6), (100, 6)])
def test_chips_flow_in_as_many_rows_as_the_width_asks_for(
    flow: ChipFlow, width: int, count: int
) -> None:
    """None leaves the width, and none lies over another."""
    height = flow.heightForWidth(width)
    flow.resize(width, height)
    found = rows(flow)
    assert len(found) == count
    assert all(place.right() < width for row in found for place in row)
    places = [place for row in found for place in row]
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert max(place.bottom() for place in places) + 1 == height


def test_larger_text_takes_more_room(flow: ChipFlow, theme: Theme) -> None:
    """The flow asks for it by itself."""
    before = flow.heightForWidth(420)
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert flow.heightForWidth(420) > before
    assert flow.minimumSizeHint().width() == max(chip.sizeHint().width() for chip in flow.chips)


def test_choosing_moves_nothing(theme: Theme, qtbot: QtBot) -> None:
    """Both weights of the words have room."""
    chip = AnswerChip(theme, "A hip replacement", "hip-replacement")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


@pytest.mark.parametrize("leaves", [True, False])
def test_enter_is_the_chips_or_the_pages(qtbot: QtBot, theme: Theme, *, leaves: bool) -> None:
    """The space bar turns it in any case."""

    class Page(QWidget):
        """Counts the keys that reach it."""

        keys = 0

        def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802  # Qt's own name
            """Count."""
            self.keys += 1

    page = Page()
    qtbot.addWidget(page)
    chip = AnswerChip(theme, "Yes", leaves_enter=leaves, parent=page)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert (chip.isChecked(), page.keys) == (not leaves, int(leaves))
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked() is leaves


def test_an_answer_is_seen_without_its_colour(qtbot: QtBot, theme: Theme) -> None:
    """The sign before the words is another one."""
    chip = AnswerChip(theme, "Yes")
    qtbot.addWidget(chip)
    drawn: list[str] = []
    draw = theme.icons.draw

    class Spy:
        """Notes which icons are drawn."""

        def draw(self, painter: object, name: str, *rest: object) -> None:
            """Note and draw."""
            drawn.append(name)
            draw(painter, name, *rest)  # type: ignore[arg-type]

    theme.icons = Spy()  # type: ignore[assignment]
    for is_on in (False, True):
        chip.setChecked(is_on)
        chip.grab()
    assert drawn == ["plus", "check"]
