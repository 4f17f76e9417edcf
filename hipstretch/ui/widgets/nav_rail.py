"""The rail at the left with the pages, and the tab bar of narrow windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.nav_button import NavButton, NavForm, NavItem
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, baseline, start_painting, text_width

_WIDE, _COMPACT, _TAB_BAR = 208, 72, 72
_SIDE, _COMPACT_SIDE, _FIRST, _GAP, _FOOT = 14, 12, 80, 4, 20
_DECIDED = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_HEAD_SIDE, _HEAD_ABOVE = 11, 6
_TILE, _TILE_LEFT, _TILE_TOP, _BRAND_GAP = 28, 24, 26, 10


class _PageSwitch(QWidget):
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


class NavRail(_PageSwitch):
    """The pages in a column under the brand; compact, it shows their icons only."""

    def __init__(
        self, theme: Theme, items: Sequence[NavItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, items, NavForm.ROW, parent)
        self._compact = False
        self._foot_widget: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def compact(self) -> bool:
        """Whether it shows icons only."""
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """Show icons only, or icons and words."""
        self._compact = compact
        for button in self._buttons:
            button.set_form(NavForm.ICON if compact else NavForm.ROW)
        self._place()
        self.updateGeometry()
        self.update()

    def set_foot_widget(self, widget: QWidget | None) -> None:
        """Show a widget above the pages at the foot: a timer that runs on another page."""
        if self._foot_widget is not None and self._foot_widget is not widget:
            self._foot_widget.setParent(None)
        self._foot_widget = widget
        if widget is not None:
            _adopt(widget, self)
        self._place()

    def sizeHint(self) -> QSize:
        """208 px wide, more where a word needs it; 72 px where it is compact."""
        widest = max((button.visible_size().width() for button in self._buttons), default=0)
        width = widest + 2 * self._side() + (0 if self._compact else 1)
        least = _COMPACT if self._compact else max(_WIDE, self._brand_width())
        return QSize(max(least, width), self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the line to the page and the brand."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        painter.fillRect(self.rect(), palette.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), palette.line)
        size = self._theme.px(_TILE)
        left = (self.width() - 1 - size) // 2 if self._compact else _TILE_LEFT
        tile = QRectF(left - 1, _TILE_TOP - 1, size + 2, size + 2)
        self._theme.icons.draw(painter, "app", tile, palette.primary)
        if self._compact:
            return
        font = make_font(self._theme.px(17), 700, display=True)
        painter.setFont(font)
        painter.setPen(palette.ink)
        start = QPointF(left + size + _BRAND_GAP, baseline(tile.center().y(), font))
        painter.drawText(start, self.tr("HipStretch"))

    def _side(self) -> int:
        """The px beside the pages."""
        return _COMPACT_SIDE if self._compact else _SIDE

    def _brand_width(self) -> int:
        """The width that the brand needs."""
        font = make_font(self._theme.px(17), 700, display=True)
        words = text_width(self.tr("HipStretch"), font)
        return round(_TILE_LEFT + self._theme.px(_TILE) + _BRAND_GAP + words + _SIDE)

    def _first_top(self) -> int:
        """Where the first page stands."""
        return _FIRST + self._theme.px(_TILE) - _TILE

    def _least_height(self) -> int:
        """The height of brand and pages with nothing between them."""
        heights = sum(button.visible_size().height() + _GAP for button in self._buttons)
        extra = 0
        if self._foot_widget is not None:
            width = _COMPACT if self._compact else _WIDE
            extra = _height_at(self._foot_widget, width - 2 * self._side()) + _GAP
        return self._first_top() + heights + extra + _FOOT

    def _place(self) -> None:
        """Stack the pages from the top, and those of the foot from the bottom."""
        side = self._side()
        width = self.width() - 1 - 2 * side
        top, bottom = self._first_top(), self.height() - _FOOT
        for button in (button for button in self._buttons if not button.item.at_foot):
            height = button.visible_size().height()
            self._put(button, QRect(side, top, width, height))
            top += height + _GAP
        for button in (button for button in reversed(self._buttons) if button.item.at_foot):
            height = button.visible_size().height()
            bottom -= height
            self._put(button, QRect(side, bottom, width, height))
            bottom -= _GAP
        if self._foot_widget is not None:
            height = _height_at(self._foot_widget, width + 2 * FOCUS_MARGIN)
            left = side - FOCUS_MARGIN
            self._foot_widget.setGeometry(left, bottom - height, width + 2 * FOCUS_MARGIN, height)


class TabBar(_PageSwitch):
    """The pages side by side at the foot of a narrow window."""

    def __init__(
        self, theme: Theme, items: Sequence[NavItem], parent: QWidget | None = None
    ) -> None:
        self._head_widget: QWidget | None = None
        super().__init__(theme, items, NavForm.TAB, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_head_widget(self, widget: QWidget | None) -> None:
        """Show a widget over the pages: a timer that runs on another page."""
        if self._head_widget is not None and self._head_widget is not widget:
            self._head_widget.removeEventFilter(self)
            self._head_widget.setParent(None)
        self._head_widget = widget
        if widget is not None:
            _adopt(widget, self)
            widget.installEventFilter(self)
        self.updateGeometry()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Be higher while the widget over the pages is there."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.updateGeometry()
            self._place()
        return False

    def sizeHint(self) -> QSize:
        """72 px high at 100 % text."""
        tallest = max((button.visible_size().height() for button in self._buttons), default=0)
        return QSize(420, max(_TAB_BAR, tallest + 14) + self._head_height())

    def minimumSizeHint(self) -> QSize:
        """As high as its hint."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line to the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.surface)
        painter.fillRect(0, 0, self.width(), 1, self._theme.palette.line)

    def _place(self) -> None:
        """Give every page the same width."""
        head = self._head_height()
        if self._head_widget is not None:
            room = self.width() - 2 * _HEAD_SIDE
            self._head_widget.setGeometry(_HEAD_SIDE, _HEAD_ABOVE, room, head)
        if not self._buttons:
            return
        pitch = (self.width() - 16) / len(self._buttons)
        for number, button in enumerate(self._buttons):
            height = button.visible_size().height()
            left, right = 8 + round(pitch * number), 8 + round(pitch * (number + 1))
            top = head + 1 + (self.height() - head - 1 - height) // 2
            self._put(button, QRect(left, top, right - left, height))

    def _head_height(self) -> int:
        """The height of the widget over the pages; 0 where there is none or it is hidden."""
        if self._head_widget is None or self._head_widget.isHidden():
            return 0
        return _height_at(self._head_widget, self.width() - 2 * _HEAD_SIDE)


def _adopt(widget: QWidget, parent: QWidget) -> None:
    """Give a widget a parent; it is shown unless it was hidden on purpose."""
    is_hidden = widget.isHidden() and widget.testAttribute(_DECIDED)
    widget.setParent(parent)
    widget.setHidden(is_hidden)


def _height_at(widget: QWidget, width: int) -> int:
    """The height that a widget asks for in that width."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
