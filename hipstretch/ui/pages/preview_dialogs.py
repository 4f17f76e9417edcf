"""What the preview asks and tells in dialogs: all about a stretch, what to add, doses, a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hipstretch.core.concerns import Concern
from hipstretch.core.draft import Draft
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine, Step
from hipstretch.ui.theme import Theme


class PreviewDialogs(QObject):
    """Opens the dialogs of a page, each made when it is asked for; `exercises` gives all there are.

    Signals:
        doses_answered: a sequence of `Answer`, what nobody had prescribed.
        named: `str`, how the new routine is to be called.
        exercise_chosen: `Exercise`, which is to be added.
    """

    doses_answered = Signal(object)
    named = Signal(str)
    exercise_chosen = Signal(object)

    def __init__(
        self, theme: Theme, exercises: Callable[[], Sequence[Exercise]], page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme, self._exercises, self._page = theme, exercises, page

    def show_stretch(self, step: Step, person: Person, concern: Concern | None) -> None:
        """Show all about a stretch, and first why to mind it."""
        from hipstretch.ui.dialogs.exercise_dialog import ExerciseDialog

        look = (self._theme, step, person, self._exercises(), self._page.window())
        ExerciseDialog(*look, concern).present()

    def show_routine(self, routine: Routine) -> None:
        """Show all about the routine."""
        from hipstretch.ui.dialogs.routine_dialog import RoutineDialog

        RoutineDialog(self._theme, routine, self._page.window()).present()

    def ask_stretch(self) -> None:
        """Let the person choose a stretch to add."""
        from hipstretch.ui.dialogs.add_stretch_dialog import AddStretchDialog

        dialog = AddStretchDialog(self._theme, self._exercises(), self._page.window())
        dialog.exercise_chosen.connect(self.exercise_chosen)
        dialog.present()

    def ask_doses(self, draft: Draft) -> None:
        """Ask for what nobody has prescribed yet."""
        from hipstretch.ui.dialogs.dose_dialog import DoseDialog

        dialog = DoseDialog(self._theme, draft, self._page.window())
        dialog.answered.connect(self.doses_answered)
        dialog.present()

    def ask_name(self, name: str) -> None:
        """Ask how the new routine is to be called, beginning with a name."""
        from hipstretch.ui.dialogs.name_dialog import NameDialog

        dialog = NameDialog(
            self._theme,
            self.tr("Save as my routine"),
            self.tr("Give it a name of its own. The routine that you started from stays."),
            name,
            self._page.window(),
        )
        dialog.named.connect(self.named)
        dialog.present()
