"""Breaks: how long one sits, how the day went, and how to be reminded to get up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.settings import Settings
from hipstretch.ui.pages.breaks_day import DayCard
from hipstretch.ui.pages.breaks_now import NowCard
from hipstretch.ui.pages.breaks_settings import (
    BackgroundCard,
    HoursCard,
    ReminderCard,
    RoutineChoice,
    WaysCard,
)
from hipstretch.ui.pages.breaks_totals import TotalsCard
from hipstretch.ui.pages.settings_cards.setting_card import Change, SettingCard
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.scroll_page import ScrollPage, side_padding

_TITLE_GAP, _CARD_GAP = 20, 20
_TWO_COLUMNS_FROM = 900
"""The px of content, at 100 % text, from which cards stand side by side."""
_NOW_SHARE, _TOTALS_SHARE = 618, 362
_Direction = QBoxLayout.Direction


class BreaksPage(ScrollPage):
    """State and day at the top, the settings of reminders below.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        sitting_requested: the person sits again.
        pause_requested: `Pause`, no reminders for so long.
        go_on_requested: the pause is to end.
        settings_changed: a choice was made; carries all settings.
        autostart_requested: `bool`, whether to start with the login.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()
    pause_requested = Signal(object)
    go_on_requested = Signal()
    settings_changed = Signal(Settings)
    autostart_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Breaks"))
        self._settings = Settings()
        self.now, self.totals, self.day = NowCard(theme), TotalsCard(theme), DayCard(theme)
        self.reminder, self.hours = ReminderCard(theme), HoursCard(theme)
        self.background, self.ways = BackgroundCard(theme), WaysCard(theme)
        self._top = QBoxLayout(_Direction.LeftToRight)
        self._settings_row = QBoxLayout(_Direction.LeftToRight)
        self._title = Label(theme, Role.PAGE_TITLE, self.tr("Breaks"))
        self._fill()
        self._connect()
        self.set_settings(self._settings)

    @property
    def setting_cards(self) -> tuple[SettingCard, ...]:
        """The cards on which something can be set."""
        return (self.reminder, self.hours, self.background)

    @property
    def panels(self) -> tuple[CardPanel, ...]:
        """The cards with a heading and rows."""
        return (self.day, *self.setting_cards, self.ways)

    def show_view(self, view: BreaksView) -> None:
        """Show how things stand now, and how the day went."""
        self.now.show_view(view)
        self.totals.show_view(view)
        self.day.show_view(view)

    def set_settings(self, settings: Settings) -> None:
        """Show these choices, without telling."""
        self._settings = settings
        for card in self.setting_cards:
            card.show_settings(settings)

    def set_routines(self, routines: Sequence[RoutineChoice]) -> None:
        """Offer these routines for breaks."""
        self.reminder.set_routines(routines)
        self.reminder.show_settings(self._settings)

    def set_autostart(self, is_on: bool) -> None:
        """Show whether the program starts with the login."""
        self.background.set_autostart(is_on)

    def set_ways(self, ways: Sequence[str]) -> None:
        """Tell by which ways of this machine the reminders work."""
        self.ways.set_ways(ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside or under each other."""
        self._arrange()
        super().resizeEvent(event)

    def _fill(self) -> None:
        """Put title and cards on the page."""
        gap = layout_gap(_CARD_GAP)
        self.add_text(self._title)
        self.add_gap(_TITLE_GAP - FOCUS_MARGIN)
        self._top.addWidget(self.now, _NOW_SHARE)
        self._top.addWidget(self.totals, _TOTALS_SHARE)
        self.add_layout(self._top)
        self.add_gap(gap)
        self.add_card(self.day)
        self.add_gap(gap)
        for column in ((self.reminder,), (self.hours, self.background, self.ways)):
            stack = QVBoxLayout()
            stack.setSpacing(gap)
            for panel in column:
                stack.addWidget(panel)
            stack.addStretch(1)
            self._settings_row.addLayout(stack, 1)
        self.add_layout(self._settings_row)
        self.add_stretch()
        for row in (self._top, self._settings_row):
            row.setSpacing(gap)
        for card in (self.now, self.totals, *self.setting_cards, self.ways):
            self.shade(card)

    def _arrange(self) -> None:
        """Lay the cards out for the room and the size of the text."""
        window = self.window().width()
        is_narrow = window < NARROW_WINDOW
        room = self.width() - 2 * side_padding(window, self.width())
        is_wide = room >= self._theme.px(_TWO_COLUMNS_FROM)
        direction = _Direction.LeftToRight if is_wide else _Direction.TopToBottom
        for row in (self._top, self._settings_row):
            row.setDirection(direction)
        self.now.set_narrow(is_narrow)
        self.totals.set_narrow(is_narrow)
        for card in self.panels:
            card.set_narrow(is_narrow)

    def _connect(self) -> None:
        """Hear the cards."""
        self.now.stretch_requested.connect(self.stretch_requested)
        self.now.up_requested.connect(self.up_requested)
        self.now.sitting_requested.connect(self.sitting_requested)
        self.now.pause_requested.connect(self.pause_requested)
        self.now.go_on_requested.connect(self.go_on_requested)
        self.background.autostart_requested.connect(self.autostart_requested)
        for card in self.setting_cards:
            card.setting_chosen.connect(self._on_setting_chosen)
        self._theme.changed.connect(self._on_look_changed)

    @Slot(object)
    def _on_setting_chosen(self, change: Change) -> None:
        """Take a choice over, offer what fits it, and tell."""
        self._settings = self._settings.with_value(change.name, change.value)
        for card in self.setting_cards:
            card.adapt(self._settings)
        self.settings_changed.emit(self._settings)

    @Slot()
    def _on_look_changed(self) -> None:
        """Lay the cards out for another size of the text."""
        self._arrange()
