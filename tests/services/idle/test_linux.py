from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch.services.idle import create
from hipstretch.services.idle.absent import AbsentIdle
from hipstretch.services.idle.linux import (
    choose,
    open_mutter,
    open_wayland,
    open_x11,
    seconds_since_start,
    ways,
)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DISPLAY": ":0"}, (open_x11,)),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, (open_x11,)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, (open_wayland, open_mutter)),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, (open_wayland, open_mutter)),
        ({}, ()),
    ],
)
def test_the_ways_are_those_of_the_session(
    environment: dict[str, str], expected: tuple[object, ...]
) -> None:
    """An X server under Wayland sees only what is done in X windows, and is not asked."""
    assert ways(environment) == expected


def test_a_session_where_nobody_answers_knows_nothing(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """And it is said why."""
    del qapp
    monkeypatch.setenv("DISPLAY", ":99999")
    assert isinstance(choose({"DISPLAY": ":99999"}), AbsentIdle)
    assert "hands cannot be seen on X11" in caplog.text


def test_the_environment_of_the_program_is_taken(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a screen nothing is known."""
    del qapp
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    assert isinstance(create(), AbsentIdle)


def test_the_clock_goes_on() -> None:
    """It never goes back."""
    assert 0.0 < seconds_since_start() <= seconds_since_start()
