"""What lays Home out: rows that open and close with their gap, the words of the head, Tab's way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.ui.widgets.painting import layout_gap

if TYPE_CHECKING:
    from datetime import date

_MORNING, _AFTERNOON, _EVENING = 4, 12, 18


class GapRow(QVBoxLayout):
    """A row with its gap above, which takes no room at all while it is closed."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = layout_gap(gap)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Keep the gap, or none."""
        self.setContentsMargins(0, self._gap if is_open else 0, 0, 0)


def chain_tabs(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through the widgets in this order."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


def greeting(hour: int) -> str:
    """The greeting of an hour."""
    if _MORNING <= hour < _AFTERNOON:
        return QCoreApplication.translate("HomePage", "Good morning")
    if _AFTERNOON <= hour < _EVENING:
        return QCoreApplication.translate("HomePage", "Good afternoon")
    return QCoreApplication.translate("HomePage", "Good evening")


def date_words(day: date, locale: QLocale) -> str:
    """A day: "Friday, 15 May"."""
    words = QCoreApplication.translate("HomePage", "{weekday}, {day} {month}")
    return words.format(
        weekday=locale.dayName(day.isoweekday()),
        day=day.day,
        month=locale.monthName(day.month),
    )
