from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch.storage.figures import FigureShelf

STANDING = """\
drawn_for: both
camera: {yaw: 0, pitch: 10}
keyframes:
  - name: start
    pelvis: {posture: upright, at: [0, 0, 90]}
"""


@pytest.fixture
def shelf(tmp_path: Path) -> FigureShelf:
    """Two folders with the same figure, a broken one, and what is none."""
    for folder in ("own", "bundled"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "standing.yaml").write_text(STANDING, encoding="utf-8")
    (tmp_path / "own" / "standing.yaml").write_text(
        STANDING.replace("yaw: 0", "yaw: 40"), encoding="utf-8"
    )
    (tmp_path / "bundled" / "broken.yaml").write_text("keyframes: [", encoding="utf-8")
    (tmp_path / "bundled" / ".hidden.yaml").write_text(STANDING, encoding="utf-8")
    (tmp_path / "bundled" / "notes.txt").write_text("no figure", encoding="utf-8")
    return FigureShelf([tmp_path / "own", tmp_path / "bundled", tmp_path / "missing"])


def test_the_shelf_knows_the_figures_of_all_its_folders(shelf: FigureShelf) -> None:
    """The shelf knows the figures of all its folders."""
    assert shelf.ids() == ("broken", "standing")


def test_the_first_folder_that_has_a_figure_wins(shelf: FigureShelf) -> None:
    """The first folder that has a figure wins."""
    figure = shelf.find("standing")
    assert figure is not None
    assert (figure.plan.id, figure.plan.camera.yaw) == ("standing", 40.0)


def test_a_figure_is_read_once(shelf: FigureShelf) -> None:
    """A figure is read once."""
    assert shelf.find("standing") is shelf.find("standing")


def test_a_faulty_figure_is_no_figure_and_says_why(shelf: FigureShelf) -> None:
    """A faulty figure is no figure and says why."""
    assert shelf.find("broken") is None
    assert len(shelf.load("broken").faults) == 1


def test_there_is_no_figure_of_an_unknown_id(shelf: FigureShelf) -> None:
    """There is no figure of an unknown id."""
    assert shelf.find("unknown") is None
    with pytest.raises(KeyError):
        shelf.load("unknown")


def test_a_file_that_the_system_does_not_give_out_is_a_fault(
    shelf: FigureShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that the system does not give out is a fault."""

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("hipstretch.storage.figures.read_bytes", refuse)
    (fault,) = shelf.load("standing").faults
    assert fault.message == "the file cannot be read: Permission denied"
