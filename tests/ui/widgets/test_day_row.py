from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.plan import PlanItem, Planned
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.day_row import DayRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

OPEN = PlanItem(Planned("core", "Core steadier", 1, frozenset({0, 2, 4})), 0)
DONE = PlanItem(Planned("evening", "Evening wind-down"), 1)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> DayRow:
    """The row at the width of Home."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    row = DayRow(theme)
    qtbot.addWidget(row)
    row.resize(1000, 46)
    row.show()
    return row


def test_the_switch_tells_what_is_wished(row: DayRow) -> None:
    """And is not moved by what is shown."""
    told: list[bool] = []
    row.flare_up_switched.connect(told.append)
    QTest.mouseClick(row.toggle, Qt.MouseButton.LeftButton)
    row.set_flare_up(False)
    assert told == [True]
    assert not row.toggle.isChecked()


def test_the_switch_says_what_it_means(row: DayRow) -> None:
    """To the eye and to the ear."""
    assert row.toggle.accessibleName() == "Flare-up day"
    assert row.toggle.toolTip() == "Gentler today. Your row of days is kept."


def test_the_plan_is_there_with_a_plan_only(row: DayRow) -> None:
    """It goes again."""
    assert row.plan is None
    row.set_plan([OPEN, DONE])
    assert row.plan is not None
    assert row.plan.isVisible()
    row.set_plan([])
    assert row.plan.isHidden()


def test_each_planned_routine_is_a_button(row: DayRow, qtbot: QtBot) -> None:
    """With what is left, and when it is planned."""
    row.set_plan([OPEN, DONE])
    assert row.plan is not None
    core, evening = row.plan.chips
    assert core.label == "Core steadier 0 of 1"
    assert core.toolTip() == "Mon, Wed, Fri, once a day"
    with qtbot.waitSignal(row.routine_opened, timeout=0) as opened:
        QTest.mouseClick(evening, Qt.MouseButton.LeftButton)
    assert opened.args == ["evening"]


def test_what_is_done_looks_done(row: DayRow) -> None:
    """By a check and not by the colour alone."""
    row.set_plan([OPEN, OPEN._replace(done=1)])
    assert row.plan is not None
    left, done = row.plan.chips
    assert done._icon == "check"
    assert left._icon is None


def test_the_same_plan_keeps_its_buttons(row: DayRow) -> None:
    """So that the focus stays."""
    row.set_plan([OPEN])
    assert row.plan is not None
    before = row.plan.chips
    row.set_plan([OPEN])
    assert row.plan.chips == before
    row.set_plan([OPEN._replace(done=1)])
    assert row.plan.chips != before


def test_in_a_narrow_window_the_switch_stands_below(row: DayRow) -> None:
    """Beside the plan where there is room."""
    row.set_plan([OPEN, DONE])
    assert row.plan is not None
    row.set_narrow(True)
    row.resize(440, row.sizeHint().height())
    row._row.activate()
    assert row.toggle.y() >= row.plan.geometry().bottom()
    row.set_narrow(False)
    row.resize(1000, row.sizeHint().height())
    row._row.activate()
    assert row.toggle.y() < row.plan.geometry().bottom()


def test_tab_comes_to_the_plan_first(row: DayRow) -> None:
    """Then to the switch."""
    assert row.stops == (row.toggle,)
    row.set_plan([OPEN, DONE])
    assert row.plan is not None
    assert row.stops == (*row.plan.chips, row.toggle)
