"""The main job in a real window, done from outside as a person does it."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.system.steps import LONG, SHORT, nameless, put, rows

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system


def _sessions(desktop: Desktop) -> list[tuple[object, ...]]:
    """The sessions in the history: routine, whether complete, pain and note."""
    return rows(desktop, "SELECT routine_name, is_complete, pain_after, note FROM session")


def _screenshot(desktop: Desktop, name: str) -> None:
    """Keep a picture where HIPSTRETCH_PICTURES names a folder."""
    folder = os.environ.get("HIPSTRETCH_PICTURES")
    if folder:
        desktop.shot(Path(folder) / f"{name}.png")


def test_the_whole_way_with_the_mouse(desktop: Desktop) -> None:
    """Pick a routine, change a hold, be guided to the end, say how it was, be back on Home."""
    path = put(desktop, "short.yaml", SHORT)
    desktop.start()
    desktop.click("Short one", "push button")
    desktop.find("Total time")
    desktop.click("Start", "push button")
    desktop.find("Pause")
    _screenshot(desktop, "player")
    desktop.find("Nicely done")
    desktop.click("3", "radio button")
    desktop.click("Save and close")
    desktop.find("New routine")
    assert _sessions(desktop) == [("Short one", 1, 3, "")]
    assert not desktop.running()
    assert path.read_text(encoding="utf-8") == SHORT


def test_the_whole_way_with_the_keyboard_alone(desktop: Desktop) -> None:
    """Tab, Enter, arrows and Space reach everything that the mouse does."""
    path = put(desktop, "short.yaml", SHORT)
    desktop.start()
    desktop.find("New routine")
    desktop.tab_to("Short one")
    desktop.keys("Return")
    desktop.find("Total time")
    desktop.tab_to("Knee to chest: hold")
    desktop.keys("Up")
    desktop.wait_until(lambda: "hold: 5 s" in path.read_text(encoding="utf-8"), "the saved hold")
    desktop.tab_to("Start")
    desktop.keys("Return")
    desktop.find("Pause")
    desktop.keys("space")
    desktop.find("Resume")
    desktop.keys("space", "Up", "Right")
    desktop.wait_until(lambda: desktop.running().get("phase") == 2, "the change of sides")
    desktop.keys("shift+Right")
    desktop.wait_until(lambda: desktop.running().get("phase") == 4, "the next stretch")
    desktop.find("Nicely done")
    desktop.keys("3", "ctrl+Return")
    desktop.find("New routine")
    assert _sessions(desktop) == [("Short one", 1, 3, "")]


def test_a_kill_in_the_middle_of_a_hold_loses_nothing(desktop: Desktop) -> None:
    """After a crash Home offers to go on, and the session goes on at the same hold."""
    put(desktop, "long.yaml", LONG)
    desktop.start()
    desktop.click("Long one", "push button")
    desktop.click("Start", "push button")
    desktop.wait_until(lambda: desktop.running().get("phase") == 1, "the first hold")
    desktop.wait_until(lambda: float(str(desktop.running()["offset"])) > 1, "a second of it")
    before = desktop.running()
    desktop.stop(signal.SIGKILL)
    desktop.start()
    desktop.click("Go on", "push button")
    desktop.find("Pause")
    after = desktop.running()
    assert after["phase"] == before["phase"] == 1
    assert float(str(after["offset"])) >= float(str(before["offset"])) - 1


def test_closing_the_window_asks_nothing_and_loses_nothing(desktop: Desktop) -> None:
    """The window closes at once in the middle of a hold; the next start offers to go on."""
    put(desktop, "long.yaml", LONG)
    program = desktop.start()
    desktop.click("Long one", "push button")
    desktop.click("Start", "push button")
    desktop.wait_until(lambda: desktop.running().get("phase") == 1, "the first hold")
    desktop.keys("alt+F4")
    assert program.wait(timeout=10) == 0
    desktop.program = None
    desktop.start()
    desktop.find("Go on")


def test_thousands_of_files_and_broken_ones_do_not_keep_it_from_starting(
    desktop: Desktop,
) -> None:
    """The window is there, a broken file is a card with its message, and the search finds."""
    for number in range(3000):
        put(desktop, f"r{number:04}.yaml", SHORT.replace("Short one", f"Routine {number:04}"))
    put(desktop, "broken.yaml", "name: Broken\nsteps:\n  - strech: childs-pose\n")
    desktop.start()
    desktop.find("broken.yaml")
    desktop.keys("ctrl+f")
    desktop.write("2999")
    desktop.find("Routine 2999")


def test_every_control_has_a_name(desktop: Desktop) -> None:
    """A screen reader finds a name on everything that can have the focus, page by page."""
    put(desktop, "long.yaml", LONG)
    desktop.start()
    desktop.find("New routine")
    found = nameless(desktop)
    desktop.click("Settings")
    desktop.find("Appearance")
    found += nameless(desktop)
    desktop.click("Today")
    desktop.click("Long one", "push button")
    desktop.find("Total time")
    found += nameless(desktop)
    desktop.click("Start", "push button")
    desktop.find("Pause")
    found += nameless(desktop)
    assert found == []
