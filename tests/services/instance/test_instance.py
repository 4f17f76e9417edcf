from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import hipstretch
from hipstretch.core.remote import Command, Request
from hipstretch.services.instance import address
from hipstretch.services.instance.client import NotRunningError, ask
from hipstretch.services.instance.lock import InstanceLock

_HOLDER = """
import sys
from pathlib import Path
from hipstretch.services.instance.lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_each_persons_folder_has_its_own_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folder of the session, which nobody else can read; else in the person's own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    one, other = address(tmp_path / "one"), address(tmp_path / "other")
    assert one != other
    assert Path(one).parent == tmp_path
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    assert Path(address(tmp_path / "one")).parent == tmp_path / "one"


def test_nobody_answers_where_nothing_runs(tmp_path: Path) -> None:
    """Which is told apart from a program that does not answer."""
    with pytest.raises(NotRunningError):
        ask(tmp_path, Request(Command.SHOW))


def test_one_program_holds_the_lock_until_it_ends(tmp_path: Path) -> None:
    """However it ends: the system opens the lock of a killed program."""
    folder = tmp_path / "own"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(Path(hipstretch.__file__).parents[1])},
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not InstanceLock(folder).take()
        holder.kill()
        holder.wait()
    lock = InstanceLock(folder)
    assert lock.take()
    assert not InstanceLock(folder).take()
    lock.release()
    other = InstanceLock(folder)
    assert other.take()
    other.release()
