"""What the player shows and says of voice and sound."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Sound(NamedTuple):
    """Whether the voice speaks, and whether nothing at all is heard for now."""

    voice_on: bool = True
    muted: bool = False


class Told(NamedTuple):
    """A few words that are shown for a moment, and their icon."""

    words: str
    icon: str


def voice_icon(sound: Sound) -> str:
    """The icon of the voice, crossed out where it is silent."""
    return "voice" if sound.voice_on else "voice-off"


def sound_icon(sound: Sound) -> str:
    """The icon of all sound, crossed out where nothing is heard."""
    return "volume-off" if sound.muted else "volume"


def voice_name(sound: Sound) -> str:
    """What the button of the voice is called: its state, and what it does."""
    if sound.voice_on:
        return QCoreApplication.translate("Player", "Voice is on. Turn it off")
    return QCoreApplication.translate("Player", "Voice is off. Turn it on")


def sound_name(sound: Sound) -> str:
    """What the button of all sound is called: its state, and what it does."""
    if sound.muted:
        return QCoreApplication.translate("Player", "Sound is off. Turn it on")
    return QCoreApplication.translate("Player", "Sound is on. Turn it off")


def change(before: Sound, now: Sound) -> Told | None:
    """What is said of a change; None where nothing has changed."""
    tr = QCoreApplication.translate
    if now.muted != before.muted:
        words = tr("Player", "Sound off") if now.muted else tr("Player", "Sound on")
        return Told(words, sound_icon(now))
    if now.voice_on != before.voice_on:
        words = tr("Player", "Voice on") if now.voice_on else tr("Player", "Voice off")
        return Told(words, voice_icon(now))
    return None


def volume_told(percent: int) -> Told:
    """What is said of another volume."""
    words = QCoreApplication.translate("Player", "Volume {percent} %").format(percent=percent)
    return Told(words, "volume" if percent else "volume-off")
