"""The three sides of a junction, quantity, cost and quality, and the metrics that measure each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from workbench.checks.method.flow import Junction, is_volume
from workbench.checks.system import System
from workbench.document.metric import Metric
from workbench.document.value import Key

Side = Literal["quantity", "cost", "quality"]


def metrics_by_side(system: System, junction: Junction) -> Mapping[Side, tuple[Key, ...]]:
    """What would measure each side, the fittest first."""
    found: Mapping[Side, Iterator[Key]] = {
        "quantity": _quantities(system, junction),
        "cost": _costs(system, junction),
        "quality": _qualities(system, junction),
    }
    return {side: tuple(dict.fromkeys(metrics)) for side, metrics in found.items()}


def _quantities(system: System, junction: Junction) -> Iterator[Key]:
    """What is handed over, what comes of it first, and all that is counted before."""
    yield from junction.handed
    yield from (key for key in junction.received if is_volume(system.metric(key)))
    for metric in system.project.metrics:
        if metric.phase == junction.before.key and metric.better != "lower" and is_volume(metric):
            yield metric.key


def _costs(system: System, junction: Junction) -> Iterator[Key]:
    """Costs on either side of the border: those of one thing that is handed over come first."""
    found = [
        metric for metric in system.project.metrics
        if metric.unit == "money" and metric.better == "lower"
        and metric.phase in (junction.before.key, junction.after.key)
    ]  # fmt: skip
    found.sort(key=lambda metric: system.mentioned(metric.key).isdisjoint(junction.handed))
    found.sort(key=lambda metric: not metric.is_computed)
    yield from (metric.key for metric in found)


def _qualities(system: System, junction: Junction) -> Iterator[Key]:
    """Conversions on the border, else next to it; and shares that compare its two sides.

    A share that guards what is handed over is its quality too.
    """
    yield from junction.crossing or _conversions_beside(system, junction)
    for metric in system.project.metrics:
        if not metric.is_arrow and _is_good_share(metric) and _compares(system, metric, junction):
            yield metric.key


def _conversions_beside(system: System, junction: Junction) -> Iterator[Key]:
    """The conversions out of what stands at a border that no conversion crosses."""
    beside = {*junction.handed, *junction.received}
    for metric in system.project.metrics:
        if metric.is_arrow and metric.from_stage in beside:
            yield metric.key


def _compares(system: System, metric: Metric, junction: Junction) -> bool:
    """Whether a share is computed from both sides or from what is handed over, or guards that."""
    mentioned = system.mentioned(metric.key)
    phases = {system.metric(key).phase for key in mentioned}
    return (
        phases >= {junction.before.key, junction.after.key}
        or not mentioned.isdisjoint(junction.handed)
        or any(metric.key in system.metric(key).guards for key in junction.handed)
    )


def _is_good_share(metric: Metric) -> bool:
    return metric.unit in ("percent", "ratio") and metric.better == "higher"
