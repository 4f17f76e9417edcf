"""The cards of the library on Home: a few widgets that take on whatever items are to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.catalogue import FaultItem, HomeItem, RoutineItem
from hipstretch.ui.pages.home_items import PersonToday, fault_content, routine_content
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_button import CardButton
from hipstretch.ui.widgets.card_grid import CardGrid
from hipstretch.ui.widgets.routine_card import RoutineCard

if TYPE_CHECKING:
    from hipstretch.ui.widgets.fault_card import FaultCard


class HomeGrid(CardGrid):
    """Shows items on cards, which it keeps and uses again for other items.

    Signals:
        routine_opened: a routine's card was opened; carries the routine's id.
        routine_start_requested: a routine is to start at once; carries its id.
        fault_opened: a faulty file's card was opened; carries its key.
    """

    routine_opened = Signal(str)
    routine_start_requested = Signal(str)
    fault_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._routine_cards: list[RoutineCard] = []
        self._fault_cards: list[FaultCard] = []
        self._items: dict[CardButton, HomeItem] = {}
        self._person = PersonToday()

    def set_person(self, person: PersonToday) -> bool:
        """Say for whom the cards are from now on; whether that is somebody else."""
        is_other = person != self._person
        self._person = person
        return is_other

    def show_items(self, items: Sequence[HomeItem]) -> None:
        """Show one card for each item, in this order."""
        self._make_cards(items)
        routines, faults = iter(self._routine_cards), iter(self._fault_cards)
        cards: list[CardButton] = []
        for item in items:
            if isinstance(item, RoutineItem):
                cards.append(self._dress_routine(next(routines), item))
            else:
                cards.append(self._dress_fault(next(faults), item))
        self._items = dict(zip(cards, items, strict=True))
        self.show_only(cards)

    def focus_card(self, number: int) -> None:
        """Bring the keyboard to the card at that place, where there is one."""
        if number < len(self.shown):
            self.shown[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_cards(self, items: Sequence[HomeItem]) -> None:
        """Make the cards that are still missing for these items."""
        routines = sum(isinstance(item, RoutineItem) for item in items)
        faults = len(items) - routines
        before = len(self.cards)
        while len(self._routine_cards) < routines:
            self._routine_cards.append(RoutineCard(self._theme, self))
            self._connect(self._routine_cards[-1])
        while len(self._fault_cards) < faults:
            from hipstretch.ui.widgets.fault_card import FaultCard

            self._fault_cards.append(FaultCard(self._theme, self))
            self._connect(self._fault_cards[-1])
        if len(self._routine_cards) + len(self._fault_cards) > before:
            self.set_cards([*self._routine_cards, *self._fault_cards])

    def _connect(self, card: CardButton) -> None:
        """Listen to a new card."""
        card.opened.connect(self._on_card_opened)
        card.start_requested.connect(self._on_card_start_requested)

    def _dress_routine(self, card: RoutineCard, item: RoutineItem) -> RoutineCard:
        """Let a card say what an item is, where it does not yet."""
        content = routine_content(item.facts, self._person)
        if content != card.content:
            card.set_content(content)
        return card

    def _dress_fault(self, card: FaultCard, item: FaultItem) -> FaultCard:
        """Let a card say which file is faulty, where it does not yet."""
        content = fault_content(item)
        if content != card.content:
            card.set_content(content)
        return card

    def _sender_item(self) -> HomeItem | None:
        """The item of the card that sends."""
        card = self.sender()
        return self._items.get(card) if isinstance(card, CardButton) else None

    @Slot()
    def _on_card_opened(self) -> None:
        """Open the card's routine, or show the file's faults."""
        item = self._sender_item()
        if isinstance(item, RoutineItem):
            self.routine_opened.emit(item.facts.id)
        elif isinstance(item, FaultItem):
            self.fault_opened.emit(item.key)

    @Slot()
    def _on_card_start_requested(self) -> None:
        """Start the card's routine; a faulty file can only be opened."""
        item = self._sender_item()
        if isinstance(item, RoutineItem):
            self.routine_start_requested.emit(item.facts.id)
        elif isinstance(item, FaultItem):
            self.fault_opened.emit(item.key)
