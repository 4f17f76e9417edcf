from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.time_field import TimeField, stepped, typed_time
from tests.ui.windows import show_active


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> TimeField:
    """A field at nine with the keyboard."""
    field = TimeField(theme, "Monday, from")
    show_active(qtbot, field)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    return field


def write(field: TimeField, text: str) -> None:
    """Type a text over what is there."""
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("17h30", time(17, 30)),
        (" 23:59 ", time(23, 59)),
        ("24", None),
        ("9:75", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_are_understood_as_people_write_them(text: str, meant: time | None) -> None:
    """And what is none is none."""
    assert typed_time(text) == meant


@pytest.mark.parametrize(
    ("moment", "steps", "after"),
    [
        (time(9), 1, time(9, 15)),
        (time(9), -1, time(8, 45)),
        (time(9, 20), 1, time(9, 30)),
        (time(9, 20), -1, time(9, 15)),
        (time(23, 50), 1, time(0)),
        (time(0), -1, time(23, 45)),
    ],
)
def test_steps_stop_at_quarters(moment: time, steps: int, after: time) -> None:
    """And go on over midnight."""
    assert stepped(moment, steps) == after


@given(st.times(), st.sampled_from([-1, 1]))
def test_every_step_ends_at_a_quarter(moment: time, step: int) -> None:
    """Wherever it began."""
    assert stepped(moment, step).minute % 15 == 0


def test_a_typed_time_is_told_once(field: TimeField) -> None:
    """When it is another one."""
    told: list[time] = []
    field.time_changed.connect(lambda: told.append(field.value))
    write(field, "9")
    assert told == []
    write(field, "830")
    write(field, "8:30")
    assert told == [time(8, 30)]
    assert field.text() == "8:30"


def test_what_is_no_time_is_put_back(field: TimeField) -> None:
    """The last good one stays."""
    write(field, "noon")
    assert field.text() == "9:00"
    assert field.value == time(9)


def test_the_arrows_step(field: TimeField) -> None:
    """Up is later."""
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "9:15"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value == time(8, 45)


def test_it_grows_with_the_text(field: TimeField, theme: Theme) -> None:
    """And paints in the dark; it is called by its day."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert field.sizeHint().height() == 62
    assert field.minimumSizeHint() == field.sizeHint()
    assert field.accessibleName() == "Monday, from"
    field.resize(field.sizeHint())
    assert not field.grab().isNull()
