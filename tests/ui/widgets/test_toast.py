from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets import toast as toast_module
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.toast import Offer, Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A visible window."""
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def toast(window: QWidget, theme: Theme) -> Toast:
    """A toast that comes and goes without movement."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    return Toast(theme, window)


class Made:
    """Makes offers, and notes what becomes of them."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def offer(self, name: str) -> Offer:
        """An offer of a name."""
        take, lapse = (partial(self.done.append, f"{what} {name}") for what in ("take", "lapse"))
        return Offer("Undo", take, lapse)


@pytest.fixture
def made() -> Made:
    """What is offered."""
    return Made()


class FromTheDesktop(QHideEvent):
    """The window is hidden by the desktop."""

    def spontaneous(self) -> bool:
        """It was not the program's own wish."""
        return True


def nothing() -> None:
    """Do nothing."""


def action_of(toast: Toast) -> PaintedButton:
    """The word at the right."""
    button = toast.findChild(PaintedButton)
    assert isinstance(button, PaintedButton)
    return button


def settled(toast: Toast, qtbot: QtBot) -> None:
    """Wait until it has come."""
    qtbot.waitUntil(lambda: toast._share() == 1.0, timeout=2000)


def test_it_is_hidden_until_there_is_a_message(toast: Toast) -> None:
    """Nothing lies over the window."""
    assert toast.isHidden()
    assert toast.text == ""


def test_it_stays_longer_with_an_offer(toast: Toast) -> None:
    """5 s to read, 10 s to act."""
    toast.show_message("Saved")
    assert toast.stay == 5_000
    toast.show_message("Saved", offer=Offer("Undo", nothing))
    assert toast.stay == 10_000


def test_it_goes_by_itself(toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """When its time is over nothing is left and nothing runs."""
    monkeypatch.setattr(toast_module, "_STAY_MS", 20)
    toast.show_message("Saved")
    qtbot.waitUntil(toast.isHidden, timeout=3000)
    assert not toast._stay.isActive()


def test_taking_an_offer_does_what_belongs_to_it(toast: Toast, made: Made, qtbot: QtBot) -> None:
    """Once, and it does not lapse; the toast goes."""
    toast.show_message("Deleted", icon="check", offer=made.offer("this"))
    settled(toast, qtbot)
    button = action_of(toast)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    qtbot.waitUntil(toast.isHidden, timeout=3000)
    assert made.done == ["take this"]


def test_an_offer_lapses_with_its_toast(toast: Toast, made: Made) -> None:
    """Once; when it is gone, nothing is offered."""
    toast.show_message("Deleted", offer=made.offer("this"))
    toast.hide()
    toast.show_message("Saved")
    toast.hide()
    assert made.done == ["lapse this"]


def test_an_offer_lapses_for_another_one(toast: Toast, made: Made) -> None:
    """What is pressed then is the newer one."""
    toast.show_message("Deleted", offer=made.offer("this"))
    toast.show_message("Removed", offer=made.offer("that"))
    assert toast.text == "Removed"
    action_of(toast).click()
    assert made.done == ["lapse this", "take that"]


def test_a_message_waits_while_something_is_offered(toast: Toast, made: Made, qtbot: QtBot) -> None:
    """It comes when the offer has gone; of several the last one."""
    toast.show_message("Deleted", offer=made.offer("this"))
    toast.show_message("First")
    toast.show_message("Second")
    assert toast.text == "Deleted"
    toast.dismiss()
    qtbot.waitUntil(lambda: toast.text == "Second", timeout=3000)
    assert made.done == ["lapse this"]
    assert not action_of(toast).isVisible()


def test_a_message_of_who_takes_an_offer_comes_at_once(toast: Toast, qtbot: QtBot) -> None:
    """And stays."""

    def take() -> None:
        toast.show_message("It could not be undone")

    toast.show_message("Deleted", offer=Offer("Undo", take))
    settled(toast, qtbot)
    action_of(toast).click()
    assert toast.text == "It could not be undone"
    settled(toast, qtbot)
    assert toast._stay.isActive()


def test_an_offer_can_be_taken_by_another_way(toast: Toast, made: Made, qtbot: QtBot) -> None:
    """While it stands; then it does not lapse any more."""
    this, that = made.offer("this"), made.offer("that")
    toast.show_message("Deleted", offer=this)
    assert not toast.withdraw(that)
    assert toast.withdraw(this)
    assert not toast.withdraw(this)
    qtbot.waitUntil(toast.isHidden, timeout=3000)
    assert made.done == []


def test_what_stays_is_there_until_another_message(toast: Toast, qtbot: QtBot) -> None:
    """Also when the pointer has left it."""
    toast.show_message("Writing", stays=True)
    settled(toast, qtbot)
    QTest.mouseMove(toast, QPoint(60, 40))
    QTest.mouseMove(toast.window(), QPoint(5, 5))
    QApplication.processEvents()
    assert not toast._stay.isActive()
    toast.show_message("Saved")
    assert toast._stay.isActive()


def test_it_does_not_come_back_with_its_window(
    toast: Toast, window: QWidget, made: Made, qtbot: QtBot
) -> None:
    """Nor does what had to wait; what was offered has lapsed."""
    toast.show_message("Deleted", offer=made.offer("this"))
    toast.show_message("Saved")
    window.hide()
    assert made.done == ["lapse this"]
    window.show()
    assert toast.isHidden()
    toast.show_message("Later")
    toast.dismiss()
    qtbot.waitUntil(toast.isHidden, timeout=3000)
    assert toast.text == ""


def test_a_window_that_the_desktop_takes_away_keeps_it(toast: Toast, made: Made) -> None:
    """As another desk does."""
    toast.show_message("Deleted", offer=made.offer("this"))
    toast.hideEvent(FromTheDesktop())
    assert toast.text == "Deleted"
    assert made.done == []


def test_a_second_message_takes_the_place_of_the_first(toast: Toast) -> None:
    """One at a time."""
    toast.show_message("First")
    toast.show_message("Second")
    assert toast.text == "Second"
    assert toast.accessibleName() == "Second"


def test_it_waits_while_the_pointer_is_on_it(toast: Toast, qtbot: QtBot) -> None:
    """Slow readers put the pointer on it."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    QTest.mouseMove(toast, QPoint(60, 40))
    qtbot.waitUntil(lambda: not toast._stay.isActive(), timeout=1000)
    QTest.mouseMove(toast.window(), QPoint(5, 5))
    qtbot.waitUntil(toast._stay.isActive, timeout=1000)


def test_it_stays_while_the_keyboard_is_on_its_action(toast: Toast, qtbot: QtBot) -> None:
    """Focus is never taken away under somebody's fingers."""
    toast.show_message("Saved", offer=Offer("Undo", nothing))
    settled(toast, qtbot)
    toast.window().activateWindow()
    button = action_of(toast)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not toast.grab().isNull()
    toast._on_stay_over()
    assert toast._stay.isActive()
