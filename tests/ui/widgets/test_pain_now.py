from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.pain_now import PainNow, two_row_rects

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def pain(qtbot: QtBot, theme: Theme) -> PainNow:
    """As it is at first, at the width of the panel."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    pain = PainNow(theme)
    qtbot.addWidget(pain)
    pain.resize(266, 300)
    pain.show()
    return pain


def click(widget: QWidget) -> None:
    """Press the left button on it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_nothing_is_told_at_first(pain: PainNow) -> None:
    """It is one line."""
    assert pain.feeling == Feeling()
    assert pain._scale.isHidden()
    assert pain.sizeHint().height() < 60


def test_the_button_opens_it_and_takes_back(pain: PainNow, qtbot: QtBot) -> None:
    """It tells that it needs another height."""
    with qtbot.waitSignal(pain.resized, timeout=0):
        click(pain.switch)
    assert pain._scale.isVisible()
    click(pain._scale._cells[7])
    assert pain.feeling == Feeling(7)
    with qtbot.waitSignal(pain.resized, timeout=0):
        click(pain.switch)
    assert pain.feeling == Feeling()
    assert pain._scale.isHidden()


def test_digits_tell_it(pain: PainNow) -> None:
    """A one and a nought are ten."""
    pain.type_digit(1)
    assert pain.feeling == Feeling(1)
    pain.type_digit(0)
    assert pain.feeling == Feeling(10)


def test_the_place_is_asked_after_a_number(pain: PainNow) -> None:
    """One or none; without a number there is no place."""
    click(pain.switch)
    assert pain._where.isHidden()
    pain.type_digit(4)
    assert pain._where.isVisible()
    click(pain._chips[PainPlace.THIGH])
    click(pain._chips[PainPlace.FOOT])
    assert pain.feeling == Feeling(4, PainPlace.FOOT)
    click(pain._chips[PainPlace.FOOT])
    assert pain.feeling == Feeling(4)
    click(pain._chips[PainPlace.BACK])
    pain.clear()
    assert pain.feeling == Feeling()


def test_the_chips_fit_into_the_panel(pain: PainNow, theme: Theme) -> None:
    """At every text size; the panel grows with the text."""
    pain.type_digit(4)
    for scale in (1.0, 1.3):
        theme.set_look(Appearance.LIGHT, text_scale=scale, reduced_motion=True)
        pain.resize(round(266 * scale), 400)
        for chip in pain._chips.values():
            assert chip.width() >= chip.minimumSizeHint().width()
            assert chip.mapTo(pain, chip.rect().topRight()).x() <= pain.width()


def test_eleven_cells_stand_in_two_rows() -> None:
    """Of equal size, none over another one."""
    rects = two_row_rects(256, 36, 6)
    assert len(rects) == 11
    assert {rect.y() for rect in rects} == {0, 42}
    assert len({rect.size().toTuple() for rect in rects}) == 1
    assert max(rect.right() for rect in rects) <= 257
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
