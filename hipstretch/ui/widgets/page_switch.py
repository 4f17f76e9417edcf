"""What the rail and the tab bar share: pages to go to, of which one is the current one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavButton, NavForm, NavItem
from hipstretch.ui.widgets.painting import FOCUS_MARGIN

_DECIDED = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class PageSwitch(QWidget):
    """A row or column of pages of which one is the current one.

    Signals:
        page_requested: `str`, the key of the page.
    """

    page_requested = Signal(str)

    def __init__(
        self, theme: Theme, items: Sequence[NavItem], form: NavForm, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = [NavButton(theme, item, form, self) for item in items]
        for button in self._buttons:
            button.chosen.connect(self._on_page_chosen)
        theme.changed.connect(self._on_theme_changed)

    @property
    def buttons(self) -> tuple[NavButton, ...]:
        """One button for each page."""
        return tuple(self._buttons)

    @property
    def current(self) -> str:
        """The key of the current page, empty where there is none."""
        return next((button.item.key for button in self._buttons if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark another page as the current one; a key that is not here marks none."""
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.item.key == key)
            button.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrow keys, from the last page on to the first."""
        steps: dict[int, int] = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
        }
        focused = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        if event.key() not in steps or not focused:
            super().keyPressEvent(event)
            return
        following = self._buttons[(focused[0] + steps[event.key()]) % len(self._buttons)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Move each button to its place; for the subclass to do."""
        raise NotImplementedError

    def _put(self, button: NavButton, visible: QRect) -> None:
        """Place a button by its visible part."""
        margin = FOCUS_MARGIN
        button.setGeometry(visible.adjusted(-margin, -margin, margin, margin))

    @Slot(str)
    def _on_page_chosen(self, key: str) -> None:
        """Pass the wish on."""
        self.page_requested.emit(key)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self._place()
        self.updateGeometry()
        self.update()


def adopt(widget: QWidget, parent: QWidget) -> None:
    """Give a widget a parent; it is shown unless it was hidden on purpose."""
    is_hidden = widget.isHidden() and widget.testAttribute(_DECIDED)
    widget.setParent(parent)
    widget.setHidden(is_hidden)


def height_at(widget: QWidget, width: int) -> int:
    """The height that a widget asks for in that width."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
