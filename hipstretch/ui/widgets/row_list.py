"""The card of editor rows, which can be dragged into another order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEasingCurve,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.draft import Row
from hipstretch.core.person import Person
from hipstretch.core.routine import Step
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.concern_mark import Mark
from hipstretch.ui.widgets.editor_row import EditorRow
from hipstretch.ui.widgets.painting import draw_card, start_painting
from hipstretch.ui.widgets.row_geometry import HOLD_WIDTH, RowGeometry

CARD_RADIUS = 24
_SLIDE_MS = 140


@dataclass(frozen=True, slots=True)
class RowMove:
    """A row that was taken to another place."""

    index: int
    to: int


def slot_at(middle: float, heights: Sequence[int]) -> int:
    """How many of the rows with these heights lie above the height `middle`."""
    top, above = 0.0, 0
    for height in heights:
        if top + height / 2 > middle:
            break
        top += height
        above += 1
    return above


class RowList(QWidget):
    """The rows of a draft under each other; it moves them about while one is dragged.

    Signals:
        edited: `RowEdit`, the person changed something in a row.
        opened: `int`, show all about the stretch of that row.
        moved: `RowMove`, a row was dragged to another place.
        dragged: `int`, the pointer's height on the screen, while a row is dragged.
        drag_ended: the row that was dragged was let go.
        resized: the rows need another height.
    """

    edited = Signal(object)
    opened = Signal(int)
    moved = Signal(object)
    dragged = Signal(int)
    drag_ended = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[EditorRow] = []
        self._tops: dict[EditorRow, tuple[float, float]] = {}
        self._dragged: EditorRow | None = None
        self._grab = 0
        self._pointer = 0
        self._tab_start: QWidget | None = None
        self._target = 0
        self._hold_width = theme.px(HOLD_WIDTH)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(0.0)
        self._slide.setEndValue(1.0)
        self._slide.valueChanged.connect(self._on_rows_slid)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Stretches"))
        theme.changed.connect(self._on_look_changed)

    @property
    def rows(self) -> tuple[EditorRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    @property
    def is_dragging(self) -> bool:
        """Whether a row follows the pointer."""
        return self._dragged is not None

    def geometry_at(self, width: int) -> RowGeometry:
        """What the rows have in common at a width."""
        return RowGeometry(width, self._theme.px, self._hold_width)

    def set_rows(self, rows: Sequence[Row], person: Person) -> None:
        """Show other rows; those whose controls fit are used again."""
        self._end_drag()
        old, self._rows = self._rows, []
        for index, row in enumerate(rows):
            kept = old[index] if index < len(old) and old[index].fits(row) else None
            if kept is None:
                kept = self._new_row(row, person)
            else:
                kept.show_row(row, person)
            self._rows.append(kept)
        self._number()
        for widget in set(old) - set(self._rows):
            widget.hide()
            widget.deleteLater()
        self._on_rows_changed()

    def show_rows(self, rows: Sequence[Row], person: Person) -> None:
        """Show new values in the rows that are there, and append those that are not there yet."""
        changed = [w.show_row(row, person) for w, row in zip(self._rows, rows, strict=False)]
        fresh = [self._new_row(row, person) for row in rows[len(self._rows) :]]
        self._rows += fresh
        if fresh:
            self._number()
        if any(changed) or fresh:
            self._on_rows_changed()

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show what there is to mind about which exercise, by its id."""
        for widget in self._rows:
            step = widget.row.step
            mark = marks.get(step.exercise.id) if isinstance(step, Step) else None
            widget.set_mark(mark or Mark())

    def take(self, move: RowMove) -> None:
        """Put a row's widget in another place; the draft's row has gone there as well."""
        self._rows.insert(move.to, self._rows.pop(move.index))
        self._number()
        self._slide_rows()

    def restore(self, index: int) -> None:
        """Show a row's values again, where a change is not taken over."""
        self._rows[index].show_again()

    def place_of(self, index: int) -> QRect:
        """Where a row stands when it has slid there."""
        row = self._rows[index]
        return QRect(0, round(self._tops_in_order()[row]), self.width(), row.height())

    def follow_pointer(self) -> None:
        """Keep the dragged row under the pointer after the page was scrolled."""
        self._on_row_pulled(self._pointer)

    def set_tab_start(self, widget: QWidget) -> None:
        """Say after which widget Tab comes to the rows."""
        self._tab_start = widget

    def cancel_drag(self) -> None:
        """Let the dragged row go back to where it was."""
        self._end_drag()
        self._slide_rows()

    def height_at(self, width: int) -> int:
        """The height of all rows at a width."""
        return sum(row.height_at(width) for row in self._rows)

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(self.width(), self.height_at(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the rows in their places."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the lines between the rows."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        draw_card(painter, QRectF(self.rect()), self._theme.px(CARD_RADIUS), palette)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(palette.line, 1))
        edge = 1 if palette.dark else 0
        y = 0
        for row in self._in_order()[:-1]:
            y += row.height()
            if event.rect().top() <= y <= event.rect().bottom() + 1:
                painter.drawLine(edge, y - 1, self.width() - 1 - edge, y - 1)

    def _new_row(self, row: Row, person: Person) -> EditorRow:
        """A row's widget, listened to."""
        widget = EditorRow(self._theme, row, person, self)
        widget.edited.connect(self.edited)
        widget.opened.connect(self.opened)
        widget.grabbed.connect(self._on_row_grabbed)
        widget.pulled.connect(self._on_row_pulled)
        widget.let_go.connect(self._on_row_let_go)
        widget.show()
        return widget

    def _on_rows_changed(self) -> None:
        """Place the rows, and tell that the height may be another one."""
        self._hold_width = max(
            (row.wanted_hold_width() for row in self._rows), default=self._theme.px(HOLD_WIDTH)
        )
        for row in self._rows:
            row.set_hold_width(self._hold_width)
        self._arrange()
        self.updateGeometry()
        self.resized.emit()

    def _number(self) -> None:
        """Tell every row its index, and Tab its way."""
        before = self._tab_start
        for index, row in enumerate(self._rows):
            row.index = index
            for stop in row.stops():
                if before is not None:
                    self.setTabOrder(before, stop)
                before = stop

    def _in_order(self) -> list[EditorRow]:
        """The rows as they stand while one is dragged."""
        if self._dragged is None:
            return self._rows
        others = [row for row in self._rows if row is not self._dragged]
        others.insert(self._target, self._dragged)
        return others

    def _tops_in_order(self) -> dict[EditorRow, float]:
        """Where every row belongs."""
        tops, top = {}, 0.0
        for row in self._in_order():
            tops[row] = top
            top += row.height()
        return tops

    def _arrange(self) -> None:
        """Put every row in its place at once."""
        self._slide.stop()
        top = 0
        for row in self._rows:
            height = row.height_at(self.width())
            row.setGeometry(0, top, self.width(), height)
            row.arrange()
            top += height
        self.update()

    def _slide_rows(self) -> None:
        """Move every row but the dragged one from where it is to where it belongs."""
        self._slide.stop()
        self._tops = {row: (row.y(), top) for row, top in self._tops_in_order().items()}
        self._slide.setDuration(self._theme.duration(_SLIDE_MS))
        if self._slide.duration():
            self._slide.start()
        else:
            self._put_rows(1.0)
        self.update()

    def _put_rows(self, share: float) -> None:
        """Put the rows that are on their way `share` of it."""
        for row, (start, end) in self._tops.items():
            if row is not self._dragged:
                row.move(0, round(start + (end - start) * share))

    def _end_drag(self) -> None:
        """Forget the row that was dragged."""
        if self._dragged is not None:
            self._dragged.set_lifted(False)
            self._dragged = None
            self.drag_ended.emit()

    @Slot(int)
    def _on_row_grabbed(self, grab: int) -> None:
        """Lift a row."""
        row = self.sender()
        if isinstance(row, EditorRow):
            self._arrange()
            self._dragged, self._grab, self._target = row, grab, row.index
            row.set_lifted(True)
            row.raise_()

    @Slot(int)
    def _on_row_pulled(self, screen_y: int) -> None:
        """Let the lifted row follow the pointer, and the others make room."""
        row = self._dragged
        if row is None:
            return
        self._pointer = screen_y
        pointer = self.mapFromGlobal(QPoint(0, screen_y)).y()
        top = max(0, min(pointer - self._grab, self.height() - row.height()))
        row.move(0, top)
        heights = [other.height() for other in self._rows if other is not row]
        target = slot_at(top + row.height() / 2, heights)
        if target != self._target:
            self._target = target
            self._slide_rows()
        self.dragged.emit(screen_y)

    @Slot()
    def _on_row_let_go(self) -> None:
        """Let the row slide into its place, and tell where that is."""
        row, target = self._dragged, self._target
        if row is None:
            return
        move = RowMove(row.index, target)
        self._end_drag()
        if move.to != move.index:
            self.take(move)
            self.moved.emit(move)
        else:
            self._slide_rows()

    @Slot()
    def _on_rows_slid(self) -> None:
        """Take the next step of the way."""
        self._put_rows(float(self._slide.currentValue()))

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._on_rows_changed()
