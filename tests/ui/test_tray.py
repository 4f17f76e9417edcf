from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from hipstretch.ui.theme import Theme
from hipstretch.ui.tray import Tray
from hipstretch.ui.tray_icon import TrayLook, tray_icon
from tests.core.therapy_moments import ice, shown, therapy
from tests.ui.break_views import DUE, PAUSED, view

# The screen of these tests has no tray; Qt looks for one.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


class FakePlace(QObject):
    """A panel as the test says."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_known = True
        self.is_there = True
        self.draws_menus = False

    def become(self, *, draws_menus: bool) -> None:
        """Another panel is there, and known."""
        self.is_known, self.draws_menus = True, draws_menus
        self.changed.emit()


@pytest.fixture
def place(qtbot: QtBot) -> FakePlace:
    """A panel of the older kind."""
    del qtbot
    return FakePlace()


@pytest.fixture
def tray(theme: Theme, place: FakePlace) -> Tray:
    """A tray with its icon."""
    made = Tray(theme, place, theme)
    made.show(view())
    return made


@pytest.fixture
def icon(tray: Tray) -> QSystemTrayIcon:
    """The icon of that tray."""
    assert tray._icon is not None
    return tray._icon


def test_it_shows_the_sitting_in_words(tray: Tray, icon: QSystemTrayIcon) -> None:
    """And follows."""
    assert icon.isVisible()
    assert icon.toolTip() == "HipStretch: Sitting 18 min. Next break in 12 min"
    tray.show_view(DUE)
    assert icon.toolTip() == "HipStretch: Sitting 47 min. Time to stand up"


def test_it_paints_only_what_looks_different(
    tray: Tray, icon: QSystemTrayIcon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a minute at most."""
    painted: list[TrayLook] = []

    def paint(look: TrayLook) -> QIcon:
        painted.append(look)
        return tray_icon(look)

    monkeypatch.setattr("hipstretch.ui.tray.tray_icon", paint)
    tray.show_view(view(minutes=18.9))
    assert painted == []
    tray.show_view(view(minutes=19))
    tray.show_view(PAUSED)
    assert len(painted) == 2
    assert not icon.icon().isNull()


def test_a_click_asks_for_the_window(qtbot: QtBot, tray: Tray, icon: QSystemTrayIcon) -> None:
    """The menu's own click does not."""
    with qtbot.waitSignal(tray.open_requested):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_requested):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_the_menus_wishes_are_passed_on(qtbot: QtBot, tray: Tray) -> None:
    """Each of them."""
    menu = tray._menu
    assert menu is not None
    pairs = [
        (menu.stretch_requested, tray.stretch_requested),
        (menu.up_requested, tray.up_requested),
        (menu.sitting_requested, tray.sitting_requested),
        (menu.go_on_requested, tray.go_on_requested),
        (menu.open_requested, tray.open_requested),
        (menu.settings_requested, tray.settings_requested),
        (menu.quit_requested, tray.quit_requested),
        (menu.opened, tray.menu_opened),
        (menu.therapy_requested, tray.therapy_requested),
    ]
    for inner, outer in pairs:
        with qtbot.waitSignal(outer):
            inner.emit()


def test_its_words_begin_with_what_runs(tray: Tray, icon: QSystemTrayIcon) -> None:
    """In whole minutes, so that a second changes nothing."""
    tray.show_therapy(shown(therapy(ice(439))))
    words = "HipStretch: Ice, 13 min left. Sitting 18 min. Next break in 12 min"
    assert icon.toolTip() == words
    tray.show_therapy(shown(therapy(ice(445))))
    tray.show_view(view(minutes=18.5))
    assert icon.toolTip() == words
    tray.show_therapy(shown(therapy()))
    assert icon.toolTip() == "HipStretch: Sitting 18 min. Next break in 12 min"


def test_what_runs_is_told_by_a_tray_that_comes_later(theme: Theme, place: FakePlace) -> None:
    """In its words and in its menu."""
    tray = Tray(theme, place, theme)
    tray.show_therapy(shown(therapy(ice(439))))
    place.draws_menus = True
    tray.show(view())
    assert tray._icon is not None
    assert tray._menu is not None
    assert "Ice, 13 min left" in tray._icon.toolTip()
    assert "Ice, 13 min left" in [action.text() for action in tray._menu.menu.actions()]


def test_hidden_it_is_gone(tray: Tray) -> None:
    """And may come again, with what is new."""
    tray.hide()
    assert tray._icon is None
    tray.show_view(DUE)
    assert tray._icon is None
    tray.show(DUE)
    assert tray._icon is not None
    assert "Time to stand up" in tray._icon.toolTip()


def test_it_waits_until_the_panel_is_known(theme: Theme, place: FakePlace) -> None:
    """So that it comes with the menu that fits."""
    place.is_known = False
    tray = Tray(theme, place, theme)
    tray.show(view())
    assert tray._icon is None
    place.become(draws_menus=True)
    assert tray._icon is not None
    assert tray._is_plain


def test_with_another_panel_comes_another_menu(tray: Tray, place: FakePlace, qtbot: QtBot) -> None:
    """One that the desktop can draw, called as before."""
    tray.set_stretch("5-minute stretch")
    before = tray._icon
    with qtbot.waitSignal(tray.place_changed):
        place.become(draws_menus=True)
    assert tray._icon is not before
    assert tray._menu is not None
    assert "5-minute stretch" in [action.text() for action in tray._menu.menu.actions()]


def test_the_same_panel_finds_the_icon_itself(tray: Tray, place: FakePlace) -> None:
    """When it comes again."""
    before = tray._icon
    place.become(draws_menus=False)
    assert tray._icon is before


def test_a_hidden_tray_stays_hidden(tray: Tray, place: FakePlace) -> None:
    """Whatever panel comes."""
    tray.hide()
    place.become(draws_menus=True)
    assert tray._icon is None


def test_it_tells_whether_it_is_seen(tray: Tray, place: FakePlace) -> None:
    """As the panel says."""
    assert tray.is_available
    place.is_there = False
    assert not tray.is_available
