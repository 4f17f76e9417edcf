"""Somebody with a hip replacement at a real window: asked before the start, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.system.steps import LONG, checked, put, rows, start_routine

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_QUESTION = "Before you start"


@pytest.fixture
def careful(desktop: Desktop) -> Desktop:
    """The desktop of somebody with a hip replacement and a routine of two stretches."""
    desktop.settle(conditions=["hip-replacement"], voice="off")
    put(desktop, "long.yaml", LONG)
    desktop.start()
    return desktop


def _decisions(desktop: Desktop) -> dict[str, str]:
    """What was decided of each exercise."""
    return dict(rows(desktop, "SELECT exercise, choice FROM decision"))


def test_what_is_decided_before_the_start_is_played_and_not_asked_again(careful: Desktop) -> None:
    """By keys: the first was asked about and stays, the second is left out; the file is as was."""
    path = careful.home / "routines" / "long.yaml"
    start_routine(careful, "Long one")
    careful.find(_QUESTION, "dialog")
    assert not careful.running()
    careful.tab_to("Leave out")
    careful.keys("Left")
    careful.wait_until(lambda: checked(careful, "I have asked"), "the choice")
    careful.keys("Return")
    careful.find("Pause", "push button")
    assert careful.running()["exercises"] == ["knee-to-chest"]
    assert _decisions(careful) == {"knee-to-chest": "keep", "childs-pose": "leave-out"}
    assert path.read_text(encoding="utf-8") == LONG

    careful.stop()
    (careful.home / "running.json").unlink()
    careful.start()
    start_routine(careful, "Long one")
    careful.find("Pause", "push button")
    assert careful.running()["exercises"] == ["knee-to-chest"]


def test_going_back_from_the_question_decides_nothing(careful: Desktop) -> None:
    """Escape shows the routine again; the next start asks anew, and Enter takes the careful way."""
    start_routine(careful, "Long one")
    careful.find(_QUESTION, "dialog")
    careful.keys("Escape")
    careful.wait_until(lambda: not careful.shows(_QUESTION), "the routine again")
    assert _decisions(careful) == {}
    assert not careful.running()

    careful.tab_to("Start")
    careful.keys("Return")
    careful.find(_QUESTION, "dialog")
    careful.keys("Return")
    careful.find("Nothing is left of this routine")
    assert _decisions(careful) == {"knee-to-chest": "leave-out", "childs-pose": "leave-out"}
    assert not careful.running()
