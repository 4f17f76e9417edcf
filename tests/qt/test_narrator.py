from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch import paths
from hipstretch.core.chimes import Chime
from hipstretch.core.person import Person
from hipstretch.core.ports import ChimePlayer, Report, Speaker, Trouble, Voice
from hipstretch.core.session import Event
from hipstretch.core.settings import Pace, Settings, VoiceLevel
from hipstretch.qt.narrator import SAMPLE, Narrator
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.storage.library import ExerciseShelf, Library
from hipstretch.storage.running import RunningSession
from tests.qt.fake_clock import FakeClock

VOICE = Voice("Ada", "en-GB")


@dataclass
class FakeChimes:
    """Notes what was played."""

    heard: list[object]
    report: Report

    def play(self, chime: Chime, volume: float) -> None:
        """Note the chime."""
        self.heard.append((chime, volume))

    def close(self) -> None:
        """Note it."""
        self.heard.append("chimes closed")


@dataclass
class FakeSpeaker:
    """Notes what was said and cut."""

    heard: list[object]
    report: Report
    manner: tuple[Pace, str] = (Pace.USUAL, "")

    def say(self, text: str) -> None:
        """Note the phrase."""
        self.heard.append(text)

    def stop(self) -> None:
        """Note the cut."""
        self.heard.append("cut")

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Note the manner."""
        self.manner = (pace, voice_name)

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """There is one."""
        on_found((VOICE,))

    def close(self) -> None:
        """Note it."""
        self.heard.append("voice closed")


@dataclass
class Room:
    """A session that is played in a room where everything is heard."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    heard: list[object] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    speaker: FakeSpeaker | None = None

    def __post_init__(self) -> None:
        """Make the narrator of a runner."""
        store = RunningSession(self.folder, ExerciseShelf([]))
        self.runner = SessionRunner(self.clock, store)
        self.narrator = Narrator(self.runner, self._make_chimes, self._make_speaker)
        self.narrator.trouble_found.connect(self.troubles.append)

    def _make_chimes(self, report: Report) -> ChimePlayer:
        self.made.append("chimes")
        return FakeChimes(self.heard, report)

    def _make_speaker(self, report: Report) -> Speaker:
        self.made.append("voice")
        self.speaker = FakeSpeaker(self.heard, report)
        return self.speaker

    def begin(self, settings: Settings) -> None:
        """Begin the one-minute break."""
        entry = Library(paths.bundled("routines"), self.folder).find("one-minute-break")
        assert entry is not None
        assert entry.routine is not None
        self.narrator.set_settings(settings)
        self.narrator.prepare()
        self.runner.begin(entry.routine, Person())

    def pass_time(self, seconds: float) -> None:
        """Let time pass, the timers going off when they are due."""
        until = self.clock.awake_seconds + seconds
        while self.clock.awake_seconds < until - 1e-9:
            self.clock.awake_seconds = min(until, self.clock.awake_seconds + 0.1)
            self.runner._on_timed_out()
            self._let_lead_pass()

    def _let_lead_pass(self) -> None:
        """The chime that was just played has sounded."""
        if self.narrator._lead.isActive():
            self.narrator._lead.stop()
            self.narrator._on_lead_over()

    @property
    def chimes(self) -> list[Chime]:
        """The chimes in order."""
        return [heard[0] for heard in self.heard if isinstance(heard, tuple)]

    @property
    def phrases(self) -> list[str]:
        """The phrases in order."""
        return [heard for heard in self.heard if isinstance(heard, str) and heard != "cut"]


@pytest.fixture
def room(tmp_path: Path, qapp: QCoreApplication) -> Room:
    """A room in which nothing was heard yet."""
    assert qapp
    return Room(tmp_path)


def test_a_rep_is_chimed_then_told(room: Room) -> None:
    """First the exercise while getting ready, then the chime, then the voice."""
    room.begin(Settings())
    assert "Seated hip stretch" in room.phrases[0]
    room.pass_time(11)
    begin = room.heard.index((Chime.BEGIN, 0.7))
    assert room.heard[begin - 1] == "cut"
    assert isinstance(room.heard[begin + 1], str)


def test_what_is_said_is_cut_when_the_phase_changes(room: Room) -> None:
    """By a skip or a pause as well as by time."""
    room.begin(Settings())
    for event in (Event.SKIP, Event.PAUSE):
        room.heard.clear()
        room.runner.send(event)
        assert room.heard[0] == "cut"


def test_leaving_silences_and_finishing_does_not(room: Room) -> None:
    """The last phrase is heard to its end."""
    room.begin(Settings())
    room.runner.close()
    room.narrator.silence()
    assert room.heard[-1] == "cut"
    room.begin(Settings())
    room.pass_time(80)
    assert room.chimes[-1] is Chime.FINISHED
    assert room.heard[-1] == room.phrases[-1]


def test_stopping_is_silent(room: Room) -> None:
    """Who ends for today wants to hear no more."""
    room.begin(Settings())
    room.heard.clear()
    room.runner.send(Event.STOP)
    assert room.heard == ["cut"]


def test_chimes_only_makes_no_voice(room: Room) -> None:
    """And the other way round."""
    room.begin(Settings(voice=VoiceLevel.OFF))
    room.pass_time(40)
    assert room.made == ["chimes"]
    assert room.chimes
    assert not room.phrases


def test_the_voice_alone_begins_at_once(room: Room) -> None:
    """There is no chime to wait for."""
    room.begin(Settings(chimes=False))
    room.runner.send(Event.SKIP)
    assert room.made == ["voice"]
    assert not room.chimes
    assert not room.narrator._lead.isActive()
    assert len(room.phrases) == 2


def test_breath_tones_are_heard_where_they_are_wished(room: Room) -> None:
    """They have a switch of their own."""
    breathing = Settings(breath_tone=True, chimes=False, voice=VoiceLevel.OFF)
    entry_person = replace(Settings(), breathe_along=True).person
    entry = Library(paths.bundled("routines"), room.folder).find("one-minute-break")
    assert entry is not None
    assert entry.routine is not None
    for settings in (Settings(chimes=False, voice=VoiceLevel.OFF), breathing):
        room.narrator.set_settings(settings)
        room.runner.begin(entry.routine, entry_person)
        room.pass_time(40)
        room.runner.close()
    assert set(room.chimes) == {Chime.BREATHE_IN, Chime.BREATHE_OUT}


def test_mute_silences_everything_until_it_is_taken_back(room: Room) -> None:
    """For this run of the program."""
    room.begin(Settings())
    room.heard.clear()
    room.narrator.set_muted(True)
    assert room.narrator.is_muted
    room.pass_time(11)
    assert set(room.heard) == {"cut"}
    room.narrator.set_muted(False)
    room.runner.send(Event.SKIP)
    assert room.chimes


def test_switching_the_voice_off_cuts_it(room: Room) -> None:
    """In the middle of a phrase."""
    room.begin(Settings())
    room.heard.clear()
    room.narrator.set_settings(Settings(voice=VoiceLevel.OFF))
    assert room.heard == ["cut"]


def test_both_can_be_tried_without_a_session(room: Room) -> None:
    """With the volume, pace and voice of the settings."""
    settings = Settings(chime_volume=30, voice_pace=Pace.SLOW, voice_name="Ada")
    room.narrator.set_settings(settings)
    room.narrator.try_chimes()
    room.narrator.try_voice()
    assert room.heard == [(Chime.BEGIN, 0.3), SAMPLE]
    assert room.speaker is not None
    assert room.speaker.manner == (Pace.SLOW, "Ada")
    found: list[tuple[Voice, ...]] = []
    room.narrator.ask_voices(found.append)
    assert found == [(VOICE,)]


def test_a_trouble_is_passed_on(room: Room) -> None:
    """Whichever service has it."""
    room.begin(Settings())
    assert room.speaker is not None
    room.speaker.report(Trouble.VOICE_FAILED)
    assert room.troubles == [Trouble.VOICE_FAILED]


def test_closing_lets_go_of_what_was_made(room: Room) -> None:
    """And of nothing else."""
    room.narrator.close()
    assert room.heard == []
    room.begin(Settings())
    room.heard.clear()
    room.narrator.close()
    assert room.heard == ["voice closed", "chimes closed"]
