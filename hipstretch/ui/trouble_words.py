"""The words for what does not work outside the app: what is missing, and what helps."""

from __future__ import annotations

import sys

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.ports import Trouble

_LIBRARY, _DEVICE = Trouble.NO_SOUND_LIBRARY, Trouble.NO_SOUND_DEVICE
_ENGINE, _FAILED = Trouble.NO_VOICE_ENGINE, Trouble.VOICE_FAILED

_ANYWHERE = {
    _LIBRARY: QT_TRANSLATE_NOOP(
        "Trouble", "Sound is missing from this copy of HipStretch. Install HipStretch again."
    ),
    _DEVICE: QT_TRANSLATE_NOOP(
        "Trouble", "No sound device was found. Choose one in the system's sound settings."
    ),
    _ENGINE: QT_TRANSLATE_NOOP(
        "Trouble", "No voice was found. Add one in the system's settings for speech."
    ),
    _FAILED: QT_TRANSLATE_NOOP("Trouble", "The voice does not answer. Choose another one."),
}
_LINUX = {
    _LIBRARY: QT_TRANSLATE_NOOP(
        "Trouble", "A sound library is missing. Install it and start again:\n{command}"
    ),
    _ENGINE: QT_TRANSLATE_NOOP("Trouble", "No voice was found. This adds one:\n{command}"),
}
_COMMANDS = {
    _LIBRARY: "sudo apt install libpulse0",
    _ENGINE: "sudo apt install speech-dispatcher-espeak-ng",
}
_MACOS = {
    _DEVICE: QT_TRANSLATE_NOOP(
        "Trouble", "No sound device was found. Choose one in System Settings, Sound."
    ),
    _ENGINE: QT_TRANSLATE_NOOP(
        "Trouble",
        "No voice was found. Add one in System Settings, Accessibility, Spoken Content.",
    ),
}
_WINDOWS = {
    _DEVICE: QT_TRANSLATE_NOOP(
        "Trouble", "No sound device was found. Choose one in Settings, System, Sound."
    ),
    _ENGINE: QT_TRANSLATE_NOOP(
        "Trouble", "No voice was found. Add one in Settings, Time & language, Speech."
    ),
}
_BY_SYSTEM = {"linux": _LINUX, "darwin": _MACOS, "win32": _WINDOWS}
_IN_SESSION = {
    _LIBRARY: QT_TRANSLATE_NOOP(
        "Trouble", "A sound library is missing. The session goes on in silence."
    ),
    _DEVICE: QT_TRANSLATE_NOOP("Trouble", "No sound device. The session goes on in silence."),
    _ENGINE: QT_TRANSLATE_NOOP("Trouble", "No voice was found. Settings tells how to add one."),
    _FAILED: QT_TRANSLATE_NOOP("Trouble", "The voice does not answer. The session goes on."),
}


def trouble_words(trouble: Trouble, system: str = sys.platform) -> str:
    """What is missing and what to do about it on a system, as `sys.platform` names it.

    A command stands on a line of its own.
    """
    words = _BY_SYSTEM.get(system, {}).get(trouble, _ANYWHERE[trouble])
    told = QCoreApplication.translate("Trouble", str(words))
    return told.format(command=_COMMANDS.get(trouble, ""))


def session_words(trouble: Trouble) -> str:
    """What is missing, for someone on the mat, who can do nothing about it now."""
    return QCoreApplication.translate("Trouble", str(_IN_SESSION[trouble]))
