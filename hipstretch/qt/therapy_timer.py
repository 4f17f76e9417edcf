"""Runs ice and heat in real time, keeps them on disk, and tells what is due."""

from __future__ import annotations

import logging
from dataclasses import replace
from math import ceil, inf
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hipstretch.core.breaks import Now
from hipstretch.core.ports import Clock
from hipstretch.core.therapy import (
    CheckAsked,
    Kind,
    Means,
    Over,
    Place,
    Rang,
    Ready,
    Therapy,
    Told,
    Treatment,
)
from hipstretch.core.therapy_day import TherapyRecord, therapy_record
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.therapy_file import TherapyFile
from hipstretch.storage.therapy_log import TherapyLog

LOOK_EVERY = 10.0
"""The longest time between two looks at the clock while something runs: sleep stops timers."""
LOOK_WHILE_RESTING = 60.0
"""The same while only places rest."""

_log = logging.getLogger(__name__)


class TherapyTimer(QObject):
    """Ice and heat of the program, from `start` on.

    Signals:
        changed: something may look different now.
        check_asked: `Treatment`, time to look at the skin.
        rang: `Rang`, the alarm is to be heard now.
        over: `TherapyRecord`, a treatment is over and logged.
        ready: `Rest`, a place is ready again that somebody waits for.
        saving_failed: `str`, why something cannot be kept; the timers run on.
    """

    changed = Signal()
    check_asked = Signal(object)
    rang = Signal(object)
    over = Signal(object)
    ready = Signal(object)
    saving_failed = Signal(str)

    def __init__(
        self, clock: Clock, file: TherapyFile, log: TherapyLog, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._file, self._log = clock, file, log
        self._therapy = Therapy(0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timed_out)

    @property
    def therapy(self) -> Therapy:
        """What is under way."""
        return self._therapy

    @property
    def now(self) -> Now:
        """An instant of a clock that goes on in sleep, and the wall's time."""
        return Now(self._clock.awake() + self._clock.slept(), self._clock.now())

    def start(self, rest_hours: float) -> None:
        """Take up what another run of the program left, as it truly stands now."""
        try:
            self._therapy = self._file.load(rest_hours * 3600.0, self.now)
        except OSError as error:
            self._therapy = Therapy(rest_hours * 3600.0)
            self.saving_failed.emit(str(error))
        self.look()

    def set_rest(self, hours: float) -> None:
        """Let places rest for so many hours."""
        if self._therapy.rest != hours * 3600.0:
            self._change(replace(self._therapy, rest=hours * 3600.0))

    def records(self) -> tuple[TherapyRecord, ...]:
        """Today's treatments that are over; none where the history cannot be read."""
        try:
            return self._log.records(self._clock.now().date())
        except HistoryUnavailable as error:
            _log.warning("today's ice and heat cannot be read: %s", error)
            return ()

    def begin(
        self, kind: Kind, place: Place, means: Means, minutes: float, *, anyway: bool = False
    ) -> None:
        """Begin a treatment; raises RefusedError."""
        at = self.now.at
        one = Treatment(uuid4().hex, kind, place, means, minutes * 60.0, at)
        self._change(self._therapy.begin(one, anyway=anyway))

    def confirm_skin(self, kind: Kind) -> None:
        """The skin is fine."""
        self._change(self._therapy.check(kind))

    def stop(self, kind: Kind) -> None:
        """End a treatment, or answer its alarm."""
        after, told = self._therapy.stop(kind, self.now.at)
        self._take(after, told)

    def dismiss(self, kind: Kind) -> None:
        """The note of a missed alarm was read."""
        self._change(self._therapy.dismiss(kind))

    def wait_for(self, place: Place, *, is_awaited: bool) -> None:
        """Tell when a place is ready again, or do not."""
        self._change(self._therapy.wait_for(place, is_awaited=is_awaited))

    def look(self) -> None:
        """Tell what is due now."""
        after, told = self._therapy.let_pass(self.now.at)
        self._take(after, told)

    def _change(self, therapy: Therapy) -> None:
        """Take a change over, and what is due with it."""
        after, told = therapy.let_pass(self.now.at)
        self._take(after, told, must_save=True)

    def _take(self, after: Therapy, told: tuple[Told, ...], *, must_save: bool = False) -> None:
        """Log, save, then tell: what was told is on disk."""
        is_other = after != self._therapy
        self._therapy = after
        records = [self._logged(one) for one in told if isinstance(one, Over)]
        if is_other or must_save:
            self._save()
        for record in records:
            self.over.emit(record)
        for one in told:
            self._tell(one)
        if is_other or must_save:
            self.changed.emit()
        self._arm()

    def _tell(self, told: Told) -> None:
        """Pass on what is due."""
        if isinstance(told, CheckAsked):
            self.check_asked.emit(told.treatment)
        elif isinstance(told, Rang):
            self.rang.emit(told)
        elif isinstance(told, Ready):
            self.ready.emit(told.rest)

    def _logged(self, over: Over) -> TherapyRecord:
        """The record of a treatment that is over, kept in the history."""
        record = therapy_record(over, self.now)
        try:
            self._log.add(record)
        except HistoryUnavailable as error:
            self.saving_failed.emit(str(error))
        return record

    def _save(self) -> None:
        """Keep what is under way."""
        try:
            self._file.save(self._therapy, self.now)
        except OSError as error:
            self.saving_failed.emit(str(error))

    def _arm(self) -> None:
        """Look again when something is due; not at all while nothing is."""
        at = self.now.at
        due = self._therapy.next_change(at)
        if due == inf:
            self._timer.stop()
            return
        wait = max(0.0, due - at)
        longest = LOOK_EVERY if self._therapy.treatments else LOOK_WHILE_RESTING
        self._timer.start(ceil(min(wait, longest) * 1000))

    @Slot()
    def _on_timed_out(self) -> None:
        """Something may be due."""
        self.look()
