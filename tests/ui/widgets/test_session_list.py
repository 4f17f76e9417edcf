from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.body import Picture, Position
from hipstretch.core.pain import Feeling
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.session_list import SessionList
from hipstretch.ui.widgets.session_rows import NARROW_ROW, WIDE_ROW, SessionItem
from tests.ui.history_fakes import TODAY, session
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

LONG = "A long note that goes on and on about the hip. " * 6


def items(count: int) -> list[SessionItem]:
    """Sessions, the latest first; every second one has a note and tags."""
    picture = Picture(Position.LYING_ON_BACK)
    return [
        SessionItem(
            session(
                100 - n,
                n,
                before=Feeling(5),
                after=Feeling(3),
                note=LONG if n % 2 else "",
                is_complete=not n % 2,
                is_gentle=bool(n % 2),
            ).row,
            picture if n % 3 else None,
        )
        for n in range(count)
    ]


@pytest.fixture
def sessions(qtbot: QtBot, theme: Theme) -> SessionList:
    """Three sessions in an active window."""
    sessions = SessionList(theme, TODAY)
    sessions.show_items(items(3), TODAY)
    sessions.resize(1000, sessions.heightForWidth(1000))
    return show_active(qtbot, sessions)


def test_it_is_as_high_as_its_rows(sessions: SessionList, theme: Theme) -> None:
    """Higher where they are narrow or the text is large."""
    assert sessions.heightForWidth(1000) == 3 * WIDE_ROW
    assert sessions.heightForWidth(400) == 3 * NARROW_ROW
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert sessions.heightForWidth(400) == 3 * 120
    assert sessions.minimumSizeHint().height() == sessions.sizeHint().height()


def test_it_is_a_list_for_screen_readers(sessions: SessionList) -> None:
    """Each row says all that is told of a session."""
    interface = QAccessible.queryAccessibleInterface(sessions)
    assert interface.role() is QAccessible.Role.List
    model = sessions.model()
    words = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Morning hip release, Today, 7:40, 12 min, pain before 5, after 3"
    assert model.index(0, 0).data() == "Morning hip release"
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == LONG
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_click_and_enter_open(sessions: SessionList) -> None:
    """The session's id is told."""
    opened: list[int] = []
    sessions.opened.connect(opened.append)
    QTest.mouseClick(sessions.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 90))
    sessions.setFocus()
    QTest.keyClick(sessions, Qt.Key.Key_Down)
    QTest.keyClick(sessions, Qt.Key.Key_Return)
    assert opened == [99, 98]


def test_delete_asks_to_delete(sessions: SessionList) -> None:
    """The one that is marked."""
    deleted: list[int] = []
    sessions.delete_requested.connect(deleted.append)
    sessions.setFocus()
    QTest.keyClick(sessions, Qt.Key.Key_Delete)
    assert deleted == [100]


def test_an_empty_list_does_nothing(sessions: SessionList) -> None:
    """Whatever key is pressed."""
    told: list[int] = []
    sessions.opened.connect(told.append)
    sessions.delete_requested.connect(told.append)
    sessions.show_items([], TODAY)
    sessions.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Up):
        QTest.keyClick(sessions, key)
    assert told == []


def test_beyond_the_last_one_more_is_wanted(sessions: SessionList, qtbot: QtBot) -> None:
    """And the keyboard goes on into it."""
    sessions.setFocus()
    QTest.keyClick(sessions, Qt.Key.Key_End)
    with qtbot.waitSignal(sessions.more_requested):
        QTest.keyClick(sessions, Qt.Key.Key_Down)
    sessions.show_items(items(6), TODAY)
    assert sessions.currentIndex().row() == 2
    QTest.keyClick(sessions, Qt.Key.Key_Down)
    assert sessions.currentIndex().row() == 3


def test_the_keyboards_row_is_marked_and_told(sessions: SessionList) -> None:
    """So that the page can bring it into view."""
    shown: list[QRect] = []
    sessions.row_shown.connect(shown.append)
    sessions.clearFocus()
    sessions.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sessions, Qt.Key.Key_Down)
    assert [rect.top() for rect in shown] == [0, WIDE_ROW]
    image = sessions.grab().toImage()
    assert image.pixelColor(500, WIDE_ROW + 3).name() == LIGHT.focus.name()
    sessions.clearFocus()
    assert not sessions.ring_shown


def test_after_a_deletion_the_next_one_is_marked(sessions: SessionList) -> None:
    """At the end the last one."""
    sessions.setFocus()
    QTest.keyClick(sessions, Qt.Key.Key_End)
    sessions.show_items(items(2), TODAY)
    assert sessions.currentIndex().row() == 1


def test_the_wheel_and_the_page_keys_are_the_pages(sessions: SessionList) -> None:
    """The list itself never scrolls."""
    sessions.setFocus()
    QTest.keyClick(sessions, Qt.Key.Key_PageDown)
    assert sessions.currentIndex().row() == 0
    wheel = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    sessions.wheelEvent(wheel)
    assert not wheel.isAccepted()


def test_the_pain_stands_at_the_right_in_plum(sessions: SessionList) -> None:
    """In both forms."""
    for width, height in ((1000, WIDE_ROW), (400, NARROW_ROW)):
        sessions.resize(width, sessions.heightForWidth(width))
        QApplication.processEvents()
        image = sessions.grab().toImage()
        right = range(width - 110, width - 50)
        middle = range(height // 2 - 6, height // 2 + 6)
        colors = {image.pixelColor(x, y).name() for x in right for y in middle}
        assert LIGHT.pain.name() in colors


def test_long_notes_stay_in_their_row(sessions: SessionList, theme: Theme) -> None:
    """Also with large text and in narrow windows, in the dark."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    for width in (1000, 700, 380, 250):
        sessions.resize(width, sessions.heightForWidth(width))
        QApplication.processEvents()
        assert not sessions.grab().isNull()
        rows = [sessions.visualRect(sessions.model().index(n, 0)) for n in range(3)]
        assert rows[-1].bottom() == sessions.height() - 1
