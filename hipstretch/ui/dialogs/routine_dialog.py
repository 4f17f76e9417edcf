"""All about a routine: what it is, when to stop, how often, and where it is from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.core.routine import Day, Routine
from hipstretch.ui.dialogs.exercise_dialog import source_words
from hipstretch.ui.dialogs.reading_dialog import ReadingDialog
from hipstretch.ui.dose_words import count_words
from hipstretch.ui.theme import Theme


class RoutineDialog(ReadingDialog):
    """The parts of a routine's file that are no steps."""

    def __init__(self, theme: Theme, routine: Routine, parent_window: QWidget) -> None:
        super().__init__(theme, routine.name, routine.summary, parent_window)
        self.add_section(self.tr("Stop if"), routine.stop_if)
        self.add_section(self.tr("How often"), self._often(routine))
        self.add_section(self.tr("Put together by"), routine.author)
        if routine.source is not None:
            self.add_section(self.tr("Source"), source_words(routine.source))
        self.add_section(self.tr("A word of care"), self._care())

    def _often(self, routine: Routine) -> str:
        """Times a day and days of the week, where the routine names them."""
        parts = []
        if routine.times_per_day is not None:
            count = count_words(routine.times_per_day)
            once = count == "1"
            text = self.tr("Once a day") if once else self.tr("{count} times a day")
            parts.append(text.format(count=count))
        if routine.days:
            parts.append(", ".join(_day_word(day) for day in routine.days))
        return " · ".join(parts)

    def _care(self) -> str:
        """What every routine has in common."""
        return self.tr(
            "A mild pull is fine; sharp or shooting pain is not. Stopping early counts too."
        )


def _day_word(day: Day) -> str:
    """A day of the week."""
    tr = QCoreApplication.translate
    return {
        Day.MON: tr("RoutineDialog", "Monday"),
        Day.TUE: tr("RoutineDialog", "Tuesday"),
        Day.WED: tr("RoutineDialog", "Wednesday"),
        Day.THU: tr("RoutineDialog", "Thursday"),
        Day.FRI: tr("RoutineDialog", "Friday"),
        Day.SAT: tr("RoutineDialog", "Saturday"),
        Day.SUN: tr("RoutineDialog", "Sunday"),
    }[day]
