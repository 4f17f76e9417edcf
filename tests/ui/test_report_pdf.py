from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from hipstretch.core.report import Report
from hipstretch.ui.report_pdf import write_report
from tests.ui.report.reports import EMPTY, EVERY, USUAL

BRITISH, AMERICAN = QLocale("en_GB"), QLocale("en_US")


def _opened(path: Path, qapp: QApplication) -> QPdfDocument:
    """A file as a reader of PDF has it."""
    document = QPdfDocument(qapp)
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return document


@pytest.mark.parametrize("report", EVERY.values(), ids=EVERY)
def test_a_report_is_one_page(tmp_path: Path, qapp: QApplication, report: Report) -> None:
    """Whatever it tells; its fonts are in it, and it stays small."""
    path = tmp_path / "report.pdf"
    write_report(report, path, BRITISH)
    assert _opened(path, qapp).pageCount() == 1
    assert 10_000 < path.stat().st_size < 100_000


@pytest.mark.parametrize(
    ("locale", "points"),
    [
        (BRITISH, QSizeF(595, 842)),
        (AMERICAN, QSizeF(612, 792)),
        (QLocale("fr_CA"), QSizeF(612, 792)),
        (QLocale("de_DE"), QSizeF(595, 842)),
        (QLocale.c(), QSizeF(595, 842)),
    ],
)
def test_the_paper_is_that_of_the_country(
    tmp_path: Path, qapp: QApplication, locale: QLocale, points: QSizeF
) -> None:
    """Letter where people have that, else A4."""
    path = tmp_path / "report.pdf"
    write_report(USUAL, path, locale)
    assert _opened(path, qapp).pagePointSize(0) == points


def test_its_words_can_be_copied(tmp_path: Path, qapp: QApplication) -> None:
    """Numbers too, so that they can be taken over into somebody's own notes."""
    path = tmp_path / "report.pdf"
    write_report(USUAL, path, BRITISH)
    text = _opened(path, qapp).getAllText(0).text()
    told = ("11 June 2026 to 8 July 2026", "4 of 28", "6 → 3", "Knee rocking 5 1 – 40 s 10 min")
    assert [words for words in told if words not in text] == []
    assert "not a diagnosis" in text


def test_an_empty_report_is_kind(tmp_path: Path, qapp: QApplication) -> None:
    """It says that there is nothing, and what to do with the page."""
    path = tmp_path / "report.pdf"
    write_report(EMPTY, path, BRITISH)
    text = _opened(path, qapp).getAllText(0).text()
    assert "Nothing was recorded in these four weeks." in text


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, qapp: QApplication) -> None:
    """By the system's own reason; nothing is left behind."""
    assert qapp is not None
    folder = tmp_path / "report.pdf"
    folder.mkdir()
    with pytest.raises(OSError, match=r"."):
        write_report(USUAL, folder, BRITISH)
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]


def test_it_needs_no_window_and_no_running_program(tmp_path: Path) -> None:
    """A program of its own writes it, as the command line does."""
    path = tmp_path / "report.pdf"
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from hipstretch.core.report import Material, Report\n"
        "from hipstretch.ui.report_pdf import write_report\n"
        "write_report(Report.of(Material(), date(2026, 7, 8)), Path(sys.argv[1]))\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    subprocess.run([sys.executable, "-c", script, str(path)], check=True, env=environment)
    assert path.read_bytes().startswith(b"%PDF")
