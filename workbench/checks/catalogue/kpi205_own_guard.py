"""One role owns a KPI and its counter-metric

Finds a metric whose owner also owns the counter-metric that watches it, while no other
counter-metric of it is owned by somebody else. This happens most of all when roles are merged.

A counter-metric keeps a KPI honest because somebody else looks at it. Who owns both can trade one
for the other, and nobody is there to see it.

Hand the counter-metric to a role that suffers when the KPI is gamed, or to the manager.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workbench.base.texts import text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import others_of, weigh
from workbench.checks.method.candidates import candidates, guarding, is_full
from workbench.checks.method.watching import own_guards
from workbench.checks.system import System
from workbench.checks.wording import named
from workbench.document.edits.edit import Edit
from workbench.document.edits.kpis import ChangeKpi, Transfer
from workbench.document.kpi import Kpi
from workbench.document.value import Key
from workbench.document.weights import LEAST
from workbench.planning.assignment import is_manager

_MOST_OFFERS = 2


def find(system: System) -> Iterator[Finding]:
    """Metrics that only their own owner watches."""
    by_metric = groupby(own_guards(system.project.metrics, system.owners), key=lambda pair: pair[0])
    for metric, watched in by_metric:
        yield _finding(system, metric, tuple(guard for _, guard in watched))


def _finding(system: System, metric: Key, guards: tuple[Key, ...]) -> Finding:
    role = system.owners[metric]
    return Finding(
        "warning",
        text(
            "{role} owns both “{metric}” and what should keep it honest: {guards}",
            guards=named(system, guards),
            **system.names(metric=metric, role=role),
        ),
        metric=metric,
        role=role,
        basis=guards,
        mends=tuple(_mends(system, guards[0])),
    )


def _mends(system: System, guard: Key) -> Iterator[Mend]:
    kpi = system.project.kpi_by_place[guard, system.owners[guard]]
    for role in _takers(system, kpi)[:_MOST_OFFERS]:
        names = system.names(metric=guard, role=role)
        edits = _handed(system, kpi, role)
        yield Mend(text("Hand “{metric}” to {role}", **names), edits)


def _takers(system: System, kpi: Kpi) -> list[Key]:
    """Who could own a counter-metric: who has a part in it, then managers, then who is near it.

    Nearest is who handles the stages of a conversion.
    """
    metric = system.metric(kpi.metric)
    parts = {one.role for one in system.kpis_by_metric[kpi.metric]}
    ends = {metric.key, metric.from_stage, metric.to_stage}
    near = candidates(system, kpi.metric)

    def rank(role: Key) -> tuple[bool, bool, bool, int]:
        handles = any(capacity.metric in ends for capacity in system.role(role).capacity)
        distance = near.index(role) if role in near else len(near)
        return role not in parts, not is_manager(system.project, role), not handles, distance

    able = (role.key for role in system.staff if role.key != kpi.role)
    return sorted((role for role in able if _can_take(system, kpi.metric, role)), key=rank)


def _can_take(system: System, metric: Key, role: Key) -> bool:
    """Whether a role has room for a metric, and would not own what it watches, or is watched by."""
    held = any(kpi.metric == metric for kpi in system.measured_by_role[role])
    if not held and is_full(system, role):
        return False
    return not guarding(system, metric, role)


def _handed(system: System, kpi: Kpi, role: Key) -> tuple[Edit, ...]:
    """The KPI in the other column at the weight it has there, with weights that still add up."""
    names = system.names(metric=kpi.metric, role=role)
    held = system.project.kpi_by_place.get((kpi.metric, role))
    others = [one for one in system.measured_by_role[role] if one.metric != kpi.metric]
    weight = (held.weight if held else 0.0) or LEAST
    return (
        Transfer(kpi.metric, kpi.role, role, names["metric"], names["role"]),
        ChangeKpi(kpi.metric, role, {"weight": weight if others else 1.0}, names["metric"]),
        *weigh(system, others, round(1 - weight, 6)),
        *weigh(system, others_of(system, kpi)),
    )


CHECK = Check("KPI205", find, __doc__)
