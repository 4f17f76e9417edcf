"""No way to know of the hands."""

from __future__ import annotations

from collections.abc import Callable


class AbsentIdle:
    """Knows nothing, and says so."""

    name = "none"

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Tell that nobody knows."""
        on_idle(None)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Tell that nobody will."""
        del on_active
        return False

    def close(self) -> None:
        """There is nothing to close."""
