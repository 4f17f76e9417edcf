"""speech-dispatcher, the desktop's own speech server, spoken to over its socket.

Not through its command spd-say: that one can only silence everybody, the screen reader too.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.core.ports import Trouble
from hipstretch.core.settings import Pace
from hipstretch.services.speech.connection import Connection
from hipstretch.services.speech.conversation import Conversation, Event
from hipstretch.services.speech.engine import FRESH, longest
from hipstretch.services.speech.ssip import GarbledReply

_log = logging.getLogger(__name__)
_MOST_LOSSES = 3
_REPLY_LIMIT = 2.0
_LIST_LIMIT = 10.0
_BEGIN_LIMIT = 8.0


class Dispatcher(QObject):
    """An engine: keeps one connection, and makes it anew when the server was lost.

    Signals: those of an `Engine`.
    """

    spoke = Signal()
    stumbled = Signal()
    gave_up = Signal(object)
    voices_found = Signal(object)

    def __init__(
        self,
        language: str,
        path: Path,
        program: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._manner = (Pace.USUAL, "")
        self._talk: Conversation | None = None
        self._text = ""
        self._losses = 0
        self._patience = self._timer(_REPLY_LIMIT)
        self._patience.timeout.connect(self._on_reply_overdue)
        self._limit = self._timer(_BEGIN_LIMIT)
        self._limit.timeout.connect(self._on_phrase_overdue)
        self._moment = self._timer(FRESH)
        self._moment.timeout.connect(self._on_moment_missed)
        self._connection = Connection(path, program, self)
        self._connection.opened.connect(self._on_opened)
        self._connection.bytes_came.connect(self._on_bytes_came)
        self._connection.broke.connect(self._on_broke)
        self._connection.lost.connect(self._on_lost)
        self._connection.missed.connect(self._on_missed)

    def start(self) -> None:
        """Reach the server, and have it started if it is not running."""
        self._connection.open()

    def say(self, text: str) -> None:
        """Say a text now, or when the server is reached, if that is soon."""
        self._text = text
        if not self._connection.is_settled:
            self._moment.start()
        if self._talk is not None:
            self._talk.say(text)
            self._send()
        elif not self._connection.is_wanted:
            self.start()

    def stop(self) -> None:
        """Cancel what is being said."""
        self._text = ""
        self._limit.stop()
        if self._talk is not None:
            self._talk.stop()
            self._send()

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice from the next phrase on."""
        self._manner = (pace, voice_name)
        if self._talk is not None:
            self._talk.set_manner(pace, voice_name)
            self._send()

    def ask_voices(self) -> None:
        """Tell the voices if the server has told them; else they are told when it does."""
        if self._talk is not None and self._talk.voices is not None:
            self.voices_found.emit(self._talk.voices)
        elif not self._connection.is_wanted:
            self.start()

    def close(self) -> None:
        """Be silent and leave."""
        if self._talk is not None:
            self._talk.leave()
            self._send()
        self._drop()
        self.deleteLater()

    def _timer(self, seconds: float) -> QTimer:
        """A timer that goes off once."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(seconds * 1000))
        return timer

    def _send(self) -> None:
        """Send what there is to send, and wait for a reply no longer than is fair."""
        if self._talk is None:
            return
        outgoing = self._talk.take_outgoing()
        if outgoing:
            self._connection.write(outgoing)
            limit = _LIST_LIMIT if self._talk.is_listing else _REPLY_LIMIT
            self._patience.start(round(limit * 1000))
        elif not self._talk.is_waiting:
            self._patience.stop()

    def _drop(self) -> None:
        """Have no connection any more."""
        self._talk = None
        for timer in (self._patience, self._limit, self._moment):
            timer.stop()
        self._connection.close()

    def _give_up(self, trouble: Trouble, reason: str) -> None:
        """Be of no more use."""
        _log.warning("speech-dispatcher is of no use: %s", reason)
        self._drop()
        self.gave_up.emit(trouble)

    def _act_on(self, event: Event) -> None:
        """Do what an event asks for."""
        acts = {
            Event.READY: self._become_ready,
            Event.UNFIT: self._refuse,
            Event.VOICES: self.ask_voices,
            Event.QUEUED: self._await_begin,
            Event.BEGAN: self._await_end,
            Event.ENDED: self._be_heard,
        }
        acts[event]()

    def _become_ready(self) -> None:
        """The server speaks, as far as one can know."""
        self._connection.settle()
        self._moment.stop()

    def _refuse(self) -> None:
        """The server has no voice that would be understood."""
        self._give_up(Trouble.NO_VOICE_ENGINE, "it has no voice for the language")

    def _await_begin(self) -> None:
        """A phrase is in the server's hands; others may have to be heard before."""
        self._limit.start(round(_BEGIN_LIMIT * 1000))

    def _await_end(self) -> None:
        """A phrase is heard, if it was not stopped meanwhile."""
        if self._text:
            self._limit.start(round(longest(self._text) * 1000))

    def _be_heard(self) -> None:
        """A phrase was heard to its end."""
        self._limit.stop()
        self._losses = 0
        self.spoke.emit()

    @Slot()
    def _on_opened(self) -> None:
        """Greet the server, and say what still is to be said."""
        self._talk = Conversation(self._language, *self._manner)
        self._talk.greet()
        if self._text:
            self._talk.say(self._text)
        self._send()

    @Slot()
    def _on_bytes_came(self) -> None:
        """Hear the server out."""
        while self._talk is not None and (data := self._connection.read()):
            try:
                events = self._talk.receive(data)
            except GarbledReply as error:
                self._give_up(Trouble.VOICE_FAILED, str(error))
                return
            self._send()
            for event in events:
                if self._talk is not None:  # an event may end the talk
                    self._act_on(event)

    @Slot()
    def _on_broke(self) -> None:
        """The server is not ready yet."""
        self._talk = None
        self._patience.stop()

    @Slot()
    def _on_lost(self) -> None:
        """The server has gone; it is reached again for the next phrase, if it does not go often."""
        self._losses += 1
        if self._losses < _MOST_LOSSES:
            self._drop()
            self.stumbled.emit()
        else:
            self._give_up(Trouble.VOICE_FAILED, "it goes away again and again")

    @Slot()
    def _on_missed(self) -> None:
        """There is no server, though there might be."""
        self._give_up(Trouble.NO_VOICE_ENGINE, "it cannot be reached")

    @Slot()
    def _on_reply_overdue(self) -> None:
        """The server hangs."""
        self._give_up(Trouble.VOICE_FAILED, "it does not answer")

    @Slot()
    def _on_phrase_overdue(self) -> None:
        """A phrase was taken and never came to its end: the server has lost its voice."""
        self._give_up(Trouble.VOICE_FAILED, "a phrase does not end")

    @Slot()
    def _on_moment_missed(self) -> None:
        """The server was not ready in time for the phrase."""
        self.stop()
