"""The doses that nobody has prescribed yet, asked before the start."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.dose import REPS_BOUNDS, SETS_BOUNDS
from hipstretch.core.draft import Draft
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.row_words import row_name
from hipstretch.ui.widgets.scroll_body import ScrollBody
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.stepper_values import Unit

_WIDTH = 480
_LONGEST = {"for": 1800}
_PAUSES = {"relax", "rest"}
_FIRST = {"hold": 30, "for": 60, "relax": 5, "rest": 15, "tempo": 3}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person prescribes for an open key of a row: seconds, or a number."""

    index: int
    key: str
    value: int


def question(key: str) -> str:
    """What is asked about an open key."""
    tr = QCoreApplication.translate
    return {
        "hold": tr("DoseDialog", "How long is each hold?"),
        "for": tr("DoseDialog", "How long does it last?"),
        "relax": tr("DoseDialog", "How long is the pause after each one?"),
        "rest": tr("DoseDialog", "How long is the rest between sets?"),
        "reps": tr("DoseDialog", "How many times?"),
        "sets": tr("DoseDialog", "How many sets?"),
        "tempo": tr("DoseDialog", "How long is each move, one way?"),
    }[key]


class DoseDialog(CardDialog):
    """One question for every open key, and Start once all are answered.

    Signals:
        answered: tuple of `Answer`, Start was pressed.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, draft: Draft, parent_window: QWidget) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            theme,
            tr("DoseDialog", "Not prescribed yet"),
            tr("DoseDialog", "Some amounts are left open. Set what was agreed for you."),
            parent_window,
            width=_WIDTH,
        )
        self._questions: list[tuple[int, str, Stepper]] = []
        self._body = ScrollBody(theme)
        self._body.column.setContentsMargins(0, 0, 0, 16)
        self._add_questions(draft)
        self._align_steppers()
        theme.changed.connect(self._on_sizes_changed)
        self.add_content(self._body, [stepper for _, _, stepper in self._questions])
        self._start = self.add_choice(self.tr("Start"), ButtonKind.PRIMARY, True)
        self._start.set_icon("play")
        self.add_choice(self.tr("Not now"), ButtonKind.TEXT, None)
        self._start.setEnabled(False)
        self.closed.connect(self._on_closed)

    def open(self) -> None:
        """Come up."""
        self.present()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside, and what has the focus in sight."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            self._body.ensureWidgetVisible(focused, 0, 32)
        return moved

    def _add_questions(self, draft: Draft) -> None:
        """The questions, under the name of their stretch."""
        last = -1
        for index, key in draft.unset:
            if index != last:
                name = row_name(draft.rows[index])
                label = Label(self._theme, Role.BODY_STRONG, name, wrap=True)
                label.setContentsMargins(FOCUS_MARGIN, 14 if last >= 0 else 2, FOCUS_MARGIN, 2)
                self._body.column.addWidget(label)
            self._add_question(index, key, row_name(draft.rows[index]))
            last = index

    def _add_question(self, index: int, key: str, name: str) -> None:
        """One question with its stepper."""
        stepper = self._stepper(key, f"{name}: {question(key)}")
        stepper.value_changed.connect(self._on_value_changed)
        self._questions.append((index, key, stepper))
        words = Label(self._theme, Role.BODY, question(key), color="ink2", wrap=True)
        words.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(stepper)
        holder = QVBoxLayout()
        holder.addLayout(row)
        self._body.column.addLayout(holder)

    def _align_steppers(self) -> None:
        """Make all steppers equally wide."""
        steppers = [stepper for _, _, stepper in self._questions]
        width = max((stepper.sizeHint().width() for stepper in steppers), default=0)
        for stepper in steppers:
            stepper.setFixedWidth(width)

    def _stepper(self, key: str, name: str) -> Stepper:
        """The stepper of a key."""
        if key in {"reps", "sets"}:
            low, high = REPS_BOUNDS if key == "reps" else SETS_BOUNDS
            stepper = Stepper(
                self._theme, name, minimum=low, maximum=high, step=1, unit=Unit.TIMES, first=low
            )
        else:
            stepper = Stepper(
                self._theme,
                name,
                minimum=0 if key in _PAUSES else 1,
                maximum=_LONGEST.get(key, 300),
                step=1 if key == "tempo" else 5,
                first=_FIRST[key],
            )
        stepper.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return stepper

    @Slot()
    def _on_value_changed(self) -> None:
        """Offer to start once every question has its answer."""
        values = [stepper.value for _, _, stepper in self._questions]
        self._start.setEnabled(None not in values)

    @Slot()
    def _on_sizes_changed(self) -> None:
        """Take over the new sizes."""
        self._align_steppers()

    @Slot(object)
    def _on_closed(self, result: object) -> None:
        """Tell the answers, unless the person gave up."""
        if result is not True:
            return
        self.answered.emit(
            tuple(
                Answer(index, key, stepper.value)
                for index, key, stepper in self._questions
                if stepper.value is not None
            )
        )
