"""Who should own a metric: roles nearest to it, by what they hold already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from workbench.base.texts import Text, joined, plural, text
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


def candidates(system: System, metric: Key) -> tuple[Key, ...]:
    """Up to three employed roles that might own a metric, the best first.

    First those that have a part in it, then the owners of what is nearest to it; without such
    those who own most of its channel and phase. Of two as near the one with room for a KPI comes
    first. Who would own a KPI and what guards it comes last; marketing is given no money.
    """
    near = _near(system, metric)
    kin = _kin(system, system.metric(metric))
    parts = {kpi.role for kpi in system.kpis_by_metric.get(metric, ())}

    def rank(role: Key) -> tuple[bool, bool, float, bool, int]:
        guards = bool(guarding(system, metric, role))
        distance = near.get(role, inf)
        return guards, role not in parts, distance, is_full(system, role), -kin.get(role, 0)

    barred = system.marketers if is_money_coming_in(system.metric(metric)) else ()
    able = [role.key for role in system.staff if role.key not in barred]
    beside = [role for role in able if role in parts or role in near]
    related = beside or [role for role in able if role in kin]
    return tuple(sorted(related or able, key=rank)[:_MOST])


def to_know(system: System, metric: Key, role: Key) -> Text | None:
    """What to know before a role owns a metric: that it has enough, or would watch itself."""
    notes = [*_crowded(system, metric, role), *_watching_itself(system, metric, role)]
    return joined(notes, ". ") if notes else None


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
        beside = dict.fromkeys(key for one in level for key in _beside(system, one))
        level = [key for key in beside if key not in found]
        found |= dict.fromkeys(level, distance)
    return found


def _near(system: System, metric: Key) -> Mapping[Key, int]:
    """How many steps it is from a metric to the nearest one that a role owns, or is counted in."""
    found: dict[Key, int] = {}
    for key, distance in around(system, metric).items():
        if distance and key in system.owners:
            found.setdefault(system.owners[key], distance)
    for role in _counted_beside(system, metric):
        found[role] = 1
    return found


def _beside(system: System, metric: Key) -> Iterator[Key]:
    """What is computed from a metric, with the factors beside it there, and from what it is itself.

    A conversion stands between its stages, and a stage between its conversions.
    """
    for user in system.users.get(metric, ()):
        yield user
        for term in terms(system.forecast.model.trees[user]):
            mentioned = metrics_in(term)
            yield from sorted(mentioned) if metric in mentioned else ()
    yield from sorted(system.mentioned(metric))
    found = system.metric(metric)
    yield from (key for key in (found.from_stage, found.to_stage) if key is not None)
    yield from system.arrows.get(metric, ())


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


def _crowded(system: System, metric: Key, role: Key) -> Iterator[Text]:
    count = len(system.measured_by_role[role])
    held = any(kpi.metric == metric for kpi in system.measured_by_role[role])
    if is_full(system, role) and not held:
        yield plural(
            "{role} has {n} KPI already: take one away first",
            "{role} has {n} KPIs already: take one away first",
            count, role=system.role(role).name,
        )  # fmt: skip


def _watching_itself(system: System, metric: Key, role: Key) -> Iterator[Text]:
    pairs = [
        text(
            "“{metric}” and “{guard}”",
            metric=system.metric(one).name, guard=system.metric(guard).name,
        )
        for one, guard in guarding(system, metric, role)
    ]  # fmt: skip
    if pairs:
        yield text(
            "One person would own a KPI and its counter-metric: {pairs}", pairs=joined(pairs)
        )
