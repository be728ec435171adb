"""Who should own a metric: roles nearest to it, by what they hold already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from workbench.checks.system import System
from workbench.document.metric import Metric
from workbench.document.value import Key

_MOST = 3
# Further away than this a role has little to do with a metric.
_FAR = 2


def candidates(system: System, metric: Key) -> tuple[Key, ...]:
    """Up to three employed roles that might own a metric, the best first.

    First those that have a part in it, then the owners of what is nearest to it; without such
    those who own most of its channel and phase. Nobody should own a KPI and what guards it.
    """
    near = _distances(system, metric)
    kin = _kin(system, system.metric(metric))
    parts = {kpi.role for kpi in system.kpis_by_metric.get(metric, ())}
    barred = guardians(system, metric)

    def rank(role: Key) -> tuple[bool, float, int]:
        return role not in parts, near.get(role, inf), -kin.get(role, 0)

    able = [role.key for role in system.staff if role.key not in barred]
    beside = [role for role in able if role in parts or role in near]
    related = beside or [role for role in able if role in kin]
    return tuple(sorted(related or able, key=rank)[:_MOST])


def _distances(system: System, metric: Key) -> Mapping[Key, int]:
    """How many steps it is from a metric to the nearest one that a role owns."""
    found: dict[Key, int] = {}
    seen = {metric}
    level = [metric]
    for distance in range(1, _FAR + 1):
        level = [key for one in level for key in _beside(system, one)]
        level = [key for key in dict.fromkeys(level) if key not in seen]
        seen.update(level)
        for key in level:
            if key in system.owners:
                found.setdefault(system.owners[key], distance)
    return found


def _beside(system: System, metric: Key) -> Iterator[Key]:
    """What is computed from a metric, and what the arrow of a conversion comes from."""
    yield from system.users.get(metric, ())
    start = system.metric(metric).from_stage
    if start is not None:
        yield start
        yield from system.arrows.get(start, ())
    yield from system.arrows.get(system.metric(metric).to_stage or metric, ())


def _kin(system: System, metric: Metric) -> Mapping[Key, int]:
    """How many metrics of the same channel or phase each role owns."""
    found: dict[Key, int] = {}
    for key, role in system.owners.items():
        other = system.metric(key)
        same_channel = metric.channel is not None and other.channel == metric.channel
        same_phase = metric.phase is not None and other.phase == metric.phase
        if same_channel or same_phase:
            found[role] = found.get(role, 0) + same_channel + same_phase
    return found


def guardians(system: System, metric: Key) -> frozenset[Key]:
    """The owners of what the metric guards, and of what guards it."""
    guards = system.metric(metric).guards
    return frozenset(
        role
        for key, role in system.owners.items()
        if key in guards or metric in system.metric(key).guards
    )
