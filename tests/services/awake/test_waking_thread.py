from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from queue import SimpleQueue

import pytest

from hipstretch.services import awake
from hipstretch.services.awake.waking_thread import WakingThread

_PATIENCE = 10.0


class Modes:
    """Makes modes, and tells what is done with them and in which thread."""

    def __init__(self) -> None:
        self.told: SimpleQueue[tuple[str, int]] = SimpleQueue()
        self.failing: set[str] = set()

    def make(self) -> AbstractContextManager[object]:
        """A mode."""
        self._tell("made")
        return self._mode()

    def next(self) -> str:
        """What is told next."""
        return self.told.get(timeout=_PATIENCE)[0]

    @contextmanager
    def _mode(self) -> Iterator[None]:
        """Be awake."""
        self._tell("entered")
        yield
        self._tell("left")

    def _tell(self, what: str) -> None:
        """Tell it, and fail where that is wished."""
        self.told.put((what, threading.get_ident()))
        if what in self.failing:
            raise RuntimeError(f"not {what}")


def test_holding_enters_a_mode_and_releasing_leaves_it() -> None:
    """In the order of the wishes, and each time with a new mode."""
    modes = Modes()
    keeper = WakingThread(modes.make)

    for _ in range(2):
        keeper.hold()
        keeper.release()

    assert [modes.next() for _ in range(6)] == ["made", "entered", "left"] * 2


def test_all_is_done_in_one_other_thread() -> None:
    """As wakepy asks, and so that the window does not wait."""
    modes = Modes()
    keeper = WakingThread(modes.make)

    keeper.hold()
    keeper.release()
    threads = {modes.told.get(timeout=_PATIENCE)[1] for _ in range(3)}

    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_a_release_without_a_hold_does_nothing() -> None:
    """The next hold is done."""
    modes = Modes()
    keeper = WakingThread(modes.make)

    keeper.release()
    keeper.hold()

    assert [modes.next(), modes.next()] == ["made", "entered"]


@pytest.mark.parametrize("step", ["made", "entered", "left"])
def test_a_desktop_that_fails_is_asked_again_the_next_time(
    step: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The failure is in the log, and nowhere else."""
    caplog.set_level(logging.INFO)
    modes = Modes()
    modes.failing = {step}
    keeper = WakingThread(modes.make)
    keeper.hold()
    keeper.release()
    while modes.next() != step:
        pass

    modes.failing = set()
    keeper.hold()
    keeper.release()

    assert [modes.next() for _ in range(3)] == ["made", "entered", "left"]
    assert f"not {step}" in caplog.text


def test_the_program_can_end_while_a_desktop_hangs() -> None:
    """The thread is one that nobody waits for."""
    before = set(threading.enumerate())
    keeper = awake.create()

    (thread,) = set(threading.enumerate()) - before

    assert isinstance(keeper, WakingThread)
    assert thread.daemon
