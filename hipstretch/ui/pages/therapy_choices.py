"""How long and with what, while nothing of a kind is under way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.therapy import (
    GENTLER_MINUTES,
    MEANS,
    MINUTES_BOUNDS,
    USUAL_MINUTES,
    Kind,
    Means,
)
from hipstretch.core.therapy_wishes import Chosen
from hipstretch.ui import therapy_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.choice import Choice, Option
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.stepper_values import Unit

_STEP = 5
_BESIDE = 4


class _MinutesStepper(Stepper):
    """Minutes; letters go on to the page, which has keys of its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep only what can be part of a number."""
        if event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)


class TherapyChoices(QWidget):
    """The length, the gentler length by one click, and for heat what it is done with.

    Signals:
        chosen_changed: `Chosen`, the person chose something else.
    """

    chosen_changed = Signal(object)

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._chosen = Chosen()
        self.minutes = self._make_minutes(theme)
        gentler = QCoreApplication.translate("Therapy", "{count} min")
        self.gentler = Chip(theme, gentler.format(count=GENTLER_MINUTES[kind]))
        self.advice = Label(theme, Role.CAPTION, therapy_words.advice(), color="ink2", wrap=True)
        self.means = self._make_means(theme)
        self._fill(theme)
        self.minutes.value_changed.connect(self._on_minutes_changed)
        self.gentler.clicked.connect(self._on_gentler_clicked)

    def set_chosen(self, chosen: Chosen) -> None:
        """Show what is chosen, without telling."""
        self._chosen = chosen
        minutes = chosen.minutes(self._kind)
        if minutes != self.minutes.value:
            self.minutes.set_value(minutes)
        self.gentler.setChecked(minutes == GENTLER_MINUTES[self._kind])
        if self.means is not None:
            self.means.set_value(chosen.heat_means)

    def _make_minutes(self, theme: Theme) -> Stepper:
        """The stepper, which goes no further up than the articles do."""
        low, high = MINUTES_BOUNDS[self._kind]
        name = QCoreApplication.translate("Therapy", "Minutes of {kind}")
        words = name.format(kind=therapy_words.kind_word(self._kind).lower())
        stepper = _MinutesStepper(
            theme, words, minimum=low, maximum=high, step=_STEP, unit=Unit.MINUTES
        )
        stepper.set_value(USUAL_MINUTES[self._kind])
        return stepper

    def _make_means(self, theme: Theme) -> Choice | None:
        """The choice of what heat is done with; ice has its pack only."""
        if len(MEANS[self._kind]) == 1:
            return None
        options = [Option(means, therapy_words.means_word(means)) for means in MEANS[self._kind]]
        choice = Choice(theme, QCoreApplication.translate("Therapy", "With"), options)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.value_changed.connect(self._on_means_changed)
        return choice

    def _fill(self, theme: Theme) -> None:
        """Put the controls under each other."""
        advised = QHBoxLayout()
        advised.setSpacing(_BESIDE)
        advised.addWidget(self.gentler)
        advised.addWidget(self.advice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.minutes)
        column.addLayout(advised)
        if self.means is not None:
            column.addWidget(self.means)
            return
        pack = therapy_words.means_word(MEANS[self._kind][0])
        label = Label(theme, Role.META, pack, color="ink2", wrap=True)
        label.setContentsMargins(FOCUS_MARGIN, FOCUS_MARGIN, FOCUS_MARGIN, FOCUS_MARGIN)
        column.addWidget(label)

    def _choose_minutes(self, minutes: int) -> None:
        """Tell another length."""
        self.chosen_changed.emit(self._chosen.with_minutes(self._kind, minutes))

    @Slot(int)
    def _on_minutes_changed(self, minutes: int) -> None:
        """Tell the length."""
        self._choose_minutes(minutes)

    @Slot(bool)
    def _on_gentler_clicked(self, is_on: bool) -> None:
        """Take the gentler length, or the usual one again."""
        lengths = GENTLER_MINUTES if is_on else USUAL_MINUTES
        self._choose_minutes(lengths[self._kind])

    @Slot(object)
    def _on_means_changed(self, means: Means) -> None:
        """Tell with what."""
        self.chosen_changed.emit(replace(self._chosen, heat_means=means))
