"""The bonus of a month from its actuals: what each role earned, and what is missing for it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.known import Known
from workbench.planning.pay import RolePay, paid_kpis, pay
from workbench.planning.pay_budget import for_period


def bonuses(plan: Forecast, month: int) -> tuple[RolePay, ...]:
    """What one person of each role that is paid by KPIs earned in a month of the plan.

    A fact that nobody entered counts where it follows from other actuals. A flow whose KPI is
    agreed for a quarter or a year is reckoned at the rate of the month.
    """
    known = Known(plan, month)
    return tuple(
        pay(plan.project, role.key, dict(_facts(plan, role, known)))
        for role in plan.project.roles
        if role.employment == "staff" and paid_kpis(plan.project, role.key)
    )


def _facts(plan: Forecast, role: Role, known: Known) -> Iterator[tuple[Key, float]]:
    for kpi in paid_kpis(plan.project, role.key):
        fact = known.value(kpi.metric)
        over = None if fact is None else for_period(plan, kpi, fact)
        if over is not None and not isinstance(over, Problem):
            yield kpi.metric, over
