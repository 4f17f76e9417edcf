from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.ui.pages.settings_cards.phone_field import PhoneField, number_line
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> PhoneField:
    """The field in Britain."""
    field = PhoneField(theme, "GB")
    return show_active(qtbot, field)


@pytest.fixture
def told(field: PhoneField) -> list[str]:
    """What it tells."""
    told: list[str] = []
    field.number_changed.connect(told.append)
    return told


def enter(field: PhoneField, text: str) -> None:
    """Type a number in place of what is there, and Enter."""
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    QTest.keyClicks(field.editor, text)
    QTest.keyClick(field.editor, Qt.Key.Key_Return)


def test_the_countrys_number_is_offered(field: PhoneField, told: list[str]) -> None:
    """It is no number of the person's own, and follows the country."""
    assert (field.editor.text(), field.number) == ("999", "")
    field.set_country("US")
    assert field.editor.text() == "911"
    assert field.commit()
    assert told == []


def test_a_number_of_ones_own_counts(field: PhoneField, told: list[str]) -> None:
    """An empty field, or the country's number, goes back to the country's."""
    enter(field, "+44 20 7946 0000")
    enter(field, "")
    assert field.editor.text() == "999"
    enter(field, "112")
    enter(field, "999")
    assert told == ["+44 20 7946 0000", "", "112", ""]


@pytest.mark.parametrize("text", ["nobody", "1", "999-"])
def test_what_cannot_be_called_is_refused(field: PhoneField, told: list[str], text: str) -> None:
    """The last good number is kept; typing on forgives the error."""
    enter(field, "112")
    enter(field, text)
    is_number = text == "999-"
    assert bool(field.error) is not is_number
    if not is_number:
        assert field.number == "112"
        assert told == ["112"]
        QTest.keyClicks(field.editor, "2")
        assert field.error == ""


def test_the_error_has_room_only_when_it_is_there(field: PhoneField) -> None:
    """And names a number that can be typed."""
    before = field.sizeHint().height()
    enter(field, "x")
    assert field.sizeHint().height() > before
    assert field.error == "Use digits, such as 999"
    field.set_number("")
    assert field.sizeHint().height() == before


def test_two_numbers_of_a_country_can_stay(qtbot: QtBot, theme: Theme) -> None:
    """They are words rather than a number, and still right."""
    field = PhoneField(theme, "IE")
    qtbot.addWidget(field)
    assert field.editor.text() == "112 or 999"
    assert field.commit()
    field.editor.setText("help")
    assert not field.commit()
    assert field.error == "Use digits, such as 112"


def test_it_says_where_the_number_is_from() -> None:
    """The person, the country, or nobody in particular."""
    lines = {number_line("112", "GB"), number_line("", "GB"), number_line("", "")}
    assert len(lines) == 3
