from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hipstretch.core.figure.figure import Figure
from hipstretch.core.person import Side
from hipstretch.ui.figure.files import save_figure, save_sheet

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("dark", [False, True])
def test_a_figure_is_saved_as_a_picture_of_its_size(
    tmp_path: Path, lying: Figure, *, dark: bool
) -> None:
    """A figure is saved as a picture of its size."""
    path = tmp_path / "figure.png"
    save_figure(lying.frame(1.0, Side.LEFT), path, (320, 240), dark=dark)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (320, 240)
    assert (image.pixelColor(1, 1).lightness() < 80) == dark


def test_a_figure_is_saved_as_lines_that_scale(tmp_path: Path, lying: Figure) -> None:
    """A figure is saved as lines that scale."""
    path = tmp_path / "figure.svg"
    save_figure(lying.frame(1.0, Side.LEFT), path, (320, 240))
    text = path.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "linearGradient" in text
    assert "<image" not in text


def test_a_sheet_has_a_row_for_each_figure(tmp_path: Path, lying: Figure, seated: Figure) -> None:
    """A sheet has a row for each figure."""
    path = tmp_path / "sheet.png"
    save_sheet([lying], path)
    one = QImage(str(path)).height()
    save_sheet([lying, seated], path, dark=True)
    assert QImage(str(path)).height() == 2 * one


def test_a_file_that_cannot_be_written_raises(tmp_path: Path, lying: Figure) -> None:
    """A file that cannot be written raises."""
    with pytest.raises(OSError, match="cannot write"):
        save_figure(lying.frame(0.0), tmp_path / "missing" / "figure.png", (32, 24))
