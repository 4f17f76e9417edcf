"""The first start in a real window: asked once, by the keyboard alone, and nothing gets lost."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.system.steps import checked, nameless, settings, wait_for_focus

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_SIDE, _CONDITIONS = "Which side is sore?", "Does any of this fit you?"
_POSITIONS, _END = "Which of these do not work for you?", "Ready when you are"


@pytest.fixture
def newcomer(desktop: Desktop) -> Desktop:
    """The desktop of somebody who has never started the program."""
    (desktop.home / "settings.json").unlink()
    return desktop


def _begin(desktop: Desktop) -> None:
    """Start, and go to the first question."""
    desktop.start()
    wait_for_focus(desktop, "Begin")
    desktop.keys("Return")
    desktop.find(_SIDE)


def _choose(desktop: Desktop, name: str) -> None:
    """Turn an answer on."""
    desktop.tab_to(name)
    desktop.keys("space")
    desktop.wait_until(lambda: checked(desktop, name), f"“{name}” to be on")


def _go_on(desktop: Desktop, *titles: str) -> None:
    """Go on by Enter, through the steps of these titles."""
    for title in titles:
        desktop.keys("Return")
        desktop.find(title)


def test_the_welcome_by_the_keyboard_outlives_a_kill_after_each_answer(newcomer: Desktop) -> None:
    """Each answer is kept at once and shown again; the end is Home, and Home comes ever after."""
    _begin(newcomer)
    _choose(newcomer, "Left")
    newcomer.stop(signal.SIGKILL)
    assert settings(newcomer)["affected_side"] == "left"

    _begin(newcomer)
    assert checked(newcomer, "Left")
    _go_on(newcomer, _CONDITIONS)
    _choose(newcomer, "A hip replacement")
    newcomer.stop(signal.SIGKILL)
    assert settings(newcomer)["conditions"] == ["hip-replacement"]

    _begin(newcomer)
    _go_on(newcomer, _CONDITIONS)
    assert checked(newcomer, "A hip replacement")
    _go_on(newcomer, _POSITIONS)
    _choose(newcomer, "Kneeling")
    newcomer.stop(signal.SIGKILL)
    assert settings(newcomer)["avoided"] == ["kneeling"]

    _begin(newcomer)
    _go_on(newcomer, _CONDITIONS, _POSITIONS, _END)
    noted = {node.name for node in newcomer.nodes()}
    assert noted >= {"Left", "A hip replacement", "Kneeling"}
    assert settings(newcomer)["welcomed"] is False
    newcomer.keys("Return")
    newcomer.find("New routine")
    newcomer.stop(signal.SIGKILL)

    newcomer.start()
    newcomer.find("New routine")
    assert not newcomer.shows("Welcome")
    kept = settings(newcomer)
    assert kept["affected_side"] == "left"
    assert kept["conditions"] == ["hip-replacement"]
    assert kept["avoided"] == ["kneeling"]


def test_who_skips_it_all_told_nothing_and_is_not_asked_again(newcomer: Desktop) -> None:
    """Nobody knows of any condition, which is not the same as none."""
    newcomer.start()
    wait_for_focus(newcomer, "Begin")
    newcomer.keys("Escape")
    newcomer.find("New routine")
    kept = settings(newcomer)
    assert (kept["welcomed"], kept["conditions"], kept["avoided"]) == (True, None, [])
    newcomer.stop(signal.SIGKILL)
    newcomer.start()
    newcomer.find("New routine")


def test_every_control_of_the_welcome_has_a_name(newcomer: Desktop) -> None:
    """In each of its steps."""
    newcomer.start()
    wait_for_focus(newcomer, "Begin")
    found = nameless(newcomer)
    for title in (_SIDE, _CONDITIONS, _POSITIONS, _END):
        _go_on(newcomer, title)
        found += nameless(newcomer)
    assert found == []


def test_the_welcome_goes_back_and_to_safety(newcomer: Desktop) -> None:
    """An answer stays where it was given, and F1 tells when to get help before anything else."""
    _begin(newcomer)
    _choose(newcomer, "Left")
    _go_on(newcomer, _CONDITIONS)
    newcomer.keys("shift+Tab", "shift+Tab", "shift+Tab")
    wait_for_focus(newcomer, "Back")
    newcomer.keys("space")
    newcomer.find(_SIDE)
    assert checked(newcomer, "Left")
    newcomer.keys("F1")
    newcomer.find("Safety", "dialog")
    newcomer.keys("Escape")
    newcomer.wait_until(lambda: not newcomer.shows("Safety"), "the welcome again")
    assert newcomer.shows(_SIDE)
