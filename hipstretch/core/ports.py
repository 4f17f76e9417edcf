"""What the core's callers need from outside, as protocols; services/ and tests/ implement them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from hipstretch.core.chimes import Chime
    from hipstretch.core.now_playing import NowPlaying
    from hipstretch.core.settings import Pace


class Clock(Protocol):
    """The clocks of a machine."""

    def awake(self) -> float:
        """Seconds that only go up, and stand still while the machine sleeps."""

    def slept(self) -> float:
        """Seconds that the machine has slept since some moment; never set back by hand."""

    def now(self) -> datetime:
        """The wall clock's time, with the offset of where the person is."""


class Trouble(StrEnum):
    """What outside does not work; the app goes on without it and says so once."""

    NO_SOUND_LIBRARY = "no-sound-library"
    NO_SOUND_DEVICE = "no-sound-device"
    NO_VOICE_ENGINE = "no-voice-engine"
    VOICE_FAILED = "voice-failed"


Report = Callable[[Trouble], None]
"""Hears of a trouble; a service reports each one once, and again after it has worked since."""


class ChimePlayer(Protocol):
    """Plays the chimes; never blocks and never raises: what goes wrong is reported once."""

    def play(self, chime: Chime, volume: float) -> None:
        """Play a chime at a volume of 0 to 1, also over one that still sounds."""

    def close(self) -> None:
        """Let go of the device."""


class Voice(NamedTuple):
    """A voice of the system; `language` is a tag such as `en-GB`."""

    name: str
    language: str


class Speaker(Protocol):
    """Speaks; never blocks and never raises: what goes wrong is reported once."""

    def say(self, text: str) -> None:
        """Say a text now, in the place of what is being said."""

    def stop(self) -> None:
        """Be silent at once."""

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice; an empty or unknown name is the language's own."""

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """Have the voices of the language told, none where there is no engine."""

    def close(self) -> None:
        """Be silent and let go of the engine."""


class Autostart(Protocol):
    """Starting with the person's login."""

    @property
    def is_on(self) -> bool:
        """Whether the program starts with the login."""

    def switch(self, *, is_on: bool) -> None:
        """Start with the login from now on, or no longer; raises OSError."""


class KeepAwake(Protocol):
    """Keeps the screen and the machine awake."""

    def hold(self) -> None:
        """Stay awake from now on."""

    def release(self) -> None:
        """Sleep may come again."""


class MediaKeys(Protocol):
    """What the desktop, a headset or a phone shows and steers."""

    def show(self, playing: NowPlaying | None) -> None:
        """Tell what plays; None where nothing does."""

    def close(self) -> None:
        """Be gone from the desktop."""


class IdleMonitor(Protocol):
    """Tells when the hands last moved; never blocks."""

    @property
    def name(self) -> str:
        """Which way is in use, for a line that tells how it works here."""

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Have the seconds since the hands moved told; None where nobody can tell."""

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Call once when the hands next move; False where the system cannot tell."""

    def close(self) -> None:
        """Watch no longer."""


class Desk(Protocol):
    """Tells of lock, sleep, films and calls, do not disturb and full screen."""

    @property
    def names(self) -> tuple[str, ...]:
        """Which ways are in use, for a line that tells how it works here."""

    def look(self) -> None:
        """Look now at what the system does not tell by itself."""

    def close(self) -> None:
        """Watch no longer."""


class Notice(NamedTuple):
    """A notification; each action has a key and its words."""

    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()


class Notifier(Protocol):
    """Shows notifications of the desktop; never blocks and never raises."""

    @property
    def name(self) -> str:
        """Which way is in use."""

    @property
    def can_ask(self) -> bool:
        """Whether actions are shown as buttons."""

    def show(self, notice: Notice, on_action: Callable[[str], None]) -> None:
        """Show a notice in the place of the one before; the key of a pressed button is told."""

    def withdraw(self) -> None:
        """Let the notice disappear."""

    def close(self) -> None:
        """Show no more."""
