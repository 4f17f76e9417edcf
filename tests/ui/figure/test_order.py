from __future__ import annotations

from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.vectors import Vec
from hipstretch.ui.figure.order import Item, in_order, paint_in_order
from hipstretch.ui.figure.view import looking

_VIEW = looking(0.0, 20.0, (0.0, 0.0, 0.0))


def item(middle: Vec) -> Item:
    """Something small at a place."""
    return Item(middle, _VIEW.nearness(middle), lambda: None)


def block(middle: Vec, half: Vec) -> Item:
    """A block at a place."""
    return Item(middle, _VIEW.nearness(middle), lambda: None, Box(middle, half))


def test_what_is_nearer_is_painted_later() -> None:
    """What is nearer is painted later."""
    far, near = item((0.0, 1.0, 0.0)), item((0.0, -1.0, 0.0))
    assert in_order([near, far], _VIEW) == [far, near]


def test_what_lies_on_a_block_is_painted_after_it_even_if_it_is_farther() -> None:
    """What lies on a block is painted after it even if it is farther."""
    bed = block((0.0, 0.0, 0.0), (1.0, 1.0, 0.2))
    sleeper = item((0.0, 0.9, 0.25))
    assert sleeper.near < bed.near
    assert in_order([sleeper, bed], _VIEW) == [bed, sleeper]


def test_what_is_behind_or_under_a_block_is_painted_before_it() -> None:
    """What is behind or under a block is painted before it."""
    seat = block((0.0, 0.0, 0.5), (0.3, 0.3, 0.05))
    under = item((0.0, 0.0, 0.1))
    assert in_order([seat, under], _VIEW) == [under, seat]


def test_blocks_are_put_between_each_other() -> None:
    """Blocks are put between each other."""
    seat = block((0.0, 0.0, 0.5), (0.3, 0.3, 0.05))
    leg = block((-0.28, -0.28, 0.22), (0.02, 0.02, 0.23))
    back = block((0.0, 0.28, 0.8), (0.3, 0.02, 0.25))
    body = item((0.0, 0.0, 0.7))
    assert in_order([seat, leg, back, body], _VIEW) == [leg, seat, back, body]


def test_a_face_seen_edge_on_hides_nothing() -> None:
    """A face seen edge on hides nothing."""
    flat = looking(0.0, 0.0, (0.0, 0.0, 0.0))
    wall = block((0.0, 0.0, 0.0), (0.5, 0.1, 0.5))
    beside = Item((2.0, 0.5, 0.0), flat.nearness((2.0, 0.5, 0.0)), lambda: None)
    assert in_order([wall, beside], flat) == [beside, wall]


def test_the_edges_of_a_group_are_painted_before_any_of_it() -> None:
    """What is grown together shows no edge inside."""
    painted: list[str] = []

    def piece(name: str, group: str, y: float) -> Item:
        middle = (0.0, y, 0.0)
        return Item(
            middle,
            _VIEW.nearness(middle),
            lambda: painted.append(name),
            group=group,
            paint_edge=lambda: painted.append(f"{name} edge"),
        )

    pieces = [piece("foot", "leg", 1.0), piece("hand", "arm", 0.0), piece("knee", "leg", -1.0)]
    paint_in_order(pieces, _VIEW)
    assert painted == ["foot edge", "knee edge", "foot", "hand edge", "hand", "knee"]


def test_a_block_parts_a_group() -> None:
    """The edge of what is before a block is not hidden by it."""
    painted: list[str] = []
    box = Box((0.0, 0.0, 0.0), (0.5, 0.1, 0.5))
    wall = Item(box.middle, 0.0, lambda: painted.append("wall"), box)

    def piece(name: str, y: float) -> Item:
        middle = (0.0, y, 0.0)
        return Item(
            middle,
            _VIEW.nearness(middle),
            lambda: painted.append(name),
            group="leg",
            paint_edge=lambda: painted.append(f"{name} edge"),
        )

    paint_in_order([piece("far", 1.0), piece("near", -1.0), wall], _VIEW)
    assert painted == ["far edge", "far", "wall", "near edge", "near"]
