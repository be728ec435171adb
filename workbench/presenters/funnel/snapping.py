"""Where dragged cards snap to: edges and middles of other cards, else the grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.presenters.funnel.geometry import Box, Point, snapped


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that shows what a card snapped to, from one end to the other."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Snap:
    """The way that dragged cards really go, and the lines that say why."""

    by: Point
    guides: tuple[Guide, ...] = ()


def snap(moving: Box, wish: Point, others: Sequence[Box], reach: float) -> Snap:
    """The way nearest to a wish on which the moving box lines up with others, else the grid."""
    x = _nearest((moving.x + wish.x, moving.width), ((o.x, o.width) for o in others), reach)
    y = _nearest((moving.y + wish.y, moving.height), ((o.y, o.height) for o in others), reach)
    by = Point(
        snapped(moving.x + wish.x) - moving.x if x is None else wish.x + x,
        snapped(moving.y + wish.y) - moving.y if y is None else wish.y + y,
    )
    there = moving.at(moving.corner + by)
    guides: list[Guide] = []
    if x is not None:
        guides.extend(_upright(there, others))
    if y is not None:
        guides.extend(_level(there, others))
    return Snap(by, tuple(guides))


def to_grid(moving: Box, wish: Point) -> Snap:
    """The way nearest to a wish that ends on the grid."""
    return Snap((moving.corner + wish).on_grid - moving.corner)


def _nearest(
    moving: tuple[float, float], others: Iterable[tuple[float, float]], reach: float
) -> float | None:
    """How far to go so that an edge or the middle meets the same of another, if that is near."""
    start, length = moving
    ways = (
        way
        for at, other in others
        for way in (at - start, at + other / 2 - start - length / 2, at + other - start - length)
        if abs(way) <= reach
    )
    return min(ways, key=abs, default=None)


def _upright(there: Box, others: Iterable[Box]) -> list[Guide]:
    found: dict[float, list[Box]] = {}
    for other in others:
        for mine, theirs in (
            (there.x, other.x), (there.center.x, other.center.x), (there.right, other.right),
        ):  # fmt: skip
            if abs(mine - theirs) < 0.01:
                found.setdefault(mine, [there]).append(other)
    return [
        Guide(Point(x, min(b.y for b in boxes)), Point(x, max(b.bottom for b in boxes)))
        for x, boxes in found.items()
    ]


def _level(there: Box, others: Iterable[Box]) -> list[Guide]:
    found: dict[float, list[Box]] = {}
    for other in others:
        for mine, theirs in (
            (there.y, other.y), (there.center.y, other.center.y), (there.bottom, other.bottom),
        ):  # fmt: skip
            if abs(mine - theirs) < 0.01:
                found.setdefault(mine, [there]).append(other)
    return [
        Guide(Point(min(b.x for b in boxes), y), Point(max(b.right for b in boxes), y))
        for y, boxes in found.items()
    ]
