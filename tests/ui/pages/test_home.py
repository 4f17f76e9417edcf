from __future__ import annotations

from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.catalogue import Facts, RoutineItem
from hipstretch.core.history import DayMark
from hipstretch.core.person import Person
from hipstretch.core.plan import PlanItem, Planned
from hipstretch.core.settings import Appearance
from hipstretch.storage.library import Library
from hipstretch.ui.pages.home import HomePage
from hipstretch.ui.widgets.featured_card import FeaturedContent
from hipstretch.ui.widgets.home_header import HeaderForm
from hipstretch.ui.widgets.strip_content import StripContent
from tests.ui.pages.home_examples import META, STANDING, TODAY, click, home_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

ROUTINES = Path(__file__).parents[3] / "routines"
WEEK = (*[DayMark.DONE] * 4, DayMark.TODAY, DayMark.AHEAD, DayMark.AHEAD)
GO_ON = FeaturedContent("Go on", "Morning", META, STANDING, "Go on", "Start over")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HomePage:
    """A page with three routines in an active window of 1280x800."""
    return home_page(qtbot, theme)


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
    search, chips = (w.mapTo(page, QPoint()) for w in (page._search, page._library.filters))
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
        ("chip", page._library.filters.chips),
        ("card", page._library.grid.shown),
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
    assert seen.count("chip") == len(page._library.filters.chips)


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
    shown = [
        w for w in (page._search, *page._header.new_buttons, page._library.grid) if w.isVisible()
    ]
    edges = [w.mapTo(page, QPoint(w.width(), 0)).x() for w in shown]
    assert max(edges) <= page.width() - 2
    assert page._library.empty is None or page._library.empty.isHidden()
