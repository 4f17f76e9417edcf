"""Several ways to know of the hands, of which one works on this desktop."""

from __future__ import annotations

from collections.abc import Callable

from hipstretch.core.ports import IdleMonitor


class FirstThatTells:
    """Asks one after the other until one knows; which one that is may change."""

    def __init__(self, ways: tuple[IdleMonitor, ...]) -> None:
        self._ways = ways
        self._last = 0

    @property
    def name(self) -> str:
        """The way that knew last, or the first before any was asked."""
        return self._ways[self._last].name

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Have the seconds since the hands moved told by the first that knows."""
        self._ask_from(0, on_idle)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Have it told by the first that can."""
        return any(way.tell_when_active(on_active) for way in self._ways)

    def close(self) -> None:
        """Close all of them."""
        for way in self._ways:
            way.close()

    def _ask_from(self, place: int, on_idle: Callable[[float | None], None]) -> None:
        """Ask those from a place on."""
        if place == len(self._ways):
            on_idle(None)
            return

        def on_answer(seconds: float | None) -> None:
            if seconds is None:
                self._ask_from(place + 1, on_idle)
            else:
                self._last = place
                on_idle(seconds)

        self._ways[place].ask(on_answer)
