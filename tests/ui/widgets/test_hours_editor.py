from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import USUAL_HOURS
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.hours_editor import HoursEditor

OWN = ("08:00-16:00", "22:00-06:00", "", "", "", "", "10:00-12:30")


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> HoursEditor:
    """An editor of the usual hours."""
    editor = HoursEditor(theme)
    qtbot.addWidget(editor)
    editor.set_value(USUAL_HOURS)
    editor.resize(420, editor.sizeHint().height())
    editor.show()
    return editor


@pytest.fixture
def told(editor: HoursEditor) -> list[tuple[str, ...]]:
    """What it tells."""
    told: list[tuple[str, ...]] = []
    editor.value_changed.connect(told.append)
    return told


def test_hours_are_shown_without_telling(editor: HoursEditor, told: list[tuple[str, ...]]) -> None:
    """Also those that go over midnight."""
    editor.set_value(OWN)
    assert editor.value == OWN
    assert told == []


def test_what_are_no_hours_is_refused(editor: HoursEditor) -> None:
    """And nothing is changed."""
    with pytest.raises(ValueError, match="7 days"):
        editor.set_value(("09:00-17:00",))
    assert editor.value == USUAL_HOURS


def test_a_day_can_be_taken_out_and_back(editor: HoursEditor, told: list[tuple[str, ...]]) -> None:
    """It keeps its times; without hours it shows none."""
    editor.set_value(OWN)
    monday = editor.days[0]
    QTest.mouseClick(monday.toggle, Qt.MouseButton.LeftButton)
    assert told[-1] == ("", *OWN[1:])
    assert not monday.start.isVisible()
    QTest.mouseClick(monday.toggle, Qt.MouseButton.LeftButton)
    assert told[-1] == OWN


def test_a_time_is_told_with_the_whole_week(
    editor: HoursEditor, told: list[tuple[str, ...]]
) -> None:
    """As the setting wants it."""
    QTest.keyClick(editor.days[4].end, Qt.Key.Key_Down)
    assert told == [(*USUAL_HOURS[:4], "09:00-17:15", "", "")]


def test_the_first_hours_can_be_those_of_every_day(
    editor: HoursEditor, told: list[tuple[str, ...]]
) -> None:
    """Days without any stay so."""
    editor.days[0].start.set_value(time(7, 30))
    editor.same.click()
    assert told == [(*("07:30-17:30",) * 5, "", "")]


def test_a_week_without_hours_stays_so(editor: HoursEditor) -> None:
    """There is nothing to give to others."""
    editor.set_value(("",) * 7)
    editor.same.click()
    assert editor.value == ("",) * 7


def test_every_control_has_the_name_of_its_day(editor: HoursEditor) -> None:
    """Also where the day is written short."""
    editor.set_narrow(True)
    wednesday = editor.days[2]
    assert wednesday.name.text() == "Wed"
    assert wednesday.toggle.accessibleName() == "Wednesday"
    assert wednesday.start.accessibleName() == "Wednesday, from"
    assert wednesday.end.accessibleName() == "Wednesday, to"
    editor.set_narrow(False)
    assert wednesday.name.text() == "Wednesday"


def test_it_fits_into_the_smallest_window(editor: HoursEditor, theme: Theme) -> None:
    """With the largest text."""
    from hipstretch.core.settings import Appearance

    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    editor.set_narrow(True)
    assert editor.minimumSizeHint().width() <= 420 - 2 * 20 - 2 * 16 + 10
