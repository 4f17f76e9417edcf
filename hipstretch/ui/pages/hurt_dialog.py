"""The question what helps when something hurts: a number if one likes, and a way on.

Every part has one key: digits for the number, a letter for each way, Enter for the advised one.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.pain import Advice, Remedy, advise
from hipstretch.core.remedies import Asked, HurtAnswer, remedies
from hipstretch.core.settings import Appearance
from hipstretch.ui.announce import announce
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.pages import hurt_words
from hipstretch.ui.pages.hurt_choices import HurtChoices, KeyedButton, SignButton
from hipstretch.ui.pages.player_layout import ONE_COLUMN_UNDER, scale_of
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.pain_scale import PainScale
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, WrappedText
from hipstretch.ui.widgets.scroll_body import ScrollBody

_WIDTH, _EDGES = 540, 40
_LARGER = 1.3
"""How much larger than on a page everything is drawn: it is read from the mat."""
_SMALLER, _ABOVE_FOCUS = 0.94, 56
_ADVICES = tuple(Advice)
_ADVICE_ROLE = Role.BUTTON_LARGE


@dataclass(frozen=True, slots=True)
class HurtQuestion:
    """What is asked: how, and the easier exercise's name, empty where there is none.

    `is_often` says that the exercise has hurt before this week.
    """

    asked: Asked = Asked()
    easier: str = ""
    is_often: bool = False


class HurtDialog(CardDialog):
    """How it is now, a line of advice that follows, and the ways on with the advised one first.

    Signals:
        answered: `HurtAnswer`, what was told and chosen; with Escape it stays paused.
        safety_requested: the person wants to read when to get help.
    """

    answered = Signal(object)
    safety_requested = Signal()

    def __init__(self, theme: Theme, question: HurtQuestion, parent: QWidget) -> None:
        self._near = near = _larger(theme, parent)
        asked = question.asked
        title, text = hurt_words.title_words(asked), hurt_words.opening_words(asked)
        super().__init__(near, title, text, parent, width=_WIDTH)
        near.setParent(self)
        self._look, self._question = theme, question
        self.scale = PainScale(near)
        self.spreads = SignButton(near, hurt_words.SPREADS_KEY, hurt_words.spreads_words())
        self.buttons = {remedy: self._button(remedy) for remedy in Remedy}
        self.safety = KeyedButton(
            near, hurt_words.SAFETY_KEY, hurt_words.safety_words(), ButtonKind.TEXT
        )
        self.choices = HurtChoices([self._offered(advice) for advice in _ADVICES])
        self._advice_line = _AdviceLine(near, asked)
        self._body = ScrollBody(near)
        self._fill()
        self._connect()
        self._advise()

    @property
    def answer(self) -> tuple[int | None, bool]:
        """The number and the sign that were told so far."""
        return self.scale.value, self.spreads.isChecked()

    @property
    def advice_words(self) -> str:
        """The line of advice."""
        return self._advice_line.text()

    def present(self) -> None:
        """Come up with the focus on the advised way, so that Enter takes it."""
        self._fit()
        super().present()
        self._focus(self.choices.shown[0])
        self._show_focused()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the number, the sign or the way on with one key."""
        button = self._keyed(event)
        if event.isAutoRepeat():
            event.accept()
        elif len(event.text()) == 1 and event.text() in "0123456789":
            self.scale.type_digit(int(event.text()))
        elif button is not None:
            button.click()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside, and what has the focus in sight."""
        moved = super().focusNextPrevChild(forward)
        self._show_focused()
        return moved

    def _fit(self) -> None:
        """Show the keys where the player does, and be as large as there is room for.

        Where even the person's own text size is too large, all but the title scrolls.
        """
        for button in (*self.buttons.values(), self.spreads, self.safety):
            button.show_key(self._host.width() >= ONE_COLUMN_UNDER)
        least = self._look.text_scale
        while not self._has_room() and self._near.text_scale > least:
            _follow(self._near, self._look, max(least, self._near.text_scale * _SMALLER))
        if not self._has_room():
            self.choices.set_reserving(False)
            self._body.column.addWidget(self.choices)
            self._body.updateGeometry()

    def _has_room(self) -> bool:
        """Whether the whole card fits into the window."""
        width = min(self._near.px(_WIDTH), self._host.width() - _EDGES)
        return self._card.heightForWidth(width) <= self._host.height() - _EDGES

    def _show_focused(self) -> None:
        """Scroll to what has the focus, with what stands above it."""
        focused = self.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            self._body.ensureWidgetVisible(focused, 0, self._near.px(_ABOVE_FOCUS))

    def _button(self, remedy: Remedy) -> KeyedButton:
        """The button of a way on."""
        words = hurt_words.remedy_words(remedy, self._question.asked, self._question.easier)
        return KeyedButton(self._near, hurt_words.KEYS[remedy], words)

    def _offered(self, advice: Advice) -> list[Button]:
        """The buttons for an advice, the advised one first, and Safety where it is a reason."""
        ways: list[Button] = [
            self.buttons[remedy] for remedy in remedies(advice, self._question.asked)
        ]
        points_there = advice is Advice.STOP or self._question.is_often
        return [*ways, self.safety] if points_there else ways

    def _fill(self) -> None:
        """Put the parts under each other; the question scrolls where the window is too low."""
        body = self._body
        question = hurt_words.question_words(self._question.asked)
        if question:
            body.column.addWidget(self._line(question, Role.CARD_TITLE, below=4))
        body.column.addWidget(self.scale)
        body.column.addSpacing(self._near.px(6))
        body.column.addWidget(self.spreads)
        if self._question.is_often:
            often = self._line(hurt_words.often_words(), Role.BODY, above=6)
            often.set_color("ink2")
            body.column.addWidget(often)
        body.column.addWidget(self._advice_line)
        cells = self.scale.findChildren(PaintedButton)
        self.add_content(body, [*cells, self.spreads])
        self.add_content(self.choices, [*self.buttons.values(), self.safety])

    def _line(self, words: str, role: Role, *, above: int = 0, below: int = 0) -> Label:
        """A line of words in line with the controls."""
        label = Label(self._near, role, words, wrap=True)
        px = self._near.px
        label.setContentsMargins(FOCUS_MARGIN, px(above), FOCUS_MARGIN, px(below))
        return label

    def _connect(self) -> None:
        """Hear the parts, and follow the look of the rest."""
        self.scale.value_changed.connect(self._on_told)
        self.spreads.toggled.connect(self._on_told)
        self.safety.clicked.connect(self.safety_requested)
        for button in self.buttons.values():
            button.clicked.connect(self._on_chosen)
        self._look.changed.connect(self._on_other_look)

    def _keyed(self, event: QKeyEvent) -> Button | None:
        """The button of a key; Enter is the advised one's."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self.choices.shown[0]
        if event.key() == Qt.Key.Key_F1:
            return self.safety
        key = event.text().upper()
        offered = (b for b in (*self.choices.shown, self.spreads) if isinstance(b, KeyedButton))
        return next((button for button in offered if button.key == key), None)

    def _advise(self) -> None:
        """Offer what follows from what was told."""
        pain, spreads = self.answer
        advice = advise(pain, spreads=spreads)
        asked, told = self._question.asked, pain is not None
        words = hurt_words.advice_words(advice, asked, told=told, spreads=spreads)
        self._advice_line.setText(words)
        had_focus = any(button.hasFocus() for button in self.choices.shown)
        self.choices.show_set(_ADVICES.index(advice))
        self._body.updateGeometry()
        first = self.choices.shown[0]
        for button in self.buttons.values():
            is_advised = button is first
            button.set_kind(ButtonKind.PRIMARY if is_advised else ButtonKind.SECONDARY)
        if had_focus:
            self._focus(first)

    @Slot()
    def _on_told(self) -> None:
        """Advise anew, and let a screen reader say it."""
        self._advise()
        self._place_card()
        self._show_focused()
        announce(self, self.advice_words)

    @Slot()
    def _on_chosen(self) -> None:
        """Go, with what was told and the way on."""
        button = self.sender()
        remedy = next(remedy for remedy, other in self.buttons.items() if other is button)
        pain, spreads = self.answer
        self.dismiss(None)
        self.answered.emit(HurtAnswer(pain, spreads, remedy))

    @Slot()
    def _on_other_look(self) -> None:
        """Turn dark or light with the rest."""
        _follow(self._near, self._look, self._near.text_scale)


class _AdviceLine(Label):
    """The line of advice, as high as the longest, so that nothing jumps."""

    def __init__(self, theme: Theme, asked: Asked) -> None:
        super().__init__(theme, _ADVICE_ROLE, wrap=True)
        self._words = [
            hurt_words.advice_words(advice, asked, told=told, spreads=spreads)
            for advice in Advice
            for told in (True, False)
            for spreads in (False, True)
        ]
        self.setContentsMargins(FOCUS_MARGIN, theme.px(10), FOCUS_MARGIN, theme.px(10))

    def heightForWidth(self, width: int) -> int:
        """The height of the longest advice."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        font, line = self._theme.font(_ADVICE_ROLE), self._theme.line_height(_ADVICE_ROLE)
        highest = max(WrappedText.lay_out(words, room, font, line).height for words in self._words)
        return round(highest) + margins.top() + margins.bottom()


def _larger(theme: Theme, window: QWidget) -> Theme:
    """The same look as large as it can be read from the mat and is not wider than the window."""
    near = Theme(theme.icons)
    wanted = _LARGER * scale_of(window.width(), window.height()) * theme.text_scale
    fitting = (window.width() - _EDGES) / _WIDTH
    _follow(near, theme, max(theme.text_scale, min(wanted, fitting)))
    return near


def _follow(near: Theme, theme: Theme, text_scale: float) -> None:
    """Take over colours and motion."""
    look = Appearance.DARK if theme.palette.dark else Appearance.LIGHT
    near.set_look(look, text_scale=text_scale, reduced_motion=theme.reduced_motion)
