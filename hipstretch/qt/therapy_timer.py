"""Runs ice and heat in real time, keeps them on disk, and tells what is due."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
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
from hipstretch.core.therapy_day import Kept, TherapyRecord, therapy_record
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.therapy_file import TherapyFile
from hipstretch.storage.therapy_log import TherapyLog

LOOK_EVERY = 1.0
"""Most seconds between two looks at the clock while something runs: sleep stops Qt's timers."""
LOOK_WHILE_RESTING = 60.0
"""The same while only places rest."""
CLOCK_WAS_SET = 1.0
"""Seconds by which the wall's clock went another way than time: what is on disk is written anew."""

_log = logging.getLogger(__name__)


class TherapyTimer(QObject):
    """Ice and heat of the program, from `start` on.

    A record that the history does not take stays with what is under way, and is offered again at
    the next start and with the next record.

    Signals:
        changed: something may look different now.
        minute_passed: a treatment has a minute less to go; told by a look that is taken anyway.
        check_asked: `Treatment`, time to look at the skin.
        rang: `Rang`, the alarm is to be heard now.
        over: `TherapyRecord`, a treatment is over.
        ready: `Rest`, a place is ready again that somebody waits for.
        saving_failed: `str`, why something cannot be kept; the timers run on.
    """

    changed = Signal()
    minute_passed = Signal()
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
        self._unlogged: tuple[TherapyRecord, ...] = ()
        self._minutes: tuple[int, ...] = ()
        self._saved = self.now
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
        nothing = Therapy(rest_hours * 3600.0)
        try:
            self._therapy, self._unlogged = self._file.load(nothing.rest, self.now)
        except OSError as error:
            self._therapy = nothing
            self.saving_failed.emit(str(error))
        had_records = bool(self._unlogged)
        self._log_all(())
        after, told = self._therapy.let_pass(self.now.at)
        # From here on the instants are of this start of the machine, and so must the file be.
        self._take(after, told, must_save=had_records or self._therapy != nothing)

    def set_rest(self, hours: float) -> None:
        """Let places rest for so many hours."""
        if self._therapy.rest != hours * 3600.0:
            self._change(replace(self._therapy, rest=hours * 3600.0))

    def records(self) -> tuple[TherapyRecord, ...]:
        """Today's treatments that are over; of the history only where it can be read."""
        today = self._clock.now().date()
        found = [one for one in self._unlogged if one.began_at.date() == today]
        try:
            found += self._log.records(today)
        except HistoryUnavailable as error:
            _log.warning("today's ice and heat cannot be read: %s", error)
        each_once = {one.id: one for one in found}
        return tuple(sorted(each_once.values(), key=_begin))

    def begin(
        self, kind: Kind, place: Place, means: Means, minutes: float, *, anyway: bool = False
    ) -> None:
        """Begin a treatment; raises RefusedError."""
        one = Treatment(uuid4().hex, kind, place, means, minutes * 60.0, self.now.at)
        self.look()  # an alarm whose time is up stands in nobody's way
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
        """Log, save, then tell: what was told is on disk, and the next look is due already."""
        is_other = must_save or after != self._therapy
        self._therapy = after
        self._arm()
        records = [therapy_record(one, self.now) for one in told if isinstance(one, Over)]
        if records:
            self._log_all(records)
        if is_other or self._clock_was_set():
            self._save()
        for record in records:
            self.over.emit(record)
        for one in told:
            self._tell(one)
        self._tell_changes(is_other)

    def _tell_changes(self, is_other: bool) -> None:
        """Tell that something is another, or that it merely has a minute less."""
        before, self._minutes = self._minutes, self._therapy.minutes_left(self.now.at)
        if is_other:
            self.changed.emit()
        elif self._minutes != before:
            self.minute_passed.emit()

    def _tell(self, told: Told) -> None:
        """Pass on what is due."""
        if isinstance(told, CheckAsked):
            self.check_asked.emit(told.treatment)
        elif isinstance(told, Rang) and self._therapy.of_kind(told.treatment.kind) is not None:
            self.rang.emit(told)  # unless whoever was told that it is over has answered already
        elif isinstance(told, Ready):
            self.ready.emit(told.rest)

    def _log_all(self, records: Sequence[TherapyRecord]) -> None:
        """Keep records in the history, with those that it did not take before."""
        waiting = (*self._unlogged, *records)
        self._unlogged = ()
        for record in waiting:
            try:
                self._log.add(record)
            except HistoryUnavailable as error:
                self._unlogged += (record,)
                self.saving_failed.emit(str(error))

    def _save(self) -> None:
        """Keep what is under way."""
        self._saved = self.now
        try:
            self._file.save(Kept(self._therapy, self._unlogged), self._saved)
        except OSError as error:
            self.saving_failed.emit(str(error))

    def _clock_was_set(self) -> bool:
        """Whether the wall's clock could not tell any more how much time went by since saving."""
        now, saved = self.now, self._saved
        by_wall = (now.wall - saved.wall).total_seconds()
        return bool(self._therapy.treatments) and abs(by_wall - now.at + saved.at) > CLOCK_WAS_SET

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


def _begin(record: TherapyRecord) -> datetime:
    """When a treatment began."""
    return record.began_at
