from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipstretch.ui.compositing import is_composited, round_corners


def test_only_x11_may_lack_a_compositor(qtbot: QtBot) -> None:
    """The screen of these tests has none and needs none."""
    del qtbot
    assert is_composited()


def test_corners_can_be_cut(qtbot: QtBot) -> None:
    """The middle of each edge stays."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 60)
    round_corners(window, window.rect(), 20)
    mask = window.mask()
    assert not mask.contains(window.rect().topLeft())
    assert mask.contains(window.rect().center())
