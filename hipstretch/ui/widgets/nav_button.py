"""One page in the rail or in the tab bar."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton, is_arrow
from hipstretch.ui.widgets.painting import baseline, draw_frame, draw_text, text_width, with_alpha

_ICON, _PAD, _GAP = 22, 12, 12
_ROW_HEIGHT, _TAB_HEIGHT, _SQUARE = 44, 58, 48


class NavItem(NamedTuple):
    """A page: its key, its name, its icon, and whether it stands at the foot of the rail."""

    key: str
    text: str
    icon: str
    at_foot: bool = False


class NavForm(Enum):
    """How a page is shown."""

    ROW = auto()
    """Icon and word side by side."""
    ICON = auto()
    """The icon only; the word is the tooltip."""
    TAB = auto()
    """The icon above the word."""


class NavButton(PaintedButton):
    """A page to go to; the current one is checked.

    Signals:
        chosen: `str`, the key of the page, on click, Enter and Space.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, item: NavItem, form: NavForm, parent: QWidget | None = None
    ) -> None:
        self._item = item
        self._form = form
        super().__init__(theme, item.text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.set_form(form)
        self.clicked.connect(self._on_clicked)

    @property
    def item(self) -> NavItem:
        """The page."""
        return self._item

    def set_form(self, form: NavForm) -> None:
        """Show the page in another form."""
        self._form = form
        self.setToolTip(self._item.text if form is NavForm.ICON else "")
        self.updateGeometry()
        self.update()

    def visible_size(self) -> QSize:
        """The icon and the word, in the form."""
        px = self._theme.px
        words = round(text_width(self._item.text, self._font(chosen=True)) + 0.5)
        match self._form:
            case NavForm.ROW:
                lead = 2 * px(_PAD) + px(_ICON) + px(_GAP)
                return QSize(lead + words, px(_ROW_HEIGHT))
            case NavForm.ICON:
                return QSize(px(_SQUARE), px(_ROW_HEIGHT))
            case NavForm.TAB:
                return QSize(words + 8, px(_TAB_HEIGHT))

    def corner_radius(self) -> float:
        """12 px; 14 in the tab bar."""
        return 14.0 if self._form is NavForm.TAB else 12.0

    def minimumSizeHint(self) -> QSize:
        """A tab may be narrower than its word, which then is drawn smaller."""
        size = super().minimumSizeHint()
        return QSize(48, size.height()) if self._form is NavForm.TAB else size

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground, the icon and the word."""
        palette = self._theme.palette
        draw_frame(painter, rect, self.corner_radius(), self._ground(palette))
        ink = palette.primary if self.isChecked() else palette.ink2
        if self._form is NavForm.TAB:
            self._draw_tab(painter, rect, ink)
        else:
            self._draw_row(painter, rect, ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does; the arrows belong to the bar."""
        if is_arrow(event.key()):
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _ground(self, palette: Palette) -> QColor:
        """The fill: soft for the current page, faint under the pointer."""
        if self.isChecked():
            return palette.psoft
        return with_alpha(palette.sunken, 1.0 if self.isDown() else self.hover_share)

    def _draw_row(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        """Draw the icon at the left, or in the middle, and the word after it."""
        px = self._theme.px
        size = px(_ICON)
        alone = self._form is NavForm.ICON
        left = rect.center().x() - size / 2 if alone else rect.left() + px(_PAD)
        box = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
        self._theme.icons.draw(painter, self._item.icon, box, ink)
        if alone:
            return
        words = rect.adjusted(px(_PAD) + size + px(_GAP), 0, -4, 0)
        font = self._font(chosen=self.isChecked())
        left_aligned = Qt.AlignmentFlag.AlignLeft
        draw_text(painter, words, self._item.text, font, ink, align=left_aligned)

    def _draw_tab(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        """Draw the icon and, under it, the word."""
        px = self._theme.px
        size = px(_ICON)
        top = round(rect.top() + px(7))
        box = QRectF(round(rect.center().x() - size / 2), top, size, size)
        self._theme.icons.draw(painter, self._item.icon, box, ink)
        font = self._fitting(rect.width() - 4)
        width = text_width(self._item.text, font)
        foot = baseline(rect.bottom() - px(15), font)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(rect.center().x() - width / 2, foot), self._item.text)

    def _fitting(self, room: float) -> QFont:
        """The word's font, smaller where the tab is too narrow for it."""
        font = self._font(chosen=self.isChecked())
        width = text_width(self._item.text, font)
        if width > room > 0:
            font.setPixelSize(max(9, int(font.pixelSize() * room / width)))
        return font

    def _font(self, *, chosen: bool) -> QFont:
        """The font of the word, stronger on the current page."""
        size = 13 if self._form is NavForm.TAB else 15
        return make_font(size * self._theme.text_scale, 600 if chosen else 500)

    @Slot()
    def _on_clicked(self) -> None:
        """Name the page."""
        self.chosen.emit(self._item.key)
