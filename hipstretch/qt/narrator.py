"""Lets a session be heard: a chime and a phrase for each cue that has them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hipstretch.core.chimes import Chime, chime_of
from hipstretch.core.phrases import CHIME_LEAD, Manner, phrase_of
from hipstretch.core.ports import ChimePlayer, Report, Speaker, Trouble, Voice
from hipstretch.core.session import Status
from hipstretch.core.settings import Settings
from hipstretch.core.timeline import Cue, CueKind
from hipstretch.qt.session_runner import Ended, SessionRunner

SAMPLE = "Hug your right knee in. Let the hip soften."
"""What the voice says when it is tried."""
_CUTS = {
    CueKind.BEGAN,
    CueKind.PAUSED,
    CueKind.HURT,
    CueKind.ASKED,
    CueKind.RESUMING,
    CueKind.WENT_ON,
    CueKind.FINISHED,
}
"""Cues at which what is being said no longer holds."""
_TONES = {Chime.BREATHE_IN, Chime.BREATHE_OUT}


class Narrator(QObject):
    """Plays and speaks what a session tells; its services are made when they are first needed.

    Signals:
        trouble_found: `Trouble`, what cannot be heard; the session goes on.
    """

    trouble_found = Signal(object)

    def __init__(
        self,
        runner: SessionRunner,
        make_chimes: Callable[[Report], ChimePlayer],
        make_speaker: Callable[[Report], Speaker],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make_chimes, self._make_speaker = make_chimes, make_speaker
        self._chimes: ChimePlayer | None = None
        self._speaker: Speaker | None = None
        self._settings = Settings()
        self._is_muted = False
        self._phrase = ""
        self._lead = QTimer(self)
        self._lead.setTimerType(Qt.TimerType.PreciseTimer)
        self._lead.setSingleShot(True)
        self._lead.setInterval(round(CHIME_LEAD * 1000))
        self._lead.timeout.connect(self._on_lead_over)
        runner.cue_given.connect(self._on_cue_given)
        runner.ended.connect(self._on_ended)

    @property
    def is_muted(self) -> bool:
        """Whether nothing is to be heard for now."""
        return self._is_muted

    def set_settings(self, settings: Settings) -> None:
        """Sound as the settings say from now on."""
        self._settings = settings
        if self._speaker is not None:
            self._speaker.set_manner(settings.voice_pace, settings.voice_name)
        if not self._manner.level.speaks:
            self._hush()

    def set_muted(self, is_muted: bool) -> None:
        """Be silent, or be heard again."""
        self._is_muted = is_muted
        if is_muted:
            self._hush()

    def prepare(self) -> None:
        """Make ready what the settings let be heard, so that the first cue is in time."""
        if self._settings.chimes:
            self._chime_player()
        if self._manner.level.speaks:
            self._voice()

    def silence(self) -> None:
        """Say no more, as when the session is left."""
        self._hush()

    def ring(self, chime: Chime, volume: float | None = None) -> None:
        """Play a chime that belongs to no session, at a volume of 0 to 1.

        Without a volume it is as loud as the settings say, or silent where chimes are off.
        """
        if volume is not None or self._settings.chimes:
            loud = self._settings.chime_volume / 100 if volume is None else volume
            self._chime_player().play(chime, loud)

    def try_chimes(self) -> None:
        """Let a chime be heard."""
        self._chime_player().play(Chime.BEGIN, self._settings.chime_volume / 100)

    def try_voice(self) -> None:
        """Let the voice be heard."""
        self._voice().say(SAMPLE)

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """Have the system's voices told."""
        self._voice().ask_voices(on_found)

    def close(self) -> None:
        """Be silent and let go of sound and voice."""
        self._lead.stop()
        if self._speaker is not None:
            self._speaker.close()
        if self._chimes is not None:
            self._chimes.close()
        self._speaker = self._chimes = None

    @property
    def _manner(self) -> Manner:
        """How the settings let the voice speak."""
        chosen = self._settings
        return Manner(chosen.voice, chosen.voice_pace, chosen.count_seconds, chosen.count_reps)

    def _chime_player(self) -> ChimePlayer:
        """The chimes, made when they are first needed."""
        if self._chimes is None:
            self._chimes = self._make_chimes(self._tell_trouble)
        return self._chimes

    def _voice(self) -> Speaker:
        """The voice, made when it is first needed."""
        if self._speaker is None:
            self._speaker = self._make_speaker(self._tell_trouble)
            self._speaker.set_manner(self._settings.voice_pace, self._settings.voice_name)
        return self._speaker

    def _tell_trouble(self, trouble: Trouble) -> None:
        """Pass on what does not work."""
        self.trouble_found.emit(trouble)

    def _hush(self) -> None:
        """Stop speaking and what was about to be said."""
        self._lead.stop()
        if self._speaker is not None:
            self._speaker.stop()

    @Slot(object)
    def _on_cue_given(self, cue: Cue) -> None:
        """Play the cue's chime, and say its phrase after it."""
        if cue.kind in _CUTS:
            self._hush()
        session, routine = self._runner.session, self._runner.routine
        if self._is_muted or session is None or routine is None:
            return
        lead = self._play(chime_of(cue, session.timeline))
        if cue.kind is CueKind.COUNTDOWN:  # a number said late is a wrong one
            lead = 0.0
        if self._manner.level.speaks:
            self._say(phrase_of(cue, routine, session.timeline, self._manner, lead), lead)

    def _play(self, chime: Chime | None) -> float:
        """Play a chime; returns the seconds that the voice leaves it."""
        is_on = self._settings.breath_tone if chime in _TONES else self._settings.chimes
        if chime is None or not is_on:
            return 0.0
        self._chime_player().play(chime, self._settings.chime_volume / 100)
        return CHIME_LEAD

    def _say(self, phrase: str, lead: float) -> None:
        """Say a phrase, after the chime where there is one."""
        if not phrase:
            return
        self._phrase = phrase
        if lead:
            self._lead.start()
        else:
            self._voice().say(phrase)

    @Slot()
    def _on_lead_over(self) -> None:
        """The chime has sounded."""
        self._voice().say(self._phrase)

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        """A stopped session says no more; a finished one says its last phrase."""
        if ended.session.status is Status.STOPPED:
            self._hush()
