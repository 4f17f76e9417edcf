"""From the wish to play a routine to its start: what is to be minded, and how gently."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.concerns import Choice, Concern, adjusted, undecided
from hipstretch.core.flare_up import gentler
from hipstretch.core.pain import Feeling
from hipstretch.core.routine import Routine
from hipstretch.core.start import Start
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.ui.dialogs.before_start import BeforeStartDialog, nothing_left_dialog
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.flow.minding import Minding
from hipstretch.ui.flow.person_day import PersonDay
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.concern_row import Decided

_UNTOLD = Feeling()


class StartingFlow(QObject):
    """Asks about what the person has not decided yet, and then lets the routine begin.

    What was decided holds without a question. The routine's file stays as it is.

    Signals:
        ready: `Start`, what to play.
        look_requested: `str`, the id of a routine of which nothing is left: show it.
        trouble_told: `str`, why a decision could not be kept.
    """

    ready = Signal(object)
    look_requested = Signal(str)
    trouble_told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        minding: Minding,
        day: PersonDay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._minding, self._day = minding, day
        self._start = Start(Routine(id="", name="", steps=()))
        self._found: tuple[Concern, ...] = ()
        self._dialog: CardDialog | None = None

    def begin(self, routine: Routine, before: Feeling = _UNTOLD) -> None:
        """Let a routine begin, after a question where there is one; a question before it goes."""
        if self._dialog is not None:
            self._dialog.dismiss(None)
        self._start = Start(routine, before, self._day.is_flare_up)
        self._found = self._minding.concerns_of(routine, self._minding.week())
        asked = self._asked()
        if asked:
            self._ask(BeforeStartDialog(self._theme, asked, self._window))
        else:
            self._go_on({})

    def _asked(self) -> tuple[Concern, ...]:
        """The exercises to ask about: none that is not played today anyway."""
        routine = self._start.routine
        played = gentler(routine) if self._start.is_gentle else routine
        ids = {exercise.id for exercise in played.exercises}
        return tuple(one for one in undecided(self._found) if one.exercise.id in ids)

    def _ask(self, dialog: BeforeStartDialog) -> None:
        """Show the question."""
        self._dialog = dialog
        dialog.decided.connect(self._on_decided)
        dialog.closed.connect(self._on_closed)
        dialog.present()

    def _go_on(self, chosen: Mapping[str, Choice]) -> None:
        """Let what is left begin; where nobody has chosen, the careful choice holds."""
        choices = {
            one.exercise.id: chosen.get(one.exercise.id, one.suggested) for one in self._found
        }
        left = adjusted(self._start.routine, self._found, choices)
        if left is None:
            self._tell_nothing_left()
            return
        routine = gentler(left) if self._start.is_gentle else left
        self.ready.emit(self._start._replace(routine=routine))

    def _tell_nothing_left(self) -> None:
        """Say that there is nothing to play, with a way to what was decided."""
        self._dialog = nothing_left_dialog(self._theme, self._window)
        self._dialog.closed.connect(self._on_nothing_left_closed)
        self._dialog.present()

    def _keep(self, decided: Decided) -> bool:
        """Keep a decision; whether that went well."""
        try:
            self._minding.keep(decided.concern, decided.choice)
        except HistoryUnavailable as error:
            text = self.tr("Your choice could not be kept: %1").replace("%1", str(error))
            self.trouble_told.emit(text)
            return False
        return True

    @Slot(object)
    def _on_decided(self, decisions: tuple[Decided, ...]) -> None:
        """Keep what was decided, as far as that goes, and begin."""
        self._dialog = None
        for decided in decisions:
            if not self._keep(decided):
                break
        self._go_on({one.concern.exercise.id: one.choice for one in decisions})

    @Slot(object)
    def _on_closed(self, result: object) -> None:
        """There is no question any more, where it was given up."""
        if result is None:
            self._dialog = None

    @Slot(object)
    def _on_nothing_left_closed(self, result: object) -> None:
        """Show the routine, where the person wants to change what was decided."""
        self._dialog = None
        if result is True:
            self.look_requested.emit(self._start.routine.id)
