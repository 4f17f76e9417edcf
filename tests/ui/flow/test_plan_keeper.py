from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.catalogue import Facts
from hipstretch.core.person import Person
from hipstretch.core.plan import PlanChange
from hipstretch.core.settings import LONGEST_PLAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.flow.home_room import Room

FRIDAY_PLAN = frozenset({0, 2, 4})


def facts(room: Room, routine_id: str) -> Facts:
    """The facts of a bundled routine."""
    return Facts.of(room.routine(routine_id), Person(), is_own=False)


def test_a_routine_is_planned_and_taken_out(room: Room, qtbot: QtBot) -> None:
    """The settings have it, and the days of rest are kept from today on."""
    steadier = facts(room, "core-steadier")
    with qtbot.waitSignal(room.plan.changed, timeout=0):
        assert room.plan.put(steadier, is_in=True)
    assert room.plan.has("core-steadier")
    assert room.settings.settings.plan == ("core-steadier",)
    assert room.marks.plan_changes() == (PlanChange(room.day.today, FRIDAY_PLAN),)
    room.plan.put(steadier, is_in=False)
    assert room.plan.is_empty
    assert room.marks.plan_changes() == (PlanChange(room.day.today, frozenset()),)


def test_what_is_left_today(room: Room) -> None:
    """The third of July is a Friday."""
    for routine_id in ("core-steadier", "evening-wind-down"):
        room.plan.put(facts(room, routine_id), is_in=True)
    left = {item.planned.routine_id: item.left for item in room.plan.today({"core-steadier": 1})}
    assert left == {"core-steadier": 0, "evening-wind-down": 1}
    room.clock.awake_seconds += 24 * 3600.0
    assert [item.planned.routine_id for item in room.plan.today({})] == ["evening-wind-down"]


def test_a_routine_that_is_gone_is_not_planned(make_room: Callable[..., Room]) -> None:
    """But stays in the settings, where it may come back."""
    room = make_room(plan=("gone", "core-steadier"))
    room.plan.set_known([facts(room, "core-steadier")])
    assert [item.planned.routine_id for item in room.plan.today({})] == ["core-steadier"]
    assert room.plan.has("gone")


def test_a_full_plan_takes_nothing_more(make_room: Callable[..., Room]) -> None:
    """Unless routines in it are gone."""
    names = tuple(f"r{number}" for number in range(LONGEST_PLAN))
    room = make_room(plan=names)
    steadier = facts(room, "core-steadier")
    room.plan.set_known([steadier._replace(id=name) for name in names])
    assert not room.plan.put(steadier, is_in=True)
    assert room.settings.settings.plan == names
    room.plan.set_known([steadier._replace(id=name) for name in names[1:]])
    assert room.plan.put(steadier, is_in=True)
    assert room.settings.settings.plan == (*names[1:], "core-steadier")


def test_a_history_that_cannot_be_used_keeps_the_plan(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """The settings have it; the log says what is missing."""
    room.break_database()
    assert room.plan.put(facts(room, "core-steadier"), is_in=True)
    assert room.plan.has("core-steadier")
    assert "days of rest cannot be kept" in caplog.text


def test_without_a_plan_no_history_is_begun(room: Room) -> None:
    """Nothing was told, so nothing is written."""
    room.plan.note()
    assert not room.database.is_there
