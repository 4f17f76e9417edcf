from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidgetAction
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks_view import BreaksView, Pause
from hipstretch.ui.theme import Theme
from hipstretch.ui.tray_menu import TrayMenu
from hipstretch.ui.widgets.sitting_head import SittingHead
from hipstretch.ui.widgets.timer_bar import TimerBar
from tests.core.therapy_moments import heat, ice, missed, shown, therapy
from tests.ui.break_views import OFF, ON_FEET, PAUSED, view

USUAL = ["One-minute stretch", "I’m up", "Pause breaks", "Open HipStretch", "Settings", "Quit"]


def make(theme: Theme, shown: BreaksView, *, is_plain: bool = False) -> TrayMenu:
    """A menu that shows a view."""
    menu = TrayMenu(theme, theme, is_plain=is_plain)
    menu.show_view(shown)
    return menu


def offered(menu: TrayMenu) -> list[str]:
    """The entries that can be chosen."""
    return [
        action.text()
        for action in menu.menu.actions()
        if action.isVisible() and action.isEnabled() and not action.isSeparator()
    ]


def entry(menu: TrayMenu, text: str) -> QAction:
    """The entry of that text."""
    return next(action for action in menu.menu.actions() if action.text() == text)


def test_the_head_is_the_ring_with_its_words(theme: Theme) -> None:
    """It cannot be chosen."""
    head = make(theme, view()).menu.actions()[0]
    assert isinstance(head, QWidgetAction)
    ring = head.defaultWidget()
    assert isinstance(ring, SittingHead)
    assert ring.accessibleName() == "Sitting 18 min. Next break in 12 min"
    assert not head.isEnabled()


def test_a_desktop_that_draws_menus_gets_two_lines_of_text(theme: Theme) -> None:
    """And nothing that it could not draw."""
    actions = make(theme, view(), is_plain=True).menu.actions()
    assert [action.text() for action in actions[:2]] == ["Sitting 18 min", "Next break in 12 min"]
    assert not any(action.isEnabled() for action in actions[:2])
    assert not any(isinstance(action, QWidgetAction) for action in actions)


def bars(menu: TrayMenu) -> list[str]:
    """What the bars under the ring say."""
    widgets = [
        action.defaultWidget()
        for action in menu.menu.actions()
        if isinstance(action, QWidgetAction) and action.isVisible()
    ]
    return [widget.accessibleName() for widget in widgets if isinstance(widget, TimerBar)]


def test_ice_and_heat_stand_under_the_ring(theme: Theme) -> None:
    """Only while there is something to tell; none of it can be chosen."""
    menu = make(theme, view())
    assert bars(menu) == []
    menu.show_therapy(shown(therapy(ice(439), heat(1900))))
    assert bars(menu) == ["Ice, 12:41 left", "Heat is over: take it off"]
    assert offered(menu) == USUAL
    menu.show_therapy(shown(missed(740)))
    assert bars(menu) == ["Ice ended 12 min ago"]
    menu.show_therapy(shown(therapy()))
    assert bars(menu) == []


def test_a_desktop_that_draws_menus_gets_whole_minutes(theme: Theme) -> None:
    """It changes only when these do: each change goes over the bus."""
    menu = make(theme, view(), is_plain=True)
    line = menu.menu.actions()[2]
    assert not line.isVisible()
    menu.show_therapy(shown(therapy(ice(439))))
    assert (line.text(), line.isVisible(), line.isEnabled()) == ("Ice, 13 min left", True, False)
    changes: list[str] = []
    line.changed.connect(lambda: changes.append("changed"))
    menu.show_therapy(shown(therapy(ice(440))))
    assert changes == []
    menu.show_therapy(shown(therapy(ice(481))))
    assert line.text() == "Ice, 12 min left"


@pytest.mark.parametrize("is_plain", [False, True])
def test_a_menu_that_opens_wants_to_know_how_ice_stands(
    qtbot: QtBot, theme: Theme, *, is_plain: bool
) -> None:
    """Whoever draws it."""
    menu = make(theme, view(), is_plain=is_plain)
    with qtbot.waitSignal(menu.therapy_requested):
        menu.menu.aboutToShow.emit()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_it_counts_the_seconds_only_while_it_is_seen(qtbot: QtBot, theme: Theme) -> None:
    """Nothing wakes the machine for a menu that is shut."""
    menu = make(theme, view())
    running = shown(therapy(ice(439.99)))
    menu.show_therapy(running)
    assert not menu._second_hand.is_running
    menu.menu.show()
    menu.show_therapy(running)
    with qtbot.waitSignal(menu.therapy_requested, timeout=1500):
        pass
    menu.show_therapy(running)
    assert menu._second_hand.is_running
    menu.menu.hide()
    assert not menu._second_hand.is_running


@pytest.mark.parametrize("is_plain", [False, True])
def test_it_offers_what_fits(theme: Theme, *, is_plain: bool) -> None:
    """Sitting, up, paused, and off."""
    assert offered(make(theme, view(), is_plain=is_plain)) == USUAL
    up = offered(make(theme, ON_FEET, is_plain=is_plain))
    assert up == [words.replace("I’m up", "I’m sitting again") for words in USUAL]
    paused = offered(make(theme, PAUSED, is_plain=is_plain))
    assert paused == [words.replace("Pause breaks", "Go on with breaks") for words in USUAL]
    assert offered(make(theme, OFF, is_plain=is_plain)) == [USUAL[0], *USUAL[3:]]


def test_entries_change_only_where_they_are_others(theme: Theme) -> None:
    """Each change goes over the bus."""
    menu = make(theme, view(), is_plain=True)
    changes: list[str] = []
    for action in menu.menu.actions()[:2]:
        action.changed.connect(lambda: changes.append("changed"))
    menu.show_view(view(minutes=18.5))
    assert changes == []
    menu.show_view(view(minutes=19))
    assert len(changes) == 2


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("One-minute stretch", "stretch_requested"),
        ("I’m up", "up_requested"),
        ("I’m sitting again", "sitting_requested"),
        ("Go on with breaks", "go_on_requested"),
        ("Open HipStretch", "open_requested"),
        ("Settings", "settings_requested"),
        ("Quit", "quit_requested"),
    ],
)
def test_every_entry_asks_for_what_it_says(
    qtbot: QtBot, theme: Theme, text: str, signal: str
) -> None:
    """Once."""
    menu = make(theme, view())
    with qtbot.waitSignal(getattr(menu, signal)):
        entry(menu, text).trigger()


def test_a_pause_is_asked_for_with_its_length(theme: Theme) -> None:
    """In a menu of its own."""
    menu = make(theme, view(), is_plain=True)
    told: list[Pause] = []
    menu.pause_requested.connect(told.append)
    for action in menu._pauses.menu.actions():
        action.trigger()
    assert told == list(Pause)


def test_the_stretch_may_be_called_otherwise(theme: Theme) -> None:
    """By the length of its routine."""
    menu = make(theme, view())
    menu.set_stretch("5-minute stretch")
    assert offered(menu)[0] == "5-minute stretch"


def test_it_tells_when_it_opens(qtbot: QtBot, theme: Theme) -> None:
    """For whoever knows what is new."""
    menu = make(theme, view())
    with qtbot.waitSignal(menu.opened):
        menu.menu.aboutToShow.emit()
