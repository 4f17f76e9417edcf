"""No media keys from outside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.now_playing import NowPlaying


class AbsentMediaKeys:
    """Shows nothing and hears nothing.

    Where there is no bus (Windows, macOS, a bare Linux) Qt hands media keys to the window that has
    the focus, and there they are keys like all others.
    """

    def show(self, playing: NowPlaying | None) -> None:
        """There is nobody to tell."""

    def close(self) -> None:
        """There is nothing to let go of."""
