"""KPIs agreed with roles all at once: each with its weight, and room made among the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.mends.kpis import as_noted, moved_directly, weigh
from workbench.checks.system import System
from workbench.document.edits.edit import Edit
from workbench.document.edits.kpis import Assign
from workbench.document.edits.metrics import AddMetric
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.document.weights import LEAST, even
from workbench.planning.assignment import is_manager, total_weight

Agreed = tuple[Metric, Kpi]


def agree(system: System, agreed: Sequence[Agreed]) -> tuple[Edit, ...]:
    """KPIs put into their cells of the matrix; metrics that are new themselves are added first.

    They take what the weights of a role lack to 100%, at least 10% each, and the others are
    scaled to make room for that.
    """
    edits: list[Edit] = []
    for metric, kpi in agreed:
        if metric.key not in system.project.metric_by_key:
            edits.append(AddMetric(metric))
        elif kpi.part == "owner":
            edits += moved_directly(system, metric.key)
    for role in dict.fromkeys(kpi.role for _, kpi in agreed):
        edits += _of_role(system, role, [pair for pair in agreed if pair[1].role == role])
    return tuple(edits)


def managers(system: System) -> tuple[Key, ...]:
    """The employed roles that answer for anything through the people they lead."""
    return tuple(role.key for role in system.staff if is_manager(system.project, role.key))


def _of_role(system: System, role: Key, agreed: Sequence[Agreed]) -> Iterator[Edit]:
    name, new = system.role(role).name, {metric.key for metric, _ in agreed}
    kept = tuple(kpi for kpi in system.measured_by_role[role] if kpi.metric not in new)
    count, free = len(agreed), round(1 - total_weight(kept), 6)
    weights: Sequence[float] = (LEAST,) * count
    if not kept:
        weights = even(count)
    elif free / count >= LEAST:
        weights = _parts(free, count)
    else:
        yield from weigh(system, kept, round(1 - sum(weights), 6))
    for (metric, kpi), weight in zip(agreed, weights, strict=True):
        yield Assign(as_noted(system, kpi.having(weight=weight)), metric.name, name)


def _parts(whole: float, count: int) -> tuple[float, ...]:
    """The whole in equal parts of whole per cents; the first takes what is left over."""
    each = round(whole / count, 2)
    return (round(whole - each * (count - 1), 6), *(each,) * (count - 1))
