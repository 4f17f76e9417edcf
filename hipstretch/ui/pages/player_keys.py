"""The player's keys and what each of them asks for.

Rules:

- Space does what the large button says, and so does the one button of a headset or keyboard, which
  arrives as "play" whatever it finds: a phase without a length can be left from the mat.
- The two keys of a presenter remote, Page Down and Page Up, are those of → and ←; its buttons that
  start a show or turn the screen black pause and go on.
- "Stop" leaves; the session can be gone on with.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt

from hipstretch.core.session import Event
from hipstretch.ui.pages.player_content import MainAction


class Wish(Enum):
    """What a key may ask of the page instead of the session."""

    HURTS = auto()
    SAFETY = auto()
    FULL_SCREEN = auto()
    BACK_OUT = auto()
    LEAVE = auto()
    VOICE = auto()
    MUTE = auto()
    LOUDER = auto()
    QUIETER = auto()


_Key = Qt.Key
_KEYS: dict[int, Event | Wish] = {
    _Key.Key_Left: Event.BACK,
    _Key.Key_PageUp: Event.BACK,
    _Key.Key_MediaPrevious: Event.BACK,
    _Key.Key_Right: Event.SKIP,
    _Key.Key_PageDown: Event.SKIP,
    _Key.Key_MediaNext: Event.SKIP,
    _Key.Key_MediaPause: Event.PAUSE,
    _Key.Key_Up: Event.MORE,
    _Key.Key_H: Wish.HURTS,
    _Key.Key_F1: Wish.SAFETY,
    _Key.Key_F: Wish.FULL_SCREEN,
    _Key.Key_Escape: Wish.BACK_OUT,
    _Key.Key_MediaStop: Wish.LEAVE,
    _Key.Key_V: Wish.VOICE,
    _Key.Key_M: Wish.MUTE,
    _Key.Key_Plus: Wish.LOUDER,
    _Key.Key_Equal: Wish.LOUDER,
    _Key.Key_Minus: Wish.QUIETER,
}
_SHIFTED: dict[int, Event | Wish] = {
    _Key.Key_Right: Event.SKIP_EXERCISE,
    _Key.Key_PageDown: Event.SKIP_EXERCISE,
    _Key.Key_Plus: Wish.LOUDER,
    _Key.Key_MediaPause: Event.PAUSE,  # some keyboards have it over "play"
}
_MAIN = {
    _Key.Key_Space,
    _Key.Key_MediaPlay,
    _Key.Key_MediaTogglePlayPause,
    _Key.Key_Call,
    _Key.Key_Hangup,
    _Key.Key_ToggleCallHangup,
}
_TOGGLES = {_Key.Key_P, _Key.Key_B, _Key.Key_Period, _Key.Key_F5}
_SHIFTED_TOGGLES = {_Key.Key_F5}
_DONE = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_D}


def wish_of(keys: QKeyCombination, main: MainAction) -> Event | Wish | None:
    """What a key asks for while the large button does `main`; None for a key without a meaning."""
    key = keys.key()
    modifiers = keys.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return toggle(main) if key in _SHIFTED_TOGGLES else _SHIFTED.get(key)
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if key in _MAIN:
        return main.event
    if key in _TOGGLES:
        return toggle(main)
    if key in _DONE:
        return Event.DONE if main is MainAction.DONE else None
    return _KEYS.get(key)


def toggle(main: MainAction) -> Event:
    """Pause, or go on where it is paused."""
    return Event.RESUME if main is MainAction.RESUME else Event.PAUSE


def digit_of(keys: QKeyCombination) -> int | None:
    """The number of a digit key, in the row or on the keypad; None for another key."""
    modifiers = keys.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    digit = keys.key() - _Key.Key_0
    return digit if 0 <= digit <= _Key.Key_9 - _Key.Key_0 else None
