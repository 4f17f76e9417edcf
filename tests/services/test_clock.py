from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hipstretch.services import clock
from hipstretch.services.clock import boot
from hipstretch.services.clock.plain import PlainClock


def test_awake_time_only_goes_up() -> None:
    """Looked at often enough it is later, and never earlier."""
    machine = clock.create()
    times = [machine.awake() for _ in range(1000)]

    assert times == sorted(times)
    while machine.awake() == times[0]:
        pass


def test_sleep_is_never_negative_and_stands_still_while_awake() -> None:
    """Whatever the machine has slept, it does not sleep between two looks."""
    machine = clock.create()
    slept = [machine.slept() for _ in range(100)]

    assert min(slept) >= 0.0
    assert max(slept) - min(slept) < 0.5


def test_the_wall_clock_knows_where_it_is() -> None:
    """The time has its offset from UTC, and is now."""
    now = clock.create().now()

    assert now.utcoffset() is not None
    assert abs(datetime.now(UTC) - now) < timedelta(minutes=1)


def test_a_system_without_a_sleep_counter_has_a_clock_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """It tells no sleep, and all else."""
    monkeypatch.setattr(sys, "platform", "freebsd14")

    machine = clock.create()

    assert type(machine) is PlainClock
    assert machine.slept() == 0.0
    assert machine.awake() <= machine.awake()
    assert machine.now().utcoffset() is not None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells its start by an id")
def test_a_start_of_the_machine_has_an_id_that_stays() -> None:
    """Until the next one."""
    assert boot.boot_id() == boot.boot_id()
    assert len(boot.boot_id()) == len("01234567-0123-0123-0123-0123456789ab")


def test_a_system_that_does_not_tell_its_start_has_no_id(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Another system, or one that hides it; the wall's clock is asked then."""
    monkeypatch.setattr(boot, "_LINUX", tmp_path / "hidden")
    assert boot.boot_id() == ""
    monkeypatch.setattr(sys, "platform", "freebsd14")
    assert boot.boot_id() == ""
