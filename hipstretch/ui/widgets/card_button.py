"""What the cards of a grid share: one large button that opens, and rises under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painted_button import PaintedButton, is_arrow
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, blend, draw_frame

CARD_RADIUS = 20.0
CARD_WIDTH, CARD_HEIGHT, LIST_HEIGHT = 320, 242, 100
_MOST_HEIGHTS = 32


def round_top_path(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle of which only the two upper corners are round."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    path.addRect(rect.adjusted(0, radius, 0, 0))
    return path.simplified()


class CardButton(PaintedButton):
    """A card that is one button: click and Enter open it, Space starts what it stands for.

    It has two forms: a tile, and a row of a list in narrow windows. Its shadow is painted by
    the grid that it lies in, because it reaches beyond the card.

    Signals:
        opened: clicked, or Enter was pressed.
        start_requested: Space was pressed.
        lift_changed: `lift` is another one now.
    """

    opened = Signal()
    start_requested = Signal()
    lift_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._in_list = False
        self._heights: dict[tuple[int, bool, float], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    @property
    def lift(self) -> float:
        """How far the card has risen under the pointer: 0 to 1."""
        return self.hover_share

    @property
    def in_list(self) -> bool:
        """Whether it is a row of a list."""
        return self._in_list

    def set_form(self, as_list: bool) -> None:
        """Become a row of a list, or a tile."""
        if as_list != self._in_list:
            self._in_list = as_list
            self.updateGeometry()
            self.update()

    def content_height(self, width: float) -> float:
        """The height of the visible card at a visible `width`; for the subclass to say."""
        raise NotImplementedError

    def cut_words(self) -> str:
        """The words that do not fit, for the tooltip; for the subclass to say."""
        raise NotImplementedError

    def draw_tile(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Paint what stands on a tile; for the subclass to do."""
        raise NotImplementedError

    def draw_row(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Paint what stands on a row of a list; for the subclass to do."""
        raise NotImplementedError

    def visible_size(self) -> QSize:
        """The size at 1280x800."""
        return QSize(CARD_WIDTH, int(self.content_height(CARD_WIDTH) + 0.999))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(200, LIST_HEIGHT)

    def corner_radius(self) -> float:
        """The radius of cards."""
        return CARD_RADIUS

    def hasHeightForWidth(self) -> bool:
        """Long titles make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the card and the room around it."""
        key = (width, self._in_list, self._theme.text_scale)
        if key not in self._heights:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            around = 2 * FOCUS_MARGIN
            self._heights[key] = int(self.content_height(width - around) + 0.999) + around
        return self._heights[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space starts; the arrows are the grid's."""
        if is_arrow(event.key()):
            event.ignore()
        elif event.isAutoRepeat():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.start_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space has done its work when it was pressed."""
        if event.key() == Qt.Key.Key_Space:
            event.accept()
            return
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Find the words for the tooltip only when it is asked for."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.cut_words())
        return super().event(event)

    def take_over(self, words: str) -> None:
        """Say `words` to screen readers and measure again, because the content is another one."""
        self._heights.clear()
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the card, and the quiet border that stands for its shadow in the dark."""
        palette = self._theme.palette
        draw_frame(painter, rect, CARD_RADIUS, self.surface_color(palette))
        draw_content = self.draw_row if self._in_list else self.draw_tile
        draw_content(painter, rect, palette)
        if palette.dark:
            draw_frame(painter, rect, CARD_RADIUS, None, border=palette.line)

    def surface_color(self, palette: Palette) -> QColor:
        """The ground of the card; the pointer lightens it in the dark, where there is no shadow."""
        return blend(palette.surface, palette.sunken, 0.45 * self.lift * palette.dark)

    def draw_chevron(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the sign at the right of a row that says that it opens."""
        size = self._theme.px(20)
        box = QRectF(0, 0, size, size)
        box.moveCenter(rect.center())
        box.moveRight(rect.right() - 10)
        self._theme.icons.draw(painter, "chevron-right", box.toRect().toRectF(), palette.ink3)

    @Slot()
    def _on_clicked(self) -> None:
        """Open."""
        self.opened.emit()

    def hover_moved(self) -> None:
        """Let the grid paint the shadow of this moment."""
        self.lift_changed.emit()
