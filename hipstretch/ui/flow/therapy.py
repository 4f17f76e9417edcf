"""Ice and heat: the page, the questions before the first one, and what is asked from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.person import Affected
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.core.settings import Settings
from hipstretch.core.therapy import Kind, Place, RefusedError
from hipstretch.core.therapy_check import Question, ask_first, known_answers
from hipstretch.core.therapy_view import TherapyView, view_of
from hipstretch.core.therapy_wishes import AwaitWish, BeginWish, Chosen
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.qt.therapy_timer import TherapyTimer
from hipstretch.ui import therapy_notes, therapy_words
from hipstretch.ui.dialogs.therapy_check import TherapyCheckDialog, ask_first_dialog
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.therapy import TherapyPage
from hipstretch.ui.theme import Theme

KEY = "therapy"
"""The page's key in the rail."""


class TherapyFlow(QObject):
    """Joins the timer with its page; a first treatment waits for the short check.

    Signals:
        view_changed: `TherapyView`, how things stand now.
        window_requested: the window is wanted in front.
        safety_requested: the person wants to see the Safety page.
    """

    view_changed = Signal(object)
    window_requested = Signal()
    safety_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        timer: TherapyTimer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._settings, self._timer = settings, timer
        self._chosen = Chosen(_place_of(settings.settings))
        self._page: TherapyPage | None = None
        self._wish: BeginWish | None = None
        self._told: set[Kind] = set()
        timer.changed.connect(self.refresh)
        timer.minute_passed.connect(self.refresh)
        timer.saving_failed.connect(self._on_saving_failed)
        settings.changed.connect(self._on_settings_changed)

    @property
    def view(self) -> TherapyView:
        """How things stand now."""
        timer = self._timer
        return view_of(timer.therapy, timer.now, self._chosen, timer.records())

    @property
    def is_running(self) -> bool:
        """Whether a treatment runs or rings."""
        return bool(self._timer.therapy.treatments)

    def start(self) -> None:
        """Take up what another run left, as it truly stands now."""
        self._timer.start(self._settings.settings.rest_hours)

    @Slot()
    def show(self) -> None:
        """Show the page."""
        page = self._page = self._page or self._make_page()
        page.set_view(self.view)
        self._window.show_page(page, KEY)

    @Slot()
    def refresh(self) -> None:
        """Show how things stand now."""
        view = self.view
        if self._page is not None:
            self._page.set_view(view)
        self.view_changed.emit(view)

    @Slot(object)
    def stop(self, kind: Kind) -> None:
        """End a treatment, or answer its alarm."""
        self._timer.stop(kind)

    @Slot()
    def ask_again(self) -> None:
        """Go through the questions again, whatever page is shown."""
        self._ask_conditions(self._on_answered_again)

    def stop_all(self) -> None:
        """End whatever runs or rings."""
        for kind in Kind:
            self._timer.stop(kind)

    @Slot(object)
    def confirm_skin(self, kind: Kind) -> None:
        """The skin is fine."""
        self._timer.confirm_skin(kind)

    def answer(self, request: Request) -> Reply:
        """Do what the command line asks of ice and heat."""
        kind = request.command.kind
        if kind is not None:
            return self._begin_from_outside(request, kind)
        if request.command is Command.STOP:
            self._stop(request.kind)
        words = therapy_notes.status(self.view)
        return Reply(True, words or self.tr("Neither ice nor heat is running."))

    def _stop(self, kind: Kind | None) -> None:
        """End one kind, or whatever runs or rings."""
        if kind is None:
            self.stop_all()
        else:
            self._timer.stop(kind)

    def _begin_from_outside(self, request: Request, kind: Kind) -> Reply:
        """Begin without the page, where nothing has to be asked first."""
        minutes = request.minutes or self._chosen.minutes(kind)
        place, means = request.place or self._chosen.place, request.means
        wish = BeginWish(kind, place, means or self._chosen.means(kind), minutes)
        answers = self._settings.settings.therapy_answers
        if answers is None or self._questions(kind):
            self.window_requested.emit()
            self.show()
            self._on_begin_requested(wish)
            return Reply(True, self.tr("HipStretch asks something first, in its window."))
        problem = self._begin(wish)
        return Reply(not problem, problem or therapy_notes.status(self.view))

    def _make_page(self) -> TherapyPage:
        """The page, whose wishes are heard."""
        page = TherapyPage(self._theme)
        page.safety_requested.connect(self.safety_requested)
        page.view_requested.connect(self.refresh)
        page.chosen_changed.connect(self._on_chosen_changed)
        page.begin_requested.connect(self._on_begin_requested)
        page.stop_requested.connect(self.stop)
        page.skin_fine_requested.connect(self.confirm_skin)
        page.await_requested.connect(self._on_await_requested)
        page.dismiss_requested.connect(self._on_dismiss_requested)
        page.check_requested.connect(self.ask_again)
        return page

    def _questions(self, kind: Kind) -> tuple[Question, ...]:
        """What to ask a doctor about before a kind, unless the person has said that they did."""
        answers = self._settings.settings.therapy_answers or ()
        return () if kind in self._told else ask_first(answers, kind)

    def _begin(self, wish: BeginWish) -> str:
        """Begin a treatment; tells why not, or nothing."""
        try:
            self._timer.begin(wish.kind, wish.place, wish.means, wish.minutes, anyway=wish.anyway)
        except RefusedError as error:
            until = self._wall(error.until) if error.until else None
            return therapy_words.refused(wish.kind, error.refusal, until)
        return ""

    def _wall(self, at: float) -> datetime:
        """An instant as the wall's clock tells it now."""
        now = self._timer.now
        return now.wall + timedelta(seconds=at - now.at)

    def _ask_conditions(self, on_answered: Callable[[tuple[str, ...]], None]) -> None:
        """Ask what is true of the person's skin and health."""
        settings = self._settings.settings
        answers = settings.therapy_answers
        if answers is None:
            answers = known_answers(settings.conditions or ())
        dialog = TherapyCheckDialog(self._theme, self._window, answers)
        dialog.answered.connect(on_answered)
        dialog.present()

    def _keep_answers(self, answers: tuple[str, ...]) -> None:
        """Remember what is true of the person."""
        self._told.clear()
        settings = self._settings.settings
        self._settings.change(settings.with_value("therapy_answers", answers))

    @Slot(object)
    def _on_begin_requested(self, wish: BeginWish) -> None:
        """Begin, after what has to be asked first."""
        self._wish = wish
        if self._settings.settings.therapy_answers is None:
            self._ask_conditions(self._on_first_answered)
            return
        questions = self._questions(wish.kind)
        if questions:
            dialog = ask_first_dialog(self._theme, wish.kind, questions, self._window)
            dialog.closed.connect(self._on_advice_closed)
            dialog.present()
            return
        problem = self._begin(wish)
        if problem:
            self._window.toast.show_message(problem, icon="info")

    @Slot(object)
    def _on_first_answered(self, answers: tuple[str, ...]) -> None:
        """Keep the answers and go on with the wish."""
        self._keep_answers(answers)
        if self._wish is not None:
            self._on_begin_requested(self._wish)

    @Slot(object)
    def _on_advice_closed(self, has_asked: bool | None) -> None:
        """Go on with the wish of somebody who has asked already."""
        if has_asked and self._wish is not None:
            self._told.add(self._wish.kind)
            self._on_begin_requested(self._wish)

    @Slot(object)
    def _on_chosen_changed(self, chosen: Chosen) -> None:
        """Offer what was chosen."""
        self._chosen = chosen
        self.refresh()

    @Slot(object)
    def _on_await_requested(self, wish: AwaitWish) -> None:
        """Tell when a place is ready, or do not."""
        self._timer.wait_for(wish.place, is_awaited=wish.is_on)

    @Slot(object)
    def _on_dismiss_requested(self, kind: Kind) -> None:
        """The note was read."""
        self._timer.dismiss(kind)

    @Slot(object)
    def _on_answered_again(self, answers: tuple[str, ...]) -> None:
        """Keep the answers."""
        self._keep_answers(answers)

    @Slot(str)
    def _on_saving_failed(self, reason: str) -> None:
        """Say that something is not on disk."""
        text = self.tr("Ice and heat could not be kept on disk: %1").replace("%1", reason)
        self._window.toast.show_message(text, icon="info")

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        """Let places rest as the settings say."""
        self._timer.set_rest(settings.rest_hours)


def _place_of(settings: Settings) -> Place:
    """The place that is offered first: the sore hip."""
    is_left = settings.affected_side is Affected.LEFT
    return Place.LEFT_HIP if is_left else Place.RIGHT_HIP
