"""Plays each chime on a thread of its own, with a connection of its own.

A sound server may hang, die and come back, and the default output may change. What is connected
anew for each chime (one to ten milliseconds) has nothing to recover from, and what blocks on
another thread never holds up the window.
"""

from __future__ import annotations

import time
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Report, Trouble
from hipstretch.services.sound.complaint import Complaint
from hipstretch.services.sound.sound_file import Sound, amplitude, read, scaled

TOO_LATE_AFTER = 0.5
"""Seconds after which a chime that could not begin is not worth hearing any more."""
HANGS_AFTER = 5.0
"""Seconds after which a chime that has not ended hangs; the longest takes three."""
MOST_AT_ONCE = 8
"""Chimes on their way at once; more there can only be where the server hangs."""


class OutputFailed(Exception):  # noqa: N818 -- the field's word
    """Nothing can be heard; its text says why."""


class Output(Protocol):
    """Plays one sound for each thread that asks; blocks."""

    def play(self, sound: Sound, is_wanted: Callable[[], bool]) -> None:
        """Play to the end, if it is still wanted once the way is open; raises OutputFailed."""


@dataclass(slots=True)
class _Play:
    """A chime on its way; its thread sets `is_over`, all else stays as it is."""

    chime: Chime
    volume: float
    asked_at: float
    is_over: bool = False


class ThreadPlayer(QObject):
    """Plays chimes one over the other, and says once if none can be heard.

    Signals:
        ended: `str`, a chime is over, and why it could not be heard; empty if it could.
    """

    ended = Signal(str)

    def __init__(
        self,
        folder: Path,
        output: Output,
        report: Report,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._output = output
        self._now = now
        self._complaint = Complaint(Trouble.NO_SOUND_DEVICE, report)
        self._plays: list[_Play] = []
        self._scaled: dict[Chime, tuple[float, Sound]] = {}
        self._is_closed = False
        self.ended.connect(self._on_ended)

    def play(self, chime: Chime, volume: float) -> None:
        """Play a chime at a volume of 0 to 1, also over one that still sounds."""
        if volume <= 0 or self._is_closed:
            return
        now = self._now()
        self._plays = [play for play in self._plays if not play.is_over]
        if any(now - play.asked_at > HANGS_AFTER for play in self._plays):
            self._complaint.met("the sound server hangs")
        if len(self._plays) < MOST_AT_ONCE:
            play = _Play(chime, volume, now)
            self._plays.append(play)
            Thread(target=self._run, args=(play,), name=f"chime {chime}", daemon=True).start()

    def close(self) -> None:
        """Start and report nothing more; what sounds ends by itself and lets go of the server."""
        self._is_closed = True

    def _run(self, play: _Play) -> None:
        """Play one chime and tell how it went; runs on its own thread."""

        def is_wanted() -> bool:
            """Whether it is not too late for it."""
            return self._now() - play.asked_at <= TOO_LATE_AFTER

        why_not = ""
        try:
            self._output.play(self._sound(play.chime, play.volume), is_wanted)
        except (OutputFailed, OSError, EOFError, wave.Error) as error:
            why_not = str(error)
        play.is_over = True
        self.ended.emit(why_not)

    def _sound(self, chime: Chime, volume: float) -> Sound:
        """A chime at a volume; each is kept as it was heard last."""
        kept = self._scaled.get(chime)
        if kept is None or kept[0] != volume:
            whole = read(self._folder / f"{chime.value}.wav")
            kept = volume, scaled(whole, amplitude(volume))
            self._scaled[chime] = kept
        return kept[1]

    @Slot(str)
    def _on_ended(self, why_not: str) -> None:
        """Take notice of how it went; on the window's thread."""
        if self._is_closed:
            return
        if why_not:
            self._complaint.met(why_not)
        else:
            self._complaint.over()
