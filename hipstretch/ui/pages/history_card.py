"""The card of a chart: its name, a way to its table, and a calm line while there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_button import CARD_RADIUS
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, inner_rect, start_painting
from hipstretch.ui.widgets.quiet_button import QuietButton

_SIDE, _NARROW_SIDE, _ABOVE, _BELOW = 24, 16, 12, 14
_INSET = 14
"""How far the way to the table reaches out beyond the chart: its ground is seen only at times."""


class ChartCard(QWidget):
    """A chart on a card; the visible card stands 5 px inside.

    Signals:
        table_requested: the chart is wanted as a table.
    """

    table_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        heading: str,
        chart: QWidget,
        empty: str = "",
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = heading
        self.chart = chart
        self.heading = Label(theme, Role.CARD_TITLE, heading, elide=True)
        self.empty = Label(theme, Role.BODY, empty, color="ink2", wrap=True)
        words = QCoreApplication.translate("History", "As a table")
        self.table = QuietButton(theme, words, "list")
        self.table.setAccessibleName(f"{heading}: {words}")
        self.table.clicked.connect(self._on_table_clicked)
        self._beside = beside
        self._column = QVBoxLayout(self)
        self._head, self._body = QHBoxLayout(), QVBoxLayout()
        self._fill()
        self.set_narrow(False)
        self.show_chart(True)
        theme.changed.connect(self._on_theme_changed)

    def show_chart(self, has_any: bool) -> None:
        """Show the chart, or the line that says what will be there."""
        self.chart.setVisible(has_any)
        self.table.setVisible(has_any)
        self.empty.setVisible(not has_any)

    def show_choice(self, words: str) -> None:
        """Say in the heading what alone is counted; nothing where all is."""
        self.heading.setText(f"{self._name}: {words}" if words else self._name)
        self.heading.setToolTip(words)

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less room at the sides; what stands beside the heading goes below the chart."""
        px = self._theme.px
        side = (_NARROW_SIDE if is_narrow else _SIDE) - _INSET + FOCUS_MARGIN
        above, below = px(_ABOVE) + FOCUS_MARGIN, px(_BELOW) + FOCUS_MARGIN
        self._column.setContentsMargins(side, above, side, below)
        if self._beside is None:
            return
        self._body.removeWidget(self._beside)
        self._head.removeWidget(self._beside)
        if is_narrow:
            self._body.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self._head.insertWidget(2, self._beside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, inner_rect(QRectF(self.rect())), CARD_RADIUS, self._theme.palette)

    def _fill(self) -> None:
        """Heading and way to the table in a row, the chart below."""
        self._head.setContentsMargins(_INSET, 0, 0, 0)
        self._head.setSpacing(6)
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self.table)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._body.setContentsMargins(_INSET, 0, _INSET, 0)
        self._body.addWidget(self.chart)
        self._body.addWidget(self.empty)
        self._column.addLayout(self._body)
        self._column.addStretch(1)

    @Slot()
    def _on_table_clicked(self) -> None:
        """Pass the wish on."""
        self.table_requested.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
