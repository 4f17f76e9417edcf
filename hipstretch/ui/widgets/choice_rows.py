"""The rows of the list that a choice opens."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
"""Where a model keeps the quiet word of an option."""
ROW = 40
_ROW_RADIUS = 10
_CHECK, _BEFORE, _BETWEEN, _AFTER = 18, 10, 8, 16
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_Index = QModelIndex | QPersistentModelIndex


class ChoiceRows(QListView):
    """The options; the arrows and the pointer move the mark, letters find an option.

    Signals:
        taken: `int`, the index of the option that was clicked, or that Enter was pressed on.
        given_up: Escape or Tab was pressed, or the focus went elsewhere.
    """

    taken = Signal(int)
    given_up = Signal()

    def __init__(self, theme: Theme, choice: QComboBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._painting = _RowPainting(theme, choice, self)
        self.setModel(choice.model())
        self.setItemDelegate(self._painting)
        self.setAccessibleName(choice.accessibleName())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(colors)
        self.entered.connect(self._on_entered)
        self.clicked.connect(self._on_clicked)

    def begin(self, index: int) -> None:
        """Take the focus, with the mark on an option that is in view."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        at = self.model().index(index, 0)
        self.setCurrentIndex(at)
        self.scrollTo(at, QListView.ScrollHint.PositionAtCenter)

    def widest(self) -> int:
        """The px that the longest option takes."""
        return self._painting.widest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter or Space, give up with Escape or Tab, else move the mark."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._take(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._give_up()
        else:
            super().keyPressEvent(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Have Tab as a key, and keys before the window's shortcuts have them."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab does not go through the window while the list lies over it."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up where the focus goes elsewhere."""
        super().focusOutEvent(event)
        self._give_up()

    def _take(self, index: QModelIndex) -> None:
        """Tell what was taken."""
        if index.isValid():
            self.taken.emit(index.row())

    def _give_up(self) -> None:
        """Tell that nothing is wanted."""
        self.given_up.emit()

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        """Let the mark follow the pointer."""
        self.setCurrentIndex(index)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Take what was clicked."""
        self._take(index)


class _RowPainting(QStyledItemDelegate):
    """Paints an option: a check where it is the chosen one, its words and the quiet word."""

    def __init__(self, theme: Theme, choice: QComboBox, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = choice
        self._view = parent

    def widest(self) -> int:
        """The px that the longest option takes."""
        words = self._theme.font(Role.BODY_STRONG)
        quiet = self._theme.font(Role.CAPTION)
        widths = [
            text_width(self._choice.itemText(row), words)
            + text_width(self._detail(row), quiet)
            + (self._theme.px(_AFTER) if self._detail(row) else 0)
            for row in range(self._choice.count())
        ]
        return math.ceil(max(widths) + self._lead() + self._theme.px(_AFTER)) + 1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Rows of one height."""
        return QSize(self.widest(), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the mark, the check and the words."""
        start_painting(painter)
        palette, rect = self._theme.palette, QRectF(option.rect)
        chosen = index.row() == self._choice.currentIndex()
        if index.row() == self._view.currentIndex().row():
            draw_frame(painter, rect, self._theme.px(_ROW_RADIUS), palette.sunken)
        if chosen:
            size = self._theme.px(_CHECK)
            left = rect.left() + self._theme.px(_BEFORE)
            box = QRectF(left, round(rect.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, "check", box, palette.primary)
        font = make_font(15 * self._theme.text_scale, 600 if chosen else 400)
        words = rect.adjusted(self._lead(), 0, -self._theme.px(_AFTER), 0)
        text = self._choice.itemText(index.row())
        draw_text(painter, words, text, font, palette.ink, align=_LEFT)
        self._draw_detail(painter, words, index.row(), text_width(text, font))

    def _draw_detail(self, painter: QPainter, room: QRectF, row: int, taken: float) -> None:
        """Draw the quiet word at the right where the words have left room for it."""
        detail, font = self._detail(row), self._theme.font(Role.CAPTION)
        if taken + self._theme.px(_AFTER) + text_width(detail, font) <= room.width():
            draw_text(painter, room, detail, font, self._theme.palette.ink2, align=_RIGHT)

    def _detail(self, row: int) -> str:
        """The quiet word of an option."""
        return str(self._choice.itemData(row, DETAIL_ROLE) or "")

    def _lead(self) -> int:
        """The px before the words, with the check or without."""
        return self._theme.px(_BEFORE + _CHECK + _BETWEEN)
