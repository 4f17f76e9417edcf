"""One picture of a figure, ready to be painted: the body, the things around it, and the eye."""

from __future__ import annotations

from dataclasses import dataclass

from hipstretch.core.figure.flesh import Part, Strand
from hipstretch.core.figure.scene import Camera, Prop
from hipstretch.core.figure.skeleton import Skeleton
from hipstretch.core.figure.vectors import Vec


@dataclass(frozen=True, slots=True)
class Glow:
    """A place where the stretch is felt, with the way out of the body and its reach in metres.

    It is seen on `parts` only.
    """

    centre: Vec
    out: Vec
    reach: float
    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The corners in space that the picture makes room for."""

    points: tuple[Vec, ...]


@dataclass(frozen=True, slots=True)
class FigureFrame:
    """A figure at one moment; `working` are the parts of the limb that works, in orange."""

    skeleton: Skeleton
    strands: tuple[Strand, ...]
    props: tuple[Prop, ...]
    working: frozenset[Part]
    glows: tuple[Glow, ...]
    camera: Camera
    bounds: Bounds
    glow: float = 1.0
