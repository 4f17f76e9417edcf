"""How long the routine takes, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.ui import words
from hipstretch.ui.pages.preview_totals import Totals
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.total_time import TotalTime

PANEL_DIGITS, BAR_DIGITS = 52.0, 30.0
_BAR_SIDE, _BAR_NARROW_SIDE, _BAR_ABOVE = 36, 20, 10
_BAR_START = 52
_NARROW = 720


def total_words(totals: Totals, *, is_too_long: bool) -> str:
    """What is in the routine; or why it cannot be started, or be any longer."""
    if is_too_long:
        return QCoreApplication.translate("PreviewTotal", "A routine lasts 4 hours at most.")
    if not totals.stretches:
        return QCoreApplication.translate("PreviewTotal", "Switch a stretch on to start.")
    return f"{words.stretches(totals.stretches)}, {words.holds(totals.holds)}"


class TotalPart(QWidget):
    """The large digits with a word above and what is in the routine below."""

    def __init__(
        self, theme: Theme, digits: float, *, captioned: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._caption = Label(theme, Role.META, self._caption_text(Totals()), color="ink2")
        self._caption.setVisible(captioned)
        self._time = TotalTime(theme, digits)
        self._line = Label(theme, Role.META, color="ink2", wrap=captioned, elide=not captioned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self._caption, self._time, self._line):
            column.addWidget(widget)

    def show_totals(self, totals: Totals, *, is_too_long: bool) -> None:
        """Show other sums."""
        self._caption.setText(self._caption_text(totals))
        self._time.set_seconds(totals.seconds)
        self._time.setAccessibleName(f"{self._caption.text()}: {self._time.text()}")
        self._line.setText(total_words(totals, is_too_long=is_too_long))

    def _caption_text(self, totals: Totals) -> str:
        """What the digits are; without the parts whose length nobody knows."""
        if totals.is_open:
            return self.tr("Total time, plus your own pace")
        return self.tr("Total time")


class PreviewBar(QWidget):
    """The bar at the foot of narrow windows: the total time and Start.

    Signals:
        start_requested: Start was pressed.
    """

    start_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._total = TotalPart(theme, BAR_DIGITS, captioned=False)
        self._start = Button(
            theme, self.tr("Start"), icon="play", height=_BAR_START, large=True, parent=self
        )
        self._start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._total, 1)
        self._row.addWidget(self._start)
        self._start.clicked.connect(self._on_start_clicked)
        theme.changed.connect(self._on_look_changed)

    def show_totals(self, totals: Totals, *, is_too_long: bool) -> None:
        """Show other sums, and whether there is anything to start."""
        self._total.show_totals(totals, is_too_long=is_too_long)
        self._start.setEnabled(totals.stretches > 0)

    def pad(self, window_width: int) -> None:
        """Set the padding for the width of the window."""
        side = _BAR_NARROW_SIDE if window_width < _NARROW else _BAR_SIDE
        above = _BAR_ABOVE - FOCUS_MARGIN
        self._row.setContentsMargins(side, above + 1, side - FOCUS_MARGIN, above)

    def sizeHint(self) -> QSize:
        """What digits and button need."""
        return self._row.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line above it."""
        painter, palette = QPainter(self), self._theme.palette
        painter.fillRect(self.rect(), palette.surface)
        painter.fillRect(QRectF(0, 0, self.width(), 1), palette.line)

    @Slot()
    def _on_start_clicked(self) -> None:
        """Ask to start."""
        self.start_requested.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        """Paint in the new look."""
        self.update()
