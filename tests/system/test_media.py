"""The session seen and steered from outside by a real client of media players."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from jeepney import DBusAddress

from tests.system.conftest import wait_until
from tests.system.player_child import LENGTH
from tests.system.player_process import PlayerProcess
from tests.system.session_bus import SessionBus, require_bus

pytestmark = pytest.mark.system

NAME = "org.mpris.MediaPlayer2.hipstretch"
SHOWN = "{{status}} {{title}} {{artist}}"


class Remote:
    """`playerctl` on the bus, and the program that it steers."""

    def __init__(self, bus: SessionBus, player: PlayerProcess) -> None:
        self.bus, self.player = bus, player

    def __call__(self, *arguments: str) -> str:
        """What `playerctl` prints."""
        done = subprocess.run(
            ["playerctl", "--player=hipstretch", *arguments],
            env=self.bus.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=10,
        )
        return (done.stdout or done.stderr).strip()

    def position(self) -> float:
        """How far the routine is, in seconds."""
        return float(self("position"))

    def players(self) -> list[str]:
        """Who is there; `playerctl` looks on the machine's bus too, which here is the same."""
        return list(dict.fromkeys(self("--list-all").splitlines()))

    def becomes(self, expected: str, *arguments: str) -> None:
        """Wait until `playerctl` prints this."""
        wait_until(lambda: self(*arguments) == expected, f"{arguments} to be {expected}")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[SessionBus]:
    """A bus that is running."""
    require_bus("playerctl")
    with SessionBus.running(tmp_path) as server:
        yield server


@pytest.fixture
def start(bus: SessionBus, tmp_path: Path) -> Iterator[Callable[[], PlayerProcess]]:
    """Starts players, and ends them after the test."""
    players: list[PlayerProcess] = []

    def start_player() -> PlayerProcess:
        folder = tmp_path / f"player{len(players)}"
        folder.mkdir()
        players.append(PlayerProcess(bus, folder))
        return players[-1]

    yield start_player
    for player in players:
        player.kill()


@pytest.fixture
def remote(bus: SessionBus, start: Callable[[], PlayerProcess]) -> Remote:
    """A session that has begun."""
    player = start()
    player.tell("begin")
    bus.wait_for(NAME)
    return Remote(bus, player)


def test_the_session_is_shown(remote: Remote) -> None:
    """Status, exercise, side, routine, length, and who shows it."""
    assert remote("status") == "Playing"
    assert remote("metadata", "title") == "Knee to chest"
    assert remote("metadata", "artist") == "Left side"
    assert remote("metadata", "album") == "Mornings"
    assert remote("metadata", "mpris:length") == str(round(LENGTH * 1e6))
    assert remote.players() == ["hipstretch"]
    assert remote("metadata", "--format", "{{playerName}} {{duration(mpris:length)}}") == (
        "hipstretch 1:54"
    )


def test_it_is_paused_and_goes_on(remote: Remote) -> None:
    """By the one button of a headset, and by the two of a keyboard."""
    remote("play-pause")
    remote.becomes("Paused", "status")
    remote("play-pause")
    remote.becomes("Playing", "status")
    remote("pause")
    remote.becomes("Paused", "status")

    remote("play")

    remote.becomes("Playing", "status")


def test_next_and_previous_go_through_the_phases(remote: Remote) -> None:
    """The title and the side follow, and so does the place."""
    remote("next")
    wait_until(lambda: 2.0 <= remote.position() < 4.0, "the left hold")
    remote("next")
    remote.becomes("Right side", "metadata", "artist")
    remote("next")
    remote("next")
    remote.becomes("Child’s pose", "metadata", "title")
    assert 64.0 <= remote.position() < 66.0

    remote("previous")

    remote.becomes("Knee to chest", "metadata", "title")
    assert 34.0 <= remote.position() < 36.0


def test_the_position_goes_with_the_clock_and_stands_in_a_pause(remote: Remote) -> None:
    """To a tenth of a second over a second and a half."""
    first, began = remote.position(), time.monotonic()
    time.sleep(1.5)
    passed, played = time.monotonic() - began, remote.position() - first

    remote("pause")
    remote.becomes("Paused", "status")
    stood = remote.position()
    time.sleep(0.3)

    assert played == pytest.approx(passed, abs=0.1)
    assert remote.position() == stood


def test_stop_leaves_the_session(remote: Remote) -> None:
    """The player is gone until the next one; its place is kept."""
    remote("stop")

    assert remote.player.read() == "stopped"
    wait_until(lambda: not remote.bus.has(NAME), "the player to go")
    assert "No player" in remote("status")
    remote.player.tell("begin")
    remote.bus.wait_for(NAME)
    assert remote("status") == "Playing"


def test_a_listener_hears_of_changes_by_itself(remote: Remote, tmp_path: Path) -> None:
    """As the desktop's widget does: status and title come without being asked for."""
    with (tmp_path / "followed").open("wb") as output:
        follower = subprocess.Popen(
            ["playerctl", "--player=hipstretch", "--follow", "metadata", "--format", SHOWN],
            env=remote.bus.environment,
            stdout=output,
        )

    def heard() -> list[str]:
        return (tmp_path / "followed").read_text(encoding="utf-8").splitlines()

    def is_last(line: str) -> bool:
        return heard()[-1:] == [line]

    steps = (
        ((), "Playing Knee to chest Left side"),
        (("pause",), "Paused Knee to chest Left side"),
        (("skip", "skip"), "Paused Knee to chest Right side"),
        (("skip", "skip"), "Paused Child’s pose Both sides"),
        (("resume",), "Playing Child’s pose Both sides"),
    )
    for words, expected in steps:
        for word in words:
            remote.player.tell(word)
        wait_until(partial(is_last, expected), expected)
    follower.kill()
    follower.wait(timeout=10)

    assert list(dict.fromkeys(heard())) == [expected for _, expected in steps]


def test_seeking_and_loudness_cannot_be_set(remote: Remote) -> None:
    """Nothing changes, and the session goes on."""
    remote("position", "60")
    remote("volume", "0.2")

    assert remote.position() < 10.0
    assert remote("volume") == "1.000000"
    assert remote("status") == "Playing"


def test_a_second_program_is_a_further_instance(
    remote: Remote, start: Callable[[], PlayerProcess]
) -> None:
    """Both are shown, and each is steered by itself."""
    second = start()
    second.tell("begin")
    instance = f"hipstretch.instance{second.process.pid}"
    remote.bus.wait_for(f"org.mpris.MediaPlayer2.{instance}")

    remote(f"--player={instance}", "pause")

    remote.becomes("Paused", f"--player={instance}", "status")
    assert remote.players() == ["hipstretch", instance]


def test_the_end_of_the_program_takes_the_player_away(remote: Remote) -> None:
    """By itself without a fault, and after a crash."""
    assert remote.player.end() == 0

    assert not remote.bus.has(NAME)


def test_others_can_look_at_the_object(remote: Remote) -> None:
    """Its description tells the interfaces of MPRIS."""
    address = DBusAddress("/org/mpris/MediaPlayer2", NAME, "org.freedesktop.DBus.Introspectable")

    (description,) = remote.bus.ask(address, "Introspect")

    assert "org.mpris.MediaPlayer2.Player" in str(description)
