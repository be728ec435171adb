"""What one unit costs: one for the role that works on it, and one for the whole funnel up to it.

For a role: its payroll of the plan ÷ the volumes it handles or owns (the cost of one cold meeting
is the cost of the role ÷ meetings). Of a stock it is the cost of one a month.

For a stage: everything that was spent to get there ÷ its volume. Into a stage goes the payroll of a
role that answers for it or for anything it is computed from (owns, leads, shares), or whose people
a formula there takes; a role that answers for nothing goes where it has a capacity. Spending is a
money input that adds up over the months: it goes into the stages that are computed from it, or,
where no formula mentions it, into those of its phase and of later ones. What a model divides by a
volume as its cost goes into that volume too. A stock, such as the customers there are, carries
nothing on: it is there already. A stage that nobody is paid for has no cost.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.syntax import Binary, Call, Node, Ref, RoleRef, metrics_in, roles_in
from workbench.formula.terms import terms
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.staffing_plan import StaffingPlan


@dataclass(frozen=True, slots=True)
class StageCost:
    """What one unit of a stage costs over the whole plan, and what goes into that."""

    metric: Key
    cost: Result
    roles: tuple[Key, ...]
    spending: tuple[Key, ...]


def unit_costs(forecast: Forecast, plan: StaffingPlan) -> Mapping[Key, Result]:
    """The cost of one unit of each volume that a role handles or owns, by metric."""
    whole = math.fsum(plan.payroll)
    keys = dict.fromkeys((*_handled(plan.role), *_owned(forecast, plan.role)))
    return {key: _each(forecast, key, whole) for key in keys}


class Spent:
    """What was spent on the way to each volume of a forecast."""

    def __init__(self, forecast: Forecast, plans: Iterable[StaffingPlan]) -> None:
        self._forecast = forecast
        self._project = forecast.project
        self._trees = forecast.model.trees
        self._paid = {plan.role.key: math.fsum(plan.payroll) for plan in plans}
        self._beneath: dict[Key, frozenset[Key]] = {}

    @property
    def stages(self) -> tuple[StageCost, ...]:
        """Every stage that counts up over the months and has a cost, in the order of the model."""
        found = (self.of(metric.key) for metric in self._project.metrics if _is_stage(metric))
        costly = [one for one in found if one.roles or one.spending]
        return tuple(sorted(costly, key=lambda one: len(self._before(one.metric))))

    def of(self, metric: Key) -> StageCost:
        """What one unit of a volume costs."""
        roles, spending = self.roles_of([metric]), self.spending_of([metric])
        whole = self.whole(roles, spending)
        cost = whole if isinstance(whole, Problem) else _each(self._forecast, metric, whole)
        return StageCost(metric, cost, roles, spending)

    def roles_of(self, metrics: Iterable[Key]) -> tuple[Key, ...]:
        """The roles whose pay goes into some volumes, in the order of the project."""
        way = self.way(metrics)
        found = {kpi.role for kpi in self._project.kpis if kpi.is_measured and kpi.metric in way}
        found.update(*(roles_in(self._trees[key]) for key in way if key in self._trees))
        found.update(role for key in way for role in self._divided.get(key, ((), ()))[0])
        found.update(
            role.key
            for role in self._project.roles
            if role.key not in self._answering and way.intersection(_handled(role))
        )
        return tuple(role.key for role in self._project.roles if role.key in found)

    def spending_of(self, metrics: Iterable[Key]) -> tuple[Key, ...]:
        """The spending that goes into some volumes, in the order of the project."""
        keys = list(metrics)
        way = self.way(keys)
        divided = {key for one in way for key in self._divided.get(one, ((), ()))[1]}
        return tuple(
            metric.key
            for metric in self._project.metrics
            if self._is_spending(metric)
            and (metric.key in way or metric.key in divided or self._is_in_phase(metric, keys))
        )

    def whole(self, roles: Iterable[Key], spending: Iterable[Key]) -> Result:
        """Pay and spending of the whole plan together."""
        sums = [self._paid[role] for role in roles]
        for key in spending:
            total = self._forecast.totals[key]
            if isinstance(total, Problem):
                return total
            sums.append(total)
        return math.fsum(sums)

    @cached_property
    def _answering(self) -> frozenset[Key]:
        return frozenset(kpi.role for kpi in self._project.kpis if kpi.is_measured)

    @cached_property
    def _divided(self) -> Mapping[Key, tuple[frozenset[Key], frozenset[Key]]]:
        """By volume, the roles and the spending that the model divides by it alone."""
        found: dict[Key, tuple[frozenset[Key], frozenset[Key]]] = {}
        for tree in self._trees.values():
            match tree:
                case Binary("/", costs, Ref(volume)) if self._is_flow(volume):
                    parts = self._parts(costs)
                    before = found.get(volume, (frozenset(), frozenset()))
                    if parts is not None:
                        found[volume] = (before[0] | parts[0], before[1] | parts[1])
        return found

    def _parts(self, costs: Node) -> tuple[frozenset[Key], frozenset[Key]] | None:
        """The roles and the spending that a sum is made of; None where it has anything else."""
        roles, spending = set(), set()
        waiting = [costs]
        seen: set[Key] = set()
        while waiting:
            for term in terms(waiting.pop()):
                match term:
                    case Call("cost", (RoleRef(role),)):
                        roles.add(role)
                    case Ref(key) if self._is_spending(self._project.metric(key)):
                        spending.add(key)
                    case Ref(key) if key in self._trees and key not in seen:
                        seen.add(key)
                        waiting.append(self._trees[key])
                    case _:
                        return None
        return frozenset(roles), frozenset(spending)

    def _is_spending(self, metric: Metric) -> bool:
        is_money = metric.unit == "money" and metric.over_time == "sum"
        return is_money and not metric.is_computed

    def _is_in_phase(self, spending: Metric, metrics: Iterable[Key]) -> bool:
        """Whether it is spent no later than in the phase of a stage; a formula says so better."""
        if spending.phase is None or spending.key in self._mentioned:
            return False
        order = {phase.key: at for at, phase in enumerate(self._project.phases)}
        phases = (self._project.metric(key).phase for key in metrics)
        return any(phase and order[phase] >= order[spending.phase] for phase in phases)

    @cached_property
    def _mentioned(self) -> frozenset[Key]:
        return frozenset[Key]().union(*(metrics_in(tree) for tree in self._trees.values()))

    def _is_flow(self, key: Key) -> bool:
        metric = self._project.metric(key)
        return metric.unit == "count" and metric.over_time == "sum"

    def way(self, metrics: Iterable[Key]) -> frozenset[Key]:
        """Some volumes with all that they are computed from, as far as the nearest stocks."""
        return frozenset(one for key in metrics for one in (key, *self._before(key)))

    def _before(self, metric: Key) -> Collection[Key]:
        """What a volume is computed from, as far as the nearest stocks."""
        if metric not in self._beneath:
            found: set[Key] = set()
            waiting = [metric]
            while waiting:
                key = waiting.pop()
                if key != metric and self._project.metric(key).over_time == "last":
                    continue
                fresh = metrics_in(self._trees[key]) - found if key in self._trees else frozenset()
                found |= fresh
                waiting.extend(fresh)
            self._beneath[metric] = frozenset(found)
        return self._beneath[metric]


def _is_stage(metric: Metric) -> bool:
    return metric.kind == "stage" and metric.unit == "count" and metric.over_time == "sum"


def _handled(role: Role) -> Iterator[Key]:
    return (capacity.metric for capacity in role.capacity)


def _owned(forecast: Forecast, role: Role) -> Iterator[Key]:
    for kpi in forecast.project.kpis_of_role(role.key):
        metric = forecast.project.metric(kpi.metric)
        is_volume = metric.unit == "count" and metric.kind in ("stage", "result")
        if kpi.part == "owner" and is_volume and metric.over_time in ("sum", "last"):
            yield metric.key


def _each(forecast: Forecast, metric: Key, whole: float) -> Result:
    """An amount by the volume of all months; of a stock, by all months that anybody is there."""
    volumes: list[float] = []
    for result in forecast.values[metric]:
        if isinstance(result, Problem):
            return result
        volumes.append(result)
    volume = math.fsum(volumes)
    if volume <= 0:
        name = forecast.project.metric(metric).name
        return Problem(text("there is no “{metric}” in the plan", metric=name), metric)
    return whole / volume
