"""What kind of day it is: a flare-up day or not, and what is kept of a sore day before it.

It tells when the day is over while the program stays open.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.storage.database import HistoryUnavailable

if TYPE_CHECKING:
    from hipstretch.core.ports import Clock
    from hipstretch.storage.day_marks import DayMarks
    from hipstretch.storage.pain_log import PainLog

_log = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(minutes=30)
"""The longest wait without a look at the clock, which may be set, or stand still in sleep."""


class PersonDay(QObject):
    """The person's day; a history that cannot be used makes it an ordinary one.

    Signals:
        flare_up_changed: it is a flare-up day now, or no longer.
        day_changed: another day has begun.
        trouble_told: `str`, why something could not be kept.
    """

    flare_up_changed = Signal()
    day_changed = Signal()
    trouble_told = Signal(str)

    def __init__(
        self, marks: DayMarks, pain_log: PainLog, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._marks, self._pain_log, self._clock = marks, pain_log, clock
        self._day = self.today
        self._flare_up: tuple[date, bool] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_waited)

    @property
    def today(self) -> date:
        """The day of the person's own clock."""
        return self._clock.now().date()

    @property
    def is_flare_up(self) -> bool:
        """Whether today is done more gently; the history is asked once between two looks."""
        today = self.today
        if self._flare_up is None or self._flare_up[0] != today:
            self._flare_up = today, self._read_flare_up(today)
        return self._flare_up[1]

    def take_over(self, *, is_flare_up: bool) -> None:
        """Take over what was read of today together with the rest of the history."""
        self._flare_up = self.today, is_flare_up

    def set_flare_up(self, *, is_on: bool) -> None:
        """Make today a flare-up day, or an ordinary one again."""
        trouble = ""
        try:
            self._marks.set_flare_up(self.today, is_on)
        except HistoryUnavailable as error:
            trouble = self.tr("This day could not be marked: %1").replace("%1", str(error))
        self._flare_up = None
        self.flare_up_changed.emit()
        if trouble:
            self.trouble_told.emit(trouble)

    def answer(self, day: date, *, settled: bool | None) -> None:
        """Keep whether a sore day settled; None puts the question off for good."""
        try:
            self._pain_log.add_answer(day, self.today, settled)
        except HistoryUnavailable as error:
            text = self.tr("Your answer could not be kept: %1")
            self.trouble_told.emit(text.replace("%1", str(error)))

    @Slot()
    def look(self) -> None:
        """Look anew, whether another day has begun too, and wait for the next midnight."""
        today, self._flare_up = self.today, None
        if not self._timer.isActive():
            self._wait()
        if today != self._day:
            self._day = today
            self._wait()
            self.day_changed.emit()

    def _read_flare_up(self, day: date) -> bool:
        """What the history says of a day."""
        try:
            return self._marks.is_flare_up(day)
        except HistoryUnavailable as error:
            _log.warning("whether it is a flare-up day is not known now: %s", error)
            return False

    def _wait(self) -> None:
        """Wait for midnight, or for the next look at the clock."""
        wait = min(until_midnight(self._clock.now()), LONGEST_WAIT)
        self._timer.start(int(wait.total_seconds() * 1000) + 1)

    @Slot()
    def _on_waited(self) -> None:
        """Look, and wait again."""
        self._wait()
        self.look()


def until_midnight(now: datetime) -> timedelta:
    """How long the day still lasts by the clock on the wall."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return midnight - now
