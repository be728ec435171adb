"""Points, boxes and curves of the canvas, in scene units; y grows downwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GRID = 20.0


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the canvas, or the way from one to another."""

    x: float
    y: float

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y)

    @property
    def on_grid(self) -> Point:
        """The nearest point of the grid."""
        return Point(snapped(self.x), snapped(self.y))


@dataclass(frozen=True, slots=True)
class Size:
    """How much room something takes."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def corner(self) -> Point:
        """The top left corner."""
        return Point(self.x, self.y)

    def at(self, corner: Point) -> Box:
        """The same box somewhere else."""
        return Box(corner.x, corner.y, self.width, self.height)

    def grown(self, by: float) -> Box:
        """The box with a margin around it."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Box) -> bool:
        """Whether two boxes share some ground."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve."""

    start: Point
    leaving: Point
    arriving: Point
    end: Point

    def at(self, share: float) -> Point:
        """The point some share of the way along."""
        rest = 1 - share
        a, b, c, d = rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3
        return Point(
            a * self.start.x + b * self.leaving.x + c * self.arriving.x + d * self.end.x,
            a * self.start.y + b * self.leaving.y + c * self.arriving.y + d * self.end.y,
        )


def snapped(value: float) -> float:
    """The nearest line of the grid."""
    return round(value / GRID) * GRID


def around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box that holds all of them."""
    known = list(boxes)
    if not known:
        return None
    left, top = min(box.x for box in known), min(box.y for box in known)
    right, bottom = max(box.right for box in known), max(box.bottom for box in known)
    return Box(left, top, right - left, bottom - top)
