"""What a day of sitting adds up to: minutes sat, minutes up, breaks, and the longest sitting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from hipstretch.core.sitting import UP_LEAST, Presence
from hipstretch.core.sitting_day import DaySpan


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a day, in seconds; `breaks` is how often the person got up after sitting."""

    sat: float = 0.0
    up: float = 0.0
    breaks: int = 0
    longest: float = 0.0


def of_day(spans: Sequence[DaySpan], now: datetime) -> tuple[DaySpan, ...]:
    """The parts of spans that lie in the day of `now`."""
    start = datetime.combine(now.date(), time(), now.tzinfo)
    end = start + timedelta(days=1)
    cut = (
        DaySpan(span.presence, max(span.began_at, start), min(span.ended_at, end)) for span in spans
    )
    return tuple(span for span in cut if span.ended_at > span.began_at)


def totals_of(spans: Sequence[DaySpan], away_after: float) -> Totals:
    """The sums of spans in their order.

    A break is to be up for `UP_LEAST` seconds, or away for `away_after`; less than that belongs
    to the sitting around it.
    """
    breaks, sitting, longest = 0, 0.0, 0.0
    for is_sitting, run in groupby(spans, _is_sitting):
        part = list(run)
        if is_sitting:
            sitting += _seconds(part)
            longest = max(longest, sitting)
        elif sitting and _is_break(part, away_after):
            breaks, sitting = breaks + 1, 0.0
    sat = _seconds(span for span in spans if _is_sitting(span))
    return Totals(sat, _seconds_up(spans), breaks, longest)


def _is_break(run: Sequence[DaySpan], away_after: float) -> bool:
    """Whether a time without sitting counts as having been up."""
    return _seconds_up(run) >= UP_LEAST or _seconds(run) >= away_after


def _is_sitting(span: DaySpan) -> bool:
    """Whether the person sat."""
    return span.presence is Presence.SITTING


def _seconds_up(spans: Sequence[DaySpan]) -> float:
    """The seconds on one's feet or stretching."""
    return _seconds(s for s in spans if s.presence in {Presence.UP, Presence.STRETCHING})


def _seconds(spans: Iterable[DaySpan]) -> float:
    """The seconds of all spans."""
    return sum((span.ended_at - span.began_at).total_seconds() for span in spans)
