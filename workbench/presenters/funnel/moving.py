"""Cards put elsewhere: dragged, nudged, aligned, distributed, duplicated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric, DuplicateMetrics, MoveMetrics
from workbench.document.metric import Position
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.parser import stored
from workbench.formula.printer import stored_text
from workbench.formula.syntax import FormulaError, metrics_in
from workbench.formula.terms import renamed
from workbench.presenters.funnel.adding import free_name
from workbench.presenters.funnel.geometry import Box, Point
from workbench.presenters.funnel.picture import FunnelPicture

Alignment = Literal["left", "center", "right", "top", "middle", "bottom"]
Direction = Literal["across", "down"]
MOVE = text("Move cards")

_ALIGNED: dict[Alignment, Callable[[Box, Box], Point]] = {
    "left": lambda box, all: Point(all.x, box.y),
    "center": lambda box, all: Point(all.center.x - box.width / 2, box.y),
    "right": lambda box, all: Point(all.right - box.width, box.y),
    "top": lambda box, all: Point(box.x, all.y),
    "middle": lambda box, all: Point(box.x, all.center.y - box.height / 2),
    "bottom": lambda box, all: Point(box.x, all.bottom - box.height),
}


def movement(
    project: Project, picture: FunnelPicture, corners: Mapping[Key, Point], title: Text = MOVE
) -> Edit:
    """The edit that moves cards; one that crosses into another stripe changes its phase."""
    moves = MoveMetrics({key: Position(x=at.x, y=at.y) for key, at in corners.items()}, title)
    crossed = {key: phase for key, at in corners.items() if (phase := _crossed(picture, key, at))}
    changes = [
        ChangeMetric(key, {"phase": phase}, project.metric(key).name)
        for key, phase in (crossed | _following(project, crossed)).items()
    ]
    return Bundle(title, (moves, *changes)) if changes else moves


def shifted(boxes: Mapping[Key, Box], by: Point) -> dict[Key, Point]:
    """Where cards are after all of them went the same way."""
    return {key: box.corner + by for key, box in boxes.items()}


def aligned(boxes: Mapping[Key, Box], extent: Box, how: Alignment) -> dict[Key, Point]:
    """Where cards are after they were brought into one line."""
    return {key: _ALIGNED[how](box, extent) for key, box in boxes.items()}


def distributed(boxes: Mapping[Key, Box], direction: Direction) -> dict[Key, Point]:
    """Where cards are after the gaps between them were made equal; the outermost stay."""
    if direction == "across":
        starts = _spaced([(box.x, box.width, key) for key, box in boxes.items()])
        return {key: Point(at, boxes[key].y) for key, at in starts.items()}
    starts = _spaced([(box.y, box.height, key) for key, box in boxes.items()])
    return {key: Point(boxes[key].x, at) for key, at in starts.items()}


def duplication(
    project: Project, picture: FunnelPicture, keys: Sequence[Key], by: Point
) -> tuple[Edit, tuple[Key, ...]]:
    """The edit that makes copies beside their originals, and the keys of the copied cards.

    Conversions between copied cards are copied too, and the copies refer to each other.
    """
    chosen = {key for key in keys if key in picture.card_by_key}
    inner = [
        metric.key
        for metric in project.metrics
        if {metric.from_stage, metric.to_stage} <= chosen and metric.is_arrow
    ]
    originals = tuple(dict.fromkeys((*(key for key in keys if key in chosen), *inner)))
    copying = DuplicateMetrics(originals, _copy_names(project, originals))
    copies = copying.copies(project)
    places = {
        copies[key]: picture.card_by_key[key].box.corner + by
        for key in originals
        if key in picture.card_by_key
    }
    moves = MoveMetrics({key: Position(x=at.x, y=at.y) for key, at in places.items()})
    edits: tuple[Edit, ...] = (copying, moves, *_rewired(project, copies))
    return Bundle(copying.title, edits), tuple(places)


def _crossed(picture: FunnelPicture, key: Key, corner: Point) -> Key | None:
    """The phase of the stripe that a card was moved into from another one."""
    box = picture.card_by_key[key].box
    before, after = picture.band_at(box.center.x), picture.band_at(box.at(corner).center.x)
    return after.key if after is not None and after is not before else None


def _following(project: Project, crossed: Mapping[Key, Key]) -> dict[Key, Key]:
    """The phase of each conversion into a card that changed phase, if it had the card's."""
    return {
        metric.key: crossed[metric.to_stage]
        for metric in project.metrics
        if metric.is_arrow
        and metric.to_stage is not None
        and metric.to_stage in crossed
        and metric.phase == project.metric(metric.to_stage).phase
    }


def _spaced(items: list[tuple[float, float, Key]]) -> dict[Key, float]:
    """The start of each of (start, length, key) with equal gaps between them."""
    items.sort()
    free = items[-1][0] - items[0][0] - sum(length for _, length, _ in items[:-1])
    gap, at = free / max(len(items) - 1, 1), items[0][0]
    starts: dict[Key, float] = {}
    for _, length, key in items:
        starts[key] = round(at, 1)
        at += length + gap
    return starts


def _copy_names(project: Project, originals: Sequence[Key]) -> dict[Key, str]:
    taken = [metric.name for metric in project.metrics]
    names: dict[Key, str] = {}
    for key in originals:
        names[key] = free_name(project.metric(key).name, taken)
        taken.append(names[key])
    return names


def _rewired(project: Project, copies: Mapping[Key, Key]) -> list[Edit]:
    """Formulas of copies that mention other originals mention their copies instead."""
    edits: list[Edit] = []
    for key, copy in copies.items():
        formula = project.metric(key).formula
        try:
            tree = stored(formula) if formula else None
        except FormulaError:
            continue
        if tree is not None and metrics_in(tree) & copies.keys():
            words = stored_text(renamed(tree, copies, {}))
            edits.append(ChangeMetric(copy, {"formula": words}))
    return edits
