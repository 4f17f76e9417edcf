from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui import announce as module

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_the_words_go_out_politely(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """After what is being said now."""
    heard: list[QAccessibleAnnouncementEvent] = []

    class Recorder:
        """Keeps what would go to the screen reader."""

        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802  # Qt's own name
            """Keep it."""
            heard.append(event)

    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(module, "QAccessible", Recorder)
    module.announce(widget, "Right leg.")
    (event,) = heard
    assert event.message() == "Right leg."
    assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
