"""The chimes of real sessions, heard by a recorder on a real sound server."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from hipstretch import paths
from hipstretch.core.chimes import Chime, chime_of
from hipstretch.core.ports import Trouble
from hipstretch.core.timeline import Timeline
from hipstretch.services.sound.pulse import DUMMY, PulseOutput
from hipstretch.services.sound.threads import ThreadPlayer
from tests.system.chime_ears import Heard, opening_pitch, transcribe
from tests.system.conftest import wait_until
from tests.system.sound_server import Recording, SoundServer, onsets, require_sound_server
from tests.system.sounding_child import PERSON, ROUTINES
from tests.system.written import Line

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
VOLUME = 0.7
BREATHS = {Chime.BREATHE_IN, Chime.BREATHE_OUT}
EARLY, LATE = -0.03, 0.1
"""Seconds that a chime may seem to come before its instant, and may come after it."""
LONGEST_GAP = 0.05
"""Seconds that the window may stand still."""


class Expected(NamedTuple):
    """A chime and when it is due, in seconds after the session's start."""

    chime: Chime
    at: float


def _expected(name: str) -> list[Expected]:
    """The chimes of a routine, from its timeline alone."""
    timeline = Timeline.of(ROUTINES[name], PERSON)
    cues = (*timeline.cues_at(timeline.start), *timeline.cues(timeline.start, timeline.end))
    chimes = ((chime_of(cue, timeline), timeline.elapsed(cue.instant)) for cue in cues)
    return [Expected(chime, at) for chime, at in chimes if chime is not None]


class Playing:
    """A session in a process of its own."""

    def __init__(
        self, server: SoundServer, name: str, player: str = "own", volume: float = VOLUME
    ) -> None:
        self.name = name
        self._path = server.folder / "written"
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.system.sounding_child"),
                *(str(server.folder / "own"), name, str(self._path), player, str(volume)),
            ],
            env=server.environment,
            cwd=_ROOT,
        )

    def written(self, what: str) -> list[Line]:
        """What it has written down of a kind."""
        text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        lines = [Line.read(line) for line in text.splitlines()]
        return [line for line in lines if line.what == what]

    @property
    def begun_at(self) -> float:
        """When the session began."""
        wait_until(lambda: self.written("begun"), "the session")
        return self.written("begun")[0].at

    def wait_for(self, second: float) -> None:
        """Wait until that second of the session."""
        time.sleep(max(0.0, self.begun_at + second - time.monotonic()))

    def end(self) -> float:
        """Wait for its end; returns the longest time for which the window stood still."""
        assert self._process.wait(timeout=180) == 0
        (line,) = self.written("ended")
        assert isinstance(line.which, float)
        return line.which

    def kill(self) -> None:
        """End it whatever it does."""
        self._process.kill()
        self._process.wait(timeout=10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server that is not running yet."""
    require_sound_server()
    one = SoundServer(tmp_path / "server")
    yield one
    one.kill()


@pytest.fixture
def start(server: SoundServer) -> Iterator[list[Playing]]:
    """Keeps the sessions that a test starts, and ends them."""
    del server
    playing: list[Playing] = []
    yield playing
    for one in playing:
        one.kill()


@pytest.fixture(scope="module", autouse=True)
def two_minutes(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Playing, Recording, contextlib.ExitStack]]:
    """A long session and its recording, while the other tests run; its own test is the last."""
    require_sound_server()
    server = SoundServer(tmp_path_factory.mktemp("two-minutes"))
    server.start()
    with contextlib.ExitStack() as recorder:
        recording = recorder.enter_context(server.record(server.folder / "heard.wav"))
        playing = Playing(server, "two-minutes")
        yield playing, recording, recorder
        playing.kill()
    server.kill()


def _assert_heard(heard: list[Heard], expected: list[Expected], begun_at: float) -> None:
    """The chimes are these, no more and no fewer, each in its time."""
    assert [one.chime for one in heard] == [one.chime for one in expected]
    delays = [one.at - begun_at - due.at for one, due in zip(heard, expected, strict=True)]
    assert min(delays) >= EARLY, delays
    assert max(delays) <= LATE, delays


def test_a_server_that_dies_and_comes_back_is_heard_again(
    server: SoundServer, start: list[Playing]
) -> None:
    """Chimes before and after its absence come in time; the absence is told once."""
    expected = _expected("half-a-minute")
    server.start()
    with server.record(server.folder / "before.wav") as before:
        start.append(Playing(server, "half-a-minute"))
        start[0].wait_for(6.5)
        server.kill()
    start[0].wait_for(12.5)
    server.start()
    with server.record(server.folder / "after.wav") as after:
        longest = start[0].end()

    begun_at = start[0].begun_at
    _assert_heard(transcribe(before, VOLUME), [due for due in expected if due.at < 6], begun_at)
    _assert_heard(transcribe(after, VOLUME), [due for due in expected if due.at > 14], begun_at)
    assert [line.which for line in start[0].written("trouble")] == [Trouble.NO_SOUND_DEVICE]
    assert longest < LONGEST_GAP


def test_a_session_without_a_server_goes_on(server: SoundServer, start: list[Playing]) -> None:
    """Every chime is asked for in its time and none is heard; it is told once."""
    start.append(Playing(server, "short"))
    longest = start[0].end()

    asked = [line.which for line in start[0].written("played")]
    assert asked == [due.chime for due in _expected("short")]
    assert [line.which for line in start[0].written("trouble")] == [Trouble.NO_SOUND_DEVICE]
    assert longest < LONGEST_GAP


def test_a_server_that_hangs_never_stops_the_window(
    server: SoundServer, start: list[Playing]
) -> None:
    """It is told once; what comes after it has woken up is heard, and nothing that is too late."""
    server.start()
    with server.record(server.folder / "heard.wav") as recording:
        start.append(Playing(server, "half-a-minute"))
        start[0].wait_for(6.5)
        server.freeze()
        start[0].wait_for(17.2)
        server.thaw()
        longest = start[0].end()

    expected = [due for due in _expected("half-a-minute") if not 6 < due.at < 17]
    _assert_heard(transcribe(recording, VOLUME), expected, start[0].begun_at)
    assert [line.which for line in start[0].written("trouble")] == [Trouble.NO_SOUND_DEVICE]
    assert longest < LONGEST_GAP


def test_the_player_of_other_systems_is_heard_in_time(
    server: SoundServer, start: list[Playing]
) -> None:
    """Qt's sinks play every chime, also one over the other."""
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    server.start()
    with server.record(server.folder / "heard.wav") as recording:
        start.append(Playing(server, "short", "qt", volume=1.0))
        start[0].end()

    begun_at, starts = start[0].begun_at, onsets(recording)
    expected = [due for due in _expected("short") if due.chime not in BREATHS]
    for due in (expected[0], expected[-1]):
        assert any(EARLY <= at - begun_at - due.at <= LATE for at in starts), (due, starts)
    pitches = [opening_pitch(recording, begun_at + due.at) for due in expected]
    assert pitches == [due.chime for due in expected]
    assert start[0].written("trouble") == []


class Here:
    """The player in the test's own process, and what it reported."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.troubles: list[Trouble] = []
        folder = paths.bundled("assets") / "sounds"
        self._player = ThreadPlayer(folder, PulseOutput(), self.troubles.append)

    def play(self, chime: Chime) -> str:
        """Play a chime to its end; why it could not be heard, if it could not."""
        with self._qtbot.waitSignal(self._player.ended, timeout=5000) as ended:
            self._player.play(chime, VOLUME)
        (why_not,) = ended.args
        assert isinstance(why_not, str)
        return why_not


@pytest.fixture
def here(server: SoundServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Here:
    """A player that talks to a server that is running."""
    server.start()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return Here(qtbot)


def test_an_output_that_goes_and_comes_back(server: SoundServer, here: Here) -> None:
    """Without it no chime is heard, and that is told once each time that it goes."""
    assert here.play(Chime.COUNT) == ""
    server.control("unload-module", "module-null-sink")
    assert here.play(Chime.COUNT)
    assert here.play(Chime.COUNT)
    assert here.troubles == [Trouble.NO_SOUND_DEVICE]

    output = server.add_output("headphones")
    with server.record(server.folder / "heard.wav", "headphones") as recording:
        assert here.play(Chime.BEGIN) == ""
    assert [one.chime for one in transcribe(recording, VOLUME)] == [Chime.BEGIN]

    server.remove_output(output)
    assert here.play(Chime.COUNT)
    assert here.troubles == [Trouble.NO_SOUND_DEVICE] * 2


def test_the_output_that_stands_for_none_is_none(server: SoundServer, here: Here) -> None:
    """What the server plays to where the machine has no output is not heard by anybody."""
    server.control("unload-module", "module-null-sink")
    server.add_output(DUMMY)

    assert here.play(Chime.COUNT) == "there is no output"
    assert here.troubles == [Trouble.NO_SOUND_DEVICE]


def test_chimes_follow_the_default_output(server: SoundServer, here: Here) -> None:
    """Whoever puts on headphones hears the next chime in them, and not in the room."""
    server.add_output("headphones")
    server.control("set-default-sink", "ears")
    with server.record(server.folder / "room.wav") as room:
        here.play(Chime.BEGIN)
    server.control("set-default-sink", "headphones")
    with (
        server.record(server.folder / "empty-room.wav") as empty_room,
        server.record(server.folder / "headphones.wav", "headphones") as headphones,
    ):
        here.play(Chime.HALF)
    assert [one.chime for one in transcribe(room, VOLUME)] == [Chime.BEGIN]
    assert [one.chime for one in transcribe(headphones, VOLUME)] == [Chime.HALF]
    assert transcribe(empty_room, VOLUME) == []


def test_every_chime_of_two_minutes_is_heard_in_time(
    two_minutes: tuple[Playing, Recording, contextlib.ExitStack],
) -> None:
    """None is missing and none doubled, each within a tenth of a second, at its own pitch."""
    playing, recording, recorder = two_minutes
    longest = playing.end()
    recorder.close()

    expected = _expected("two-minutes")
    _assert_heard(transcribe(recording, VOLUME), expected, playing.begun_at)
    pitches = [opening_pitch(recording, playing.begun_at + due.at) for due in expected]
    assert pitches == [due.chime for due in expected]
    assert playing.written("trouble") == []
    assert longest < LONGEST_GAP
