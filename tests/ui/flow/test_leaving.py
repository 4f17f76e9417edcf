from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import StayOn
from hipstretch.core.therapy import Kind, Outcome, Place
from hipstretch.ui.flow.leaving import LeavingFlow
from hipstretch.ui.widgets.button import Button
from tests.ui.flow.therapy_desk import TherapyDesk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.flow.therapy import TherapyFlow
    from hipstretch.ui.theme import Theme


@dataclass
class FakeReminders:
    """A tray as the test says, and notifications that are written down."""

    has_tray: bool = True
    told: list[str] = field(default_factory=list)

    def tell(self, title: str, text: str) -> None:
        """Write it down."""
        self.told.append(f"{title}: {text}")


class Leave:
    """The flow, and what it asked for."""

    def __init__(self, desk: TherapyDesk, *, has_therapy: bool = True) -> None:
        self.desk = desk
        self.reminders = FakeReminders()
        self.heard: list[str] = []
        self._therapy = desk.flow if has_therapy else None
        look = (desk.theme, desk.window)
        self.flow = LeavingFlow(*look, desk.settings, self._reminders, self._made, desk.window)
        self.flow.quit_agreed.connect(self._on_quit_agreed)
        self.flow.window_requested.connect(self._on_window_requested)

    def answer(self, words: str) -> None:
        """Press a button of the question."""
        buttons = self.desk.window.findChildren(Button)
        button = next(button for button in buttons if button.label == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _reminders(self) -> FakeReminders:
        return self.reminders

    def _made(self) -> TherapyFlow | None:
        return self._therapy

    def _on_quit_agreed(self) -> None:
        self.heard.append("quit")

    def _on_window_requested(self) -> None:
        self.heard.append("window")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> TherapyDesk:
    """Somebody at Home, nothing under way."""
    desk = TherapyDesk(tmp_path, theme)
    qtbot.addWidget(desk.window)
    desk.window.show()
    return desk


@pytest.fixture
def leave(desk: TherapyDesk) -> Leave:
    """The ways out."""
    return Leave(desk)


def test_with_nothing_under_way_the_program_ends_at_once(desk: TherapyDesk, leave: Leave) -> None:
    """And where nobody has asked for ice or heat yet."""
    leave.flow.quit()
    before = Leave(desk, has_therapy=False)
    before.flow.quit()
    assert (leave.heard, before.heard) == (["quit"], ["quit"])
    assert desk.dialogs == []


def test_ice_that_runs_is_asked_about_in_the_window(desk: TherapyDesk, leave: Leave) -> None:
    """Which comes to the front; a second wish brings no second question."""
    desk.begin()
    leave.flow.quit()
    leave.flow.quit()
    assert leave.heard == ["window", "window"]
    assert desk.dialogs == ["Ice is still running"]


@pytest.mark.parametrize(
    ("words", "ends", "runs"),
    [
        ("Stay open", False, True),
        ("Stop ice and quit", True, False),
        ("Quit all the same", True, True),
    ],
)
def test_the_person_decides(
    desk: TherapyDesk, leave: Leave, words: str, *, ends: bool, runs: bool
) -> None:
    """Stay, stop and end, or end with the time going on."""
    desk.begin()
    leave.flow.quit()
    leave.answer(words)
    assert leave.heard == (["window", "quit"] if ends else ["window"])
    assert bool(desk.room.timer.therapy.treatments) is runs
    assert [row.outcome for row in desk.room.rows()] == ([] if runs else [Outcome.STOPPED])


def test_staying_open_can_be_followed_by_another_wish(desk: TherapyDesk, leave: Leave) -> None:
    """Which is asked about anew."""
    desk.begin()
    leave.flow.quit()
    leave.answer("Stay open")
    assert desk.dialogs == []
    leave.flow.quit()
    assert desk.dialogs == ["Ice is still running"]


def test_both_are_stopped_together(desk: TherapyDesk, leave: Leave) -> None:
    """And both are logged."""
    desk.begin(Kind.ICE)
    desk.room.begin(Kind.HEAT, Place.LOWER_BACK)
    leave.flow.quit()
    leave.answer("Stop both and quit")
    assert leave.heard == ["window", "quit"]
    assert len(desk.room.rows()) == 2


def test_an_alarm_that_is_answered_takes_the_question_along(
    desk: TherapyDesk, leave: Leave
) -> None:
    """There is nothing to ask about any more, and the program stays."""
    desk.begin()
    leave.flow.quit()
    desk.room.pass_time(1200)
    assert desk.dialogs == ["Ice is still running"]
    desk.flow.stop(Kind.ICE)
    assert desk.dialogs == []
    assert leave.heard == ["window"]
    leave.flow.quit()
    assert leave.heard == ["window", "quit"]


def test_a_ringing_alarm_is_asked_about_too(desk: TherapyDesk, leave: Leave) -> None:
    """By what to do now."""
    desk.begin()
    desk.room.pass_time(1205)
    leave.flow.quit()
    assert desk.dialogs == ["Take the ice off now"]
    leave.answer("It is off, quit")
    assert leave.heard == ["window", "quit"]


@pytest.mark.parametrize(
    ("values", "has_tray", "ends"),
    [
        ({}, True, False),
        ({}, False, True),
        ({"stay_on": StayOn.ALWAYS}, False, False),
        ({"stay_on": StayOn.NEVER}, True, True),
        ({"reminders": False}, True, True),
    ],
)
def test_a_window_that_closes_ends_the_program_or_not(
    desk: TherapyDesk, leave: Leave, values: dict[str, object], *, has_tray: bool, ends: bool
) -> None:
    """As the person chose, and as the desktop can show it."""
    desk.change(**values)
    leave.reminders.has_tray = has_tray
    leave.flow.close_window()
    assert leave.heard == (["quit"] if ends else [])


def test_it_is_told_once_that_the_program_goes_on(desk: TherapyDesk, leave: Leave) -> None:
    """Kindly, and never again."""
    leave.flow.close_window()
    leave.flow.close_window()
    (told,) = leave.reminders.told
    assert told.startswith("HipStretch goes on without its window: ")
    assert desk.settings.settings.told_stay_on


def test_ice_keeps_the_program_whatever_else_is_chosen(desk: TherapyDesk, leave: Leave) -> None:
    """It has to ring."""
    desk.change(reminders=False)
    leave.reminders.has_tray = False
    desk.begin()
    leave.flow.close_window()
    assert leave.heard == []
    desk.flow.stop(Kind.ICE)
    leave.flow.close_window()
    assert leave.heard == ["quit"]
