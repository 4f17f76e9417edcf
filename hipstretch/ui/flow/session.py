"""The session: player, what hurts in it, and what comes after it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.concerns import FindExercise
from hipstretch.core.notes import Notes
from hipstretch.core.ports import Clock
from hipstretch.core.session import Event
from hipstretch.core.start import Start
from hipstretch.core.summary import summarise
from hipstretch.core.timeline import PhaseKind
from hipstretch.core.view import View
from hipstretch.qt.narrator import Narrator
from hipstretch.qt.session_runner import Ended, SessionRunner
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.storage.pain_log import PainLog
from hipstretch.storage.running import Interrupted
from hipstretch.ui.flow.finishing import FinishFlow
from hipstretch.ui.flow.hurts import HurtFlow
from hipstretch.ui.flow.session_sound import SessionSound
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.player import PlayerPage
from hipstretch.ui.theme import Theme


class SessionFlow(QObject):
    """From the first get-ready to the finish page.

    Signals:
        left: back to Home.
        ice_requested: ice for a while, after the session.
        safety_requested: the person wants to read when to get help; the session is paused or over.
    """

    left = Signal()
    ice_requested = Signal()
    safety_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        runner: SessionRunner,
        narrator: Narrator,
        settings: SettingsKeeper,
        history: History,
        pain_log: PainLog,
        marks: DayMarks,
        find: FindExercise,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._runner, self._narrator = runner, narrator
        self._settings, self._clock = settings, clock
        self._player: PlayerPage | None = None
        self._sound: SessionSound | None = None
        self._began_at = clock.now()
        self._start: Start | None = None
        self._trouble = ""
        tell = self._note_trouble
        self._hurts = HurtFlow(runner, settings, pain_log, find, clock, tell, self)
        self._finish = FinishFlow(theme, window, history, marks, clock, tell, self)
        self._connect()

    @Slot(object)
    def begin(self, start: Start) -> None:
        """Play a routine."""
        player = self._prepare(start, self._clock.now())
        self._runner.begin(
            start.routine, self._settings.settings.person, Notes(start.before, start.is_gentle)
        )
        self._hurts.begin()
        self._ask_pain(player)

    @Slot(object)
    def go_on(self, interrupted: Interrupted) -> None:
        """Take up a session that was left unfinished; it counts down and plays."""
        played = timedelta(seconds=interrupted.session.played)
        notes = interrupted.notes
        start = Start(interrupted.routine, notes.before, notes.is_gentle)
        player = self._prepare(start, self._clock.now() - played)
        self._runner.go_on(interrupted)
        self._hurts.begin()
        self._runner.send(Event.RESUME)
        self._ask_pain(player)

    def close(self) -> None:
        """Keep the place of the session under way; the next start offers to go on."""
        self._runner.close()
        self._narrator.silence()

    @Slot()
    def leave(self) -> None:
        """Leave the session as it is; Home offers to go on."""
        self.close()
        self._leave()

    def _connect(self) -> None:
        """Hear the runner and what comes after a session."""
        self._runner.view_changed.connect(self._on_view_changed)
        self._runner.ended.connect(self._on_ended)
        self._runner.let_go.connect(self._on_let_go)
        self._runner.saving_failed.connect(self._on_saving_failed)
        self._finish.left.connect(self._on_finish_left)
        self._finish.again_requested.connect(self._on_again_requested)
        self._finish.ice_requested.connect(self._on_ice_requested)
        self._finish.safety_requested.connect(self.safety_requested)

    def _prepare(self, start: Start, began_at: datetime) -> PlayerPage:
        """Show the player for a routine."""
        self._start, self._began_at = start, began_at
        self._trouble = ""
        self._runner.set_calm(self._settings.settings.reduced_motion)
        player = self._player or self._make_player()
        player.set_gentle(start.is_gentle)
        player.stop_asking_pain()
        self._window.show_page(player, "today", fills_window=True)
        if self._sound is not None:
            self._sound.prepare()
        return player

    def _make_player(self) -> PlayerPage:
        """The player, made when it is first needed."""
        self._player = player = PlayerPage(self._theme)
        player.event_requested.connect(self._on_event_requested)
        player.close_requested.connect(self.leave)
        player.full_screen_requested.connect(self._window.toggle_full_screen)
        player.safety_requested.connect(self.safety_requested)
        player.pain_told.connect(self._on_pain_told)
        self._hurts.attach(player)
        self._sound = SessionSound(player, self._narrator, self._settings, self)
        return player

    def _ask_pain(self, player: PlayerPage) -> None:
        """Ask in the first get-ready how the pain is, unless that was told."""
        view = self._runner.view
        if view is None or self._runner.notes.before.pain is not None:
            return
        if self._is_first_ready() and view.remaining is not None:
            player.ask_pain(view.remaining)

    def _is_first_ready(self) -> bool:
        """Whether the session gets ready for its first exercise."""
        session = self._runner.session
        if session is None or session.anchor.phase_index > 0:
            return False
        return session.timeline.phases[0].kind is PhaseKind.READY

    def _leave(self) -> None:
        """Go back to Home, out of full screen, and say what could not be kept."""
        self._leave_full_screen()
        self.left.emit()
        if self._trouble:
            self._window.toast.show_message(self._trouble, icon="info")

    def _leave_full_screen(self) -> None:
        """The other pages have their rail again."""
        if self._window.isFullScreen():
            self._window.showNormal()

    def _note_trouble(self, words: str) -> None:
        """Keep for later what went wrong: nobody who stretches is disturbed."""
        self._trouble = words

    @Slot(object)
    def _on_view_changed(self, view: View) -> None:
        """Show the moment; after the first get-ready a digit tells nothing any more."""
        if self._player is not None:
            if not self._is_first_ready():
                self._player.stop_asking_pain()
            self._player.show_view(view)

    @Slot(object)
    def _on_event_requested(self, event: Event) -> None:
        """Hand on what the person did."""
        self._runner.send(event)

    @Slot(int)
    def _on_pain_told(self, pain: int) -> None:
        """Keep how it was before."""
        self._runner.note(self._runner.notes.with_pain_before(pain))

    @Slot()
    def _on_let_go(self) -> None:
        """What is asked on the player has no session any more."""
        if self._player is not None:
            self._player.close_question()

    @Slot(str)
    def _on_saving_failed(self, reason: str) -> None:
        """The player is not disturbed by it."""
        words = self.tr("The session could not be kept on disk: %1")
        self._note_trouble(words.replace("%1", reason))

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        """Keep the session and show the finish page; of one without a hold nothing is kept."""
        if not summarise(ended.session).holds:
            self._runner.forget_interrupted()
            self._leave()
            return
        self._finish.show(ended, self._began_at, has_spread=self._hurts.has_spread)
        self._runner.forget_interrupted()

    @Slot()
    def _on_finish_left(self) -> None:
        """Back to Home."""
        self._leave()

    @Slot()
    def _on_again_requested(self) -> None:
        """Play the same routine once more; how it feels is asked anew."""
        if self._start is not None:
            self.begin(Start(self._start.routine, is_gentle=self._start.is_gentle))

    @Slot()
    def _on_ice_requested(self) -> None:
        """On to the ice."""
        self._leave_full_screen()
        self.ice_requested.emit()
