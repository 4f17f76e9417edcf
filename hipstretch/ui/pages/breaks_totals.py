"""The card of the Breaks page with what the day adds up to."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.sitting_totals import Totals, of_day, totals_of
from hipstretch.ui import day_words
from hipstretch.ui.break_words import length
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_button import CARD_RADIUS
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_card,
    draw_frame,
    draw_text,
    inner_rect,
    start_painting,
)

_SIDE, _NARROW_SIDE = 24, 16
_ABOVE, _HEADING, _ROW, _BELOW = 20, 36, 50, 14
_TILE, _ICON, _TILE_GAP = 36, 20, 12
_COLUMNS_FROM = 640
"""The px of width from which the facts stand side by side."""
_COLUMN_HEIGHT = 52
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Fact(NamedTuple):
    """One number of the day, with its sign and its words."""

    icon: str
    words: str
    number: str


class TotalsCard(QWidget):
    """Four facts, under each other or side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = _SIDE
        self._facts: tuple[Fact, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell(Totals())
        theme.changed.connect(self._on_look_changed)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it tells."""
        return self._facts

    def show_view(self, view: BreaksView) -> None:
        """Add the day up."""
        self._tell(totals_of(of_day(view.spans, view.now), view.away_after))

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less room at the sides in narrow windows."""
        self._side = _NARROW_SIDE if is_narrow else _SIDE
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Side by side they need less height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The heading and the facts."""
        px = self._theme.px
        facts = _COLUMN_HEIGHT if self._is_wide(width) else _ROW * len(self._facts)
        return px(_ABOVE + _HEADING + facts + _BELOW) + 2 * FOCUS_MARGIN

    def sizeHint(self) -> QSize:
        """As in a wide window."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The smallest window."""
        return QSize(self._theme.px(240), self._theme.px(_ABOVE + _HEADING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the heading and the facts."""
        painter = QPainter(self)
        start_painting(painter)
        px, palette, card = self._theme.px, self._theme.palette, inner_rect(self.rect())
        draw_card(painter, card, CARD_RADIUS, palette)
        inside = card.adjusted(self._side, px(_ABOVE), -self._side, -px(_BELOW))
        heading = QRectF(inside.left(), inside.top(), inside.width(), px(26))
        font = self._theme.font(Role.SECTION)
        draw_text(painter, heading, self.tr("So far today"), font, palette.ink, align=_LEFT)
        inside.setTop(inside.top() + px(_HEADING))
        self._draw_facts(painter, inside, palette)

    def _draw_facts(self, painter: QPainter, inside: QRectF, palette: Palette) -> None:
        """Paint the facts in columns or in rows."""
        count = len(self._facts)
        is_wide = self._is_wide(self.width())
        width = inside.width() / count if is_wide else inside.width()
        height = inside.height() if is_wide else inside.height() / count
        for number, fact in enumerate(self._facts):
            left = inside.left() + (width * number if is_wide else 0)
            top = inside.top() + (0 if is_wide else height * number)
            place = QRectF(left, top, width, height)
            if not is_wide and number:
                painter.fillRect(QRectF(left, round(top), width, 1), palette.line)
            self._draw_fact(painter, place, fact, palette)

    def _draw_fact(self, painter: QPainter, place: QRectF, fact: Fact, palette: Palette) -> None:
        """Paint a sign, and words and number beside it."""
        px = self._theme.px
        tile = QRectF(0, 0, px(_TILE), px(_TILE))
        tile.moveCenter(place.center())
        tile.moveLeft(place.left())
        tile.moveTop(round(tile.top()))
        draw_frame(painter, tile, px(10), palette.sunken)
        icon = QRectF(0, 0, px(_ICON), px(_ICON))
        icon.moveCenter(tile.center())
        self._theme.icons.draw(painter, fact.icon, icon, palette.primary)
        words = QRectF(place)
        words.setLeft(tile.right() + px(_TILE_GAP))
        self._draw_words(painter, words, fact, palette)

    def _draw_words(self, painter: QPainter, place: QRectF, fact: Fact, palette: Palette) -> None:
        """Paint words and number in one line, or the number above the words."""
        body, strong = self._theme.font(Role.BODY), self._theme.font(Role.BODY_STRONG)
        if not self._is_wide(self.width()):
            draw_text(painter, place, fact.words, body, palette.ink2, align=_LEFT)
            draw_text(painter, place, fact.number, strong, palette.ink, align=_RIGHT)
            return
        line = self._theme.line_height(Role.BODY)
        above = QRectF(place.left(), place.center().y() - line, place.width(), line)
        draw_text(painter, above, fact.number, strong, palette.ink, align=_LEFT)
        caption = self._theme.font(Role.CAPTION)
        below = above.translated(0, line)
        draw_text(painter, below, fact.words, caption, palette.ink2, align=_LEFT)

    def _tell(self, totals: Totals) -> None:
        """Put the sums into words."""
        facts = (
            Fact("seated", self.tr("Sitting"), _minutes(totals.sat)),
            Fact("standing", self.tr("On your feet"), _minutes(totals.up)),
            Fact("breaks", self.tr("Breaks"), str(totals.breaks)),
            Fact("clock", self.tr("Longest sitting"), _minutes(totals.longest)),
        )
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleName(f"{self.tr('So far today')}: {day_words.day_line(totals)}")
            self.update()

    def _is_wide(self, width: int) -> bool:
        """Whether the facts stand side by side."""
        return width >= self._theme.px(_COLUMNS_FROM)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def _minutes(seconds: float) -> str:
    """Whole minutes."""
    return length(int(seconds // 60))
