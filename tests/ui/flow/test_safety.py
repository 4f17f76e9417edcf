from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.safety import HelpNumber, NumberFrom, help_number
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.safety import SafetyFlow, country_of
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.guidance import GuidancePage
from hipstretch.ui.pages.safety import SafetyPage
from hipstretch.ui.widgets.nav_button import NavItem
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

RAIL = (NavItem("today", "Today", "today"), NavItem("safety", "Safety", "safety", at_foot=True))


def british() -> str:
    """A country."""
    return "GB"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    """The window, active, on some page."""
    window = MainWindow(theme, RAIL)
    window.show_page(QWidget(), "today")
    return show_active(qtbot, window)


@pytest.fixture
def keeper(tmp_path: Path) -> SettingsKeeper:
    """The settings as at first."""
    return SettingsKeeper(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def flow(theme: Theme, window: MainWindow, keeper: SettingsKeeper) -> SafetyFlow:
    """The flow in Britain."""
    flow = SafetyFlow(theme, window, keeper, window, country=british)
    window.safety_requested.connect(flow.show)
    return flow


def page_of(window: MainWindow) -> SafetyPage:
    """The page in sight."""
    page = window.page
    assert isinstance(page, SafetyPage)
    return page


def test_it_shows_the_page_with_the_countrys_number(flow: SafetyFlow, window: MainWindow) -> None:
    """By F1, marked in the rail; from the top again when it is shown again."""
    QTest.keyClick(window, Qt.Key.Key_F1)
    page = page_of(window)
    assert window.key == "safety"
    assert page.now.band.call.text() == "Call 999"
    page.verticalScrollBar().setValue(200)
    flow.show()
    assert page_of(window) is page
    assert page.verticalScrollBar().value() == 0


def test_the_persons_own_number_comes_first(
    flow: SafetyFlow, window: MainWindow, keeper: SettingsKeeper
) -> None:
    """Also when it is changed while the page is there."""
    keeper.change(keeper.settings.with_value("emergency_number", "112"))
    assert flow.number == HelpNumber("112", NumberFrom.PERSON)
    flow.show()
    keeper.change(keeper.settings.with_value("emergency_number", "+44 999"))
    assert page_of(window).now.band.call.text() == "Call +44 999"


def test_the_number_is_changed_in_the_settings(
    qtbot: QtBot, flow: SafetyFlow, window: MainWindow
) -> None:
    """The flow asks for them."""
    flow.show()
    with qtbot.waitSignal(flow.settings_requested):
        QTest.mouseClick(page_of(window).now.band.change, Qt.MouseButton.LeftButton)


def test_one_reads_on_and_comes_back(flow: SafetyFlow, window: MainWindow) -> None:
    """Safety stays marked in the rail."""
    flow.show()
    QTest.mouseClick(page_of(window).more.open_it, Qt.MouseButton.LeftButton)
    guidance = window.page
    assert isinstance(guidance, GuidancePage)
    assert window.key == "safety"
    QTest.mouseClick(guidance.back, Qt.MouseButton.LeftButton)
    page_of(window)
    flow.show_guidance()
    assert window.page is guidance


def test_over_a_page_that_fills_the_window_it_is_a_dialog(
    qtbot: QtBot, flow: SafetyFlow, window: MainWindow
) -> None:
    """The session stays, and has the focus again afterwards; one dialog is enough."""
    session = QWidget()
    session.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show_page(session, "today", fills_window=True)
    QTest.keyClick(session, Qt.Key.Key_F1)
    dialog = flow.dialog(session)
    assert dialog.isVisible()
    assert dialog.parentWidget() is session
    assert window.page is session
    flow.show()
    assert flow.dialog(session) is dialog
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(session.hasFocus)
    flow.show()
    assert flow.dialog(session) is not dialog


@pytest.mark.parametrize(
    ("zone", "locale", "country"),
    [
        (b"Europe/London", QLocale("en_US"), "GB"),
        (b"Pacific/Auckland", QLocale("en_US"), "NZ"),
        (b"Etc/UTC", QLocale("en_IE"), "IE"),
        (b"Etc/UTC", QLocale.c(), ""),
    ],
)
def test_the_clock_tells_the_country_before_the_language(
    zone: bytes, locale: QLocale, country: str
) -> None:
    """An American locale says little about where one is."""
    assert country_of(QTimeZone(zone), locale) == country


def test_this_computers_country_is_taken(
    theme: Theme, window: MainWindow, keeper: SettingsKeeper
) -> None:
    """Unless another one is given."""
    expected = country_of(QTimeZone.systemTimeZone(), QLocale.system())
    assert SafetyFlow(theme, window, keeper, window).number == help_number("", expected)
