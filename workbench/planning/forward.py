"""The forward calculation: from inputs to every metric in every month."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Self

from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.formula.compile import Formula, Frame, compiled
from workbench.formula.model import Model, model_of
from workbench.formula.values import Problem, Result, Stop, demand
from workbench.planning.calendar import working_days
from workbench.planning.forecast import Forecast, Series
from workbench.planning.totals import totals_of

Given = float | tuple[float | None, ...] | None
# By metric, the most that it can be in each month.
Ceilings = Mapping[str, Sequence[float]]


def calculate(
    project: Project,
    scenario: Scenario | None = None,
    model: Model | None = None,
    ceilings: Ceilings | None = None,
) -> Forecast:
    """Compute every metric of a project in every month; scenario values stand in for inputs.

    The `model` of the same metrics, where it is known already, need not be read again. What a
    ceiling cuts off is missing from everything that is computed from it as well.
    """
    model = model or model_of(project)
    frame = Months(project)
    given = dict(scenario.values) if scenario else {}
    for metric in project.metrics:
        frame.columns[metric.key] = _start(metric, given, model, project.calendar.months)
    computed = [
        (key, compiled(model.trees[key]))
        for key in model.order.metrics
        if key in model.trees and key not in given
    ]
    ceilings = ceilings or {}
    for key, most in ceilings.items():
        frame.columns[key] = [_under(*pair) for pair in zip(frame.columns[key], most, strict=True)]
    for month in range(project.calendar.months):
        for key, formula in computed:
            result = evaluated(formula, frame, month, key)
            frame.columns[key][month] = (
                _under(result, ceilings[key][month]) if key in ceilings else result
            )
    values: dict[str, Series] = {key: tuple(column) for key, column in frame.columns.items()}
    trees = {key: model.trees[key] for key, _ in computed}
    return Forecast(project, scenario, model, values, totals_of(frame, trees))


def _under(result: Result, ceiling: float) -> Result:
    return result if isinstance(result, Problem) else min(result, ceiling)


def evaluated(formula: Formula, frame: Frame, month: int, metric: str) -> Result:
    """The value of a formula in a month, or the problem with the place where it began."""
    try:
        result = formula(frame, month)
    except Stop as stopped:
        problem = stopped.problem
        return problem if problem.metric else replace(problem, metric=metric, month=month)
    except OverflowError:
        return Problem(text("the result is too large"), metric, month)
    if not math.isfinite(result):
        return Problem(text("the result is too large"), metric, month)
    return float(result)


class Months:
    """The frame of the forward calculation: a column of results a metric, filled by month."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.columns: dict[str, list[Result]] = {}

    @classmethod
    def of(cls, project: Project, values: Mapping[str, Series]) -> Self:
        """The frame of a calculation that is done."""
        frame = cls(project)
        frame.columns = {key: list(series) for key, series in values.items()}
        return frame

    def value(self, metric: str, month: int) -> float:
        """A metric in a month."""
        return demand(self.columns[metric][month])

    def lag(self, metric: str, months: int, initial: Formula | None, month: int) -> float:
        """A metric some months before; there the initial value, else the first month's."""
        if month >= months:
            return self.value(metric, month - months)
        return self.value(metric, 0) if initial is None else float(initial(self, month))

    def cumulative(self, metric: str, month: int) -> float:
        """The sum of a metric from the first month to this one."""
        return math.fsum(self.value(metric, earlier) for earlier in range(month + 1))

    def workdays(self, month: int) -> float:
        """Working days of a month in the client's country."""
        calendar = self.project.calendar
        return demand(working_days(calendar.country, calendar.month(month)))

    def people(self, role: str) -> float:
        """People in a role."""
        return self.project.role(role).people

    def cost(self, role: str) -> float:
        """What a role costs in a month."""
        return self.project.role(role).monthly_cost


def _start(metric: Metric, given: Mapping[str, Given], model: Model, months: int) -> list[Result]:
    """The column of a metric before anything is computed."""
    if metric.key in given:
        return _inputs(metric, given[metric.key], months)
    error = model.errors.get(metric.key)
    if error is not None:
        return [Problem(error.message, metric.key)] * months
    return [math.nan] * months if metric.is_computed else _inputs(metric, metric.value, months)


def _inputs(metric: Metric, value: Given, months: int) -> list[Result]:
    listed = value if isinstance(value, tuple) else (value,) * months
    padded = (*listed, *(None,) * months)[:months]
    return [
        Problem(text("there is no value"), metric.key, month) if one is None else one
        for month, one in enumerate(padded)
    ]
