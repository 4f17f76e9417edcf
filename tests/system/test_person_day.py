"""Flare-up days, the plan and the way to Safety, in a real window wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.system.steps import (
    BRIEF,
    LONG,
    notes,
    open_routine,
    put,
    rows,
    settings,
    start_routine,
    wait_for_focus,
    wait_for_phase,
)

if TYPE_CHECKING:
    from tests.system.conftest import Desktop, Node

pytestmark = pytest.mark.system

NARROW = (480, 800)
MARKS = {
    "Today": "New routine",
    "Breaks": "Remind me to get up",
    "Ice & heat": "Start ice",
    "History": "Your history begins with one stretch",
    "Settings": "Appearance",
}
"""The pages of the rail, and what is on each alone."""
SIGN = "Sciatica down both legs"
"""The first of the signs that need help now."""


def test_a_flare_up_day_is_one_switch(desktop: Desktop) -> None:
    """By the keyboard: kept, told on the cards, played more gently, and off again by the same."""
    desktop.settle(conditions=[], voice="off")
    put(desktop, "long.yaml", LONG)
    desktop.start()
    desktop.find("New routine")
    desktop.tab_to("Flare-up day")
    desktop.keys("space")
    desktop.find("Long one, Floor, about 2 min, gentler")
    assert len(rows(desktop, "SELECT day FROM flare_up")) == 1
    start_routine(desktop, "Long one")
    desktop.find("Pause", "push button")
    desktop.keys("Right")
    wait_for_phase(desktop, 1)
    assert notes(desktop)["is_gentle"] is True
    desktop.find("30", "filler")
    desktop.keys("Escape")
    desktop.find("New routine")
    desktop.tab_to("Flare-up day")
    desktop.keys("space")
    desktop.wait_until(lambda: not rows(desktop, "SELECT day FROM flare_up"), "the usual day")
    desktop.find("Long one, Floor, 4 min")


def test_what_is_planned_stands_on_home_until_it_is_done(desktop: Desktop) -> None:
    """Planned by a key on the routine's page; its chip opens it, and counts what was done."""
    desktop.settle(conditions=[], voice="off")
    put(desktop, "brief.yaml", BRIEF)
    desktop.start()
    open_routine(desktop, "Brief one")
    desktop.tab_to("In my plan")
    desktop.keys("space")
    desktop.wait_until(lambda: settings(desktop)["plan"] == ["brief"], "the plan")
    desktop.keys("Escape")
    desktop.find("New routine")
    desktop.click("Brief one 0 of 1", "push button")
    desktop.find("Total time")
    desktop.click("Start", "push button")
    desktop.find("Nicely done")
    desktop.keys("ctrl+Return")
    desktop.find("Brief one 1 of 1")


@pytest.mark.parametrize("size", [None, NARROW], ids=["usual", "narrow"])
def test_safety_is_one_click_from_every_page(
    desktop: Desktop, size: tuple[int, int] | None
) -> None:
    """From the pages of the rail, a routine's own page, and the player."""
    desktop.settle(conditions=[], voice="off")
    desktop.start()
    if size is not None:
        desktop.resize(*size)
    window = desktop.find("HipStretch")
    for page, mark in MARKS.items():
        desktop.click(page, "radio button")
        desktop.find(mark)
        _ask_for_safety(desktop, window)
    desktop.click("Today", "radio button")
    desktop.click("At-home sciatica exercises, ", "push button")
    desktop.find("Total time")
    _ask_for_safety(desktop, window)
    desktop.click("Today", "radio button")
    desktop.click("Start", "push button")
    desktop.find("Pause", "push button")
    desktop.click("Safety", "push button")
    desktop.find(SIGN)
    desktop.keys("Escape")
    wait_for_focus(desktop, "Player")


def _ask_for_safety(desktop: Desktop, window: Node) -> None:
    """Click on Safety, and look whether the signs are in sight."""
    desktop.click("Safety", "radio button")
    sign = desktop.find(SIGN)
    assert window.x <= sign.x < window.x + window.width
    assert window.y <= sign.y < window.y + window.height
