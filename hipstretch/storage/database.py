"""The one SQLite file of what was done: opened, brought up to date, or refused with a reason.

The file is opened for each use and never held, so that it can be copied, moved or taken away at any
time. It is in WAL mode: who reads does not wait for who writes. `synchronous = EXTRA` has each save
wait until the disk has it, so that what was reported saved outlives a power cut, also where WAL
cannot be had and SQLite goes by its older way. `fullfsync` makes macOS do the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hipstretch.storage.files import set_aside, sync_folder
from hipstretch.storage.history_trouble import HistoryTrouble, sentence, trouble_of
from hipstretch.storage.migrations import VERSION, migrate, version_of

if TYPE_CHECKING:
    import sqlite3

PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA temp_store = MEMORY",  # sorting needs no room on the disk
    "PRAGMA cell_size_check = ON",  # damage is noticed before it is followed
    "PRAGMA secure_delete = ON",  # what the person deleted cannot be found in the file
)
_CANNOT_WRITE = {HistoryTrouble.READ_ONLY, HistoryTrouble.FULL, HistoryTrouble.CLOSED}
_SIDE_FILES = ("-wal", "-shm", "-journal")

Row = TypeVar("Row")


class HistoryUnavailable(Exception):  # noqa: N818 -- a state of affairs, told to the person
    """The history cannot be used now; the message says why, and the file is left as it is."""

    def __init__(
        self,
        message: str,
        trouble: HistoryTrouble = HistoryTrouble.CLOSED,
        path: Path | None = None,
    ) -> None:
        super().__init__(message)
        self.trouble = trouble
        self.path = path


class Database:
    """The file; every use opens it for itself, so that it is never held."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """The database to look into; whatever goes wrong becomes HistoryUnavailable.

        A ValueError, TypeError or KeyError of the code within means that a row holds what nobody
        wrote. Where the file cannot be written, it is read all the same.
        """
        with self._troubles_told(), closing(self._opened_to_look()) as database:
            yield database

    def read(
        self, make: Callable[..., Row], query: str, values: Sequence[object] = ()
    ) -> tuple[Row, ...]:
        """What a query finds, each row made into something; nothing where there is no file."""
        if not self.is_there:
            return ()
        with self.open() as database:
            return tuple(make(*row) for row in database.execute(query, values))

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """As `open`, all queries as of one moment; empty tables where there is no file."""
        import sqlite3

        if self.is_there:
            with self.open() as database:
                database.execute("BEGIN")
                yield database
        else:
            with closing(sqlite3.connect(":memory:")) as database:
                migrate(database)
                yield database

    @contextmanager
    def moment(self) -> Iterator[Database]:
        """Opened once for several looks, all of them as of one moment."""
        with self.snapshot() as connection:
            yield _Moment(self.path, connection)

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """The database to write into, all of it or nothing; it is safe on the disk afterwards."""
        import sqlite3

        try:
            with closing(self._opened_to_write()) as database, database:
                database.execute("BEGIN IMMEDIATE")
                yield database
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise self._unavailable(error) from error

    @property
    def is_there(self) -> bool:
        """Whether anything was ever saved. Raises HistoryUnavailable where nobody can tell."""
        try:
            return self.path.exists()
        except OSError as error:
            raise self._unavailable(error) from error

    def move_to(self, other: Database) -> None:
        """Put the whole file in the place of another one; fails while anybody uses this one.

        Raises HistoryUnavailable.
        """
        import sqlite3

        try:
            with closing(self._opened_to_write()) as database:
                # Leaving WAL needs the file for oneself, and puts all into it that lay beside.
                database.execute("PRAGMA journal_mode = DELETE")
            for path in (*self._side_files(), *other._side_files()):
                path.unlink(missing_ok=True)  # left by a kill, and mistaken for the other's later
            self.path.replace(other.path)
            sync_folder(other.path.parent)
        except (sqlite3.Error, OSError) as error:
            raise self._unavailable(error) from error

    def remove(self) -> None:
        """Remove the file for good. Raises HistoryUnavailable."""
        try:
            for path in (*self._side_files(), self.path):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise self._unavailable(error) from error

    def set_aside(self) -> Path:
        """Move a file that cannot be read out of the way, with what lies beside it; tells where.

        Raises OSError.
        """
        aside = set_aside(self.path)
        for beside in self._side_files():
            if beside.exists():
                beside.rename(aside.with_name(beside.name.replace(self.path.name, aside.name)))
        return aside

    @contextmanager
    def _troubles_told(self) -> Iterator[None]:
        """Whatever goes wrong with a look becomes HistoryUnavailable."""
        import sqlite3

        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise self._unavailable(error) from error

    def _side_files(self) -> Iterator[Path]:
        """The files that SQLite may have left beside it."""
        return (self.path.with_name(f"{self.path.name}{suffix}") for suffix in _SIDE_FILES)

    def _opened_to_write(self) -> sqlite3.Connection:
        """The file, made where there is none, and brought up to date."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unavailable(error) from error
        database = self._connect()
        with _closed_on_failure(database):
            self._bring_up_to_date(database)
            database.execute("PRAGMA journal_mode = WAL")
        return database

    def _opened_to_look(self) -> sqlite3.Connection:
        """The file up to date, or as it is where it cannot be written."""
        import sqlite3

        try:
            database = self._connect()
            with _closed_on_failure(database):
                self._bring_up_to_date(database)
        except sqlite3.Error as error:
            if trouble_of(error) in _CANNOT_WRITE and not self._has_unfinished():
                return self._copy_in_memory()
            raise
        return database

    def _copy_in_memory(self) -> sqlite3.Connection:
        """A copy up to date of a file that cannot be written, nor anything beside it."""
        import sqlite3

        memory = sqlite3.connect(":memory:")
        with _closed_on_failure(memory):
            place = f"{self.path.absolute().as_uri()}?immutable=1"
            with closing(sqlite3.connect(place, uri=True)) as file:
                file.backup(memory)
            self._bring_up_to_date(memory)
        return memory

    def _has_unfinished(self) -> bool:
        """Whether beside the file there is something that belongs into it."""
        try:
            return Path(f"{self.path}-wal").stat().st_size > 0
        except OSError:
            return False  # it is not there, or the file itself cannot be reached either

    def _connect(self) -> sqlite3.Connection:
        """A connection that is careful."""
        import sqlite3

        database = sqlite3.connect(self.path, timeout=self._patience)
        with _closed_on_failure(database):
            for pragma in _PRAGMAS:
                database.execute(pragma)
        return database

    def _bring_up_to_date(self, database: sqlite3.Connection) -> None:
        """Give an older file what is new; refuse one of a newer program, or of another one."""
        found = version_of(database)
        if found > VERSION:
            raise self._refusal(HistoryTrouble.NEWER)
        if found < 0:
            raise self._refusal(HistoryTrouble.DAMAGED)
        if found < VERSION:
            migrate(database)

    def _refusal(self, trouble: HistoryTrouble) -> HistoryUnavailable:
        """What is the matter, without an error."""
        return HistoryUnavailable(sentence(trouble, self.path), trouble, self.path)

    def _unavailable(self, error: Exception) -> HistoryUnavailable:
        """What is the matter, by an error."""
        trouble = trouble_of(error)
        return HistoryUnavailable(sentence(trouble, self.path, str(error)), trouble, self.path)


class _Moment(Database):
    """The file as of one moment; whoever looks into it finds it open."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        super().__init__(path)
        self._connection = connection

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """What is open already; it stays so."""
        with self._troubles_told():
            yield self._connection

    @property
    def is_there(self) -> bool:
        """It is, as it is open."""
        return True


@contextmanager
def _closed_on_failure(database: sqlite3.Connection) -> Iterator[None]:
    """Close a connection that is of no use."""
    try:
        yield
    except BaseException:
        database.close()
        raise
