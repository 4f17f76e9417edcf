"""espeak-ng, a voice that plays itself: one process a phrase, killed to be silent."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech import voices
from hipstretch.services.speech.engine import longest, one_line
from hipstretch.services.speech.phrase_shell import PhraseShell

PROGRAM = "espeak-ng"
WORDS_A_MINUTE = {Pace.SLOW: 120, Pace.USUAL: 143, Pace.FAST: 170}
"""As fast as the same voice is through speech-dispatcher, whose normal pace for it is 170."""
_log = logging.getLogger(__name__)


class Espeak(QObject):
    """An engine: there is never more than one process that speaks.

    Signals: those of an `Engine`.
    """

    spoke = Signal()
    stumbled = Signal()
    gave_up = Signal(object)
    voices_found = Signal(object)

    def __init__(self, language: str, program: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._program = program
        self._pace, self._voice_name = Pace.USUAL, ""
        self._voices: tuple[Voice, ...] | None = None
        self._shell: PhraseShell | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_phrase_overdue)

    def start(self) -> None:
        """Have the voices listed; a phrase need not wait to be told until they are."""
        family = self._language.partition("-")[0]
        self._shell = PhraseShell(self._program, family, self)
        self._shell.listed.connect(self._on_listed)
        self._shell.ended.connect(self._on_phrase_ended)
        self._shell.gone.connect(self._on_shell_gone)
        self._shell.start()

    def say(self, text: str) -> None:
        """Say a text now, in the place of what is being said."""
        words = one_line(text)
        if not words:
            self.stop()
            return
        if self._shell is None:
            self.start()
        if self._shell is not None:
            self._limit.start(round(longest(words) * 1000))
            self._shell.speak(self._voice(), WORDS_A_MINUTE[self._pace], words)

    def stop(self) -> None:
        """Kill what is being said."""
        self._limit.stop()
        if self._shell is not None:
            self._shell.silence()

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice from the next phrase on."""
        self._pace, self._voice_name = pace, voice_name

    def ask_voices(self) -> None:
        """Tell the voices if they are known; else they are told when they are."""
        if self._voices is not None:
            self.voices_found.emit(self._voices)

    def close(self) -> None:
        """Be silent, and leave no process behind."""
        self._limit.stop()
        shell, self._shell = self._shell, None
        if shell is not None:
            shell.leave_and_wait()
        self.deleteLater()

    def _voice(self) -> str:
        """The voice to speak with, as the program names it; before they are known, a language."""
        voice = voices.chosen(self._voices or (), self._voice_name)
        return voice.name if voice is not None else self._language.lower()

    @Slot(str)
    def _on_listed(self, listing: str) -> None:
        """The voices are known; without any there is nothing to speak with."""
        found = voices.of_language(voices.from_espeak(listing), self._language)
        if found:
            self._voices = found
            self.ask_voices()
            return
        _log.warning("espeak-ng is of no use: %s", listing or "it lists no voice")
        self.gave_up.emit(Trouble.NO_VOICE_ENGINE)

    @Slot(str)
    def _on_phrase_ended(self, complaint: str) -> None:
        """A phrase was heard, or was not."""
        self._limit.stop()
        if not complaint:
            self.spoke.emit()
            return
        _log.warning("espeak-ng did not speak: %s", complaint)
        self.stumbled.emit()

    @Slot(str)
    def _on_shell_gone(self, reason: str) -> None:
        """Phrases cannot be said; for the next one there is another shell."""
        _log.warning("espeak-ng cannot be run: %s", reason)
        self._limit.stop()
        self._shell = None
        self.stumbled.emit()

    @Slot()
    def _on_phrase_overdue(self) -> None:
        """A phrase hangs, as it does when the sound server does."""
        if self._shell is not None:
            self._shell.leave()
            self._on_shell_gone("a phrase does not end")
