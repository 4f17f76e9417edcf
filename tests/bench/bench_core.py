"""Measures the core and the files: loading all routines, laying one out, the command from start.

Usage: python tests/bench/bench_core.py [--runs 10]

Prints the median of the runs beside its budget, and exits 1 where one is over it.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine, Step
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import Library

LOAD_BUDGET = 0.060
LAYOUT_BUDGET = 0.020
PLAN_BUDGET = 0.25
_ROOT = Path(__file__).resolve().parents[2]
_ROUTINES = _ROOT / "routines"


def load_all() -> None:
    """Read and check every bundled routine and exercise, with nothing read before."""
    library = Library(_ROUTINES, _ROUTINES / "nobodys")
    entries = [*library.bundled_entries(), *library.own_entries()]
    shelf = library.exercises
    files = [shelf.load(exercise_id) for exercise_id in shelf.ids()]
    if any(entry.faults for entry in entries) or any(file.faults for file in files):
        raise SystemExit("a bundled file has faults")


def large_routine() -> Routine:
    """200 steps of 20 reps, sides alternating."""
    exercise = next(iter(Library(_ROUTINES, _ROUTINES).bundled_entries())).routine
    if exercise is None:
        raise SystemExit("a bundled file has faults")
    dose = Dose(sides=SideRule.ALTERNATE, hold=Duration(1.0), reps=Count(10))
    step = Step(next(exercise.exercises), dose)
    return Routine(id="large", name="Large", steps=(step,) * 200)


def plan() -> None:
    """`hipstretch plan` in a process of its own, from start to exit."""
    words = [sys.executable, "-m", "hipstretch", "plan", "one-sided-sciatica"]
    subprocess.run(words, cwd=_ROOT, stdout=subprocess.DEVNULL, check=True)


def measure(what: str, run: Callable[[], object], runs: int, budget: float) -> bool:
    """Print the median time of some runs after a first one; tells whether it is in its budget."""
    run()
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - began)
    median = statistics.median(seconds)
    print(f"{what:<46} {median * 1000:7.1f} ms   budget {budget * 1000:5.0f} ms")
    return median <= budget


def main() -> int:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    routine, person = large_routine(), Person()
    phases = len(Timeline.of(routine, person).phases)
    results = [
        measure("load and check all bundled files", load_all, runs, LOAD_BUDGET),
        measure(
            f"lay out 200 steps of 20 reps ({phases} phases)",
            lambda: Timeline.of(routine, person),
            runs,
            LAYOUT_BUDGET,
        ),
        measure("`hipstretch plan`, start to exit", plan, runs, PLAN_BUDGET),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
