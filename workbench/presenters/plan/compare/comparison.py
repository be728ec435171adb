"""The forecasts of all scenarios, and which metrics differ."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.metric import Metric
from workbench.document.plan import Goal, Scenario
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast, Series

_DUST = 1e-9


@dataclass(frozen=True)
class Comparison:
    """The base, and what each scenario makes of it."""

    base: Forecast
    others: tuple[Forecast, ...]

    @property
    def project(self) -> Project:
        """The project all are of."""
        return self.base.project

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of the project, one a metric."""
        first = {goal.metric: goal for goal in reversed(self.project.goals)}
        return tuple(goal for goal in self.project.goals if first[goal.metric] is goal)

    @property
    def differing(self) -> tuple[Metric, ...]:
        """The metrics that are other in any scenario, goals left out, in their order."""
        goals = {goal.metric for goal in self.project.goals}
        return tuple(
            metric
            for metric in self.project.metrics
            if metric.key not in goals
            and any(self._differs(one, metric.key) for one in self.others)
        )

    def _differs(self, other: Forecast, metric: Key) -> bool:
        return _differ(other.values[metric], self.base.values[metric]) or _differ(
            (other.monthly(metric),), (self.base.monthly(metric),)
        )


def is_set(forecast: Forecast, metric: Key) -> bool:
    """Whether the scenario itself gives the value."""
    scenario: Scenario | None = forecast.scenario
    return scenario is not None and metric in scenario.values


def _differ(one: Series, other: Series) -> bool:
    return any(_apart(a, b) for a, b in zip(one, other, strict=True))


def _apart(one: Result, other: Result) -> bool:
    if isinstance(one, Problem) or isinstance(other, Problem):
        return type(one) is not type(other)
    return abs(one - other) > _DUST * max(abs(one), abs(other))
