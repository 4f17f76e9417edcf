"""The card of the chimes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import LOUDEST
from hipstretch.ui.pages.settings_cards.control_pair import ControlPair
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.stepper_values import Unit

_VOLUME_STEP = 10


class SoundCard(SettingCard):
    """Whether the chimes are heard, and how loud all tones are.

    Signals:
        try_requested: a chime is to be heard as it is set now.
    """

    try_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Sound"), parent)
        self.chimes = self.toggle("chimes", self.tr("Chimes"))
        self.volume = self.stepper(
            "chime_volume", self.tr("Volume"), (0, LOUDEST), _VOLUME_STEP, Unit.PERCENT
        )
        self.try_it = Button(theme, self.tr("Try it"), kind=ButtonKind.SECONDARY)
        self.try_it.setAccessibleName(self.tr("Try the chimes"))
        self.try_it.clicked.connect(self.try_requested)
        chimes = self.tr("They mark the beginning, half way, a change of sides and the end.")
        self.add_row(SettingRow(theme, self.tr("Chimes"), chimes, self.chimes))
        pair = ControlPair(self.volume, self.try_it)
        self.add_row(SettingRow(theme, self.tr("Volume"), control=pair))
