"""Asks the person to get up: by a notification, or by the small window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.ports import Notice, Notifier
from hipstretch.core.reminder import Asked
from hipstretch.core.settings import Strength
from hipstretch.ui import break_words
from hipstretch.ui.break_window import BreakWindow
from hipstretch.ui.theme import Theme

LATER = (5, 10, 20)
"""The minutes by which a reminder can be put off."""
_STRETCH, _UP, _LATER = "stretch", "up", "later"
_NOTICE_LATER = LATER[1]


class BreakAsking(QObject):
    """One question at a time; a louder one takes the place of the one before.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        later_requested: `int`, ask again after so many minutes.
        open_requested: the window is wanted.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    later_requested = Signal(int)
    open_requested = Signal()

    def __init__(
        self, theme: Theme, make_notifier: Callable[[], Notifier], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._make_notifier = theme, make_notifier
        self._notifier: Notifier | None = None
        self._window: BreakWindow | None = None
        self._stretch = ""

    def prepare(self) -> None:
        """Find out what the desktop's notifications can do, before the first question."""
        self._bubbles.withdraw()

    @property
    def way(self) -> str:
        """How notifications are shown on this machine."""
        return self._bubbles.name

    def set_stretch(self, words: str) -> None:
        """Call the routine for breaks something else."""
        self._stretch = words
        if self._window is not None:
            self._window.set_stretch(words)

    def ask(self, asked: Asked, view: BreaksView) -> None:
        """Ask as loudly as the reminder says; the tray alone shows the softest.

        Where notifications have no buttons the small window asks in their place.
        """
        if asked.strength is Strength.TRAY:
            return
        if asked.strength is Strength.NOTIFICATION and self._bubbles.can_ask:
            self._bubbles.show(self._notice(view), self._take_action)
        else:
            self._withdraw_notice()
            self._card.ask(view)

    def show_view(self, view: BreaksView) -> None:
        """Tell the minutes of now, where the window shows."""
        if self._window is not None:
            self._window.show_view(view)

    def withdraw(self) -> None:
        """Ask no more."""
        self._withdraw_notice()
        if self._window is not None:
            self._window.withdraw()

    def tell(self, title: str, text: str) -> None:
        """Show a notification that asks nothing."""
        self._bubbles.show(Notice(title, text), self._take_action)

    def close(self) -> None:
        """Be gone from the screen."""
        self.withdraw()
        if self._notifier is not None:
            self._notifier.close()

    @property
    def _bubbles(self) -> Notifier:
        """The desktop's notifications, reached when they are first needed."""
        if self._notifier is None:
            self._notifier = self._make_notifier()
        return self._notifier

    @property
    def _card(self) -> BreakWindow:
        """The small window, made when it is first needed."""
        if self._window is None:
            self._window = BreakWindow(self._theme)
            if self._stretch:
                self._window.set_stretch(self._stretch)
            self._window.stretch_requested.connect(self.stretch_requested)
            self._window.up_requested.connect(self.up_requested)
            self._window.later_requested.connect(self.later_requested)
        return self._window

    def _notice(self, view: BreaksView) -> Notice:
        """The notification's words and buttons."""
        later = self.tr("In {count} min").format(count=_NOTICE_LATER)
        return Notice(
            self.tr("Time to stand up"),
            break_words.owed(view.minutes_sat),
            (
                (_STRETCH, self._stretch or self.tr("Stretch")),
                (_UP, self.tr("I’m up")),
                (_LATER, later),
            ),
        )

    def _take_action(self, key: str) -> None:
        """A button of the notification was pressed, or the notification itself."""
        if key == _STRETCH:
            self.stretch_requested.emit()
        elif key == _UP:
            self.up_requested.emit()
        elif key == _LATER:
            self.later_requested.emit(_NOTICE_LATER)
        else:
            self.open_requested.emit()

    def _withdraw_notice(self) -> None:
        """Let the notification disappear."""
        if self._notifier is not None:
            self._notifier.withdraw()
