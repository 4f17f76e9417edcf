"""What is painted first: bodies by nearness, with blocks put rightly between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hipstretch.core.figure.boxes import Box, corners_of
from hipstretch.core.figure.vectors import Vec
from hipstretch.ui.figure.view import View


@dataclass(frozen=True, slots=True)
class Item:
    """Something to paint: where its middle is, how near that is, and how it is painted.

    `box` is set for what fills a block. What is grown together has one `group`: the edges of all
    of it are painted, by `paint_edge`, before any of it, so that no edge is seen inside.
    """

    middle: Vec
    near: float
    paint: Callable[[], None]
    box: Box | None = None
    group: str = ""
    paint_edge: Callable[[], None] | None = None


def paint_in_order(items: Sequence[Item], view: View) -> None:
    """Paint the items from back to front; blocks part what is grown together."""
    waiting: list[Item] = []
    for item in in_order(items, view):
        if item.box is None:
            waiting.append(item)
        else:
            _paint_all(waiting)
            waiting = []
            item.paint()
    _paint_all(waiting)


def _paint_all(items: Sequence[Item]) -> None:
    """Paint items that are in order, each group's edges before the first of it."""
    edged: set[str] = set()
    for item in items:
        if item.paint_edge is not None and item.group not in edged:
            edged.add(item.group)
            for other in items:
                if other.group == item.group and other.paint_edge is not None:
                    other.paint_edge()
        item.paint()


def in_order(items: Sequence[Item], view: View) -> list[Item]:
    """The items from back to front.

    A block is painted before all that is outside one of the faces turned to the eye, and after all
    that is not: nothing on the eye's side of such a face can be hidden by what is behind it.
    """
    blocks = [item for item in items if item.box is not None]
    if not blocks:
        return sorted(items, key=lambda item: item.near)
    block = max(blocks, key=lambda item: item.near)
    behind: list[Item] = []
    before: list[Item] = []
    for item, is_before in _sorted_out(items, block, view):
        (before if is_before else behind).append(item)
    return [*in_order(behind, view), block, *in_order(before, view)]


def _sorted_out(items: Sequence[Item], block: Item, view: View) -> Iterator[tuple[Item, bool]]:
    """The other items, and whether each is on the eye's side of a face of the block."""
    box = block.box
    if box is None:
        return
    x, y, z = box.middle
    ex, ey, ez = view.to_eye
    seen = box.inside((x + ex, y + ey, z + ez))
    faces = [
        (axis, 1.0 if way > 0.0 else -1.0) for axis, way in enumerate(seen) if abs(way) > _EDGE_ON
    ]
    for item in items:
        if item is block:
            continue
        if item.box is None:
            yield item, _is_beyond(box.inside(item.middle), box, faces)
        else:
            corners = [box.inside(corner) for corner in corners_of(item.box)]
            yield (
                item,
                any(
                    all(corner[axis] * way > box.half[axis] - _TOUCHING for corner in corners)
                    for axis, way in faces
                ),
            )


_EDGE_ON = 1e-6
"""A face whose normal has a smaller share towards the eye is seen edge on."""
_TOUCHING = 0.006
"""How deep a block may be in another's face and still be on it, in metres."""
_SLACK = 0.98
"""Where on the way from a block's middle to its face the outside begins."""


def _is_beyond(place: Vec, box: Box, faces: list[tuple[int, float]]) -> bool:
    """Whether a place in the block's own frame is on the outer side of one of its faces."""
    return any(place[axis] * way > box.half[axis] * _SLACK for axis, way in faces)
