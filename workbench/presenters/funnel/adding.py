"""New metrics: their names, keys, phases and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.base.languages import CODES, language
from workbench.base.texts import Text, text
from workbench.document.keys import slug
from workbench.document.metric import Kind, Metric, OverTime, Position, Unit
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.names import folded

NEW_NAMES: dict[Kind, Text] = {
    "stage": text("New stage"),
    "driver": text("New driver"),
    "result": text("New result"),
    "standard": text("New standard"),
    "conversion": text("New conversion"),
}
# A flow follows even from an average: revenue from the average deal.
_OVER_TIME_AFTER: dict[OverTime, OverTime] = {"last": "last", "ratio": "ratio"}
_OVER_TIME: dict[Kind, OverTime] = {"driver": "mean", "conversion": "ratio", "standard": "mean"}


@dataclass(frozen=True)
class AddStage:
    """A new stage; what it is called when it is made stands in the history."""

    metric: Metric

    @property
    def title(self) -> Text:
        return text("Add the stage “{name}”", name=self.metric.name)

    def apply(self, project: Project) -> Project:
        return project.having(metrics=(*project.metrics, self.metric))


def new_metric(
    project: Project, kind: Kind, name: str, position: Position, phase: Key | None
) -> Metric:
    """A metric without a value; a name that is taken gets a number."""
    free = free_name(name, (metric.name for metric in project.metrics))
    return Metric(
        key=slug(free, project.metric_by_key, "metric"),
        name=free,
        kind=kind,
        unit="count",
        over_time=_OVER_TIME.get(kind, "sum"),
        phase=phase,
        position=position,
    )


def new_conversion(project: Project, source: Metric, target: Metric, unit: Unit) -> Metric:
    """The conversion on the arrow from one stage to another, without a value."""
    name = conversion_name(source.name, target.name)
    return Metric(
        key=slug(f"{source.key}_{target.key}", project.metric_by_key, "cr"),
        name=free_name(name, (metric.name for metric in project.metrics)),
        kind="conversion",
        unit=unit,
        over_time="ratio",
        phase=target.phase,
        from_stage=source.key,
        to_stage=target.key,
    )


def conversion_name(source: str, target: str) -> str:
    """What a conversion is called until a person gives it a name."""
    return f"{source} → {target}"[:200]


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number where another metric is called so already."""
    known = {folded(other) for other in taken}
    if folded(name) not in known:
        return name
    number = 2
    while folded(f"{name} {number}") in known:
        number += 1
    return f"{name[:190]} {number}"


def lasting_keys(project: Project, metric: Metric, name: str) -> dict[Key, Key]:
    """New keys for a card that gets its first name, and for the conversions on its arrows.

    Empty where the key was made of a name that somebody chose: keys last, names do not.
    """
    if not _is_placeholder(metric.key):
        return {}
    taken = set(project.metric_by_key)
    keys = {metric.key: slug(name, taken, "metric")}
    for other in project.metrics:
        ends = (other.from_stage, other.to_stage)
        if metric.key in ends and other.key.startswith(f"{ends[0]}_{ends[1]}"):
            after = "_".join(keys.get(end, end) for end in ends if end)
            keys[other.key] = slug(after, taken | set(keys.values()), "cr")
    return keys


def _is_placeholder(key: Key) -> bool:
    """Whether a key was made of what a new card is called in either language."""
    names = (language(code).say(name) for name in NEW_NAMES.values() for code in CODES)
    return re.sub(r"_\d+$", "", key) in {slug(name) for name in names}


def kind_after(source: Metric) -> Kind:
    """What comes next: a stage after what is counted, else a result in the same unit."""
    counted = source.unit == "count" and source.kind in ("stage", "driver")
    return "stage" if counted else "result"


def successor(project: Project, source: Metric, name: str, position: Position) -> Metric:
    """The metric that comes after another one."""
    made = new_metric(project, kind_after(source), name, position, source.phase)
    if made.kind == "stage":
        return made
    return made.having(unit=source.unit, over_time=_OVER_TIME_AFTER.get(source.over_time, "sum"))
