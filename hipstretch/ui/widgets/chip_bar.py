"""One row of chips that scrolls sideways and never breaks into a second row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, with_alpha

_GAP, _LEAST_GAP = 8, 6
_DIVIDER_GAP = 11
_FADE = 28


class ChipBar(QWidget):
    """A row of chips and dividers; what is cut off is reached by wheel, drag or Tab.

    The first chip's visible edge stands 5 px inside the bar. `ground` is the palette token of
    what the bar stands on: the cut edges fade into it.
    """

    def __init__(self, theme: Theme, *, ground: str = "bg", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._items: list[Chip | _Divider] = []
        self._offset = 0
        self._drag: _Drag | None = None
        self._fades = (_Fade(self, at_left=True), _Fade(self, at_left=False))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def chips(self) -> list[Chip]:
        """The chips from left to right."""
        return [item for item in self._items if isinstance(item, Chip)]

    @property
    def offset(self) -> int:
        """How many px are scrolled off at the left."""
        return self._offset

    def add_chip(self, chip: Chip) -> Chip:
        """Put a chip at the end of the row."""
        self._add(chip)
        chip.installEventFilter(self)
        return chip

    def add_divider(self) -> None:
        """Put a thin line at the end of the row."""
        self._add(_Divider(self._theme, self))

    def ground_color(self) -> QColor:
        """The colour that the bar stands on."""
        color: QColor = getattr(self._theme.palette, self._ground)
        return color

    def scroll_to(self, offset: int) -> None:
        """Show the row from `offset` px on, as far as there is more to see."""
        self._offset = max(0, min(offset, self._overflow()))
        self._place()

    def sizeHint(self) -> QSize:
        """The whole row."""
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(self._row_width(), height)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one chip."""
        return QSize(min(self._row_width(), self._theme.px(120)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row inside the new width."""
        super().resizeEvent(event)
        self.scroll_to(self._offset)

    def showEvent(self, event: QShowEvent) -> None:
        """Place what was added while nobody saw it."""
        super().showEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways, where there is more to see; else leave the wheel to the page.

        Up and down on a touch pad always is the page's.
        """
        angle = event.angleDelta()
        touched = not event.pixelDelta().isNull()
        moved = angle.x() if angle.x() or touched else angle.y()
        before = self._offset
        self.scroll_to(self._offset - moved // 2)
        event.setAccepted(self._offset != before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drag the row by its chips, and bring the chip with the focus into view."""
        if not isinstance(watched, Chip):
            return False
        if event.type() is QEvent.Type.FocusIn:
            self._show_chip(watched)
        elif isinstance(event, QMouseEvent):
            return self._drag_by(watched, event)
        return False

    def _add(self, item: Chip | _Divider) -> None:
        """Take an item in at the end."""
        item.setParent(self)
        item.show()
        self._items.append(item)
        self.updateGeometry()
        if self.isVisible():
            self._place()

    def _row_width(self) -> int:
        """The px that all items take; the margins of neighbours lie on each other."""
        return self._lay_out()[1]

    def _lay_out(self) -> tuple[list[QRect], int]:
        """Where the items stand without scrolling, and where the row ends.

        Where only a few px are missing the chips stand a little closer, so that none is cut.
        """
        sizes = [item.sizeHint() for item in self._items]
        wanted = self._lay_out_with(_GAP, sizes)
        for gap in range(_GAP, _LEAST_GAP - 1, -1):
            closer = self._lay_out_with(gap, sizes)
            if closer[1] <= self.width():
                return closer
        return wanted

    def _lay_out_with(self, gap: int, sizes: list[QSize]) -> tuple[list[QRect], int]:
        """Where the items, so big, stand `gap` px apart, and where the row ends."""
        right = 0
        rects = []
        for number, (item, size) in enumerate(zip(self._items, sizes, strict=True)):
            if number:
                right += self._theme.px(item.gap if isinstance(item, _Divider) else gap)
                right -= 2 * FOCUS_MARGIN if isinstance(item, Chip) else FOCUS_MARGIN
                right += _after_divider(self._items[number - 1], self._theme)
            rects.append(QRect(right, 0, size.width(), size.height()))
            right += size.width()
        return rects, right

    def _overflow(self) -> int:
        """How far the row can be scrolled."""
        return max(0, self._row_width() - self.width())

    def _place(self) -> None:
        """Move the items and show a fade at each edge that cuts the row."""
        rects, right = self._lay_out()
        for item, rect in zip(self._items, rects, strict=True):
            item.setGeometry(rect.translated(-self._offset, 0))
        width = self._theme.px(_FADE)
        at_left, at_right = self._fades
        at_left.setGeometry(0, 0, width, self.height())
        at_right.setGeometry(self.width() - width, 0, width, self.height())
        at_left.setVisible(self._offset > 0)
        at_right.setVisible(self._offset < right - self.width())
        at_left.raise_()
        at_right.raise_()

    def _show_chip(self, chip: Chip) -> None:
        """Scroll until the whole chip stands clear of the fades."""
        fade = self._theme.px(_FADE)
        if chip.x() < fade:
            self.scroll_to(self._offset + chip.x() - fade)
        elif chip.geometry().right() > self.width() - fade:
            self.scroll_to(self._offset + chip.geometry().right() - self.width() + fade)

    def _drag_by(self, chip: Chip, event: QMouseEvent) -> bool:
        """Follow the pointer; a chip that was dragged is not pressed. Says what it swallows."""
        place = event.globalPosition().toPoint().x()
        if event.type() is QEvent.Type.MouseButtonPress:
            self._drag = _Drag(place, self._offset)
        elif self._drag is not None and event.type() is QEvent.Type.MouseMove:
            return self._drag_to(chip, self._drag, place)
        elif event.type() is QEvent.Type.MouseButtonRelease:
            dragged = self._drag is not None and self._drag.moving
            self._drag = None
            return dragged
        return False

    def _drag_to(self, chip: Chip, drag: _Drag, place: int) -> bool:
        """Scroll with the pointer once it has clearly moved."""
        if not drag.moving and abs(place - drag.start) < QApplication.startDragDistance():
            return False
        drag.moving = True
        chip.setDown(False)
        self.scroll_to(drag.offset + drag.start - place)
        return True

    @Slot()
    def _on_look_changed(self) -> None:
        """Lay the row out with the new sizes."""
        self.updateGeometry()
        self.scroll_to(self._offset)


class _Drag:
    """Where the pointer went down, how far the row was scrolled then, and whether it moves."""

    def __init__(self, start: int, offset: int) -> None:
        self.start = start
        self.offset = offset
        self.moving = False


def _after_divider(previous: QWidget, theme: Theme) -> int:
    """The extra room after a divider."""
    return theme.px(_DIVIDER_GAP - _GAP) + FOCUS_MARGIN if isinstance(previous, _Divider) else 0


class _Divider(QWidget):
    """A thin upright line between groups of chips."""

    gap = _DIVIDER_GAP

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """One px wide, as high as a chip."""
        return QSize(1, self._theme.px(36) + 2 * FOCUS_MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the middle two thirds."""
        height = self._theme.px(22)
        top = (self.height() - height) // 2
        QPainter(self).fillRect(0, top, 1, height, self._theme.palette.line)


class _Fade(QWidget):
    """The edge of the row that fades into the ground; it lets the pointer through."""

    def __init__(self, bar: ChipBar, *, at_left: bool) -> None:
        super().__init__(bar)
        self._bar = bar
        self._at_left = at_left
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the ground's colour at the edge to nothing."""
        ground = self._bar.ground_color()
        gradient = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
        gradient.setColorAt(0 if self._at_left else 1, ground)
        gradient.setColorAt(1 if self._at_left else 0, with_alpha(ground, 0))
        QPainter(self).fillRect(self.rect(), gradient)
