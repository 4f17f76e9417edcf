"""The questions before the first ice or heat, and the advice to ask first where one is a yes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_check import CHECK, Question
from hipstretch.ui import therapy_words
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.scroll_body import ScrollBody
from hipstretch.ui.widgets.toggle import Toggle

_WIDTH = 500
_FOOT, _ABOVE, _BESIDE = 12, 4, 12


class TherapyCheckDialog(CardDialog):
    """One switch for each condition; the button says what was switched on.

    Signals:
        answered: `tuple[str, ...]`, the ids of the conditions that apply, in their order.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, parent_window: QWidget, answers: Collection[str] = ()) -> None:
        tr = QCoreApplication.translate
        title = tr("Therapy", "Does any of this fit you?")
        super().__init__(theme, title, "", parent_window, width=_WIDTH)
        self._body = ScrollBody(theme)
        self._body.column.setContentsMargins(0, 0, 0, _FOOT)
        self._add_introduction()
        self._toggles = [self._add_question(question, answers) for question in CHECK]
        self.add_content(self._body, self._toggles)
        self._go_on = self.add_choice("", ButtonKind.PRIMARY, True)
        self.add_choice(tr("Therapy", "Not now"), ButtonKind.TEXT, None)
        self._name_button()
        self.closed.connect(self._on_closed)

    @property
    def toggles(self) -> tuple[Toggle, ...]:
        """One switch for each condition."""
        return tuple(self._toggles)

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the conditions that are switched on."""
        pairs = zip(CHECK, self._toggles, strict=True)
        return tuple(question.condition.value for question, toggle in pairs if toggle.isChecked())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside, and what has the focus in sight."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            self._body.ensureWidgetVisible(focused, 0, 32)
        return moved

    def _add_introduction(self) -> None:
        """Say why these things are asked; it scrolls away where the window is low."""
        words = QCoreApplication.translate(
            "Therapy",
            "Ice and heat help many people. Some do better to ask first. Sciatica often comes with "
            "numb skin, so touch both sides and compare.",
        )
        label = Label(self._theme, Role.BODY, words, color="ink2", wrap=True)
        label.setContentsMargins(FOCUS_MARGIN, _ABOVE, FOCUS_MARGIN, _FOOT)
        self._body.column.addWidget(label)
        self.setAccessibleDescription(words)

    def _add_question(self, question: Question, answers: Collection[str]) -> Toggle:
        """A condition and its switch."""
        words = QCoreApplication.translate("TherapyCheck", question.words)
        toggle = Toggle(self._theme, words)
        toggle.setChecked(question.condition.value in answers)
        toggle.toggled.connect(self._on_toggled)
        label = Label(self._theme, Role.BODY, words, wrap=True)
        label.setContentsMargins(FOCUS_MARGIN, FOCUS_MARGIN, 0, FOCUS_MARGIN)
        row = QHBoxLayout()
        row.setSpacing(_BESIDE)
        row.addWidget(label, 1)
        row.addWidget(toggle)
        self._body.column.addLayout(row)
        return toggle

    def _name_button(self) -> None:
        """Say on the button what it means."""
        tr = QCoreApplication.translate
        has_any = bool(self.answers)
        words = tr("Therapy", "Go on") if has_any else tr("Therapy", "None of these")
        self._go_on.set_label(words)

    @Slot()
    def _on_toggled(self) -> None:
        """Say on the button what is chosen now."""
        self._name_button()

    @Slot(object)
    def _on_closed(self, result: object) -> None:
        """Tell the answers, unless the person gave up."""
        if result is True:
            self.answered.emit(self.answers)


def ask_first_dialog(
    theme: Theme, kind: Kind, questions: Sequence[Question], parent: QWidget
) -> CardDialog:
    """Plain advice and two ways on; `closed` carries True where the person has asked already."""
    tr = QCoreApplication.translate
    named = "\n".join(f"\N{BULLET} {tr('TherapyCheck', question.words)}" for question in questions)
    advice = {
        Kind.ICE: tr(
            "Therapy",
            "Cold can harm skin that feels less or heals slowly. Ask your doctor or "
            "physiotherapist first, because of:",
        ),
        Kind.HEAT: tr(
            "Therapy",
            "Heat can harm skin that feels less or heals slowly. Ask your doctor or "
            "physiotherapist first, because of:",
        ),
    }[kind]
    title = tr("Therapy", "Ask first: {kind}").format(kind=therapy_words.kind_word(kind).lower())
    dialog = CardDialog(theme, title, f"{advice}\n\n{named}", parent, width=_WIDTH)
    dialog.add_choice(tr("Therapy", "Leave it for now"), ButtonKind.PRIMARY, False)
    dialog.add_choice(tr("Therapy", "I have asked, go on"), ButtonKind.SECONDARY, True)
    return dialog
