"""What can be done with ice or heat at a moment: one large button, and one or two quieter ones."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardState, CardView
from hipstretch.ui import therapy_words
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.painting import draw_frame, draw_text, text_width, with_alpha

_HEIGHT, _ANSWER_HEIGHT, _QUIET_HEIGHT, _KEY = 48, 64, 36, 20
_USUAL_PADDING, _LEAST_PADDING = 18, 8


class Action(Enum):
    """What a button of a card asks for."""

    START = auto()
    STOP = auto()
    FINE = auto()
    ANSWER = auto()
    DISMISS = auto()
    AWAIT = auto()
    ANYWAY = auto()


_ORDER = (
    Action.START,
    Action.FINE,
    Action.ANSWER,
    Action.DISMISS,
    Action.STOP,
    Action.AWAIT,
    Action.ANYWAY,
)
"""From top to bottom, whichever of them are there."""


class _Row(NamedTuple):
    """What a state offers, from the large button to the quietest."""

    actions: tuple[Action, ...]
    is_first_off: bool = False

    @property
    def enabled(self) -> tuple[Action, ...]:
        """What can be pressed."""
        return self.actions[1:] if self.is_first_off else self.actions


_OFFERED = {
    CardState.READY: _Row((Action.START,)),
    CardState.RUNNING: _Row((Action.STOP,)),
    CardState.CHECKING: _Row((Action.FINE, Action.STOP)),
    CardState.RINGING: _Row((Action.ANSWER,)),
    CardState.MISSED: _Row((Action.DISMISS,)),
    CardState.RESTING: _Row((Action.START, Action.AWAIT, Action.ANYWAY), is_first_off=True),
    CardState.BUSY: _Row((Action.START, Action.AWAIT), is_first_off=True),
}
_ICONS = {
    Action.START: "play",
    Action.STOP: "stop",
    Action.FINE: "check",
    Action.ANSWER: "check",
    Action.DISMISS: "check",
    Action.AWAIT: "bell",
}
_ACCENTS = {Kind.ICE: ("ice", "on_primary"), Kind.HEAT: ("heat_fill", "on_active")}
"""The palette's tokens for the fill and the words of a kind's large button."""
_FILLED = {Action.START, Action.FINE, Action.ANSWER}
_SORTS = {Action.ANYWAY: ButtonKind.TEXT}
_HEIGHTS = {Action.ANSWER: _ANSWER_HEIGHT, Action.ANYWAY: _QUIET_HEIGHT}
_KEYS = {Action.FINE: "F", Action.STOP: "S"}


class ActionButton(Button):
    """A button of a card; while the skin is to be looked at it shows the key that does the same."""

    def __init__(self, theme: Theme, kind: Kind, action: Action) -> None:
        filled = action in _FILLED
        sort = ButtonKind.PRIMARY if filled else _SORTS.get(action, ButtonKind.SECONDARY)
        height = _HEIGHTS.get(action, _HEIGHT)
        large = action is Action.ANSWER
        icon = _ICONS.get(action)
        super().__init__(theme, "", kind=sort, icon=icon, height=height, large=large)
        self.action = action
        self._key = ""
        if filled:
            self.set_accent(*_ACCENTS[kind])

    def minimumSizeHint(self) -> QSize:
        """In a narrow card with less padding, but never so narrow that words are cut."""
        spare = 2 * self._theme.px(_USUAL_PADDING - _LEAST_PADDING)
        return self.sizeHint() - QSize(spare, 0)

    def set_key(self, key: str) -> None:
        """Show a key at the right end, or none."""
        self._key = key
        self.setToolTip(key)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the key over the button's own picture."""
        super().draw(painter, rect)
        if not self._key:
            return
        size, ink = self._theme.px(_KEY), self.colors().text
        font = make_font(self._theme.px(12), 600)
        width = max(size, round(text_width(self._key, font)) + 8)
        key = QRectF(0, 0, width, size)
        key.moveCenter(rect.center())
        key.moveRight(round(rect.right() - self._theme.px(10)))
        draw_frame(painter, key, 5, None, border=with_alpha(ink, 0.55))
        draw_text(painter, key, self._key, font, ink)


class TherapyActions(QWidget):
    """The buttons of one kind; only those that the state offers are there.

    Signals:
        action_requested: `Action`, a button was pressed.
    """

    action_requested = Signal(object)

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {action: ActionButton(theme, kind, action) for action in _ORDER}
        self.setAccessibleName(therapy_words.kind_word(kind))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in self._buttons.values():
            button.hide()
            button.clicked.connect(self._on_button_clicked)
            column.addWidget(button)

    def button(self, action: Action) -> ActionButton:
        """The button of an action."""
        return self._buttons[action]

    def first(self, state: CardState) -> ActionButton:
        """The large button of a state."""
        return self._buttons[_OFFERED[state].actions[0]]

    def set_card(self, card: CardView) -> None:
        """Offer what fits the moment."""
        row = _OFFERED[card.state]
        focused = (one for one in _ORDER if self._buttons[one].hasFocus())
        if any(one not in row.enabled for one in focused):
            # Not on to the next button: a key that is pressed twice would press that one too. And
            # now, for where Qt would put the focus the page would scroll to.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for action, button in self._buttons.items():
            words = _label(action, card)
            if words != button.label:
                button.set_label(words)
            button.setEnabled(action in row.enabled or action not in row.actions)
            button.setVisible(action in row.actions)
        is_asking = card.state is CardState.CHECKING
        for action, key in _KEYS.items():
            self._buttons[action].set_key(key if is_asking else "")
        self._buttons[Action.AWAIT].set_icon("check" if card.is_awaited else "bell")

    @Slot()
    def _on_button_clicked(self) -> None:
        """Tell what is wanted."""
        button = self.sender()
        if isinstance(button, ActionButton):
            self.action_requested.emit(button.action)


def _label(action: Action, card: CardView) -> str:
    """The words of a button."""
    tr = therapy_words.translate
    if action is Action.START:
        return therapy_words.start_word(card.kind)
    if action in {Action.ANSWER, Action.DISMISS}:
        return therapy_words.taken_off(card)
    if action is Action.AWAIT:
        return therapy_words.tell_me(card)
    return {
        Action.STOP: tr("Therapy", "Stop"),
        Action.FINE: tr("Therapy", "Fine"),
        Action.ANYWAY: tr("Therapy", "Start anyway"),
    }[action]
