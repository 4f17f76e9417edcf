"""What is planned for today, as a line of small buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipstretch.core.plan import PlanItem
from hipstretch.ui.plan_words import item_words, schedule_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.chip_bar import ChipBar
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, blend


class PlanChip(Chip):
    """A planned routine and how often it was done; a check where nothing of it is left."""

    def __init__(self, theme: Theme, item: PlanItem) -> None:
        super().__init__(theme, item_words(item), icon=None if item.left else "check")
        self.item = item
        self.setCheckable(False)
        self.setToolTip(schedule_words(item.planned))

    def _colors(self) -> tuple[QColor, QColor, QColor | None]:
        """What is left stands out; what is done is quiet."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        if self.item.left:
            return blend(palette.surface, palette.sunken, hover), palette.ink, palette.line
        return blend(palette.psoft, palette.pmid, hover * 0.2), palette.primary, None


class PlanChips(QWidget):
    """The word "Today" and the planned routines.

    Signals:
        routine_opened: `str`, the id of a routine to look at.
    """

    routine_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[PlanItem, ...] = ()
        self._bar = ChipBar(theme)
        self._words = Label(theme, Role.META, self.tr("Today:"), color="ink2")
        self._words.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(FOCUS_MARGIN)
        self._row.addWidget(self._words)
        self._row.addWidget(self._bar, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chips(self) -> tuple[PlanChip, ...]:
        """One for each planned routine."""
        return tuple(chip for chip in self._bar.chips if isinstance(chip, PlanChip))

    def set_items(self, items: Sequence[PlanItem]) -> None:
        """Show what is planned now."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        old, self._bar = self._bar, ChipBar(self._theme)
        self._bar.setAccessibleName(self.tr("Planned for today"))
        self._row.replaceWidget(old, self._bar)
        old.hide()
        old.deleteLater()
        for item in items:
            chip = PlanChip(self._theme, item)
            chip.clicked.connect(self._on_chip_clicked)
            self._bar.add_chip(chip)

    @Slot()
    def _on_chip_clicked(self) -> None:
        """Tell which routine is wanted."""
        chip = self.sender()
        if isinstance(chip, PlanChip):
            self.routine_opened.emit(chip.item.planned.routine_id)
