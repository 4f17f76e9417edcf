from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.storage import export
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.export import export_csv, export_json
from hipstretch.storage.export_tables import TABLES
from hipstretch.storage.history import History
from hipstretch.storage.pain_log import PainLog
from tests.storage.history_examples import BEGAN, RECORD, all_rows, fill

EXPORTED = BEGAN + timedelta(days=30)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """An empty database."""
    return Database(tmp_path / "own" / "history.sqlite3")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where to export to, in a folder that is not there yet."""
    return tmp_path / "out" / "history"


def _json(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def _tables(path: Path) -> dict[str, list[list[str]]]:
    """The tables of a zip, as a spreadsheet reads them."""
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        return {
            name.removesuffix(".csv"): _read_csv(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def _read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _column(rows: list[list[str]], title: str) -> list[str]:
    """The cells below a title."""
    return [row[rows[0].index(title)] for row in rows[1:]]


def test_everything_that_is_kept_is_in_the_json(database: Database, target: Path) -> None:
    """With a head that says what it is, words as they were written, and times with their offset."""
    fill(database)
    History(database).add(
        RECORD._replace(
            note="Größer als 5 — “gut”", is_gentle=True, before=Feeling(2, PainPlace.BACK)
        )
    )

    export_json(database, target, EXPORTED)

    told = _json(target)
    assert list(told)[:3] == ["format", "version", "exported_at"]
    assert told["format"] == "hipstretch-history"
    assert told["version"] == 1
    assert told["exported_at"] == "2026-08-02T23:50:00+02:00"
    assert told["sessions"][1] == {
        "id": 2,
        "routine_id": "r",
        "routine_name": "Mornings",
        "day": "2026-07-03",
        "began_at": "2026-07-03T23:50:00+02:00",
        "ended_at": "2026-07-04T00:15:00+02:00",
        "seconds": 1320.5,
        "is_complete": True,
        "is_gentle": True,
        "pain_before": 2,
        "place_before": "back",
        "pain_after": None,
        "place_after": None,
        "note": "Größer als 5 — “gut”",
    }
    assert told["holds"][2] == {
        "session": 1,
        "place": 2,
        "step": 1,
        "exercise": "",
        "name": "Bracing",
        "side": "both",
        "planned": None,
        "held": 0.0,
        "outcome": "skipped",
    }
    assert told["settled"] == [{"day": "2026-07-03", "asked_on": "2026-07-03", "settled": None}]
    assert told["hurts"][0]["spreads"] is False


def test_no_table_and_no_row_is_left_out(database: Database, target: Path) -> None:
    """A table that comes to the history has to come to the export as well."""
    fill(database)
    export_json(database, target, EXPORTED)
    told = _json(target)

    rows = all_rows(database)
    sources = {table.source.split()[0]: table for table in TABLES}
    assert set(sources) == set(rows) - {"stretch", "sqlite_sequence"}
    for source, table in sources.items():
        assert len(told[table.name]) == len(rows[source]) > 0
        width = len(rows[source][0])
        assert len(table.columns) == width + (source == "rep")


def test_an_empty_history_has_all_tables_too(database: Database, target: Path) -> None:
    """Without rows; and no history is made by looking."""
    export_json(database, target, EXPORTED)
    assert all(_json(target)[table.name] == [] for table in TABLES)

    export_csv(database, target)
    assert _tables(target) == {
        table.name: [[column.title for column in table.columns]] for table in TABLES
    }
    assert not database.path.exists()


def test_a_spreadsheet_reads_the_tables(database: Database, target: Path) -> None:
    """Times as it knows them, plain words, each column explained."""
    fill(database)
    PainLog(database).add_answer(BEGAN.date(), BEGAN.date(), settled=True)
    History(database).add(RECORD._replace(note="Größer, “gut”\nund so", is_complete=False))

    export_csv(database, target)

    tables = _tables(target)
    sessions = tables["sessions"]
    assert _column(sessions, "Began") == ["2026-07-03 23:50:00"] * 2
    assert _column(sessions, "Complete") == ["yes", "no"]
    assert _column(sessions, "Pain after") == ["5", ""]
    assert _column(sessions, "Note") == ["", "Größer, “gut”\nund so"]
    assert _column(tables["settled"], "Settled") == ["yes"]
    assert _column(tables["holds"], "Exercise")[:3] == ["Knee to chest", "Knee to chest", "Bracing"]
    with ZipFile(target) as archive:
        assert all(
            archive.read(name).startswith(b"\xef\xbb\xbf")
            for name in archive.namelist()
            if name.endswith(".csv")
        )
        told = archive.read("README.txt").decode()
    for table in TABLES:
        assert f"{table.name}.csv: {table.meaning}" in told
        assert all(f"    {column.title}: {column.meaning}" in told for column in table.columns)


@given(beginning=st.sampled_from("=+-@\t\r\n＝＋－＠"), rest=st.text(max_size=20))  # noqa: RUF001
def test_no_text_becomes_a_formula(beginning: str, rest: str) -> None:
    """A note may begin like one; an apostrophe keeps it a text."""
    assert export._cell(f"{beginning}{rest}") == f"'{beginning}{rest}"
    assert export._cell(f"a{beginning}") == f"a{beginning}"
    assert export._cell(-3.5) == -3.5


def test_a_note_like_a_formula_is_a_text_in_the_table(database: Database, target: Path) -> None:
    """And is exactly itself in the JSON."""
    note = '=HYPERLINK("http://example.org")'
    History(database).add(RECORD._replace(note=note, routine_name="-5 degrees"))
    export_csv(database, target)
    assert _column(_tables(target)["sessions"], "Note") == [f"'{note}"]
    assert _column(_tables(target)["sessions"], "Routine") == ["'-5 degrees"]
    export_json(database, target, EXPORTED)
    assert _json(target)["sessions"][0]["note"] == note


def test_the_same_history_gives_the_same_bytes(database: Database, target: Path) -> None:
    """So that nobody has to wonder what changed."""
    fill(database)
    export_csv(database, target)
    once = target.read_bytes()
    export_csv(database, target)
    assert target.read_bytes() == once


_EXPORTS: list[Callable[[Database, Path], None]] = [
    lambda database, path: export_json(database, path, EXPORTED),
    export_csv,
]


@pytest.mark.parametrize("write", _EXPORTS, ids=["json", "csv"])
def test_an_export_that_fails_leaves_the_old_one(
    write: Callable[[Database, Path], None], database: Database, target: Path
) -> None:
    """A history that cannot be read costs no file that is there, and leaves no other one."""
    fill(database)
    target.parent.mkdir()
    target.write_text("the old one", encoding="utf-8")
    with database.change() as rows:
        rows.execute("UPDATE reminder SET asked_at = CAST(x'ff' AS TEXT)")

    with pytest.raises(HistoryUnavailable):
        write(database, target)

    assert [file.name for file in target.parent.iterdir()] == [target.name]
    assert target.read_text(encoding="utf-8") == "the old one"


def test_a_place_that_takes_no_file_is_no_fault_of_the_history(
    database: Database, target: Path
) -> None:
    """It is said as what it is."""
    fill(database)
    target.parent.write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="exists"):
        export_json(database, target, EXPORTED)


def test_all_that_is_exported_is_of_one_moment(database: Database, target: Path) -> None:
    """What is saved while an export is under way is not in one table and missing in another."""
    fill(database)
    with database.snapshot() as history:
        sessions = history.execute("SELECT count(*) FROM session").fetchone()
        History(database).add(RECORD)
        assert history.execute("SELECT count(*) FROM session").fetchone() == sessions
    export_json(database, target, EXPORTED)
    assert len(_json(target)["sessions"]) == 2
