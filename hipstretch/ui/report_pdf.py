"""The report for an appointment as a PDF file of one page, A4 or Letter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from hipstretch import __version__
from hipstretch.core.report import Report
from hipstretch.storage.files import write_atomically
from hipstretch.ui import report_words as words
from hipstretch.ui.report.page import paint_report

LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where paper is of Letter size (Unicode CLDR, paperSize)."""
_A4 = QPageSize.PageSizeId.A4
_LETTER = QPageSize.PageSizeId.Letter
_DOTS_PER_INCH = 1200
_TENTHS_PER_INCH = 254.0


def write_report(report: Report, path: Path, locale: QLocale | None = None) -> None:
    """Write a report, the file whole or not at all; raises OSError.

    The paper is what the locale's country uses. Without a running application it makes one that
    shows nothing, for fonts need one.
    """
    application = QGuiApplication.instance() or QGuiApplication(["hipstretch"])
    write_atomically(path, report_pdf(report, paper_of(locale or QLocale.system())))
    del application


def paper_of(locale: QLocale) -> QPageSize:
    """The paper of a locale's country."""
    country = QLocale.territoryToCode(locale.territory())
    return QPageSize(_LETTER if country in LETTER_COUNTRIES else _A4)


def report_pdf(report: Report, paper: QPageSize) -> bytes:
    """The bytes of the PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(words.title())
    writer.setCreator(f"HipStretch {__version__}")
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / _TENTHS_PER_INCH, _DOTS_PER_INCH / _TENTHS_PER_INCH)
    paint_report(painter, tenths(paper), report)
    painter.end()
    return bytes(buffer.data().data())


def tenths(paper: QPageSize) -> QSizeF:
    """A paper's size in tenths of a millimetre."""
    return paper.size(QPageSize.Unit.Millimeter) * 10
