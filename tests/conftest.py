"""What the tests share: the offscreen platform and a look with the real icons."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from hipstretch.ui.theme import Theme

COLLECT_EVERY = 25
"""Tests between two collections."""

_ICONS = Path(__file__).parents[1] / "assets" / "icons"


@pytest.fixture(scope="session", autouse=True)
def collected() -> Iterator[list[int]]:
    """Garbage is collected between tests only, so that no other thread takes Qt objects away."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield [0]
    gc.enable()


@pytest.fixture(autouse=True)
def _collect(collected: list[int]) -> Iterator[None]:
    """Collect now and then, after a test."""
    yield
    collected[0] += 1
    if collected[0] % COLLECT_EVERY == 0:
        gc.collect()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A light look at 100 % text, with the icons of the checkout; the pointer is far away."""
    from PySide6.QtGui import QCursor

    from hipstretch.core.settings import Appearance
    from hipstretch.ui.icons import Icons
    from hipstretch.ui.theme import Theme

    QCursor.setPos(9999, 9999)
    look = Theme(Icons(_ICONS), qapp)
    look.set_look(Appearance.LIGHT)
    return look


@pytest.fixture
def press(qapp: QApplication) -> Callable[[Qt.Key], None]:
    """Presses a key where the focus is."""
    from PySide6.QtTest import QTest

    def press_key(key: Qt.Key) -> None:
        widget = qapp.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)

    return press_key
