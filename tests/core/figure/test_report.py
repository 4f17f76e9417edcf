from __future__ import annotations

from dataclasses import replace

from hipstretch.core.figure.checks import check_figure
from hipstretch.core.figure.figure import Figure, make_figure
from hipstretch.core.figure.report import angle_lines, summary
from hipstretch.core.person import Side


def test_each_kind_of_fault_is_one_line_with_its_moments_and_keyframe(lifting: Figure) -> None:
    """Each kind of fault is one line with its moments and keyframe."""
    lines = list(summary(lifting, check_figure(lifting)))
    assert len(lines) == 1
    assert lines[0].startswith("contacts: ")
    assert "to 1.0 (near `" in lines[0]
    assert "): the centre of mass is" in lines[0]


def test_both_sides_count_where_the_figure_has_none(lifting: Figure) -> None:
    """Both sides count where the figure has none."""
    both = make_figure(replace(lifting.plan, drawn_for=Side.BOTH))
    assert len(list(summary(both, check_figure(both)))) == 1


def test_findings_of_the_other_side_alone_are_told_too(lifting: Figure) -> None:
    """Findings of the other side alone are told too."""
    other = [finding for finding in check_figure(lifting) if finding.side is Side.RIGHT]
    assert len(list(summary(lifting, other))) == 1
    assert next(iter(summary(lifting, other[-1:]))).startswith("contacts: at 1.0")


def test_the_angles_of_each_keyframe_are_told_without_those_at_rest(lifting: Figure) -> None:
    """The angles of each keyframe are told without those at rest."""
    start, hold = angle_lines(lifting)
    assert start == "start: pelvis at [0, 0, 90.0]"
    assert hold == ("hold: pelvis at [0, 0, 90.0], left hip flexion 60, left knee flexion 60")
