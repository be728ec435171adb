"""Which metric leads to which: conversions, and what formulas mention besides them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.syntax import Call, Node, Ref, children, metrics_in
from workbench.presenters.funnel.picture import Link

Pairs = frozenset[tuple[Key, Key]]


def on_arrows(project: Project) -> frozenset[Key]:
    """The conversions that are drawn on an arrow between two cards; all others are cards."""
    known = project.metric_by_key
    return frozenset(
        metric.key
        for metric in project.metrics
        if metric.is_arrow
        and metric.from_stage != metric.to_stage
        and not any(known[key].is_arrow for key in (metric.from_stage, metric.to_stage) if key)
    )


def links_of(project: Project, trees: Mapping[Key, Node]) -> tuple[Link, ...]:
    """Every arrow of the canvas, in the order of the project."""
    arrows = on_arrows(project)
    said = _said_by_conversions(project, arrows)
    found = (_links_to(metric, trees.get(metric.key), arrows, said) for metric in project.metrics)
    return tuple(link for links in found for link in links)


def _said_by_conversions(project: Project, arrows: frozenset[Key]) -> Pairs:
    """What a conversion's arrow already says: its stages, and that it leads to its target."""
    pairs: set[tuple[Key, Key]] = set()
    for key in arrows:
        metric = project.metric(key)
        if metric.from_stage and metric.to_stage:
            pairs |= {
                (metric.from_stage, metric.to_stage),
                (key, metric.to_stage),
                (metric.from_stage, key),
            }
    return frozenset(pairs)


def _links_to(
    metric: Metric, tree: Node | None, arrows: frozenset[Key], said: Pairs
) -> Iterator[Link]:
    if metric.key in arrows and metric.from_stage and metric.to_stage:
        yield Link(metric.from_stage, metric.to_stage, "conversion", metric.key)
    if metric.kind == "standard":
        for guarded in metric.guards:
            yield Link(metric.key, guarded, "guard")
    if tree is None:
        return
    now = frozenset(_outside_lags(tree))
    for key in sorted(str(key) for key in metrics_in(tree)):
        if key != metric.key and (key, metric.key) not in said:
            yield Link(key, metric.key, "term" if key in now else "lagged")


def _outside_lags(node: Node) -> Iterator[Key]:
    """What a formula mentions otherwise than as the metric of a `lag`."""
    match node:
        case Ref(key):
            yield str(key)
        case Call("lag", (_, *others)):
            for other in others:
                yield from _outside_lags(other)
        case _:
            for part in children(node):
                yield from _outside_lags(part)
