from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.break_window import BreakWindow
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, text_width
from tests.ui.break_views import DUE, view

# The screen of these tests has no windows that could be raised.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

AREA = QRect(100, 50, 1280, 760)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[BreakWindow]:
    """A window that asks, without moving."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    window = BreakWindow(theme)
    qtbot.addWidget(window)
    window.ask(DUE)
    yield window
    window.hide()


def button(window: BreakWindow, name: str) -> PaintedButton:
    """The button that a screen reader calls so."""
    return next(
        found for found in window._card.buttons if name in {found.label, found.accessibleName()}
    )


def press(window: BreakWindow, name: str) -> None:
    """Click a button."""
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_it_says_how_long_one_has_been_sitting(window: BreakWindow) -> None:
    """With the minutes owed, for eyes and for screen readers."""
    assert window.accessibleName() == "Time to stand up"
    words = window.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")
    assert words == "You have been sitting for 47 minutes."
    assert window._card._words == window.accessibleDescription()


def test_the_minutes_go_on_while_it_waits(window: BreakWindow) -> None:
    """And only then."""
    window.show_view(view(minutes=49))
    assert "49" in window.accessibleDescription()
    window.withdraw()
    window.show_view(view(minutes=3))
    assert "49" in window.accessibleDescription()


def test_it_never_wants_the_focus(window: BreakWindow) -> None:
    """Neither as a window nor in any part."""
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert all(b.focusPolicy() is Qt.FocusPolicy.NoFocus for b in window._card.buttons)


@pytest.mark.parametrize(
    ("name", "signal"),
    [("One-minute stretch", "stretch_requested"), ("I’m up", "up_requested")],
)
def test_an_answer_is_told_and_lets_it_go(
    qtbot: QtBot, window: BreakWindow, name: str, signal: str
) -> None:
    """At once."""
    with qtbot.waitSignal(getattr(window, signal)):
        press(window, name)
    assert not window.isVisible()
    assert not window.is_asking


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_later_is_told_in_minutes(window: BreakWindow, minutes: int) -> None:
    """Three lengths, each with a name that says what it does."""
    told: list[int] = []
    window.later_requested.connect(told.append)
    press(window, f"Later, in {minutes} minutes")
    assert told == [minutes]
    assert not window.is_asking


def test_it_stands_in_the_corner(window: BreakWindow) -> None:
    """The card is 24 px from the lower and the right edge, 420 by 260 px."""
    place = window._corner(AREA)
    card = place.adjusted(24, 24, -24, -24)
    assert card.size() == window._card.size()
    assert (card.width(), card.height()) == (420, 260)
    assert (AREA.right() - card.right(), AREA.bottom() - card.bottom()) == (24, 24)


def test_on_a_tiny_screen_its_beginning_is_seen(window: BreakWindow) -> None:
    """Rather than its end."""
    assert window._corner(QRect(0, 0, 300, 200)).topLeft() == QRect(0, 0, 1, 1).topLeft()


@pytest.mark.parametrize(("scale", "width", "height"), [(1.15, 483, 299), (1.3, 546, 338)])
def test_it_grows_with_the_text(
    window: BreakWindow, theme: Theme, scale: float, width: int, height: int
) -> None:
    """Nothing on it is cut."""
    theme.set_look(Appearance.DARK, text_scale=scale, reduced_motion=True)
    assert (window._card.width(), window._card.height()) == (width, height)
    for found in window._card.buttons:
        words = text_width(found.label, theme.font(Role.BUTTON))
        assert found.width() - 2 * FOCUS_MARGIN >= words
        assert window._card.rect().contains(found.geometry())
    assert window.grab().toImage().pixelColor(width // 2, height // 2).lightness() < 90


def test_it_comes_and_goes_softly(qtbot: QtBot, theme: Theme) -> None:
    """In 200 ms; asked again while it goes, it comes back."""
    window = BreakWindow(theme)
    qtbot.addWidget(window)
    window.ask(DUE)
    assert window._share() < 1
    qtbot.waitUntil(lambda: window._share() == 1)
    assert window._card.graphicsEffect() is None
    window.withdraw()
    assert window.isVisible()
    assert not window.is_asking
    window.ask(DUE)
    assert window.is_asking
    window.withdraw()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_it_is_said_once_when_it_asks(window: BreakWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not with every minute."""
    said: list[str] = []
    monkeypatch.setattr("hipstretch.ui.break_window.announce", lambda _, words: said.append(words))
    window.ask(DUE)
    window.show_view(view(minutes=48))
    assert len(said) == 1
    assert said[0].startswith("Time to stand up. You have been sitting")


def test_the_stretch_may_be_called_otherwise(window: BreakWindow) -> None:
    """By the length of its routine."""
    window.set_stretch("5-minute stretch")
    assert button(window, "5-minute stretch").isVisible()


def test_it_does_not_keep_the_program_alive(window: BreakWindow, qapp: QApplication) -> None:
    """Closing the main window may end the program, whatever asks."""
    del qapp
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert QAccessible.queryAccessibleInterface(window) is not None
