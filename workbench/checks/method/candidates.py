"""Who should own a metric: roles nearest to it, by what they hold already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from workbench.checks.method.money import is_money_coming_in
from workbench.checks.method.watching import own_guards
from workbench.checks.system import System
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.syntax import metrics_in, roles_in
from workbench.formula.terms import terms
from workbench.planning.assignment import most_kpis

_MOST = 3
# Further away than this a role has little to do with a metric.
_FAR = 2
# How near is who works there and moves nothing yet, how many steps a phase is long, and how much
# further away seems who has as many KPIs as one can mind.
_AT_HAND, _STEPS, _CROWDED = 1.5, 2, 0.5


def candidates(system: System, metric: Key) -> tuple[Key, ...]:
    """Up to three employed roles that might own a metric, the best first.

    First those that have a part in it, then whose phase it is, as far as that is known; of these
    the owners of what is nearest to it, or who works there and moves nothing yet, and rather one
    with room for a KPI. Without such it is those who own most of its channel and phase. Who would
    own a KPI and what guards it comes last; marketing is given no money.
    """
    near = {**dict.fromkeys(_waiting(system, metric), _AT_HAND), **_near(system, metric)}
    kin = _kin(system, system.metric(metric))
    parts = {kpi.role for kpi in system.kpis_by_metric.get(metric, ())}

    def rank(role: Key) -> tuple[bool, bool, bool, float, int]:
        room = _CROWDED if is_full(system, role) else 0
        return (
            bool(guarding(system, metric, role)),
            role not in parts,
            system.homes.is_home(role, metric) is False,
            near.get(role, inf) + _STEPS * system.homes.way(role, metric) + room,
            -kin.get(role, 0),
        )

    barred = system.marketers if is_money_coming_in(system.metric(metric)) else ()
    able = [role.key for role in system.staff if role.key not in barred]
    beside = [role for role in able if role in parts or role in near]
    related = beside or [role for role in able if role in kin]
    return tuple(sorted(related or able, key=rank)[:_MOST])


def is_full(system: System, role: Key) -> bool:
    """Whether a role has as many KPIs as one can mind."""
    return len(system.measured_by_role[role]) >= most_kpis(system.project, role)


def guarding(system: System, metric: Key, role: Key) -> tuple[tuple[Key, Key], ...]:
    """The KPIs with what guards them that only one role would watch if it owned a metric."""
    watched = (system.metric(metric), *system.guarded_by.get(metric, ()))
    found = own_guards(watched, {**system.owners, metric: role})
    return tuple(pair for pair in found if metric in pair)


def around(system: System, metric: Key) -> Mapping[Key, int]:
    """How many steps it is from a metric to each one near it, itself included."""
    found = {metric: 0}
    level = [metric]
    for distance in range(1, _FAR + 1):
        beside = dict.fromkeys(key for one in level for key in system.neighbours(one))
        level = [key for key in beside if key not in found]
        found |= dict.fromkeys(level, distance)
    return found


def _waiting(system: System, metric: Key) -> list[Key]:
    """The roles that work where a metric is and have nothing to move yet."""
    moving = set(system.control.owner_of.values())
    staff = (role.key for role in system.staff if role.key not in moving)
    return [role for role in staff if system.homes.is_home(role, metric)]


def _near(system: System, metric: Key) -> Mapping[Key, float]:
    """How many steps it is from a metric to the nearest one that a role owns, or is counted in."""
    found: dict[Key, float] = {}
    for key, distance in around(system, metric).items():
        if distance and key in system.owners:
            found.setdefault(system.owners[key], distance)
    for role in _counted_beside(system, metric):
        found[role] = 1
    return found


def _counted_beside(system: System, metric: Key) -> Iterator[Key]:
    """The roles whose people a metric is multiplied by."""
    for user in system.users.get(metric, ()):
        for term in terms(system.forecast.model.trees[user]):
            if metric in metrics_in(term):
                yield from sorted(roles_in(term))


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
