from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hipstretch import launch
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.services.instance import client
from hipstretch.services.instance.client import NoAnswerError, NotRunningError
from hipstretch.services.instance.lock import InstanceLock

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")
ALL = launch.FOR_QT | launch.FOR_X11
START = Request(Command.START, routine="desk-break")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person of the test's own."""
    folder = tmp_path / "own"
    monkeypatch.setenv("HIPSTRETCH_HOME", str(folder))
    return folder


@pytest.fixture
def can_load(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Say which libraries cannot be loaded: `can_load(without=names)`."""

    def set_up(*, without: set[str]) -> None:
        monkeypatch.setattr(launch, "_can_load", lambda name: name not in without)
        monkeypatch.setattr(launch, "_qt_loads", lambda plugin: plugin.name not in without)

    return set_up


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Say which screens there are: `screen(DISPLAY=":0")`; without a word there is none."""

    def set_up(**there: str) -> None:
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        for name, value in there.items():
            monkeypatch.setenv(name, value)

    return set_up


SetUp = Callable[..., None]


def test_only_the_packages_of_missing_libraries_are_named() -> None:
    """In the order of the table."""
    asked: list[str] = []

    def loads(name: str) -> bool:
        asked.append(name)
        return name not in {"libX11-xcb.so.1", "libxcb-cursor.so.0"}

    assert launch.missing_packages(ALL, loads) == ["libx11-xcb1", "libxcb-cursor0"]
    assert asked == list(ALL)
    assert launch.missing_packages(ALL, lambda _: True) == []


def test_the_advice_is_a_line_to_paste() -> None:
    """The last line is the command, whole."""
    first, command = launch.advice(["libgl1", "libxcb-cursor0"]).splitlines()

    assert first.startswith("HipStretch needs system libraries")
    assert command == "sudo apt-get install -y --no-install-recommends libgl1 libxcb-cursor0"


def test_a_library_is_found_where_it_is() -> None:
    """The system's loader is asked."""
    assert not launch._can_load("libnot-there-at-all.so.99")
    if sys.platform == "linux":
        assert launch._can_load("libc.so.6")


def test_a_plugin_that_is_not_there_does_not_load(tmp_path: Path) -> None:
    """Qt is asked, and says no."""
    assert not launch._qt_loads(tmp_path / "libqxcb.so")


@ON_LINUX
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "wayland", "vnc"])
def test_another_platform_needs_no_x11(platform: str, screen: SetUp, can_load: SetUp) -> None:
    """Whoever chooses a platform gets it."""
    screen(QT_QPA_PLATFORM=platform)
    can_load(without=set(launch.FOR_X11) | {"libqxcb.so"})

    assert launch._linux_problem() == ""


@ON_LINUX
def test_without_a_screen_that_is_said(screen: SetUp) -> None:
    """Qt would abort."""
    screen()

    assert "needs a screen" in launch._linux_problem()


@ON_LINUX
def test_wayland_alone_is_a_screen(screen: SetUp, can_load: SetUp) -> None:
    """There Qt needs nothing of X11."""
    screen(WAYLAND_DISPLAY="wayland-0")
    can_load(without=set(launch.FOR_X11) | {"libqxcb.so"})

    assert launch._linux_problem() == ""


@ON_LINUX
@pytest.mark.parametrize("platform", ["", "xcb"])
def test_on_x11_with_all_libraries_there_is_no_problem(
    platform: str, screen: SetUp, can_load: SetUp
) -> None:
    """The platform's plugin loads, and so will Qt."""
    screen(DISPLAY=":0", QT_QPA_PLATFORM=platform)
    can_load(without=set())

    assert launch._linux_problem() == ""


@ON_LINUX
def test_on_x11_the_missing_packages_are_named(screen: SetUp, can_load: SetUp) -> None:
    """The plugin does not load: one line says what to install."""
    screen(DISPLAY=":0")
    can_load(without={"libqxcb.so", "libxcb-cursor.so.0"})

    assert launch._linux_problem() == launch.advice(["libxcb-cursor0"])


@ON_LINUX
def test_where_nothing_known_is_missing_qt_shall_say_it(screen: SetUp, can_load: SetUp) -> None:
    """No advice is better than a wrong one."""
    screen(DISPLAY=":0")
    can_load(without={"libqxcb.so"})

    assert launch._linux_problem() == ""


@ON_LINUX
def test_qt_that_cannot_be_imported_names_the_packages(
    monkeypatch: pytest.MonkeyPatch, screen: SetUp, can_load: SetUp
) -> None:
    """Some libraries are needed to import Qt at all."""
    screen(DISPLAY=":0")
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    can_load(without={"libGL.so.1", "libEGL.so.1"})

    assert launch._linux_problem() == launch.advice(["libgl1", "libegl1"])
    can_load(without=set())
    assert launch._linux_problem().startswith("HipStretch cannot start: ")


@ON_LINUX
def test_a_problem_is_printed_and_told_by_the_status(
    screen: SetUp, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window is not opened; the message goes where errors go."""
    screen()

    assert launch.launch() == launch.CANNOT_START

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "needs a screen" in printed.err


@pytest.mark.parametrize("platform", [sys.platform, "darwin"])
def test_without_a_problem_the_window_opens(
    platform: str, monkeypatch: pytest.MonkeyPatch, screen: SetUp
) -> None:
    """The window's own status is the program's."""
    from hipstretch import app

    screen(QT_QPA_PLATFORM="offscreen")
    monkeypatch.setattr(sys, "platform", platform)
    asked: list[object] = []

    def run(request: Request | None, *, is_hidden: bool) -> int:
        asked.append((request, is_hidden))
        return 7

    monkeypatch.setattr(app, "run", run)

    assert launch.launch(START, is_hidden=True) == 7
    assert asked == [(START, True)]


@pytest.fixture
def running(own_folder: Path) -> Iterator[None]:
    """The person's program runs already."""
    lock = InstanceLock(own_folder)
    assert lock.take()
    yield
    lock.release()


@pytest.mark.parametrize(
    ("reply", "status", "said"),
    [
        (Reply(True, "HipStretch is open."), 0, ""),
        (Reply(False, "There is no routine x."), launch.CANNOT_START, "There is no routine x.\n"),
    ],
)
@pytest.mark.usefixtures("running")
def test_a_second_start_hands_over(
    reply: Reply,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """To the program that runs, as soon as it listens."""
    answers: list[Reply | None] = [None, reply]
    asked: list[Request] = []

    def ask(_folder: Path, request: Request) -> Reply:
        asked.append(request)
        answer = answers.pop(0)
        if answer is None:
            raise NotRunningError
        return answer

    monkeypatch.setattr(client, "ask", ask)
    assert launch.launch() == status
    assert asked == [Request(Command.SHOW)] * 2
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("failure", [NotRunningError, NoAnswerError("It does not answer.")])
@pytest.mark.usefixtures("running")
def test_a_program_that_is_stuck_is_told(
    failure: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a line, instead of a second window."""

    def ask(_folder: Path, _request: Request) -> Reply:
        raise failure

    monkeypatch.setattr(client, "ask", ask)
    monkeypatch.setattr(launch, "HAND_OVER_WITHIN", 0.0)
    assert launch.launch(START) == launch.CANNOT_START
    assert "does not answer" in capsys.readouterr().err


def test_a_folder_that_cannot_be_used_keeps_nobody_out(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, screen: SetUp
) -> None:
    """The window says later what cannot be saved."""
    screen()
    own_folder.write_text("a file")
    monkeypatch.setattr(launch, "_linux_problem", lambda: "stop here")
    monkeypatch.setattr(sys, "platform", "linux")
    assert launch.launch() == launch.CANNOT_START


_LOOK_FOR_READ_MODULES = """
import linecache
from hipstretch import launch
if {plainly}:
    launch._import_plainly()
import PySide6.QtCore
import hipstretch.ui.words
print(sum("hipstretch" in name for name in linecache.cache))
"""


@pytest.mark.parametrize("plainly", [True, False])
def test_pyside_does_not_read_the_source_of_every_module(plainly: bool) -> None:
    """Which it does by itself, so that a start would take longer."""
    code = _LOOK_FOR_READ_MODULES.format(plainly=plainly)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout == "0\n") is plainly


def test_where_pyside_puts_nothing_around_imports_they_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it may be in another version of it."""
    before = builtins.__import__
    monkeypatch.delattr(builtins, "__orig_import__", raising=False)
    launch._import_plainly()
    assert builtins.__import__ is before
