from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch.core.breaks import (
    Happening,
    HoldChanged,
    Plan,
    PutOff,
    SaidUp,
    ScreenLocked,
    SessionBegan,
    SessionEnded,
)
from hipstretch.core.ports import Desk, IdleMonitor
from hipstretch.core.reminder import Answer, Asked, Hold, Stage
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence
from hipstretch.qt.sitting_watcher import LOOK_EVERY, LOOK_WHILE_AWAY, SittingWatcher
from hipstretch.storage.database import Database
from hipstretch.storage.day_book import DayBook
from hipstretch.storage.sitting_file import SittingFile
from hipstretch.storage.sitting_log import SittingLog
from tests.qt.fake_clock import FakeClock

HALF_HOUR = 1800.0


@dataclass
class FakeIdle:
    """Hands that move when the test says so."""

    clock: FakeClock
    can_tell_active: bool = False
    moved_at: float | None = 1000.0
    asked: int = 0
    is_closed: bool = False
    on_active: Callable[[], None] | None = None
    name: str = "fake hands"

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Tell when the hands moved."""
        self.asked += 1
        on_idle(None if self.moved_at is None else self.clock.awake_seconds - self.moved_at)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Remember whom to tell."""
        self.on_active = on_active if self.can_tell_active else None
        return self.can_tell_active

    def close(self) -> None:
        """Note it."""
        self.is_closed = True


@dataclass
class FakeDesk:
    """A desk that tells what the test says."""

    tell: Callable[[Happening], None]
    looks: int = 0
    is_closed: bool = False
    names: tuple[str, ...] = ("fake desk",)

    def look(self) -> None:
        """Count the looks."""
        self.looks += 1

    def close(self) -> None:
        """Note it."""
        self.is_closed = True


@dataclass
class Room:
    """A watcher with its clock, and everything that it told."""

    folder: Path
    clock: FakeClock
    idle: FakeIdle
    watcher: SittingWatcher = field(init=False)
    desk: FakeDesk = field(init=False)
    told: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the watcher."""
        book = DayBook(SittingLog(Database(self.folder / "history.sqlite3")))
        file = SittingFile(self.folder / "sitting.json")
        self.watcher = SittingWatcher(self.clock, file, book, self._make_idle, self._make_desk)
        self.watcher.asked.connect(self.told.append)
        self.watcher.withdrawn.connect(self._on_withdrawn)

    def _make_idle(self) -> IdleMonitor:
        return self.idle

    def _make_desk(self, tell: Callable[[Happening], None]) -> Desk:
        self.desk = FakeDesk(tell)
        return self.desk

    def _on_withdrawn(self) -> None:
        self.told.append("withdrawn")

    def pass_time(self, seconds: float, *, typing: bool = True) -> None:
        """Let time pass, the timer going off when it is due."""
        until = self.clock.awake_seconds + seconds
        while self.clock.awake_seconds < until - 1e-9:
            wait = self.watcher._timer.interval() / 1000
            self.clock.awake_seconds = min(until, self.clock.awake_seconds + max(wait, 0.001))
            if typing:
                self.idle.moved_at = self.clock.awake_seconds - 5.0
            self.watcher._on_timed_out()

    @property
    def minutes_sat(self) -> float:
        """Minutes of sitting."""
        assert self.watcher.breaks is not None
        return self.watcher.breaks.seconds_sat(self.watcher.now) / 60


@pytest.fixture
def room(tmp_path: Path, qapp: QCoreApplication) -> Room:
    """A watcher that has just started."""
    assert qapp
    clock = FakeClock()
    made = Room(tmp_path, clock, FakeIdle(clock))
    made.watcher.start()
    return made


def test_after_half_an_hour_it_asks_and_grows(room: Room) -> None:
    """First softly, then in a window."""
    room.pass_time(HALF_HOUR - 1)
    assert room.told == []
    room.pass_time(200)
    assert [asked.strength for asked in room.told if isinstance(asked, Asked)] == [
        Strength.NOTIFICATION,
        Strength.WINDOW,
    ]


def test_an_answer_withdraws_it_and_is_kept(room: Room) -> None:
    """With the spans of the day, the open one too."""
    room.pass_time(HALF_HOUR + 10)
    room.watcher.tell(SaidUp())
    assert room.told[-1] == "withdrawn"
    assert [reminder.answer for reminder in room.watcher.reminders()] == [Answer.UP]
    room.pass_time(120, typing=False)
    assert [span.presence for span in room.watcher.spans()] == [Presence.SITTING, Presence.UP]
    assert room.watcher.spans()[1].ended_at == room.clock.now()


def test_a_sitting_person_is_looked_at_once_a_minute(room: Room) -> None:
    """And never more than that while nothing is due."""
    before = room.idle.asked
    room.pass_time(1200)
    assert room.idle.asked - before <= 1200 / LOOK_EVERY + 1
    assert room.desk.looks <= 1200 / LOOK_EVERY + 2


def test_sleep_is_no_sitting(room: Room) -> None:
    """Half an hour of it is an absence, and nobody is asked on waking."""
    room.pass_time(1750)
    room.clock.slept_seconds += HALF_HOUR
    room.idle.moved_at = room.clock.awake_seconds + 5
    room.clock.awake_seconds += 5
    room.watcher._on_timed_out()
    assert room.told == []
    assert room.minutes_sat < 1


def test_what_holds_it_back_is_looked_at_and_owes_it(room: Room) -> None:
    """It comes right after."""
    room.desk.tell(HoldChanged(Hold.FULL_SCREEN, is_on=True))
    room.pass_time(HALF_HOUR + 300)
    assert room.told == []
    assert room.watcher._stage is Stage.HELD
    assert room.desk.looks >= 300 / 15 - 1
    room.desk.tell(HoldChanged(Hold.FULL_SCREEN, is_on=False))
    room.pass_time(10)
    assert isinstance(room.told[0], Asked)


def test_an_absent_person_is_waited_for(room: Room) -> None:
    """By the system where it can tell, by looking now and then where it cannot."""
    room.pass_time(900, typing=False)
    assert room.minutes_sat == 0
    assert room.watcher._timer.interval() == LOOK_WHILE_AWAY * 1000
    room.idle.can_tell_active = True
    room.pass_time(20, typing=False)
    assert room.watcher._timer.interval() == LOOK_EVERY * 1000
    assert room.idle.on_active is not None
    room.idle.moved_at = room.clock.awake_seconds
    room.idle.on_active()
    assert room.watcher.spans()[-1].presence is Presence.SITTING


def test_where_nobody_can_tell_the_hands_the_person_counts_as_leaving(room: Room) -> None:
    """Without a sign, time alone decides; a lock and an unlock are signs."""
    room.idle.moved_at = None
    room.pass_time(240, typing=False)
    room.desk.tell(ScreenLocked(is_locked=True))
    room.desk.tell(ScreenLocked(is_locked=False))
    assert room.minutes_sat == pytest.approx(4)


def test_a_session_is_no_sitting(room: Room) -> None:
    """A minute of it is a break."""
    room.pass_time(1200)
    room.watcher.tell(SessionBegan())
    room.pass_time(90)
    room.watcher.tell(SessionEnded())
    assert room.minutes_sat == 0
    presences = [span.presence for span in room.watcher.spans()]
    assert presences == [Presence.SITTING, Presence.STRETCHING, Presence.SITTING]


def test_minutes_survive_a_stop_and_a_crash(room: Room, tmp_path: Path) -> None:
    """A stop keeps all of them, a crash those since the last look."""
    room.pass_time(605)
    crashed = Room(tmp_path, room.clock, room.idle)
    crashed.watcher.start()
    assert crashed.minutes_sat == pytest.approx(605 / 60)
    room.watcher.stop()
    assert room.idle.is_closed
    assert room.desk.is_closed
    assert room.watcher.breaks is None
    assert not room.watcher._timer.isActive()
    stopped = Room(tmp_path, room.clock, room.idle)
    stopped.watcher.start()
    assert stopped.minutes_sat == pytest.approx(605 / 60)


def test_another_plan_counts_at_once(room: Room) -> None:
    """Twenty minutes instead of thirty."""
    room.pass_time(1300)
    room.watcher.set_plan(Plan(interval=1200.0))
    room.pass_time(10)
    assert isinstance(room.told[0], Asked)


def test_put_off_is_asked_again(room: Room) -> None:
    """After the minutes that were chosen."""
    room.pass_time(HALF_HOUR + 10)
    room.watcher.tell(PutOff(300.0))
    assert room.told[-1] == "withdrawn"
    room.pass_time(280)
    assert room.told[-1] == "withdrawn"
    room.pass_time(30)
    assert isinstance(room.told[-1], Asked)


def test_nothing_is_watched_before_the_start_and_after_the_stop(tmp_path: Path) -> None:
    """What happens then is passed over."""
    clock = FakeClock()
    room = Room(tmp_path, clock, FakeIdle(clock))
    room.watcher.tell(SaidUp())
    room.watcher.stop()
    assert not room.watcher.spans()
    room.watcher.start()
    room.watcher.start()
    assert (room.watcher.hands_way, *room.watcher.desk_ways) == ("fake hands", "fake desk")
