"""A tidy place for every card, by Graphviz: left to right, one phase after the other."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text
from workbench.document.value import Key
from workbench.presenters.funnel.geometry import Box, Point
from workbench.presenters.funnel.picture import FunnelPicture, Link

if TYPE_CHECKING:
    from pygraphviz import AGraph

TIDY = text("Tidy up")
IN_WORKER_FROM = 300  # cards; fewer take less time than a person notices
_INCH = 72.0
_BETWEEN_COLUMNS = 80.0  # room for the pills of conversions
_BETWEEN_ROWS = 36.0


class CannotTidy(WorkbenchError):
    """The cards could not be arranged; they stay where they are."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is to be arranged: the boxes of cards, who leads to whom, and cards by phase."""

    boxes: Mapping[Key, Box]
    links: tuple[Link, ...]
    phases: tuple[tuple[Key, ...], ...]


def arrangement(picture: FunnelPicture) -> Arrangement:
    """What the tidying of a picture needs to know; it can be handed to a worker."""
    phases = tuple(
        tuple(card.key for card in picture.cards if card.phase == band.key)
        for band in picture.bands
    )
    boxes = {card.key: card.box for card in picture.cards}
    links = tuple(arrow.link for arrow in picture.arrows if _joins(arrow.link, boxes))
    return Arrangement(boxes, links, tuple(keys for keys in phases if keys))


def tidied(wanted: Arrangement) -> dict[Key, Point]:
    """The new corner of every card, on the grid and without overlap; raises `CannotTidy`."""
    corners = _on_grid(wanted, _upright(wanted, _middles(wanted)))
    _demand_apart({key: wanted.boxes[key].at(corner) for key, corner in corners.items()})
    return corners


def _joins(link: Link, boxes: Mapping[Key, Box]) -> bool:
    return link.source in boxes and link.target in boxes


def _middles(wanted: Arrangement) -> dict[Key, Point]:
    """The middle of every card as Graphviz places it, y downwards."""
    try:
        from pygraphviz import AGraph
    except (ImportError, OSError) as error:
        raise CannotTidy(
            text("Graphviz is not installed, so the cards stay where they are")
        ) from error
    graph = AGraph(
        directed=True, rankdir="LR", nodesep=str(_BETWEEN_ROWS / _INCH),
        ranksep=str(_BETWEEN_COLUMNS / _INCH), splines="false",
        nslimit="10", nslimit1="10",
    )  # fmt: skip
    _fill(graph, wanted)
    try:
        graph.layout(prog="dot")
        found = {key: _middle(graph, key) for key in wanted.boxes}
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise CannotTidy(_failed()) from error
    if not all(math.isfinite(at.x) and math.isfinite(at.y) for at in found.values()):
        raise CannotTidy(_failed())
    return found


def _failed() -> Text:
    return text("Graphviz found no arrangement, so the cards stay where they are")


def _fill(graph: AGraph, wanted: Arrangement) -> None:
    """Cards, arrows, and between phases an invisible gate that all cards of a phase are before."""
    for key, box in sorted(wanted.boxes.items(), key=lambda item: (item[1].y, item[1].x)):
        width, height = box.width / _INCH, box.height / _INCH
        graph.add_node(key, shape="box", fixedsize="true", width=width, height=height, label="")
    number = {key: at for at, keys in enumerate(wanted.phases) for key in keys}
    for link in wanted.links:
        back = number.get(link.source, 0) > number.get(link.target, math.inf)
        weight = 4 if link.line == "conversion" else 1
        free = "false" if back or link.line == "lagged" else "true"
        graph.add_edge(link.source, link.target, weight=weight, constraint=free)
    _add_gates(graph, wanted)


def _add_gates(graph: AGraph, wanted: Arrangement) -> None:
    """Only the last cards of a phase and the first of the next are tied: that is enough."""
    leads = [(link.source, link.target) for link in wanted.links]
    for at, (before, after) in enumerate(pairwise(set(keys) for keys in wanted.phases)):
        gate = f"--{at}"  # no key looks like this
        graph.add_node(gate, shape="point", width=0.01, height=0.01, style="invis")
        passing = {source for source, target in leads if {source, target} <= before}
        arriving = {target for source, target in leads if {source, target} <= after}
        for key in sorted(before - passing):
            graph.add_edge(key, gate, style="invis", weight=0)
        for key in sorted(after - arriving):
            graph.add_edge(gate, key, style="invis", weight=0)


def _middle(graph: AGraph, key: Key) -> Point:
    x, y = graph.get_node(key).attr["pos"].rstrip("!").split(",")
    return Point(float(x), -float(y))


def _upright(wanted: Arrangement, middles: Mapping[Key, Point]) -> Mapping[Key, Point]:
    """The arrangement, upside down if that keeps more of what was above above."""
    before = {key: box.center.y for key, box in wanted.boxes.items()}
    mean = sum(before.values()) / max(len(before), 1)
    if sum((before[key] - mean) * at.y for key, at in middles.items()) >= 0:
        return middles
    return {key: Point(at.x, -at.y) for key, at in middles.items()}


def _on_grid(wanted: Arrangement, middles: Mapping[Key, Point]) -> dict[Key, Point]:
    """Corners on the grid, the whole starting where it started before."""
    if not middles:
        return {}
    raw = {
        key: Point(at.x - wanted.boxes[key].width / 2, at.y - wanted.boxes[key].height / 2)
        for key, at in middles.items()
    }
    first = Point(min(at.x for at in raw.values()), min(at.y for at in raw.values()))
    boxes = wanted.boxes.values()
    start = Point(min(box.x for box in boxes), min(box.y for box in boxes)).on_grid
    return {key: (at - first).on_grid + start for key, at in raw.items()}


def _demand_apart(boxes: Mapping[Key, Box]) -> None:
    """Trust nobody: two cards on one place would hide each other."""
    reached: list[Box] = []
    for box in sorted(boxes.values(), key=lambda box: box.x):
        reached = [other for other in reached if other.right > box.x]
        if any(other.meets(box) for other in reached):
            raise CannotTidy(_failed())
        reached.append(box)
