from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from hipstretch.core.therapy_view import CardState
from hipstretch.ui.pages.therapy_actions import Action
from hipstretch.ui.pages.therapy_keys import action_of

ALARM = [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape]


@pytest.mark.parametrize("key", ALARM)
def test_the_alarm_hears_every_large_key(key: Qt.Key) -> None:
    """And nothing else does."""
    assert action_of(QKeyCombination(key), CardState.RINGING) is Action.ANSWER
    assert action_of(QKeyCombination(key), CardState.CHECKING) is None
    assert action_of(QKeyCombination(key), CardState.RUNNING) is None


def test_a_skin_check_hears_its_two_letters() -> None:
    """A chance S ends nothing while none is asked."""
    fine, stop = QKeyCombination(Qt.Key.Key_F), QKeyCombination(Qt.Key.Key_S)
    assert action_of(fine, CardState.CHECKING) is Action.FINE
    assert action_of(stop, CardState.CHECKING) is Action.STOP
    assert action_of(stop, CardState.RUNNING) is None
    assert action_of(stop, CardState.RINGING) is None


def test_commands_are_not_answers() -> None:
    """Ctrl+S is somebody else's; Enter of the number pad is Enter."""
    save = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_S)
    assert action_of(save, CardState.CHECKING) is None
    enter = QKeyCombination(Qt.KeyboardModifier.KeypadModifier, Qt.Key.Key_Enter)
    assert action_of(enter, CardState.RINGING) is Action.ANSWER
