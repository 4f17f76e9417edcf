"""Shoulders: one soft tone over arm, shoulder and chest where they are grown together."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QRadialGradient

from hipstretch.core.figure.flesh import Cover, Part, Strand
from hipstretch.core.figure.vectors import Vec, add, dot, scale, sub, unit
from hipstretch.ui.figure.canvas import Canvas, farness
from hipstretch.ui.figure.shading import brightness
from hipstretch.ui.figure.view import View

SHOULDERS = {Part.LEFT_SHOULDER: Part.LEFT_ARM, Part.RIGHT_SHOULDER: Part.RIGHT_ARM}
"""The shoulders, and the arm of each."""
_CHEST = 8
"""The section of the trunk from which the shoulders point outwards, the broadest."""
_TONED_FROM = 8
"""The section of the trunk from which the tone is seen on it."""
_OUTWARDS = 0.75
"""How much of its side a shoulder shows, beside what of it faces the eye."""
_REACH = 0.130
"""How far from the joint the tone goes, in metres."""
_STOPS = ((0.36, 0.90), (0.60, 0.52), (0.82, 0.12), (1.0, 0.0))
_DEEP = 0.16
"""What is so much nearer to the eye than the joint, in metres, hides it."""
_ARM_SLACK = 0.05
"""So much nearer a sleeve may be and still be seen beside the joint, not before it."""


class Tone(NamedTuple):
    """The tone of a shoulder: whose, its colour, and where it is seen, in px and metres."""

    shoulder: Part
    colour: QColor
    x: float
    y: float
    near: float
    reach: float

    def is_on(self, part: Part, run: tuple[int, ...]) -> bool:
        """Whether a run of a part is grown together with the shoulder."""
        if part is Part.TRUNK:
            return run[0] >= _TONED_FROM
        return part is self.shoulder or (part is SHOULDERS[self.shoulder] and run[0] == 0)

    def strength(self, part: Part, near: float) -> float:
        """How much of the tone is seen on what is so near: none where that hides the joint."""
        if part is self.shoulder:
            return 1.0
        before = near - self.near - (0.0 if part is Part.TRUNK else _ARM_SLACK)
        return max(0.0, min(1.0, 1.0 - before / _DEEP))

    def light(self, strength: float) -> QRadialGradient:
        """The tone as a soft spot."""
        gradient = QRadialGradient(self.x, self.y, self.reach)
        for place, share in _STOPS:
            tint = QColor(self.colour)
            tint.setAlphaF(share * strength)
            gradient.setColorAt(place, tint)
        return gradient


def shoulder_tones(canvas: Canvas) -> tuple[Tone, ...]:
    """The tones of both shoulders."""
    strands = {strand.part: strand for strand in canvas.frame.strands}
    trunk = strands[Part.TRUNK]
    return tuple(_tone(canvas, strands[shoulder], trunk) for shoulder in SHOULDERS)


def _tone(canvas: Canvas, shoulder: Strand, trunk: Strand) -> Tone:
    """The tone of a shoulder: that of its working arm, or of the top."""
    joint = shoulder.blobs[-1].centre
    x, y, near, size = canvas.view.project(joint)
    ramp = canvas.materials.cover[Cover.TOP]
    if shoulder.part in canvas.frame.working:
        ramp = canvas.materials.working
    seen = _seen(canvas.view, unit(sub(joint, trunk.blobs[_CHEST].centre)))
    colour = ramp.at(brightness(seen), farness(near))
    return Tone(shoulder.part, colour, x, y, near, _REACH * size)


def _seen(view: View, outwards: Vec) -> Vec:
    """The normal (right, up, to the eye) of what is seen of a shoulder that points outwards."""
    normal = unit(add(scale(outwards, _OUTWARDS), view.to_eye))
    return (dot(normal, view.right), dot(normal, view.up), dot(normal, view.to_eye))
