"""Ice and heat: the timer with its file and log, the page, and what is heard and seen elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.ports import Clock, Notifier
from hipstretch.core.therapy_view import TherapyView
from hipstretch.parts.stores import Stores
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.qt.therapy_timer import TherapyTimer
from hipstretch.services.clock.boot import boot_id
from hipstretch.ui.flow.therapy import KEY, TherapyFlow
from hipstretch.ui.flow.therapy_alerts import Play, TherapyAlerts
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme


class Treatments(QObject):
    """Joins the flow of ice and heat with its alerts; begins with `start`.

    Signals:
        window_requested: the window is wanted in front.
    """

    window_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        stores: Stores,
        clock: Clock,
        play: Play,
        make_notifier: Callable[[], Notifier],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        file, log = stores.therapy_file(boot_id()), stores.therapy_log()
        timer = TherapyTimer(clock, file, log, self)
        self.flow = TherapyFlow(theme, window, settings, timer, self)
        self.alerts = TherapyAlerts(theme, window, timer, play, make_notifier, self)
        self._connect()

    def start(self) -> None:
        """Take up what another run left."""
        self.flow.start()

    def close(self) -> None:
        """Be gone from the desktop."""
        self.alerts.close()

    def _connect(self) -> None:
        """Let the flow do what the alerts ask for, and the alerts show how things stand."""
        flow, alerts = self.flow, self.alerts
        alerts.stop_requested.connect(flow.stop)
        alerts.skin_fine_requested.connect(flow.confirm_skin)
        alerts.page_requested.connect(flow.show)
        alerts.refresh_requested.connect(flow.refresh)
        alerts.window_requested.connect(self.window_requested)
        flow.window_requested.connect(self.window_requested)
        flow.view_changed.connect(self._on_view_changed)
        self._window.page_shown.connect(flow.refresh)

    @Slot(object)
    def _on_view_changed(self, view: TherapyView) -> None:
        """Show ice and heat where their page does not."""
        self.alerts.show_view(view, on_page=self._window.key == KEY)
