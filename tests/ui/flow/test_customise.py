from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.concerns import Choice
from hipstretch.core.pain import Feeling
from hipstretch.core.settings import LONGEST_PLAN
from hipstretch.storage.customised import CustomisedRoutines
from hipstretch.ui.dialogs.before_start import BeforeStartDialog
from hipstretch.ui.pages.preview_panel import PreviewPanel
from hipstretch.ui.widgets.toast import Offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipstretch.core.start import Start
    from hipstretch.ui.flow.customise import CustomiseFlow
    from tests.ui.flow.home_room import Room

ROUTINE = "lower-back-and-hip"


@pytest.fixture
def stenosis(make_room: Callable[..., Room]) -> Room:
    """Somebody who is to ask about the cobra."""
    return make_room(conditions=("spinal-stenosis",))


def opened(room: Room) -> tuple[CustomiseFlow, list[Start]]:
    """The flow with a routine in sight, and what it starts."""
    flow = room.customise()
    started: list[Start] = []
    flow.start_requested.connect(started.append)
    flow.open(ROUTINE)
    return flow, started


def click(widget: QWidget) -> None:
    """Press the left button on it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def gentle_line(room: Room) -> str:
    """What the panel says of a flare-up day."""
    panel = room.preview.findChild(PreviewPanel)
    assert isinstance(panel, PreviewPanel)
    return "" if panel._gentle.isHidden() else panel._gentle.text()


def test_a_start_carries_what_was_told_of_the_pain(room: Room) -> None:
    """A digit tells it, wherever the focus is but in a field; the next routine begins untold."""
    flow, started = opened(room)
    QTest.keyClick(room.preview, Qt.Key.Key_4)
    room.preview._start()
    assert started[0].before == Feeling(4)
    flow.open("desk-break")
    assert room.preview.feeling == Feeling()


def test_a_start_from_home_asks_as_well(stenosis: Room) -> None:
    """The question comes before the player."""
    flow = stenosis.customise()
    flow.start(ROUTINE)
    (dialog,) = stenosis.window.findChildren(BeforeStartDialog)
    assert stenosis.started == []
    dialog.dismiss(True)
    assert len(stenosis.started) == 1


def test_a_choice_on_the_preview_is_kept_at_once(stenosis: Room) -> None:
    """The start asks no more, and a change of the routine does not take it back."""
    _, started = opened(stenosis)
    page = stenosis.preview
    (row,) = page._minded.rows
    click(row.segments[0])
    assert list(stenosis.decisions.all().values()) == [Choice.KEEP]
    page._on_exercise_chosen(next(iter(page.draft.routine.exercises)))
    (row,) = page._minded.rows
    assert row.current.choice is Choice.KEEP
    page._start()
    assert "modified-cobra" in [exercise.id for exercise in started[0].routine.exercises]


def test_a_choice_that_cannot_be_kept_is_told(
    stenosis: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """In a word at the foot."""
    opened(stenosis)
    stenosis.break_database()
    click(stenosis.preview._minded.rows[0].segments[0])
    assert stenosis.window.toast.text.startswith("Your choice could not be kept")
    assert "is not known now" in caplog.text


def test_an_exercise_that_is_added_is_marked_too(stenosis: Room) -> None:
    """With the reason that it has."""
    flow, _ = opened(stenosis)
    flow.open("desk-break")
    assert stenosis.preview._minded.rows == ()
    cobra = stenosis.library.exercises.find("modified-cobra")
    assert cobra is not None
    stenosis.preview._on_exercise_chosen(cobra)
    assert len(stenosis.preview._minded.rows) == 1


def test_the_plan_is_switched_on_the_preview(room: Room) -> None:
    """It says what the file plans."""
    flow = room.customise()
    flow.open("core-steadier")
    chip = room.preview._header._plan
    assert chip.toolTip() == "Mon, Wed, Fri, once a day"
    click(chip)
    assert room.plan.has("core-steadier")
    assert chip.label == "In my plan"
    click(chip)
    assert not room.plan.has("core-steadier")
    assert chip.label == "Add to my plan"


def test_a_full_plan_says_so(make_room: Callable[..., Room]) -> None:
    """And the switch goes back."""
    names = tuple(f"r{number}" for number in range(LONGEST_PLAN))
    room = make_room(plan=names)
    opened(room)
    facts = room.home().known_routines[0]
    room.plan.set_known([facts._replace(id=name) for name in names])
    flow = room.customise()
    flow.open(ROUTINE)
    click(room.preview._header._plan)
    assert room.window.toast.text == "The plan is full. Take another routine out of it first."
    assert not room.preview._header._plan.isChecked()


def test_the_panel_tells_of_a_flare_up_day_while_it_is_one(room: Room) -> None:
    """Until midnight."""
    opened(room)
    assert gentle_line(room) == ""
    room.day.set_flare_up(is_on=True)
    assert gentle_line(room) == "Flare-up day: about 6 min, gentler"
    room.clock.awake_seconds += 24 * 3600.0
    room.day.look()
    assert gentle_line(room) == ""


def test_a_routine_of_which_nothing_is_left_is_shown(stenosis: Room) -> None:
    """Where the person wants to decide anew."""
    flow = stenosis.customise()
    flow.open("desk-break")
    stenosis.starting.look_requested.emit(ROUTINE)
    assert stenosis.preview.draft.current.id == ROUTINE


def _remove_own(room: Room, name: str) -> None:
    """Make a routine of the person's own, and remove it on its preview."""
    flow = room.customise()
    flow.open(ROUTINE)
    flow._on_save_as_requested(name)
    room.preview.remove_requested.emit()


def test_a_removed_routine_comes_back_with_one_press(room: Room) -> None:
    """And is shown."""
    _remove_own(room, "Mine")
    assert room.library.find("mine") is None
    assert room.window.toast.text == "“Mine” is removed"
    room.window.toast._action.click()
    assert room.library.find("mine") is not None
    assert room.preview.draft.current.name == "Mine"


def test_the_undo_of_something_else_brings_no_routine_back(room: Room) -> None:
    """The window has one toast for all."""
    undone: list[bool] = []
    _remove_own(room, "Mine")
    offer = Offer("Undo", partial(undone.append, True))
    room.window.toast.show_message("Session deleted", offer=offer)
    room.window.toast._action.click()
    assert undone == [True]
    assert room.library.find("mine") is None


def test_a_routine_that_cannot_come_back_is_said(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the reason."""

    def refuse(_routines: CustomisedRoutines, _saved: object) -> None:
        raise OSError("no room")

    _remove_own(room, "Mine")
    monkeypatch.setattr(CustomisedRoutines, "restore", refuse)
    room.window.toast._action.click()
    assert room.window.toast.text == "no room"
