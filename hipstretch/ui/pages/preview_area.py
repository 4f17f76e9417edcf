"""The rows with their captions and the panel: beside each other, or under each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.pages.preview_foot import PreviewFoot
from hipstretch.ui.pages.preview_panel import PANEL_RADIUS, PreviewPanel
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_grid import BLEED
from hipstretch.ui.widgets.concern_card import CONCERN_RADIUS, ConcernCard
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    Shadow,
    draw_soft_shadow,
    draw_text,
    start_painting,
)
from hipstretch.ui.widgets.row_geometry import Part
from hipstretch.ui.widgets.row_list import CARD_RADIUS, RowList

EDGE = BLEED + FOCUS_MARGIN
"""The px that the area keeps at both sides for shadows."""
_PANEL, _NARROW_PANEL, _PANEL_GAP = 296, 260, 24
_WIDE_WINDOW, _PANEL_FROM = 1100, 900
_CAPTIONS, _FOOT_GAP, _CARD_GAP = 30, 20, 20
_NO_CAPTIONS = 8
_VIEW_EDGE = 24


class PreviewArea(QWidget):
    """It places the list, what to mind, the panel and the foot, and paints captions and shadows.

    The panel beside the rows stays in sight while the page scrolls.

    Signals:
        arranged: everything has its place at the new size.
    """

    arranged = Signal()

    def __init__(
        self,
        theme: Theme,
        rows: RowList,
        minded: ConcernCard,
        panel: PreviewPanel,
        foot: PreviewFoot,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows, self._minded, self._panel, self._foot = rows, minded, panel, foot
        self._view = (0, 0)
        self._window_width = 1280
        for part in (rows, minded, panel, foot):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        rows.resized.connect(self._on_part_resized)
        panel.resized.connect(self._on_part_resized)
        theme.changed.connect(self._on_look_changed)

    @property
    def has_panel_beside(self) -> bool:
        """Whether the panel stands at the right of the rows."""
        return self._window_width >= _PANEL_FROM

    def set_window_width(self, width: int) -> None:
        """Choose the form for the width of the window."""
        if width != self._window_width:
            self._window_width = width
            self.rearrange()

    def set_view(self, top: int, height: int) -> None:
        """Say which part of the area is in sight, so that the panel can be there."""
        self._view = (top, height)
        if self.has_panel_beside:
            self._place_panel_beside()

    def rearrange(self) -> None:
        """Lay everything out again."""
        self.updateGeometry()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """Names wrap, and controls do."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of everything."""
        return self._height(width)

    def sizeHint(self) -> QSize:
        """The height at the present width."""
        return QSize(400, self._height(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(300, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadows of the cards, and the captions of the columns."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setClipRect(event.rect())
        palette, px = self._theme.palette, self._theme.px
        rows, panel = QRectF(self._rows.geometry()), QRectF(self._panel.geometry())
        draw_soft_shadow(painter, rows, px(CARD_RADIUS), palette)
        if not self._minded.isHidden():
            minded = QRectF(self._minded.geometry())
            draw_soft_shadow(painter, minded, px(CONCERN_RADIUS), palette)
        beside = Shadow.PANEL if self.has_panel_beside else Shadow.CARD
        draw_soft_shadow(painter, panel, px(PANEL_RADIUS), palette, beside)
        if self._rows.geometry_at(self._rows.width()).is_one_line:
            self._draw_captions(painter)

    def _draw_captions(self, painter: QPainter) -> None:
        """Paint a word above every column."""
        geometry = self._rows.geometry_at(self._rows.width())
        left, font = self._rows.x(), self._theme.font(Role.CAPTION)
        height, color = self._captions_height() - 6, self._theme.palette.ink2
        texts = {
            Part.HOLD: self.tr("Hold"),
            Part.TIMES: self.tr("Times"),
            Part.SIDES: self.tr("Sides"),
        }
        for part, (start, width) in geometry.spans.items():
            draw_text(painter, QRectF(left + start, 0, width, height), texts[part], font, color)
        start, width = geometry.toggle_span
        draw_text(painter, QRectF(left + start, 0, width, height), self.tr("On"), font, color)
        name = QRectF(left + geometry.title_left, 0, geometry.title_width, height)
        align = Qt.AlignmentFlag.AlignLeft
        draw_text(painter, name, self.tr("Stretch"), font, color, align=align)

    def _panel_width(self) -> int:
        """The panel's width beside the rows."""
        wide = self._window_width >= _WIDE_WINDOW
        return self._theme.px(_PANEL if wide else _NARROW_PANEL)

    def _rows_width(self, width: int) -> int:
        """The width of the rows."""
        room = width - 2 * EDGE
        return room - self._panel_width() - _PANEL_GAP if self.has_panel_beside else room

    def _captions_height(self, width: int | None = None) -> int:
        """The room for captions, where the rows are in columns."""
        across = self._rows_width(self.width() if width is None else width)
        is_table = self._rows.geometry_at(across).is_one_line
        return self._theme.px(_CAPTIONS) if is_table else _NO_CAPTIONS

    def _left_height(self, width: int) -> int:
        """The height of captions, rows, what to mind, and foot."""
        across = self._rows_width(width)
        height = self._captions_height(width) + self._rows.height_at(across)
        minded = self._minded.heightForWidth(across)
        height += _CARD_GAP + minded if minded else 0
        foot = self._foot.heightForWidth(across)
        return height + (_FOOT_GAP + foot if foot else 0)

    def _height(self, width: int) -> int:
        """The height of everything at a width."""
        left = self._left_height(width)
        if self.has_panel_beside:
            panel = self._panel.heightForWidth(self._panel_width())
            return max(left, self._captions_height(width) + panel) + EDGE
        self._panel.set_form(is_card=True, width=self._rows_width(width))
        return left + _CARD_GAP + self._panel.heightForWidth(self._rows_width(width)) + EDGE

    def _arrange(self) -> None:
        """Put everything in its place."""
        width = self.width()
        across, top = self._rows_width(width), self._captions_height()
        self._panel.set_form(is_card=not self.has_panel_beside, width=across)
        self._rows.setGeometry(EDGE, top, across, self._rows.height_at(across))
        below = self._place_minded(self._rows.geometry().bottom() + 1, across)
        if not self.has_panel_beside:
            height = self._panel.heightForWidth(across)
            self._panel.setGeometry(EDGE, below + _CARD_GAP, across, height)
            below = self._panel.geometry().bottom() + 1
        foot = self._foot.heightForWidth(across)
        self._foot.setGeometry(EDGE, below + _FOOT_GAP, across, foot)
        if self.has_panel_beside:
            self._place_panel_beside()
        self.update()
        self.arranged.emit()

    def _place_minded(self, below: int, across: int) -> int:
        """Put what to mind under the rows, where there is anything; where it ends."""
        height = self._minded.heightForWidth(across)
        if not height:
            return below
        self._minded.setGeometry(EDGE, below + _CARD_GAP, across, height)
        return self._minded.geometry().bottom() + 1

    def _place_panel_beside(self) -> None:
        """Keep the panel in sight: at the top of the view, or, where it is higher, at its foot."""
        width = self._panel_width()
        height = self._panel.heightForWidth(width)
        natural, (top, view) = self._captions_height(), self._view
        if height + 2 * _VIEW_EDGE <= view:
            wanted = top + _VIEW_EDGE
        else:
            wanted = top + view - _VIEW_EDGE - height
        lowest = max(natural, self.height() - EDGE - height)
        place = QRect(self.width() - EDGE - width, 0, width, height)
        place.moveTop(min(max(natural, wanted), lowest))
        if place != self._panel.geometry():
            around = 40
            old = self._panel.geometry()
            self._panel.setGeometry(place)
            self.update(old.united(place).adjusted(-around, -around, around, around))

    @Slot()
    def _on_part_resized(self) -> None:
        """Follow a part that needs another height."""
        self.rearrange()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.rearrange()
