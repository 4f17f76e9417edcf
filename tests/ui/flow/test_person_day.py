from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hipstretch.ui.flow.person_day import LONGEST_WAIT, until_midnight

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.flow.home_room import Room

HOUR = 3600.0


def test_a_flare_up_day_is_of_one_day(room: Room) -> None:
    """After midnight it is off by itself."""
    room.day.set_flare_up(is_on=True)
    assert room.day.is_flare_up
    room.clock.awake_seconds += 24 * HOUR
    assert not room.day.is_flare_up


def test_a_flare_up_day_can_be_taken_back(room: Room, qtbot: QtBot) -> None:
    """And both are told."""
    for is_on in (True, False):
        with qtbot.waitSignal(room.day.flare_up_changed, timeout=0):
            room.day.set_flare_up(is_on=is_on)
        assert room.day.is_flare_up is is_on


def test_the_history_is_asked_once_between_two_looks(room: Room) -> None:
    """What was written meanwhile is seen with the next look."""
    assert not room.day.is_flare_up
    room.marks.set_flare_up(room.day.today, True)
    assert not room.day.is_flare_up
    room.day.look()
    assert room.day.is_flare_up


def test_a_new_day_is_told_once(room: Room) -> None:
    """When one looks after midnight, and not before."""
    told: list[None] = []
    room.day.day_changed.connect(lambda: told.append(None))
    room.day.look()
    assert told == []
    room.clock.awake_seconds += 16 * HOUR
    room.day.look()
    room.day.look()
    assert told == [None]


def test_it_waits_for_midnight_and_looks_at_the_clock_before(room: Room) -> None:
    """From 8:00 not until midnight at once; shortly before midnight just so long."""
    room.day.look()
    assert room.day._timer.interval() == LONGEST_WAIT.total_seconds() * 1000 + 1
    room.clock.awake_seconds += 16 * HOUR - 20
    room.day._timer.timeout.emit()
    assert room.day._timer.interval() == 20_001


def test_midnight_is_told_by_the_timer(room: Room, qtbot: QtBot) -> None:
    """While the program stays open, and it waits for the next one."""
    room.day.look()
    room.clock.awake_seconds += 16 * HOUR
    with qtbot.waitSignal(room.day.day_changed, timeout=0):
        room.day._timer.timeout.emit()
    assert room.day._timer.isActive()


def test_midnight_is_that_of_the_wall() -> None:
    """By the clock that the person looks at, also on the day when it is set back."""
    evening = datetime(2026, 7, 3, 23, 59, 30, tzinfo=UTC)
    assert until_midnight(evening) == timedelta(seconds=30)
    long_day = datetime(2026, 10, 25, 1, 0, tzinfo=ZoneInfo("Europe/London"))
    assert until_midnight(long_day) == timedelta(hours=23)


def test_what_was_read_with_all_else_is_not_read_again(room: Room) -> None:
    """It holds until the next look, and for this day only."""
    room.day.look()
    room.day.take_over(is_flare_up=True)
    assert room.day.is_flare_up
    room.day.look()
    assert not room.day.is_flare_up
    room.day.take_over(is_flare_up=True)
    room.clock.awake_seconds += 24 * HOUR
    assert not room.day.is_flare_up


def test_without_a_history_it_is_an_ordinary_day(room: Room) -> None:
    """What cannot be kept is told."""
    room.break_database()
    told: list[str] = []
    room.day.trouble_told.connect(told.append)
    room.day.set_flare_up(is_on=True)
    room.day.answer(room.day.today, settled=True)
    assert not room.day.is_flare_up
    assert [text.split(":")[0] for text in told] == [
        "This day could not be marked",
        "Your answer could not be kept",
    ]
