"""The way of every arrow: from which side of a card to which, and where its value lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workbench.document.value import Key
from workbench.presenters.funnel.crowd import Crowd
from workbench.presenters.funnel.geometry import Box, Curve, Point, Size
from workbench.presenters.funnel.picture import Arrow, Link, LinkId, Pill, Sizes

Side = Literal["left", "right", "top", "bottom"]
Taken = Mapping[tuple[Key, Side], int]
EndId = tuple[LinkId, int]
_NEAR = 16.0  # the least gap that an arrow can cross from side to side
_APART = 16.0  # between two arrows at one side of a card
_CORNER = 14.0  # no arrow ends nearer to a corner than this
_SHORT = 26.0  # what must be seen of an arrow on both sides of its pill
_BESIDE = 15.0
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an arrow at a card, with what it is sorted by among others at that side."""

    card: Key
    side: Side
    toward: float


def routed(
    links: Sequence[Link], boxes: Mapping[Key, Box], pills: Mapping[Key, Pill], sizes: Sizes
) -> tuple[Arrow, ...]:
    """An arrow for each link whose ends are on the canvas, in the same order.

    Conversions come first, because other arrows may lead to their pills.
    """
    arrows: dict[LinkId, Arrow] = {}
    crowd = Crowd(boxes.values())
    places = dict(boxes)
    conversions = [link for link in links if link.metric and _lies(link, boxes)]
    curves = _curves(conversions, boxes)
    for link in conversions:
        key = link.metric or ""
        pill = pills[key]
        box = _pill_box(curves[link.id], sizes.pill(pill.words), crowd)
        crowd.add(box)
        places[key] = box
        arrows[link.id] = Arrow(link, curves[link.id], pill, box)
    others = [link for link in links if not link.metric and _lies(link, places)]
    curves = _curves(others, places, _taken(conversions, boxes))
    arrows |= {link.id: Arrow(link, curves[link.id]) for link in others}
    return tuple(arrows[link.id] for link in links if link.id in arrows)


def straight(source: Box, to: Point) -> Curve:
    """The way of an arrow that is still being drawn."""
    start = Point(source.right, source.center.y)
    return _curve(start, "right", to, "left")


def _lies(link: Link, boxes: Mapping[Key, Box]) -> bool:
    return link.source in boxes and link.target in boxes


def _taken(links: Sequence[Link], boxes: Mapping[Key, Box]) -> Taken:
    """How many conversions stand at each side of each card."""
    counts: dict[tuple[Key, Side], int] = defaultdict(int)
    for link in links:
        leaving, arriving = sides(boxes[link.source], boxes[link.target])
        counts[link.source, leaving] += 1
        counts[link.target, arriving] += 1
    return counts


def _curves(
    links: Sequence[Link], boxes: Mapping[Key, Box], taken: Taken | None = None
) -> dict[LinkId, Curve]:
    ends = {link.id: _ends(link, boxes) for link in links}
    points, alone = _points(ends, boxes, taken or {})
    curves: dict[LinkId, Curve] = {}
    for link_id, (leaving, arriving) in ends.items():
        start, tip = _levelled(
            (points[link_id, 0], points[link_id, 1]),
            (boxes[leaving.card], boxes[arriving.card]),
            ((link_id, 0) in alone, (link_id, 1) in alone),
            leaving.side,
        )
        curves[link_id] = _curve(start, leaving.side, tip, arriving.side)
    return curves


def _ends(link: Link, boxes: Mapping[Key, Box]) -> tuple[_End, _End]:
    source, target = boxes[link.source], boxes[link.target]
    leaving, arriving = sides(source, target)
    return (
        _End(link.source, leaving, _along(leaving, target)),
        _End(link.target, arriving, _along(arriving, source)),
    )


def _points(
    ends: Mapping[LinkId, tuple[_End, _End]], boxes: Mapping[Key, Box], taken: Taken
) -> tuple[dict[EndId, Point], set[EndId]]:
    """Where each end lies, those at one side of a card in order; and which are alone there."""
    sharing: dict[tuple[Key, Side], list[tuple[float, EndId]]] = defaultdict(list)
    for link_id, pair in ends.items():
        for which, end in enumerate(pair):
            sharing[end.card, end.side].append((end.toward, (link_id, which)))
    points: dict[EndId, Point] = {}
    alone: set[EndId] = set()
    for (card, side), sharers in sharing.items():
        beside = taken.get((card, side), 0)
        places = _spread(boxes[card], side, len(sharers), beside)
        for place, (_, end_id) in zip(places, sorted(sharers), strict=True):
            points[end_id] = place
        if len(sharers) + beside == 1:
            alone.add(sharers[0][1])
    return points, alone


def _levelled(
    points: tuple[Point, Point], boxes: tuple[Box, Box], free: tuple[bool, bool], side: Side
) -> tuple[Point, Point]:
    """Both ends at one height (or one below the other) where that makes a straight arrow.

    Only an end that is alone at its side of the card may move.
    """
    across = side in ("left", "right")
    starts = [box.y if across else box.x for box in boxes]
    lengths = [box.height if across else box.width for box in boxes]
    low = max(starts) + _CORNER
    high = min(start + length for start, length in zip(starts, lengths, strict=True)) - _CORNER
    at = [point.y if across else point.x for point in points]
    wanted = sum(at) / 2 if all(free) else at[1] if free[0] else at[0]
    if not any(free) or not low <= wanted <= high:
        return points
    moved = [Point(p.x, wanted) if across else Point(wanted, p.y) for p in points]
    return moved[0], moved[1]


def sides(source: Box, target: Box) -> tuple[Side, Side]:
    """The side an arrow leaves by and the side it arrives at."""
    if target.x - source.right >= _NEAR:
        return "right", "left"
    if target.y - source.bottom >= _NEAR and _overlap_across(source, target):
        return "bottom", "top"
    if source.y - target.bottom >= _NEAR and _overlap_across(source, target):
        return "top", "bottom"
    if source.x - target.right >= _NEAR:
        return "left", "right"
    if target.y >= source.bottom:
        return "bottom", "top"
    return ("top", "bottom") if source.y >= target.bottom else ("right", "left")


def _overlap_across(source: Box, target: Box) -> bool:
    return source.x < target.right and target.x < source.right


def _along(side: Side, other: Box) -> float:
    center = other.center
    return center.y if side in ("left", "right") else center.x


def _spread(box: Box, side: Side, count: int, beside: int) -> list[Point]:
    """Where arrows end at one side of a card: around its middle, beside those already there."""
    length = box.height if side in ("left", "right") else box.width
    room = max(length - 2 * _CORNER, 0.0)
    places = count + beside
    gap = min(_APART, room / (places - 1)) if places > 1 else 0.0
    offsets = [(index - (count - 1) / 2) * gap for index in range(count)]
    if beside:
        offsets = [_shifted(offset, gap * (beside + 1) / 2) for offset in offsets]
    return [_point(box, side, length / 2 + offset) for offset in offsets]


def _shifted(offset: float, by: float) -> float:
    """Away from the middle, where the conversions end."""
    return offset - by if offset < 0 else offset + by


def _point(box: Box, side: Side, along: float) -> Point:
    match side:
        case "left":
            return Point(box.x, box.y + along)
        case "right":
            return Point(box.right, box.y + along)
        case "top":
            return Point(box.x + along, box.y)
        case "bottom":
            return Point(box.x + along, box.bottom)


@lru_cache(maxsize=8192)
def _curve(start: Point, leaving: Side, end: Point, arriving: Side) -> Curve:
    across = abs(end.x - start.x) if leaving in ("left", "right") else abs(end.y - start.y)
    reach = min(max(across / 2, 12.0), 160.0)
    return Curve(start, _beyond(start, leaving, reach), _beyond(end, arriving, reach), end)


def _beyond(point: Point, side: Side, reach: float) -> Point:
    match side:
        case "left":
            return Point(point.x - reach, point.y)
        case "right":
            return Point(point.x + reach, point.y)
        case "top":
            return Point(point.x, point.y - reach)
        case "bottom":
            return Point(point.x, point.y + reach)


def _pill_box(curve: Curve, size: Size, crowd: Crowd) -> Box:
    """The place of a pill on its arrow that covers least of cards and other pills."""
    best, least = None, 0.0
    for middle in _pill_middles(curve, size):
        box = Box(middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height)
        covered = crowd.covered(box)
        if covered == 0:
            return box
        if best is None or covered < least:
            best, least = box, covered
    assert best is not None
    return best


def _pill_middles(curve: Curve, size: Size) -> list[Point]:
    """Points along the arrow, from its middle outwards; beside an arrow that is too short."""
    short = abs(curve.end.x - curve.start.x) < size.width + _SHORT
    if short and abs(curve.end.y - curve.start.y) < size.height:
        middle = curve.at(0.5)
        return [Point(middle.x, middle.y - _BESIDE), Point(middle.x, middle.y + _BESIDE)]
    return [curve.at(share) for share in _PLACES]
