"""What a voice engine is: it speaks, and tells how that went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from hipstretch.core.settings import Pace

FRESH = 3.0
"""Seconds after which a phrase that could not be said has missed its moment."""
_SLOWEST = 0.2
_AT_LEAST = 3.0


class Engine(Protocol):
    """Speaks as a `Speaker` does, and tells how that went; it tells nothing before `start`.

    Signals:
        spoke: a phrase was said to its end.
        stumbled: a phrase may be lost; the engine takes the next one all the same.
        gave_up: `Trouble`; the engine does not speak and is of no more use.
        voices_found: the voices of the language, a tuple of `Voice`, the best first.
    """

    @property
    def spoke(self) -> SignalInstance:
        """See above."""

    @property
    def stumbled(self) -> SignalInstance:
        """See above."""

    @property
    def gave_up(self) -> SignalInstance:
        """See above."""

    @property
    def voices_found(self) -> SignalInstance:
        """See above."""

    def start(self) -> None:
        """Make ready to speak."""

    def say(self, text: str) -> None:
        """Say a text now, in the place of what is being said."""

    def stop(self) -> None:
        """Be silent at once."""

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice; an empty or unknown name is the language's own."""

    def ask_voices(self) -> None:
        """Have the voices told, now or as soon as they are known."""

    def close(self) -> None:
        """Be silent, let go, and be deleted when Qt has done with it; nothing more is told."""


MakeEngine = Callable[[QObject], Engine]
"""Makes an engine that belongs to a parent."""


def longest(text: str) -> float:
    """Seconds that no engine needs for a text, at its slowest."""
    return _AT_LEAST + _SLOWEST * len(text)


def one_line(text: str) -> str:
    """A text without line breaks or other characters that nobody can say."""
    readable = (character if character.isprintable() else " " for character in text)
    return " ".join("".join(readable).split())
