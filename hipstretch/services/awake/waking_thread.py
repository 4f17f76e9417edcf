"""Enters and leaves a mode in a thread of its own, because a desktop may take seconds to answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from queue import SimpleQueue
from threading import Thread

_log = logging.getLogger(__name__)


class WakingThread:
    """Keeps the machine awake by a mode; wishes are done in order, and none makes anybody wait.

    The thread goes with the program: what it holds then is let go by the system.
    """

    def __init__(self, make_mode: Callable[[], AbstractContextManager[object]]) -> None:
        self._make_mode = make_mode
        self._wishes: SimpleQueue[bool] = SimpleQueue()
        Thread(target=self._run, name="keeps awake", daemon=True).start()

    def hold(self) -> None:
        """Stay awake from now on."""
        self._wishes.put(True)

    def release(self) -> None:
        """Sleep may come again."""
        self._wishes.put(False)

    def _run(self) -> None:
        """Do what is wished, for ever; a mode is for the thread that makes it only."""
        held = ExitStack()
        while True:
            is_wanted = self._wishes.get()
            try:
                if is_wanted:
                    held.enter_context(self._make_mode())
                else:
                    held.close()
            except Exception as error:  # noqa: BLE001 -- a desktop that fails must not end this
                _log.info("the desktop does not do as it is asked: %s", error)
