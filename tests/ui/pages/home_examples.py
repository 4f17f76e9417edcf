"""The home page of a test, with three routines on it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Area, Picture, Place, Position
from hipstretch.core.catalogue import Facts, RoutineItem
from hipstretch.ui.pages.home import HomePage
from hipstretch.ui.widgets.featured_card import FeaturedContent
from hipstretch.ui.widgets.meta_line import MetaPart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

META = (MetaPart("clock", "12 min"), MetaPart("", "9 stretches"))
STANDING = Picture(Position.STANDING)
TODAY = FeaturedContent("Today’s routine", "Morning", META, STANDING, "Start", "Customise")


def routine(number: int, *, place: Place = Place.FLOOR, seconds: float = 900.0) -> RoutineItem:
    """A routine named by a number."""
    facts = Facts(
        f"r{number}",
        f"Routine {number}",
        False,
        seconds,
        7,
        Position.LYING_ON_BACK,
        (place,),
        (Area.HIP,),
        ("pillow",),
    )
    return RoutineItem(facts)


def click(widget: QWidget) -> None:
    """Press the left button on it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def home_page(qtbot: QtBot, theme: Theme) -> HomePage:
    """A page with three routines in an active window of 1280x800."""
    page = HomePage(theme)
    qtbot.addWidget(page)
    page.set_time(datetime(2026, 5, 15, 8, 30))  # noqa: DTZ001 -- the person's own clock
    page.set_featured(TODAY)
    page.set_items(
        [routine(1), routine(2, place=Place.SEATED, seconds=240), routine(3, seconds=300)]
    )
    page.resize(1280, 800)
    page.show()
    qtbot.waitActive(page)
    page.setFocus()
    return page
