"""What the checks found, in few lines, and the angles of a pose, for those who make figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from hipstretch.core.figure.checks import Finding
from hipstretch.core.figure.figure import Figure
from hipstretch.core.figure.limits import readings

_DIGITS = re.compile(r"[-+]?\d+(?:\.\d+)?")
_LEAST = 0.5
"""Angles below this are not worth a line, in degrees."""


def summary(figure: Figure, findings: Iterable[Finding]) -> Iterator[str]:
    """One line for each thing that is wrong: when, what, and near which keyframe."""
    drawn = figure.plan.drawn_for
    own = [one for one in findings if one.side is drawn or drawn.value == "both"]
    own = own or list(findings)
    for _, group in groupby(sorted(own, key=_stem), key=_stem):
        same = list(group)
        worst = max(same, key=lambda one: _size(one.message))
        first, last = min(one.share for one in same), max(one.share for one in same)
        when = f"at {first:.1f}" if first == last else f"{first:.1f} to {last:.1f}"
        yield f"{worst.check}: {when} (near `{_nearest(figure, worst.share)}`): {worst.message}"


def _stem(finding: Finding) -> tuple[str, str]:
    """What findings of the same kind have in common."""
    return finding.check, _DIGITS.sub("", finding.message)


def _size(message: str) -> float:
    """The first number of a message."""
    found = _DIGITS.search(message)
    return abs(float(found.group())) if found else 0.0


def _nearest(figure: Figure, share: float) -> str:
    """The name of the keyframe nearest to a moment."""
    return min(figure.plan.keyframes, key=lambda frame: abs(frame.share - share)).name


def angle_lines(figure: Figure) -> Iterator[str]:
    """The angles of every keyframe."""
    for keyframe, pose in zip(figure.plan.keyframes, figure.poses, strict=True):
        x, y, z = (part * 100 for part in pose.root)
        told = [f"pelvis at [{x:.0f}, {y:.0f}, {z:.1f}]"]
        told += [
            f"{reading.joint} {reading.angle:.0f}"
            for reading in readings(pose)
            if abs(reading.angle) >= _LEAST
        ]
        yield f"{keyframe.name}: {', '.join(told)}"
