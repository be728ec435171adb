"""What one person of a role earns in a month: at shares of the plan, at best and at worst."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import text
from workbench.document.kpi import Kpi
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Problem, Result
from workbench.planning.completion import attainable, most_counted
from workbench.planning.pay import best_payout, paid_kpis, payout, sum_of, times

LEVELS = (0.8, 1.0, 1.2)


@dataclass(frozen=True, slots=True)
class Earnings:
    """Money of a month, before the person's own taxes; a bonus without an end is a problem."""

    salary: float
    bonus: Result
    payroll_tax: float

    @property
    def total(self) -> Result:
        """Salary and bonus together."""
        return sum_of((self.salary, self.bonus))

    @property
    def cost(self) -> Result:
        """What the employer pays: the total with payroll tax."""
        return times(self.total, 1 + self.payroll_tax)


def earnings(role: Role, bonus: Result) -> Earnings:
    """The month of one person with this bonus."""
    return Earnings(role.salary, bonus, role.payroll_tax)


def earnings_at(project: Project, role: Role, level: float) -> Earnings:
    """Every KPI at one completion, such as 0.8; a yes or no is done from 1 on."""
    return earnings(
        role, sum_of(_at(project, role, kpi, level) for kpi in bonus_kpis(project, role))
    )


def worst_case(project: Project, role: Role) -> Earnings:
    """Nothing of any KPI is done; a scale may pay something even then."""
    return earnings_at(project, role, 0.0)


def best_case(project: Project, role: Role) -> Earnings:
    """Every KPI where it pays most; a problem where one pays without an end."""
    return earnings(role, sum_of(_best(project, role, kpi) for kpi in bonus_kpis(project, role)))


def bonus_kpis(project: Project, role: Role) -> tuple[Kpi, ...]:
    """The KPIs that can bring a role money: with a weight, where there is a bonus."""
    return tuple(kpi for kpi in paid_kpis(project, role.key) if kpi.weight and role.bonus)


def _at(project: Project, role: Role, kpi: Kpi, level: float) -> float:
    metric = project.metric(kpi.metric)
    paid = payout(kpi.scale, attainable(metric, level), most_counted(kpi, metric))
    return role.bonus * kpi.weight * paid


def _best(project: Project, role: Role, kpi: Kpi) -> Result:
    metric = project.metric(kpi.metric)
    best = best_payout(kpi.scale, most_counted(kpi, metric))
    if best is None:
        reason = text("no upper end: the scale of “{metric}” has no cap", metric=metric.name)
        return Problem(reason, kpi.metric)
    return role.bonus * kpi.weight * best
