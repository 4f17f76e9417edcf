"""For a system without a voice: says nothing, and says once that it does not."""

from __future__ import annotations

from collections.abc import Callable

from hipstretch.core.ports import Report, Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech.troubles import Troubles


class SilentSpeaker:
    """Reports at its first phrase that there is no engine."""

    def __init__(self, report: Report) -> None:
        self._troubles = Troubles(report)

    def say(self, text: str) -> None:  # noqa: ARG002 -- nothing is said
        """Say nothing; the first time, report why."""
        self._troubles.tell(Trouble.NO_VOICE_ENGINE)

    def stop(self) -> None:
        """Stay silent."""

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Nobody hears the difference."""

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """There are none."""
        on_found(())

    def close(self) -> None:
        """There is nothing to let go of."""
