from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import DARK, LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.menu import Menu

# The screen of these tests has no windows that could be raised, and no keyboard to hold.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support (raise|grabbing|setting window masks)", extend=True
)


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme) -> Menu:
    """A menu with a line and another menu."""
    menu = Menu(theme, "Breaks")
    qtbot.addWidget(menu)
    menu.add("Stretch now", "play")
    menu.add("Cut & run", "standing")
    menu.addSeparator()
    more = Menu(theme, "Pause breaks", menu)
    more.add("30 minutes")
    menu.add_below(more, "snooze")
    menu.add("Not now").setEnabled(False)
    return menu


def picture(menu: Menu) -> QImage:
    """The menu as it is painted."""
    return menu.grab().toImage()


def test_entries_are_40_px_high_on_a_card(menu: Menu) -> None:
    """With room for the shadow around it."""
    menu.popup(QPoint(50, 50))
    stretch = menu.actionGeometry(menu.actions()[0])
    assert stretch.height() == 40
    assert stretch.topLeft() == QPoint(menu.around + 10, menu.around + 10)
    image = picture(menu)
    assert image.pixelColor(menu.around + 30, menu.around + 4).name() == LIGHT.surface.name()
    assert image.pixelColor(menu.around, menu.around).alpha() < 80


def test_the_arrows_choose_and_mark(menu: Menu) -> None:
    """What cannot be chosen is passed over."""
    menu.popup(QPoint(50, 50))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[0]
    marked = menu.actionGeometry(menu.actions()[0])
    image = picture(menu)
    assert image.pixelColor(marked.right() - 20, marked.center().y()).name() == LIGHT.psoft.name()
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is menu.actions()[3]


def test_enter_takes_an_entry(qtbot: QtBot, menu: Menu) -> None:
    """As in every menu."""
    menu.popup(QPoint(50, 50))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(menu.actions()[0].triggered):
        QTest.keyClick(menu, Qt.Key.Key_Return)


def test_another_menu_opens_beside_its_entry(menu: Menu) -> None:
    """It hides neither the entry's words nor its sign."""
    menu.popup(QPoint(50, 50))
    entry = menu.actions()[3]
    menu.setActiveAction(entry)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    other = entry.menu()
    assert isinstance(other, Menu)
    assert other.isVisible()
    left = other.geometry().left() + other.around
    right = menu.geometry().right() - menu.around
    assert right - 8 <= left <= right


def test_an_ampersand_is_an_ampersand(menu: Menu, theme: Theme) -> None:
    """Where it was doubled; other entries leave no room for signs that none of them has."""
    wide = menu.sizeHint().width()
    plain = Menu(theme, parent=menu)
    plain.add("Stretch now")
    plain.add("Cut & run")
    assert menu.has_icons
    assert not plain.has_icons
    assert plain.sizeHint().width() <= wide


def test_screen_readers_know_it_as_a_menu(menu: Menu) -> None:
    """With its entries."""
    interface = QAccessible.queryAccessibleInterface(menu)
    assert interface.role() is QAccessible.Role.PopupMenu
    assert interface.child(0).text(QAccessible.Text.Name) == "Stretch now"
    assert menu.accessibleName() == "Breaks"


def test_it_grows_with_the_text(menu: Menu, theme: Theme) -> None:
    """And paints in the dark."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    QApplication.processEvents()
    menu.popup(QPoint(50, 50))
    assert menu.actionGeometry(menu.actions()[0]).height() == 52
    image = picture(menu)
    assert image.pixelColor(menu.around + 40, menu.around + 6).name() == DARK.surface.name()


def test_without_a_compositor_it_is_cut(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no shadow then, and round corners all the same."""
    monkeypatch.setattr("hipstretch.ui.widgets.menu.is_composited", lambda: False)
    menu = Menu(theme)
    qtbot.addWidget(menu)
    menu.add("Stretch now")
    menu.popup(QPoint(50, 50))
    assert menu.around == 0
    assert not menu.mask().contains(QPoint(0, 0))
    assert menu.mask().contains(menu.rect().center())
