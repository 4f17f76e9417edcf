"""Closing the window and ending the program: who stays on, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.settings import StayOn
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:  # made when they are first needed
    from hipstretch.core.therapy_view import TherapyView
    from hipstretch.ui.dialogs.dialog import CardDialog
    from hipstretch.ui.flow.therapy import TherapyFlow


class Reminders(Protocol):
    """What goes on without the window; see `BreaksFlow`."""

    @property
    def has_tray(self) -> bool:
        """Whether the person sees the program when its window is closed."""

    def tell(self, title: str, text: str) -> None:
        """Show a notification that asks nothing."""


class LeavingFlow(QObject):
    """Decides whether the program ends; `therapy` gives None while there is no ice or heat.

    It is asked by the person only: a signal of the system or the end of the session asks nobody.

    Signals:
        quit_agreed: the program may end now.
        window_requested: the window is wanted in front: there is a question.
    """

    quit_agreed = Signal()
    window_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        breaks: Callable[[], Reminders],
        therapy: Callable[[], TherapyFlow | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._settings = theme, window, settings
        self._breaks, self._therapy = breaks, therapy
        self._dialog: CardDialog | None = None

    @Slot()
    def close_window(self) -> None:
        """The window closes: go on without it where reminders or a timer are to go on."""
        if not self._stays_on:
            self.quit_agreed.emit()
        elif not self._settings.settings.told_stay_on:
            self._settings.change(self._settings.settings.with_value("told_stay_on", True))
            text = self.tr("Start it again to see its window, or use its icon in the tray.")
            self._breaks().tell(self.tr("HipStretch goes on without its window"), text)

    @Slot()
    def quit(self) -> None:
        """End the program, after a question where ice or heat is under way."""
        therapy = self._therapy()
        if therapy is None or not therapy.is_running:
            self.quit_agreed.emit()
            return
        self.window_requested.emit()
        if self._dialog is None:
            self._ask(therapy)

    @property
    def _stays_on(self) -> bool:
        """Whether the program goes on without its window: always while ice or heat has to ring."""
        therapy = self._therapy()
        if therapy is not None and therapy.is_running:
            return True
        settings = self._settings.settings
        if not settings.reminders or settings.stay_on is StayOn.NEVER:
            return False
        return settings.stay_on is StayOn.ALWAYS or self._breaks().has_tray

    def _ask(self, therapy: TherapyFlow) -> None:
        """Ask in the window, as long as there is something to ask about."""
        from hipstretch.ui.dialogs.therapy_quit import quit_dialog

        self._dialog = quit_dialog(self._theme, therapy.view.under_way, self._window)
        self._dialog.closed.connect(self._on_answered)
        therapy.view_changed.connect(self._on_therapy_changed)
        self._dialog.present()

    @Slot(object)
    def _on_therapy_changed(self, view: TherapyView) -> None:
        """Ask no more where nothing is under way: the person has answered the alarm instead."""
        if self._dialog is not None and not view.under_way:
            self._dialog.dismiss(None)

    @Slot(object)
    def _on_answered(self, choice: object) -> None:
        """Do what the person chose."""
        from hipstretch.ui.dialogs.therapy_quit import QuitChoice

        self._dialog = None
        therapy = self._therapy()
        if therapy is not None:
            therapy.view_changed.disconnect(self._on_therapy_changed)
        if choice is QuitChoice.STOP_AND_QUIT and therapy is not None:
            therapy.stop_all()
        if choice in {QuitChoice.STOP_AND_QUIT, QuitChoice.QUIT}:
            self.quit_agreed.emit()
