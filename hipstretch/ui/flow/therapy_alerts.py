"""What ice and heat make heard and seen wherever the person is: skin checks, alarm, ready again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Notice, Notifier
from hipstretch.core.therapy import Kind, Rang, Rest, Treatment
from hipstretch.core.therapy_view import CardState, CardView, TherapyView
from hipstretch.qt.therapy_timer import TherapyTimer
from hipstretch.ui import therapy_words
from hipstretch.ui.dialogs.therapy_alarm import AlarmDialog
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.skin_toast import SkinToast
from hipstretch.ui.widgets.timer_chip import TimerChip

LAST_MINUTE = 60.0
"""Seconds before the end of a timer in which nothing else asks for the person."""
Play = Callable[[Chime, float | None], None]
"""Plays a chime at a volume of 0 to 1; None is the volume of the settings."""
_ANSWER = "answer"


class TherapyAlerts(QObject):
    """Shows and sounds what is due; what is answered is passed on.

    Signals:
        stop_requested: `Kind`, end a treatment, or answer its alarm.
        skin_fine_requested: `Kind`, the skin is fine.
        page_requested: the page of ice and heat is wanted.
        window_requested: the window is wanted in front: an alarm rings.
        last_minute_changed: `bool`, whether a timer is in its last minute.
        running_changed: `bool`, whether a pack is on the skin, as far as anybody knows.
        refresh_requested: what shows wants a fresh view.
    """

    stop_requested = Signal(object)
    skin_fine_requested = Signal(object)
    page_requested = Signal()
    window_requested = Signal()
    last_minute_changed = Signal(bool)
    running_changed = Signal(bool)
    refresh_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        timer: TherapyTimer,
        play: Play,
        make_notifier: Callable[[], Notifier],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._play = theme, window, play
        self._make_notifier = make_notifier
        self._notifier: Notifier | None = None
        self._chips = (TimerChip(theme), TimerChip(theme))
        self._toast: SkinToast | None = None
        self._alarm: AlarmDialog | None = None
        self._rung = ""
        self._ringing = Kind.ICE
        self._is_last_minute = self._is_running = False
        self._last_minute = QTimer(self)
        self._last_minute.setSingleShot(True)
        self._last_minute.timeout.connect(self.refresh_requested)
        timer.check_asked.connect(self._on_check_asked)
        timer.rang.connect(self._on_rang)
        timer.ready.connect(self._on_ready)
        window.set_timer_chips(*self._chips)
        for chip in self._chips:
            chip.clicked.connect(self.page_requested)
            chip.view_requested.connect(self.refresh_requested)

    def show_view(self, view: TherapyView, *, on_page: bool) -> None:
        """Show how things stand, outside the page itself."""
        for chip in self._chips:
            chip.set_view(None if on_page else view)
        cards = [card for card in view.cards if card.state.is_under_way]
        self._follow_running(cards)
        checking = next((card for card in cards if card.state is CardState.CHECKING), None)
        ringing = next((card for card in cards if card.state is CardState.RINGING), None)
        self._show_check(None if on_page or self._window.is_filled else checking)
        self._show_alarm(None if on_page else ringing)
        if ringing is None and self._notifier is not None:
            self._notifier.withdraw()

    def close(self) -> None:
        """Be gone from the desktop."""
        if self._notifier is not None:
            self._notifier.close()

    @Slot(object)
    def _on_check_asked(self, _treatment: Treatment) -> None:
        """A soft sound; what shows follows with the view."""
        self._play(Chime.SKIN_CHECK, None)

    @Slot(object)
    def _on_rang(self, rang: Rang) -> None:
        """The alarm sounds; its first ring brings window and notification."""
        self._play(Chime.ALARM, rang.volume)
        if rang.treatment.id != self._rung:
            self._rung = rang.treatment.id
            self.window_requested.emit()
            self._notify(rang.treatment)

    @Slot(object)
    def _on_ready(self, rest: Rest) -> None:
        """A place is ready again."""
        self._bubbles.show(Notice(therapy_words.ready_line(rest.place), ""), self._take_action)

    def _follow_running(self, cards: list[CardView]) -> None:
        """Tell whether anything runs, and when its last minute begins."""
        ends = [card.left for card in cards]
        is_last = any(0 < left <= LAST_MINUTE for left in ends)
        if is_last is not self._is_last_minute:
            self._is_last_minute = is_last
            self.last_minute_changed.emit(is_last)
        if bool(cards) is not self._is_running:
            self._is_running = bool(cards)
            self.running_changed.emit(self._is_running)
        later = [left - LAST_MINUTE for left in ends if left > LAST_MINUTE]
        if later:
            self._last_minute.start(round(min(later) * 1000) + 1)

    def _show_check(self, card: CardView | None) -> None:
        """Ask for a look at the skin, or no longer."""
        if card is None:
            if self._toast is not None:
                self._toast.put_away()
            return
        if self._toast is None:
            self._toast = SkinToast(self._theme, self._window)
            self._toast.fine_requested.connect(self.skin_fine_requested)
            self._toast.stop_requested.connect(self.stop_requested)
        self._toast.set_foot(self._window.foot)
        self._toast.ask(card)

    def _show_alarm(self, card: CardView | None) -> None:
        """Show the alarm's card over the page, or no longer."""
        if self._alarm is not None and (card is None or card.kind is not self._alarm.kind):
            self._alarm.withdraw()
            self._alarm = None
        if card is not None and self._alarm is None and self._window.isVisible():
            self._alarm = AlarmDialog(self._theme, card, self._window)
            self._alarm.answered.connect(self._on_alarm_answered)
            self._alarm.present()

    def _notify(self, treatment: Treatment) -> None:
        """Say it by a notification too."""
        kind = therapy_words.kind_word(treatment.kind)
        title = self.tr("{kind} is over").format(kind=kind)
        words = self.tr("Take it off and look at your skin.")
        self._ringing = treatment.kind
        notice = Notice(title, words, ((_ANSWER, self.tr("It is off")),))
        self._bubbles.show(notice, self._take_action)

    def _take_action(self, key: str) -> None:
        """A notification was answered, or clicked."""
        if key == _ANSWER:
            self.stop_requested.emit(self._ringing)
        else:
            self.window_requested.emit()

    @property
    def _bubbles(self) -> Notifier:
        """The desktop's notifications, reached when they are first needed."""
        if self._notifier is None:
            self._notifier = self._make_notifier()
        return self._notifier

    @Slot(object)
    def _on_alarm_answered(self, kind: Kind) -> None:
        """The person has heard it."""
        self._alarm = None
        self.stop_requested.emit(kind)
