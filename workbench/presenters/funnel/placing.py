"""Places for cards that nobody has put anywhere yet: free, near what they belong to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.document.project import Project
from workbench.document.value import Key
from workbench.presenters.funnel.bands import bands_of
from workbench.presenters.funnel.crowd import Crowd
from workbench.presenters.funnel.geometry import GRID, Box, Point, Size, around
from workbench.presenters.funnel.picture import Band, Link

MARGIN = 16.0  # kept free around a card that is placed
FARTHEST = 90_000.0  # from the middle of the canvas; what lies farther is drawn here
STEP = 60.0  # between two cards side by side
_RINGS = 40
_WRONG_BAND = 400.0


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a card would like to lie, in which stripe it belongs, and what it must lie right of."""

    at: Point
    band: Band | None = None
    after: float | None = None


def boxes_of(
    project: Project,
    sizes: Mapping[Key, Size],
    links: Sequence[Link],
    before: Mapping[Key, Box],
) -> dict[Key, Box]:
    """The box of every card in `sizes`: where its file says, else a free place.

    A card that was given a place before keeps it while it is free.
    """
    boxes: dict[Key, Box] = {}
    waiting: list[Key] = []
    for key, size in sizes.items():
        position = project.metric(key).position
        if position is None:
            waiting.append(key)
        else:
            x, y = (min(max(way, -FARTHEST), FARTHEST) for way in (position.x, position.y))
            boxes[key] = Box(x, y, size.width, size.height)
    if waiting:
        _place(project, waiting, sizes, links, boxes, before)
    return {key: boxes[key] for key in sizes}


def free_place(wish: Wish, size: Size, crowd: Crowd) -> Box:
    """The free place nearest to a wish, on the grid; rather far away than in a wrong stripe."""
    astray: tuple[float, Box] | None = None
    start = wish.at.on_grid
    for cost, offset in _offsets():
        if astray is not None and cost > astray[0] + _WRONG_BAND:
            break
        box = Box(start.x + offset.x, start.y + offset.y, size.width, size.height)
        if wish.after is not None and box.x < wish.after:
            continue
        strays = not _within(wish.band, box)
        if (astray is None or not strays) and crowd.is_free(box.grown(MARGIN)):
            if not strays:
                return box
            astray = cost, box
    return astray[1] if astray else Box(start.x, start.y, size.width, size.height)


def off_borders(band: Band | None, box: Box) -> Box:
    """The box moved sideways, wholly into the stripe of its middle, where that has room for it."""
    if band is None or _within(band, box):
        return box
    x = box.x
    if band.left is not None and not band.holds(box.x - GRID / 2):
        x = math.ceil((band.left + GRID / 2) / GRID) * GRID
    elif band.right is not None:
        x = math.floor((band.right - GRID / 2 - box.width) / GRID) * GRID
    moved = box.at(Point(x, box.y))
    return moved if _within(band, moved) else box


def _place(
    project: Project,
    waiting: list[Key],
    sizes: Mapping[Key, Size],
    links: Sequence[Link],
    boxes: dict[Key, Box],
    before: Mapping[Key, Box],
) -> None:
    crowd = Crowd(boxes.values())
    metrics = project.metric_by_key
    bands = bands_of(project.phases, ((metrics[key].phase, box) for key, box in boxes.items()))
    by_phase = {band.key: band for band in bands}
    for key in [*waiting]:
        kept = before.get(key)
        if kept and crowd.is_free(kept.grown(MARGIN / 2)):
            waiting.remove(key)
            boxes[key] = Box(kept.x, kept.y, sizes[key].width, sizes[key].height)
            crowd.add(boxes[key])
    for key in _by_neighbours(waiting, links, boxes):
        band = by_phase.get(metrics[key].phase or "")
        wish = Wish(_wanted(key, sizes[key], links, boxes), band)
        boxes[key] = free_place(wish, sizes[key], crowd)
        crowd.add(boxes[key])


def _by_neighbours(
    waiting: list[Key], links: Sequence[Link], boxes: Mapping[Key, Box]
) -> Iterator[Key]:
    """The waiting cards, those first that have a neighbour with a place."""
    left = dict.fromkeys(waiting)
    placed = set(boxes)
    while left:
        beside = {
            other
            for link in links
            for other, one in ((link.source, link.target), (link.target, link.source))
            if one in placed
        }
        key = next((key for key in left if key in beside), next(iter(left)))
        del left[key]
        placed.add(key)
        yield key


def _wanted(key: Key, size: Size, links: Sequence[Link], boxes: Mapping[Key, Box]) -> Point:
    """Under what a standard protects, left of what a card leads to, right of what leads to it."""
    guarded = [
        boxes[link.target]
        for link in links
        if link.line == "guard" and link.source == key and link.target in boxes
    ]
    if guarded:
        return Point(guarded[0].x, guarded[0].bottom + GRID)
    after = [boxes[link.target] for link in links if link.source == key and link.target in boxes]
    if after:
        first = min(after, key=lambda box: box.x)
        return Point(first.x - size.width - STEP, first.y)
    ahead = [boxes[link.source] for link in links if link.target == key and link.source in boxes]
    if ahead:
        last = max(ahead, key=lambda box: box.right)
        return Point(last.right + STEP, last.y)
    return below(boxes.values())


def below(boxes: Iterable[Box]) -> Point:
    """A place under everything that is there."""
    extent = around(boxes)
    if extent is None:
        return Point(2 * GRID, 4 * GRID)
    return Point(extent.x, extent.bottom + STEP)


def _within(band: Band | None, box: Box) -> bool:
    """Whether a card lies wholly in its stripe, a little away from the edges."""
    return band is None or (band.holds(box.x - GRID / 2) and band.holds(box.right + GRID / 2))


@cache
def _offsets() -> tuple[tuple[float, Point], ...]:
    """Ways to go from a wish along the grid, the shortest first; sideways rather than down."""
    steps = range(-_RINGS, _RINGS + 1)
    ways = (Point(right * GRID, down * GRID) for right in steps for down in steps)
    return tuple(sorted(((abs(way.x) + 1.05 * abs(way.y), way) for way in ways), key=_cost))


def _cost(priced: tuple[float, Point]) -> float:
    return priced[0]
