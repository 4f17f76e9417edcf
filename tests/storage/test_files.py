from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from hipstretch.storage import files
from hipstretch.storage.files import free_path, is_file, set_aside, write_atomically


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_replaced_whole(tmp_path: Path, durable: bool) -> None:
    """In UTF-8 with plain line breaks, its folder made, and nothing left beside it."""
    path = tmp_path / "new" / "a.yaml"
    write_atomically(path, "old\n", durable=durable)
    write_atomically(path, "é\n", durable=durable)
    assert path.read_bytes() == b"\xc3\xa9\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A full disk, for one; and no half-written file stays."""
    path = tmp_path / "a.yaml"
    path.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"os.{call}", fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """Half a character, as a damaged name may have it."""
    path = tmp_path / "a.yaml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\udc80")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_windows_has_no_folders_to_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the call is left out."""
    monkeypatch.setattr(files, "os", SimpleNamespace(name="nt"))
    files.sync_folder(tmp_path)


def test_a_free_path(tmp_path: Path) -> None:
    """The first number that no file has yet, before the ending."""
    path = tmp_path / "a.yaml"
    assert free_path(path) == path
    path.touch()
    assert free_path(path) == tmp_path / "a-2.yaml"
    (tmp_path / "a-2.yaml").touch()
    assert free_path(path) == tmp_path / "a-3.yaml"


def test_a_file_is_set_aside(tmp_path: Path) -> None:
    """Under a name that tells why, without replacing an earlier one."""
    for expected in ("s.unreadable.json", "s.unreadable-2.json"):
        path = tmp_path / "s.json"
        path.write_text("{")
        assert set_aside(path) == tmp_path / expected
        assert not path.exists()
        assert (tmp_path / expected).read_text() == "{"


def test_what_is_a_file(tmp_path: Path) -> None:
    """A plain one or a link to one; not a folder, nor what the system refuses to tell of."""
    plain, link = tmp_path / "a", tmp_path / "b"
    plain.touch()
    link.symlink_to(plain)
    assert is_file(plain)
    assert is_file(link)
    assert not is_file(tmp_path)
    assert not is_file(tmp_path / "none")
    assert not is_file(tmp_path / ("x" * 300))
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert not is_file(loop)


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """What hurts whom is nobody else's business."""
    path = tmp_path / "a.yaml"
    write_atomically(path, "x")
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0
