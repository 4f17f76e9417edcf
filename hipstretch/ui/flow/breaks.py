"""Get-up reminders as the person meets them: tray, questions, and the Breaks page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.breaks import (
    HoldChanged,
    Paused,
    Plan,
    PutOff,
    SaidSitting,
    SaidUp,
    SessionBegan,
    SessionEnded,
)
from hipstretch.core.breaks_view import BreaksView, Pause, view_of, view_of_none
from hipstretch.core.hours import ALWAYS, WeekHours
from hipstretch.core.reminder import Asked, Hold
from hipstretch.core.settings import Settings
from hipstretch.core.therapy_view import TherapyView
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.qt.sitting_watcher import SittingWatcher
from hipstretch.ui import break_words
from hipstretch.ui.flow.break_asking import BreakAsking
from hipstretch.ui.tray import Tray


class BreaksFlow(QObject):
    """Joins the watcher with all that shows it and all that answers it.

    Signals:
        view_changed: `BreaksView`, how things stand now.
        stretch_requested: the routine for breaks is to begin.
        open_requested: the window is wanted.
        settings_requested: the settings are wanted.
        quit_requested: the program is to end.
        therapy_requested: the tray's menu wants a fresh view of ice and heat.
    """

    view_changed = Signal(object)
    stretch_requested = Signal()
    open_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()
    therapy_requested = Signal()

    def __init__(
        self,
        settings: SettingsKeeper,
        watcher: SittingWatcher,
        tray: Tray,
        asking: BreakAsking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._watcher = settings, watcher
        self._tray, self._asking = tray, asking
        self._has_timer = False
        self._connect_watcher()
        self._connect_tray()
        asking.stretch_requested.connect(self._on_stretch_requested)
        asking.up_requested.connect(self.say_up)
        asking.later_requested.connect(self._on_later_requested)
        asking.open_requested.connect(self.open_requested)
        settings.changed.connect(self._on_settings_changed)

    @property
    def view(self) -> BreaksView:
        """How things stand now."""
        spans, reminders = self._watcher.spans(), self._watcher.reminders()
        breaks, now = self._watcher.breaks, self._watcher.now
        if breaks is None:
            return view_of_none(now.wall, spans, reminders)
        return view_of(breaks, now, spans, reminders)

    @property
    def ways(self) -> tuple[str, ...]:
        """How it works on this machine, a line for each part; none while reminders are off."""
        if self._watcher.breaks is None:
            return ()
        nothing = self.tr("nothing here tells")
        screen = ", ".join(self._watcher.desk_ways) or nothing
        tray = self.tr("in the tray") if self.has_tray else self.tr("no tray here")
        return (
            self.tr("Hands: {way}").format(way=self._watcher.hands_way or nothing),
            self.tr("Screen, sleep, calls: {way}").format(way=screen),
            self.tr("Questions: {way}").format(way=self._asking.way),
            self.tr("Icon: {way}").format(way=tray),
        )

    @property
    def has_tray(self) -> bool:
        """Whether the person sees the program when its window is closed."""
        return self._tray.is_available

    def set_stretch_length(self, seconds: float) -> None:
        """Call the routine for breaks by its length."""
        words = break_words.stretch_words(seconds)
        self._asking.set_stretch(words)
        self._tray.set_stretch(words)

    def start(self) -> None:
        """Do as the settings say."""
        self._follow(self._settings.settings)

    def stop(self) -> None:
        """Keep the minutes sat and be gone."""
        self._watcher.stop()
        self._asking.close()
        self._tray.hide()

    def tell(self, title: str, text: str) -> None:
        """Show a notification that asks nothing."""
        self._asking.tell(title, text)

    @Slot(bool)
    def follow_session(self, is_followed: bool) -> None:
        """The person stretches from now on, or does no longer: that is no sitting."""
        self._watcher.tell(SessionBegan() if is_followed else SessionEnded())

    @Slot(bool)
    def follow_timer(self, is_running: bool) -> None:
        """A timer of ice or heat keeps the screen on from now, or no longer."""
        self._watcher.set_keeps_awake(is_running)

    @Slot(object)
    def show_therapy(self, view: TherapyView) -> None:
        """Show ice and heat in the tray, which is there for them even without reminders."""
        self._tray.show_therapy(view)
        has_timer = view.leading is not None
        if has_timer is not self._has_timer:
            self._has_timer = has_timer
            self._show_tray(self._settings.settings)

    @Slot(bool)
    def hold_for_timer(self, is_last_minute: bool) -> None:
        """Hold reminders back in the last minute of a timer."""
        self._watcher.tell(HoldChanged(Hold.TIMER, is_last_minute))

    @Slot()
    def say_up(self) -> None:
        """The person is up."""
        self._watcher.tell(SaidUp())

    @Slot()
    def say_sitting(self) -> None:
        """The person sits again."""
        self._watcher.tell(SaidSitting())

    @Slot(object)
    def pause_for(self, pause: Pause) -> None:
        """No reminders for a while."""
        self.pause(pause.seconds(self._watcher.now.wall))

    @Slot()
    def go_on(self) -> None:
        """Reminders again."""
        self.pause(0.0)

    def pause(self, seconds: float) -> None:
        """No reminders for so many seconds; 0 ends a pause."""
        self._watcher.tell(Paused(seconds))

    def _follow(self, settings: Settings) -> None:
        """Watch and remind as the settings say, or not at all."""
        self._watcher.set_plan(plan_of(settings))
        if settings.reminders:
            self._asking.prepare()
            self._watcher.start()
        else:
            self._watcher.stop()
        self._show_tray(settings)

    def _show_tray(self, settings: Settings) -> None:
        """Be in the tray as long as there is something to tell."""
        if settings.reminders or self._has_timer:
            self._tray.show(self.view)
        else:
            self._tray.hide()

    def _connect_watcher(self) -> None:
        """Hear the watcher."""
        self._watcher.changed.connect(self._on_changed)
        self._watcher.asked.connect(self._on_asked)
        self._watcher.withdrawn.connect(self._on_withdrawn)

    def _connect_tray(self) -> None:
        """Hear the tray."""
        self._tray.stretch_requested.connect(self._on_stretch_requested)
        self._tray.up_requested.connect(self.say_up)
        self._tray.sitting_requested.connect(self.say_sitting)
        self._tray.pause_requested.connect(self.pause_for)
        self._tray.go_on_requested.connect(self.go_on)
        self._tray.open_requested.connect(self.open_requested)
        self._tray.settings_requested.connect(self.settings_requested)
        self._tray.quit_requested.connect(self.quit_requested)
        self._tray.menu_opened.connect(self._on_changed)
        self._tray.therapy_requested.connect(self.therapy_requested)

    @Slot()
    def _on_changed(self) -> None:
        """Show how things stand everywhere."""
        view = self.view
        self._tray.show_view(view)
        self._asking.show_view(view)
        self.view_changed.emit(view)

    @Slot(object)
    def _on_asked(self, asked: Asked) -> None:
        """Ask the person."""
        self._asking.ask(asked, self.view)

    @Slot()
    def _on_withdrawn(self) -> None:
        """Ask no more."""
        self._asking.withdraw()

    @Slot()
    def _on_stretch_requested(self) -> None:
        """Pass the wish on; the session answers the question."""
        self._asking.withdraw()
        self.stretch_requested.emit()

    @Slot(int)
    def _on_later_requested(self, minutes: int) -> None:
        """Ask later."""
        self._watcher.tell(PutOff(minutes * 60.0))

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        """Do as the settings say from now on."""
        self._follow(settings)


def plan_of(settings: Settings) -> Plan:
    """What the settings say of reminders."""
    return Plan(
        settings.sit_minutes * 60.0,
        settings.away_minutes * 60.0,
        settings.reminder_strength,
        WeekHours.parse(settings.hours) if settings.hours_on else ALWAYS,
    )
