"""Measures the history after ten years of heavy use: opening the page, saving, the file's size.

Usage: python tests/bench/bench_history.py [--runs 10]

Builds 20,000 sessions with 400,000 holds, and ten years of sitting, reminders, ice and heat, in a
folder of its own. Prints the median of the runs beside its budget, and exits 1 where one is over.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hipstretch.core.history import SessionRecord
from hipstretch.core.history_sums import YEAR_WEEKS, HistoryFilter, first_of_map, monday_of
from hipstretch.core.pain import Feeling, Hurt, PainPlace, Remedy
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.hurt_rows import write_hurt
from hipstretch.storage.session_rows import write_session

PAGE_BUDGET = 0.150
SAVE_BUDGET = 0.020
SIZE_BUDGET = 80.0
DAYS = 3650
SESSIONS = 20_000
HOLDS = 20
SPANS_A_DAY = 40
REMINDERS_A_DAY = 15
TODAY = date(2026, 7, 3)
_BEGINNING = datetime(2026, 7, 3, 7, tzinfo=UTC) - timedelta(days=DAYS)
_EXERCISES = [(f"exercise-of-the-hip-{n}", f"Exercise of the hip {n}") for n in range(60)]
_RARE = ("done-once", "Done once, long ago")


def record(chance: random.Random, number: int) -> SessionRecord:
    """One of all sessions, spread over the years; each routine has some exercises."""
    began = _BEGINNING + timedelta(days=DAYS * number / SESSIONS)
    routine = number % 7
    names = [*_EXERCISES[routine * 8 : routine * 8 + 7], _RARE if number == 1 else _EXERCISES[0]]
    reps = tuple(_rep(chance, place, *names[place % len(names)]) for place in range(HOLDS))
    return SessionRecord(
        f"routine-number-{routine}",
        f"Routine number {routine}",
        began,
        began + timedelta(minutes=20),
        chance.uniform(600, 1200),
        is_complete=True,
        reps=reps,
        before=Feeling(chance.randrange(11), chance.choice(list(PainPlace))),
        after=Feeling(chance.randrange(11), None),
        note="A note of the usual length, about how it was." if number % 3 == 0 else "",
    )


def _rep(chance: random.Random, place: int, exercise: str, name: str) -> RepRecord:
    """A rep that was held more or less as planned."""
    side = chance.choice(list(Side))
    outcome = chance.choice([Outcome.DONE, Outcome.DONE, Outcome.SHORTENED, Outcome.SKIPPED])
    return RepRecord(place // 2, name, side, 30.0, chance.uniform(0, 30), outcome, exercise)


def build(database: Database) -> None:
    """Ten years, in one go."""
    chance = random.Random(7)  # noqa: S311 -- durations, no secrets
    with database.change() as rows:
        for number in range(SESSIONS):
            session = write_session(rows, record(chance, number))
            if number % 10 == 0:
                at = _BEGINNING + timedelta(days=DAYS * number / SESSIONS)
                hurt = Hurt(*_EXERCISES[5], Side.LEFT, at, 5, spreads=False, remedy=Remedy.EASE)
                write_hurt(rows, hurt, session)
        rows.executemany(
            "INSERT INTO presence VALUES (NULL, ?, ?, ?, 'sitting')", _times(SPANS_A_DAY)
        )
        rows.executemany(
            "INSERT INTO reminder VALUES (NULL, ?, ?, ?, 'snoozed')", _times(REMINDERS_A_DAY)
        )
        rows.executemany(
            "INSERT INTO therapy VALUES (?, ?, ?, ?, 'ice', 'left-hip', 'pack', 1200, 1200, "
            "'finished', 3, 3)",
            ((f"{number:032x}", *times) for number, times in enumerate(_times(3))),
        )


def _times(a_day: int) -> Iterator[tuple[str, str, str]]:
    """The day, beginning and end of so many things on each day."""
    for day in range(DAYS):
        for number in range(a_day):
            began = _BEGINNING + timedelta(days=day, minutes=number * 15, microseconds=123456)
            ended = began + timedelta(minutes=11, microseconds=654321)
            yield began.date().isoformat(), began.isoformat(), ended.isoformat()


def page(database: Database, chosen: HistoryFilter) -> None:
    """All that the History page asks for when it opens."""
    reader, year = HistoryReader(database), first_of_map(TODAY)
    quarter = monday_of(TODAY) - timedelta(weeks=11)
    reader.count()
    reader.day_sums(year, TODAY, chosen)
    reader.day_sums(quarter, TODAY, chosen)
    reader.pain_points(quarter, TODAY)
    reader.sessions(chosen, 30)
    reader.side_sums(quarter, TODAY)
    reader.exercises()
    History(database).days()


def measure(what: str, run: Callable[[], object], runs: int, budget: float) -> bool:
    """Print the median time of some runs after a first one; tells whether it is in its budget."""
    run()
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - began)
    median, worst = statistics.median(seconds), max(seconds)
    figures = f"{median * 1000:7.1f} ms   worst {worst * 1000:7.1f} ms"
    print(f"{what:<46} {figures}   budget {budget * 1000:5.0f} ms")
    return median <= budget


def parts(database: Database, runs: int) -> list[bool]:
    """What the page's questions cost one by one."""
    reader, history = HistoryReader(database), History(database)
    year, quarter = first_of_map(TODAY), monday_of(TODAY) - timedelta(weeks=11)
    left = HistoryFilter(side=Side.LEFT)
    questions: dict[str, Callable[[], object]] = {
        f"days of {YEAR_WEEKS} weeks": lambda: reader.day_sums(year, TODAY),
        f"days of {YEAR_WEEKS} weeks, one side": lambda: reader.day_sums(year, TODAY, left),
        "pain of 12 weeks": lambda: reader.pain_points(quarter, TODAY),
        "sides of 12 weeks": lambda: reader.side_sums(quarter, TODAY),
        "exercises": reader.exercises,
        "days in a row": history.days,
        "newest sessions": lambda: reader.sessions(HistoryFilter(), 30),
        "a session": lambda: reader.detail(SESSIONS // 2),
    }
    return [measure(f"  {what}", ask, runs, PAGE_BUDGET) for what, ask in questions.items()]


def save(database: Database, number: int) -> Callable[[], object]:
    """What saves a session, to be called again and again."""
    chance, history = random.Random(number), History(database)  # noqa: S311 -- no secrets
    return lambda: history.add(record(chance, SESSIONS))


def undo_one(history_bin: HistoryBin) -> None:
    """Delete a session, and think better of it."""
    history_bin.put_back(history_bin.take(SESSIONS // 2))


def undo_all(history_bin: HistoryBin) -> None:
    """Delete everything, and think better of it."""
    history_bin.take_all()
    history_bin.put_back_all()


def main() -> int:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "history.sqlite3")
        build(database)
        size = database.path.stat().st_size / 2**20
        print(f"{'size of the file':<46} {size:7.1f} MiB  budget {SIZE_BUDGET:5.0f} MiB")
        everything = HistoryFilter()
        one, rare = HistoryFilter(_EXERCISES[3][0], Side.LEFT), HistoryFilter(_RARE[0])
        history_bin = HistoryBin(database)
        results = [
            size <= SIZE_BUDGET,
            measure("open History", lambda: page(database, everything), runs, PAGE_BUDGET),
            measure("  of one exercise and side", lambda: page(database, one), runs, PAGE_BUDGET),
            measure("  of one done once", lambda: page(database, rare), runs, PAGE_BUDGET),
            *parts(database, runs),
            measure("save a session", save(database, 1), runs * 5, SAVE_BUDGET),
            measure("delete one, and undo", lambda: undo_one(history_bin), runs, PAGE_BUDGET),
            measure("delete all, and undo", lambda: undo_all(history_bin), runs, PAGE_BUDGET),
        ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
