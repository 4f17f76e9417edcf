from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Report, Trouble
from hipstretch.services import sound
from hipstretch.services.sound.silent import SilentPlayer
from hipstretch.services.sound.threads import ThreadPlayer


class FakeLibrary:
    """Has every function that is asked for; none is called."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getattr__(self, name: str) -> ModuleType:
        """Anything that attributes can be put on."""
        function = ModuleType(name)
        setattr(self, name, function)
        return function


class FakeSinkPlayer:
    """Stands for Qt's player."""

    def __init__(self, folder: Path, report: Report) -> None:
        self.folder = folder
        self.report = report


def _missing(name: str) -> None:
    """As where the library is not installed."""
    raise OSError(f"{name}: cannot open shared object file")


def test_on_linux_the_sound_server_is_talked_to(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By its own library; nothing is connected before the first chime."""
    del qapp
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", FakeLibrary)

    assert isinstance(sound.create(tmp_path, print), ThreadPlayer)


def test_on_linux_without_the_library_it_is_silent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It says so at the first chime, with the library's name in the log."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", _missing)
    reported: list[Trouble] = []

    player = sound.create(tmp_path, reported.append)
    assert reported == []
    player.play(Chime.BEGIN, 0.7)

    assert reported == [Trouble.NO_SOUND_LIBRARY]
    assert "libpulse" in caplog.text


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_qt_plays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str) -> None:
    """It gets the folder and the report."""
    module = ModuleType("sinks")
    monkeypatch.setattr(module, "SinkPlayer", FakeSinkPlayer, raising=False)
    monkeypatch.setitem(sys.modules, "hipstretch.services.sound.sinks", module)
    monkeypatch.setattr(sys, "platform", platform)
    report = print

    player = sound.create(tmp_path, report)

    assert isinstance(player, FakeSinkPlayer)
    assert (player.folder, player.report) == (tmp_path, report)


def test_elsewhere_without_qts_part_it_is_silent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An incomplete Qt takes the chimes and nothing else."""
    monkeypatch.setitem(sys.modules, "hipstretch.services.sound.sinks", None)
    monkeypatch.setattr(sys, "platform", "darwin")

    assert isinstance(sound.create(tmp_path, print), SilentPlayer)
