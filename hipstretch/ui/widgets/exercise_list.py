"""A list of exercises to choose one from, each with its picture, name, area and position."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hipstretch.core.exercise import Exercise
from hipstretch.ui import words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.figure_place import draw_figure_place
from hipstretch.ui.widgets.item_list import CHOOSING_KEYS, ItemList
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    draw_focus_ring,
    draw_frame,
    inner_rect,
    start_painting,
)
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

_HEIGHT, _THUMB_WIDTH, _THUMB_HEIGHT = 78, 76, 56
_GAP, _RADIUS, _PLUS, _ROWS = 12, 16, 20, 6
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def facts_words(exercise: Exercise) -> str:
    """What an exercise works on, and how one lies or sits for it."""
    return f"{words.areas_phrase(exercise.areas[:2])} · {words.position_word(exercise.position)}"


def finds(exercise: Exercise, text: str) -> bool:
    """Whether every word of a search stands in what is told of an exercise."""
    told = [exercise.name, *exercise.also_called, *map(words.area_word, exercise.areas)]
    told += [words.position_word(exercise.position), *exercise.equipment]
    plain = " ".join(told).replace("-", " ").casefold()
    return all(word in plain for word in text.replace("-", " ").casefold().split())


class _Model(QAbstractListModel):
    """The exercises that the search lets through."""

    def __init__(self, exercises: Sequence[Exercise], parent: QWidget) -> None:
        super().__init__(parent)
        self.all = tuple(exercises)
        self.shown = self.all

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, and what a screen reader says."""
        exercise = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{exercise.name}, {facts_words(exercise).replace(' · ', ', ')}"
        if role == Qt.ItemDataRole.UserRole:
            return exercise
        return None

    def search(self, text: str) -> None:
        """Let through what has the words of `text`."""
        self.beginResetModel()
        self.shown = tuple(exercise for exercise in self.all if finds(exercise, text))
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Paints one exercise."""

    def __init__(self, theme: Theme, parent: ExerciseList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """High enough for the words at the list's width."""
        room = self._list.viewport().width() - self._lead() - self._trail()
        height = sum(text.height for text in self._texts(index, room))
        px = self._theme.px
        return QSize(option.rect.width(), max(px(_HEIGHT), round(height) + px(20)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the picture, the words and a plus; on a soft ground where it is meant."""
        start_painting(painter)
        palette, px = self._theme.palette, self._theme.px
        field = inner_rect(QRectF(option.rect))
        is_hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        is_current = index.row() == self._list.currentIndex().row() and self._list.hasFocus()
        if is_hot or is_current:
            draw_frame(painter, field, px(_RADIUS), palette.sunken)
        if is_current and self._list.ring_shown:
            draw_focus_ring(painter, field, px(_RADIUS), palette)
        thumb = QRectF(field.left() + px(6), 0, px(_THUMB_WIDTH), px(_THUMB_HEIGHT))
        thumb.moveTop(round(field.center().y() - thumb.height() / 2))
        exercise = index.data(Qt.ItemDataRole.UserRole)
        draw_figure_place(painter, thumb, exercise.picture(), self._theme, px(12))
        self._draw_words(painter, field, thumb.right() + px(_GAP), index)
        plus = QRectF(0, 0, px(_PLUS), px(_PLUS))
        plus.moveCenter(QPointF(field.right() - px(20), field.center().y()))
        self._theme.icons.draw(painter, "plus", plus, palette.primary)

    def _draw_words(self, painter: QPainter, field: QRectF, left: float, index: _Index) -> None:
        """Paint name and facts."""
        palette = self._theme.palette
        room = field.right() - self._trail() + FOCUS_MARGIN - left
        name, facts = self._texts(index, room)
        top = round(field.center().y() - (name.height + facts.height) / 2)
        name.draw(painter, QPointF(left, top), palette.ink)
        facts.draw(painter, QPointF(left, top + name.height), palette.ink2)

    def _texts(self, index: _Index, room: float) -> tuple[WrappedText, WrappedText]:
        """Name and facts in their lines."""
        exercise = index.data(Qt.ItemDataRole.UserRole)
        look = self._theme
        return (
            WrappedText.lay_out(
                exercise.name,
                room,
                look.font(Role.BODY_STRONG),
                look.line_height(Role.BODY_STRONG),
            ),
            WrappedText.lay_out(
                facts_words(exercise),
                room,
                look.font(Role.CAPTION),
                look.line_height(Role.CAPTION),
            ),
        )

    def _lead(self) -> int:
        """The px before the words."""
        px = self._theme.px
        return FOCUS_MARGIN + px(6) + px(_THUMB_WIDTH) + px(_GAP)

    def _trail(self) -> int:
        """The px after the words."""
        return FOCUS_MARGIN + self._theme.px(40)


class ExerciseList(ItemList):
    """Exercises under each other; a click or Enter chooses one.

    Signals:
        chosen: `Exercise`, the one that was chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, exercises: Sequence[Exercise], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._model = _Model(exercises, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Stretches"))

    @property
    def shown(self) -> tuple[Exercise, ...]:
        """The exercises that the search lets through."""
        return self._model.shown

    def search(self, text: str) -> None:
        """Show the exercises that have the words of `text`, the first one as the current."""
        self._model.search(text)
        self.setCurrentIndex(self._model.index(0, 0))

    def choose(self, row: int) -> None:
        """Choose one of those that are shown."""
        self.chosen.emit(self.shown[row])

    def choose_current(self) -> None:
        """Choose the one that is marked, else the first one."""
        row = max(0, self.currentIndex().row())
        if row < len(self.shown):
            self.choose(row)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(self._theme.px(420), self._theme.px(_ROWS * _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(self._theme.px(200), self._theme.px(2 * _HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or the space bar."""
        if event.key() in CHOOSING_KEYS:
            self.choose_current()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            self._ring_shown = True
            super().keyPressEvent(event)
