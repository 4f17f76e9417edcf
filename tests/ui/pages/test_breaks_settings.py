from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Settings, StayOn, Strength
from hipstretch.ui.pages.breaks_settings import (
    BackgroundCard,
    HoursCard,
    ReminderCard,
    RoutineChoice,
    WaysCard,
)
from hipstretch.ui.pages.settings_cards.setting_card import Change, SettingCard
from hipstretch.ui.theme import Theme

ROUTINES = (
    RoutineChoice("one-minute-break", "One-minute break", 60),
    RoutineChoice("desk-break", "Desk break", 360),
)


def told_by(card: SettingCard) -> list[Change]:
    """What a card tells from now on."""
    told: list[Change] = []
    card.setting_chosen.connect(told.append)
    return told


@pytest.fixture
def reminder(qtbot: QtBot, theme: Theme) -> ReminderCard:
    """The card of reminders with the usual settings."""
    card = ReminderCard(theme)
    qtbot.addWidget(card)
    card.set_routines(ROUTINES)
    card.show_settings(Settings())
    return card


def test_the_usual_settings_are_shown(reminder: ReminderCard) -> None:
    """Thirty minutes, the window, and one minute of stretching."""
    assert reminder.reminders.isChecked()
    assert (reminder.after.value, reminder.away.value) == (30, 5)
    assert reminder.strength.value is Strength.WINDOW
    assert reminder.routine.value == "one-minute-break"


def test_minutes_go_by_fives(reminder: ReminderCard) -> None:
    """Twenty to sixty, with their unit."""
    told = told_by(reminder)
    reminder.after.stepBy(1)
    reminder.after.stepBy(20)
    reminder.away.stepBy(-1)
    assert told == [
        Change("sit_minutes", 35),
        Change("sit_minutes", 60),
        Change("away_minutes", 4),
    ]
    assert reminder.after.text() == "60 min"


@pytest.mark.parametrize(
    ("strength", "word"),
    [(Strength.TRAY, "icon"), (Strength.NOTIFICATION, "notification"), (Strength.WINDOW, "corner")],
)
def test_every_strength_says_what_it_does(
    reminder: ReminderCard, strength: Strength, word: str
) -> None:
    """In a line under its name."""
    reminder.show_settings(Settings(reminder_strength=strength))
    assert word in reminder.strength_row.line


def test_without_reminders_nothing_else_can_be_set(reminder: ReminderCard) -> None:
    """Until they are switched on again."""
    reminder.show_settings(Settings(reminders=False))
    assert reminder.reminders.isEnabled()
    assert not any(row.isEnabled() for row in reminder.other_rows)
    reminder.show_settings(Settings())
    assert all(row.isEnabled() for row in reminder.other_rows)


def test_a_routine_that_is_gone_leaves_the_choice_as_it_is(reminder: ReminderCard) -> None:
    """Rather than failing."""
    reminder.show_settings(Settings(break_routine="desk-break"))
    reminder.show_settings(Settings(break_routine="deleted-long-ago"))
    assert reminder.routine.value == "desk-break"
    reminder.set_routines(())
    assert reminder.routine.currentText() == "One-minute break"


@pytest.fixture
def hours(qtbot: QtBot, theme: Theme) -> HoursCard:
    """The card of hours."""
    card = HoursCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings())
    card.show()
    return card


def test_the_days_show_where_they_matter(hours: HoursCard) -> None:
    """And write themselves short in narrow windows."""
    assert not hours.editor.isVisible()
    hours.show_settings(Settings(hours_on=True))
    assert hours.editor.isVisible()
    hours.set_narrow(True)
    assert hours.editor.days[0].name.text() == "Mon"


def test_other_hours_are_told(hours: HoursCard) -> None:
    """As the setting takes them."""
    told = told_by(hours)
    hours.show_settings(Settings(hours_on=True))
    hours.editor.days[6].toggle.click()
    (change,) = told
    assert change == Change("hours", (*("09:00-17:30",) * 5, "", "09:00-17:30"))
    assert Settings().with_value(*change).hours[6] == "09:00-17:30"


def test_without_reminders_hours_say_nothing(hours: HoursCard) -> None:
    """They cannot be set."""
    hours.show_settings(Settings(reminders=False))
    assert not hours.switch.isEnabled()


@pytest.fixture
def background(qtbot: QtBot, theme: Theme) -> BackgroundCard:
    """The card of what goes on without the window."""
    card = BackgroundCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings())
    return card


@pytest.mark.parametrize(
    ("stay_on", "word"),
    [(StayOn.WITH_TRAY, "tray"), (StayOn.ALWAYS, "without"), (StayOn.NEVER, "ends")],
)
def test_it_says_what_becomes_of_reminders(
    background: BackgroundCard, stay_on: StayOn, word: str
) -> None:
    """When the window is closed."""
    background.show_settings(Settings(stay_on=stay_on))
    assert background.stay_on.value is stay_on
    assert word in background.stay_on_row.line


def test_the_start_at_login_is_asked_for(background: BackgroundCard) -> None:
    """Shown without telling; it is no setting of the program's own."""
    told: list[bool] = []
    background.autostart_requested.connect(told.append)
    background.set_autostart(True)
    assert told == []
    background.autostart.click()
    assert told == [False]


def test_the_ways_are_told_one_a_line(qtbot: QtBot, theme: Theme) -> None:
    """Without any there is no card."""
    card = WaysCard(theme)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.set_ways(("X11", "logind"))
    assert card.words == "X11\nlogind"
    assert not card.isHidden()
