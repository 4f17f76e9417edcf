"""Home: today at a glance, the routine to do now, and the library with its filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.catalogue import HomeItem
from hipstretch.ui.pages.home_items import PersonToday
from hipstretch.ui.pages.home_library import HomeLibrary
from hipstretch.ui.pages.home_rows import GapRow, chain_tabs, date_words, greeting
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.day_row import DayRow
from hipstretch.ui.widgets.featured_card import FeaturedCard, FeaturedContent
from hipstretch.ui.widgets.home_header import HomeHeader
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.scroll_page import ScrollPage, side_padding
from hipstretch.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:  # made when they are first shown
    from datetime import datetime

    from hipstretch.core.breaks_view import BreaksView
    from hipstretch.core.plan import PlanItem
    from hipstretch.ui.widgets.concern_question import SettledCard
    from hipstretch.ui.widgets.strip_content import StripContent
    from hipstretch.ui.widgets.today_strip import TodayStrip

_WITH_LETTERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""The keys that make a command of a letter."""
_STRIP_GAP, _FEATURED_GAP, _FILTER_GAP, _GRID_GAP, _SEARCH_GAP = 18, 16, 20, 16, 16
_QUESTION_GAP, _DAY_GAP = 18, 14


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
        flare_up_switched: `bool`, today is to be a flare-up day, or an ordinary one.
        settled_answered: `Settled`, whether what hurt has settled.
        safety_requested: when to get help.
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
    flare_up_switched = Signal(bool)
    settled_answered = Signal(object)
    safety_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Today"))
        self._search = SearchBox(theme, self.tr("Search routines"))
        self._header = self._make_header(theme)
        self._strip: TodayStrip | None = None
        self._question: SettledCard | None = None
        self._question_row, self._day_row = GapRow(_QUESTION_GAP), GapRow(_DAY_GAP)
        self._strip_row, self._featured_row = GapRow(_STRIP_GAP), GapRow(_FEATURED_GAP)
        self._day = DayRow(theme)
        self._featured = FeaturedCard(theme)
        self._library = HomeLibrary(theme, self._search, self)
        self._search_row = GapRow(_SEARCH_GAP)
        self._fill()
        self._order_tabs()
        self._connect()

    def set_time(self, now: datetime) -> None:
        """Greet as the hour is, and show the date."""
        self._header.set_words(greeting(now.hour), date_words(now.date(), self.locale()))
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

    def set_day(self, plan: Sequence[PlanItem], *, is_flare_up: bool) -> None:
        """Show what is planned for today, and whether it is a flare-up day."""
        self._day.set_plan(plan)
        self._day.set_flare_up(is_flare_up)
        self._order_tabs()

    def ask_settled(self, words: str) -> None:
        """Ask whether what hurt has settled; nothing where there are no words."""
        if words:
            self._question = self._question or self._make_question()
            self._question.ask(words)
            self._order_tabs()
        self._open_question(is_open=bool(words))

    def offer_help(self, *, is_flare_up: bool) -> None:
        """Offer what helps where it has not settled, in the place of the question."""
        if self._question is not None:
            self._question.offer_help(is_flare_up=is_flare_up)

    def set_person(self, person: PersonToday) -> None:
        """Show on the cards what matters for a person on this day."""
        self._library.set_person(person)

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
        self._library.set_items(items)

    def add_items(self, items: Sequence[HomeItem]) -> None:
        """Put more at the end."""
        self._library.add_items(items)

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
        self._featured.hide()
        self._featured_row.addWidget(self._featured)
        self._day_row.addWidget(self._day)
        self._day_row.set_open(True)
        self.add_layout(self._question_row)
        self.add_layout(self._strip_row)
        self.add_layout(self._day_row)
        self.add_layout(self._featured_row)
        self.add_layout(self._search_row)
        self.add_gap(layout_gap(_FILTER_GAP))
        self.add(self._library.filters)
        self.add_gap(layout_gap(_GRID_GAP))
        self.add(self._library.grid)
        self.add_layout(self._library.foot)
        self.add_stretch()

    def _connect(self) -> None:
        """Listen to everything on the page."""
        self._featured.start_requested.connect(self.featured_start_requested)
        self._featured.customise_requested.connect(self.featured_second_requested)
        self._featured.dismissed.connect(self.featured_dismissed)
        self._day.flare_up_switched.connect(self.flare_up_switched)
        self._day.routine_opened.connect(self.routine_opened)
        grid = self._library.grid
        grid.routine_opened.connect(self.routine_opened)
        grid.routine_start_requested.connect(self.routine_start_requested)
        grid.fault_opened.connect(self.fault_opened)
        self._theme.changed.connect(self._on_look_changed)

    def _arrange(self) -> None:
        """Lay head, search and strip out for the room that there is."""
        window = self.window().width()
        narrow = window < NARROW_WINDOW
        room = self.width() - 2 * side_padding(window, self.width()) + FOCUS_MARGIN
        form = self._header.form_for(room, narrow=narrow)
        moved = form.has_search != self._header.form.has_search
        self._header.apply(form)
        self._day.set_narrow(narrow)
        if self._question is not None:
            self._question.set_narrow(narrow)
        if self._strip is not None:
            self._strip.set_low(narrow)
        if not form.has_search and not self._search_row.count():
            self._search_row.addWidget(self._search)
        self._search_row.set_open(not form.has_search)
        if moved:
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go the way of the eye."""
        card, question = self._featured, self._question
        asked = question.buttons if question is not None else ()
        head = [*self._header.new_buttons, *asked, *self._day.stops]
        head += [card.start_button, card.second_button, card.dismiss_button]
        has_search = self._header.form.has_search
        chain_tabs([self._search, *head] if has_search else [*head, self._search])

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

    def _make_question(self) -> SettledCard:
        """The question, made when it is first asked."""
        from hipstretch.ui.widgets.concern_question import SettledCard

        question = SettledCard(self._theme)
        question.set_narrow(self.window().width() < NARROW_WINDOW)
        question.answered.connect(self.settled_answered)
        question.flare_up_requested.connect(self._on_flare_up_requested)
        question.safety_requested.connect(self.safety_requested)
        question.dismissed.connect(self._on_question_dismissed)
        self._question_row.addWidget(question)
        self.shade(question)
        return question

    def _open_question(self, *, is_open: bool) -> None:
        """Give the question room while there is one."""
        if self._question is not None:
            self._question.setVisible(is_open)
        self._question_row.set_open(is_open)

    @Slot()
    def _on_new_clicked(self) -> None:
        """Pass the wish on."""
        self.new_routine_requested.emit()

    @Slot()
    def _on_flare_up_requested(self) -> None:
        """Ask for a gentler day; that is what was offered."""
        self._open_question(is_open=False)
        self.flare_up_switched.emit(True)

    @Slot()
    def _on_question_dismissed(self) -> None:
        """Put away what was offered."""
        self._open_question(is_open=False)

    @Slot()
    def _on_look_changed(self) -> None:
        """Lay out for the new text size."""
        self._arrange()
