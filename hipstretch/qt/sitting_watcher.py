"""Watches how long the person sits: feeds the reminders with the clock and with what is seen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from math import inf

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hipstretch.core.breaks import (
    Breaks,
    HandsSeen,
    Happening,
    HoldChanged,
    Now,
    Paused,
    Plan,
    PutOff,
    Saved,
    Slept,
    TimePassed,
    Told,
)
from hipstretch.core.ports import Clock, Desk, IdleMonitor
from hipstretch.core.reminder import Asked, Closed, Hidden, Hold, Stage
from hipstretch.core.sitting import Presence, Span
from hipstretch.core.sitting_day import DayReminder, DaySpan, day_reminder, day_span
from hipstretch.storage.day_book import DayBook
from hipstretch.storage.sitting_file import SittingFile

LOOK_EVERY = 60.0
"""The longest time between two looks at the hands of a sitting person, in seconds."""
LOOK_WHILE_HELD = 15.0
"""The same while something holds a reminder back that can only be looked at."""
LOOK_WHILE_AWAY = 15.0
"""The same while nobody is there and the system cannot tell when somebody comes."""
SLEPT_FROM = 2.0
"""Seconds of sleep of the machine that count."""

_WISHES = (PutOff, Paused)
"""What the person said and a crash must not undo."""

_log = logging.getLogger(__name__)


class SittingWatcher(QObject):
    """The sitting clock of the program, from `start` to `stop`.

    Signals:
        changed: something may look different now.
        asked: `Asked`, the person is to be asked to get up.
        withdrawn: what asks is to disappear.
    """

    changed = Signal()
    asked = Signal(object)
    withdrawn = Signal()

    def __init__(
        self,
        clock: Clock,
        file: SittingFile,
        book: DayBook,
        make_idle: Callable[[], IdleMonitor],
        make_desk: Callable[[Callable[[Happening], None]], Desk],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._file, self._book = clock, file, book
        self._make_idle, self._make_desk = make_idle, make_desk
        self._idle: IdleMonitor | None = None
        self._desk: Desk | None = None
        self._breaks: Breaks | None = None
        self._plan = Plan()
        self._slept = 0.0
        self._woke_at = -inf
        self._saved_at = 0.0
        self._keeps_awake = False
        self._is_told_when_active = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timed_out)

    @property
    def breaks(self) -> Breaks | None:
        """The state of the reminders; None while they are off."""
        return self._breaks

    @property
    def now(self) -> Now:
        """An instant of a clock that goes on in sleep, and the wall's time."""
        return Now(self._clock.awake() + self._clock.slept(), self._clock.now())

    @property
    def hands_way(self) -> str:
        """How hands are watched on this machine; empty while nothing is."""
        return self._idle.name if self._idle is not None else ""

    @property
    def desk_ways(self) -> tuple[str, ...]:
        """How lock, sleep, films and full screen are watched on this machine."""
        return self._desk.names if self._desk is not None else ()

    def spans(self) -> tuple[DaySpan, ...]:
        """The spans of today, up to now."""
        now = self.now
        over = self._book.spans(now.wall.date())
        if self._breaks is None:
            return over
        clock = self._breaks.clock
        return (*over, day_span(Span(clock.presence, clock.since, now.at), now))

    def reminders(self) -> tuple[DayReminder, ...]:
        """The reminders of today that are over."""
        return self._book.reminders(self._clock.now().date())

    def set_plan(self, plan: Plan) -> None:
        """Remind as the person chose."""
        self._plan = plan
        if self._breaks is not None:
            self._breaks = self._breaks.with_plan(plan)
            self.tell(TimePassed())

    def set_keeps_awake(self, keeps_awake: bool) -> None:
        """Say whether the program itself keeps the screen on: that is neither call nor film."""
        self._keeps_awake = keeps_awake

    def start(self) -> None:
        """Begin to watch, where another run of the program stopped."""
        if self._breaks is not None:
            return
        now = self.now
        saved = self._load()
        begun = Breaks.begun(self._plan, now)
        self._breaks = Breaks.restored(self._plan, saved, now) if saved is not None else begun
        self._slept = self._clock.slept()
        self._idle = self._make_idle()
        self._desk = self._make_desk(self._take_happening)
        self._look()

    def stop(self) -> None:
        """Watch no longer; the minutes sat are kept."""
        if self._breaks is None:
            return
        self._save()
        now = self.now
        for one in self._breaks.ended(now):
            self._hear(one, now)
        self._timer.stop()
        if self._idle is not None and self._desk is not None:
            self._idle.close()
            self._desk.close()
        self._idle = self._desk = self._breaks = None
        self._is_told_when_active = False
        self.withdrawn.emit()
        self.changed.emit()

    def tell(self, happening: Happening) -> None:
        """Take in what happened; a sleep before it comes first."""
        slept = self._clock.slept()
        asleep, self._slept = slept - self._slept, slept
        if asleep > SLEPT_FROM:
            self._woke_at = self._clock.awake()
            self._handle(Slept(asleep))
        self._handle(happening)

    def _handle(self, happening: Happening) -> None:
        """Let the machine have it, and do what it tells."""
        if self._breaks is None:
            return
        now = self.now
        before = self._breaks.clock.presence
        self._breaks, told = self._breaks.handle(happening, now)
        for one in told:
            self._hear(one, now)
        is_other = before is not self._breaks.clock.presence
        if is_other or isinstance(happening, _WISHES) or now.at - self._saved_at >= LOOK_EVERY:
            self._save()
        self.changed.emit()
        self._arm()

    def _take_happening(self, happening: Happening) -> None:
        """Take in what the desk tells; a bare wake-up is a reason to look at the clocks first."""
        if isinstance(happening, TimePassed):
            self._look()
        elif not (self._keeps_awake and happening == HoldChanged(Hold.CALL_OR_FILM, is_on=True)):
            self.tell(happening)

    def _hear(self, told: Told, now: Now) -> None:
        """Keep a span, show or withdraw a reminder."""
        if isinstance(told, Span):
            self._book.keep_span(day_span(told, now))
        elif isinstance(told, Asked):
            self.asked.emit(told)
        elif isinstance(told, Closed):
            self._book.keep_reminder(day_reminder(told, now))
            self.withdrawn.emit()
        elif isinstance(told, Hidden):
            self.withdrawn.emit()

    def _look(self) -> None:
        """See what is on the screen, and when the hands moved."""
        if self._desk is not None:
            self._desk.look()
        if self._idle is not None:
            self._idle.ask(self._take_idle)

    def _take_idle(self, seconds: float | None) -> None:
        """The hands were looked at; None where nobody can tell.

        Counters of still hands stand still in sleep: one that reaches back behind the last sleep
        tells nothing.
        """
        is_known = seconds is not None and seconds < self._clock.awake() - self._woke_at
        self.tell(HandsSeen(seconds) if seconds is not None and is_known else TimePassed())

    def _take_active(self) -> None:
        """The hands have moved again."""
        self._is_told_when_active = False
        self._look()

    @property
    def _stage(self) -> Stage:
        """How far the reminder is."""
        return Stage.OFF if self._breaks is None else self._breaks.stage(self.now)

    def _arm(self) -> None:
        """Look again when something may have changed."""
        if self._breaks is None:
            return
        seconds = min(self._breaks.until_change(self.now), self._look_within())
        is_soon = seconds < LOOK_WHILE_AWAY
        self._timer.setTimerType(
            Qt.TimerType.CoarseTimer if is_soon else Qt.TimerType.VeryCoarseTimer
        )
        self._timer.start(round(seconds * 1000))

    def _look_within(self) -> float:
        """The longest time that may go by without a look."""
        if self._breaks is not None and self._breaks.clock.presence is Presence.AWAY:
            return LOOK_EVERY if self._waits_for_hands() else LOOK_WHILE_AWAY
        return LOOK_WHILE_HELD if self._stage in {Stage.HELD, Stage.ASKED} else LOOK_EVERY

    def _waits_for_hands(self) -> bool:
        """Have the system tell when somebody is back, where it can."""
        if not self._is_told_when_active and self._idle is not None:
            self._is_told_when_active = self._idle.tell_when_active(self._take_active)
        return self._is_told_when_active

    def _load(self) -> Saved | None:
        """What another run kept; nothing where it cannot be read."""
        try:
            return self._file.load()
        except OSError as error:
            _log.warning("the minutes sat cannot be read: %s", error)
            return None

    def _save(self) -> None:
        """Keep the minutes sat."""
        if self._breaks is None:
            return
        now = self.now
        self._saved_at = now.at
        try:
            self._file.save(self._breaks.saved(now))
        except OSError as error:
            _log.warning("the minutes sat cannot be kept: %s", error)

    @Slot()
    def _on_timed_out(self) -> None:
        """It is time to look again."""
        self._look()
