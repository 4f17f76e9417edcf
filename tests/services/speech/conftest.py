"""What the tests of the voice share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

PATIENCE_MS = 20_000
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    """Lets the event loop turn until a check holds; patient, for the machine may be busy."""

    def wait_until(check: Callable[[], bool]) -> None:
        """Wait."""
        qtbot.waitUntil(check, timeout=PATIENCE_MS)

    return wait_until
