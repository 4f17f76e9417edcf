"""The cards of the finish page: what was done, the pain, a note, and the days in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.history import DayMark
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.ui.pages.finish_words import days_words, note_with_tags, week_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.chip_bar import ChipBar
from hipstretch.ui.widgets.done_grid import DoneGrid, DoneStep
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.number_row import NumberRow
from hipstretch.ui.widgets.pain_places import PainPlaces
from hipstretch.ui.widgets.pain_scale import PainScale
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_card,
    draw_text,
    inner_rect,
    start_painting,
    text_width,
)
from hipstretch.ui.widgets.text_field import NoteField
from hipstretch.ui.widgets.week_dots import WeekDots

RADIUS = 24
_SIDE, _NARROW_SIDE, _TOP = 28, 16, 24
_BESIDE = 12


class FinishCard(QWidget):
    """A card with its parts under each other; the visible card stands 5 px inside.

    Parts that are no controls are inset by 5 px, so that they stand in line with those that are.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = _SIDE
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self._pad()
        theme.changed.connect(self._on_theme_changed)

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less room at the sides in narrow windows."""
        self._side = _NARROW_SIDE if is_narrow else _SIDE
        self._pad()

    def add_inset(self, *widgets: QWidget) -> QHBoxLayout:
        """Put widgets without a margin of their own beside each other; the first one grows."""
        row = QHBoxLayout()
        row.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        row.setSpacing(_BESIDE)
        for at, widget in enumerate(widgets):
            row.addWidget(widget, int(at == 0))
        self.column.addLayout(row)
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, inner_rect(self.rect()), RADIUS, self._theme.palette)

    def _pad(self) -> None:
        """Set the room around the parts."""
        self.column.setContentsMargins(self._side, _TOP + FOCUS_MARGIN, self._side, _TOP)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()


class _Line(QWidget):
    """A thin line between two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self._theme.palette.line)


class SummaryCard(FinishCard):
    """Three numbers, and the stretches with what was done of each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.numbers = NumberRow(theme)
        self.grid = DoneGrid(theme)
        self.add_inset(self.numbers)
        self.column.addSpacing(16)
        self.add_inset(_Line(theme))
        self.column.addSpacing(18)
        self.add_inset(self.grid)
        self.column.addStretch(1)
        self.column.addSpacing(FOCUS_MARGIN)

    def show_summary(self, numbers: Sequence[tuple[str, str]], steps: Sequence[DoneStep]) -> None:
        """Show what was done."""
        self.numbers.set_numbers(numbers)
        self.grid.set_steps(steps)


class _Before(QWidget):
    """The words "Before: 5", with the number in the colour of pain."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_look_changed)

    def set_number(self, number: int | None) -> None:
        """Show the pain of before; nothing where it was not told."""
        self._number = "" if number is None else str(number)
        self.setVisible(number is not None)
        self.setAccessibleName(f"{self._words()}{self._number}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words and the number."""
        font, bold = self._theme.font(Role.META), self._theme.font(Role.BODY_STRONG)
        width = text_width(self._words(), font) + text_width(self._number, bold)
        return QSize(int(width) + 2, self._theme.line_height(Role.BODY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the number."""
        painter = QPainter(self)
        start_painting(painter)
        palette, font = self._theme.palette, self._theme.font(Role.META)
        rect, left = QRectF(self.rect()), Qt.AlignmentFlag.AlignLeft
        draw_text(painter, rect, self._words(), font, palette.ink2, align=left)
        number = rect.adjusted(text_width(self._words(), font), 0, 0, 0)
        bold = self._theme.font(Role.BODY_STRONG)
        draw_text(painter, number, self._number, bold, palette.pain, align=left)

    def _words(self) -> str:
        """The words before the number."""
        return self.tr("Before: ")

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


class PainCard(FinishCard):
    """How the pain is now, from 0 to 10, and how far it reaches.

    Signals:
        feeling_changed: something else is told now.
    """

    feeling_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.before = _Before(theme)
        self.scale = PainScale(theme)
        self.places = PainPlaces(theme)
        heading = Label(theme, Role.SECTION, self.tr("How is the pain now?"), wrap=True)
        self.add_inset(heading, self.before)
        self.column.addSpacing(4)
        self.column.addWidget(self.scale)
        self.column.addSpacing(6)
        self.column.addWidget(self.places)
        self.scale.value_changed.connect(self.feeling_changed)
        self.places.place_changed.connect(self.feeling_changed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def feeling(self) -> Feeling:
        """What is told so far."""
        return Feeling(self.scale.value, self.places.place)

    def ask(self, before: int | None, last_place: PainPlace | None) -> None:
        """Ask anew, with the number of before and the place of the last time."""
        self.scale.set_value(None)
        self.scale.set_before(before)
        self.before.set_number(before)
        self.places.ask(last_place)


class SafetyCard(FinishCard):
    """A calm word and the way to Safety."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        words = self.tr(
            "When pain grows or reaches further down the leg, it is good to know when to get help."
        )
        label = Label(theme, Role.BODY, words, wrap=True)
        self.button = Button(
            theme, self.tr("When to get help"), kind=ButtonKind.SOFT, icon="safety"
        )
        self.add_inset(label)
        self.column.addSpacing(6)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


class NoteCard(FinishCard):
    """A few words on how it was, with chips for what is often said."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        title = Label(theme, Role.CARD_TITLE, self.tr("Note"))
        self.add_inset(title, Label(theme, Role.META, self.tr("Optional"), color="ink2"))
        self.field = NoteField(theme, self.tr("Note"), self.tr("How did it feel?"), lines=2)
        self.chips = ChipBar(theme, ground="surface")
        self.chips.setAccessibleName(self.tr("Often said"))
        for words in (
            self.tr("Felt easy"),
            self.tr("A bit stiff"),
            self.tr("Left tight"),
            self.tr("Right tight"),
        ):
            self.chips.add_chip(Chip(theme, words))
        self.column.addSpacing(4)
        self.column.addWidget(self.field, 1)
        self.column.addSpacing(3)
        self.column.addWidget(self.chips)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def note(self) -> str:
        """The chosen tags and what was written."""
        tags = [chip.label for chip in self.chips.chips if chip.isChecked()]
        return note_with_tags(tags, self.field.toPlainText())

    def clear(self) -> None:
        """Start with an empty note."""
        self.field.clear()
        for chip in self.chips.chips:
            chip.setChecked(False)
        self.chips.scroll_to(0)


class DaysCard(FinishCard):
    """The days in a row, and this week's dots beside them or, where it is narrow, below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._days = Label(theme, Role.CARD_TITLE)
        self._line = Label(theme, Role.META, color="ink2")
        self.dots = WeekDots(theme)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._days)
        column.addWidget(self._line)
        self._words = words
        self._row = self.add_inset(words, self.dots)
        self.column.addSpacing(FOCUS_MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_days(self, days: int, week: tuple[DayMark, ...]) -> None:
        """Show the days."""
        self._days.setText(days_words(days))
        self._line.setText(week_words(week))
        self.dots.set_week(week)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two."""
        parts = (self._words, self.dots)
        width = max(part.minimumSizeHint().width() for part in parts) + self._around()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the dots where there is room for them."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Stand side by side where both fit, else under each other."""
        needed = self._words.sizeHint().width() + self.dots.sizeHint().width() + _BESIDE
        beside = needed + self._around() <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self.dots.set_right(beside)
        if self._row.direction() is not way:
            self._row.setDirection(way)

    def _around(self) -> int:
        """The px at both sides of the parts."""
        return 2 * (self._side + FOCUS_MARGIN)
