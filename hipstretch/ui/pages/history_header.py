"""The top of the History page: its title, three numbers, and the way out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui import history_words
from hipstretch.ui.pages.history_view import Export, HistoryTotals
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_text, start_painting, text_width

if TYPE_CHECKING:  # 17 ms that only the first menu needs
    from hipstretch.ui.widgets.menu import Menu

_APART, _GAP, _LINE, _WORD_GAP = 28, 24, 28, 5
_LEFT = Qt.AlignmentFlag.AlignLeft


class Number(NamedTuple):
    """A number with its unit, and what it counts."""

    strong: str
    rest: str


class HistoryNumbers(QWidget):
    """Numbers in a line, or in as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers: tuple[Number, ...] = ()
        theme.changed.connect(self.update)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """What is told."""
        return self._numbers

    def show_totals(self, totals: HistoryTotals) -> None:
        """Tell what helps: what is nothing yet is left out."""
        row, week = totals.days_in_a_row, history_words.minutes(totals.week_seconds)
        numbers = [
            Number(history_words.days(row), self.tr("in a row")) if row else None,
            Number(week, self.tr("this week")) if totals.week_seconds else None,
            history_number(totals.sessions) if totals.sessions else None,
        ]
        self._numbers = tuple(number for number in numbers if number is not None)
        self.setAccessibleName(", ".join(f"{n.strong} {n.rest}" for n in self._numbers))
        self.update()

    def places(self, width: float) -> list[QRectF]:
        """Where each number stands in that width."""
        places: list[QRectF] = []
        left = top = 0.0
        for number in self._numbers:
            wide = self._width_of(number)
            if places and left + wide > width:
                left, top = 0.0, top + self._theme.px(_LINE)
            places.append(QRectF(left, top, wide, self._theme.px(_LINE)))
            left += wide + self._theme.px(_APART)
        return places

    def size_at(self, width: float) -> QSize:
        """The px that the numbers take in that width."""
        places = self.places(width)
        right = max((place.right() for place in places), default=0.0)
        return QSize(math.ceil(right), math.ceil(places[-1].bottom()) if places else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every number and its words."""
        painter = QPainter(self)
        start_painting(painter)
        palette, body = self._theme.palette, self._theme.font(Role.BODY)
        strong = make_font(17 * self._theme.text_scale, 600)
        for place, number in zip(self.places(self.width()), self._numbers, strict=True):
            draw_text(painter, place, number.strong, strong, palette.ink, align=_LEFT)
            words = QRectF(place)
            lead = text_width(number.strong, strong) + self._theme.px(_WORD_GAP)
            words.setLeft(place.left() + lead)
            draw_text(painter, words, number.rest, body, palette.ink2, align=_LEFT)

    def _width_of(self, number: Number) -> float:
        """The px of a number and its words."""
        strong = make_font(17 * self._theme.text_scale, 600)
        rest = text_width(number.rest, self._theme.font(Role.BODY))
        return text_width(number.strong, strong) + self._theme.px(_WORD_GAP) + rest + 2


def history_number(count: int) -> Number:
    """How many sessions, the number apart from the word."""
    number, _, word = history_words.sessions(count).partition(" ")
    return Number(number, word)


class HistoryHeader(QWidget):
    """Title at the left, numbers and button at the right; the numbers go below where it is tight.

    Signals:
        export_requested: `Export`, what is to be taken out.
    """

    export_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Label(theme, Role.PAGE_TITLE, self.tr("History"), parent=self)
        self.numbers = HistoryNumbers(theme, self)
        self.export = Button(
            theme, self.tr("Export"), kind=ButtonKind.SECONDARY, icon="export", parent=self
        )
        self.export.clicked.connect(self._on_export_clicked)
        self.menu: Menu | None = None
        self._exports: dict[QAction, Export] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    def show_totals(self, totals: HistoryTotals | None) -> None:
        """Tell the numbers; None where there is nothing to tell or to take out."""
        self.numbers.show_totals(totals or HistoryTotals(0, 0.0, 0))
        self.export.setVisible(totals is not None)
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        """The numbers may need lines of their own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The title's line, and the numbers below it where they stand there."""
        line = self.export.sizeHint().height()
        if self._is_beside(width):
            return line
        return line + self.numbers.size_at(width - 2 * FOCUS_MARGIN).height()

    def sizeHint(self) -> QSize:
        """One line."""
        width = self._theme.px(900)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Title and button."""
        return QSize(200, self.export.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._place()

    def export_menu(self) -> Menu:
        """What can be taken out, made when it is first asked for."""
        if self.menu is None:
            from hipstretch.ui.widgets.menu import Menu

            self.menu = Menu(self._theme, self.tr("Export"), self)
            for export, words, icon in (
                (Export.REPORT, self.tr("Report for an appointment (PDF)"), "history"),
                (Export.CALENDAR, self.tr("Calendar of my plan"), "clock"),
                (Export.TABLES, self.tr("Tables for a spreadsheet (CSV)"), "list"),
                (Export.JSON, self.tr("Everything as JSON"), "layers"),
            ):
                action = self.menu.add(words, icon)
                action.triggered.connect(self._on_export_triggered)
                self._exports[action] = export
        return self.menu

    def _is_beside(self, width: int) -> bool:
        """Whether the numbers stand in the title's line."""
        return self.numbers.size_at(1 << 16).width() <= self._room(width)

    def _room(self, width: int) -> int:
        """The px between title and button."""
        title, button = self.title.sizeHint().width(), self.export.sizeHint().width()
        return width - title - button - 2 * self._theme.px(_GAP) - FOCUS_MARGIN

    def _place(self) -> None:
        """Put title, numbers and button in their places."""
        width, button = self.width(), self.export.sizeHint()
        title = self.title.sizeHint()
        top = (button.height() - title.height()) // 2
        self.title.setGeometry(FOCUS_MARGIN, top, title.width(), title.height())
        self.export.setGeometry(width - button.width(), 0, button.width(), button.height())
        if not self._is_beside(width):
            size = self.numbers.size_at(width - 2 * FOCUS_MARGIN)
            room = width - 2 * FOCUS_MARGIN
            self.numbers.setGeometry(FOCUS_MARGIN, button.height(), room, size.height())
            return
        size = self.numbers.size_at(1 << 16)
        right = width - (button.width() + self._theme.px(_GAP) if self._has_export() else 0)
        down = (button.height() - size.height()) // 2
        self.numbers.setGeometry(right - size.width(), down, size.width(), size.height())

    def _has_export(self) -> bool:
        """Whether the button is there."""
        return not self.export.isHidden()

    @Slot()
    def _on_export_clicked(self) -> None:
        """Ask what is to be taken out."""
        menu = self.export_menu()
        below = self.export.mapToGlobal(QPoint(self.export.width() - FOCUS_MARGIN, 0))
        left = below.x() - menu.sizeHint().width() + menu.around
        menu.popup(QPoint(left, below.y() + self.export.height() - menu.around))

    @Slot()
    def _on_export_triggered(self) -> None:
        """Tell what was chosen."""
        action = self.sender()
        if isinstance(action, QAction):
            self.export_requested.emit(self._exports[action])

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes."""
        self.updateGeometry()
        self._place()
