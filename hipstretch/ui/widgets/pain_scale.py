"""The 0 to 10 picker of pain."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton, leave_one_tab_stop
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    blend,
    draw_frame,
    draw_text,
    inner_rect,
    start_painting,
    text_width,
)

_WORST = 10
_CELL_HEIGHT = 60
_CELL_GAP = 6
_RADIUS = 12
_CAPTION_GAP = 9


def cell_rects(left: float, top: float, width: float, height: float) -> list[QRectF]:
    """Eleven equal cells with 6 px between them, on whole px."""
    step = (width + _CELL_GAP) / (_WORST + 1)
    edges = [round(left + number * step) for number in range(_WORST + 2)]
    return [QRectF(start, top, end - start - _CELL_GAP, height) for start, end in pairwise(edges)]


def typed_pain(before: int | None, digit: int) -> int:
    """The number after a digit key: a 0 right after a 1 makes it 10."""
    return _WORST if before == 1 and digit == 0 else digit


class PainScale(QGroupBox):
    """Eleven cells of which one may be chosen; digits and arrow keys choose too, 1 and 0 for 10.

    Signals:
        value_changed: the person chose another number; carries it.
    """

    value_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reported: int | None = None
        self._cells = [_Cell(theme, number, self) for number in range(_WORST + 1)]
        for cell in self._cells:
            cell.clicked.connect(self._on_cell_clicked)
        leave_one_tab_stop(self._cells, self._cells[0])
        self.setAccessibleName(self.tr("Pain from 0, none, to 10, the worst I can imagine"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def value(self) -> int | None:
        """The chosen number; None before the first choice."""
        return next((cell.number for cell in self._cells if cell.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Choose without telling; raises ValueError outside 0 to 10."""
        if value is not None and not 0 <= value <= _WORST:
            raise ValueError(f"pain goes from 0 to {_WORST}, not to {value}")
        self._reported = value
        for cell in self._cells:
            cell.setAutoExclusive(False)
            cell.setChecked(cell.number == value)
        for cell in self._cells:
            cell.setAutoExclusive(True)
        leave_one_tab_stop(self._cells, self._cells[value or 0])

    def type_digit(self, digit: int) -> None:
        """Choose as a digit key does, and tell; the focus stays where it is."""
        self._cells[typed_pain(self.value, digit)].click()

    def set_before(self, before: int | None) -> None:
        """Mark the number of before the session."""
        for cell in self._cells:
            cell.set_before(cell.number == before)

    def sizeHint(self) -> QSize:
        """Comfortable cells over one line of captions."""
        return QSize(self._width_for(44), self._height())

    def minimumSizeHint(self) -> QSize:
        """Cells that still hold their digits and can be hit."""
        return QSize(self._width_for(22), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit; the cells leave digits to the scale."""
        text = event.text()
        if len(text) == 1 and text in "0123456789":
            cell = self._cells[typed_pain(self.value, int(text))]
            cell.setFocus(Qt.FocusReason.TabFocusReason)
            cell.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what the two ends mean."""
        painter = QPainter(self)
        start_painting(painter)
        font, color = self._theme.font(Role.META), self._theme.palette.ink2
        top = FOCUS_MARGIN + self._theme.px(_CELL_HEIGHT + _CAPTION_GAP)
        line = QRectF(FOCUS_MARGIN, top, self.width() - 2 * FOCUS_MARGIN, self._line())
        draw_text(painter, line, self.tr("None"), font, color, align=Qt.AlignmentFlag.AlignLeft)
        worst = self.tr("Worst I can imagine")
        draw_text(painter, line, worst, font, color, align=Qt.AlignmentFlag.AlignRight)

    def _line(self) -> int:
        """The height of the captions."""
        return self._theme.line_height(Role.META)

    def _height(self) -> int:
        """Cells, captions and the free margin."""
        return FOCUS_MARGIN + self._theme.px(_CELL_HEIGHT + _CAPTION_GAP) + self._line()

    def _width_for(self, cell: int) -> int:
        """The width of the whole scale for cells of that width."""
        return (_WORST + 1) * cell + _WORST * _CELL_GAP + 2 * FOCUS_MARGIN

    def _place(self) -> None:
        """Put the cells in their places."""
        width = self.width() - 2 * FOCUS_MARGIN
        height = self._theme.px(_CELL_HEIGHT)
        rects = cell_rects(FOCUS_MARGIN, FOCUS_MARGIN, width, height)
        for cell, rect in zip(self._cells, rects, strict=True):
            cell.setGeometry(inner_rect(rect, -FOCUS_MARGIN).toRect())

    @Slot()
    def _on_cell_clicked(self) -> None:
        """Tell a choice that is a new one."""
        if self.value != self._reported:
            self._reported = self.value
            self.value_changed.emit(self.value)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self._place()
        self.update()


class _Cell(PaintedButton):
    """One number; chosen it is filled, larger and heavier, the one of before has a border."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(theme, str(number), parent)
        self.number = number
        self._before = False
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def set_before(self, before: bool) -> None:
        """Mark it as the number of before the session."""
        self._before = before
        self.setAccessibleDescription(self.tr("Before the session") if before else "")
        self.update()

    def visible_size(self) -> QSize:
        """A standing rectangle."""
        return QSize(self._theme.px(42), self._theme.px(_CELL_HEIGHT))

    def corner_radius(self) -> float:
        """12 px."""
        return self._theme.px(_RADIUS)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the cell and its number."""
        palette = self._theme.palette
        fill, text, border = self._colors()
        radius = min(self.corner_radius(), rect.width() / 2)
        draw_frame(painter, rect, radius, fill, border=border, width=2)
        color = text if self.isEnabled() else palette.ink3
        draw_text(painter, rect, self._label, self._digits_font(rect.width()), color)

    def _colors(self) -> tuple[QColor, QColor, QColor | None]:
        """Fill, text and border of the state it is in."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        if self.isChecked():
            return palette.pain, palette.surface, palette.pain_fill if self._before else None
        if self._before:
            fill = blend(palette.pain_soft, palette.pain_fill, hover * 0.15)
            return fill, palette.pain, palette.pain_fill
        return blend(palette.sunken, palette.track, hover), palette.ink, None

    def _digits_font(self, width: float) -> QFont:
        """The font of the number; smaller where the cell is narrow."""
        size = (22 if self.isChecked() else 20) * self._theme.text_scale
        font = make_font(size, 700 if self.isChecked() else 600, display=True)
        needed = text_width("10", font) + 4
        return (
            font
            if needed <= width
            else make_font(size * width / needed, font.weight(), display=True)
        )
