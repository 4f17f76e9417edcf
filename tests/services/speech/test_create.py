from __future__ import annotations

import builtins
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services import speech
from hipstretch.services.speech.relay import Relay
from hipstretch.services.speech.server import socket_path
from hipstretch.services.speech.silent import SilentSpeaker

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="sockets and scripts of Linux")


@pytest.fixture
def bare(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux system with nothing on it; returns the folder for its programs."""
    del qapp
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    return programs


def install(programs: Path, name: str) -> None:
    """Put a program there that does nothing and fails."""
    program = programs / name
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o755)


def engines(speaker: object) -> list[str]:
    """The names of the engines that a speaker would try."""
    assert isinstance(speaker, Relay)
    return [maker.func.__name__ for maker in speaker._makers]  # type: ignore[attr-defined]


def test_a_system_without_a_voice_stays_silent_and_says_so_once(bare: Path) -> None:
    """At its first phrase, when it matters; nothing else is out of the ordinary."""
    assert bare.is_dir()
    reported: list[Trouble] = []
    told: list[tuple[Voice, ...]] = []
    speaker = speech.create("en-GB", reported.append)
    assert isinstance(speaker, SilentSpeaker)

    speaker.set_manner(Pace.SLOW, "Bob")
    speaker.ask_voices(told.append)
    speaker.stop()
    assert (reported, told) == ([], [()])

    speaker.say("Hold.")
    speaker.say("Rest.")
    speaker.close()
    assert reported == [Trouble.NO_VOICE_ENGINE]


@linux_only
@pytest.mark.parametrize(
    ("installed", "expected"),
    [
        (["espeak-ng"], ["Espeak"]),
        (["speech-dispatcher"], ["Dispatcher"]),
        (["espeak-ng", "speech-dispatcher"], ["Dispatcher", "Espeak"]),
    ],
)
def test_the_desktops_speech_server_comes_before_the_plain_voice(
    bare: Path, installed: list[str], expected: list[str]
) -> None:
    """Its voice is the one that the person has set up."""
    for name in installed:
        install(bare, name)
    speaker = speech.create("en-GB", lambda _: None)
    speaker.close()

    assert engines(speaker) == expected


@linux_only
def test_a_speech_server_outside_is_enough(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sandbox there is its socket, and not its program."""
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{bare / 's'}")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(bare / "s"))
        speaker = speech.create("en-GB", lambda _: None)
        speaker.close()

    assert engines(speaker) == ["Dispatcher"]


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"SPEECHD_ADDRESS": "unix_socket:/a/b", "XDG_RUNTIME_DIR": "/run"}, "/a/b"),
        ({"SPEECHD_ADDRESS": "unix_socket"}, "~/.cache/speech-dispatcher/speechd.sock"),
        ({"SPEECHD_ADDRESS": "inet_socket:x:1", "XDG_RUNTIME_DIR": "/r"}, "/r/*"),
        ({"XDG_RUNTIME_DIR": "/r", "XDG_CACHE_HOME": "/c"}, "/r/*"),
        ({"XDG_CACHE_HOME": "/c"}, "/c/*"),
        ({}, "~/.cache/speech-dispatcher/speechd.sock"),
    ],
)
def test_the_socket_is_where_the_server_puts_it(environment: Mapping[str, str], path: str) -> None:
    """In the folder of the running desktop, else among the caches."""
    expected = Path(path.replace("*", "speech-dispatcher/speechd.sock")).expanduser()

    assert socket_path(environment) == expected


@linux_only
def test_a_closed_speaker_can_be_forgotten(bare: Path, qapp: QCoreApplication) -> None:
    """What Qt still has to delete of its engines is deleted once."""
    for name in ("espeak-ng", "speech-dispatcher"):
        install(bare, name)
    speaker = speech.create("en-GB", lambda _: None)
    assert isinstance(speaker, Relay)
    engine = speaker._engine
    speaker.close()
    del speaker
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not shiboken6.isValid(engine)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_without_qts_speech_library_stay_silent(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation may have been pruned."""
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        """Import all but the one."""
        if name == "hipstretch.services.speech.native":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(builtins, "__import__", without)

    assert isinstance(speech.create("en-GB", lambda _: None), SilentSpeaker)


def test_nothing_heavy_is_loaded_before_a_voice_is_wanted() -> None:
    """The window starts without Qt's network and speech libraries."""
    code = "import sys, hipstretch.services.speech; print([m for m in sys.modules if 'Qt' in m])"
    command: Sequence[str] = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert done.stdout.strip() == "[]"
