"""The pay budget of the department: the forecast of a scenario taken for the facts of each month.

Salaries and bonuses of the people there are, and the employer's payroll tax on both. A KPI of a
quarter, year, week or day is judged by the pace of the month: a flow is multiplied by the months
of the period, a share or a stock is taken as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.document.kpi import Kpi
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Problem, Result, bounded
from workbench.planning.completion import completion, most_counted
from workbench.planning.earnings import bonus_kpis
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import MONTHS
from workbench.planning.pay import payout, sum_of, times


@dataclass(frozen=True, slots=True)
class PayLine:
    """Money for all people of a role or a department, in a month or over the plan."""

    salaries: Result
    bonuses: Result
    tax: Result

    @property
    def total(self) -> Result:
        """All that the employer pays."""
        return sum_of((self.salaries, self.bonuses, self.tax))


@dataclass(frozen=True, slots=True)
class Versus:
    """How far a budget is from another: in money and as a share of it, where it has one."""

    amount: Result
    share: float | None


@dataclass(frozen=True)
class RoleBudget:
    """A role by months of the plan."""

    role: Role
    months: tuple[PayLine, ...]

    @cached_property
    def whole(self) -> PayLine:
        """The role over the plan."""
        return together(self.months)


@dataclass(frozen=True)
class PayBudget:
    """The department in the base (no scenario) or in a scenario."""

    scenario: Scenario | None
    roles: tuple[RoleBudget, ...]
    length: int

    @cached_property
    def months(self) -> tuple[PayLine, ...]:
        """The department by months of the plan."""
        return tuple(together(role.months[at] for role in self.roles) for at in range(self.length))

    @cached_property
    def whole(self) -> PayLine:
        """The department over the plan."""
        return together(self.months)

    def against(self, base: PayBudget) -> Versus:
        """How much more or less than another budget over the plan."""
        here, there = self.whole.total, base.whole.total
        amount = sum_of((here, times(there, -1)))
        if isinstance(amount, Problem) or isinstance(there, Problem) or there == 0:
            return Versus(amount, None)
        return Versus(amount, amount / there)

    @property
    def monthly(self) -> Result:
        """The average month."""
        return times(self.whole.total, 1 / self.length)


def pay_budget(forecast: Forecast) -> PayBudget:
    """What the department is paid where the months bring what is forecast.

    A KPI that has no number in a month leaves the bonus of its role there without one, and every
    sum that needs it; other roles and all salaries are computed.
    """
    project = forecast.project
    months = range(project.calendar.months)
    roles = tuple(
        RoleBudget(role, tuple(_month(forecast, role, month) for month in months))
        for role in project.roles
    )
    return PayBudget(forecast.scenario, roles, len(months))


def pay_budgets(project: Project) -> tuple[PayBudget, ...]:
    """The budget of the base, then that of every scenario."""
    return tuple(
        pay_budget(calculate(project, scenario)) for scenario in (None, *project.scenarios)
    )


def together(lines: Iterable[PayLine]) -> PayLine:
    """Lines added up; a part that has no number in one of them has none in the sum."""
    found = tuple(lines)
    return PayLine(
        sum_of(line.salaries for line in found),
        sum_of(line.bonuses for line in found),
        sum_of(line.tax for line in found),
    )


def fact_of(forecast: Forecast, kpi: Kpi, month: int) -> Result:
    """The forecast of a month as a fact for the period that the plan of a KPI is about."""
    return for_period(forecast, kpi, forecast.values[kpi.metric][month])


def expected_fact(forecast: Forecast, kpi: Kpi) -> Result:
    """The average month of the forecast as such a fact."""
    return for_period(forecast, kpi, forecast.monthly(kpi.metric))


def for_period(forecast: Forecast, kpi: Kpi, value: Result) -> Result:
    """What a KPI is held to in a month: of a flow so much for its whole period, else as it is."""
    if forecast.project.metric(kpi.metric).over_time != "sum":
        return value
    return times(value, MONTHS[kpi.period or "month"])


def _month(forecast: Forecast, role: Role, month: int) -> PayLine:
    """The tax has no number where the bonus has none, unless there is no tax."""
    salaries = bounded(role.people * role.salary)
    kpis = bonus_kpis(forecast.project, role)
    one = sum_of(_bonus(forecast, role, kpi, month) for kpi in kpis)
    bonuses = times(one, role.people)
    taxed = sum_of((salaries, bonuses)) if role.payroll_tax else 0.0
    return PayLine(salaries, bonuses, times(taxed, role.payroll_tax))


def _bonus(forecast: Forecast, role: Role, kpi: Kpi, month: int) -> Result:
    fact = fact_of(forecast, kpi, month)
    if isinstance(fact, Problem):
        return fact
    metric = forecast.project.metric(kpi.metric)
    done = completion(kpi, metric, fact)
    if isinstance(done, Problem):
        return done
    return role.bonus * kpi.weight * payout(kpi.scale, done, most_counted(kpi, metric))
