"""Whether a body is held up: its centre of mass over what it stands, sits or lies on."""

from __future__ import annotations

from hipstretch.core.figure.flesh import Strand
from hipstretch.core.figure.scene import Prop, surface_height
from hipstretch.core.figure.skeleton import Bone, Skeleton
from hipstretch.core.figure.vectors import Vec

Flat = tuple[float, float]

# Shares of the body's mass and the place of their middle in the bone's frame, in metres, after
# Winter's table of segment masses.
_MASSES: dict[Bone, tuple[float, Vec]] = {
    Bone.PELVIS: (0.142, (0.0, 0.0, 0.02)),
    Bone.LUMBAR: (0.139, (0.0, 0.0, 0.08)),
    Bone.THORAX: (0.216, (0.0, 0.0, 0.12)),
    Bone.HEAD: (0.081, (0.01, 0.0, 0.07)),
    Bone.LEFT_UPPER_ARM: (0.028, (0.0, 0.0, -0.138)),
    Bone.LEFT_FOREARM: (0.016, (0.0, 0.0, -0.107)),
    Bone.LEFT_HAND: (0.006, (0.0, 0.0, -0.08)),
    Bone.LEFT_THIGH: (0.100, (0.0, 0.0, -0.180)),
    Bone.LEFT_SHANK: (0.0465, (0.0, 0.0, -0.181)),
    Bone.LEFT_FOOT: (0.0145, (0.05, 0.0, -0.04)),
}
_CORNERS = 3
"""Fewer places enclose no area."""
_TOUCH = 0.025
"""What is so near to the floor or a thing rests on it, in metres."""


def centre_of_mass(skeleton: Skeleton) -> Vec:
    """The middle of the body's mass."""
    x = y = z = whole = 0.0
    for bone, (share, (a, b, c)) in _MASSES.items():
        for one, place in {bone: (a, b, c), bone.mirror: (a, -b, c)}.items():
            px, py, pz = skeleton.point(one, place)
            x, y, z, whole = x + px * share, y + py * share, z + pz * share, whole + share
    return (x / whole, y / whole, z / whole)


def support(strands: tuple[Strand, ...], props: tuple[Prop, ...]) -> list[Flat]:
    """The places, seen from above, where the body touches the floor or a thing."""
    found = []
    for strand in strands:
        for blob in strand.blobs:
            if blob.lowest() - surface_height(props, blob.centre) < _TOUCH:
                x, y, _ = blob.centre
                wide, deep = blob.extent(0) * 0.7, blob.extent(1) * 0.7
                found += [(x + wide, y), (x - wide, y), (x, y + deep), (x, y - deep)]
    return found


def off_balance(centre: Vec, places: list[Flat]) -> float:
    """How far the centre of mass is beside the area between the places, in metres; 0 over it."""
    ring = _hull(sorted(set(places)))
    if len(ring) < _CORNERS:
        return min((_far(centre, place) for place in ring), default=1.0)
    worst = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        wide, high = b[0] - a[0], b[1] - a[1]
        size = (wide * wide + high * high) ** 0.5
        outside = ((centre[0] - a[0]) * high - (centre[1] - a[1]) * wide) / size
        worst = max(worst, outside)
    return worst


def _far(centre: Vec, place: Flat) -> float:
    """How far a place is from under the centre."""
    return float(((centre[0] - place[0]) ** 2 + (centre[1] - place[1]) ** 2) ** 0.5)


def _hull(places: list[Flat]) -> list[Flat]:
    """The corners around some places in order, counter-clockwise."""
    if len(places) < _CORNERS:
        return places
    return _half_hull(places)[:-1] + _half_hull(places[::-1])[:-1]


def _half_hull(places: list[Flat]) -> list[Flat]:
    """The lower corners of places that are sorted."""
    found: list[Flat] = []
    for place in places:
        while len(found) > 1 and _turns_right(found[-2], found[-1], place):
            found.pop()
        found.append(place)
    return found


def _turns_right(a: Flat, b: Flat, c: Flat) -> bool:
    """Whether the way over three places does not turn left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0.0
