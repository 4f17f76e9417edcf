"""The short message at the foot of the window that goes away by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.announce import announce
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.toast_card import ToastCard

_STAY_MS, _STAY_WITH_OFFER_MS = 5_000, 10_000


class Offer(NamedTuple):
    """What a message offers: a word, what it does, and what is done once it has lapsed."""

    words: str
    take: Callable[[], None]
    lapse: Callable[[], None] | None = None


class _Message(NamedTuple):
    """What is said."""

    text: str
    icon: str = ""
    offer: Offer | None = None
    stays: bool = False


class Toast(ToastCard):
    """One message at a time.

    It stays 5 s, 10 s with an offer, and as long as the pointer or the focus is on it. An offer
    belongs to who made it: while it stands, messages without one wait, and the next offer has it
    lapse.
    """

    def __init__(self, theme: Theme, window: QWidget, above: QWidget | None = None) -> None:
        super().__init__(theme, window, above)
        self._message = _Message("")
        self._waiting: _Message | None = None
        self._stay = QTimer(self, singleShot=True)
        self._stay.timeout.connect(self._on_stay_over)
        self._action.clicked.connect(self._on_action_clicked)
        self.went.connect(self._on_went)
        self.hide()

    @property
    def stay(self) -> int:
        """How many ms the message stays."""
        return _STAY_WITH_OFFER_MS if self._action.label else _STAY_MS

    def show_message(
        self, text: str, *, icon: str = "", offer: Offer | None = None, stays: bool = False
    ) -> None:
        """Show a message in place of the one before, and say it to screen readers.

        One that `stays` goes only when another one comes.
        """
        message = _Message(text, icon, offer, stays)
        if offer is None and self._message.offer is not None:
            self._waiting = message
        else:
            self._show(message)

    def withdraw(self, offer: Offer) -> bool:
        """End an offer that is taken by another way; whether it still stood."""
        if self._message.offer is not offer:
            return False
        self._message = self._message._replace(offer=None)
        self.dismiss()
        return True

    def dismiss(self) -> None:
        """Let the message go."""
        self._stay.stop()
        super().dismiss()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is on it."""
        self._stay.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go some time after the pointer has left."""
        if not self._leaving:
            self._begin_stay()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing run unseen or come back with the window; what was offered lapses."""
        super().hideEvent(event)
        if event.spontaneous():  # the desktop took the window away for a while
            return
        self._stay.stop()
        self._motion.stop()
        self.hide()
        if not self._window.isVisible():
            self._waiting = None
        offer, self._message = self._message.offer, self._message._replace(offer=None)
        _lapse(offer)

    def _show(self, message: _Message) -> None:
        """Show a message; what the one before offered lapses."""
        before, self._message = self._message.offer, message
        self._come(message.text, message.icon, message.offer.words if message.offer else "")
        self._begin_stay()
        announce(self, message.text)
        _lapse(before)

    def _begin_stay(self) -> None:
        """Go after a time, where it is to go by itself."""
        self._stay.stop()
        if not self._message.stays:
            self._stay.start(self.stay)

    @Slot()
    def _on_went(self) -> None:
        """Show what had to wait."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self.isHidden():
            self._show(waiting)

    @Slot()
    def _on_stay_over(self) -> None:
        """Go, unless the keyboard is on the action."""
        if self._action.hasFocus():
            self._begin_stay()
        else:
            self.dismiss()

    @Slot()
    def _on_action_clicked(self) -> None:
        """Go, and do what was offered."""
        offer = self._message.offer
        if offer is not None and self.withdraw(offer):
            offer.take()


def _lapse(offer: Offer | None) -> None:
    """Do what is to be done where nobody wanted what was offered."""
    if offer is not None and offer.lapse is not None:
        offer.lapse()
