"""The voices of Windows and macOS, through Qt's speech library."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from hipstretch.core.ports import Report, Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech import voices
from hipstretch.services.speech.engine import one_line
from hipstretch.services.speech.troubles import Troubles

RATES = {Pace.SLOW: -0.35, Pace.USUAL: -0.15, Pace.FAST: 0.0}
"""Qt's rates for the paces: the systems' own pace is a brisk one for lying still."""
_log = logging.getLogger(__name__)


class NativeSpeaker(QObject):
    """Speaks with the engine that Qt takes for the system's own, or with a named one."""

    def __init__(
        self, language: str, report: Report, engine: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._troubles = Troubles(report)
        self._speech = QTextToSpeech(engine, self) if engine else QTextToSpeech(self)
        self._speech.stateChanged.connect(self._on_state_changed)
        self._speech.errorOccurred.connect(self._on_failed)
        self._is_speaking = False
        self._locales = self._locales_of(language)
        if self._locales:
            self._speech.setLocale(self._locales[0])
        self._own = self._speech.voice()
        self._found: dict[Voice, QVoice] | None = None
        self.set_manner(Pace.USUAL, "")

    def say(self, text: str) -> None:
        """Say a text now, in the place of what is being said."""
        words = one_line(text)
        if not self._locales:
            self._troubles.tell(Trouble.NO_VOICE_ENGINE)
        elif words:
            self._speech.say(words)
        else:
            self.stop()

    def stop(self) -> None:
        """Be silent at once."""
        self._is_speaking = False
        if self._locales:
            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice; an empty or unknown name is the language's own."""
        if not self._locales:
            return
        self._speech.setRate(RATES[pace])
        offered = self._voices() if voice_name else {}
        named = (it for voice, it in offered.items() if voice.name == voice_name)
        self._speech.setVoice(next(named, self._own))

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """Tell the voices of the language, the best first."""
        on_found(tuple(self._voices()))

    def close(self) -> None:
        """Be silent and let go of the engine."""
        self.stop()
        self._locales = []
        self._speech.deleteLater()

    def _locales_of(self, language: str) -> list[QLocale]:
        """The places whose kind of the language the engine speaks, the nearest first."""
        there = {voices.tag(place.name()): place for place in self._speech.availableLocales()}
        near = voices.of_language((Voice(name, name) for name in there), language)
        return [there[voice.name] for voice in near]

    def _voices(self) -> dict[Voice, QVoice]:
        """The voices of the language; to list them, the engine is taken through its places."""
        if self._found is None:
            self._found = {}
            current = self._speech.voice()
            for place in self._locales:
                self._speech.setLocale(place)
                for voice in self._speech.availableVoices():
                    self._found[Voice(voice.name(), voices.tag(place.name()))] = voice
            self._speech.setVoice(current)
        return self._found

    @Slot(QTextToSpeech.State)
    def _on_state_changed(self, state: QTextToSpeech.State) -> None:
        """A phrase began, or came to its end."""
        if state is QTextToSpeech.State.Ready and self._is_speaking:
            self._troubles.worked()
        self._is_speaking = state is QTextToSpeech.State.Speaking

    @Slot(QTextToSpeech.ErrorReason, str)
    def _on_failed(self, reason: QTextToSpeech.ErrorReason, text: str) -> None:
        """The engine could not do what it was asked."""
        _log.warning("the voice failed: %s %s", reason.name, text)
        self._troubles.tell(Trouble.VOICE_FAILED)
