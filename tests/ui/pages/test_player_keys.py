from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from hipstretch.core.session import Event
from hipstretch.ui.pages.player_content import MainAction
from hipstretch.ui.pages.player_keys import Wish, digit_of, toggle, wish_of

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_Space, Event.PAUSE),
        (Key.Key_P, Event.PAUSE),
        (Key.Key_Left, Event.BACK),
        (Key.Key_PageUp, Event.BACK),
        (Key.Key_Right, Event.SKIP),
        (Key.Key_PageDown, Event.SKIP),
        (Key.Key_Up, Event.MORE),
        (Key.Key_H, Wish.HURTS),
        (Key.Key_F1, Wish.SAFETY),
        (Key.Key_F, Wish.FULL_SCREEN),
        (Key.Key_Escape, Wish.BACK_OUT),
        (Key.Key_V, Wish.VOICE),
        (Key.Key_M, Wish.MUTE),
        (Key.Key_Plus, Wish.LOUDER),
        (Key.Key_Equal, Wish.LOUDER),
        (Key.Key_Minus, Wish.QUIETER),
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


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_PageDown, Event.SKIP),
        (Key.Key_PageUp, Event.BACK),
        (Key.Key_Period, Event.PAUSE),
        (Key.Key_B, Event.PAUSE),
        (Key.Key_F5, Event.PAUSE),
        (Key.Key_Escape, Wish.BACK_OUT),
    ],
)
def test_a_presenter_remote_steers_the_session(key: Qt.Key, wish: Event | Wish) -> None:
    """Next, previous, black screen and start; some send the last one with Shift."""
    assert wish_of(QKeyCombination(key), MainAction.PAUSE) is wish
    shifted = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Key.Key_F5)
    assert wish_of(shifted, MainAction.RESUME) is Event.RESUME


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_MediaPlay, Event.RESUME),
        (Key.Key_MediaTogglePlayPause, Event.RESUME),
        (Key.Key_Call, Event.RESUME),
        (Key.Key_Hangup, Event.RESUME),
        (Key.Key_ToggleCallHangup, Event.RESUME),
        (Key.Key_MediaPause, Event.PAUSE),
        (Key.Key_MediaNext, Event.SKIP),
        (Key.Key_MediaPrevious, Event.BACK),
        (Key.Key_MediaStop, Wish.LEAVE),
    ],
)
def test_media_keys_and_headset_buttons_steer_it(key: Qt.Key, wish: Event | Wish) -> None:
    """While it is paused here; a pause key never starts anything."""
    assert wish_of(QKeyCombination(key), MainAction.RESUME) is wish


def test_pause_may_be_the_shifted_play_key() -> None:
    """As on the usual keyboard of Linux."""
    keys = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Key.Key_MediaPause)
    assert wish_of(keys, MainAction.PAUSE) is Event.PAUSE


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_MediaPlay, Key.Key_Call])
def test_one_button_is_enough(key: Qt.Key) -> None:
    """It does what the large button says, so that every phase can be left from the mat."""
    for main in MainAction:
        assert wish_of(QKeyCombination(key), main) is main.event


def test_shift_skips_the_exercise() -> None:
    """With the keys that else skip a part; with other keys it does nothing."""
    shift = Qt.KeyboardModifier.ShiftModifier
    for key in (Key.Key_Right, Key.Key_PageDown):
        assert wish_of(QKeyCombination(shift, key), MainAction.PAUSE) is Event.SKIP_EXERCISE
    assert wish_of(QKeyCombination(shift, Key.Key_H), MainAction.PAUSE) is None


def test_plus_is_plus_however_it_is_typed() -> None:
    """Many keyboards have it over another sign, and on the keypad."""
    for modifier in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier):
        keys = QKeyCombination(modifier, Key.Key_Plus)
        assert wish_of(keys, MainAction.PAUSE) is Wish.LOUDER


def test_other_modifiers_are_left_to_the_window() -> None:
    """Ctrl+H is not H; the keypad's keys are keys like others."""
    control = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Key.Key_H)
    assert wish_of(control, MainAction.PAUSE) is None
    keypad = QKeyCombination(Qt.KeyboardModifier.KeypadModifier, Key.Key_Left)
    assert wish_of(keypad, MainAction.PAUSE) is Event.BACK


def test_a_toggle_goes_on_where_it_is_paused() -> None:
    """In a phase without a length it pauses."""
    assert toggle(MainAction.RESUME) is Event.RESUME
    assert toggle(MainAction.DONE) is Event.PAUSE


@pytest.mark.parametrize(
    ("keys", "digit"),
    [
        (QKeyCombination(Key.Key_0), 0),
        (QKeyCombination(Key.Key_9), 9),
        (QKeyCombination(Qt.KeyboardModifier.KeypadModifier, Key.Key_5), 5),
        (QKeyCombination(Qt.KeyboardModifier.ControlModifier, Key.Key_5), None),
        (QKeyCombination(Key.Key_Colon), None),
        (QKeyCombination(Key.Key_Slash), None),
        (QKeyCombination(Key.Key_H), None),
    ],
)
def test_digits_are_read_from_the_row_and_the_keypad(
    keys: QKeyCombination, digit: int | None
) -> None:
    """The keys beside them, and those held with others, are none."""
    assert digit_of(keys) == digit
