from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.core.therapy import Kind
from hipstretch.ui.flow.outside import OutsideFlow
from tests.ui import break_views
from tests.ui.flow.therapy_desk import TherapyDesk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.flow.therapy import TherapyFlow
    from hipstretch.ui.theme import Theme

SITTING = "Sitting 18 min. Next break in 12 min"


@dataclass
class FakeReminders:
    """Somebody who sits, and what was asked of the reminders."""

    view: BreaksView = field(default_factory=break_views.view)
    asked: list[object] = field(default_factory=list)

    def say_up(self) -> None:
        """Write it down."""
        self.asked.append("up")

    def pause(self, seconds: float) -> None:
        """Write it down."""
        self.asked.append(seconds)


class Outside:
    """The flow, and what it asked for; ice and heat are made by the first who wants them."""

    def __init__(self, desk: TherapyDesk) -> None:
        self.desk = desk
        self.reminders = FakeReminders()
        self.is_made = False
        self.heard: list[str] = []
        self.flow = OutsideFlow(
            self.reminders, self._make, self._made, self._has_routine, desk.window
        )
        self.flow.show_requested.connect(self._on_show_requested)
        self.flow.routine_start_requested.connect(self.heard.append)

    def ask(self, command: Command, **more: object) -> Reply:
        """Ask from outside."""
        return self.flow.answer(Request(command, **more))  # type: ignore[arg-type]  # as they come

    def _make(self) -> TherapyFlow:
        self.is_made = True
        return self.desk.flow

    def _made(self) -> TherapyFlow | None:
        return self.desk.flow if self.is_made else None

    def _has_routine(self, routine_id: str) -> bool:
        return routine_id == "known"

    def _on_show_requested(self) -> None:
        self.heard.append("show")


@pytest.fixture
def outside(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Outside:
    """Who answers."""
    desk = TherapyDesk(tmp_path, theme)
    qtbot.addWidget(desk.window)
    return Outside(desk)


def test_the_status_makes_no_ice_and_heat(outside: Outside) -> None:
    """It tells the sitting, and that there is nothing else."""
    reply = outside.ask(Command.STATUS)
    assert (reply.done, reply.text) == (True, SITTING)
    assert reply.facts["sat"] == 1080
    assert (reply.facts["ice"], reply.facts["heat"]) == (None, None)
    assert not outside.is_made


def test_the_status_tells_what_is_left(outside: Outside) -> None:
    """To the second, in words and as facts; and what ended while nobody answered."""
    assert outside.ask(Command.ICE, minutes=15).text == "Ice, 15:00 left"
    outside.desk.room.pass_time(139)
    reply = outside.ask(Command.STATUS)
    assert reply.text == f"{SITTING}. Ice, 12:41 left"
    ice = reply.facts["ice"]
    assert isinstance(ice, dict)
    assert (ice["state"], ice["left"]) == ("running", 761)
    outside.desk.room.pass_time(761 + 740)
    reply = outside.ask(Command.STATUS)
    assert reply.text == f"{SITTING}. Ice ended 12 min ago"


def test_it_tells_of_ice_without_reminders_too(outside: Outside) -> None:
    """They have nothing to do with each other."""
    outside.reminders.view = break_views.OFF
    outside.ask(Command.HEAT, minutes=30)
    assert outside.ask(Command.STATUS).text == "Reminders are off. Heat, 30:00 left"
    assert not outside.ask(Command.UP).done


def test_a_stop_ends_what_is_named_or_all(outside: Outside) -> None:
    """And says what is left."""
    outside.ask(Command.ICE, minutes=20)
    assert outside.ask(Command.STOP, kind=Kind.HEAT).text == "Ice, 20:00 left"
    assert outside.ask(Command.STOP).text == "Neither ice nor heat is running."


def test_reminders_hear_what_is_for_them(outside: Outside) -> None:
    """Up, a pause, and its end."""
    assert outside.ask(Command.UP).text == SITTING
    outside.ask(Command.PAUSE_BREAKS, seconds=1800.0)
    outside.ask(Command.RESUME_BREAKS)
    assert outside.reminders.asked == ["up", 1800.0, 0.0]


def test_the_window_and_routines_are_asked_for(outside: Outside) -> None:
    """A routine that there is none of is refused in words."""
    assert outside.ask(Command.SHOW).done
    assert outside.ask(Command.START, routine="known").done
    assert outside.heard == ["show", "show", "known"]
    reply = outside.ask(Command.START, routine="other")
    assert (reply.done, reply.text) == (False, "There is no routine other.")
