"""A system that tells nothing of its desk."""

from __future__ import annotations


class AbsentDesk:
    """Tells nothing."""

    names: tuple[str, ...] = ()

    def look(self) -> None:
        """There is nothing to look at."""

    def close(self) -> None:
        """There is nothing to close."""
