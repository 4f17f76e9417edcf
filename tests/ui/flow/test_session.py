from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.dose import Count, Dose, Duration
from hipstretch.core.history import DayMark
from hipstretch.core.history_sums import HistoryFilter
from hipstretch.core.notes import Notes
from hipstretch.core.pain import Feeling, Hurt, PainPlace, Remedy
from hipstretch.core.person import Side
from hipstretch.core.routine import Routine, Step, Timing
from hipstretch.core.session import Event, Status
from hipstretch.core.start import Start
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.ui.widgets.label import Label
from tests.ui.flow.playing_room import PlayingRoom

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.core.history_sums import SessionDetail
    from hipstretch.ui.theme import Theme

Key = Qt.Key
READY = 10.0


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, tmp_path: Path) -> PlayingRoom:
    """A room of somebody who has told nothing, in an active window."""
    return PlayingRoom(theme, tmp_path / "own", reduced_motion=True).open(qtbot)


def routine(room: PlayingRoom, ready: float = READY) -> Routine:
    """Two holds of 10 s after each other, each got ready for."""
    exercise = room.library.exercises.find("childs-pose")
    assert exercise is not None
    step = Step(exercise, Dose(hold=Duration(10.0), reps=Count(1)))
    return Routine(
        id="mine", name="Mine", steps=(step, step), timing=Timing(get_ready=Duration(ready))
    )


def saved(room: PlayingRoom) -> SessionDetail:
    """The newest session of the history."""
    reader = HistoryReader(room.database)
    (row, *_) = reader.sessions(HistoryFilter(), 1)
    found = reader.detail(row.id)
    assert found is not None
    return found


def test_a_digit_in_the_first_get_ready_tells_the_pain_before(room: PlayingRoom) -> None:
    """It is in the session's file at once, and in the history at the end."""
    room.flow.begin(Start(routine(room)))
    assert "Pain now?" in room.player.stage.notice.text()
    room.pass_time(3.0)
    room.press(Key.Key_1)
    room.press(Key.Key_0)
    assert room.left_unfinished().notes.before == Feeling(10)
    room.press(Key.Key_6)
    room.pass_time(8.0)
    room.press(Key.Key_3)
    assert room.runner.notes.before == Feeling(6)
    room.pass_time(60.0)
    assert room.finish.body.pain.before.accessibleName() == "Before: 6"
    assert saved(room).row.before == Feeling(6)


def test_what_was_told_before_is_not_asked(room: PlayingRoom) -> None:
    """And a session without a get-ready has no time for it."""
    room.flow.begin(Start(routine(room), Feeling(3, PainPlace.BACK)))
    assert room.player.stage.notice.text() == ""
    room.press(Key.Key_7)
    assert room.runner.notes.before == Feeling(3, PainPlace.BACK)
    room.flow.begin(Start(routine(room, 0.0)))
    assert room.player.stage.notice.text() == ""
    room.press(Key.Key_7)
    assert room.runner.notes.before == Feeling()


def test_going_on_after_a_crash_knows_what_was_told(room: PlayingRoom) -> None:
    """The flare-up day, too; in the first get-ready it is asked again where it was not."""
    before = Feeling(4, PainPlace.THIGH)
    room.flow.begin(Start(routine(room), before, is_gentle=True))
    room.pass_time(25.0)
    kept = room.left_unfinished()
    room.flow.begin(Start(routine(room)))
    room.flow.go_on(kept)
    assert room.runner.notes == Notes(before, is_gentle=True)
    assert room.player.header.accessibleDescription() == "Flare-up day"
    room.pass_time(60.0)
    row = saved(room).row
    assert (row.before, row.is_gentle, row.seconds) == (before, True, 40.0)
    room.flow.begin(Start(routine(room)))
    assert room.player.header.accessibleDescription() == ""
    room.pass_time(2.0)
    kept = room.left_unfinished()
    room.flow.go_on(kept)
    room.press(Key.Key_8)
    assert room.runner.notes.before == Feeling(8)


def test_the_record_names_exercises_and_hurts(room: PlayingRoom) -> None:
    """By their ids."""
    room.flow.begin(Start(routine(room)))
    room.pass_time(15.0)
    room.press(Key.Key_H)
    room.press(Key.Key_2)
    room.press(Key.Key_G)
    room.pass_time(60.0)
    found = saved(room)
    assert {rep.exercise for rep in found.reps} == {"childs-pose"}
    assert [(hurt.exercise, hurt.pain) for hurt in found.hurts] == [("childs-pose", 2)]
    assert not (room.folder / "running.json").exists()


def test_flare_up_days_break_no_row(room: PlayingRoom) -> None:
    """And stand among the dots of the week as days of rest."""
    today = room.clock.now().date()
    room.marks.set_flare_up(today - timedelta(days=1), on=True)
    for days in (2, 0):
        room.clock.slept_seconds = -86400.0 * days
        room.flow.begin(Start(routine(room)))
        room.pass_time(60.0)
    week = room.finish.body.days.dots._week
    assert week[today.weekday() - 1] is DayMark.RESTED
    assert "2 days in a row" in [label.text() for label in room.finish.findChildren(Label)]


def finished(room: PlayingRoom) -> None:
    """Play to the finish page."""
    room.flow.begin(Start(routine(room), Feeling(5)))
    room.pass_time(60.0)
    assert room.finish.isVisible()


def test_pain_and_place_after_are_added(room: PlayingRoom) -> None:
    """The next session marks the place."""
    finished(room)
    room.press(Key.Key_3)
    room.finish.body.pain.places.chips[2].click()
    QTest.keyClicks(room.finish.body.note.field, "Looser.")
    QTest.keyClick(room.finish, Key.Key_Escape)
    row = saved(room).row
    assert (row.after, row.note) == (Feeling(3, PainPlace.THIGH), "Looser.")
    assert room.told == ["left"]
    finished(room)
    assert room.finish.body.pain.places.chips[2].accessibleDescription() == "As the last time"


@pytest.mark.parametrize("way", ["again", "ice"])
def test_going_elsewhere_keeps_what_was_said(room: PlayingRoom, way: str) -> None:
    """To the same routine once more, or to the ice."""
    finished(room)
    room.press(Key.Key_4)
    button = room.finish.again if way == "again" else room.finish.body.footer.ice
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert saved(room).row.after == Feeling(4)
    if way == "ice":
        assert room.told == ["ice"]
        return
    assert room.runner.routine == routine(room)
    assert room.runner.notes == Notes()


def test_nothing_said_is_nothing_added(room: PlayingRoom) -> None:
    """Skip is quick."""
    finished(room)
    QTest.mouseClick(room.finish.body.footer.skip, Qt.MouseButton.LeftButton)
    assert saved(room).row.after == Feeling()
    assert room.told == ["left"]


def test_safety_is_reached_from_player_and_finish_page(room: PlayingRoom) -> None:
    """The session is paused, or over; nothing else changes."""
    room.flow.begin(Start(routine(room)))
    room.pass_time(15.0)
    room.press(Key.Key_F1)
    session = room.runner.session
    assert session is not None
    assert session.status is Status.PAUSED
    room.runner.send(Event.RESUME)
    room.pass_time(60.0)
    room.press(Key.Key_9)
    room.finish.body.safety.button.click()
    assert room.told == ["safety", "safety"]
    assert room.finish.isVisible()


def test_a_session_without_a_hold_is_not_kept(room: PlayingRoom) -> None:
    """Back to Home, and nothing to go on with."""
    room.flow.begin(Start(routine(room)))
    room.runner.send(Event.STOP)
    assert room.told == ["left"]
    assert room.history.days() == frozenset()
    assert not (room.folder / "running.json").exists()


def test_a_history_that_cannot_be_used_is_said_at_the_end(room: PlayingRoom) -> None:
    """The page says why it asks nothing; the session was played all the same."""
    room.flow.begin(Start(routine(room)))
    room.pass_time(25.0)
    room.spoil_history()
    room.pass_time(40.0)
    assert room.finish.body.footer.save.label == "Close"
    QTest.mouseClick(room.finish.body.footer.save, Qt.MouseButton.LeftButton)
    assert "The session is not in the history" in room.window.toast.text


def test_a_note_that_cannot_be_kept_is_said(room: PlayingRoom) -> None:
    """What was saved before stays as it was."""
    finished(room)
    room.spoil_history()
    room.press(Key.Key_3)
    QTest.keyClick(room.finish, Key.Key_Escape)
    assert "Your note is not in the history" in room.window.toast.text


def test_a_place_that_cannot_be_kept_is_said_at_the_end(room: PlayingRoom) -> None:
    """A folder in the place of the file."""
    (room.folder / "running.json").mkdir(parents=True)
    room.flow.begin(Start(routine(room)))
    room.pass_time(5.0)
    room.flow.leave()
    assert "could not be kept on disk" in room.window.toast.text


def test_leaving_full_screen_comes_with_leaving(room: PlayingRoom) -> None:
    """Home has its rail again."""
    room.flow.begin(Start(routine(room)))
    room.press(Key.Key_F)
    assert room.window.isFullScreen()
    room.flow.leave()
    assert not room.window.isFullScreen()


def test_what_hurt_long_ago_is_nothing_of_this_session(room: PlayingRoom) -> None:
    """Only what its own notes name."""
    hurt = Hurt("x", "X", Side.BOTH, room.clock.now(), 7, True, Remedy.STOP)
    room.pain_log.add(hurt)
    finished(room)
    assert not room.finish.body.safety.isVisible()
