"""A customer who costs more than they bring

Finds a cost of a customer that is above the lifetime value of a customer over the whole plan,
unless somebody is measured by that cost and its plan is at or below the lifetime value.

Cost is judged against lifetime value: a customer who costs more than they ever bring makes every
new deal a loss, and good sales only make it larger. A third of the lifetime value is the usual
rule for the cost.

Plan the cost at the lifetime value at most, better at a third of it, and give it to a manager:
nobody else moves the spending of several roles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.agreeing import agree, managers
from workbench.checks.method.levels import base_and_plan
from workbench.checks.method.terms import is_called
from workbench.checks.system import System
from workbench.checks.wording import figure
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.terms import terms
from workbench.planning.assignment import STANDARD_SCALE, rounded

_SHARE = 3
_FIGURES = 3
_MOST_OWNERS = 2
Worth = tuple[Metric, float]


def find(system: System) -> Iterator[Finding]:
    """Costs above every lifetime value that the project has."""
    values = list(_per_customer(system, "lifetime_value"))
    if not values:
        return
    value = max(values, key=lambda worth: worth[1])
    for cost in _per_customer(system, "customer_cost"):
        if cost[1] > value[1] and not _is_planned(system, cost[0], value[1]):
            yield Finding(
                "warning",
                _message(system, cost, value),
                metric=cost[0].key,
                basis=(value[0].key, rounded(cost[1]), rounded(value[1])),
                mends=tuple(_mends(system, cost, value[1])) if value[1] > 0 else (),
            )


def _per_customer(system: System, term: str) -> Iterator[Worth]:
    """The money of one customer that a term means, over the plan; in a month, if it adds up."""
    for metric in system.project.metrics:
        if metric.unit == "money" and is_called(metric, term) and not _is_total(system, metric):
            value = system.forecast.monthly(metric.key)
            if isinstance(value, float):
                yield metric, value


def _is_total(system: System, metric: Metric) -> bool:
    """Whether money that adds up over the months is added up itself, as a budget is."""
    tree = system.forecast.model.trees.get(metric.key)
    return metric.over_time == "sum" and tree is not None and len(list(terms(tree))) > 1


def _measured(system: System, cost: Metric) -> tuple[Kpi, ...]:
    kpis = system.kpis_by_metric.get(cost.key, ())
    return tuple(kpi for kpi in kpis if kpi.is_measured)


def _is_planned(system: System, cost: Metric, value: float) -> bool:
    """Whether somebody is to bring the cost down to what a customer brings."""
    plans = (kpi.plan for kpi in _measured(system, cost))
    return any(plan is not None and plan <= value for plan in plans)


def _message(system: System, cost: Worth, value: Worth) -> Text:
    return text(
        "“{cost}” is {spent}, above “{value}” of {brought}: every new customer is a loss",
        cost=cost[0].name,
        spent=figure(cost[1], cost[0], system.project),
        value=value[0].name,
        brought=figure(value[1], value[0], system.project),
    )


def _mends(system: System, cost: Worth, value: float) -> Iterator[Mend]:
    kpis = _measured(system, cost[0])
    most, usual = _down(value), _down(value / _SHARE)
    names = {"metric": cost[0].name}
    if kpis:
        yield Mend(
            text(
                "Plan “{metric}” at {value}, the lifetime value",
                value=figure(most, cost[0], system.project), **names,
            ),
            _planned(cost, kpis, most),
            _rule(system, cost[0], usual),
        )  # fmt: skip
        yield Mend(
            text(
                "Plan “{metric}” at {value}, a third of the lifetime value",
                value=figure(usual, cost[0], system.project), **names,
            ),
            _planned(cost, kpis, usual),
        )  # fmt: skip
        return
    for role in _owners(system, cost[0].key):
        yield _given(system, cost, role, most)


def _rule(system: System, cost: Metric, usual: float) -> Text:
    return text(
        "The usual rule is a third of the lifetime value: {value}",
        value=figure(usual, cost, system.project),
    )


def _planned(cost: Worth, kpis: tuple[Kpi, ...], plan: float) -> tuple[ChangeKpi, ...]:
    """Everybody who is measured by the cost with one plan, and levels that lead down to it."""
    edits = []
    for kpi in kpis:
        changes: dict[str, object] = {"plan": plan}
        if kpi.base is None or kpi.base <= plan:
            changes["base"] = rounded(cost[1])
        if kpi.maximum is not None and kpi.maximum > plan:
            changes["maximum"] = None
        edits.append(ChangeKpi(*kpi.place, changes, cost[0].name))
    return tuple(edits)


def _given(system: System, cost: Worth, role: Key, plan: float) -> Mend:
    metric, spent = cost
    kpi = Kpi(metric=metric.key, role=role, period="month", scale=STANDARD_SCALE)
    return Mend(
        text(
            "Give “{metric}” to {role}, planned at {value} at most",
            value=figure(plan, metric, system.project),
            **system.names(metric=metric.key, role=role),
        ),
        agree(system, ((metric, kpi.having(**base_and_plan(metric, spent, plan))),)),
        _rule(system, metric, _down(plan / _SHARE)),
    )


def _owners(system: System, cost: Key) -> tuple[Key, ...]:
    """Managers, else the staff who move the cost most."""
    moving = (lever.owner for lever in system.control.levers(cost))
    staff = [role for role in moving if role is not None and role not in system.contractors]
    return tuple(dict.fromkeys((*managers(system), *staff)))[:_MOST_OWNERS]


def _down(value: float) -> float:
    """A value in round figures, never above it."""
    step = 10.0 ** (math.floor(math.log10(value)) - _FIGURES + 1)
    return float(f"{math.floor(value / step) * step:.{_FIGURES}g}")


CHECK = Check("KPI305", find, __doc__)
