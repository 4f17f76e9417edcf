"""The small picture of an exercise to think about: what will be done in its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.concerns import Choice, Concern
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.concern_mark import MARK_OVER, Mark, draw_mark
from hipstretch.ui.widgets.figure_place import draw_figure_place
from hipstretch.ui.widgets.number_editor import LEFT_OUT
from hipstretch.ui.widgets.painting import start_painting

_RADIUS = 14


class ConcernPicture(QWidget):
    """The exercise with its mark, the easier one, or, left out, the exercise as it fades."""

    def __init__(
        self, theme: Theme, concern: Concern, mark: Mark, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._concern, self._mark = concern, mark
        self._choice = Choice.KEEP
        self.setToolTip(mark.reason)
        theme.changed.connect(self._on_look_changed)
        theme.figures.drawn.connect(self.update)

    def show_choice(self, choice: Choice) -> None:
        """Show what will be done."""
        self._choice = choice
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure's place and the mark."""
        painter = QPainter(self)
        start_painting(painter)
        over = self._theme.px(MARK_OVER)
        thumb = QRectF(self.rect()).adjusted(over, over, 0, 0)
        painter.setOpacity(LEFT_OUT if self._choice is Choice.LEAVE_OUT else 1.0)
        exercise = self._concern.exercise
        if self._choice is Choice.EASIER and self._concern.easier is not None:
            exercise = self._concern.easier
        radius = self._theme.px(_RADIUS)
        draw_figure_place(painter, thumb, exercise.picture(), self._theme, radius)
        painter.setOpacity(1.0)
        if self._choice is not Choice.EASIER:
            draw_mark(painter, thumb, self._mark, self._theme)

    @Slot()
    def _on_look_changed(self) -> None:
        """Paint in the new look."""
        self.update()
