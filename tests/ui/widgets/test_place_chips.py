from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.therapy import Place
from hipstretch.ui.widgets.place_chips import PlaceChips
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def places(qtbot: QtBot, theme: Theme) -> PlaceChips:
    """The chips in an active window, the right hip chosen."""
    places = PlaceChips(theme)
    places.resize(places.sizeHint())
    places.set_place(Place.RIGHT_HIP)
    return show_active(qtbot, places)


@pytest.fixture
def told(places: PlaceChips) -> list[object]:
    """What the chips tell."""
    told: list[object] = []
    places.place_changed.connect(told.append)
    return told


def test_a_click_chooses_a_place(places: PlaceChips, told: list[object]) -> None:
    """One at a time; the chosen one tells nothing again."""
    QTest.mouseClick(places.chips[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(places.chips[2], Qt.MouseButton.LeftButton)
    assert told == [Place.LOWER_BACK]
    assert [chip.isChecked() for chip in places.chips] == [False, False, True, False]


def test_showing_a_place_tells_nothing(places: PlaceChips, told: list[object]) -> None:
    """Only the person does."""
    places.set_place(Place.OTHER)
    assert told == []
    assert places.chips[3].isChecked()


def test_arrows_move_the_choice_and_tab_stops_once(
    qtbot: QtBot, places: PlaceChips, told: list[object]
) -> None:
    """As radio buttons do."""
    places.chips[0].setFocus()
    QTest.keyClick(places.chips[0], Qt.Key.Key_Right)
    qtbot.waitUntil(places.chips[1].hasFocus)
    assert told == [Place.LEFT_HIP]
    stops = [chip.focusPolicy() is Qt.FocusPolicy.StrongFocus for chip in places.chips]
    assert stops == [False, True, False, False]


def test_the_word_goes_where_there_is_no_room(places: PlaceChips) -> None:
    """The chips say it themselves."""
    places.set_labelled(False)
    assert places._label.isHidden()
    assert places._bar.accessibleName() == "Where"
