"""Notifications without buttons: the tray's balloon, on Windows and macOS the system's own form."""

from __future__ import annotations

from collections.abc import Callable

from hipstretch.core.ports import Notice


class FallbackNotifier:
    """Hands a notice to who can show it; its actions are then to be found elsewhere."""

    can_ask = False

    def __init__(self, fallback: Callable[[Notice], None] | None) -> None:
        self._fallback = fallback

    @property
    def name(self) -> str:
        """Which way is in use."""
        return "none" if self._fallback is None else "tray"

    def show(self, notice: Notice, on_action: Callable[[str], None]) -> None:
        """Show the words."""
        del on_action
        if self._fallback is not None:
            self._fallback(notice)

    def withdraw(self) -> None:
        """A balloon goes by itself."""

    def close(self) -> None:
        """There is nothing to close."""
