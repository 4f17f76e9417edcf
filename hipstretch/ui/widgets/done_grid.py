"""What was done of each stretch, as small pictures in a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.body import Picture
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.figure_place import draw_figure_place
from hipstretch.ui.widgets.painting import WrappedText, draw_text, start_painting

_THUMB_HEIGHT, _RADIUS = 76, 14
_GAP, _ROW_GAP, _NAME_GAP, _LINE_GAP = 16, 14, 8, 2
_CHECK, _CHECK_GAP = 16, 5
_LEAST_CELL = 118
_MOST_COLUMNS = 3
_LEFT_OUT = 0.45


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A stretch, its picture, and what was done of it in words."""

    name: str
    picture: Picture
    words: str
    is_done: bool


def columns_for(width: float, text_scale: float) -> int:
    """Three pictures in a row, or fewer where they would be too small."""
    fitting = int((width + _GAP) // (_LEAST_CELL * text_scale + _GAP))
    return max(1, min(_MOST_COLUMNS, fitting))


class DoneGrid(QWidget):
    """The stretches of a session from left to right and down."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[DoneStep, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)
        theme.figures.drawn.connect(self.update)

    @property
    def steps(self) -> tuple[DoneStep, ...]:
        """What is shown."""
        return self._steps

    def set_steps(self, steps: Sequence[DoneStep]) -> None:
        """Show other stretches."""
        self._steps = tuple(steps)
        self.setAccessibleName("; ".join(f"{step.name}, {step.words}" for step in steps))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Fewer columns need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        rows = self._row_heights(width)
        return round(sum(rows) + _ROW_GAP * max(0, len(rows) - 1))

    def sizeHint(self) -> QSize:
        """Three columns."""
        width = self._theme.px(500)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(self._theme.px(_LEAST_CELL), self._theme.px(_THUMB_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells."""
        painter = QPainter(self)
        start_painting(painter)
        columns, cell = self._columns(self.width())
        tops = [0.0]
        for height in self._row_heights(self.width()):
            tops.append(tops[-1] + height + _ROW_GAP)
        for number, step in enumerate(self._steps):
            row, column = divmod(number, columns)
            left = round(column * (cell + _GAP))
            self._draw_step(painter, QPointF(left, tops[row]), cell, step)

    def _columns(self, width: int) -> tuple[int, float]:
        """How many columns there are, and how wide each is."""
        columns = columns_for(width, self._theme.text_scale)
        return columns, (width - _GAP * (columns - 1)) / columns

    def _row_heights(self, width: int) -> list[float]:
        """The height of each row: names may take two lines."""
        columns, cell = self._columns(width)
        names = [self._name(step, cell).height for step in self._steps]
        rows = [max(names[at : at + columns]) for at in range(0, len(names), columns)]
        around = self._theme.px(_THUMB_HEIGHT) + _NAME_GAP + _LINE_GAP
        return [row + around + self._theme.line_height(Role.CAPTION) for row in rows]

    def _name(self, step: DoneStep, cell: float) -> WrappedText:
        """The lines of a name."""
        role = Role.BODY_STRONG
        return WrappedText.lay_out(
            step.name, cell, self._theme.font(role), self._theme.line_height(role)
        )

    def _draw_step(self, painter: QPainter, top_left: QPointF, cell: float, step: DoneStep) -> None:
        """Paint picture, name and what was done; a stretch that was left out is pale."""
        palette = self._theme.palette
        thumb = QRectF(top_left.x(), top_left.y(), round(cell), self._theme.px(_THUMB_HEIGHT))
        painter.setOpacity(1.0 if step.is_done else _LEFT_OUT)
        draw_figure_place(painter, thumb, step.picture, self._theme, _RADIUS)
        painter.setOpacity(1.0)
        name = self._name(step, cell)
        below = QPointF(thumb.left(), thumb.bottom() + _NAME_GAP)
        name.draw(painter, below, palette.ink if step.is_done else palette.ink3)
        height = self._theme.line_height(Role.CAPTION)
        top = below.y() + name.height + _LINE_GAP
        self._draw_words(painter, QRectF(thumb.left(), top, cell, height), step)

    def _draw_words(self, painter: QPainter, line: QRectF, step: DoneStep) -> None:
        """Paint what was done, with a tick before it."""
        palette = self._theme.palette
        size = self._theme.px(_CHECK)
        words = QRectF(line)
        if step.is_done:
            box = QRectF(line.left(), round(line.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, "check", box, palette.primary)
            words.setLeft(box.right() + _CHECK_GAP)
        font = self._theme.font(Role.CAPTION)
        color = palette.ink2 if step.is_done else palette.ink3
        draw_text(painter, words, step.words, font, color, align=Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
