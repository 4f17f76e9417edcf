"""The keys L and R that say which sides a stretch is done on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from hipstretch.core.person import Side
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    blend,
    draw_frame,
    draw_text,
    inner_rect,
    start_painting,
)

_KEY = 40
_GAP = 5
_RADIUS = 12
_TAG = 18
_TAG_OUT = 8
_TAG_RIM = 2
_LEFT_OUT = 0.45
_BOTH = frozenset({Side.LEFT, Side.RIGHT})


class SideKeys(QGroupBox):
    """Two keys of which at least one stays on, or one wide cell where there is no side.

    The visible keys stand 10 px inside the widget on every side: room for the "+1" tag.

    Signals:
        sides_changed: the person switched a side; carries the frozenset of sides that are on.
    """

    sides_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sided = True
        self._extra: Side | None = None
        self._keys = {
            Side.LEFT: _SideKey(theme, self.tr("L"), self.tr("Left side"), self),
            Side.RIGHT: _SideKey(theme, self.tr("R"), self.tr("Right side"), self),
        }
        for key in self._keys.values():
            key.setChecked(True)
            key.clicked.connect(self._on_key_clicked)
        self._tag = _ExtraTag(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def sides(self) -> frozenset[Side]:
        """The sides that are on; both where the stretch has no side."""
        return frozenset(side for side, key in self._keys.items() if key.isChecked())

    def set_sides(self, sides: frozenset[Side]) -> None:
        """Switch the keys without telling; raises ValueError where none is left."""
        wanted = _BOTH if Side.BOTH in sides else sides
        if not wanted:
            raise ValueError("at least one side stays on")
        for side, key in self._keys.items():
            key.setChecked(side in wanted)

    def set_extra(self, side: Side | None, count: int = 1) -> None:
        """Show the "+1" tag on the side that gets extra holds, or none."""
        self._extra = side
        words = self.tr("One extra hold") if count == 1 else self.tr("{count} extra holds")
        for which, key in self._keys.items():
            key.setAccessibleDescription(words.format(count=count) if which is side else "")
        self._tag.set_count(count)
        self._place()

    def set_sided(self, sided: bool) -> None:
        """Say whether the stretch has sides; without, one cell reads "Both"."""
        self._sided = sided
        self.setAccessibleName("" if sided else self.tr("Both sides"))
        for key in self._keys.values():
            key.setVisible(sided)
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Two keys, their gap and the free margins."""
        width = 2 * self._theme.px(_KEY) + self._theme.px(_GAP) + 2 * self._side_margin()
        return QSize(width, self._theme.px(_KEY) + 2 * self._side_margin())

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the keys in their places."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell of a stretch that has no side."""
        if self._sided:
            return
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(1.0 if self.isEnabled() else _LEFT_OUT)
        palette = self._theme.palette
        cell = self._cell()
        draw_frame(painter, cell, self._theme.px(_RADIUS), palette.sunken)
        font = make_font(14 * self._theme.text_scale, 500)
        draw_text(painter, cell, self.tr("Both"), font, palette.ink2)

    def _side_margin(self) -> int:
        """What is kept free around the keys for the tag and the focus ring."""
        return self._theme.px(_TAG_OUT) + _TAG_RIM

    def _cell(self) -> QRectF:
        """The room of both keys and the gap between them."""
        width = 2 * self._theme.px(_KEY) + self._theme.px(_GAP)
        cell = QRectF(0, 0, width, self._theme.px(_KEY))
        cell.moveTopLeft(
            QPointF((self.width() - width) // 2, (self.height() - self._theme.px(_KEY)) // 2)
        )
        return cell

    def _place(self) -> None:
        """Put the keys and the tag where they belong."""
        cell = self._cell()
        edge = self._theme.px(_KEY)
        left = QRectF(cell.left(), cell.top(), edge, edge)
        rects = {Side.LEFT: left, Side.RIGHT: left.translated(cell.width() - edge, 0)}
        for side, rect in rects.items():
            self._keys[side].setGeometry(inner_rect(rect, -FOCUS_MARGIN).toRect())
        self._tag.setVisible(self._sided and self._extra in rects)
        if self._extra in rects:
            self._tag.hang_on(rects[self._extra])

    @Slot()
    def _on_key_clicked(self) -> None:
        """Tell the new sides; the last key that is on cannot be switched off."""
        if not self.sides:
            key = self.sender()
            if isinstance(key, _SideKey):
                key.setChecked(True)
            return
        self.sides_changed.emit(self.sides)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self._place()
        self.update()


class _SideKey(PaintedButton):
    """One key; on is orange with a border and heavy, off is sunken and quiet."""

    def __init__(self, theme: Theme, letter: str, name: str, parent: QWidget) -> None:
        super().__init__(theme, letter, parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def visible_size(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(_KEY), self._theme.px(_KEY))

    def corner_radius(self) -> float:
        """12 px."""
        return self._theme.px(_RADIUS)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the key and its letter."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        on = self.isChecked() and self.isEnabled()
        painter.setOpacity(1.0 if self.isEnabled() else _LEFT_OUT)
        quiet, border = blend(palette.sunken, palette.track, hover), None
        fill = blend(palette.asoft, palette.active, hover * 0.2) if on else quiet
        if on:
            border = palette.active
        draw_frame(painter, rect, self.corner_radius(), fill, border=border, width=1.5)
        font = self._theme.font(Role.BODY_STRONG)
        draw_text(painter, rect, self._label, font, palette.atext if on else palette.ink2)
        painter.setOpacity(1.0)


class _ExtraTag(QWidget):
    """The "+1" at the corner of a key; a screen reader hears it from the key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_count(self, count: int) -> None:
        """Show how many holds more, or fewer, there are."""
        self._count = count
        self.update()

    def hang_on(self, key: QRectF) -> None:
        """Stand over the upper right corner of `key`."""
        height, out = self._theme.px(_TAG), self._theme.px(_TAG_OUT)
        width = self._theme.px(23)
        left = round(key.right()) + out - width
        tag = QRectF(left, round(key.top()) - out, width, height)
        self.setGeometry(inner_rect(tag, -_TAG_RIM).toRect())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a small pill with the words and a rim that sets it off from the key."""
        palette = self._theme.palette
        painter = QPainter(self)
        start_painting(painter)
        rect = inner_rect(self.rect(), _TAG_RIM)
        rim = QRectF(self.rect())
        draw_frame(painter, rim, rim.height() / 2, palette.surface)
        draw_frame(painter, rect, rect.height() / 2, palette.atext)
        font = make_font(11.5 * self._theme.text_scale, 700)
        sign = "+" if self._count >= 0 else "\N{MINUS SIGN}"
        draw_text(painter, rect, f"{sign}{abs(self._count)}", font, palette.bg)
