"""Reports to paint: an empty one, a usual one, and one that has too much of everything."""

from __future__ import annotations

from datetime import timedelta

from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.person import Side
from hipstretch.core.report import DAYS, Material, Report
from hipstretch.core.summary import Outcome
from tests.core.report_days import FIRST, TODAY, hurt, rep, session

DAY = timedelta(days=1)
LONG_NAME = "Wide seated forward fold with a strap and a very long name " * 4

EMPTY = Report.of(Material(), TODAY)
QUIET = Report.of(Material([session(TODAY, rep(held=30.0))]), TODAY)
"""One session without a word about pain."""
USUAL = Report.of(
    Material(
        [
            session(
                FIRST,
                rep(side=Side.LEFT, held=40.0),
                rep(side=Side.RIGHT, held=600.0, outcome=Outcome.SHORTENED),
                rep("Bridge", step=1, held=0.0, outcome=Outcome.SKIPPED),
                seconds=600.0,
                before=Feeling(6, PainPlace.THIGH),
                after=Feeling(5, PainPlace.BUTTOCK),
                note="Stiff this morning.",
            ),
            session(FIRST + 8 * DAY, rep(), seconds=1200.0, after=Feeling(4)),
            session(
                TODAY,
                rep(held=30.0),
                routine="Evenings",
                seconds=300.0,
                before=Feeling(3, PainPlace.BUTTOCK),
                after=Feeling(2),
                note="Slept well.",
            ),
            session(TODAY, rep(), routine="Evenings", seconds=300.0, hour=20),
            session(TODAY - DAY, rep(), routine="Evenings", seconds=300.0),
        ],
        [
            hurt("Bridge", pain=7, side=Side.LEFT, spreads=True),
            hurt("Bridge", pain=4, side=Side.LEFT),
            hurt("Knee rocking"),
        ],
        frozenset({FIRST, FIRST + DAY, TODAY}),
        ice=4,
        heat=1,
    ),
    TODAY,
)
FULL = Report.of(
    Material(
        [
            session(
                FIRST + day * DAY,
                *(rep(f"{LONG_NAME}{n}", held=90_000.0, step=n) for n in range(40)),
                routine=f"{LONG_NAME}{day}",
                seconds=36_000.0,
                before=Feeling(10, list(PainPlace)[day % 5]),
                after=Feeling(0),
                note=LONG_NAME,
            )
            for day in range(DAYS)
        ],
        [
            hurt(f"{LONG_NAME}{n}", FIRST, 10, side, spreads=True)
            for n in range(40)
            for side in Side
        ],
        frozenset(FIRST + day * DAY for day in range(DAYS)),
        ice=9999,
        heat=9999,
    ),
    TODAY,
)
"""More of everything than any page has room for."""
EVERY = {"empty": EMPTY, "quiet": QUIET, "usual": USUAL, "full": FULL}
