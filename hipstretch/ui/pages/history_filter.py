"""The quiet bar above the sessions: which ones are shown, by exercise and side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from hipstretch.core.history_sums import HistoryFilter, NamedExercise
from hipstretch.core.person import Side
from hipstretch.ui import history_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.choice import Choice, Option
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.quiet_button import QuietButton
from hipstretch.ui.widgets.segmented import Segmented
from hipstretch.ui.words import side_word

_GAP = 12
_Direction = QBoxLayout.Direction


class HistoryFilterBar(QWidget):
    """What is shown at the left, the choices at the right; under each other where it is narrow.

    Signals:
        filter_changed: `HistoryFilter`, another choice was made.
        clear_requested: all is to be shown again.
    """

    filter_changed = Signal(object)
    clear_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day: date | None = None
        self._today = date.min
        self.title = Label(theme, Role.SECTION, elide=True)
        self.clear = QuietButton(theme, self.tr("Show all"), "close")
        self._all = Option("", self.tr("All stretches"))
        self.exercise = Choice(theme, self.tr("Stretch"), [self._all])
        self.side = Segmented(
            theme,
            self.tr("Side"),
            [
                (None, self.tr("Any side")),
                (Side.LEFT, side_word(Side.LEFT)),
                (Side.RIGHT, side_word(Side.RIGHT)),
            ],
        )
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._lay_out()
        self._say()
        self.clear.clicked.connect(self._on_clear_clicked)
        self.exercise.value_changed.connect(self._on_choice_changed)
        self.side.value_changed.connect(self._on_choice_changed)

    @property
    def chosen(self) -> HistoryFilter:
        """What is to be shown."""
        side = self.side.value
        return HistoryFilter(str(self.exercise.value), side if isinstance(side, Side) else None)

    @property
    def words(self) -> str:
        """What is chosen, in words: "Hamstring stretch, left"; empty for all."""
        exercise = self.exercise.currentText() if self.chosen.exercise else ""
        side = side_word(self.chosen.side) if self.chosen.side is not None else ""
        return f"{exercise}, {side.lower()}" if exercise and side else exercise or side

    def set_exercises(self, exercises: Sequence[NamedExercise]) -> None:
        """Offer these; one that is chosen stays so where it is still there."""
        options = [Option(exercise.key, exercise.name) for exercise in exercises]
        self.exercise.set_options([self._all, *options])

    def show_day(self, day: date | None, today: date) -> None:
        """Say that the sessions of a day are shown, or those of all days."""
        self._day, self._today = day, today
        self._say()

    def reset(self) -> None:
        """Choose nothing, without telling."""
        self.exercise.set_value("")
        self.side.set_value(None)
        self._day = None
        self._say()

    def set_narrow(self, is_narrow: bool) -> None:
        """Stand under each other in narrow windows."""
        self._row.setDirection(_Direction.TopToBottom if is_narrow else _Direction.LeftToRight)
        self._controls.setDirection(self._row.direction())
        self._controls.setStretchFactor(self.exercise, int(is_narrow))

    def _lay_out(self) -> None:
        """Put title, clearing and choices in a row."""
        head = QHBoxLayout()
        head.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        head.addWidget(self.title)
        head.addWidget(self.clear)
        head.addStretch(1)
        self._controls = QBoxLayout(_Direction.LeftToRight)
        self._controls.setSpacing(layout_gap(_GAP))
        self._controls.addWidget(self.exercise)
        self._controls.addWidget(self.side)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(layout_gap(_GAP))
        self._row.addLayout(head, 1)
        self._row.addLayout(self._controls)

    def _say(self) -> None:
        """Say what is shown."""
        words = self.tr("Sessions")
        if self._day is not None:
            words = history_words.day_word(self._day, self._today)
        self.title.setText(words)
        self.clear.setVisible(self._day is not None or not self.chosen.is_empty)

    @Slot()
    def _on_clear_clicked(self) -> None:
        """Show all."""
        self.reset()
        self.exercise.setFocus()
        self.clear_requested.emit()

    @Slot()
    def _on_choice_changed(self) -> None:
        """Tell what is to be shown."""
        self._say()
        self.filter_changed.emit(self.chosen)
