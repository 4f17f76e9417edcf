"""The card of what to mind: conditions, positions and the number to call."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.core.conditions import Avoided
from hipstretch.core.settings import Settings
from hipstretch.ui import words
from hipstretch.ui.pages.settings_cards.phone_field import PhoneField, number_line
from hipstretch.ui.pages.settings_cards.setting_card import Change, SettingCard
from hipstretch.ui.pages.welcome_chips import AnswerChip, ChipFlow
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.setting_row import SettingRow

_CHIPS_ABOVE = 4


class HealthCard(SettingCard):
    """What to ask about first, positions that do not work, and whom to call.

    Signals:
        conditions_requested: the person wants to say what to ask about first.
        welcome_requested: the person wants to be asked all of it again.
    """

    conditions_requested = Signal()
    welcome_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Health"), parent)
        self._country = ""
        self.change = Button(theme, self.tr("Change"), kind=ButtonKind.SECONDARY)
        self.change.setAccessibleName(self.tr("Change what to ask about first"))
        self.change.clicked.connect(self.conditions_requested)
        self.positions = self._make_positions(theme)
        self.phone = PhoneField(theme)
        self.phone.number_changed.connect(self._on_number_changed)
        self.again = Button(theme, self.tr("Ask me again"), kind=ButtonKind.SECONDARY)
        self.again.clicked.connect(self.welcome_requested)
        self._keep(self.positions, "avoided", self._show_avoided)
        self._keep(self.phone, "emergency_number", self.phone.set_number)
        self._add_rows(theme)

    def set_country(self, country: str) -> None:
        """Offer the emergency number of a country by its ISO code."""
        self._country = country
        self.phone.set_country(country)
        self.number_row.set_line(number_line(self.phone.number, country))

    def adapt(self, settings: Settings) -> None:
        """Say what is noted, and where the number is from."""
        self.conditions_row.set_line(_conditions_line(settings.conditions))
        self.number_row.set_line(number_line(settings.emergency_number, self._country))

    def _make_positions(self, theme: Theme) -> ChipFlow:
        """A chip for each position that may not work."""
        flow = ChipFlow(self.tr("Positions that do not work"))
        for one in Avoided:
            chip = AnswerChip(theme, words.avoided_word(one), one.value)
            chip.clicked.connect(self._on_position_clicked)
            flow.add_chip(chip)
        return flow

    def _add_rows(self, theme: Theme) -> None:
        """Put the controls under each other."""
        self.conditions_row = SettingRow(theme, self.tr("To ask about first"), "", self.change)
        self.number_row = SettingRow(theme, self.tr("Emergency number"), "", self.phone)
        again = self.tr("All of it, one question at a time, as at the first start.")
        self.add_row(self.conditions_row)
        self.add_row(_ChipsRow(theme, self.positions))
        self.add_row(self.number_row)
        self.add_row(SettingRow(theme, self.tr("The first questions"), again, self.again))

    def _show_avoided(self, avoided: tuple[str, ...]) -> None:
        """Show the positions that do not work."""
        for chip in self.positions.chips:
            chip.setChecked(chip.value in avoided)

    @Slot()
    def _on_position_clicked(self) -> None:
        """A position works or not."""
        chosen = tuple(chip.value for chip in self.positions.chips if chip.isChecked())
        self.setting_chosen.emit(Change("avoided", chosen))

    @Slot(str)
    def _on_number_changed(self, number: str) -> None:
        """Another number counts."""
        self.setting_chosen.emit(Change("emergency_number", number))


class _ChipsRow(QWidget):
    """A name, a line about it, and chips below them."""

    def __init__(self, theme: Theme, chips: ChipFlow) -> None:
        super().__init__()
        line = self.tr("Stretches that need one are marked. Often there is an easier one.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (
            Label(theme, Role.BODY_STRONG, chips.accessibleName(), wrap=True),
            Label(theme, Role.CAPTION, line, color="ink2", wrap=True),
        ):
            label.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
            column.addWidget(label)
        column.addSpacing(_CHIPS_ABOVE)
        column.addWidget(chips)


def _conditions_line(conditions: tuple[str, ...] | None) -> str:
    """What is noted of the conditions."""
    tr = QCoreApplication.translate
    if conditions is None:
        return tr("HealthCard", "Not asked yet.")
    return words.conditions_list(conditions) or tr("HealthCard", "None of them.")
