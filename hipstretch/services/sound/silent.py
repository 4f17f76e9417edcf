"""A player for machines that cannot make a sound."""

from __future__ import annotations

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Report, Trouble
from hipstretch.services.sound.complaint import Complaint


class SilentPlayer:
    """Plays nothing, and says so at the first chime that would have been heard."""

    def __init__(self, why: str, report: Report) -> None:
        self._why = why
        self._complaint = Complaint(Trouble.NO_SOUND_LIBRARY, report)

    def play(self, chime: Chime, volume: float) -> None:
        """Say that nothing can be heard."""
        del chime
        if volume > 0:
            self._complaint.met(self._why)

    def close(self) -> None:
        """There is nothing to let go of."""
