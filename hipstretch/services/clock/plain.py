"""A clock for systems that do not tell how long they slept."""

from __future__ import annotations

import time
from datetime import datetime


class PlainClock:
    """Takes the monotonic clock for awake time and knows nothing of sleep."""

    def awake(self) -> float:
        """Seconds that only go up."""
        return time.monotonic()

    def slept(self) -> float:
        """Nothing: this system does not tell."""
        return 0.0

    def now(self) -> datetime:
        """The wall clock's time with its offset."""
        return datetime.now().astimezone()
