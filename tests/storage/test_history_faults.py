from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.history import History
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.storage.migrations import VERSION
from tests.storage.history_examples import CHANGES, LOOKS, RECORD, as_anybody, fill
from tests.storage.test_migrations import write_old

Use = Callable[[Database], object]
FLIPS = 60
needs_permissions = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
changes = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
everything = pytest.mark.parametrize(
    "use", [*LOOKS.values(), *CHANGES.values()], ids=[*LOOKS, *CHANGES]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history lies."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def full(path: Path) -> Database:
    """A history with one of everything."""
    database = Database(path)
    fill(database)
    return database


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike those of the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "own")
        folder.mkdir()
        Path(name).chmod(0o755)
        yield folder
        folder.chmod(0o755)


def _refused(use: Use, database: Database) -> HistoryUnavailable:
    """What a use is refused with."""
    with pytest.raises(HistoryUnavailable) as told:
        use(database)
    return told.value


def _damage_all(data: bytes) -> bytes:
    return random.Random(3).randbytes(len(data))  # noqa: S311 -- damage, no secrets


def _damage_pages(data: bytes) -> bytes:
    return data[:4096] + bytes(byte ^ 0x5A for byte in data[4096:])


_DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "random bytes": _damage_all,
    "another file": lambda _: b"no database at all, but long enough to look like one" * 200,
    "all pages but the first": _damage_pages,
    "a version of nobody": lambda data: data[:60] + b"\xff\xff\xff\xfb" + data[64:],
    "tables without a version": lambda data: data[:60] + bytes(4) + data[64:],
}
damages = pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES)


@everything
@damages
def test_a_damaged_file_is_said_and_left_alone(
    damage: Callable[[bytes], bytes], use: Use, full: Database, path: Path
) -> None:
    """Not a byte of it changes, for whoever can save something of it."""
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)

    told = _refused(use, full)

    assert told.trouble is HistoryTrouble.DAMAGED
    assert told.path == path
    assert "damaged" in str(told)
    assert str(path) in str(told)
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_file_is_never_taken_for_an_empty_one(
    share: float, full: Database, path: Path
) -> None:
    """What was cut off may not be needed; what is needed and missing is said."""
    data = path.read_bytes()
    whole = _seen(full)
    path.write_bytes(data[: int(len(data) * share)])
    cut = path.read_bytes()

    seen = [_seen_or_trouble(look, full) for look in LOOKS.values()]

    assert seen.count(HistoryTrouble.DAMAGED) > 0
    assert all(
        one in {HistoryTrouble.DAMAGED, was} for one, was in zip(seen, map(str, whole), strict=True)
    )
    assert path.read_bytes() == cut


@pytest.mark.parametrize("page", range(1, 25))
def test_a_page_that_was_overwritten_never_ends_the_program(
    page: int, full: Database, path: Path
) -> None:
    """Each page in turn: what can be read is read, all else is said to be damaged."""
    data = bytearray(path.read_bytes())
    start = page * 4096
    assert len(data) > 24 * 4096
    data[start : start + 4096] = _damage_all(bytes(4096))
    path.write_bytes(data)

    troubles = {_trouble_of(look, full) for look in LOOKS.values()}

    assert troubles <= {None, HistoryTrouble.DAMAGED}
    assert path.read_bytes() == data


def test_a_flipped_byte_never_ends_the_program(full: Database, path: Path) -> None:
    """Anywhere in the file, some hundred times: each look works or says what is the matter."""
    chance = random.Random(5)  # noqa: S311 -- damage, no secrets
    whole = path.read_bytes()
    written = [at for at, byte in enumerate(whole) if byte]
    troubles = set()
    for _ in range(FLIPS):
        data = bytearray(whole)
        data[chance.choice(written)] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        troubles |= {_trouble_of(look, full) for look in LOOKS.values()}
    assert HistoryTrouble.DAMAGED in troubles
    assert troubles <= {None, *HistoryTrouble}


def _seen_or_trouble(look: Use, database: Database) -> HistoryTrouble | str:
    """What a look sees, or what is the matter with it."""
    trouble = _trouble_of(look, database)
    return str(look(database)) if trouble is None else trouble


def _trouble_of(look: Use, database: Database) -> HistoryTrouble | None:
    """What is the matter with a look, if anything."""
    try:
        look(database)
    except HistoryUnavailable as told:
        return told.trouble
    return None


def test_a_word_that_nobody_wrote_is_damage(full: Database) -> None:
    """The page is whole, and what it says cannot be."""
    with full.change() as database:
        database.execute("UPDATE rep SET side = 'up'")
        database.execute("UPDATE session SET began_at = 'yesterday'")
        database.execute("UPDATE decision SET choice = CAST(x'ff' AS TEXT)")
    for look in ("detail", "side_sums", "sessions", "decisions"):
        assert _refused(LOOKS[look], full).trouble is HistoryTrouble.DAMAGED


def test_a_rep_of_an_exercise_that_is_gone_is_damage(full: Database) -> None:
    """The numbers of the exercises do not agree with those of the reps."""
    with closing(sqlite3.connect(full.path)) as other, other:
        other.execute("DELETE FROM stretch")
    assert _refused(LOOKS["side_sums"], full).trouble is HistoryTrouble.DAMAGED


@everything
def test_a_file_of_a_newer_program_is_refused_and_left_alone(use: Use, path: Path) -> None:
    """Not a byte of a file changes whose version is not known, and nothing comes beside it."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"CREATE TABLE other (x); PRAGMA user_version = {VERSION + 1};")
    before = path.read_bytes()

    told = _refused(use, Database(path))

    assert told.trouble is HistoryTrouble.NEWER
    assert "newer version" in str(told)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@everything
def test_a_folder_in_the_place_of_the_file_is_said(use: Use, path: Path) -> None:
    """A folder of that name makes the history unavailable, nothing worse."""
    path.mkdir()

    told = _refused(use, Database(path))

    assert told.trouble is HistoryTrouble.CLOSED
    assert str(path) in str(told)


@needs_permissions
@changes
@pytest.mark.parametrize("folder_mode", [0o555, 0o755])
def test_a_file_that_cannot_be_written_takes_nothing(
    folder_mode: int, change: Use, open_folder: Path
) -> None:
    """What helps is said, and the file stays as it is."""
    database = Database(open_folder / "history.sqlite3")
    fill(database)
    before = database.path.read_bytes()
    database.path.chmod(0o444)
    open_folder.chmod(folder_mode)

    with as_anybody():
        told = _refused(change, database)

    assert told.trouble is HistoryTrouble.READ_ONLY
    assert "cannot be written" in str(told)
    assert database.path.read_bytes() == before


@needs_permissions
@pytest.mark.parametrize("version", [1, VERSION - 1, VERSION])
def test_a_file_that_cannot_be_written_is_read(version: int, open_folder: Path) -> None:
    """Also one of an older version, and in a folder that takes nothing."""
    path = open_folder / "history.sqlite3"
    _write(path, version)
    before = path.read_bytes()
    copy = open_folder / "copy.sqlite3"
    copy.write_bytes(before)
    path.chmod(0o444)
    open_folder.chmod(0o555)

    with as_anybody():
        seen = _seen(Database(path))

    open_folder.chmod(0o755)
    assert seen == _seen(Database(copy))
    assert path.read_bytes() == before


def _write(path: Path, version: int) -> None:
    """Write a file of a version."""
    if version == VERSION:
        fill(Database(path))
    else:
        write_old(path, version)


@needs_permissions
@everything
def test_a_folder_that_cannot_be_entered_is_said(use: Use, open_folder: Path) -> None:
    """Nobody can tell whether there is a history in it, and so nobody says that there is none."""
    open_folder.chmod(0o000)

    with as_anybody():
        told = _refused(use, Database(open_folder / "own" / "history.sqlite3"))

    assert told.trouble is HistoryTrouble.READ_ONLY


@needs_permissions
def test_what_another_program_was_writing_is_not_passed_over(open_folder: Path) -> None:
    """Where the newest sessions lie beside the file and cannot be reached, nothing is shown."""
    path = open_folder / "history.sqlite3"
    fill(Database(path))
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM flare_up")
        other.commit()
        Path(f"{path}-wal").chmod(0o000)
        open_folder.chmod(0o555)
        with as_anybody():
            told = _refused(LOOKS["count"], Database(path))
    assert told.trouble in {HistoryTrouble.READ_ONLY, HistoryTrouble.CLOSED}


@contextmanager
def _no_larger_than(size: int) -> Iterator[None]:
    """No file can grow beyond a size, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


_ROOM = [0, 4096, 40_000]


@changes
@pytest.mark.parametrize("room", _ROOM)
def test_a_full_disk_takes_all_or_nothing(
    room: int, change: Use, full: Database, path: Path
) -> None:
    """What was reported is kept, what was refused leaves no trace."""
    before = _seen(full)
    with _no_larger_than(room):
        trouble = _trouble_of(change, full)
        assert trouble in {None, HistoryTrouble.FULL}
        assert trouble is HistoryTrouble.FULL or room > 0
    if trouble is not None and path.exists():
        assert _seen(full) == before


@pytest.mark.parametrize("version", [VERSION - 1, VERSION])
@pytest.mark.parametrize("room", _ROOM)
def test_a_full_disk_is_read(room: int, version: int, path: Path) -> None:
    """Also a file of an older version, for which there is no room to bring it up to date."""
    _write(path, version)
    with _no_larger_than(room):
        seen = _seen(Database(path))
    assert seen == _seen(Database(path))


def _seen(database: Database) -> list[object]:
    """All that a history tells."""
    return [look(database) for look in LOOKS.values()]


def test_a_save_waits_for_another_program(full: Database) -> None:
    """One that is writing a moment longer does no harm."""
    import threading

    held, begun = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(full.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            begun.set()
            held.wait(5)
            other.execute("COMMIT")

    program = threading.Thread(target=write)
    program.start()
    begun.wait(5)
    threading.Timer(0.2, held.set).start()
    assert History(full).add(RECORD)
    program.join()


@changes
def test_a_program_that_does_not_let_go_is_said(change: Use, full: Database) -> None:
    """Nobody waits for it for ever, and looking goes on meanwhile."""
    impatient = Database(full.path, patience=0.01)
    with closing(sqlite3.connect(full.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = _refused(change, impatient)
        assert _seen(impatient) == _seen(full)
    assert told.trouble is HistoryTrouble.BUSY
    assert "another program" in str(told)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    """Where the folder cannot be made, a session cannot be saved."""
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    told = _refused(CHANGES["add"], Database(tmp_path / "state" / "history.sqlite3"))
    assert told.trouble is HistoryTrouble.CLOSED


def test_a_damaged_file_is_set_aside_when_the_person_says_so(full: Database, path: Path) -> None:
    """With all that lies beside it; a new history begins, and the old one is kept."""
    path.write_bytes(b"damaged" * 1000)
    Path(f"{path}-wal").write_bytes(b"beside")

    aside = full.set_aside()

    assert aside.name == "history.unreadable.sqlite3"
    assert aside.read_bytes() == b"damaged" * 1000
    assert Path(f"{aside}-wal").read_bytes() == b"beside"
    assert History(full).days() == frozenset()
    assert History(full).add(RECORD) == 1
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "history.sqlite3",
        "history.unreadable.sqlite3",
        "history.unreadable.sqlite3-wal",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_file_that_cannot_be_removed_is_said(open_folder: Path) -> None:
    """What was deleted is still there, and the person is told."""
    database = Database(open_folder / "history.sqlite3")
    fill(database)
    open_folder.chmod(0o555)
    with as_anybody():
        assert _refused(Database.remove, database).trouble is HistoryTrouble.READ_ONLY
