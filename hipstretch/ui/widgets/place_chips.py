"""Where on the body: one chip for each place, of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipstretch.core.therapy import Place
from hipstretch.ui import therapy_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.chip_bar import ChipBar
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painted_button import leave_one_tab_stop
from hipstretch.ui.widgets.painting import FOCUS_MARGIN


class _PlaceChip(Chip):
    """A place."""

    def __init__(self, theme: Theme, place: Place) -> None:
        super().__init__(theme, therapy_words.place_word(place))
        self.place = place
        self.setAutoExclusive(True)


class PlaceChips(QWidget):
    """The word "Where" and the places; the arrow keys move the choice.

    Signals:
        place_changed: `Place`, the person chose another place.
    """

    place_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        where = QCoreApplication.translate("Therapy", "Where")
        self._label = Label(theme, Role.BODY, where, color="ink2")
        self._label.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        self._bar = ChipBar(theme)
        self._bar.setAccessibleName(where)
        self._chips = [_PlaceChip(theme, place) for place in Place]
        for chip in self._chips:
            self._bar.add_chip(chip)
            chip.toggled.connect(self._on_chip_toggled)
        self._reported: Place | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chips(self) -> tuple[_PlaceChip, ...]:
        """One chip for each place."""
        return tuple(self._chips)

    def set_place(self, place: Place) -> None:
        """Choose without telling."""
        self._reported = place
        chip = next(chip for chip in self._chips if chip.place is place)
        chip.setChecked(True)
        leave_one_tab_stop(self._chips, chip)

    def set_labelled(self, is_labelled: bool) -> None:
        """Have the word before the chips, or not where there is no room."""
        self._label.setVisible(is_labelled)

    @Slot(bool)
    def _on_chip_toggled(self, is_on: bool) -> None:
        """Tell a place that was not the chosen one."""
        chip = self.sender()
        if is_on and isinstance(chip, _PlaceChip) and chip.place is not self._reported:
            self._reported = chip.place
            leave_one_tab_stop(self._chips, chip)
            self.place_changed.emit(chip.place)
