"""The moving figure of the player: goes from pose to pose, breathes, and can be turned by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Picture
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:  # the engine is imported with the first figure that is shown
    from hipstretch.core.figure.figure import Figure
    from hipstretch.core.figure.frame import FigureFrame
    from hipstretch.core.figure.staging import Pace
    from hipstretch.core.view import View

MOVING_MS = 33
"""Milliseconds between two pictures while the figure goes from pose to pose."""
BREATHING_MS = 80
"""Milliseconds between two pictures while it breathes: no more than 15 a second."""
_DEGREES_PER_PX = 0.5


class FigureView(QWidget):
    """A figure on a transparent ground; mouse events are its parent's, which calls `turn`.

    It draws only while it shows and the session plays, or while it still is on its way.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._shown: str | None = None
        self._figure: Figure | None = None
        self._pace: Pace | None = None
        self._yaw = self._pitch = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.update)
        theme.changed.connect(self._on_look_changed)

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure to show."""
        return self._figure is not None

    @property
    def is_turned(self) -> bool:
        """Whether it was turned by hand."""
        return bool(self._yaw or self._pitch)

    def show_view(self, view: View) -> None:
        """Do what a moment of the session asks for."""
        from hipstretch.core.figure.staging import Pace, staging

        if view.picture.figure != self._shown:
            self._take(view.picture)
        if self._figure is not None:
            asked, before, now = staging(view), self._pace, self._clock()
            if before is None:
                self._pace = Pace.at_once(self._figure, asked, now)
            elif asked != before.asked:
                self._pace = before.told(asked, now)
            if before is None or not asked.is_same_phase(before.asked):
                self.update()
        self._run()

    def turn(self, dx: float, dy: float) -> None:
        """Turn by so many px of the mouse."""
        self._yaw -= dx * _DEGREES_PER_PX
        self._pitch = max(-60.0, min(60.0, self._pitch + dy * _DEGREES_PER_PX))
        self.update()

    def turn_back(self) -> None:
        """Look from where the exercise is seen best."""
        self._yaw = self._pitch = 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure as it is now."""
        frame = self._frame()
        if frame is None:
            return
        from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE
        from hipstretch.ui.figure.painter import paint_figure

        painter = QPainter(self)
        palette = DARK_FIGURE if self._theme.palette.dark else LIGHT_FIGURE
        rect = QRectF(self.rect())
        paint_figure(painter, rect, frame, palette, yaw=self._yaw, pitch=self._pitch)
        painter.end()
        self._run()

    def showEvent(self, event: QShowEvent) -> None:
        """Move again."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing."""
        super().hideEvent(event)
        self._timer.stop()

    def _take(self, picture: Picture) -> None:
        """Show another figure."""
        self._figure = self._theme.figures.figure(picture)
        self._shown = picture.figure
        self._pace = None
        self._yaw = self._pitch = 0.0
        self.update()

    def _frame(self) -> FigureFrame | None:
        """The picture as it is now; None where there is no figure."""
        if self._pace is None:
            return None
        return self._pace.frame(self._clock(), calm=self._theme.reduced_motion)

    def _run(self) -> None:
        """Go on drawing as often as the moment asks for, or not at all."""
        pace = self._pace
        if pace is None or not self.isVisible() or self._is_away() or self._theme.reduced_motion:
            self._timer.stop()
        elif not pace.is_over(self._clock()):
            self._tick(MOVING_MS)
        elif pace.asked.is_live:
            self._tick(2 * MOVING_MS if pace.is_moving else BREATHING_MS)
        elif self._timer.isActive():
            self._timer.stop()
            self.update()

    def _tick(self, milliseconds: int) -> None:
        """Let the timer run at that pace."""
        if not self._timer.isActive() or self._timer.interval() != milliseconds:
            self._timer.start(milliseconds)

    def _is_away(self) -> bool:
        """Whether nobody can see the window."""
        handle = self.window().windowHandle()
        return handle is not None and not handle.isExposed()

    @Slot()
    def _on_look_changed(self) -> None:
        """Paint in the new colours."""
        self.update()
        self._run()
