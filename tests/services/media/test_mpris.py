from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from PySide6.QtCore import QCoreApplication

from hipstretch.core.now_playing import MediaCommand, NowPlaying
from hipstretch.core.person import Side
from hipstretch.services import media
from hipstretch.services.media.absent import AbsentMediaKeys
from hipstretch.services.media.mpris import MprisPlayer
from hipstretch.services.media.mpris_object import METHODS, NAME, PATH, PLAYER, PROPERTIES, ROOT
from tests.services.bus_peer import BusPeer, member

PLAYER_AT = DBusAddress(PATH, bus_name=NAME, interface=PLAYER)
ROOT_AT = DBusAddress(PATH, bus_name=NAME, interface=ROOT)
PLAYING = NowPlaying(
    is_playing=True,
    track=2,
    title="Knee to chest",
    side=Side.LEFT,
    routine="Mornings",
    position=61.5,
    length=600.0,
)


@dataclass
class Stage:
    """A player, the bus on which it is, and a clock."""

    peer: BusPeer
    now: float = 100.0
    position: float = 61.5
    commands: list[MediaCommand] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.player = MprisPlayer(
            self.peer.bus, self.commands.append, lambda: self.position, lambda: self.now
        )

    def show(self, playing: NowPlaying | None) -> list[Message]:
        """Show what plays; returns what goes out."""
        self.player.show(playing)
        return self.peer.read()

    def appear(self) -> None:
        """Show something that plays, and be given the name."""
        (wish,) = self.show(PLAYING)
        self.peer.answer(wish, "u", (1,))

    def value(self, name: str) -> object:
        """A property of the player's."""
        return self.peer.ask(Properties(PLAYER_AT).get(name)).body[0][1]


@pytest.fixture
def stage(qapp: QCoreApplication) -> Iterator[Stage]:
    """A player that shows nothing yet."""
    del qapp
    peer = BusPeer()
    peer.let_in()
    yield Stage(peer)
    peer.close()


def _told(messages: list[Message]) -> list[tuple[str, object]]:
    """The signals by name, with the values that they bear."""
    for message in messages:
        assert message.header.message_type is MessageType.signal
        assert message.header.fields[HeaderFields.path] == PATH
    return [(member(message), message.body) for message in messages]


def test_the_player_is_on_the_bus_while_something_plays(stage: Stage) -> None:
    """It asks for its name with the first that plays and gives it back after the last."""
    assert stage.peer.read() == []

    (wish,) = stage.show(PLAYING)
    assert (member(wish), wish.body[0]) == ("RequestName", NAME)
    stage.peer.answer(wish, "u", (1,))
    assert stage.peer.read() == []

    gone = stage.show(None)
    assert {(member(m), m.body) for m in gone} >= {("ReleaseName", (NAME,))}
    assert [member(m) for m in stage.show(PLAYING)] == ["RequestName"]


def test_where_the_name_is_taken_it_is_a_further_instance(stage: Stage) -> None:
    """With a name after its process, as MPRIS asks; that one too is given back."""
    instance = f"{NAME}.instance{os.getpid()}"
    (wish,) = stage.show(PLAYING)

    stage.peer.answer(wish, "u", (3,))
    second = stage.peer.read_one()
    stage.peer.answer(second, "u", (1,))

    assert second.body[0] == instance
    assert (instance,) in [m.body for m in stage.show(None)]


def test_a_name_that_is_known_too_late_is_not_taken(stage: Stage) -> None:
    """Nothing plays any more when the answer comes."""
    (wish,) = stage.show(PLAYING)
    stage.show(None)

    stage.peer.answer(wish, "u", (3,))

    assert stage.peer.read() == []


def test_a_bus_that_gives_no_name_is_noted(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """And nothing more is tried."""
    caplog.set_level(logging.WARNING)
    (wish,) = stage.show(PLAYING)
    stage.peer.answer(wish, "u", (3,))

    stage.peer.answer(stage.peer.read_one(), "u", (3,))

    assert stage.peer.read() == []
    assert "gives no name" in caplog.text


def test_others_read_what_plays(stage: Stage) -> None:
    """The exercise, its side, the routine, and how long that takes."""
    stage.appear()

    assert stage.value("PlaybackStatus") == "Playing"
    assert stage.value("Metadata") == {
        "mpris:trackid": ("o", "/hipstretch/exercise/2"),
        "mpris:length": ("x", 600_000_000),
        "xesam:title": ("s", "Knee to chest"),
        "xesam:artist": ("as", ["Left side"]),
        "xesam:album": ("s", "Mornings"),
    }


@pytest.mark.parametrize(("side", "words"), [(Side.RIGHT, "Right side"), (Side.BOTH, "Both sides")])
def test_each_side_has_its_words(side: Side, words: str, stage: Stage) -> None:
    """They stand where a song has its singer."""
    stage.show(PLAYING._replace(side=side))

    metadata = stage.value("Metadata")

    assert isinstance(metadata, dict)
    assert metadata["xesam:artist"] == ("as", [words])


def test_the_position_is_the_one_of_now(stage: Stage) -> None:
    """Asked for, not remembered, in microseconds."""
    stage.appear()

    stage.position = 64.25

    assert stage.value("Position") == 64_250_000


def test_a_player_that_shows_nothing_has_stopped(stage: Stage) -> None:
    """Whoever still has its number reads that there is no track."""
    stage.appear()
    stage.show(None)

    assert stage.value("PlaybackStatus") == "Stopped"
    assert stage.value("Position") == 0
    metadata = stage.value("Metadata")
    assert metadata == {"mpris:trackid": ("o", "/org/mpris/MediaPlayer2/TrackList/NoTrack")}


def test_all_properties_come_at_once(stage: Stage) -> None:
    """Those of each interface, with what can be done and what cannot."""
    stage.appear()

    root = stage.peer.ask(_get_all(ROOT)).body[0]
    player = stage.peer.ask(_get_all(PLAYER)).body[0]

    assert root == {
        "CanQuit": ("b", False),
        "CanRaise": ("b", False),
        "HasTrackList": ("b", False),
        "Identity": ("s", "HipStretch"),
        "DesktopEntry": ("s", "hipstretch"),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }
    able = {name for name, value in player.items() if value == ("b", True)}
    assert able == {"CanControl", "CanGoNext", "CanGoPrevious", "CanPause", "CanPlay"}
    assert player["CanSeek"] == ("b", False)
    assert [player[name] for name in ("Rate", "MinimumRate", "MaximumRate")] == [("d", 1.0)] * 3
    assert {"PlaybackStatus", "Metadata", "Position", "Volume"} <= player.keys()
    assert stage.peer.ask(_get_all("org.example.Other")).body[0] == {}


def _get_all(interface: str) -> Message:
    """A question for all properties."""
    address = DBusAddress(PATH, bus_name=NAME, interface=PROPERTIES)
    return new_method_call(address, "GetAll", "s", (interface,))


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (Properties(PLAYER_AT).get("Colour"), "UnknownProperty"),
        (Properties(PLAYER_AT).set("Volume", "d", 0.5), "PropertyReadOnly"),
        (Properties(PLAYER_AT).set("Rate", "d", 2.0), "PropertyReadOnly"),
        (Properties(PLAYER_AT).set("Colour", "s", "red"), "UnknownProperty"),
        (
            new_method_call(PLAYER_AT.with_interface(PROPERTIES), "Get", "s", ("x",)),
            "UnknownMethod",
        ),
        (new_method_call(PLAYER_AT.with_interface(PROPERTIES), "Forget"), "UnknownMethod"),
        (new_method_call(PLAYER_AT, "Dance"), "UnknownMethod"),
        (new_method_call(ROOT_AT, "Play"), "UnknownMethod"),
        (new_method_call(PLAYER_AT.with_interface("org.example.X"), "Play"), "UnknownMethod"),
    ],
)
def test_what_cannot_be_done_is_answered_with_an_error(
    call: Message, error: str, stage: Stage
) -> None:
    """So that nobody waits, and nothing is changed."""
    stage.appear()

    reply = stage.peer.ask(call)

    assert reply.header.fields[HeaderFields.error_name] == f"org.freedesktop.DBus.Error.{error}"
    assert stage.commands == []


@pytest.mark.parametrize(
    ("method", "command"),
    [
        ("Play", MediaCommand.PLAY),
        ("Pause", MediaCommand.PAUSE),
        ("PlayPause", MediaCommand.PLAY_PAUSE),
        ("Next", MediaCommand.NEXT),
        ("Previous", MediaCommand.PREVIOUS),
        ("Stop", MediaCommand.STOP),
    ],
)
def test_methods_are_commands(method: str, command: MediaCommand, stage: Stage) -> None:
    """Each is handed on once and answered."""
    stage.appear()

    reply = stage.peer.ask(new_method_call(PLAYER_AT, method))

    assert reply.header.message_type is MessageType.method_return
    assert stage.commands == [command]


def test_what_a_property_says_that_it_cannot_has_no_effect(stage: Stage) -> None:
    """Raising, quitting and seeking are answered, as MPRIS asks, and nothing else."""
    stage.appear()
    calls = [
        new_method_call(ROOT_AT, "Raise"),
        new_method_call(ROOT_AT, "Quit"),
        new_method_call(PLAYER_AT, "Seek", "x", (1,)),
        new_method_call(PLAYER_AT, "SetPosition", "ox", ("/a", 1)),
    ]

    kinds = {stage.peer.ask(call).header.message_type for call in calls}

    assert kinds == {MessageType.method_return}
    assert stage.commands == []


def test_only_what_changed_is_told(stage: Stage) -> None:
    """A pause tells the status, the same again tells nothing."""
    stage.appear()
    paused = PLAYING._replace(is_playing=False)

    told = _told(stage.show(paused))

    change = {"PlaybackStatus": ("s", "Paused")}
    assert told == [("PropertiesChanged", (PLAYER, change, []))]
    assert stage.show(paused) == []


def test_a_new_exercise_tells_what_it_is_and_where(stage: Stage) -> None:
    """Others think that a new track begins at nought; the routine is further."""
    stage.appear()
    stage.now += 5.0

    told = _told(stage.show(PLAYING._replace(track=3, title="Child’s pose", position=66.5)))

    assert [name for name, _ in told] == ["PropertiesChanged", "Seeked"]
    assert "Child’s pose" in str(told[0][1])
    assert told[1][1] == (66_500_000,)


def test_a_position_that_others_can_count_to_is_not_told(stage: Stage) -> None:
    """While it plays it goes with the clock, while it pauses it stands."""
    stage.appear()

    stage.now += 20.0
    pause = PLAYING._replace(is_playing=False, position=81.5)
    assert [name for name, _ in _told(stage.show(pause))] == ["PropertiesChanged"]
    stage.now += 300.0
    again = PLAYING._replace(position=81.5)
    assert [name for name, _ in _told(stage.show(again))] == ["PropertiesChanged"]
    stage.now += 10.0

    assert stage.show(PLAYING._replace(position=91.5)) == []


@pytest.mark.parametrize("by", [-20.0, 20.0])
def test_a_jump_is_told_once(by: float, stage: Stage) -> None:
    """Backwards and forwards; afterwards others count on from there."""
    stage.appear()
    stage.now += 30.0
    jumped = PLAYING._replace(position=91.5 + by)

    assert _told(stage.show(jumped)) == [("Seeked", (round((91.5 + by) * 1e6),))]
    stage.now += 4.0
    assert stage.show(jumped._replace(position=95.5 + by)) == []


def test_small_deviations_are_told_when_they_add_up(stage: Stage) -> None:
    """What others think is known, not what they were told last."""
    stage.appear()
    told = []

    for step in range(1, 6):
        stage.now += 10.0
        told.append(_told(stage.show(PLAYING._replace(position=61.5 + step * 9.7))))

    assert [len(each) for each in told] == [0, 0, 0, 1, 0]
    assert told[3] == [("Seeked", (round((61.5 + 4 * 9.7) * 1e6),))]


def test_the_object_describes_what_it_has(stage: Stage) -> None:
    """Every method and property is in the description, with its type."""
    stage.appear()
    address = PLAYER_AT.with_interface("org.freedesktop.DBus.Introspectable")

    described_as = stage.peer.ask(new_method_call(address, "Introspect")).body[0]
    node = ET.fromstring(described_as)  # noqa: S314 -- the program has written it itself

    for name in (ROOT, PLAYER):
        (interface,) = node.findall(f"interface[@name='{name}']")
        described = {each.get("name"): each.get("type") for each in interface.iter("property")}
        values = stage.peer.ask(_get_all(name)).body[0]
        assert described == {key: value[0] for key, value in values.items()}
        assert {each.get("name") for each in interface.iter("method")} == METHODS[name].keys()
    (seek,) = node.iter("signal")
    assert seek.get("name") == "Seeked"
    arguments = node.findall(".//method[@name='SetPosition']/arg")
    assert [each.get("type") for each in arguments] == ["o", "x"]


def test_closing_leaves_the_bus(stage: Stage) -> None:
    """Its name goes with the connection, and showing does no harm any more."""
    stage.appear()

    stage.player.close()
    stage.player.show(None)
    stage.player.show(PLAYING)

    assert not stage.peer.bus.is_open


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_without_a_bus_there_are_no_media_keys_from_outside(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Showing and closing are harmless there."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    commands: list[MediaCommand] = []

    keys = media.create(commands.append, float)
    keys.show(PLAYING)
    keys.show(None)
    keys.close()

    assert type(keys) is AbsentMediaKeys
    assert commands == []
