"""Ice and heat: where, both kinds with their timers, what to take care of, and today so far."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QWidget

from hipstretch.core.therapy import Kind, Means, Place
from hipstretch.core.therapy_view import CardState, TherapyView
from hipstretch.core.therapy_wishes import AwaitWish, BeginWish, Chosen
from hipstretch.ui import therapy_words
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.dialogs.therapy_anyway import anyway_dialog
from hipstretch.ui.pages.therapy_actions import Action
from hipstretch.ui.pages.therapy_card import TherapyCard
from hipstretch.ui.pages.therapy_keys import action_of
from hipstretch.ui.pages.therapy_side_cards import AskFirstCard, TodayCard
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.care_lines import CareLine, CareLines
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.place_chips import PlaceChips
from hipstretch.ui.widgets.scroll_page import ScrollPage
from hipstretch.ui.widgets.second_hand import SecondHand

_GAP = 20
_HEAD_BESIDE, _CARDS_BESIDE, _LABELLED, _ROOMY = 640, 660, 520, 900
_TODAY_SHARE, _ASK_SHARE = 63, 37
_CARD_ROOM = 16
"""The px that are seen above and below a card that asks."""


class TherapyPage(ScrollPage):
    """Shows a `TherapyView`; whoever hears `view_requested` gives the next one.

    It asks once a second while something runs and the page is seen, and when it comes into sight.

    Signals:
        view_requested: the page wants a fresh view.
        chosen_changed: `Chosen`, the person chose another place, length or means.
        begin_requested: `BeginWish`.
        stop_requested: `Kind`, end a treatment, or answer its alarm.
        skin_fine_requested: `Kind`, the skin is fine.
        await_requested: `AwaitWish`.
        dismiss_requested: `Kind`, the note of a missed alarm was read.
        check_requested: the person wants to go through the questions again.
        safety_requested: the person wants to see the Safety page.
    """

    view_requested = Signal()
    chosen_changed = Signal(object)
    begin_requested = Signal(object)
    stop_requested = Signal(object)
    skin_fine_requested = Signal(object)
    await_requested = Signal(object)
    dismiss_requested = Signal(object)
    check_requested = Signal()
    safety_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Ice & heat"))
        self._shown: TherapyView | None = None
        self._dialog: CardDialog | None = None
        self._title = Label(theme, Role.PAGE_TITLE, self.tr("Ice & heat"))
        self.places = PlaceChips(theme)
        self._cards = {kind: TherapyCard(theme, kind) for kind in Kind}
        self.care = CareLines(theme, _care_lines(Means.PACK))
        self.today = TodayCard(theme)
        self.ask_first = AskFirstCard(theme)
        self._head, self._pair, self._foot = (QBoxLayout(_ACROSS) for _ in range(3))
        self._second_hand = SecondHand(self)
        self._fill()
        self._connect()

    @property
    def chosen(self) -> Chosen:
        """What the person chose for the next treatment."""
        return self._shown.chosen if self._shown is not None else Chosen()

    def card(self, kind: Kind) -> TherapyCard:
        """The card of a kind."""
        return self._cards[kind]

    def set_view(self, view: TherapyView) -> None:
        """Show a moment."""
        before, self._shown = self._shown, view
        self.places.set_place(view.chosen.place)
        for card in self._cards.values():
            card.set_view(view)
        if before is None or _day(before) != _day(view):
            self.today.set_view(view)
        means = Means.PACK if view.leading is None else view.leading.means
        self.care.set_lines(_care_lines(means))
        self._second_hand.follow(view.next_change)
        for kind in Kind:
            self._follow_state(kind, before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out for the room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the window that it is in now."""
        super().showEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer what is asked, from anywhere on the page."""
        leading = self._shown.leading if self._shown is not None else None
        action = None if leading is None else action_of(event.keyCombination(), leading.state)
        if leading is None or action is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            self._ask(leading.kind, action)

    def _fill(self) -> None:
        """Put everything in its place."""
        self._title.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.places)
        for card in self._cards.values():
            self._pair.addWidget(card, 1)
        self._foot.addWidget(self.today, _TODAY_SHARE)
        self._foot.addWidget(self.ask_first, _ASK_SHARE)
        self.add_layout(self._head)
        self.add_gap(layout_gap(_GAP))
        for row in (self._pair, self._foot):
            row.setSpacing(layout_gap(_GAP))
        self.add_layout(self._pair)
        self.add_gap(layout_gap(_GAP))
        self.add_card(self.care)
        self.add_gap(layout_gap(_GAP))
        self.add_layout(self._foot)
        self.add_stretch()
        for shaded in (*self._cards.values(), self.today, self.ask_first):
            self.shade(shaded)

    def _connect(self) -> None:
        """Hear what the parts ask for."""
        self._second_hand.ticked.connect(self.view_requested)
        self.places.place_changed.connect(self._on_place_changed)
        self.ask_first.check_requested.connect(self.check_requested)
        self.ask_first.safety_requested.connect(self.safety_requested)
        for card in self._cards.values():
            card.action_requested.connect(self._on_action_requested)
            card.chosen_changed.connect(self._on_chosen_changed)

    def _arrange(self) -> None:
        """Beside each other what has room, else under each other."""
        is_narrow = self.window().width() < NARROW_WINDOW
        width, px = self.width(), self._theme.px
        self._title.set_role(Role.PAGE_TITLE_NARROW if is_narrow else Role.PAGE_TITLE)
        self._head.setDirection(_ACROSS if width >= px(_HEAD_BESIDE) else _DOWN)
        self.places.set_labelled(width >= px(_LABELLED))
        for row in (self._pair, self._foot):
            row.setDirection(_ACROSS if width >= px(_CARDS_BESIDE) else _DOWN)
        for card in self._cards.values():
            card.set_narrow(is_narrow or width < _ROOMY)
        self.today.set_narrow(is_narrow)
        self.ask_first.set_narrow(is_narrow)

    def _follow_state(self, kind: Kind, before: TherapyView | None) -> None:
        """Bring a card that begins to ask into view, and the focus to its large button."""
        now = self._cards[kind].card
        was = None if before is None else before.card(kind).state
        if now is None or now.state is was or now.state not in _ASKING:
            return
        if self.isVisible() and self._may_move_focus():
            button = self._cards[kind].buttons.first(now.state)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._cards[kind], 0, _CARD_ROOM)

    def _may_move_focus(self) -> bool:
        """Whether the focus is on the page, and nothing is being typed there."""
        focus = self.window().focusWidget()
        if focus is None or focus is self:
            return True
        return self.isAncestorOf(focus) and not isinstance(focus, QAbstractSpinBox)

    def _ask(self, kind: Kind, action: Action) -> None:
        """Ask for what a button or a key means."""
        if action in {Action.STOP, Action.ANSWER}:
            self.stop_requested.emit(kind)
        elif action is Action.FINE:
            self.skin_fine_requested.emit(kind)
        elif action is Action.DISMISS:
            self.dismiss_requested.emit(kind)
        elif action is Action.START:
            self.begin_requested.emit(self._begin_wish(kind))
        elif action is Action.AWAIT and self._shown is not None:
            is_on = not self._shown.card(kind).is_awaited
            self.await_requested.emit(AwaitWish(self.chosen.place, is_on))
        elif action is Action.ANYWAY and self._shown is not None:
            self._ask_anyway(self._shown, kind)

    def _begin_wish(self, kind: Kind) -> BeginWish:
        """What is chosen, as a wish."""
        chosen = self.chosen
        return BeginWish(kind, chosen.place, chosen.means(kind), chosen.minutes(kind))

    def _ask_anyway(self, view: TherapyView, kind: Kind) -> None:
        """Say why the place rests, and ask whether to begin all the same."""
        if self._dialog is None:
            wish = self._begin_wish(kind)._replace(anyway=True)
            self._dialog = anyway_dialog(self._theme, view, wish, self.window())
            self._dialog.closed.connect(self._on_anyway_closed)
            self._dialog.present()

    @Slot(object)
    def _on_anyway_closed(self, wish: object) -> None:
        """Begin where the person wants to."""
        self._dialog = None
        if isinstance(wish, BeginWish):
            self.begin_requested.emit(wish)

    @Slot(object)
    def _on_place_changed(self, place: Place) -> None:
        """Tell the choice."""
        self.chosen_changed.emit(replace(self.chosen, place=place))

    @Slot(object)
    def _on_chosen_changed(self, chosen: Chosen) -> None:
        """Tell the choice."""
        self.chosen_changed.emit(chosen)

    @Slot(object)
    def _on_action_requested(self, action: Action) -> None:
        """Ask for what a card's button means."""
        card = self.sender()
        if isinstance(card, TherapyCard):
            self._ask(card.kind, action)


_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_CARE_ICONS = ("layers", "eye", "this-hurts", "moon")
_ASKING = {CardState.CHECKING, CardState.RINGING}


def _day(view: TherapyView) -> tuple[object, ...]:
    """What of a view decides what the day looks like; the band moves by minutes."""
    return view.parts, view.resting, view.now.replace(second=0, microsecond=0)


def _care_lines(means: Means) -> tuple[CareLine, ...]:
    """What to take care of, every time."""
    words = therapy_words.care_words(means)
    return tuple(CareLine(text, icon) for text, icon in zip(words, _CARE_ICONS, strict=True))
