from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from hipstretch.core.session import Event
from hipstretch.ui.pages.player_content import MainAction
from hipstretch.ui.pages.player_keys import Wish, toggle, wish_of

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_Space, Event.PAUSE),
        (Key.Key_P, Event.PAUSE),
        (Key.Key_Left, Event.BACK),
        (Key.Key_PageUp, Event.BACK),
        (Key.Key_Right, Event.SKIP),
        (Key.Key_PageDown, Event.SKIP_EXERCISE),
        (Key.Key_Up, Event.MORE),
        (Key.Key_H, Wish.HURTS),
        (Key.Key_F, Wish.FULL_SCREEN),
        (Key.Key_Escape, Wish.LEAVE),
        (Key.Key_Return, None),
        (Key.Key_D, None),
        (Key.Key_X, None),
    ],
)
def test_each_key_has_its_meaning(key: Qt.Key, wish: Event | Wish | None) -> None:
    """While something with a length plays."""
    assert wish_of(QKeyCombination(key), MainAction.PAUSE) is wish


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_D])
def test_enter_and_d_are_done_where_that_is_asked(key: Qt.Key) -> None:
    """Elsewhere they do nothing."""
    assert wish_of(QKeyCombination(key), MainAction.DONE) is Event.DONE
    assert wish_of(QKeyCombination(key), MainAction.RESUME) is None


def test_shift_and_right_skips_the_exercise() -> None:
    """Shift with another key does nothing."""
    shift = Qt.KeyboardModifier.ShiftModifier
    keys = QKeyCombination(shift, Key.Key_Right)
    assert wish_of(keys, MainAction.PAUSE) is Event.SKIP_EXERCISE
    assert wish_of(QKeyCombination(shift, Key.Key_H), MainAction.PAUSE) is None


def test_other_modifiers_are_left_to_the_window() -> None:
    """Ctrl+H is not H; the keypad's keys are keys like others."""
    control = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Key.Key_H)
    assert wish_of(control, MainAction.PAUSE) is None
    keypad = QKeyCombination(Qt.KeyboardModifier.KeypadModifier, Key.Key_Left)
    assert wish_of(keypad, MainAction.PAUSE) is Event.BACK


def test_space_goes_on_where_it_is_paused() -> None:
    """In a phase without a length it pauses."""
    assert toggle(MainAction.RESUME) is Event.RESUME
    assert toggle(MainAction.DONE) is Event.PAUSE
