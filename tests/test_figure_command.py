from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch.figure_command import USAGE_ERROR, main

FALLING = """\
drawn_for: both
camera: {yaw: 0, pitch: 10}
keyframes:
  - name: start
    pelvis: {posture: upright, at: [0, 0, 150]}
"""


@pytest.fixture
def own_figure(tmp_path: Path) -> Path:
    """A figure file in which the body hangs in the air."""
    path = tmp_path / "falling.yaml"
    path.write_text(FALLING, encoding="utf-8")
    return path


def test_a_bundled_figure_is_drawn(tmp_path: Path) -> None:
    """A bundled figure is drawn."""
    out = tmp_path / "figure.png"
    words = ["figure", "knee-to-chest", "-o", str(out), "--side", "right", "--size", "200x150"]
    assert main([*words, "--at", "0.5", "--yaw", "20", "--pitch", "5", "--dark"]) == 0
    assert out.stat().st_size > 1000


def test_an_own_file_is_drawn(tmp_path: Path, own_figure: Path) -> None:
    """An own file is drawn."""
    out = tmp_path / "figure.svg"
    assert main(["figure", str(own_figure), "-o", str(out)]) == 0
    assert out.stat().st_size > 1000


def test_a_sheet_takes_several_figures(tmp_path: Path) -> None:
    """A sheet takes several figures."""
    out = tmp_path / "sheet.png"
    words = ["figure", "knee-to-chest", "childs-pose", "--sheet", "-o", str(out)]
    assert main(words) == 0
    assert out.is_file()


def test_check_prints_angles_and_faults(
    own_figure: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Check prints angles and faults."""
    assert main(["figure", "knee-to-chest", "--check"]) == 0
    assert main(["figure", str(own_figure), "--check"]) == 1
    told = capsys.readouterr().out
    assert "knee-to-chest: sound" in told
    assert "left hip flexion 120" in told
    assert "contacts: 0.0 to 1.0 (near `start`): the body touches nothing" in told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["unknown", "-o", "x.png"], "there is no figure unknown"),
        (["knee-to-chest"], "say where to with -o FILE.png"),
        (["knee-to-chest", "childs-pose", "-o", "x.png"], "name one figure, or use --sheet"),
    ],
)
def test_a_command_that_cannot_be_done_says_why(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that cannot be done says why."""
    assert main(["figure", *words]) == USAGE_ERROR
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--at", "2"], ["--size", "big"], ["--size", "0x10"]])
def test_values_out_of_range_are_refused(words: list[str]) -> None:
    """Values out of range are refused."""
    with pytest.raises(SystemExit):
        main(["figure", "knee-to-chest", "-o", "x.png", *words])


def test_a_faulty_file_is_told_with_line_and_column(
    own_figure: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A faulty file is told with line and column."""
    own_figure.write_text(FALLING.replace("upright", "upside"), encoding="utf-8")
    assert main(["figure", str(own_figure), "-o", "x.png"]) == 1
    assert f"{own_figure}:5:23: unknown word `upside`" in capsys.readouterr().err
