"""How far the forecast is from a goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.document.kpi import Period
from workbench.document.metric import Horizon, Metric
from workbench.document.plan import Goal, GoalPeriod
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast

# How many months each has: a year has 12 months, 52 weeks and 5 working days in each of them.
MONTHS: Mapping[Period | Horizon, float] = {
    "hour": 12 / 260, "day": 12 / 260, "week": 12 / 52, "month": 1, "quarter": 3, "year": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Progress:
    """A goal beside what the plan gives for its period; `share` is forecast ÷ goal."""

    goal: Goal
    forecast: Result

    @property
    def share(self) -> float | None:
        """How much of the goal is reached, where that makes sense."""
        if isinstance(self.forecast, Problem) or self.goal.value == 0:
            return None
        return self.forecast / self.goal.value


def progress(forecast: Forecast, goal: Goal) -> Progress:
    """The goal beside the average month, quarter or year of the plan, or beside the whole of it."""
    total = forecast.totals[goal.metric]
    if isinstance(total, Problem):
        return Progress(goal, total)
    return Progress(goal, total * part_of_total(forecast.project, goal.metric, goal.period))


def part_of_total(project: Project, metric: Key, period: GoalPeriod) -> float:
    """What a total over the plan is times for one period: of what does not add up, the whole."""
    if period == "plan" or project.metric(metric).over_time != "sum":
        return 1.0
    return MONTHS[period] / project.calendar.months


def whole_months(period: Period | None) -> int | None:
    """The months of a period, one where it is not set; days and weeks are no months."""
    months = MONTHS[period or "month"]
    return int(months) if months >= 1 else None


def meets(metric: Metric, value: float, wanted: float) -> bool:
    """Whether a value is as good as wanted, in the direction of the metric."""
    slack = 1e-9 * max(abs(value), abs(wanted))
    if metric.better == "lower":
        return value <= wanted + slack
    return value >= wanted - slack
