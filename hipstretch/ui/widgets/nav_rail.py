"""The rail at the left with the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.nav_button import NavForm, NavItem
from hipstretch.ui.widgets.page_switch import PageSwitch, adopt, height_at
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, baseline, start_painting, text_width

_WIDE, _COMPACT = 208, 72
_SIDE, _COMPACT_SIDE, _FIRST, _GAP, _FOOT = 14, 12, 80, 4, 20
_TILE, _TILE_LEFT, _TILE_TOP, _BRAND_GAP = 28, 24, 26, 10


class NavRail(PageSwitch):
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
            adopt(widget, self)
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
            extra = height_at(self._foot_widget, width - 2 * self._side()) + _GAP
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
            height = height_at(self._foot_widget, width + 2 * FOCUS_MARGIN)
            left = side - FOCUS_MARGIN
            self._foot_widget.setGeometry(left, bottom - height, width + 2 * FOCUS_MARGIN, height)
