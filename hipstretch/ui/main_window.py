"""The window: rail or tab bar, one page at a time, and room for toasts; it knows no routine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavItem
from hipstretch.ui.widgets.nav_rail import NavRail
from hipstretch.ui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from hipstretch.ui.widgets.toast import Toast

RAIL_FROM = 720
"""The width in px from which there is a rail at the left; below, a tab bar at the foot."""
WIDE_RAIL_FROM = 1100
"""The width in px from which the rail has words."""
SMALLEST = QSize(420, 600)
USUAL = QSize(1280, 800)


class MainWindow(QWidget):
    """The one window of the program.

    Signals:
        page_requested: `str`, the key of a page in the rail or the tab bar.
        safety_requested: F1 was pressed, on whatever page.
        closing: the window is about to close.
        first_painted: the person sees it for the first time.
        page_shown: another page is in sight.
    """

    page_requested = Signal(str)
    safety_requested = Signal()
    closing = Signal()
    first_painted = Signal()
    page_shown = Signal()

    def __init__(self, theme: Theme, items: Sequence[NavItem]) -> None:
        super().__init__()
        self._theme = theme
        self._fills_window = self._is_painted = False
        self._key = ""
        self.setWindowTitle(self.tr("HipStretch"))
        self.setMinimumSize(SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._rail = NavRail(theme, items, self)
        self._tabs = TabBar(theme, items, self)
        self._pages = QWidget(self)
        self._stack = QStackedLayout(self._pages)
        self._lay_out()
        self._rail.page_requested.connect(self.page_requested)
        self._tabs.page_requested.connect(self.page_requested)
        theme.changed.connect(self._on_theme_changed)
        self._toast: Toast | None = None
        self.resize(USUAL)

    @property
    def toast(self) -> Toast:
        """The place for short messages, made when it is first needed."""
        if self._toast is None:
            from hipstretch.ui.widgets.toast import Toast

            self._toast = Toast(self._theme, self, above=self._tabs)
        return self._toast

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget, key: str, *, fills_window: bool = False) -> None:
        """Show a page and mark its key; one that fills the window has no rail beside it."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._fills_window, self._key = fills_window, key
        self._rail.set_current(key)
        self._tabs.set_current(key)
        self._stack.setCurrentWidget(page)
        self._arrange()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit()

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return self._key

    @property
    def is_filled(self) -> bool:
        """Whether a page fills the window, as the player does."""
        return self._fills_window

    @property
    def foot(self) -> int:
        """The px at the foot that belong to the tab bar."""
        return self._tabs.height() if self._tabs.isVisible() else 0

    def set_timer_chips(self, in_rail: QWidget, over_tabs: QWidget) -> None:
        """Show the timer that runs on another page: one chip for each form of the window."""
        self._rail.set_foot_widget(in_rail)
        self._tabs.set_head_widget(over_tabs)

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the whole screen, or come back from it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.palette.bg)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose rail or tab bar by the width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 asks for the Safety lines, F11 fills the screen, on every page."""
        if event.key() == Qt.Key.Key_F1:
            self.safety_requested.emit()
        elif event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everybody put away what is open."""
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again after full screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._arrange()

    def _lay_out(self) -> None:
        """Rail, page and tab bar without gaps."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._tabs)

    def _arrange(self) -> None:
        """Show what the width and the page ask for."""
        has_rail = self.width() >= RAIL_FROM
        self._rail.set_compact(self.width() < WIDE_RAIL_FROM)
        self._rail.setVisible(has_rail and not self._fills_window)
        self._tabs.setVisible(not has_rail and not self._fills_window)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self._arrange()
        self.update()
