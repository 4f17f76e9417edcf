"""The cards of the Breaks page on which reminders are set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.core.settings import AWAY_BOUNDS, SIT_BOUNDS, Settings, StayOn, Strength
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.choice import Option
from hipstretch.ui.widgets.hours_editor import HoursEditor
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.stepper_values import Unit
from hipstretch.ui.widgets.toggle import Toggle
from hipstretch.ui.words import minutes

_SIT_STEP = 5
translate = QCoreApplication.translate


class RoutineChoice(NamedTuple):
    """A routine that may be chosen for breaks; `seconds` is its whole length."""

    id: str
    name: str
    seconds: float


class ReminderCard(SettingCard):
    """Whether and when to ask, how loudly, and what a break is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("Breaks", "Reminders"), parent)
        self.reminders = self.toggle("reminders", self.tr("Remind me to get up"))
        self.after = self.stepper(
            "sit_minutes", self.tr("After sitting for"), SIT_BOUNDS, _SIT_STEP, Unit.MINUTES
        )
        self.away = self.stepper(
            "away_minutes", self.tr("Away after"), AWAY_BOUNDS, 1, Unit.MINUTES
        )
        self.strength = self.segmented(
            "reminder_strength",
            self.tr("How it asks"),
            (Strength.TRAY, self.tr("Tray")),
            (Strength.NOTIFICATION, self.tr("Message")),
            (Strength.WINDOW, self.tr("Window")),
        )
        first = Option("", self.tr("One-minute break"))
        self.routine = self.choice(
            "break_routine", self.tr("Stretch for breaks"), self._show_routine, first
        )
        self._add_rows(theme)

    def set_routines(self, routines: Sequence[RoutineChoice]) -> None:
        """Offer these routines for breaks."""
        options = [Option(r.id, r.name, minutes(r.seconds)) for r in routines]
        self.routine.set_options(options or [Option("", self.tr("One-minute break"))])

    def adapt(self, settings: Settings) -> None:
        """Say what the strength means, and offer what works while reminders are on."""
        self.strength_row.set_line(self._strength_line(settings.reminder_strength))
        for row in self.other_rows:
            row.setEnabled(settings.reminders)

    def _add_rows(self, theme: Theme) -> None:
        """Put the controls under each other."""
        first = SettingRow(
            theme,
            self.tr("Remind me to get up"),
            self.tr("At a moment that fits: not while you type, on a call or in full screen."),
            self.reminders,
        )
        after = SettingRow(
            theme,
            self.tr("After sitting for"),
            self.tr("The usual advice is 30 minutes."),
            self.after,
        )
        away = SettingRow(
            theme,
            self.tr("Away after"),
            self.tr("Still hands for so long count as having been up."),
            self.away,
        )
        self.strength_row = SettingRow(theme, self.tr("How it asks"), control=self.strength)
        routine = SettingRow(
            theme,
            self.tr("Stretch for breaks"),
            self.tr("What “Stretch now” starts."),
            self.routine,
        )
        self.other_rows = (after, self.strength_row, away, routine)
        for row in (first, *self.other_rows):
            self.add_row(row)

    def _show_routine(self, routine_id: str) -> None:
        """Show which routine it is, where it is there."""
        if self.routine.offers(routine_id):
            self.routine.set_value(routine_id)

    def _strength_line(self, strength: Strength) -> str:
        """What a strength does."""
        return {
            Strength.TRAY: self.tr("The icon in the tray changes, and nothing else."),
            Strength.NOTIFICATION: self.tr("A notification asks. You can answer in it."),
            Strength.WINDOW: self.tr(
                "A notification asks first. Without an answer, a small window follows in the "
                "corner. It never takes the keyboard."
            ),
        }[strength]


class HoursCard(SettingCard):
    """The hours of the week in which reminders come."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("Breaks", "Hours"), parent)
        self.switch = self.toggle("hours_on", self.tr("Only at these hours"))
        self.editor = HoursEditor(theme)
        self.editor.value_changed.connect(self._on_value_chosen)
        self._keep(self.editor, "hours", self.editor.set_value)
        self.switch_row = SettingRow(
            theme,
            self.tr("Only at these hours"),
            self.tr("Sitting is counted all day; you are asked in these hours."),
            self.switch,
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.switch_row)
        column.addWidget(self.editor)
        self.add_row(body)

    def set_narrow(self, is_narrow: bool) -> None:
        """Write the days short in narrow windows."""
        super().set_narrow(is_narrow)
        self.editor.set_narrow(is_narrow)

    def adapt(self, settings: Settings) -> None:
        """Show the days where they matter."""
        self.editor.setVisible(settings.hours_on)
        self.setEnabled(settings.reminders)


class BackgroundCard(SettingCard):
    """What goes on without the window.

    Signals:
        autostart_requested: `bool`, whether to start with the login.
    """

    autostart_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("Breaks", "Without the window"), parent)
        self.stay_on = self.segmented(
            "stay_on",
            self.tr("When the window is closed"),
            (StayOn.WITH_TRAY, self.tr("In tray")),
            (StayOn.ALWAYS, self.tr("Always")),
            (StayOn.NEVER, self.tr("Never")),
        )
        self.autostart = Toggle(theme, self.tr("Start when I log in"))
        self.autostart.clicked.connect(self.autostart_requested)
        self.stay_on_row = SettingRow(
            theme, self.tr("Keep reminding when the window is closed"), control=self.stay_on
        )
        login = self.tr("HipStretch starts quietly, without its window.")
        self.add_row(self.stay_on_row)
        self.add_row(SettingRow(theme, self.tr("Start when I log in"), login, self.autostart))

    def set_autostart(self, is_on: bool) -> None:
        """Show whether the program starts with the login."""
        self.autostart.setChecked(is_on)

    def adapt(self, settings: Settings) -> None:
        """Say what the choice does."""
        self.stay_on_row.set_line(
            {
                StayOn.WITH_TRAY: self.tr("As long as the icon is in the tray."),
                StayOn.ALWAYS: self.tr("Also without a tray. Start HipStretch to see it again."),
                StayOn.NEVER: self.tr("Closing the window ends the reminders."),
            }[settings.stay_on]
        )


class WaysCard(CardPanel):
    """By which ways of this machine the reminders work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("Breaks", "How this works here"), parent)
        self._words = Label(theme, Role.BODY, color="ink2", wrap=True)
        self._words.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        self.add_row(self._words)
        self.set_ways(())

    @property
    def words(self) -> str:
        """The ways, one a line."""
        return self._words.text()

    def set_ways(self, ways: Sequence[str]) -> None:
        """Tell the ways in use; without any the card is not there."""
        self._words.setText("\n".join(ways))
        self.setVisible(bool(ways))
