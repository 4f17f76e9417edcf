"""Settings: how the app looks, which side is sore, where the files lie, and what this is."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import BREATH_BOUNDS, TEXT_SIZES, Appearance, Settings
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.scroll_page import ScrollPage
from hipstretch.ui.widgets.segmented import Segmented
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.toggle import Toggle
from hipstretch.ui.words import side_word

_CONTENT_WIDTH = 760
_TITLE_GAP, _CARD_GAP = 20, 20


class SettingsPage(ScrollPage):
    """The person's choices on four cards; each one is told as soon as it is made.

    Signals:
        settings_changed: a choice was made; carries all settings.
        open_folder_requested: the folder of the own routines is to be shown.
    """

    settings_changed = Signal(Settings)
    open_folder_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, content_width=_CONTENT_WIDTH)
        self._settings = Settings()
        self._names: dict[QWidget, str] = {}
        self._make_controls(theme)
        self._cards = (
            self._look_card(theme),
            self._you_card(theme),
            self._files_card(theme),
            self._about_card(theme),
        )
        self._fill(theme)
        self.set_settings(self._settings)

    def set_settings(self, settings: Settings) -> None:
        """Show these choices, without telling."""
        self._settings = settings
        self._appearance.set_value(settings.appearance)
        self._text_size.set_value(settings.text_size)
        self._reduced_motion.setChecked(settings.reduced_motion)
        self._affected.set_value(settings.affected_side)
        self._first.set_value(settings.first_side)
        self._extra.setChecked(settings.extra_rep)
        self._breath.set_value(round(settings.breath))
        self._show_extra()

    def set_folder(self, folder: str) -> None:
        """Show where the own routines lie."""
        self._folder_row.set_line(folder)

    def set_version(self, version: str) -> None:
        """Show which version this is."""
        self._version_row.set_line(self.tr("Version {version}").format(version=version))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards less room at the sides in narrow windows."""
        for card in self._cards:
            card.set_narrow(self.window().width() < NARROW_WINDOW)
        super().resizeEvent(event)

    def _make_controls(self, theme: Theme) -> None:
        """Make everything that can be set."""
        self._appearance = self._segmented(
            "appearance",
            self.tr("Appearance"),
            (Appearance.SYSTEM, self.tr("System")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        )
        sizes = [(size, self.tr("{size} %").format(size=size)) for size in TEXT_SIZES]
        self._text_size = self._segmented("text_size", self.tr("Text size"), *sizes)
        self._reduced_motion = self._toggle("reduced_motion", self.tr("Less motion"))
        self._affected = self._segmented(
            "affected_side",
            self.tr("Sore side"),
            (Affected.LEFT, side_word(Side.LEFT)),
            (Affected.RIGHT, side_word(Side.RIGHT)),
            (Affected.BOTH, self.tr("Both")),
            (Affected.NONE, self.tr("None")),
        )
        sides = [(side, side_word(side)) for side in (Side.LEFT, Side.RIGHT)]
        self._first = self._segmented("first_side", self.tr("Start with"), *sides)
        self._extra = self._toggle("extra_rep", self.tr("One extra hold"))
        low, high = BREATH_BOUNDS
        self._breath = Stepper(theme, self.tr("One breath"), minimum=low, maximum=high, step=1)
        self._breath.value_changed.connect(self._on_breath_changed)

    def _segmented(self, name: str, title: str, *options: tuple[object, str]) -> Segmented:
        """A choice of one of a few for the setting of that name."""
        control = Segmented(self._theme, title, options)
        control.value_changed.connect(self._on_option_chosen)
        self._names[control] = name
        return control

    def _toggle(self, name: str, title: str) -> Toggle:
        """A switch for the setting of that name."""
        control = Toggle(self._theme, title)
        control.clicked.connect(self._on_toggle_clicked)
        self._names[control] = name
        return control

    def _look_card(self, theme: Theme) -> CardPanel:
        """How the app looks."""
        card = CardPanel(theme, self.tr("Look"))
        card.add_row(SettingRow(theme, self.tr("Appearance"), control=self._appearance))
        card.add_row(SettingRow(theme, self.tr("Text size"), control=self._text_size))
        motion = self.tr("Things switch at once instead of moving.")
        card.add_row(SettingRow(theme, self.tr("Less motion"), motion, self._reduced_motion))
        return card

    def _you_card(self, theme: Theme) -> CardPanel:
        """What fits the routines to the person."""
        card = CardPanel(theme, self.tr("You"))
        sore = self.tr("Your own left and right. Some routines do more for it.")
        card.add_row(SettingRow(theme, self.tr("Sore side"), sore, self._affected))
        first = self.tr("The side that comes first where a routine does not say.")
        card.add_row(SettingRow(theme, self.tr("Start with"), first, self._first))
        self._extra_row = SettingRow(theme, self.tr("One extra hold"), control=self._extra)
        card.add_row(self._extra_row)
        breath = self.tr("In and out, for stretches that count breaths.")
        card.add_row(SettingRow(theme, self.tr("One breath"), breath, self._breath))
        return card

    def _files_card(self, theme: Theme) -> CardPanel:
        """Where the own routines lie."""
        card = CardPanel(theme, self.tr("Files"))
        button = Button(theme, self.tr("Open folder"), kind=ButtonKind.SECONDARY)
        button.clicked.connect(self._on_open_folder_clicked)
        self._folder_row = SettingRow(theme, self.tr("Your routines"), control=button)
        card.add_row(self._folder_row)
        return card

    def _about_card(self, theme: Theme) -> CardPanel:
        """What this is and what it is not."""
        card = CardPanel(theme, self.tr("About"))
        self._version_row = SettingRow(theme, self.tr("HipStretch"))
        card.add_row(self._version_row)
        free = self.tr("Free software under the MIT licence.")
        card.add_row(SettingRow(theme, self.tr("Licence"), free))
        advice = self.tr("HipStretch is not medical advice. Ask a clinician when you are unsure.")
        card.add_row(SettingRow(theme, self.tr("Take care"), advice))
        return card

    def _fill(self, theme: Theme) -> None:
        """Put the title and the cards on the page."""
        self.add_text(Label(theme, Role.PAGE_TITLE, self.tr("Settings")))
        self.add_gap(_TITLE_GAP - FOCUS_MARGIN)
        for number, card in enumerate(self._cards):
            if number:
                self.add_gap(layout_gap(_CARD_GAP))
            self.add_card(card)
        self.add_stretch()

    def _show_extra(self) -> None:
        """Offer the extra hold where it can do something, and say when it will."""
        has_side = self._settings.person.sore_side is not None
        self._extra.setEnabled(has_side)
        self._extra_row.set_line(
            self.tr("The sore side holds once more than the other.")
            if has_side
            else self.tr("Ready once your sore side is left or right.")
        )

    def _change(self, name: str, value: object) -> None:
        """Take a choice over and tell."""
        self._settings = self._settings.with_value(name, value)
        self._show_extra()
        self.settings_changed.emit(self._settings)

    @Slot(object)
    def _on_option_chosen(self, value: object) -> None:
        """Take the choice of a segmented control over."""
        control = self.sender()
        if isinstance(control, Segmented):
            self._change(self._names[control], value)

    @Slot(bool)
    def _on_toggle_clicked(self, is_on: bool) -> None:
        """Take the position of a switch over."""
        control = self.sender()
        if isinstance(control, Toggle):
            self._change(self._names[control], is_on)

    @Slot(int)
    def _on_breath_changed(self, seconds: int) -> None:
        """Take the length of a breath over."""
        self._change("breath", float(seconds))

    @Slot()
    def _on_open_folder_clicked(self) -> None:
        """Pass the wish on."""
        self.open_folder_requested.emit()
