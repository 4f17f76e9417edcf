from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.history import DayMark
from hipstretch.core.plan import PlanChange
from hipstretch.ui.widgets.concern_question import SettledCard
from hipstretch.ui.widgets.routine_card import RoutineCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.widgets.featured_card import FeaturedContent
    from tests.ui.flow.home_room import Room

DAY = 24 * 3600.0


def click(widget: QWidget) -> None:
    """Press the left button on it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def featured(room: Room) -> FeaturedContent:
    """What the featured card says."""
    return room.home_page._featured._content


def question(room: Room) -> SettledCard | None:
    """The question, where it is in sight."""
    card = room.home_page._question
    return card if card is not None and card.isVisible() else None


def asked(room: Room) -> SettledCard:
    """The question, which is in sight."""
    card = question(room)
    assert card is not None
    return card


def chips(room: Room) -> list[str]:
    """What is planned for today, in words."""
    plan = room.home_page._day.plan
    return [chip.label for chip in plan.chips] if plan is not None and plan.isVisible() else []


def marks(room: Room) -> set[str]:
    """The marks on all cards."""
    cards = room.home_page.findChildren(RoutineCard)
    return {card.content.mark.words for card in cards}


def test_cards_mark_what_the_person_told_of(make_room: Callable[..., Room]) -> None:
    """And not before it was told; after other settings, at the next look."""
    room = make_room()
    home = room.home()
    assert marks(room) == {""}
    told = room.settings.settings.with_value("conditions", ["spinal-stenosis"])
    room.settings.change(told.with_value("avoided", ["kneeling"]))
    home.mark_stale()
    home.show()
    assert marks(room) == {"", "Ask first", "Kneels"}


def test_a_flare_up_day_is_switched_on_home(room: Room) -> None:
    """Cards and the featured card say how long it takes; a word says that no row is lost."""
    room.home()
    usual = featured(room).meta
    click(room.home_page._day.toggle)
    assert room.day.is_flare_up
    assert room.window.toast.text == "Gentler today. Your row of days is kept."
    assert "gentler" in featured(room).meta[0].text
    cards = room.home_page.findChildren(RoutineCard)
    assert all("gentler" in card.content.meta[0][1] for card in cards)
    click(room.home_page._day.toggle)
    assert not room.day.is_flare_up
    assert featured(room).meta == usual


def test_a_day_that_cannot_be_marked_stays_as_it_is(room: Room) -> None:
    """With a word, and the switch goes back."""
    room.home()
    room.break_database()
    click(room.home_page._day.toggle)
    assert room.window.toast.text.startswith("This day could not be marked")
    assert not room.home_page._day.toggle.isChecked()


def test_at_midnight_home_is_of_the_new_day(room: Room) -> None:
    """The date, the switch and the week."""
    room.home()
    click(room.home_page._day.toggle)
    date = room.home_page._header.date
    room.clock.awake_seconds += DAY
    room.day.look()
    assert room.home_page._header.date != date
    assert not room.home_page._day.toggle.isChecked()


def test_another_page_is_left_alone_at_midnight(room: Room) -> None:
    """Home is of its day when it is shown the next time."""
    home = room.home()
    page = room.home_page
    date, other = page._header.date, QWidget()
    room.window.show_page(other, "breaks")
    room.clock.awake_seconds += DAY
    room.day.look()
    assert page._header.date == date
    home.show()
    assert page._header.date != date


def test_a_flare_up_day_breaks_no_row(room: Room) -> None:
    """It neither counts nor is it a gap; the week shows it as rest."""
    room.add_session(days_ago=2)
    room.add_session(days_ago=0)
    yesterday = room.day.today - timedelta(days=1)
    room.marks.set_flare_up(yesterday, True)
    room.home()
    strip = room.home_page._strip
    assert strip is not None
    assert strip.days.words == "2 days in a row"
    assert strip.days._week[:5] == (
        DayMark.NOT_DONE,
        DayMark.NOT_DONE,
        DayMark.DONE,
        DayMark.RESTED,
        DayMark.DONE,
    )


def test_the_plan_of_today_is_shown_with_what_is_left(make_room: Callable[..., Room]) -> None:
    """The featured card offers the first that is left, then what was done last."""
    room = make_room(plan=("evening-wind-down", "core-steadier"))
    room.add_session(days_ago=0, routine="evening-wind-down")
    home = room.home()
    assert chips(room) == ["Evening wind-down 1 of 1", "Core steadier 0 of 1"]
    assert featured(room).eyebrow == "Next in your plan"
    assert featured(room).title == "Core steadier"
    room.add_session(days_ago=0, routine="core-steadier")
    home.show()
    assert chips(room) == ["Evening wind-down 1 of 1", "Core steadier 1 of 1"]
    assert featured(room).eyebrow == "Today’s routine"
    room.clock.awake_seconds += DAY
    room.day.look()
    assert chips(room) == ["Evening wind-down 0 of 1"]


def test_a_planned_routine_opens(make_room: Callable[..., Room], qtbot: QtBot) -> None:
    """As its card does."""
    room = make_room(plan=("core-steadier",))
    home = room.home()
    plan = room.home_page._day.plan
    assert plan is not None
    with qtbot.waitSignal(home.routine_opened, timeout=0) as opened:
        click(plan.chips[0])
    assert opened.args == ["core-steadier"]


def test_without_a_plan_there_is_nothing_of_it(room: Room) -> None:
    """No words."""
    room.home()
    assert chips(room) == []
    assert room.home_page._day.plan is None


def test_the_plans_days_are_kept_after_the_first_paint(
    make_room: Callable[..., Room], qtbot: QtBot
) -> None:
    """Once all routines are known, and not before anything is seen."""
    room = make_room(plan=("core-steadier",))
    qtbot.waitUntil(lambda: room.window._is_painted)
    home = room.home()
    qtbot.waitUntil(lambda: home._is_complete)
    room.window.first_painted.emit()
    assert room.marks.plan_changes() == (PlanChange(room.day.today, frozenset({0, 2, 4})),)


def test_own_routines_of_the_plan_come_when_they_are_read(
    make_room: Callable[..., Room], qtbot: QtBot
) -> None:
    """The bundled ones are there first."""
    room = make_room(plan=("mine",))
    folder = room.folder / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.yaml").write_text("name: Mine\nsteps: [{stretch: childs-pose}]\n", "utf-8")
    room.home()
    qtbot.waitUntil(lambda: chips(room) == ["Mine 0 of 1"])


def test_yesterdays_soreness_is_asked_about_once(room: Room) -> None:
    """A yes is kept, and the card goes."""
    room.add_hurt("childs-pose", days_ago=1)
    home = room.home()
    assert asked(room).words == "Yesterday it hurt. Has it settled?"
    click(asked(room).buttons[0])
    assert question(room) is None
    home.show()
    assert question(room) is None
    assert room.pain_log.asked_days() == {room.day.today - timedelta(days=1)}


def test_an_older_day_is_named(room: Room) -> None:
    """The first of July was a Wednesday."""
    room.add_session(days_ago=2, pain=6)
    room.home()
    assert asked(room).words == "On Wednesday it hurt. Has it settled?"


def test_where_it_has_not_settled_help_is_offered(room: Room, qtbot: QtBot) -> None:
    """When to get help, and a flare-up day."""
    room.add_hurt("childs-pose", days_ago=1)
    home = room.home()
    click(asked(room).buttons[1])
    assert asked(room).words == "Then take it gently today."
    with qtbot.waitSignal(home.safety_requested, timeout=0):
        click(asked(room).buttons[3])
    click(asked(room).buttons[2])
    assert room.day.is_flare_up
    assert question(room) is None


def test_on_a_flare_up_day_none_is_offered(room: Room) -> None:
    """It is one already."""
    room.add_hurt("childs-pose", days_ago=1)
    room.day.set_flare_up(is_on=True)
    room.home()
    click(asked(room).buttons[1])
    assert asked(room).words == "Then go on gently. Today is a flare-up day."
    assert asked(room).buttons[2].isHidden()
    click(asked(room).buttons[4])
    assert question(room) is None


def test_a_question_that_is_put_away_does_not_come_back(room: Room) -> None:
    """For that day."""
    room.add_hurt("childs-pose", days_ago=1)
    home = room.home()
    click(asked(room).buttons[4])
    home.show()
    assert question(room) is None


@pytest.mark.parametrize("width", [1280, 480])
def test_a_history_that_cannot_be_used_leaves_home_whole(
    make_room: Callable[..., Room], width: int
) -> None:
    """With routines, the plan and a word, which is not said again."""
    room = make_room(plan=("core-steadier",))
    room.window.resize(width, 800)
    room.break_database()
    home = room.home()
    assert chips(room) == ["Core steadier 0 of 1"]
    assert featured(room).title == "Core steadier"
    assert room.window.toast.text.startswith("The history cannot be opened now")
    room.window.toast.show_message("Something else", icon="info")
    home.show()
    assert room.window.toast.text == "Something else"
