"""After a session: its record in the history, and the finish page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.history import SessionRecord, days_in_a_row, week_marks
from hipstretch.core.pain import PainPlace
from hipstretch.core.ports import Clock
from hipstretch.core.routine import Step
from hipstretch.core.summary import Summary, rep_records, summarise
from hipstretch.qt.session_runner import Ended
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.finish import FinishAnswer, FinishContent, FinishPage
from hipstretch.ui.theme import Theme


class FinishFlow(QObject):
    """Keeps the session and asks how it is now.

    `tell` is told why something could not be kept.

    Signals:
        left: back to Home; what was said is kept.
        again_requested: the same once more; what was said is kept.
        ice_requested: ice for a while; what was said is kept.
        safety_requested: the person wants to read when to get help.
    """

    left = Signal()
    again_requested = Signal()
    ice_requested = Signal()
    safety_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        history: History,
        marks: DayMarks,
        clock: Clock,
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._history, self._marks, self._clock = history, marks, clock
        self._tell = tell
        self._page: FinishPage | None = None
        self._saved: int | None = None

    def show(self, ended: Ended, began_at: datetime, *, has_spread: bool) -> None:
        """Save a session and show what was done."""
        summary = summarise(ended.session)
        self._saved = self._record(ended, began_at, is_complete=summary.is_complete)
        page = self._page or self._make_page()
        page.show_finish(self._content(ended, summary, has_spread=has_spread))
        self._window.show_page(page, "today", fills_window=True)

    def _make_page(self) -> FinishPage:
        """The page, made when it is first needed."""
        self._page = page = FinishPage(self._theme)
        page.answered.connect(self._on_answered)
        page.skipped.connect(self.left)
        page.again_requested.connect(self._on_again_requested)
        page.ice_requested.connect(self._on_ice_requested)
        page.safety_requested.connect(self.safety_requested)
        return page

    def _record(self, ended: Ended, began_at: datetime, *, is_complete: bool) -> int | None:
        """Save the session; None where the history cannot be used."""
        record = SessionRecord(
            ended.routine.id,
            ended.routine.name,
            began_at,
            self._clock.now(),
            ended.session.played,
            is_complete,
            tuple(rep_records(ended.session, ended.routine)),
            before=ended.notes.before,
            is_gentle=ended.notes.is_gentle,
        )
        try:
            return self._history.add(record, ended.notes.hurts)
        except HistoryUnavailable as error:
            words = self.tr("The session is not in the history: %1")
            self._tell(words.replace("%1", str(error)))
            return None

    def _content(self, ended: Ended, summary: Summary, *, has_spread: bool) -> FinishContent:
        """What the finish page says."""
        days, forgiven, place = self._days()
        today = self._clock.now().date()
        steps = ended.routine.steps
        return FinishContent(
            ended.routine.name,
            summary,
            tuple(step.exercise.picture() for step in steps if isinstance(step, Step)),
            days_in_a_row(days, today, forgiven),
            week_marks(days, today, forgiven),
            ended.notes.before,
            place,
            has_spread,
            saved=self._saved is not None,
        )

    def _days(self) -> tuple[frozenset[date], frozenset[date], PainPlace | None]:
        """The days with a session, those that are forgiven, and how far the pain reached last."""
        today = self._clock.now().date()
        try:
            days = self._history.days()
            first = min([*days, today - timedelta(days=today.weekday())])
            return days, self._marks.forgiven(first, today), self._history.last_place()
        except HistoryUnavailable:
            return frozenset(), frozenset(), None

    def _keep(self, answer: FinishAnswer) -> None:
        """Add what was said to the session's record, if there are both."""
        if self._saved is None or answer == FinishAnswer():
            return
        try:
            self._history.add_feeling(self._saved, after=answer.after, note=answer.note)
        except HistoryUnavailable as error:
            words = self.tr("Your note is not in the history: %1")
            self._tell(words.replace("%1", str(error)))

    @Slot(object)
    def _on_answered(self, answer: FinishAnswer) -> None:
        """Keep it and leave."""
        self._keep(answer)
        self.left.emit()

    @Slot()
    def _on_again_requested(self) -> None:
        """Keep what was said, and play the same once more."""
        if self._page is not None:
            self._keep(self._page.answer)
        self.again_requested.emit()

    @Slot()
    def _on_ice_requested(self) -> None:
        """Keep what was said, and go to the ice."""
        if self._page is not None:
            self._keep(self._page.answer)
        self.ice_requested.emit()
