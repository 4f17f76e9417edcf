"""The hours of each day of the week: a switch for the day, and from when to when."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hipstretch.core.hours import DayHours, WeekHours
from hipstretch.core.settings import USUAL_HOURS
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.time_field import TimeField
from hipstretch.ui.widgets.toggle import Toggle

_GAP, _NARROW_GAP = 8, 0
_FIRST = DayHours.parse(USUAL_HOURS[0])
"""What a day gets that had no hours yet."""


class DayEditor:
    """The controls of one day, in a row of a grid."""

    def __init__(self, theme: Theme, day: str, words: tuple[str, str, str]) -> None:
        starts, ends, to = words
        self.toggle = Toggle(theme, day)
        self.name = Label(theme, Role.BODY, day)
        self.start = TimeField(theme, starts.format(day=day))
        self.to = Label(theme, Role.CAPTION, to, color="ink2")
        self.end = TimeField(theme, ends.format(day=day))

    @property
    def text(self) -> str:
        """The hours as a setting; empty for a day without any."""
        hours = DayHours(self.start.value, self.end.value)
        return str(hours) if self.toggle.isChecked() else ""

    def show_hours(self, hours: DayHours | None) -> None:
        """Show the hours of the day; a day without any keeps its times for later."""
        self.toggle.setChecked(hours is not None)
        if hours is not None:
            self.start.set_value(hours.start)
            self.end.set_value(hours.end)
        self.adapt()

    def adapt(self) -> None:
        """Let times be set only where the day has hours."""
        for widget in (self.start, self.to, self.end):
            widget.setVisible(self.toggle.isChecked())


class HoursEditor(QWidget):
    """Seven days under each other, the week's first day as the locale has it.

    Signals:
        value_changed: the hours are others now; carries seven texts, Monday first.
    """

    value_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words = (self.tr("{day}, from"), self.tr("{day}, to"), self.tr("to"))
        locale = QLocale()
        self.days = tuple(DayEditor(theme, locale.dayName(number), words) for number in range(1, 8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.same = Button(theme, self.tr("Same hours every day"), kind=ButtonKind.TEXT)
        self.same.clicked.connect(self._on_same_clicked)
        self._grid = QGridLayout(self)
        self._lay_out(locale.firstDayOfWeek().value - 1)
        for day in self.days:
            day.show_hours(_FIRST)
            day.toggle.clicked.connect(self._on_day_changed)
            day.start.time_changed.connect(self._on_day_changed)
            day.end.time_changed.connect(self._on_day_changed)

    @property
    def value(self) -> tuple[str, ...]:
        """Seven texts, Monday first."""
        return tuple(day.text for day in self.days)

    def set_value(self, texts: tuple[str, ...]) -> None:
        """Show other hours without telling; raises ValueError."""
        week = WeekHours.parse(texts)
        for day, hours in zip(self.days, week.days, strict=True):
            day.show_hours(hours)

    def set_narrow(self, is_narrow: bool) -> None:
        """Write the days short and stand closer, in a narrow window."""
        form = QLocale.FormatType.ShortFormat if is_narrow else QLocale.FormatType.LongFormat
        for number, day in enumerate(self.days, start=1):
            day.name.setText(QLocale().dayName(number, form))
        self._grid.setHorizontalSpacing(_NARROW_GAP if is_narrow else _GAP)

    def _lay_out(self, first: int) -> None:
        """Put the days under each other."""
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        height = self.days[0].start.sizeHint().height()
        for row in range(7):
            day = self.days[(first + row) % 7]
            day.name.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(day.name, row, 0)
            grid.addWidget(day.toggle, row, 1, right)
            grid.addWidget(day.start, row, 2)
            grid.addWidget(day.to, row, 3)
            grid.addWidget(day.end, row, 4)
            grid.setRowMinimumHeight(row, height)
        grid.addWidget(self.same, 7, 1, 1, 4, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)

    @Slot()
    def _on_day_changed(self) -> None:
        """Tell the hours of all days."""
        for day in self.days:
            day.adapt()
        self.value_changed.emit(self.value)

    @Slot()
    def _on_same_clicked(self) -> None:
        """Give all days that have hours those of the first one."""
        hours = [DayHours.parse(text) for text in self.value if text]
        for day in self.days:
            if hours and day.toggle.isChecked():
                day.show_hours(hours[0])
        self.value_changed.emit(self.value)
