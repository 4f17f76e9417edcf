"""The card of ice or of heat: its ring, what it is about, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardState, CardView, TherapyView
from hipstretch.ui import therapy_words
from hipstretch.ui.announce import announce
from hipstretch.ui.pages.finish_cards import FinishCard
from hipstretch.ui.pages.therapy_actions import Action, TherapyActions
from hipstretch.ui.pages.therapy_choices import TherapyChoices
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.kind_tag import KindTag
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.therapy_ring import SIDE, TherapyRing

_WORDS, _GAP = 182, 14
_LEAST_RING, _STACKED_RING = 136, 200
_ASKING = {CardState.CHECKING, CardState.RINGING}


class TherapyCard(FinishCard):
    """Ring and words side by side; under each other where the card is narrow.

    Signals:
        action_requested: `Action`, a button was pressed.
        chosen_changed: `Chosen`, another length or another means was chosen.
    """

    action_requested = Signal(object)
    chosen_changed = Signal(object)

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._kind = kind
        self._card: CardView | None = None
        self.ring = TherapyRing(theme)
        self.tag = KindTag(theme, kind)
        self.title = Label(theme, Role.SECTION, wrap=True)
        self.line = Label(theme, Role.META, color="ink2", wrap=True)
        self.choices = TherapyChoices(theme, kind)
        self.buttons = TherapyActions(theme, kind)
        self._words = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill()
        self.setAccessibleName(therapy_words.kind_word(kind))
        self.buttons.action_requested.connect(self._on_action_requested)
        self.choices.chosen_changed.connect(self._on_chosen_changed)
        theme.changed.connect(self._on_sizes_changed)

    @property
    def kind(self) -> Kind:
        """Ice or heat."""
        return self._kind

    @property
    def card(self) -> CardView | None:
        """What is shown."""
        return self._card

    def set_view(self, view: TherapyView) -> None:
        """Show a moment; say it once where something is wanted from the person."""
        card = view.card(self._kind)
        before, self._card = self._card, card
        self.ring.set_card(card)
        title = therapy_words.title(card, view.chosen.place)
        self._tell(title, therapy_words.line(card, view.rest))
        self.choices.set_chosen(view.chosen)
        self.choices.setVisible(card.state is CardState.READY)
        self.title.setVisible(card.state is not CardState.READY)
        self.line.setVisible(card.state is not CardState.READY)
        if before is None or _offer(before) != _offer(card):
            self.buttons.set_card(card)
        is_new = before is None or before.state is not card.state
        if self.isVisible() and is_new and card.state in _ASKING:
            announce(self, f"{self.title.text()}. {self.line.text()}")

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less room at the sides, and more for the ring."""
        super().set_narrow(is_narrow)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words under the ring."""
        width = self._theme.px(_WORDS) + 2 * (self._side + FOCUS_MARGIN)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words where there is room for them."""
        super().resizeEvent(event)
        self._turn()

    def _fill(self) -> None:
        """Put ring and words beside each other; the buttons stand at the foot."""
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, above in ((self.tag, 0), (self.title, 9), (self.line, 2)):
            widget.setContentsMargins(FOCUS_MARGIN, above, FOCUS_MARGIN, 0)
        tag = QVBoxLayout()
        tag.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        tag.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(tag)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addSpacing(4)
        column.addWidget(self.choices)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self._row.setSpacing(0)
        self._row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        self._row.addSpacing(_GAP)
        self._row.addWidget(self._words, 1)
        self.column.addLayout(self._row, 1)

    def _turn(self) -> None:
        """Stand side by side where both fit, else under each other."""
        inside = self.width() - 2 * self._side
        room = inside - self._theme.px(_WORDS) - 2 * FOCUS_MARGIN - _GAP
        is_beside = room >= _LEAST_RING
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_beside else down)
        self.ring.set_side(min(SIDE, room) if is_beside else min(_STACKED_RING, inside))

    def _tell(self, title: str, line: str) -> None:
        """Say something else; an unchanged text lays nothing out again."""
        for label, words in ((self.title, title), (self.line, line)):
            if label.text() != words:
                label.setText(words)

    @Slot()
    def _on_sizes_changed(self) -> None:
        """Take over the new text size."""
        self._turn()

    @Slot(object)
    def _on_action_requested(self, action: Action) -> None:
        """Pass the wish on."""
        self.action_requested.emit(action)

    @Slot(object)
    def _on_chosen_changed(self, chosen: object) -> None:
        """Pass the choice on."""
        self.chosen_changed.emit(chosen)


def _offer(card: CardView) -> tuple[object, ...]:
    """What of a card decides what its buttons say."""
    return card.state, card.ready_at, card.is_awaited, card.means
