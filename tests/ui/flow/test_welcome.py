from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import Settings
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.welcome import KEY, WelcomeFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.welcome import WelcomePage
from hipstretch.ui.pages.welcome_end import EndStep
from hipstretch.ui.pages.welcome_questions import SideStep
from hipstretch.ui.pages.welcome_start import StartStep
from hipstretch.ui.widgets.nav_button import NavItem

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    """Where the settings lie."""
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def keeper(file: SettingsFile) -> SettingsKeeper:
    """The settings as at first."""
    return SettingsKeeper(file)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    """The window, active."""
    window = MainWindow(theme, (NavItem("today", "Today", "today"),))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def flow(theme: Theme, window: MainWindow, keeper: SettingsKeeper) -> WelcomeFlow:
    """The flow, which shows the welcome."""
    flow = WelcomeFlow(theme, window, keeper, window)
    flow.show()
    return flow


def page_of(window: MainWindow) -> WelcomePage:
    """The page in sight."""
    page = window.page
    assert isinstance(page, WelcomePage)
    return page


def answer_left(page: WelcomePage) -> None:
    """Say that the left side is sore."""
    page.next.click()
    step = page.step
    assert isinstance(step, SideStep)
    step.cards[0].click()


@pytest.mark.usefixtures("flow")
def test_it_fills_the_window(window: MainWindow) -> None:
    """Nothing else asks for attention; Enter begins."""
    page = page_of(window)
    assert window.is_filled
    assert window.key == KEY
    assert page.next.hasFocus()
    QTest.keyClick(page.next, Qt.Key.Key_Return)
    assert isinstance(page.step, SideStep)


@pytest.mark.usefixtures("flow")
def test_an_answer_is_on_disk_at_once(window: MainWindow, file: SettingsFile) -> None:
    """Whoever is interrupted is welcomed again, and finds it."""
    answer_left(page_of(window))
    kept = file.load()
    assert (kept.affected_side, kept.welcomed) == (Affected.LEFT, False)


def test_to_be_asked_is_to_have_gone_through(
    qtbot: QtBot, flow: WelcomeFlow, window: MainWindow, file: SettingsFile
) -> None:
    """At the end the person is welcomed, and stays so."""
    page = page_of(window)
    answer_left(page)
    for _ in range(3):
        page.next.click()
    assert isinstance(page.step, EndStep)
    with qtbot.waitSignal(flow.finished):
        page.next.click()
    assert file.load() == Settings(affected_side=Affected.LEFT, first_side=Side.LEFT, welcomed=True)


def test_to_skip_is_to_be_welcomed_too(
    qtbot: QtBot, flow: WelcomeFlow, window: MainWindow, file: SettingsFile
) -> None:
    """What was not asked stays open."""
    with qtbot.waitSignal(flow.finished):
        page_of(window).skip.click()
    assert file.load() == Settings(welcomed=True)


def test_it_goes_on_where_it_was_left(flow: WelcomeFlow, window: MainWindow) -> None:
    """Something else may have come in between; asked again, it begins anew."""
    page = page_of(window)
    answer_left(page)
    flow.show()
    assert isinstance(page.step, SideStep)
    page.skip.click()
    flow.show()
    assert page_of(window) is page
    assert isinstance(page.step, StartStep)


@pytest.mark.usefixtures("flow")
def test_what_changes_elsewhere_is_kept(window: MainWindow, keeper: SettingsKeeper) -> None:
    """An answer does not bring older settings back."""
    keeper.change(keeper.settings.with_value("text_size", 130))
    answer_left(page_of(window))
    assert keeper.settings == Settings(
        affected_side=Affected.LEFT, first_side=Side.LEFT, text_size=130
    )


def test_when_to_get_help_is_passed_on(qtbot: QtBot, flow: WelcomeFlow, window: MainWindow) -> None:
    """From the first step."""
    step = page_of(window).step
    assert isinstance(step, StartStep)
    with qtbot.waitSignal(flow.safety_requested):
        step.safety.click()


@pytest.mark.usefixtures("flow")
def test_the_last_step_knows_the_country(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for no sooner."""
    monkeypatch.setattr("hipstretch.ui.flow.safety.country_here", str)
    page = page_of(window)
    for _ in range(4):
        page.next.click()
    step = page.step
    assert isinstance(step, EndStep)
    assert step.phone.editor.text() == "112"
