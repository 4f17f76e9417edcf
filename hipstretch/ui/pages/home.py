"""Home: today at a glance, the routine to do now, and the library with its filters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipstretch.core.catalogue import FaultItem, Filter, HomeItem, RoutineItem
from hipstretch.ui.pages.home_grid import HomeGrid
from hipstretch.ui.pages.home_items import fits, fitting
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.featured_card import FeaturedCard, FeaturedContent
from hipstretch.ui.widgets.filter_bar import FilterBar
from hipstretch.ui.widgets.home_header import HeaderForm, HomeHeader
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.scroll_page import ScrollPage, side_padding
from hipstretch.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:  # made when they are first shown
    from datetime import date, datetime

    from hipstretch.core.breaks_view import BreaksView
    from hipstretch.ui.widgets.empty_state import EmptyState
    from hipstretch.ui.widgets.strip_content import StripContent
    from hipstretch.ui.widgets.today_strip import TodayStrip

__all__ = ["FaultItem", "FeaturedContent", "HomeItem", "HomePage", "RoutineItem"]

PAGE_CARDS = 60
"""The most cards that are shown at once, and how many "Show more" adds."""
_WITH_LETTERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""The keys that make a command of a letter."""
_MORNING, _AFTERNOON, _EVENING = 4, 12, 18
_STRIP_GAP, _FEATURED_GAP, _FILTER_GAP, _GRID_GAP, _SEARCH_GAP = 18, 16, 20, 16, 16


class HomePage(ScrollPage):
    """The first page: a greeting, the day, the routine to do now, and all routines.

    Signals:
        routine_opened: a card was opened; carries the routine's id.
        routine_start_requested: Space on a card; carries the routine's id.
        fault_opened: the card of a faulty file was opened; carries its key.
        new_routine_requested: a new routine is to be made.
        featured_start_requested: the first button of the featured card.
        featured_second_requested: its second button.
        featured_dismissed: its quiet third button.
        breaks_requested: the Breaks page is wanted.
        up_requested: the person is up.
        sitting_requested: the person sits again.
    """

    routine_opened = Signal(str)
    routine_start_requested = Signal(str)
    fault_opened = Signal(str)
    new_routine_requested = Signal()
    featured_start_requested = Signal()
    featured_second_requested = Signal()
    featured_dismissed = Signal()
    breaks_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._items: list[HomeItem] = []
        self._found: list[HomeItem] = []
        self._limit = PAGE_CARDS
        self._search = SearchBox(theme, self.tr("Search routines"))
        self._header = self._make_header(theme)
        self._strip: TodayStrip | None = None
        self._strip_row, self._featured_row = GapRow(_STRIP_GAP), GapRow(_FEATURED_GAP)
        self._featured = FeaturedCard(theme)
        self._filters = FilterBar(theme)
        self._grid = HomeGrid(theme)
        self._empty: EmptyState | None = None
        self._empty_row = GapRow(0)
        self._more = Button(theme, self.tr("Show more"), kind=ButtonKind.SECONDARY)
        self._search_row = GapRow(_SEARCH_GAP)
        self._fill()
        self._connect()

    def set_time(self, now: datetime) -> None:
        """Greet as the hour is, and show the date."""
        self._header.set_words(self._greeting(now.hour), self._date_words(now.date()))
        self._arrange()

    def set_strip(self, content: StripContent | None) -> None:
        """Show the days and the pain; None while there is no history."""
        if content is not None:
            self._strip = self._strip or self._make_strip()
        if self._strip is not None:
            self._strip.set_content(content)
        self._open_strip()

    def set_breaks(self, view: BreaksView | None) -> None:
        """Show how long the person sits; None while there are no reminders."""
        if view is not None:
            self._strip = self._strip or self._make_strip()
        if self._strip is not None:
            self._strip.set_breaks(view)
        self._open_strip()

    def set_featured(self, content: FeaturedContent | None, *, can_dismiss: bool = False) -> None:
        """Show another routine on the featured card, or a question that may be put away.

        None hides the card. With `can_dismiss` the second button starts over, and there is a
        third one, "Not now".
        """
        if content is not None and can_dismiss:
            words = content.dismiss_text or self.tr("Not now")
            content = content._replace(second_icon="reset", dismiss_text=words)
        if content is not None:
            self._featured.set_content(content)
        self._featured.setVisible(content is not None)
        self._featured_row.set_open(content is not None)

    def set_items(self, items: Sequence[HomeItem]) -> None:
        """Show these routines and faulty files, in this order, as far as they fit the filters."""
        self._items = list(items)
        self._find()

    def add_items(self, items: Sequence[HomeItem]) -> None:
        """Put more at the end."""
        self._items.extend(items)
        chosen = self.filter
        full = len(self._found) > self._limit
        self._found.extend(item for item in items if fits(item, chosen))
        if not full:
            self._show_found()

    @property
    def filter(self) -> Filter:
        """What is searched for and chosen."""
        return self._filters.filter._replace(text=self._search.text().strip())

    def focus_search(self) -> None:
        """Go to the search, with what is there chosen to be written over."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.select_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the head out for the room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the window that it is in now."""
        super().showEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the search with two keys, from anywhere on the page."""
        from PySide6.QtGui import QKeySequence

        slash = event.key() == Qt.Key.Key_Slash and not event.modifiers() & _WITH_LETTERS
        if slash or event.matches(QKeySequence.StandardKey.Find):
            self.focus_search()
        else:
            super().keyPressEvent(event)

    def _make_header(self, theme: Theme) -> HomeHeader:
        """The head with its two buttons for a new routine."""
        words = self.tr("New routine")
        button = Button(theme, words, kind=ButtonKind.SECONDARY, icon="plus")
        icon_button = IconButton(theme, "plus", words)
        for new in (button, icon_button):
            new.clicked.connect(self._on_new_clicked)
        icon_button.hide()
        return HomeHeader(theme, self._search, button, icon_button)

    def _fill(self) -> None:
        """Put everything on the page, from top to bottom."""
        self.add_layout(self._header)
        self._more.hide()
        self._featured.hide()
        self._featured_row.addWidget(self._featured)
        self.add_layout(self._strip_row)
        self.add_layout(self._featured_row)
        self.add_layout(self._search_row)
        self.add_gap(layout_gap(_FILTER_GAP))
        self.add(self._filters)
        self.add_gap(layout_gap(_GRID_GAP))
        self.add(self._grid)
        self.add_layout(self._empty_row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._more)
        middle.addStretch(1)
        self.add_layout(middle)
        self.add_stretch()

    def _connect(self) -> None:
        """Listen to everything on the page."""
        self._featured.start_requested.connect(self._on_featured_start_requested)
        self._featured.customise_requested.connect(self._on_featured_second_requested)
        self._featured.dismissed.connect(self._on_featured_dismissed)
        self._filters.filter_changed.connect(self._on_filter_changed)
        self._filters.all_requested.connect(self._on_all_requested)
        self._search.text_changed.connect(self._on_search_changed)
        self._search.results_requested.connect(self._on_results_requested)
        self._more.clicked.connect(self._on_more_clicked)
        self._grid.routine_opened.connect(self._on_routine_opened)
        self._grid.routine_start_requested.connect(self._on_routine_start_requested)
        self._grid.fault_opened.connect(self._on_fault_opened)
        self._theme.changed.connect(self._on_look_changed)

    def _greeting(self, hour: int) -> str:
        """The greeting of an hour."""
        if _MORNING <= hour < _AFTERNOON:
            return self.tr("Good morning")
        if _AFTERNOON <= hour < _EVENING:
            return self.tr("Good afternoon")
        return self.tr("Good evening")

    def _date_words(self, day: date) -> str:
        """A day: "Friday, 15 May"."""
        locale: QLocale = self.locale()
        words = self.tr("{weekday}, {day} {month}")
        return words.format(
            weekday=locale.dayName(day.isoweekday()),
            day=day.day,
            month=locale.monthName(day.month),
        )

    def _arrange(self) -> None:
        """Lay head, search and strip out for the room that there is."""
        window = self.window().width()
        narrow = window < NARROW_WINDOW
        room = self.width() - 2 * side_padding(window, self.width()) + FOCUS_MARGIN
        form = self._header.form_for(room, narrow=narrow)
        moved = form.has_search != self._header.form.has_search
        self._header.apply(form)
        if self._strip is not None:
            self._strip.set_low(narrow)
        if not form.has_search and not self._search_row.count():
            self._search_row.addWidget(self._search)
        self._search_row.set_open(not form.has_search)
        if moved:
            self._order_tabs(form)

    def _order_tabs(self, form: HeaderForm) -> None:
        """Let Tab go the way of the eye."""
        card = self._featured
        head = [*self._header.new_buttons, card.start_button, card.second_button]
        last = card.dismiss_button
        _chain_tabs([self._search, *head, last] if form.has_search else [last, self._search])

    def _find(self) -> None:
        """Show from the beginning what fits."""
        chosen = self.filter
        self._filters.mark_all(chosen.is_empty)
        self._found = fitting(self._items, chosen)
        self._limit = PAGE_CARDS
        self._show_found()

    def _open_strip(self) -> None:
        """Give the strip room while it has something to tell."""
        is_open = self._strip is not None and not self._strip.is_empty
        if self._strip is not None:
            self._strip.setVisible(is_open)
        self._strip_row.set_open(is_open)

    def _make_strip(self) -> TodayStrip:
        """The strip, made when it first has something to tell."""
        from hipstretch.ui.widgets.today_strip import TodayStrip

        strip = TodayStrip(self._theme)
        strip.set_low(self.window().width() < NARROW_WINDOW)
        strip.breaks_requested.connect(self.breaks_requested)
        strip.up_requested.connect(self.up_requested)
        strip.sitting_requested.connect(self.sitting_requested)
        self._strip_row.addWidget(strip)
        self.shade(strip)
        return strip

    def _show_empty(self, *, is_empty: bool) -> None:
        """Say that nothing fits, or not; the words are made when they are first needed."""
        if is_empty and self._empty is None:
            from hipstretch.ui.widgets.empty_state import EmptyState

            self._empty = EmptyState(
                self._theme,
                self.tr("No routine fits"),
                self.tr("Try fewer filters or another word."),
                self.tr("Show all"),
            )
            self._empty.action_requested.connect(self._on_all_requested)
            self._empty_row.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _show_found(self) -> None:
        """Show the first of what fits, or say that nothing does."""
        shown = self._found[: self._limit]
        self._grid.show_items(shown)
        self._grid.setVisible(bool(shown))
        self._show_empty(is_empty=bool(self._items) and not shown)
        self._more.setVisible(len(self._found) > len(shown))
        _chain_tabs([self._filters.chips[-1], *self._grid.shown, self._more])

    @Slot()
    def _on_new_clicked(self) -> None:
        """Pass the wish on."""
        self.new_routine_requested.emit()

    @Slot()
    def _on_featured_start_requested(self) -> None:
        """Pass the wish on."""
        self.featured_start_requested.emit()

    @Slot()
    def _on_featured_second_requested(self) -> None:
        """Pass the wish on."""
        self.featured_second_requested.emit()

    @Slot()
    def _on_featured_dismissed(self) -> None:
        """Pass the wish on."""
        self.featured_dismissed.emit()

    @Slot(str)
    def _on_routine_opened(self, routine_id: str) -> None:
        """Pass the wish on."""
        self.routine_opened.emit(routine_id)

    @Slot(str)
    def _on_routine_start_requested(self, routine_id: str) -> None:
        """Pass the wish on."""
        self.routine_start_requested.emit(routine_id)

    @Slot(str)
    def _on_fault_opened(self, key: str) -> None:
        """Pass the wish on."""
        self.fault_opened.emit(key)

    @Slot(Filter)
    def _on_filter_changed(self, _chosen: Filter) -> None:
        """Show what fits now."""
        self._find()

    @Slot()
    def _on_all_requested(self) -> None:
        """Show everything: take the filters off and empty the search."""
        self._filters.clear()
        self._search.clear()
        self._find()

    @Slot()
    def _on_search_changed(self) -> None:
        """Show what fits now."""
        self._find()

    @Slot()
    def _on_results_requested(self) -> None:
        """Go to the first card, or to the way out where there is none."""
        if self._found:
            self._grid.focus_card(0)
        elif self._empty is not None:
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_more_clicked(self) -> None:
        """Show more cards, and go to the first of the new ones."""
        before = self._limit
        self._limit += PAGE_CARDS
        self._show_found()
        self._grid.focus_card(before)

    @Slot()
    def _on_look_changed(self) -> None:
        """Lay out for the new text size."""
        self._arrange()


class GapRow(QVBoxLayout):
    """A row with its gap above, which takes no room at all while it is closed."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = layout_gap(gap)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Keep the gap, or none."""
        self.setContentsMargins(0, self._gap if is_open else 0, 0, 0)


def _chain_tabs(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through the widgets in this order."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
