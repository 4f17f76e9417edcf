"""The card of the Breaks page with today: the band, what its colours mean, and the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_totals import of_day, totals_of
from hipstretch.ui import day_words
from hipstretch.ui.break_words import presence_word
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.day_band import DayBand, draw_mark, draw_span
from hipstretch.ui.widgets.day_table import DayTable
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_frame,
    draw_text,
    start_painting,
    text_width,
)

_SWATCH, _SWATCH_GAP, _APART, _LINE = 18, 7, 20, 26
_LEFT = Qt.AlignmentFlag.AlignLeft


class DayCard(CardPanel):
    """Today as a picture and, for who wants it or cannot see it, as a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Breaks", "Today"), parent)
        self._view: BreaksView | None = None
        self.band = DayBand(theme)
        self.legend = DayLegend(theme)
        self.empty = Label(theme, Role.BODY, color="ink2", wrap=True)
        self.empty.setText(self.tr("Your day shows up here as you sit and get up."))
        self.toggle = Button(theme, self.tr("Show as a table"), kind=ButtonKind.TEXT, icon="list")
        self.toggle.setCheckable(True)
        self.table: DayTable | None = None
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill()
        self.toggle.toggled.connect(self._on_toggled)

    def show_view(self, view: BreaksView) -> None:
        """Show the day of a view."""
        self._view = view
        spans = of_day(view.spans, view.now)
        is_empty = not spans and not view.reminders
        self.empty.setVisible(is_empty)
        for widget in (self.band, self.legend, self.toggle):
            widget.setVisible(not is_empty)
        self.band.show_view(view)
        words = day_words.day_line(totals_of(spans, view.away_after))
        self.band.setAccessibleName(f"{self.tr('Today')}: {words}")
        self._show_table()

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the way to the table under what the shapes mean in narrow windows."""
        super().set_narrow(is_narrow)
        sideways = QBoxLayout.Direction.LeftToRight
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else sideways)

    def _fill(self) -> None:
        """Put everything under the heading."""
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        for widget in (self.empty, self.band):
            self._lines.addLayout(_inset(widget))
        self._foot.setSpacing(0)
        self._foot.addLayout(_inset(self.legend), 1)
        self._foot.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addLayout(self._foot)
        self.add_row(self._body)

    def _show_table(self) -> None:
        """Show the table where it is wanted; it is made when it first is."""
        is_wanted = self.toggle.isChecked() and not self.toggle.isHidden()
        if is_wanted and self.table is None:
            self.table = DayTable(self._theme)
            self._lines.addWidget(self.table)
        if self.table is not None:
            self.table.setVisible(is_wanted)
            if is_wanted and self._view is not None:
                self.table.show_view(self._view)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        """Show the table, or take it away."""
        words = self.tr("Hide the table") if is_on else self.tr("Show as a table")
        self.toggle.set_label(words)
        self._show_table()


def _inset(widget: QWidget) -> QHBoxLayout:
    """A row with the room at both sides that controls bring themselves."""
    row = QHBoxLayout()
    row.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
    row.addWidget(widget)
    return row


class DayLegend(QWidget):
    """What the band's shapes and marks mean, in as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    @property
    def words(self) -> tuple[str, ...]:
        """One word for each shape, the marks last."""
        asked = (self.tr("Asked, and you got up"), self.tr("Asked"))
        return (*(presence_word(presence) for presence in Presence), *asked)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines."""
        return round(self._places(width)[-1].bottom())

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self._theme.px(400), self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shapes and their words."""
        painter = QPainter(self)
        start_painting(painter)
        px, palette, font = self._theme.px, self._theme.palette, self._theme.font(Role.CAPTION)
        places = self._places(self.width())
        painter.translate(0, max(0, round((self.height() - places[-1].bottom()) / 2)))
        for number, (place, words) in enumerate(zip(places, self.words, strict=True)):
            swatch = QRectF(place.left(), 0, px(_SWATCH), px(_SWATCH))
            swatch.moveTop(round(place.center().y() - swatch.height() / 2))
            self._draw_swatch(painter, swatch, number)
            text = place.adjusted(px(_SWATCH + _SWATCH_GAP), 0, 0, 0)
            draw_text(painter, text, words, font, palette.ink2, align=_LEFT)

    def _draw_swatch(self, painter: QPainter, swatch: QRectF, number: int) -> None:
        """Paint a shape of the band, or one of the two marks."""
        palette, presences = self._theme.palette, tuple(Presence)
        if number < len(presences):
            draw_frame(painter, swatch, 4, palette.sunken)
            draw_span(painter, swatch, swatch, presences[number], palette)
            return
        is_done = number == len(presences)
        draw_mark(painter, QPointF(swatch.center()), palette, is_done=is_done)

    def _places(self, width: int) -> list[QRectF]:
        """Where each shape and its word stand."""
        px, font = self._theme.px, self._theme.font(Role.CAPTION)
        places: list[QRectF] = []
        left = top = 0.0
        for words in self.words:
            wide = px(_SWATCH + _SWATCH_GAP) + text_width(words, font) + 1
            if places and left + wide > width:
                left, top = 0.0, top + px(_LINE)
            places.append(QRectF(left, top, wide, px(_LINE)))
            left += wide + px(_APART)
        return places

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
