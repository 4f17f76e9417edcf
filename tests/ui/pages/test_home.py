from __future__ import annotations

from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.body import Area, Picture, Place, Position
from hipstretch.core.catalogue import Facts
from hipstretch.core.fault import Fault
from hipstretch.core.history import DayMark
from hipstretch.core.person import Person
from hipstretch.core.plan import PlanItem, Planned
from hipstretch.core.settings import Appearance
from hipstretch.storage.library import Library
from hipstretch.ui.pages.home import (
    PAGE_CARDS,
    FaultItem,
    FeaturedContent,
    HomePage,
    RoutineItem,
)
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.home_header import HeaderForm
from hipstretch.ui.widgets.meta_line import MetaPart
from hipstretch.ui.widgets.routine_card import RoutineCard
from hipstretch.ui.widgets.strip_content import StripContent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

ROUTINES = Path(__file__).parents[3] / "routines"
WEEK = (*[DayMark.DONE] * 4, DayMark.TODAY, DayMark.AHEAD, DayMark.AHEAD)
META = (MetaPart("clock", "12 min"), MetaPart("", "9 stretches"))
STANDING = Picture(Position.STANDING)
TODAY = FeaturedContent("Today’s routine", "Morning", META, STANDING, "Start", "Customise")
GO_ON = FeaturedContent("Go on", "Morning", META, STANDING, "Go on", "Start over")


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


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HomePage:
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


def titles(page: HomePage) -> list[str]:
    """The titles of the shown cards."""
    return [card.content.title for card in page._grid.shown if isinstance(card, RoutineCard)]


def chip(page: HomePage, label: str) -> Chip:
    """The chip with these words."""
    return next(chip for chip in page._filters.chips if chip.label == label)


def click(widget: QWidget) -> None:
    """Press the left button on it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
        (2, "Good evening"),
    ],
)
def test_it_greets_by_the_hour(page: HomePage, hour: int, greeting: str) -> None:
    """With the date beside it."""
    page.set_time(datetime(2026, 5, 15, hour))  # noqa: DTZ001
    assert page._header.greeting == greeting
    assert page._header.date == "Friday, 15 May"


def test_the_strip_is_there_with_a_history_only(page: HomePage) -> None:
    """And leaves no gap where it is not."""
    assert page._strip is None or not page._strip.isVisible()
    before = page._featured.mapTo(page, QPoint()).y()
    page.set_strip(StripContent(4, WEEK, (5, 4)))
    QApplication.processEvents()
    assert page._strip is not None
    assert page._strip.isVisible()
    assert page._featured.mapTo(page, QPoint()).y() - before == 102 + 8
    page.set_strip(None)
    QApplication.processEvents()
    assert page._featured.mapTo(page, QPoint()).y() == before


def test_the_featured_card_passes_its_wishes_on(qtbot: QtBot, page: HomePage) -> None:
    """One signal for each button."""
    page.set_featured(GO_ON, can_dismiss=True)
    card = page._featured
    with qtbot.waitSignal(page.featured_start_requested):
        click(card.start_button)
    with qtbot.waitSignal(page.featured_second_requested):
        click(card.second_button)
    with qtbot.waitSignal(page.featured_dismissed):
        click(card.dismiss_button)
    assert card.dismiss_button.label == "Not now"


def test_all_three_answers_are_there_in_narrow_windows(qtbot: QtBot, page: HomePage) -> None:
    """Inside the card, in more rows than one where they need it."""
    page.resize(420, 900)
    QApplication.processEvents()
    assert not page._featured.second_button.isVisible()
    page.set_featured(GO_ON, can_dismiss=True)
    card = page._featured
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()))
    for button in (card.start_button, card.second_button, card.dismiss_button):
        assert button.isVisible()
        assert card.rect().contains(button.geometry())


def test_without_a_routine_there_is_no_featured_card(page: HomePage) -> None:
    """The filters move up."""
    page.set_featured(None)
    assert not page._featured.isVisible()
    page.set_featured(TODAY)
    assert page._featured.isVisible()
    assert not page._featured.dismiss_button.isVisible()


def test_chips_narrow_and_all_widens_again(page: HomePage) -> None:
    """Several may be on; All says whether everything is shown."""
    click(chip(page, "Under 10 min"))
    assert titles(page) == ["Routine 2", "Routine 3"]
    click(chip(page, "Seated"))
    assert titles(page) == ["Routine 2"]
    assert not chip(page, "All").isChecked()
    click(chip(page, "All"))
    assert len(titles(page)) == 3
    assert [c.label for c in page._filters.chips if c.isChecked()] == ["All"]


def test_the_search_finds_while_it_is_typed(page: HomePage) -> None:
    """Escape shows everything again."""
    page._search.setFocus()
    QTest.keyClicks(page._search.field, "tine 3")
    assert titles(page) == ["Routine 3"]
    assert not chip(page, "All").isChecked()
    QTest.keyClick(page._search.field, Qt.Key.Key_Escape)
    assert page._search.text() == ""
    assert len(titles(page)) == 3


@pytest.mark.parametrize("keys", ["/", "Ctrl+F"])
def test_two_keys_go_to_the_search(page: HomePage, keys: str) -> None:
    """From wherever the focus is."""
    page._featured.start_button.setFocus()
    if keys == "/":
        QTest.keyClick(page._featured.start_button, Qt.Key.Key_Slash)
    else:
        QTest.keyClick(
            page._featured.start_button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
        )
    assert page._search.field.hasFocus()


def test_a_slash_can_be_searched_for(page: HomePage) -> None:
    """In the field it is a letter like any other."""
    page.focus_search()
    QTest.keyClicks(page._search.field, "a/b")
    assert page._search.text() == "a/b"


def test_enter_goes_from_the_search_to_what_was_found(
    press: Callable[[Qt.Key], None], qtbot: QtBot, page: HomePage
) -> None:
    """And opens it from there."""
    page.focus_search()
    QTest.keyClicks(page._search.field, "2")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.routine_opened) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["r2"]


def test_where_nothing_fits_it_says_so(press: Callable[[Qt.Key], None], page: HomePage) -> None:
    """And offers everything again."""
    page.focus_search()
    QTest.keyClicks(page._search.field, "zzz")
    assert page._empty is not None
    assert page._empty.isVisible()
    assert not page._grid.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page._empty is None or not page._empty.isVisible()
    assert len(titles(page)) == 3


def test_an_empty_library_is_not_a_search_without_result(page: HomePage) -> None:
    """It may just not be read yet."""
    page.set_items([])
    assert page._empty is None or not page._empty.isVisible()
    page.add_items([routine(9)])
    assert titles(page) == ["Routine 9"]


def test_added_items_keep_to_the_filter(page: HomePage) -> None:
    """Those that fit stand at the end."""
    click(chip(page, "Under 10 min"))
    page.add_items([routine(4), routine(5, seconds=60)])
    assert titles(page) == ["Routine 2", "Routine 3", "Routine 5"]


def test_many_routines_are_shown_in_parts(qtbot: QtBot, page: HomePage) -> None:
    """The rest on demand, with the keyboard at the first new one; all are searched."""
    page.set_items([routine(number) for number in range(3000)])
    assert len(titles(page)) == PAGE_CARDS
    assert page._more.isVisible()
    with qtbot.waitSignal(page._more.clicked):
        QTest.keyClick(page._more, Qt.Key.Key_Return)
    assert len(titles(page)) == 2 * PAGE_CARDS
    assert page._grid.shown[PAGE_CARDS].hasFocus()
    made = len(page._grid.cards)
    QTest.keyClicks(page._search.field, "2999")
    assert titles(page) == ["Routine 2999"]
    assert not page._more.isVisible()
    assert len(page._grid.cards) == made


def test_cards_pass_their_wishes_on(qtbot: QtBot, page: HomePage) -> None:
    """Opened, started, or faults to be shown."""
    page.set_items([routine(1), FaultItem("own/a.yaml", "a.yaml", (Fault(3, 1, "unknown key"),))])
    with qtbot.waitSignal(page.routine_start_requested) as told:
        QTest.keyClick(page._grid.shown[0], Qt.Key.Key_Space)
    assert told.args == ["r1"]
    with qtbot.waitSignal(page.fault_opened) as told:
        click(page._grid.shown[1])
    assert told.args == ["own/a.yaml"]


def test_a_new_routine_can_be_asked_for_in_every_width(qtbot: QtBot, page: HomePage) -> None:
    """With words, or with the sign alone and a name."""
    button, icon_button = page._header.new_buttons
    with qtbot.waitSignal(page.new_routine_requested):
        click(button)
    page.resize(480, 800)
    assert not button.isVisible()
    assert icon_button.accessibleName() == "New routine"
    with qtbot.waitSignal(page.new_routine_requested):
        click(icon_button)


@pytest.mark.parametrize(
    ("width", "scale", "form"),
    [
        (1280, 1.0, HeaderForm.WIDE),
        (760, 1.0, HeaderForm.STACKED),
        (760, 1.3, HeaderForm.WITHOUT_SEARCH),
        (700, 1.0, HeaderForm.NARROW),
        (420, 1.3, HeaderForm.NARROW),
    ],
)
def test_the_search_stands_where_there_is_room(
    page: HomePage, theme: Theme, width: int, scale: float, form: HeaderForm
) -> None:
    """In the head, else above the chips; it keeps focus and words when it moves."""
    page.focus_search()
    QTest.keyClicks(page._search.field, "tine")
    page.resize(width, 800)
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    QApplication.processEvents()
    assert page._header.form is form
    assert page._search.field.hasFocus()
    assert page._search.text() == "tine"
    search, chips = (w.mapTo(page, QPoint()) for w in (page._search, page._filters))
    assert (search.y() < 60) == form.has_search
    assert search.y() < chips.y()


def role_of(page: HomePage, widget: QWidget | None) -> str:
    """What a widget of the page is."""
    places: list[tuple[str, Sequence[QWidget]]] = [
        ("search", [page._search.field]),
        ("new", page._header.new_buttons),
        ("question", page._question.buttons if page._question is not None else ()),
        ("plan", page._day.stops[:-1]),
        ("day", page._day.stops[-1:]),
        ("chip", page._filters.chips),
        ("card", page._grid.shown),
    ]
    return next((name for name, widgets in places if widget in widgets), "featured")


@pytest.mark.parametrize(
    ("width", "order"),
    [
        (1280, ["search", "new", "question", "plan", "day", "featured", "chip", "card"]),
        (480, ["new", "question", "plan", "day", "featured", "search", "chip", "card"]),
    ],
)
def test_tab_goes_the_way_of_the_eye(
    press: Callable[[Qt.Key], None], page: HomePage, width: int, order: list[str]
) -> None:
    """Head, question, the plan of today, featured card, search where it is there, chips, cards."""
    page.ask_settled("Has it settled?")
    page.set_day([PlanItem(Planned("r1", "Routine 1"), 0)], is_flare_up=False)
    page.resize(width, 800)
    QApplication.processEvents()
    page.setFocus()
    seen: list[str] = []
    while seen[-3:] != ["card"] * 3:
        press(Qt.Key.Key_Tab)
        seen.append(role_of(page, QApplication.focusWidget()))
    assert [name for name, _ in groupby(seen)] == order
    assert seen.count("chip") == len(page._filters.chips)


@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (800, 700), (480, 800), (420, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_bundled_routines_fit_into_every_window(
    page: HomePage, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """Nothing is wider than the page."""
    library = Library(ROUTINES, Path("/nowhere"))
    page.set_items(
        [
            RoutineItem(Facts.of(entry.routine, Person(), is_own=False))
            for entry in library.bundled_entries()
            if entry.routine is not None
        ]
    )
    page.set_strip(StripContent(0, WEEK, (10, 10)))
    page.set_featured(GO_ON, can_dismiss=True)
    theme.set_look(Appearance.DARK, text_scale=scale)
    page.resize(*size)
    QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0
    shown = [w for w in (page._search, *page._header.new_buttons, page._grid) if w.isVisible()]
    edges = [w.mapTo(page, QPoint(w.width(), 0)).x() for w in shown]
    assert max(edges) <= page.width() - 2
    assert page._empty is None or page._empty.isHidden()
