"""The seconds sat as the spans tell them, counted beside the program."""

from __future__ import annotations

from dataclasses import dataclass, field

from hipstretch.core.breaks import Breaks
from hipstretch.core.sitting import Presence, Span

HALF_MINUTE = 30.0
"""What the rule says, in seconds: not taken from the program, so that it is held too."""


@dataclass
class Ledger:
    """The seconds sat as the spans of a run tell them."""

    end: float
    sat: float = 0.0
    spans: list[Span] = field(default_factory=list)

    def add(self, span: Span, away_after: float) -> None:
        """Count a span that follows the one before without a gap, and does not overlap it."""
        assert span.start == self.end
        assert span.end > span.start
        if span.presence is Presence.SITTING:
            self.sat += span.end - span.start
        else:
            self.rest(span.presence, span.end - span.start, away_after)
        self.end = span.end
        self.spans.append(span)

    def rest(self, presence: Presence, seconds: float, away_after: float) -> None:
        """Forget the seconds sat if an absence is a rest: long enough, or away after up."""
        is_away = presence is Presence.AWAY
        was_up = bool(self.spans) and self.spans[-1].presence in {
            Presence.UP,
            Presence.STRETCHING,
        }
        if seconds >= (away_after if is_away else HALF_MINUTE) or (is_away and was_up):
            self.sat = 0.0

    def now(self, breaks: Breaks, at: float) -> float:
        """The seconds sat with the span under way, which began where the last one ended."""
        assert breaks.clock.since == self.end
        presence, seconds = breaks.clock.presence, at - self.end
        if presence is Presence.SITTING:
            return self.sat + seconds
        self.rest(presence, seconds, breaks.clock.away_after)
        return self.sat

    def sitting_since(self, start: float) -> float:
        """The seconds of sitting after an instant, in the spans that are over."""
        seconds = 0.0
        for span in reversed(self.spans):
            if span.end <= start:
                break
            if span.presence is Presence.SITTING:
                seconds += span.end - max(start, span.start)
        return seconds
