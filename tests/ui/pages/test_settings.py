from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import Appearance, Settings
from hipstretch.ui.pages.settings import SettingsPage
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CHOSEN = Settings(
    appearance=Appearance.DARK,
    text_size=115,
    reduced_motion=True,
    affected_side=Affected.RIGHT,
    first_side=Side.LEFT,
    extra_rep=True,
    breath=8.0,
)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SettingsPage:
    """A page with the default settings in an active window."""
    page = SettingsPage(theme)
    qtbot.addWidget(page)
    page.set_folder("/home/someone/.local/share/hipstretch/routines")
    page.set_version("1.2.3")
    page.resize(1000, 1100)
    page.show()
    qtbot.waitActive(page)
    return page


@pytest.fixture
def told(page: SettingsPage) -> list[Settings]:
    """What the page tells."""
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    return told


def choose(control: Segmented, value: object) -> None:
    """Click the segment of a value."""
    segment = next(segment for segment in control._segments if segment.value == value)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_settings_are_shown_without_telling(page: SettingsPage, told: list[Settings]) -> None:
    """Every control stands where it was left."""
    page.set_settings(CHOSEN)
    assert page._appearance.value is Appearance.DARK
    assert page._text_size.value == 115
    assert page._reduced_motion.isChecked()
    assert page._affected.value is Affected.RIGHT
    assert page._first.value is Side.LEFT
    assert page._extra.isChecked()
    assert page._breath.value == 8
    assert told == []


def test_every_choice_is_told_at_once(page: SettingsPage, told: list[Settings]) -> None:
    """With all that was chosen before."""
    choose(page._appearance, Appearance.DARK)
    choose(page._text_size, 115)
    QTest.mouseClick(page._reduced_motion, Qt.MouseButton.LeftButton)
    choose(page._affected, Affected.RIGHT)
    choose(page._first, Side.LEFT)
    QTest.mouseClick(page._extra, Qt.MouseButton.LeftButton)
    page._breath.setFocus()
    QTest.keyClick(page._breath, Qt.Key.Key_Up)
    QTest.keyClick(page._breath, Qt.Key.Key_Up)
    assert told[0] == Settings(appearance=Appearance.DARK)
    assert len(told) == 8
    assert told[-1] == CHOSEN


def test_the_extra_hold_waits_for_a_sore_side(page: SettingsPage) -> None:
    """It says when it will work; with both sides there is no one side to do more for."""
    assert not page._extra.isEnabled()
    assert "Ready once" in page._extra_row.line
    choose(page._affected, Affected.LEFT)
    assert page._extra.isEnabled()
    assert "Ready" not in page._extra_row.line
    choose(page._affected, Affected.BOTH)
    assert not page._extra.isEnabled()


def test_the_folder_is_shown_and_can_be_opened(qtbot: QtBot, page: SettingsPage) -> None:
    """By a button beside its path."""
    assert page._folder_row.line.endswith("hipstretch/routines")
    button = next(b for b in page.findChildren(Button) if b.label == "Open folder")
    with qtbot.waitSignal(page.open_folder_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_which_version_it_is(page: SettingsPage) -> None:
    """On the last card."""
    assert page._version_row.line == "Version 1.2.3"


def test_the_keyboard_reaches_every_control(
    press: Callable[[Qt.Key], None], page: SettingsPage
) -> None:
    """From top to bottom, each with a name."""
    choose(page._affected, Affected.LEFT)
    page.setFocus()
    tops: list[int] = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.accessibleName() or getattr(widget, "label", "")
        tops.append(widget.mapTo(page, QPoint()).y() + page.verticalScrollBar().value())
    assert tops == sorted(set(tops))


@pytest.mark.parametrize("size", [(1280, 800), (800, 700), (480, 800), (420, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot, page: SettingsPage, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """Every control keeps the room that it needs, inside the page."""
    page.resize(*size)
    theme.set_look(Appearance.DARK, text_scale=scale)
    page.set_folder("/home/" + "a-rather-long-folder-name/" * 6)
    row = page._folder_row
    qtbot.waitUntil(lambda: row.height() >= row.heightForWidth(row.width()))
    controls: list[QWidget] = [*page._names, page._breath]
    for control in controls:
        assert control.width() >= control.minimumSizeHint().width()
        assert control.height() >= control.minimumSizeHint().height()
        assert control.mapTo(page, QPoint(control.width(), 0)).x() <= page.width() - 15
