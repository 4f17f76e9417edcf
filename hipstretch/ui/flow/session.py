"""The session: player, finish page and the record in the history."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.history import SessionRecord, days_in_a_row, week_marks
from hipstretch.core.ports import Clock
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Event
from hipstretch.core.summary import rep_records, summarise
from hipstretch.core.view import View
from hipstretch.qt.narrator import Narrator
from hipstretch.qt.session_runner import Ended, SessionRunner
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history import History
from hipstretch.storage.running import Interrupted
from hipstretch.ui.flow.session_sound import SessionSound
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.finish import Feeling, FinishContent, FinishPage
from hipstretch.ui.pages.player import PlayerPage
from hipstretch.ui.theme import Theme


class SessionFlow(QObject):
    """From the first get-ready to the finish page.

    Signals:
        left: back to Home.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        runner: SessionRunner,
        narrator: Narrator,
        settings: SettingsKeeper,
        history: History,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._runner, self._narrator = runner, narrator
        self._settings, self._history, self._clock = settings, history, clock
        self._player: PlayerPage | None = None
        self._sound: SessionSound | None = None
        self._finish: FinishPage | None = None
        self._began_at = clock.now()
        self._routine: Routine | None = None
        self._saved: int | None = None
        self._trouble = ""
        runner.view_changed.connect(self._on_view_changed)
        runner.ended.connect(self._on_ended)
        runner.saving_failed.connect(self._on_saving_failed)

    @Slot(object)
    def begin(self, routine: Routine) -> None:
        """Play a routine."""
        self._prepare(routine, self._clock.now())
        self._runner.begin(routine, self._settings.settings.person)

    @Slot(object)
    def go_on(self, interrupted: Interrupted) -> None:
        """Take up a session that was left unfinished; it counts down and plays."""
        played = timedelta(seconds=interrupted.session.played)
        self._prepare(interrupted.routine, self._clock.now() - played)
        self._runner.go_on(interrupted)
        self._runner.send(Event.RESUME)

    def close(self) -> None:
        """Keep the place of the session under way; the next start offers to go on."""
        self._runner.close()
        self._narrator.silence()

    @Slot()
    def leave(self) -> None:
        """Leave the session as it is; Home offers to go on."""
        self.close()
        self._leave()

    def _prepare(self, routine: Routine, began_at: datetime) -> None:
        """Show the player for a routine."""
        self._routine, self._began_at = routine, began_at
        self._trouble = ""
        self._runner.set_calm(self._settings.settings.reduced_motion)
        if self._player is None:
            self._player = PlayerPage(self._theme)
            self._player.event_requested.connect(self._on_event_requested)
            self._player.close_requested.connect(self.leave)
            self._player.full_screen_requested.connect(self._window.toggle_full_screen)
            self._sound = SessionSound(self._player, self._narrator, self._settings, self)
        self._window.show_page(self._player, "today", fills_window=True)
        if self._sound is not None:
            self._sound.prepare()

    def _leave(self) -> None:
        """Go back to Home, out of full screen, and say what could not be kept."""
        if self._window.isFullScreen():
            self._window.showNormal()
        self.left.emit()
        if self._trouble:
            self._window.toast.show_message(self._trouble, icon="info")

    @Slot(object)
    def _on_view_changed(self, view: View) -> None:
        """Show the moment."""
        if self._player is not None:
            self._player.show_view(view)

    @Slot(object)
    def _on_event_requested(self, event: Event) -> None:
        """Hand on what the person did."""
        self._runner.send(event)

    @Slot(str)
    def _on_saving_failed(self, reason: str) -> None:
        """Keep for later what went wrong: the player is not disturbed."""
        self._trouble = self.tr("The session could not be kept on disk: %1").replace("%1", reason)

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        """Write the session into the history and show the finish page."""
        summary = summarise(ended.session)
        if not summary.holds:
            self._runner.forget_interrupted()
            self._leave()
            return
        self._saved = self._record(ended, is_complete=summary.is_complete)
        self._runner.forget_interrupted()
        if self._finish is None:
            self._finish = FinishPage(self._theme)
            self._finish.feeling_saved.connect(self._on_feeling_saved)
            self._finish.skipped.connect(self._on_skipped)
            self._finish.again_requested.connect(self._on_again_requested)
        self._finish.show_finish(self._finish_content(ended))
        self._window.show_page(self._finish, "today", fills_window=True)

    def _record(self, ended: Ended, *, is_complete: bool) -> int | None:
        """Save the session; None where the history cannot be used."""
        record = SessionRecord(
            ended.routine.id,
            ended.routine.name,
            self._began_at,
            self._clock.now(),
            ended.session.played,
            is_complete,
            tuple(rep_records(ended.session)),
        )
        try:
            return self._history.add(record)
        except HistoryUnavailable as error:
            self._trouble = self.tr("The session is not in the history: %1").replace(
                "%1", str(error)
            )
            return None

    def _finish_content(self, ended: Ended) -> FinishContent:
        """What the finish page says."""
        try:
            days = self._history.days()
        except HistoryUnavailable:
            days = frozenset()
        today = self._clock.now().date()
        steps = ended.routine.steps
        return FinishContent(
            ended.routine.name,
            summarise(ended.session),
            tuple(step.exercise.picture() for step in steps if isinstance(step, Step)),
            days_in_a_row(days, today),
            week_marks(days, today),
            pain_before=None,
            saved=self._saved is not None,
        )

    @Slot(object)
    def _on_feeling_saved(self, feeling: Feeling) -> None:
        """Add how it was to the session's record."""
        if self._saved is not None:
            try:
                self._history.add_feeling(self._saved, pain_after=feeling.pain, note=feeling.note)
            except HistoryUnavailable as error:
                self._trouble = self.tr("Your note is not in the history: %1").replace(
                    "%1", str(error)
                )
        self._leave()

    @Slot()
    def _on_skipped(self) -> None:
        """Leave without a word on how it was."""
        self._leave()

    @Slot()
    def _on_again_requested(self) -> None:
        """Play the same routine once more."""
        if self._routine is not None:
            self.begin(self._routine)
