"""What is said to speech-dispatcher, one command after the other's reply; pure, without a socket.

Bytes go in and come out; what happens meanwhile is told as events.
"""

from __future__ import annotations

from collections import deque
from enum import Enum, StrEnum, auto

from hipstretch.core.ports import Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech import voices
from hipstretch.services.speech.engine import one_line
from hipstretch.services.speech.ssip import Reader, Reply, command, message

RATES = {Pace.SLOW: -55, Pace.USUAL: -30, Pace.FAST: 0}
"""The server's rates for the paces: an engine's own pace is a brisk one for lying still."""
_GREETING = (
    "SET SELF CLIENT_NAME person:hipstretch:session",
    "SET SELF NOTIFICATION BEGIN ON",
    "SET SELF NOTIFICATION END ON",
    # Of two texts the later one is heard: a screen reader that answers a key cuts the session's
    # phrase, and is not kept waiting by it.
    "SET SELF PRIORITY TEXT",
    "SET SELF PUNCTUATION NONE",
)
_MUTE_MODULE = "dummy"
"""Stands in for a missing voice: it plays one recorded complaint, whatever is to be said."""


class Event(StrEnum):
    """What happened on the server's side."""

    READY = "ready"
    UNFIT = "unfit"
    VOICES = "voices"
    QUEUED = "queued"
    BEGAN = "began"
    ENDED = "ended"


_NOTICES = {701: Event.BEGAN, 702: Event.ENDED}


class _Asked(Enum):
    """The kind of the command whose reply is awaited."""

    SETTING = auto()
    MODULE = auto()
    CANCEL = auto()
    SPEAK = auto()
    TEXT = auto()
    LIST = auto()


class Conversation:
    """One connection's talk; the latest phrase is the only one that matters."""

    def __init__(self, language: str, pace: Pace, voice_name: str) -> None:
        self._language = language
        self._reader = Reader()
        self._outgoing = b""
        self._settings = deque([*_GREETING, f"SET SELF LANGUAGE {language}"])
        self._asked: _Asked | None = None
        self._is_open = self._is_fit = self._is_voice_set = False
        self._is_list_wanted = True
        self._phrase = ""
        self._may_sound = self._is_cancelling = False
        self.voices: tuple[Voice, ...] | None = None
        self.set_manner(pace, voice_name)

    @property
    def is_waiting(self) -> bool:
        """Whether the server owes a reply."""
        return self._asked is not None

    @property
    def is_listing(self) -> bool:
        """Whether the reply is the list of voices, which takes the server its time."""
        return self._asked is _Asked.LIST

    def greet(self) -> None:
        """Begin: nothing goes out before."""
        self._is_open = True
        self._send_next()

    def say(self, text: str) -> None:
        """Say a text in the place of what is being said."""
        self.stop()
        self._phrase = one_line(text)
        self._send_next()

    def stop(self) -> None:
        """Cancel one's own phrase, and nobody else's."""
        self._phrase = ""
        self._is_cancelling = self._may_sound
        self._send_next()

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice from the next phrase on."""
        self._voice_name = voice_name
        self._settings.append(f"SET SELF RATE {RATES[pace]}")
        self._set_voice()
        self._send_next()

    def leave(self) -> None:
        """Be silent and say goodbye, without waiting for any reply."""
        if self._asked is _Asked.SPEAK:
            self._outgoing += message("")
        self._outgoing += command("CANCEL SELF") + command("QUIT")

    def take_outgoing(self) -> bytes:
        """The bytes to send now."""
        outgoing, self._outgoing = self._outgoing, b""
        return outgoing

    def receive(self, data: bytes) -> list[Event]:
        """Take what the server sent; raises GarbledReply."""
        events = []
        for reply in self._reader.feed(data):
            event = _NOTICES.get(reply.code) if reply.is_notice else self._take(reply)
            if event is not None:
                events.append(event)
        return events

    def _take(self, reply: Reply) -> Event | None:
        """Take the reply to the last command, and send the next one."""
        asked, self._asked = self._asked, None
        event = None
        if asked is _Asked.MODULE:
            event = self._judge(reply)
        elif asked is _Asked.SPEAK and not reply.is_error:
            self._send_text()
        elif asked in {_Asked.SPEAK, _Asked.TEXT}:
            event = self._end_message(reply)
        elif asked is _Asked.LIST:
            event = self._choose(reply)
        if event is Event.UNFIT:
            self._is_open = False
        self._send_next()
        return event

    def _end_message(self, reply: Reply) -> Event | None:
        """The phrase is in the server's hands, unless it was refused or is to be cancelled."""
        if reply.is_error:
            return Event.UNFIT
        return Event.QUEUED if self._may_sound and not self._is_cancelling else None

    def _judge(self, reply: Reply) -> Event:
        """See whether the module that will speak is one that can."""
        self._is_fit = _MUTE_MODULE not in reply.lines
        return Event.READY if self._is_fit else Event.UNFIT

    def _choose(self, reply: Reply) -> Event:
        """Keep the voices of the language; a server that has others only is of no use."""
        listed = voices.from_speechd(reply.lines)
        self.voices = voices.of_language(listed, self._language)
        if listed and not self.voices:
            return Event.UNFIT
        self._set_voice()
        return Event.VOICES

    def _set_voice(self) -> None:
        """Ask for the chosen voice, or for the language's own if another one was asked for."""
        name = self._voice_name
        if self.voices is not None:
            voice = voices.chosen(self.voices, name)
            name = voice.name if voice is not None and (name or self._is_voice_set) else ""
        if name:
            self._is_voice_set = True
            self._settings.append(f"SET SELF SYNTHESIS_VOICE {one_line(name)}")

    def _send_next(self) -> None:
        """Send what is most urgent, if the server is free for it."""
        if self._asked is None and self._is_open:
            following = self._following()
            if following is not None:
                self._asked, line = following
                self._outgoing += command(line)

    def _following(self) -> tuple[_Asked, str] | None:
        """What is most urgent: settings, silence, the phrase, and last the long list."""
        if self._settings:
            return _Asked.SETTING, self._settings.popleft()
        if not self._is_fit:
            return _Asked.MODULE, "GET OUTPUT_MODULE"
        if self._is_cancelling:
            self._is_cancelling = self._may_sound = False
            return _Asked.CANCEL, "CANCEL SELF"
        if self._phrase:
            return _Asked.SPEAK, "SPEAK"
        if self._is_list_wanted:
            self._is_list_wanted = False
            return _Asked.LIST, "LIST SYNTHESIS_VOICES"
        return None

    def _send_text(self) -> None:
        """Send the text that the server waits for: none if it was stopped, the latest else."""
        text, self._phrase = self._phrase, ""
        self._asked = _Asked.TEXT
        self._may_sound = bool(text)
        self._outgoing += message(text)
