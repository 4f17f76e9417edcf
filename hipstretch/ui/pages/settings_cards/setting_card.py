"""What the cards of the settings share: controls that show settings, and tell what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Settings
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.choice import Choice, Option
from hipstretch.ui.widgets.segmented import Segmented
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.toggle import Toggle


class Change(NamedTuple):
    """A setting by its name, and the value that was chosen for it."""

    name: str
    value: object


class SettingCard(CardPanel):
    """A card whose controls each stand for one setting.

    Signals:
        setting_chosen: `Change`, a control was moved by the person.
    """

    setting_chosen = Signal(object)

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, heading, parent)
        self._names: dict[QWidget, str] = {}
        self._showing: dict[str, Callable[[Any], None]] = {}

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """The controls from top to bottom."""
        return tuple(self._names)

    def show_settings(self, settings: Settings) -> None:
        """Let every control stand where the settings say, without telling."""
        for name, show in self._showing.items():
            show(getattr(settings, name))
        self.adapt(settings)

    def adapt(self, settings: Settings) -> None:
        """Offer what makes sense with these settings; for a subclass to say."""

    def segmented(self, name: str, title: str, *options: tuple[object, str]) -> Segmented:
        """A choice of one of a few."""
        control = Segmented(self._theme, title, options)
        control.value_changed.connect(self._on_value_chosen)
        self._keep(control, name, control.set_value)
        return control

    def choice(
        self, name: str, title: str, show: Callable[[Any], None], *options: Option
    ) -> Choice:
        """A choice of one of many; `show` is called with the setting's value."""
        control = Choice(self._theme, title, options)
        control.value_changed.connect(self._on_value_chosen)
        self._keep(control, name, show)
        return control

    def toggle(self, name: str, title: str) -> Toggle:
        """A switch."""
        control = Toggle(self._theme, title)
        control.clicked.connect(self._on_toggle_clicked)
        self._keep(control, name, control.setChecked)
        return control

    def stepper(
        self, name: str, title: str, bounds: tuple[int, int], step: int, unit: str
    ) -> Stepper:
        """A whole number."""
        low, high = bounds
        control = Stepper(self._theme, title, minimum=low, maximum=high, step=step, unit=unit)
        control.value_changed.connect(self._on_number_chosen)

        def show(value: float) -> None:
            """Show it without what comes after the point."""
            control.set_value(round(value))

        self._keep(control, name, show)
        return control

    def _keep(self, control: QWidget, name: str, show: Callable[[Any], None]) -> None:
        """Let a control stand for the setting of that name."""
        self._names[control] = name
        self._showing[name] = show

    def _tell(self, control: object, value: object) -> None:
        """Tell what was chosen with a control."""
        if isinstance(control, QWidget):
            self.setting_chosen.emit(Change(self._names[control], value))

    @Slot(object)
    def _on_value_chosen(self, value: object) -> None:
        """One of several was chosen."""
        self._tell(self.sender(), value)

    @Slot(bool)
    def _on_toggle_clicked(self, is_on: bool) -> None:
        """A switch was moved."""
        self._tell(self.sender(), is_on)

    @Slot(int)
    def _on_number_chosen(self, number: int) -> None:
        """A number was set."""
        self._tell(self.sender(), number)
