"""Giving KPIs to roles: what a new one starts with, how many fit, how weights add up."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workbench.document.kpi import Kpi, Part, Scale
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast

STANDARD_SCALE = Scale(
    kind="linear", points=((0.8, 0.8), (1.0, 1.0), (1.2, 1.2)), threshold=0.8, cap=1.2
)
MOST, MOST_OF_A_MANAGER = 5, 7
# Weights closer to 100% than what is shown of them count as adding up.
_CLOSE = 0.0005
# Figures that are agreed with a person: a proposal of 213.3333 would look computed.
_FIGURES = 4


def proposed(project: Project, forecast: Forecast, place: tuple[Key, Key], part: Part) -> Kpi:
    """A KPI for a free cell: agreed as the owner has it, else from the forecast and the norm."""
    metric, role = place
    if part == "contributor":
        return Kpi(metric=metric, role=role, part=part, period="month")
    owner = owner_of(project, metric)
    base, plan = (owner.base, owner.plan) if owner else _levels(project.metric(metric), forecast)
    return Kpi(
        metric=metric,
        role=role,
        part=part,
        weight=missing_weight(project, role),
        base=base,
        plan=plan,
        period=owner.period if owner else "month",
        scale=owner.scale if owner else STANDARD_SCALE,
    )


def most_kpis(project: Project, role: Key) -> int:
    """How many KPIs a role can mind: a manager, who leads others to some of them, a few more."""
    return MOST_OF_A_MANAGER if is_manager(project, role) else MOST


def is_manager(project: Project, role: Key) -> bool:
    """Whether a role answers for anything through the people it leads."""
    return any(kpi.part == "leader" for kpi in project.kpis_of_role(role))


def owner_of(project: Project, metric: Key) -> Kpi | None:
    """The KPI of the role that owns a metric."""
    return next((kpi for kpi in project.kpis_of_metric(metric) if kpi.part == "owner"), None)


def missing_weight(project: Project, role: Key) -> float:
    """What the weights of a role lack to 100%, nothing where they are over it."""
    return max(0.0, round(1 - total_weight(project.kpis_of_role(role)), 4))


def total_weight(kpis: Sequence[Kpi]) -> float:
    """The sum of the weights that are paid, without binary dust."""
    return round(math.fsum(kpi.weight for kpi in measured(kpis)), 6)


def adds_up(total: float) -> bool:
    """Whether a sum of weights is 100%, as far as people see."""
    return abs(total - 1) < _CLOSE


def measured(kpis: Sequence[Kpi]) -> tuple[Kpi, ...]:
    """The KPIs a role is paid by: all but those it only helps with."""
    return tuple(kpi for kpi in kpis if kpi.is_measured)


def rounded(value: float) -> float:
    """A value in round figures, as one would agree on it; the largest of all stay as they are."""
    found = float(f"{value:.{_FIGURES}g}")
    return found if math.isfinite(found) else value


def _levels(metric: Metric, forecast: Forecast) -> tuple[float | None, float | None]:
    """Base and plan: the average month of the forecast and the norm.

    Without a norm the plan is to hold the forecast, and then without a base: between two
    equal levels there is no way that completion could measure.
    """
    monthly = forecast.monthly(metric.key)
    base = None if isinstance(monthly, Problem) else rounded(monthly)
    plan = base if metric.norm is None else metric.norm
    return (None if base == plan else base), plan
