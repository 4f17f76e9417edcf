from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipstretch import paths
from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Trouble
from hipstretch.services.sound.sound_file import Sound, read, scaled
from hipstretch.services.sound.threads import (
    HANGS_AFTER,
    MOST_AT_ONCE,
    TOO_LATE_AFTER,
    OutputFailed,
    ThreadPlayer,
)

SOUNDS = paths.bundled("assets") / "sounds"


class FakeOutput:
    """Keeps what it is given to play; hangs and fails when the test says so."""

    def __init__(self) -> None:
        self.sounds: list[Sound] = []
        self.wanted: list[bool] = []
        self.failure = ""
        self.opened = threading.Semaphore(0)
        self.goes_on = threading.Event()
        self.goes_on.set()

    def play(self, sound: Sound, is_wanted: Callable[[], bool]) -> None:
        """Play nothing."""
        self.sounds.append(sound)
        self.opened.release()
        self.goes_on.wait(10)
        self.wanted.append(is_wanted())
        if self.failure:
            raise OutputFailed(self.failure)


class Room:
    """A player with its output, its clock, and what was reported, and on which thread."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.output = FakeOutput()
        self.seconds = 100.0
        self.troubles: list[Trouble] = []
        self.threads: set[threading.Thread] = set()
        self.player = ThreadPlayer(folder, self.output, self._on_trouble, self.now)

    def now(self) -> float:
        """The time that the test has set."""
        return self.seconds

    def play_to_the_end(self, chime: Chime = Chime.COUNT, volume: float = 0.7) -> None:
        """Play a chime and wait for its end."""
        with self.qtbot.waitSignal(self.player.ended):
            self.player.play(chime, volume)

    def _on_trouble(self, trouble: Trouble) -> None:
        """Keep what is reported."""
        self.troubles.append(trouble)
        self.threads.add(threading.current_thread())


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    """A player of the real chimes."""
    one = Room(qtbot, SOUNDS)
    yield one
    one.output.goes_on.set()


def test_a_chime_is_played_at_its_volume(room: Room) -> None:
    """Whole, and as loud as an ear takes that volume for."""
    room.play_to_the_end(Chime.BEGIN, 0.5)

    (sound,) = room.output.sounds
    assert sound == scaled(read(SOUNDS / "begin.wav"), 0.25)
    assert room.troubles == []


def test_another_volume_is_heard_from_the_next_chime_on(room: Room) -> None:
    """What was prepared for one volume is not played at another."""
    for volume in (0.5, 0.5, 1.0):
        room.play_to_the_end(Chime.COUNT, volume)

    first, second, third = room.output.sounds
    assert first is second
    assert third == read(SOUNDS / "count.wav")


def test_at_no_volume_nothing_is_asked_of_the_output(room: Room) -> None:
    """Silence needs no connection."""
    room.player.play(Chime.BEGIN, 0.0)
    room.play_to_the_end(Chime.COUNT)

    assert len(room.output.sounds) == 1


def test_a_chime_sounds_over_itself(room: Room) -> None:
    """Both are played at once, and neither waits for the other."""
    room.output.goes_on.clear()
    room.player.play(Chime.COUNT, 0.7)
    room.player.play(Chime.COUNT, 0.7)

    assert room.output.opened.acquire(timeout=10)
    assert room.output.opened.acquire(timeout=10)


def test_what_fails_is_reported_once_and_on_the_windows_thread(room: Room) -> None:
    """Again only after a chime was heard in between."""
    room.output.failure = "no server"
    room.play_to_the_end()
    room.play_to_the_end()
    assert room.troubles == [Trouble.NO_SOUND_DEVICE]

    room.output.failure = ""
    room.play_to_the_end()
    room.output.failure = "no server"
    room.play_to_the_end()

    assert room.troubles == [Trouble.NO_SOUND_DEVICE] * 2
    assert room.threads == {threading.main_thread()}


def test_a_chime_without_a_file_is_reported(qtbot: QtBot, tmp_path: Path) -> None:
    """As one that cannot be heard; nothing is raised."""
    room = Room(qtbot, tmp_path)
    room.play_to_the_end()
    (tmp_path / "count.wav").write_bytes(b"not a sound")
    room.play_to_the_end()

    assert room.troubles == [Trouble.NO_SOUND_DEVICE]
    assert room.output.sounds == []


@pytest.mark.parametrize(
    ("seconds", "wanted"), [(TOO_LATE_AFTER - 0.1, True), (TOO_LATE_AFTER + 0.1, False)]
)
def test_a_chime_that_can_only_begin_too_late_is_not_wanted(
    room: Room, seconds: float, wanted: bool
) -> None:
    """A server that wakes up does not play what is over."""
    room.output.goes_on.clear()
    room.player.play(Chime.COUNT, 0.7)
    assert room.output.opened.acquire(timeout=10)
    room.seconds += seconds
    with room.qtbot.waitSignal(room.player.ended):
        room.output.goes_on.set()

    assert room.output.wanted == [wanted]
    assert room.troubles == []


def test_a_server_that_hangs_is_reported_at_a_later_chime(room: Room) -> None:
    """Once the one before should long be over; another is tried all the same."""
    room.output.goes_on.clear()
    room.player.play(Chime.COUNT, 0.7)
    room.seconds += HANGS_AFTER - 0.1
    room.player.play(Chime.COUNT, 0.7)
    assert room.troubles == []

    room.seconds += 0.2
    room.player.play(Chime.COUNT, 0.7)
    assert room.troubles == [Trouble.NO_SOUND_DEVICE]
    for _ in range(3):
        assert room.output.opened.acquire(timeout=10)


def test_a_server_that_hangs_is_not_asked_for_ever(room: Room) -> None:
    """So many at once and no more; once it goes on, chimes are played again."""
    room.output.goes_on.clear()
    for _ in range(MOST_AT_ONCE + 3):
        room.player.play(Chime.COUNT, 0.7)
    with room.qtbot.waitSignals([room.player.ended] * MOST_AT_ONCE):
        room.output.goes_on.set()
    assert len(room.output.sounds) == MOST_AT_ONCE

    room.play_to_the_end()
    assert len(room.output.sounds) == MOST_AT_ONCE + 1


def test_a_closed_player_plays_and_reports_nothing_more(room: Room) -> None:
    """What sounds goes on to its end, whatever that is."""
    room.output.failure = "no server"
    room.output.goes_on.clear()
    room.player.play(Chime.FINISHED, 0.7)
    assert room.output.opened.acquire(timeout=10)
    room.player.close()
    room.player.play(Chime.COUNT, 0.7)
    with room.qtbot.waitSignal(room.player.ended):
        room.output.goes_on.set()

    assert len(room.output.sounds) == 1
    assert room.output.wanted == [True]
    assert room.troubles == []
