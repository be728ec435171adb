"""What has to agree inside a project so that each thing in it has one meaning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.base.texts import Text, text
from workbench.document.refusal import Place

if TYPE_CHECKING:
    from workbench.document.project import Project

Broken = Iterator[tuple[Place, Text]]


def broken_rules(project: Project) -> Broken:
    """Each place that has no single meaning, with the rule that it breaks."""
    yield from _ranges(project)
    yield from _scales(project)
    yield from _actuals(project)
    yield from _growth(project)


def _ranges(project: Project) -> Broken:
    for index, metric in enumerate(project.metrics):
        yield from _range(("metrics", index), metric.low, metric.high)
        if metric.hint is not None:
            yield from _range(("metrics", index, "hint"), metric.hint.low, metric.hint.high)


def _range(place: Place, low: float | None, high: float | None) -> Broken:
    if low is not None and high is not None and low > high:
        yield (*place, "low"), text("the low end of a range must not be above the high one")


def _scales(project: Project) -> Broken:
    for index, kpi in enumerate(project.kpis):
        for at, ((before, _), (after, _)) in enumerate(pairwise(kpi.scale.points), start=1):
            if after < before:  # two at the same completion are a jump
                place = ("kpis", index, "scale", "points", at)
                yield place, text("completion must not fall from one point to the next")


def _actuals(project: Project) -> Broken:
    seen = set()
    for index, actual in enumerate(project.actuals):
        if (actual.metric, actual.month) in seen:
            reason = text(
                "“{metric}” has an actual value of {month} already",
                metric=actual.metric,
                month=actual.month,
            )
            yield ("actuals", index), reason
        seen.add((actual.metric, actual.month))


def _growth(project: Project) -> Broken:
    if project.growth is None:
        return
    for at, (before, after) in enumerate(pairwise(project.growth.revenues), start=1):
        if after.year != before.year + 1:
            yield ("growth", "revenues", at, "year"), text("years must follow one another")
    seen: set[str] = set()
    for at, source in enumerate(project.growth.sources):
        if source.channel in seen:
            reason = text("“{key}” is there twice", key=source.channel)
            yield ("growth", "sources", at, "channel"), reason
        seen.add(source.channel)
