"""What the tests of Home and preview share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.settings import Appearance
from tests.ui.flow.home_room import Room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def make_room(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Callable[..., Room]:
    """Makes a room whose settings have the values that are given, in an active window."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)

    def make(**values: object) -> Room:
        room = Room(theme, tmp_path / "own", **values)
        qtbot.addWidget(room.window)
        room.window.show()
        qtbot.waitActive(room.window)
        return room

    return make


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    """A room of somebody who has told nothing."""
    return make_room()
