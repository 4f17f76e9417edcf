"""A choice of one among a few, side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QRectF, QSize, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton, leave_one_tab_stop
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    Shadow,
    blend,
    draw_frame,
    draw_soft_shadow,
    draw_text,
    inner_rect,
    start_painting,
    text_width,
)

_HEIGHT = 44
_RADIUS = 14
_PADDING = 3
_WORD_PADDING, _LEAST_PADDING = 16, 6
_SLIDE_MS = 120


def segment_rects(track: QRectF, count: int, padding: float) -> list[QRectF]:
    """The equal shares of `count` segments in their track."""
    inside = inner_rect(track, padding)
    width = inside.width() / count
    edges = [round(inside.left() + number * width) for number in range(count + 1)]
    return [
        QRectF(left, inside.top(), right - left, inside.height()) for left, right in pairwise(edges)
    ]


class Segmented(QGroupBox):
    """Radio buttons in one track; the arrow keys move the choice.

    Signals:
        value_changed: the person chose another value; carries it.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pill = QVariantAnimation(self)
        self._pill.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._pill.setDuration(0)
        self._pill.setStartValue(QRectF())
        self._pill.setEndValue(QRectF())
        self._pill.valueChanged.connect(self._on_pill_moved)
        self._segments = [_Segment(theme, value, text, self) for value, text in options]
        self._segments[0].setChecked(True)
        leave_one_tab_stop(self._segments, self._segments[0])
        for segment in self._segments:
            segment.toggled.connect(self._on_segment_toggled)
            segment.clicked.connect(self._on_segment_clicked)
        self._reported = self.value
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def value(self) -> object:
        """The chosen option's value."""
        return self._chosen().value

    def set_value(self, value: object) -> None:
        """Choose without telling; raises ValueError for what is not offered."""
        for segment in self._segments:
            if segment.value == value:
                self._reported = segment.value
                segment.setChecked(True)
                return
        raise ValueError(f"{value!r} is none of the options")

    def sizeHint(self) -> QSize:
        """Equal segments, each as wide as the longest words."""
        width = max(segment.visible_size().width() for segment in self._segments)
        padding = 2 * (self._theme.px(_PADDING) + FOCUS_MARGIN)
        height = self._theme.px(_HEIGHT) + 2 * FOCUS_MARGIN
        return QSize(width * len(self._segments) + padding, height)

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that words are cut."""
        spare = len(self._segments) * 2 * self._theme.px(_WORD_PADDING - _LEAST_PADDING)
        return self.sizeHint() - QSize(spare, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the track out again."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the chosen segment's ground."""
        palette = self._theme.palette
        painter = QPainter(self)
        start_painting(painter)
        radius = self._theme.px(_RADIUS)
        draw_frame(painter, inner_rect(self.rect()), radius, palette.sunken)
        pill: QRectF = self._pill.currentValue()
        corner = radius - self._theme.px(_PADDING)
        draw_soft_shadow(painter, pill, corner, palette, Shadow.KNOB)
        draw_frame(painter, pill, corner, palette.track if palette.dark else palette.surface)

    def _chosen(self) -> _Segment:
        """The segment that is on."""
        return next(segment for segment in self._segments if segment.isChecked())

    def _place(self) -> None:
        """Put the segments over their shares of the track."""
        rects = segment_rects(
            inner_rect(self.rect()), len(self._segments), self._theme.px(_PADDING)
        )
        for segment, rect in zip(self._segments, rects, strict=True):
            segment.setGeometry(inner_rect(rect, -FOCUS_MARGIN).toRect())
        self._move_pill(0)

    def _move_pill(self, duration: int) -> None:
        """Bring the chosen segment's ground under it."""
        self._pill.stop()
        self._pill.setStartValue(self._pill.currentValue())
        self._pill.setEndValue(inner_rect(self._chosen().geometry()))
        self._pill.setDuration(duration)
        self._pill.start()

    @Slot(bool)
    def _on_segment_toggled(self, checked: bool) -> None:
        """Follow the choice with the ground and with the one stop of the Tab key."""
        if checked:
            leave_one_tab_stop(self._segments, self._chosen())
            self._move_pill(self._theme.duration(_SLIDE_MS) if self.isVisible() else 0)

    @Slot()
    def _on_segment_clicked(self) -> None:
        """Tell a choice that is a new one."""
        if self.value != self._reported:
            self._reported = self.value
            self.value_changed.emit(self.value)

    @Slot()
    def _on_pill_moved(self) -> None:
        """Paint the next step of the slide."""
        self.update()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self._place()
        self.update()


class _Segment(PaintedButton):
    """One option; only its words are its own, the track paints the ground."""

    def __init__(self, theme: Theme, value: object, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self.value = value
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def visible_size(self) -> QSize:
        """The words in the chosen weight and their padding."""
        words = text_width(self._label, self._words_font(chosen=True))
        width = words + 2 * self._theme.px(_WORD_PADDING)
        return QSize(math.ceil(width), self._theme.px(_HEIGHT - 2 * _PADDING))

    def corner_radius(self) -> float:
        """The track's corner less the padding."""
        return self._theme.px(_RADIUS) - self._theme.px(_PADDING)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words."""
        palette = self._theme.palette
        hover = 1.0 if self.isChecked() else self.hover_share
        color = blend(palette.ink2, palette.ink, hover) if self.isEnabled() else palette.ink3
        draw_text(painter, rect, self._label, self._words_font(self.isChecked()), color)

    def _words_font(self, chosen: bool) -> QFont:
        """The font of the words; chosen ones are heavier."""
        return make_font(15 * self._theme.text_scale, 600 if chosen else 500)
