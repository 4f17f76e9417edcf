from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QObject, QTimer

pytest.importorskip(
    "PySide6.QtMultimedia", reason="Qt's sound needs libpulse", exc_type=ImportError
)

from PySide6.QtMultimedia import QAudioFormat, QtAudio

from hipstretch import paths
from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Trouble
from hipstretch.services.sound import sinks
from hipstretch.services.sound.sinks import LINGERS, PlayingSink, SinkPlayer
from hipstretch.services.sound.sound_file import read

SOUNDS = paths.bundled("assets") / "sounds"


class FakeDevice:
    """An output, or the want of one."""

    def __init__(self, name: str) -> None:
        self.name = name

    def isNull(self) -> bool:  # noqa: N802 -- Qt's name
        """Whether there is none."""
        return not self.name


class FakeDevices:
    """The outputs of the machine: the one that is the default one now."""

    default = FakeDevice("speakers")

    @classmethod
    def defaultAudioOutput(cls) -> FakeDevice:  # noqa: N802 -- Qt's name
        """The default one."""
        return cls.default


class FakeSink(QObject):
    """Keeps what it was asked to do."""

    made: ClassVar[list[FakeSink]] = []
    fault: ClassVar[QtAudio.Error] = QtAudio.Error.NoError

    def __init__(self, device: FakeDevice, form: QAudioFormat, parent: QObject) -> None:
        super().__init__(parent)
        self.device, self.form = device.name, form
        self.volume = -1.0
        self.samples = b""
        self.is_stopped = False
        FakeSink.made.append(self)

    def setVolume(self, volume: float) -> None:  # noqa: N802 -- Qt's name
        """Keep the volume."""
        self.volume = volume

    def start(self, source: QBuffer) -> None:
        """Read all that there is to play."""
        self.samples = bytes(source.readAll().data())

    def error(self) -> Enum:
        """What goes wrong."""
        return FakeSink.fault

    def stop(self) -> None:
        """Stop."""
        self.is_stopped = True


@pytest.fixture
def troubles() -> list[Trouble]:
    """What was reported."""
    return []


@pytest.fixture
def player(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, troubles: list[Trouble]
) -> Iterator[SinkPlayer]:
    """A player on an output of the test's own."""
    del qapp
    monkeypatch.setattr(sinks, "QMediaDevices", FakeDevices)
    monkeypatch.setattr(sinks, "QAudioSink", FakeSink)
    monkeypatch.setattr(FakeDevices, "default", FakeDevice("speakers"))
    monkeypatch.setattr(FakeSink, "fault", QtAudio.Error.NoError)
    FakeSink.made.clear()
    yield SinkPlayer(SOUNDS, troubles.append)
    FakeSink.made.clear()


def _let_it_end(player: SinkPlayer) -> None:
    """Let the time of all that plays be up."""
    for timer in player.findChildren(QTimer):
        timer.timeout.emit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_chime_is_played_whole_at_its_volume(player: SinkPlayer) -> None:
    """On the default output, in the form that its file has."""
    player.play(Chime.BEGIN, 0.5)

    (sink,) = FakeSink.made
    assert sink.samples == read(SOUNDS / "begin.wav").samples
    assert (sink.device, sink.volume) == ("speakers", 0.25)
    assert (sink.form.sampleRate(), sink.form.channelCount()) == (48000, 1)
    assert sink.form.sampleFormat() is QAudioFormat.SampleFormat.Int16


def test_a_chime_sounds_over_itself_and_is_gone_when_it_is_over(player: SinkPlayer) -> None:
    """Each in a sink of its own, that is let go once the sound must be over."""
    player.play(Chime.COUNT, 0.7)
    player.play(Chime.COUNT, 0.7)

    assert len(FakeSink.made) == 2
    seconds = read(SOUNDS / "count.wav").seconds
    assert {timer.interval() for timer in player.findChildren(QTimer)} == {
        round((seconds + LINGERS) * 1000)
    }
    assert [sink.is_stopped for sink in FakeSink.made] == [False, False]
    _let_it_end(player)
    assert [sink.is_stopped for sink in FakeSink.made] == [True, True]
    assert player.findChildren(PlayingSink) == []


def test_the_next_chime_is_heard_where_the_default_output_is_now(player: SinkPlayer) -> None:
    """Whoever puts on headphones hears it in them."""
    player.play(Chime.COUNT, 0.7)
    FakeDevices.default = FakeDevice("headphones")
    player.play(Chime.COUNT, 0.7)

    assert [sink.device for sink in FakeSink.made] == ["speakers", "headphones"]


def test_without_an_output_it_is_told_once(player: SinkPlayer, troubles: list[Trouble]) -> None:
    """Once one is there the chimes are heard, and its loss is told again."""
    FakeDevices.default = FakeDevice("")
    player.play(Chime.COUNT, 0.7)
    player.play(Chime.COUNT, 0.7)
    assert (troubles, FakeSink.made) == ([Trouble.NO_SOUND_DEVICE], [])

    FakeDevices.default = FakeDevice("headphones")
    player.play(Chime.COUNT, 0.7)
    _let_it_end(player)
    FakeDevices.default = FakeDevice("")
    player.play(Chime.COUNT, 0.7)
    assert troubles == [Trouble.NO_SOUND_DEVICE] * 2


@pytest.mark.parametrize("name", ["OpenError", "IOError", "FatalError"])
def test_an_output_that_fails_is_told(
    player: SinkPlayer, troubles: list[Trouble], name: str
) -> None:
    """When the chime should have been over."""
    FakeSink.fault = QtAudio.Error[name]
    player.play(Chime.COUNT, 0.7)
    assert troubles == []
    _let_it_end(player)

    assert troubles == [Trouble.NO_SOUND_DEVICE]


def test_an_output_that_has_played_all_is_no_trouble(
    player: SinkPlayer, troubles: list[Trouble]
) -> None:
    """Qt calls the end of the samples an underrun."""
    FakeSink.fault = QtAudio.Error.UnderrunError
    player.play(Chime.COUNT, 0.7)
    _let_it_end(player)

    assert troubles == []


def test_neither_silence_nor_a_closed_player_makes_a_sink(player: SinkPlayer) -> None:
    """The output is left alone."""
    player.play(Chime.COUNT, 0.0)
    player.close()
    player.play(Chime.COUNT, 0.7)

    assert FakeSink.made == []


def test_a_closed_player_reports_nothing_more(player: SinkPlayer, troubles: list[Trouble]) -> None:
    """Not even that what sounded to the end failed."""
    FakeSink.fault = QtAudio.Error.FatalError
    player.play(Chime.COUNT, 0.7)
    player.close()
    _let_it_end(player)

    assert troubles == []


def test_a_chime_without_a_file_is_told(
    player: SinkPlayer, troubles: list[Trouble], tmp_path: Path
) -> None:
    """As one that cannot be heard; nothing is raised."""
    del player
    SinkPlayer(tmp_path, troubles.append).play(Chime.COUNT, 0.7)

    assert troubles == [Trouble.NO_SOUND_DEVICE]
