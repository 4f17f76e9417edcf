from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from hipstretch.ui.widgets.key_repeat import KeyRepeat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def repeat(qapp: QApplication) -> KeyRepeat:
    """No key held."""
    return KeyRepeat(QObject(qapp))


def test_a_held_key_steps_at_once_and_then_again_and_again(repeat: KeyRepeat) -> None:
    """First after 400 ms, then every 80 ms, until it is let go."""
    steps: list[int] = []
    repeat.stepped.connect(steps.append)
    repeat.press(-1)
    assert (steps, repeat.interval, repeat.direction) == ([-1], 400, -1)
    repeat._timer.timeout.emit()
    assert (steps, repeat.interval) == ([-1, -1], 80)
    repeat.release()
    assert (repeat.interval, repeat.direction) == (0, 0)


def test_it_waits_while_it_is_paused(repeat: KeyRepeat) -> None:
    """A new press starts anew."""
    steps: list[int] = []
    repeat.stepped.connect(steps.append)
    repeat.press(1)
    repeat.pause(True)
    repeat._timer.timeout.emit()
    assert steps == [1]
    repeat.press(1)
    repeat._timer.timeout.emit()
    assert steps == [1, 1, 1]
