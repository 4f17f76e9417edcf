from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.concerns import Choice
from hipstretch.ui.flow.minding import Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.flow.home_room import Room

ROUTINE = "lower-back-and-hip"


def ids(room: Room, week: Week) -> list[str]:
    """The exercises to think about."""
    found = room.minding.concerns_of(room.routine(ROUTINE), week)
    return [concern.exercise.id for concern in found]


def test_nothing_is_to_be_minded_by_somebody_who_told_nothing(room: Room) -> None:
    """Not before the questions were asked either."""
    assert room.settings.settings.conditions is None
    assert ids(room, room.minding.week()) == []


def test_conditions_positions_and_hurts_count(make_room: Callable[..., Room]) -> None:
    """Each exercise once, in the order of the routine."""
    room = make_room(conditions=("spinal-stenosis",), avoided=("kneeling",))
    for days_ago in (1, 2):
        room.add_hurt("knee-to-chest", days_ago=days_ago)
    room.add_hurt("piriformis-stretch", days_ago=1)
    assert ids(room, room.minding.week()) == [
        "hip-flexor-stretch",
        "childs-pose",
        "modified-cobra",
        "knee-to-chest",
    ]


def test_what_was_decided_is_known(make_room: Callable[..., Room]) -> None:
    """Until another reason comes."""
    room = make_room(conditions=("spinal-stenosis",))
    routine = room.routine(ROUTINE)
    (cobra,) = room.minding.concerns_of(routine, room.minding.week())
    room.minding.keep(cobra, Choice.KEEP)
    (kept,) = room.minding.concerns_of(routine, room.minding.week())
    assert kept.choice is Choice.KEEP
    for days_ago in (0, 1):
        room.add_hurt("modified-cobra", days_ago=days_ago)
    (anew,) = room.minding.concerns_of(routine, room.minding.week())
    assert anew.choice is None


def test_without_a_history_the_settings_count(
    make_room: Callable[..., Room], caplog: pytest.LogCaptureFixture
) -> None:
    """The log says what is missing."""
    room = make_room(conditions=("spinal-stenosis",))
    room.break_database()
    assert ids(room, room.minding.week()) == ["modified-cobra"]
    assert "is not known now" in caplog.text
