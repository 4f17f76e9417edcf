"""What hurts, told in a real window by keys alone, and in the history before anything else."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.system.steps import (
    LONG,
    QUICK,
    checked,
    notes,
    put,
    rows,
    start_routine,
    wait_for_focus,
    wait_for_phase,
)

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_QUESTION = "This hurts"
_SIGN = "New, spreading down the leg, tingling or numb"


@pytest.fixture
def stretching(desktop: Desktop) -> Desktop:
    """The desktop of somebody who is in the first hold of a routine of two stretches."""
    desktop.settle(conditions=[], voice="off")
    put(desktop, "long.yaml", LONG)
    desktop.start()
    start_routine(desktop, "Long one")
    desktop.find("Pause", "push button")
    desktop.keys("Right")
    wait_for_phase(desktop, 1)
    return desktop


def _wait_until_closed(desktop: Desktop, name: str) -> None:
    """Wait until a dialog has gone."""

    def is_closed() -> bool:
        """Whether it has."""
        return all(node.name != name for node in desktop.nodes() if node.role == "dialog")

    desktop.wait_until(is_closed, f"“{name}” to close")


def _place(desktop: Desktop) -> tuple[object, object]:
    """Where the session under way is: its phase and how far into it."""
    running = desktop.running()
    return running["phase"], running["offset"]


def test_it_pauses_at_once_and_what_was_told_outlives_a_kill(stretching: Desktop) -> None:
    """H, a number and Enter; killed right after, the hurt is in the history with its advice."""
    stretching.keys("h")
    stretching.find(_QUESTION, "dialog")
    stretching.find("Resume", "push button")
    place = _place(stretching)
    stretching.keys("6")
    wait_for_focus(stretching, "Skip it today")
    assert stretching.shows("When to get help")
    assert _place(stretching) == place
    stretching.keys("Return")
    _wait_until_closed(stretching, _QUESTION)
    stretching.stop(signal.SIGKILL)
    query = "SELECT exercise, side, pain, spreads, remedy, session FROM hurt"
    assert rows(stretching, query) == [("knee-to-chest", "right", 6, 0, "skip", None)]
    assert notes(stretching)["hurts"] == [1]

    stretching.start()
    stretching.click("Go on", "push button")
    stretching.find("Child's pose")


def test_a_sign_that_spreads_is_told_by_one_key(stretching: Desktop) -> None:
    """Without a number; stopping for today ends the session, and the hurt belongs to it."""
    stretching.wait_until(lambda: float(str(stretching.running()["offset"])) > 1, "some of a hold")
    stretching.keys("h")
    stretching.find(_QUESTION, "dialog")
    stretching.keys("n")
    stretching.wait_until(lambda: checked(stretching, _SIGN), "the sign")
    stretching.keys("t")
    stretching.find("Save and close")
    assert rows(stretching, "SELECT pain, spreads, remedy, session FROM hurt") == [
        (None, 1, "stop", 1)
    ]
    assert rows(stretching, "SELECT id, is_complete FROM session") == [(1, 0)]
    assert stretching.shows("When to get help")


def test_safety_opens_over_the_player_and_over_the_question(stretching: Desktop) -> None:
    """F1 pauses; Escape comes back to where one was, and the session stays paused."""
    stretching.keys("F1")
    stretching.find("Safety", "dialog")
    stretching.find("Resume", "push button")
    place = _place(stretching)
    stretching.keys("Escape")
    _wait_until_closed(stretching, "Safety")
    wait_for_focus(stretching, "Player")
    assert _place(stretching) == place

    stretching.keys("h")
    stretching.find(_QUESTION, "dialog")
    stretching.keys("F1")
    stretching.find("Safety", "dialog")
    stretching.keys("Escape")
    _wait_until_closed(stretching, "Safety")
    wait_for_focus(stretching, "Ease off")
    assert _place(stretching) == place


def test_pain_before_and_after_reaches_the_history(desktop: Desktop) -> None:
    """A digit in the first get-ready; a digit and a place on the last page, by keys alone."""
    desktop.settle(conditions=[], voice="off")
    put(desktop, "quick.yaml", QUICK)
    desktop.start()
    start_routine(desktop, "Quick one")
    desktop.find("Pain now? Press 0 to 10")
    desktop.keys("1", "0")
    desktop.find("Pain before: 10")
    assert notes(desktop)["pain"] == 10
    desktop.find("Nicely done")
    desktop.keys("3")
    desktop.wait_until(lambda: checked(desktop, "3"), "the number")
    desktop.tab_to("Buttock")
    desktop.keys("space", "ctrl+Return")
    desktop.find("New routine")
    query = "SELECT pain_before, place_before, pain_after, place_after FROM session"
    assert rows(desktop, query) == [(10, None, 3, "buttock")]
