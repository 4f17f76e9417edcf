"""A speaker that has several engines, and goes on to the next when one gives up."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from hipstretch.core.ports import Report, Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech.engine import FRESH, Engine, MakeEngine
from hipstretch.services.speech.troubles import Troubles

MOST_ROUNDS = 3
"""How often all engines are tried in turn before the speaker stays silent for good."""
REST = 10.0
"""Seconds before they are tried again: a sound server that was restarted needs some."""


class Relay(QObject):
    """Speaks with the first engine that can; the engines are given best first."""

    def __init__(
        self,
        makers: tuple[MakeEngine, ...],
        report: Report,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers = makers
        self._troubles = Troubles(report)
        self._now = now
        self._manner = (Pace.USUAL, "")
        self._asking: list[Callable[[tuple[Voice, ...]], None]] = []
        self._text = ""
        self._said_at = 0.0
        self._engine: Engine | None = None
        self._rounds = 1
        self._rests_until = 0.0
        self._following = list(makers)
        self._go_on(Trouble.NO_VOICE_ENGINE)

    def say(self, text: str) -> None:
        """Say a text now, in the place of what is being said."""
        self._text, self._said_at = text, self._now()
        if self._engine is not None:
            self._engine.say(text)
        elif self._rounds < MOST_ROUNDS and self._said_at >= self._rests_until:
            self._rounds += 1
            self._following = list(self._makers)
            self._go_on(Trouble.VOICE_FAILED)

    def stop(self) -> None:
        """Be silent at once."""
        self._text = ""
        if self._engine is not None:
            self._engine.stop()

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Speak at a pace and with a voice; an empty or unknown name is the language's own."""
        self._manner = (pace, voice_name)
        if self._engine is not None:
            self._engine.set_manner(pace, voice_name)

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """Have the voices of the language told, none where there is no engine."""
        self._asking.append(on_found)
        if self._engine is not None:
            self._engine.ask_voices()
        else:
            self._tell_voices(())

    def close(self) -> None:
        """Be silent and let go of the engine."""
        engine, self._engine = self._engine, None
        self._rounds = MOST_ROUNDS
        self._asking.clear()
        if engine is not None:
            engine.close()

    def _go_on(self, trouble: Trouble) -> None:
        """Take the next engine; where none is left, report the trouble."""
        if not self._following:
            self._rests_until = self._now() + REST
            self._troubles.tell(trouble)
            self._tell_voices(())
            return
        engine = self._make(self._following.pop(0))
        self._engine = engine
        engine.set_manner(*self._manner)
        engine.start()
        if self._engine is engine:
            self._catch_up(engine)

    def _catch_up(self, engine: Engine) -> None:
        """Have the new engine do what was asked of the one before."""
        if self._asking:
            engine.ask_voices()
        if self._text and self._now() - self._said_at < FRESH:
            engine.say(self._text)

    def _make(self, maker: MakeEngine) -> Engine:
        """An engine that is listened to."""
        engine = maker(self)
        engine.spoke.connect(self._on_spoke)
        engine.stumbled.connect(self._on_stumbled)
        engine.gave_up.connect(self._on_gave_up)
        engine.voices_found.connect(self._on_voices_found)
        return engine

    def _tell_voices(self, voices: tuple[Voice, ...]) -> None:
        """Tell those who asked."""
        asking, self._asking = self._asking, []
        for on_found in asking:
            on_found(voices)

    @Slot()
    def _on_spoke(self) -> None:
        """A phrase was heard to its end."""
        self._text = ""
        self._rounds = 1
        self._troubles.worked()

    @Slot()
    def _on_stumbled(self) -> None:
        """A phrase may be lost; the engine takes the next one all the same."""
        self._text = ""
        self._troubles.tell(Trouble.VOICE_FAILED)

    @Slot(object)
    def _on_gave_up(self, trouble: Trouble) -> None:
        """The engine is of no more use: the next one takes its place."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
        self._go_on(trouble)

    @Slot(object)
    def _on_voices_found(self, voices: tuple[Voice, ...]) -> None:
        """The engine knows its voices."""
        self._tell_voices(voices)
