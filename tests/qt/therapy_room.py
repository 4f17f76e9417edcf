"""A machine with clocks that do what the test says, and ice and heat that run on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from PySide6.QtCore import QObject

from hipstretch.core.therapy import Kind, Means, Place, Rang, Rest, Treatment
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.qt.therapy_timer import TherapyTimer
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.therapy_file import TherapyFile
from hipstretch.storage.therapy_log import TherapyLog

WALL = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
MEANS = {Kind.ICE: Means.PACK, Kind.HEAT: Means.PAD}


@dataclass
class Machine:
    """True time goes on; the machine may sleep, be set to another time, or be started anew."""

    true: float = 0.0
    started: float = -1000.0
    slept_seconds: float = 50.0
    wall_offset: float = 0.0
    zone: tzinfo = UTC
    boot: int = 1

    def awake(self) -> float:
        """Seconds awake since it was started."""
        return self.true - self.started - self.slept_seconds

    def slept(self) -> float:
        """Seconds asleep since it was started."""
        return self.slept_seconds

    def now(self) -> datetime:
        """What the clock on the wall shows."""
        wall = WALL + timedelta(seconds=self.true + self.wall_offset)
        return wall.astimezone(self.zone)

    def sleep(self, seconds: float) -> None:
        """Sleep."""
        self.true += seconds
        self.slept_seconds += seconds

    def start_anew(self, off: float) -> None:
        """Be off for a while, and start."""
        self.true += off
        self.started, self.slept_seconds = self.true - 20.0, 0.0
        self.boot += 1


class MoodyLog(TherapyLog):
    """A log that cannot be used while the test says so."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.is_down = False

    def add(self, record: TherapyRecord) -> None:
        """Keep a treatment, or not."""
        if self.is_down:
            raise HistoryUnavailable("locked by another program")
        super().add(record)


@dataclass
class Room:
    """Ice and heat with the machine that they run on, and all that was told, with its true time."""

    folder: Path
    machine: Machine = field(default_factory=Machine)
    told: list[tuple[float, str, object]] = field(default_factory=list)
    timer: TherapyTimer = field(init=False)
    log: MoodyLog = field(init=False)

    def __post_init__(self) -> None:
        """Start the program for the first time."""
        self.log = MoodyLog(Database(self.folder / "history.sqlite3"))
        self.start()

    def start(self, rest_hours: float = 2.0) -> None:
        """Start the program; an earlier one was killed and never knows."""
        file = TherapyFile(self.folder / "therapy.json", f"boot {self.machine.boot}")
        self.timer = TherapyTimer(self.machine, file, self.log)
        listener = _Listener(self)
        listener.setParent(self.timer)
        self.timer.start(rest_hours)

    def begin(
        self,
        kind: Kind,
        place: Place = Place.RIGHT_HIP,
        minutes: float = 20,
        *,
        anyway: bool = False,
    ) -> None:
        """Begin a treatment with the usual means."""
        self.timer.begin(kind, place, MEANS[kind], minutes, anyway=anyway)

    def pass_time(self, seconds: float) -> None:
        """Let time pass, the program looking when its timer goes off."""
        until = self.machine.true + seconds
        while self.machine.true < until:
            is_armed = self.timer._timer.isActive()
            wait = self.timer._timer.interval() / 1000 if is_armed else seconds
            self.machine.true = min(until, self.machine.true + wait)
            self.timer._on_timed_out()

    def note(self, what: str, which: object) -> None:
        """Write down what was told."""
        self.told.append((self.machine.true, what, which))

    def times(self, what: str) -> list[float]:
        """When something was told."""
        return [at for at, told, _ in self.told if told == what]

    def rows(self) -> list[TherapyRecord]:
        """All that is in the history, on whatever day its clock put it."""
        if not (self.folder / "history.sqlite3").exists():
            return []
        with Database(self.folder / "history.sqlite3").open() as database:
            days = [row[0] for row in database.execute("SELECT DISTINCT day FROM therapy")]
        return [one for day in days for one in self.log.records(datetime.fromisoformat(day).date())]


class _Listener(QObject):
    """Hears all that one run of the program tells."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        room.timer.check_asked.connect(self._on_check_asked)
        room.timer.rang.connect(self._on_rang)
        room.timer.over.connect(self._on_over)
        room.timer.ready.connect(self._on_ready)
        room.timer.saving_failed.connect(self._on_saving_failed)
        room.timer.changed.connect(self._on_changed)
        room.timer.minute_passed.connect(self._on_minute_passed)

    def _on_check_asked(self, one: Treatment) -> None:
        self._room.note("check", one)

    def _on_rang(self, rang: Rang) -> None:
        self._room.note("rang", rang)

    def _on_over(self, record: TherapyRecord) -> None:
        self._room.note("over", record)

    def _on_ready(self, rest: Rest) -> None:
        self._room.note("ready", rest)

    def _on_saving_failed(self, reason: str) -> None:
        self._room.note("failed", reason)

    def _on_minute_passed(self) -> None:
        self._room.note("minute", None)

    def _on_changed(self) -> None:
        self._room.note("changed", None)
