"""What of Home is of this day: the week and the pain, the plan, a question, a flare-up day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from hipstretch.storage.home_reader import HomeFacts

if TYPE_CHECKING:
    from hipstretch.core.plan import PlanItem
    from hipstretch.core.ports import Clock
    from hipstretch.storage.history import History
    from hipstretch.ui.flow.person_day import PersonDay
    from hipstretch.ui.flow.plan_keeper import PlanKeeper
    from hipstretch.ui.main_window import MainWindow
    from hipstretch.ui.pages.home import HomePage
    from hipstretch.ui.widgets.concern_question import Settled


class HomeToday(QObject):
    """Fills the upper half of the home page, and keeps what the person answers there.

    A history that cannot be used costs only what would be shown of it, and is told once.
    """

    def __init__(
        self,
        page: HomePage,
        window: MainWindow,
        history: History,
        day: PersonDay,
        plan: PlanKeeper,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._window, self._history = page, window, history
        self._day, self._plan, self._clock = day, plan, clock
        self._facts = HomeFacts()
        self._plan_items: tuple[PlanItem, ...] = ()
        self._sore_day: date | None = None
        self._is_trouble_told = False
        page.flare_up_switched.connect(self._on_flare_up_switched)
        page.settled_answered.connect(self._on_settled_answered)
        day.trouble_told.connect(self._on_trouble_told)

    @property
    def last_routine(self) -> str:
        """The id of the routine that was done last, or nothing."""
        return self._facts.last_routine

    @property
    def next_planned(self) -> str:
        """The first of the plan that is left today, or nothing."""
        return next((item.planned.routine_id for item in self._plan_items if item.left), "")

    def look(self) -> None:
        """Look at the clock and into the history."""
        self._day.look()
        self._facts = self._history.for_home(self._day.today)
        self._day.take_over(is_flare_up=self._facts.is_flare_up)
        if self._facts.trouble and not self._is_trouble_told:
            self._is_trouble_told = True
            text = self.tr("The history cannot be opened now: %1")
            self._window.toast.show_message(text.replace("%1", self._facts.trouble), icon="info")

    def show(self) -> None:
        """Show the day as one saw it with the last look."""
        self._page.set_time(self._clock.now())
        self._sore_day = self._facts.sore_day
        self._page.ask_settled(self._sore_words(self._sore_day) if self._sore_day else "")
        self._show_strip(self._facts)
        self.show_plan()

    def show_plan(self) -> None:
        """Show what of the plan is for today, and whether it is a flare-up day."""
        self._plan_items = self._plan.today(self._facts.done)
        self._page.set_day(self._plan_items, is_flare_up=self._day.is_flare_up)

    def _show_strip(self, facts: HomeFacts) -> None:
        """Show the week and the pain, once there is anything to show."""
        if not facts.days:
            self._page.set_strip(None)
            return
        from hipstretch.core.history import days_in_a_row, week_marks
        from hipstretch.ui.widgets.strip_content import StripContent

        days = (facts.days, self._day.today, facts.forgiven)
        self._page.set_strip(StripContent(days_in_a_row(*days), week_marks(*days), facts.pain))

    def _sore_words(self, day: date) -> str:
        """The question whether a sore day has settled."""
        if day == self._day.today - timedelta(days=1):
            return self.tr("Yesterday it hurt. Has it settled?")
        words = self.tr("On {weekday} it hurt. Has it settled?")
        return words.format(weekday=self._page.locale().dayName(day.isoweekday()))

    @Slot(bool)
    def _on_flare_up_switched(self, is_on: bool) -> None:
        """Make today gentler, or as usual again."""
        from hipstretch.ui.plan_words import kept_row_words

        self._day.set_flare_up(is_on=is_on)
        if is_on and self._day.is_flare_up:
            self._window.toast.show_message(kept_row_words(), icon="leaf")

    @Slot(object)
    def _on_settled_answered(self, settled: Settled) -> None:
        """Keep the answer, and offer what helps where it has not settled."""
        from hipstretch.ui.widgets.concern_question import Settled

        day, self._sore_day = self._sore_day, None
        if day is None:
            return
        answers = {Settled.YES: True, Settled.NOT_YET: False, Settled.NOT_TOLD: None}
        self._day.answer(day, settled=answers[settled])
        if settled is Settled.NOT_YET:
            self._page.offer_help(is_flare_up=self._day.is_flare_up)
        else:
            self._page.ask_settled("")

    @Slot(str)
    def _on_trouble_told(self, text: str) -> None:
        """Say what could not be kept."""
        self._window.toast.show_message(text, icon="info")
