"""A period shorter than the horizon of influence

Finds a KPI that is counted more often than an action can show in its metric: by the month where
it takes a quarter, for example.

A KPI is moved by its owner within its period. Where the action shows later, the owner is paid or
blamed for what was done, or not done, long before.

Count the KPI over the period in which an action shows, or own a factor that answers sooner.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.base.texts import Text, context, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.system import System
from workbench.checks.wording import PERIODS
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi, Period
from workbench.document.metric import Horizon
from workbench.planning.assignment import rounded
from workbench.planning.goals import MONTHS

_HORIZONS: dict[Horizon, tuple[Period, Text]] = {
    "week": ("week", context("horizon", "week")),
    "month": ("month", context("horizon", "month")),
    "quarter": ("quarter", context("horizon", "quarter")),
}


def find(system: System) -> Iterator[Finding]:
    """KPIs whose owners cannot move them in time."""
    for kpi in system.measured:
        influence = system.metric(kpi.metric).influence
        if kpi.part != "owner" or not influence.direct:
            continue
        if kpi.period and influence.horizon and MONTHS[kpi.period] < MONTHS[influence.horizon]:
            yield _finding(system, kpi, kpi.period, influence.horizon)


def _finding(system: System, kpi: Kpi, period: Period, horizon: Horizon) -> Finding:
    enough, named = _HORIZONS[horizon]
    return Finding(
        "warning",
        text(
            "“{metric}” of {role} is counted by the {period}, but it takes a {horizon} for an "
            "action to show in it",
            period=PERIODS[period], horizon=named,
            **system.names(metric=kpi.metric, role=kpi.role),
        ),
        metric=kpi.metric,
        role=kpi.role,
        basis=(period, horizon),
        mends=tuple(_longer(system, kpi, period, enough)),
    )  # fmt: skip


def _longer(system: System, kpi: Kpi, period: Period, enough: Period) -> Iterator[Mend]:
    name = system.metric(kpi.metric).name
    titles: dict[Period, Text] = {
        "week": text("Count “{metric}” by the week", metric=name),
        "month": text("Count “{metric}” by the month", metric=name),
        "quarter": text("Count “{metric}” by the quarter", metric=name),
    }
    levels = _added_up(system, kpi, MONTHS[enough] / MONTHS[period])
    if all(map(math.isfinite, levels.values())):
        changes = {"period": enough, **levels}
        yield Mend(titles[enough], (ChangeKpi(*kpi.place, changes, name),))


def _added_up(system: System, kpi: Kpi, times: float) -> dict[str, float]:
    """Base, plan and maximum of a flow, which add up over the longer period."""
    if system.metric(kpi.metric).over_time != "sum":
        return {}
    levels = {"base": kpi.base, "plan": kpi.plan, "maximum": kpi.maximum}
    return {name: rounded(value * times) for name, value in levels.items() if value is not None}


CHECK = Check("KPI104", find, __doc__)
