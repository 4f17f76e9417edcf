"""The side badge of the player: which side works now, in words and by its place."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QRectF,
    QSize,
    QVariantAnimation,
    Slot,
)
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.person import Side
from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import start_painting
from hipstretch.ui.widgets.side_badge_painting import BadgeLook, BadgeTexts, draw_badge

_WIDTH, _HEIGHT, _NARROWEST = 448, 100, 252
_CROSSING_MS = 400
_GLOW_MS = 250


class SideBadge(QWidget):
    """A left and a right slot; the working side has the large orange one with words.

    Left is always on the left, whatever the direction of the language.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._side = self._side_before = Side.BOTH
        self._texts = BadgeTexts(left_letter=self.tr("L"), right_letter=self.tr("R"))
        self._crossing = self._animation(_CROSSING_MS, QEasingCurve.Type.InOutCubic)
        self._glow = self._animation(_GLOW_MS, QEasingCurve.Type.Linear)
        self._crossing.finished.connect(self._on_crossing_finished)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def side(self) -> Side:
        """The side that is shown, or that the badge is turning to."""
        return self._side

    @property
    def moving(self) -> bool:
        """Whether the slots are crossing or the new one glows."""
        running = QAbstractAnimation.State.Running
        return self._crossing.state() is running or self._glow.state() is running

    def set_side(self, side: Side, left_text: str, right_text: str, both_text: str) -> None:
        """Show `side`; the words of each side are given, so that they can name leg or arm."""
        self._texts = BadgeTexts(left_text, right_text, both_text, self.tr("L"), self.tr("R"))
        self.setAccessibleName(self._texts.of(side).capitalize())
        if side is not self._side:
            self._turn_to(side)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw at `scale` times the size at 1280x800."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """448x100 at scale 1."""
        return QSize(round(_WIDTH * self._scale), round(_HEIGHT * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Room for the small slot and a large one twice as wide."""
        return QSize(round(_NARROWEST * self._scale), round(_HEIGHT * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slots as they are at this moment of the crossing."""
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        done = self._progress()
        for look, opacity in self._looks(done):
            painter.setOpacity(opacity)
            draw_badge(painter, QRectF(self.rect()), look, palette)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing run unseen."""
        self._settle()
        super().hideEvent(event)

    def _animation(self, duration: int, easing: QEasingCurve.Type) -> QVariantAnimation:
        """A run from 0 to 1 that repaints the badge."""
        animation = QVariantAnimation(self)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setDuration(duration)
        animation.setEasingCurve(easing)
        animation.valueChanged.connect(self._on_moved)
        return animation

    def _turn_to(self, side: Side) -> None:
        """Cross the slots, or switch at once where nobody sees it or motion is reduced."""
        self._settle()
        self._side_before, self._side = self._side, side
        if self.isVisible() and not self._theme.reduced_motion:
            self._crossing.start()
        else:
            self._side_before = side

    def _settle(self) -> None:
        """Jump to the end of every movement."""
        self._crossing.stop()
        self._glow.stop()
        self._side_before = self._side

    def _progress(self) -> float:
        """How far the crossing is, 1 where there is none."""
        if self._crossing.state() is not QAbstractAnimation.State.Running:
            return 1.0
        return float(self._crossing.currentValue())

    def _looks(self, done: float) -> list[tuple[BadgeLook, float]]:
        """What to paint, each with its opacity: two pictures where one slot becomes two."""
        if Side.BOTH not in {self._side, self._side_before} or done >= 1:
            share = done if self._side is Side.LEFT else 1 - done
            return [(self._look(self._side, share, 1.0), 1.0)]
        before, after = self._side_before, self._side
        return [
            (self._look(before, float(before is Side.LEFT), max(0.0, 1 - 2 * done)), 1 - done),
            (self._look(after, float(after is Side.LEFT), max(0.0, 2 * done - 1)), done),
        ]

    def _look(self, side: Side, left_share: float, words: float) -> BadgeLook:
        """One picture of the badge."""
        return BadgeLook(
            side,
            self._texts,
            left_share=left_share,
            words=words,
            glow=self._glowing(),
            scale=self._scale,
            text_scale=self._theme.text_scale,
        )

    def _glowing(self) -> float:
        """The strength of the glow, rising and falling once."""
        if self._glow.state() is not QAbstractAnimation.State.Running:
            return 0.0
        return math.sin(math.pi * float(self._glow.currentValue()))

    @Slot()
    def _on_moved(self) -> None:
        """Paint the next moment."""
        self.update()

    @Slot()
    def _on_crossing_finished(self) -> None:
        """Let the new slot glow once."""
        self._side_before = self._side
        self._glow.start()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look; a movement ends where motion is reduced now."""
        if self._theme.reduced_motion:
            self._settle()
        self.update()
