"""A grid of cards: three, two or one in a row by the width, a list in narrow windows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_button import CARD_RADIUS, CardButton
from hipstretch.ui.widgets.painting import (
    Shadow,
    draw_soft_shadow,
    inner_rect,
    layout_gap,
    start_painting,
)

NARROW_WINDOW = 720
_WIDE_WINDOW = 1100
_TWO_COLUMNS = 500
_GAP, _LIST_GAP = 20, 10
BLEED = 13
"""The px beside and below the cards for their shadows; `ScrollPage.add` takes them into account."""


class GridForm(NamedTuple):
    """How many cards stand in a row, and whether they are rows of a list."""

    columns: int
    as_list: bool

    @property
    def gap(self) -> int:
        """The px between two cards' widgets."""
        return layout_gap(_LIST_GAP if self.as_list else _GAP)


def grid_form(window_width: int, width: int) -> GridForm:
    """The form for a window and for the width that the grid has in it."""
    if window_width < NARROW_WINDOW:
        return GridForm(1, as_list=True)
    if window_width >= _WIDE_WINDOW:
        return GridForm(3, as_list=False)
    return GridForm(2 if width >= _TWO_COLUMNS else 1, as_list=False)


def column_spans(width: int, form: GridForm) -> list[tuple[int, int]]:
    """Left edge and width of each column in whole px, together exactly `width`."""
    pitch = (width + form.gap) / form.columns
    edges = [round(pitch * number) for number in range(form.columns + 1)]
    return [(left, following - form.gap - left) for left, following in pairwise(edges)]


def grid_rects(cards: Sequence[CardButton], width: int, form: GridForm) -> list[QRect]:
    """Where each card lies; the cards of a row are as high as the highest of them."""
    columns = column_spans(width - 2 * BLEED, form)
    rects: list[QRect] = []
    top = 0
    for start in range(0, len(cards), form.columns):
        row = list(zip(cards[start : start + form.columns], columns, strict=False))
        height = max(card.heightForWidth(across) for card, (_, across) in row)
        rects += [QRect(BLEED + left, top, across, height) for _, (left, across) in row]
        top += height + form.gap
    return rects


class CardGrid(QWidget):
    """The cards of a page; it paints their shadows and lets the arrow keys go between them.

    It is `BLEED` px larger than its cards at both sides and at the foot, for the shadows.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[CardButton] = []
        self._shown: list[CardButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def cards(self) -> tuple[CardButton, ...]:
        """All cards, shown or not."""
        return tuple(self._cards)

    @property
    def shown(self) -> tuple[CardButton, ...]:
        """The cards that are shown, in their order."""
        return tuple(self._shown)

    def set_cards(self, cards: Sequence[CardButton]) -> None:
        """Take these cards over and show all of them; cards that are not among them go."""
        for card in self._cards:
            if card not in cards:
                card.hide()
                card.deleteLater()
        for card in cards:
            if card not in self._cards:
                card.setParent(self)
                card.lift_changed.connect(self._on_lift_changed)
        self._cards = list(cards)
        self.show_only(cards)

    def show_only(self, cards: Sequence[CardButton]) -> None:
        """Show these of the cards, in this order, and hide the others."""
        self._shown = list(cards)
        for card in self._cards:
            card.setVisible(card in self._shown)
        for first, second in pairwise(self._shown):
            QWidget.setTabOrder(first, second)
        self._place()

    def sizeHint(self) -> QSize:
        """Three columns at 1280x800."""
        return QSize(1036, self.heightForWidth(1036))

    def minimumSizeHint(self) -> QSize:
        """One narrow column."""
        return QSize(200, 0)

    def hasHeightForWidth(self) -> bool:
        """Narrow grids are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows, and of the shadow below them."""
        form = self._form(width)
        self._apply(form)
        rects = grid_rects(self._shown, width, form)
        return rects[-1].bottom() + 1 + BLEED if rects else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadows; the cards paint themselves over them."""
        painter = QPainter(self)
        start_painting(painter)
        reach = Shadow.PANEL.extent
        for card in self._shown:
            around = card.geometry().adjusted(-reach, -reach, reach, reach)
            if around.intersects(event.rect()):
                self._draw_shadow(painter, card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Lay the cards out anew when one of them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus to the card beside, above or below."""
        columns = self._form(self.width()).columns
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(event.key(), 0)
        if not step or not self._move_focus(step):
            super().keyPressEvent(event)

    def _move_focus(self, step: int) -> bool:
        """Focus the card `step` places on; False where there is none."""
        focused = [number for number, card in enumerate(self._shown) if card.hasFocus()]
        if not focused or not 0 <= focused[0] + step < len(self._shown):
            return False
        self._shown[focused[0] + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _form(self, width: int) -> GridForm:
        """The form at that width in this window."""
        return grid_form(self.window().width() if self.parentWidget() else width, width)

    def _apply(self, form: GridForm) -> None:
        """Give every card the form; costs nothing where it has it."""
        for card in self._shown:
            card.set_form(form.as_list)

    def _place(self) -> None:
        """Move every shown card to its place and tell the layout above."""
        form = self._form(self.width())
        self._apply(form)
        for card, rect in zip(
            self._shown, grid_rects(self._shown, self.width(), form), strict=True
        ):
            card.setGeometry(rect)
        self.updateGeometry()
        self.update()

    def _draw_shadow(self, painter: QPainter, card: CardButton) -> None:
        """Draw the shadow at rest and, as the card rises, the deeper one over it."""
        rect = inner_rect(QRectF(card.geometry()))
        palette = self._theme.palette
        draw_soft_shadow(painter, rect, CARD_RADIUS, palette, Shadow.CARD)
        if card.lift > 0:
            painter.setOpacity(card.lift)
            draw_soft_shadow(painter, rect, CARD_RADIUS, palette, Shadow.PANEL)
            painter.setOpacity(1.0)

    @Slot()
    def _on_lift_changed(self) -> None:
        """Paint the shadow of the card that rises."""
        card = self.sender()
        if isinstance(card, CardButton):
            reach = Shadow.PANEL.extent
            self.update(card.geometry().adjusted(-reach, -reach, reach, reach))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out with the new text size."""
        self._place()
