"""Opens the window, unless the person's program runs already: then that one shows itself.

What a system lacks is said in one line, before Qt would abort.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.services.instance.lock import InstanceLock

if TYPE_CHECKING:
    from hipstretch.core.remote import Request

FOR_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt needs on every Linux: library and Debian package."""
FOR_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What it needs besides for a window on an X11 screen."""
CANNOT_START = 3
HAND_OVER_WITHIN = 10.0
"""Seconds in which a program that has just been started begins to listen."""


def launch(request: Request | None = None, *, is_hidden: bool = False) -> int:
    """Run the program until it is quit; returns the exit status.

    `request` is what to do first; a hidden start opens no window.
    """
    lock = InstanceLock(paths.own_folder())
    if not _take(lock):
        return _hand_over(request)
    try:
        return _run(request, is_hidden=is_hidden)
    finally:
        lock.release()


def _run(request: Request | None, *, is_hidden: bool) -> int:
    """Be the person's one program; says in one line what is missing where Qt would not start."""
    gc.disable()  # nothing that the start makes is garbage; qt/collector.py takes over
    if sys.platform == "linux":
        problem = _linux_problem()
        if problem:
            print(problem, file=sys.stderr)  # noqa: T201 -- there is no window to say it in
            return CANNOT_START
    _import_plainly()
    from hipstretch.app import run

    return run(request, is_hidden=is_hidden)


def _import_plainly() -> None:
    """Take off what PySide put around the import of modules.

    It reads the source of every module that is imported, to see whether `__feature__` may change
    names there: some 10 ms and 3 MiB of a start, and here it does so nowhere.
    """
    import builtins

    import PySide6.QtCore  # noqa: F401 -- it puts its own in the place of Python's

    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before


def _take(lock: InstanceLock) -> bool:
    """Whether this is the person's one program; a folder that cannot be used stops nobody."""
    try:
        return lock.take()
    except OSError:
        return True


def _hand_over(request: Request | None) -> int:
    """Have the program that runs do what this start was for; it may still be starting itself."""
    import time

    from hipstretch.core.remote import Command, Request
    from hipstretch.services.instance import client

    until = time.monotonic() + HAND_OVER_WITHIN
    while True:
        try:
            reply = client.ask(paths.own_folder(), request or Request(Command.SHOW))
        except client.NotRunningError:
            if time.monotonic() < until:
                time.sleep(0.05)
                continue
            problem = "HipStretch is running but does not answer."
        except client.NoAnswerError as error:
            problem = str(error)
        else:
            problem = "" if reply.done else reply.text
        if problem:
            print(problem, file=sys.stderr)  # noqa: T201 -- there is no window to say it in
        return CANNOT_START if problem else 0


def missing_packages(libraries: dict[str, str], can_load: Callable[[str], bool]) -> list[str]:
    """The Debian packages of the libraries that cannot be loaded."""
    return [package for name, package in libraries.items() if not can_load(name)]


def advice(packages: list[str]) -> str:
    """One line to paste that installs packages."""
    return (
        "HipStretch needs system libraries that are not installed. This line installs them:\n"
        f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    )


def _linux_problem() -> str:
    """Why Qt would not start here, or nothing."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    try:
        import PySide6.QtWidgets
    except ImportError as error:
        packages = missing_packages(FOR_QT | FOR_X11, _can_load)
        return advice(packages) if packages else f"HipStretch cannot start: {error}"
    if platform and not platform.startswith("xcb"):
        return ""
    if not os.environ.get("DISPLAY"):
        has_wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
        return "" if has_wayland else "HipStretch needs a screen: neither X11 nor Wayland is here."
    plugin = Path(PySide6.QtWidgets.__file__).parent / "Qt/plugins/platforms/libqxcb.so"
    if not plugin.exists() or _qt_loads(plugin):
        return ""
    packages = missing_packages(FOR_QT | FOR_X11, _can_load)
    return advice(packages) if packages else ""


def _qt_loads(plugin: Path) -> bool:
    """Whether Qt can load a plugin of its own with all that it needs."""
    from PySide6.QtCore import QLibrary

    return QLibrary(str(plugin)).load()


def _can_load(name: str) -> bool:
    """Whether the system's loader finds a library and all that it needs."""
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
