"""The library on Home: what fits the search and the filters, on cards, or why there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipstretch.core.catalogue import Filter, HomeItem
from hipstretch.ui.pages.home_grid import HomeGrid
from hipstretch.ui.pages.home_items import PersonToday, fits, fitting
from hipstretch.ui.pages.home_rows import chain_tabs
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.filter_bar import FilterBar
from hipstretch.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:  # made when nothing fits for the first time
    from hipstretch.ui.widgets.empty_state import EmptyState

PAGE_CARDS = 60
"""The most cards that are shown at once, and how many "Show more" adds."""


class HomeLibrary(QObject):
    """Searches the items, shows those that fit and tells where none does; the page lays it out."""

    def __init__(self, theme: Theme, search: SearchBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._search = theme, search
        self._items: list[HomeItem] = []
        self._found: list[HomeItem] = []
        self._limit = PAGE_CARDS
        self._filters = FilterBar(theme)
        self._grid = HomeGrid(theme)
        self._empty: EmptyState | None = None
        self._foot = QVBoxLayout()
        self._more = Button(theme, self.tr("Show more"), kind=ButtonKind.SECONDARY)
        self._more.hide()
        self._fill_foot()
        self._filters.filter_changed.connect(self._on_filter_changed)
        self._filters.all_requested.connect(self._on_all_requested)
        search.text_changed.connect(self._on_search_changed)
        search.results_requested.connect(self._on_results_requested)
        self._more.clicked.connect(self._on_more_clicked)

    @property
    def filters(self) -> FilterBar:
        """The chips that filter."""
        return self._filters

    @property
    def grid(self) -> HomeGrid:
        """The cards."""
        return self._grid

    @property
    def empty(self) -> EmptyState | None:
        """What is told where nothing fits, once that was so."""
        return self._empty

    @property
    def foot(self) -> QVBoxLayout:
        """What stands under the cards: that nothing fits, or the way to more of them."""
        return self._foot

    @property
    def more(self) -> Button:
        """The way to more cards."""
        return self._more

    @property
    def filter(self) -> Filter:
        """What is searched for and chosen."""
        return self._filters.filter._replace(text=self._search.text().strip())

    def set_person(self, person: PersonToday) -> None:
        """Show on the cards what matters for a person on this day."""
        if self._grid.set_person(person):
            self._show_found()

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

    def _fill_foot(self) -> None:
        """The way to more stands in the middle."""
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._more)
        middle.addStretch(1)
        self._foot.addLayout(middle)

    def _find(self) -> None:
        """Show from the beginning what fits."""
        chosen = self.filter
        self._filters.mark_all(chosen.is_empty)
        self._found = fitting(self._items, chosen)
        self._limit = PAGE_CARDS
        self._show_found()

    def _show_found(self) -> None:
        """Show the first of what fits, or say that nothing does."""
        shown = self._found[: self._limit]
        self._grid.show_items(shown)
        self._grid.setVisible(bool(shown))
        self._show_empty(is_empty=bool(self._items) and not shown)
        self._more.setVisible(len(self._found) > len(shown))
        chain_tabs([self._filters.chips[-1], *self._grid.shown, self._more])

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
            self._foot.insertWidget(0, self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

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
