"""The chips that choose which routines are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Place
from hipstretch.core.catalogue import Filter, Topic
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.chip_bar import ChipBar
from hipstretch.ui.words import place_icon, place_word


class FilterBar(ChipBar):
    """All, places, topics, and three more; several may be on, and All takes them off again.

    Signals:
        filter_changed: another choice was made; carries the filter, whose text is empty.
        all_requested: All was pressed.
    """

    filter_changed = Signal(object)
    all_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(self.tr("Show only"))
        self._all = self.add_chip(Chip(theme, self.tr("All")))
        self._all.setChecked(True)
        self._all.clicked.connect(self._on_all_clicked)
        self._places = {place: self._add_place(place) for place in Place}
        self.add_divider()
        self._topics = {
            Topic.HIP: self._add_choice(self.tr("Hip")),
            Topic.LOWER_BACK: self._add_choice(self.tr("Lower back")),
            Topic.SCIATICA: self._add_choice(self.tr("Sciatica")),
        }
        self._short = self._add_choice(self.tr("Under 10 min"))
        self._needs_nothing = self._add_choice(self.tr("No equipment"))
        self._own = self._add_choice(self.tr("Mine"))

    @property
    def filter(self) -> Filter:
        """What is chosen."""
        return Filter(
            places=frozenset(place for place, chip in self._places.items() if chip.isChecked()),
            topics=frozenset(topic for topic, chip in self._topics.items() if chip.isChecked()),
            short=self._short.isChecked(),
            needs_nothing=self._needs_nothing.isChecked(),
            own=self._own.isChecked(),
        )

    def clear(self) -> None:
        """Take every choice off, without telling."""
        for chip in self.chips:
            chip.setChecked(chip is self._all)

    def mark_all(self, shows_all: bool) -> None:
        """Say on the first chip whether everything is shown."""
        self._all.setChecked(shows_all)

    def _add_place(self, place: Place) -> Chip:
        """The chip of a place, with its icon."""
        return self._add_choice(place_word(place), place_icon(place))

    def _add_choice(self, text: str, icon: str | None = None) -> Chip:
        """A chip that narrows what is shown."""
        chip = self.add_chip(Chip(self._theme, text, icon))
        chip.clicked.connect(self._on_choice_clicked)
        return chip

    @Slot()
    def _on_all_clicked(self) -> None:
        """Take every choice off and tell."""
        self.clear()
        self.scroll_to(0)
        self.all_requested.emit()

    @Slot()
    def _on_choice_clicked(self) -> None:
        """Tell the new choice."""
        self.filter_changed.emit(self.filter)
