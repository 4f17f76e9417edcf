"""A switch that is on or off."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import Shadow, blend, draw_soft_shadow

_SLIDE_MS = 120


def knob_rect(track: QRectF, share: float) -> QRectF:
    """Where the knob stands in its track: `share` 0 is off at the left, 1 on at the right."""
    gap = track.height() * 3 / 26
    size = track.height() - 2 * gap
    way = track.width() - 2 * gap - size
    return QRectF(track.left() + gap + way * share, track.top() + gap, size, size)


class Toggle(PaintedButton):
    """A switch; `toggled` says when it was moved. `name` is what a screen reader says."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(0.0)
        self._slide.setEndValue(0.0)
        self._slide.valueChanged.connect(self._on_knob_moved)
        self.toggled.connect(self._on_toggled)

    def visible_size(self) -> QSize:
        """44 by 26 px."""
        return QSize(self._theme.px(44), self._theme.px(26))

    def corner_radius(self) -> float:
        """Half its height."""
        return self._theme.px(26) / 2

    def visible_rect(self) -> QRectF:
        """The track, in the middle of whatever room there is."""
        rect = QRectF(0, 0, self._theme.px(44), self._theme.px(26))
        rect.moveCenter(super().visible_rect().center())
        return rect

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the track and the knob."""
        share = float(self._slide.currentValue() or 0.0)
        radius = rect.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._track_color(share))
        painter.drawRoundedRect(rect, radius, radius)
        knob = knob_rect(rect, share)
        draw_soft_shadow(painter, knob, knob.width() / 2, self._theme.palette, Shadow.KNOB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawEllipse(knob)

    def _track_color(self, share: float) -> QColor:
        """From the quiet colour of off to the teal of on."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        on = blend(palette.primary, palette.primary_hover, hover)
        off = blend(palette.ctrl, palette.ink3, hover)
        color = blend(off, on, share)
        return color if self.isEnabled() else blend(color, palette.sunken, 0.55)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        """Slide the knob to its new place; at once where nobody sees it."""
        self._slide.stop()
        self._slide.setStartValue(float(self._slide.currentValue() or 0.0))
        self._slide.setEndValue(1.0 if checked else 0.0)
        self._slide.setDuration(self._theme.duration(_SLIDE_MS) if self.isVisible() else 0)
        self._slide.start()

    @Slot()
    def _on_knob_moved(self) -> None:
        """Paint the next step of the slide."""
        self.update()
