"""The `hipstretch history` commands: everything as a file, a report, and the plan as a calendar."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.outgoing import Outgoing, wall_now
from hipstretch.storage.database import HistoryUnavailable

if TYPE_CHECKING:
    from argparse import _SubParsersAction

NOT_DONE = 1
_Write = Callable[[Path], None]


def add_history_commands(words: _SubParsersAction[ArgumentParser]) -> None:
    """Teach the command line the word `history`."""
    history = words.add_parser(
        "history",
        help="write your history, a report or your plan into a file",
        description="Write what HipStretch knows of you into a file. Nothing is sent anywhere.",
    )
    kinds = history.add_subparsers(required=True, metavar="WHAT")
    _add_export(kinds)
    report = kinds.add_parser(
        "report",
        help="one page for an appointment, as a PDF",
        description="Write the last four weeks on one page: what you did, how often, the pain "
        "before and after, and what hurt.",
    )
    report.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE.pdf",
        help="hipstretch-report-DATE.pdf in this folder if left out",
    )
    report.set_defaults(run=_report)
    calendar = kinds.add_parser(
        "calendar",
        help="your plan as a calendar file",
        description="Write the routines of your plan as events that repeat, to be opened in any "
        "calendar.",
    )
    calendar.add_argument("file", type=Path, metavar="FILE.ics")
    calendar.set_defaults(run=_calendar)
    for parser in (report, calendar):
        _add_force(parser)


def _add_export(kinds: _SubParsersAction[ArgumentParser]) -> None:
    """Add the word `export`."""
    export = kinds.add_parser(
        "export",
        help="everything, as JSON or as tables for a spreadsheet",
        description="Write everything in your history. Without a file it prints JSON.",
    )
    forms = export.add_mutually_exclusive_group()
    forms.add_argument("--json", type=Path, metavar="FILE", help="as one JSON object")
    forms.add_argument("--csv", type=Path, metavar="FILE.zip", help="as tables in a zip")
    _add_force(export)
    export.set_defaults(run=_export)


def _add_force(parser: ArgumentParser) -> None:
    """Add what allows to overwrite a file."""
    parser.add_argument("--force", action="store_true", help="overwrite the file if it is there")


def _export(options: Namespace) -> int:
    """Write everything, or print it."""
    outgoing = _outgoing()
    if options.csv is not None:
        return _write(options.csv, outgoing.save_tables, force=options.force)
    if options.json is not None:
        return _write(options.json, outgoing.save_json, force=options.force)
    return _print(outgoing.save_json)


def _report(options: Namespace) -> int:
    """Write the report for an appointment."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    path = options.file or Path(f"hipstretch-report-{wall_now().date()}.pdf")
    return _write(path, _outgoing().save_report, force=options.force)


def _calendar(options: Namespace) -> int:
    """Write the plan as a calendar file."""
    outgoing = _outgoing()
    if outgoing.plan():
        return _write(options.file, outgoing.save_calendar, force=options.force)
    words = "nothing is planned yet; choose what you mean to do on the page Today"
    print(f"hipstretch: {words}", file=sys.stderr)
    return NOT_DONE


def _outgoing() -> Outgoing:
    """What can be taken out of the person's own folder."""
    return Outgoing(paths.own_folder())


def _print(write: _Write) -> int:
    """Print what would stand in a file."""
    import shutil
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "history.json"
        status = _tell_failure(write, path)
        if status == 0:
            with path.open(encoding="utf-8") as file:
                shutil.copyfileobj(file, sys.stdout)
        return status


def _write(path: Path, write: _Write, *, force: bool) -> int:
    """Write a file that is not there yet, and say so."""
    if path.exists() and not force:
        words = f"{path} is there already; --force overwrites it"
        print(f"hipstretch: {words}", file=sys.stderr)
        return NOT_DONE
    status = _tell_failure(write, path)
    if status == 0:
        print(path)
    return status


def _tell_failure(write: _Write, path: Path) -> int:
    """Write a file, or print why that failed."""
    try:
        write(path)
    except HistoryUnavailable as error:
        print(f"hipstretch: {error}", file=sys.stderr)
        return NOT_DONE
    except OSError as error:
        print(f"hipstretch: {path} cannot be written: {error.strerror or error}", file=sys.stderr)
        return NOT_DONE
    return 0
