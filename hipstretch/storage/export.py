"""All of the history as files that other programs read: JSON, or a spreadsheet's tables in a zip.

Nothing is left out. Each file is written beside the old one and put in its place; both raise
HistoryUnavailable where the history cannot be read, and OSError where the file cannot be written.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hipstretch.storage.database import Database
from hipstretch.storage.export_tables import READ_ME, TABLES, Table
from hipstretch.storage.files import replacing

if TYPE_CHECKING:
    import sqlite3

FORMAT = "hipstretch-history"
FORMAT_VERSION = 1
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 -- as Excel
"""What a spreadsheet takes for the beginning of a formula; the wide ones in East Asia."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip, so that the same history gives the same bytes."""


def export_json(database: Database, path: Path, exported_at: datetime) -> None:
    """Write everything as one JSON object: a head, and a list of objects for each table."""
    with database.snapshot() as history, replacing(path) as file:
        head = {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "exported_at": exported_at.isoformat(),
        }
        file.write(json.dumps(head, indent=1)[:-2].encode())
        for table in TABLES:
            _write_list(file, table, history)
        file.write(b"\n}\n")


def export_csv(database: Database, path: Path) -> None:
    """Write a zip with a CSV file for each table, and a text that explains the columns."""
    with (
        database.snapshot() as history,
        replacing(path) as file,
        ZipFile(file, "w", ZIP_DEFLATED) as archive,
    ):
        archive.writestr(_zipped("README.txt"), READ_ME)
        for table in TABLES:
            with archive.open(_zipped(f"{table.name}.csv"), "w", force_zip64=True) as member:
                member.write(codecs.BOM_UTF8)  # by it Excel knows UTF-8; others pass it over
                csv.writer(codecs.getwriter("utf-8")(member)).writerows(_cells(table, history))


def _write_list(file: BinaryIO, table: Table, history: sqlite3.Connection) -> None:
    """Write the rows of a table as JSON, one a line."""
    file.write(f',\n "{table.name}": ['.encode())
    before = "\n  "
    for row in history.execute(table.query):
        plain = json.dumps(table.as_object(row), ensure_ascii=False)
        file.write(f"{before}{plain}".encode())
        before = ",\n  "
    file.write(b"\n ]")


def _cells(table: Table, history: sqlite3.Connection) -> Iterator[list[object]]:
    """The titles, and every row as cells."""
    yield [column.title for column in table.columns]
    for row in history.execute(table.query):
        yield [_cell(value) for value in table.as_cells(row)]


def _cell(value: object) -> object:
    """A value that no spreadsheet takes for a formula, with an apostrophe where one might."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _zipped(name: str) -> ZipInfo:
    """A file of the zip."""
    info = ZipInfo(name, _ZIP_TIME)
    info.compress_type = ZIP_DEFLATED
    return info
