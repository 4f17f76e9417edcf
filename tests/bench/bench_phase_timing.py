"""Prints how late phases begin while every core is kept busy; 34 ms are allowed, and no drift.

A minute of short holds is played by the real clock in a real window on an X server of its own:
`python bench_phase_timing.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean, median
from subprocess import Popen
from typing import TYPE_CHECKING

from bench_player import (  # type: ignore[import-not-found]  # a script's neighbour
    ROOT,
    bundled_exercise,
    open_player,
    own_display,
    run_for,
)

if TYPE_CHECKING:
    from hipstretch.core.routine import Routine

BUDGET_MS = 34.0
NOISE_MS = 10.0
"""What single delays of the system may make between the first and the last phases."""
SECONDS = 60.0
HOLD, RELAX = 2.3, 1.1


@contextmanager
def busy_cores() -> Iterator[None]:
    """One process on every core that does nothing but count."""
    command = [sys.executable, "-c", "while True: pass"]
    busy = [Popen(command) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def short_phases() -> Routine:
    """A minute of holds of 2.3 s with 1.1 s between them."""
    from hipstretch.core.dose import Count, Dose, Duration, SideRule
    from hipstretch.core.routine import Routine, Step, Timing

    reps = round(SECONDS / (HOLD + RELAX))
    dose = Dose(sides=SideRule.RIGHT, hold=Duration(HOLD), relax=Duration(RELAX), reps=Count(reps))
    timing = Timing(get_ready=Duration(RELAX))
    return Routine(id="bench", name="Bench", steps=(Step(bundled_exercise(), dose),), timing=timing)


def play(folder: Path) -> list[float]:
    """The lateness in ms of each phase after the first."""
    from hipstretch.core.person import Person
    from hipstretch.core.timeline import Cue, CueKind, Timeline
    from hipstretch.services.clock import create

    routine, person, clock = short_phases(), Person(), create()
    plan = Timeline.of(routine, person)
    runner, page = open_player(folder)
    run_for(1.0)
    heard: list[tuple[int, float]] = []

    def note(cue: Cue) -> None:
        """Write down when a phase was told."""
        if cue.kind is CueKind.BEGAN:
            heard.append((cue.instant.phase_index, clock.awake()))

    runner.cue_given.connect(note)
    runner.begin(routine, person)
    assert runner.session is not None
    began = runner.session.anchored_at
    run_for(plan.seconds + 1.0)
    page.close()
    if [index for index, _ in heard] != list(range(len(plan.phases))):
        raise SystemExit(f"not every phase was told once: {heard}")
    return [1000 * (when - began - plan.phases[index].start) for index, when in heard[1:]]


def report(late: list[float]) -> int:
    """Print the figures; 1 where they are over the budget."""
    third = max(1, len(late) // 3)
    first, last = fmean(late[:third]), fmean(late[-third:])
    print(f"{len(late)} phases on {os.cpu_count()} busy cores, lateness in ms:")
    print(f"max {max(late):.1f} (budget {BUDGET_MS:.0f}), median {median(late):.1f}")
    print(f"first {late[0]:.1f}, last {late[-1]:.1f}")
    print(f"mean of the first third {first:.1f}, of the last third {last:.1f}")
    return int(max(late) > BUDGET_MS or last > first + NOISE_MS)


def main() -> int:
    """Play, measure and print."""
    from PySide6.QtWidgets import QApplication

    with own_display(), tempfile.TemporaryDirectory() as folder:
        _app = QApplication([])
        with busy_cores():
            late = play(Path(folder))
    return report(late)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
