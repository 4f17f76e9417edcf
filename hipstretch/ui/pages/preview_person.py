"""What of the person changes a plan: the sore side, an extra hold there, and the first side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.person import Affected, Person, Side
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.segmented import Segmented
from hipstretch.ui.widgets.toggle import Toggle


class PersonControls(QWidget):
    """Three choices about the person, in two parts that can stand beside each other.

    Signals:
        person_changed: `Person`, with what was chosen.
    """

    person_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = Person()
        self.sore_part = QWidget()
        self.first_part = QWidget()
        self._sore_column = _column(self.sore_part)
        self._sore_column.addWidget(heading(theme, self.tr("Sore side")))
        self._sore = self._sore_choice(with_both=False)
        self._sore_column.addWidget(self._sore)
        self._sore_column.addLayout(self._extra_row())
        self._first = Segmented(
            theme,
            self.tr("Start with"),
            [(Side.LEFT, self.tr("Left")), (Side.RIGHT, self.tr("Right"))],
        )
        column = _column(self.first_part)
        column.addWidget(heading(theme, self.tr("Start with")))
        column.addWidget(self._first)
        for choice in (self._sore, self._first):
            _allow_narrow(choice)
        self._extra.clicked.connect(self._on_extra_clicked)
        self._first.value_changed.connect(self._on_first_chosen)

    def show_person(self, person: Person) -> None:
        """Show what is chosen."""
        if (person.affected is Affected.BOTH) != self._has_both:
            self._replace_sore(with_both=person.affected is Affected.BOTH)
        self._person = person
        self._sore.set_value(person.affected)
        self._first.set_value(person.first_side)
        has_one = person.sore_side is not None
        self._extra.setEnabled(has_one)
        self._extra.setChecked(person.extra_rep and has_one)
        self._extra_words.setText(self._extra_text(has_one=has_one))
        self._extra_words.setEnabled(has_one)

    def _sore_choice(self, *, with_both: bool) -> Segmented:
        """Left, right or neither; with both where that is chosen in the settings."""
        self._has_both = with_both
        options: list[tuple[object, str]] = [
            (Affected.LEFT, self.tr("Left")),
            (Affected.RIGHT, self.tr("Right")),
        ]
        if with_both:
            options.append((Affected.BOTH, self.tr("Both")))
        options.append((Affected.NONE, self.tr("None") if with_both else self.tr("Neither")))
        choice = Segmented(self._theme, self.tr("Sore side"), options)
        _allow_narrow(choice)
        choice.value_changed.connect(self._on_sore_chosen)
        return choice

    def _replace_sore(self, *, with_both: bool) -> None:
        """Offer other sides."""
        old, self._sore = self._sore, self._sore_choice(with_both=with_both)
        self._sore_column.replaceWidget(old, self._sore)
        QWidget.setTabOrder(old, self._sore)
        old.hide()
        old.deleteLater()

    def _extra_row(self) -> QHBoxLayout:
        """The words and the toggle of the extra hold."""
        self._extra = Toggle(self._theme, self.tr("One extra hold on the sore side"))
        self._extra_words = Label(self._theme, Role.META, self._extra_text(has_one=True), wrap=True)
        self._extra_words.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 6)
        row.addWidget(self._extra_words, 1)
        row.addWidget(self._extra, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _extra_text(self, *, has_one: bool) -> str:
        """What the toggle does, or when it will work."""
        if has_one:
            return self.tr("One extra hold\non the sore side")
        return self.tr("One extra hold,\nwhen one side is sore")

    def _change(self, person: Person) -> None:
        """Show and tell another choice."""
        self.show_person(person)
        self.person_changed.emit(person)

    @Slot(object)
    def _on_sore_chosen(self, affected: Affected) -> None:
        """Take over the sore side."""
        self._change(self._person.with_sore(affected))

    @Slot(object)
    def _on_first_chosen(self, side: Side) -> None:
        """Take over the first side."""
        self._change(replace(self._person, first_side=side))

    @Slot()
    def _on_extra_clicked(self) -> None:
        """Take over the extra hold."""
        self._change(replace(self._person, extra_rep=self._extra.isChecked()))


def heading(theme: Theme, text: str) -> Label:
    """The words above a control, in line with its visible edge."""
    label = Label(theme, Role.CAPTION_STRONG, text)
    label.setContentsMargins(FOCUS_MARGIN, 0, 0, 2)
    return label


def _column(widget: QWidget) -> QVBoxLayout:
    """An empty column without margins."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _allow_narrow(choice: Segmented) -> None:
    """Let the segments come closer where there is little room."""
    choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
