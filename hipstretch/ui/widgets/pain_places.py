"""How far the pain reaches: one chip for each place, of which one or none is chosen."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.pain import PainPlace
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.chip_bar import ChipBar
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, blend

_WORDS = {
    PainPlace.BACK: QT_TRANSLATE_NOOP("Pain", "Back"),
    PainPlace.BUTTOCK: QT_TRANSLATE_NOOP("Pain", "Buttock"),
    PainPlace.THIGH: QT_TRANSLATE_NOOP("Pain", "Thigh"),
    PainPlace.BELOW_KNEE: QT_TRANSLATE_NOOP("Pain", "Below the knee"),
    PainPlace.FOOT: QT_TRANSLATE_NOOP("Pain", "Foot"),
}


def place_words(place: PainPlace) -> str:
    """A place in words."""
    return QCoreApplication.translate("Pain", str(_WORDS[place]))


class _PlaceChip(Chip):
    """A place; chosen it has the colour of pain, and a border where it was told the last time."""

    def __init__(self, theme: Theme, place: PainPlace) -> None:
        super().__init__(theme, place_words(place))
        self.place = place
        self._is_last = False

    def set_last(self, is_last: bool) -> None:
        """Mark it as the place of the last time."""
        self._is_last = is_last
        words = QCoreApplication.translate("Pain", "As the last time") if is_last else ""
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def _colors(self) -> tuple[QColor, QColor, QColor | None]:
        """Fill, text and border of the state it is in."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        if self.isChecked():
            return blend(palette.pain, palette.ink, hover * 0.15), palette.surface, None
        fill, text, border = super()._colors()
        return fill, text, palette.pain_fill if self._is_last else border


class PainPlaces(QWidget):
    """The question and the places, from the back down the leg; a second press takes it back.

    Signals:
        place_changed: another place is chosen, or none.
    """

    place_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QCoreApplication.translate("Pain", "How far does it reach?")
        label = Label(theme, Role.BODY, words, color="ink2", wrap=True)
        label.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        self._bar = ChipBar(theme, ground="surface")
        self._bar.setAccessibleName(words)
        self._chips = [_PlaceChip(theme, place) for place in PainPlace]
        for chip in self._chips:
            self._bar.add_chip(chip)
            chip.toggled.connect(self._on_chip_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def chips(self) -> tuple[_PlaceChip, ...]:
        """One chip for each place."""
        return tuple(self._chips)

    @property
    def place(self) -> PainPlace | None:
        """The chosen place; None where none is."""
        return next((chip.place for chip in self._chips if chip.isChecked()), None)

    def ask(self, last: PainPlace | None) -> None:
        """Ask anew, with the place of the last time lightly marked."""
        for chip in self._chips:
            chip.set_last(chip.place is last)
        self._leave_only(None)
        self._bar.scroll_to(0)

    def _leave_only(self, kept: _PlaceChip | None) -> None:
        """Take every other chip back without telling."""
        for chip in self._chips:
            if chip is not kept:
                chip.blockSignals(True)
                chip.setChecked(False)
                chip.blockSignals(False)
                chip.update()

    @Slot(bool)
    def _on_chip_toggled(self, is_on: bool) -> None:
        """Keep one choice, and tell."""
        chip = self.sender()
        if is_on and isinstance(chip, _PlaceChip):
            self._leave_only(chip)
        self.place_changed.emit()
