from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.fitted_text import fit
from hipstretch.ui.widgets.painting import text_width

pytestmark = pytest.mark.usefixtures("qapp")
HOLD = "Hug your right knee in. Let the hip soften."
SETUP = (
    "Sit towards the front of a firm chair, right foot flat. Rest your left ankle on your right "
    "thigh, just above the knee. Sit tall."
)


def test_two_short_sentences_stand_on_a_line_each() -> None:
    """In the design's size."""
    fitted = fit(HOLD, "", 652, 134, 1.0)
    assert fitted.text.lines == ("Hug your right knee in.", "Let the hip soften.")
    assert fitted.text.font.pixelSize() == 44
    assert fitted.height == 104


def test_a_long_text_becomes_smaller() -> None:
    """Until it fits."""
    fitted = fit(SETUP, "", 652, 134, 1.0)
    assert 26 <= fitted.text.font.pixelSize() <= 34
    assert fitted.height <= 134
    assert " ".join(fitted.text.lines) == SETUP


def test_lines_are_of_nearly_equal_length() -> None:
    """No word stands alone."""
    lines = fit(SETUP, "", 652, 134, 1.0).text.lines
    lengths = [len(line) for line in lines]
    assert min(lengths) > 0.6 * max(lengths)


def test_a_note_stands_under_the_text() -> None:
    """On one line if it can be; both fit."""
    fitted = fit(HOLD, "Keep your neck and shoulders relaxed.", 652, 134, 1.0)
    assert fitted.note is not None
    assert len(fitted.note.lines) == 1
    assert fitted.text.font.pixelSize() == 44
    assert fitted.height <= 134


def test_no_word_is_broken_where_there_is_a_smaller_size() -> None:
    """Even in a very narrow place."""
    fitted = fit("Straighten unhurriedly.", "", 110, 100, 1.0)
    assert fitted.text.lines == ("Straighten", "unhurriedly.")
    assert all(text_width(line, fitted.text.font) <= 110 for line in fitted.text.lines)


def test_where_nothing_fits_the_smallest_size_is_taken() -> None:
    """A window can be made absurdly small."""
    assert fit(SETUP, "", 60, 20, 1.0).text.font.pixelSize() <= 12


def test_it_is_painted_in_its_two_colours() -> None:
    """The text in ink, the note more quietly."""
    fitted = fit("Breathe.", "Softly.", 300, 134, 1.0)
    image = QImage(300, 134, QImage.Format.Format_RGB32)
    image.fill(LIGHT.bg)
    painter = QPainter(image)
    fitted.draw(painter, QPointF(0, 0), 300, (LIGHT.ink, LIGHT.ink2))
    painter.end()
    colors = {image.pixelColor(x, y).name() for x in range(300) for y in range(134)}
    assert LIGHT.ink.name() in colors
