"""The player's keys and what each of them asks for."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt

from hipstretch.core.session import Event
from hipstretch.ui.pages.player_content import MainAction


class Wish(Enum):
    """What a key may ask of the page instead of the session."""

    HURTS = auto()
    FULL_SCREEN = auto()
    LEAVE = auto()


_Key = Qt.Key
_KEYS: dict[int, Event | Wish] = {
    _Key.Key_Left: Event.BACK,
    _Key.Key_PageUp: Event.BACK,
    _Key.Key_Right: Event.SKIP,
    _Key.Key_PageDown: Event.SKIP_EXERCISE,
    _Key.Key_Up: Event.MORE,
    _Key.Key_H: Wish.HURTS,
    _Key.Key_F: Wish.FULL_SCREEN,
    _Key.Key_Escape: Wish.LEAVE,
}
_TOGGLES = {_Key.Key_Space, _Key.Key_P}
_DONE = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_D}


def wish_of(keys: QKeyCombination, main: MainAction) -> Event | Wish | None:
    """What a key asks for while the large button does `main`; None for a key without a meaning."""
    key = keys.key()
    modifiers = keys.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return Event.SKIP_EXERCISE if key == _Key.Key_Right else None
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if key in _TOGGLES:
        return toggle(main)
    if key in _DONE:
        return Event.DONE if main is MainAction.DONE else None
    return _KEYS.get(key)


def toggle(main: MainAction) -> Event:
    """Pause, or go on where it is paused."""
    return Event.RESUME if main is MainAction.RESUME else Event.PAUSE
