"""What the forward calculation answers: every metric, every month, and the totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.formula.model import Model
from workbench.formula.syntax import Node, metrics_in
from workbench.formula.values import Problem, Result

Series = tuple[Result, ...]


@dataclass(frozen=True)
class Forecast:
    """Values by metric key and month of the plan; `totals` are over the whole plan."""

    project: Project
    scenario: Scenario | None
    model: Model
    values: Mapping[str, Series]
    totals: Mapping[str, Result]

    def problem(self, metric: str) -> Problem | None:
        """The first problem of a metric, its own or one that travelled there."""
        results = (*self.values[metric], self.totals[metric])
        return next((result for result in results if isinstance(result, Problem)), None)

    def monthly(self, metric: str) -> Result:
        """The average month of the plan: a sum's total by the number of months, else the total."""
        total = self.totals[metric]
        if isinstance(total, Problem):
            return self._constant(metric, total)
        if self.project.metric(metric).over_time != "sum":
            return total
        return total / len(self.values[metric])

    def _constant(self, metric: str, otherwise: Problem) -> Result:
        """The value of a metric that is the same in all months, whatever weights are missing."""
        first, *others = self.values[metric]
        return first if all(other == first for other in others) else otherwise

    def is_computed(self, metric: str) -> bool:
        """Whether a formula gives the numbers of a metric, rather than a person or a scenario."""
        given = self.scenario.values if self.scenario else {}
        return metric in self.model.trees and metric not in given

    @property
    def trees(self) -> Mapping[str, Node]:
        """The formulas in force, in the order of computing: a scenario may stand in for some."""
        order = (key for key in self.model.order.metrics if self.is_computed(key))
        return {key: self.model.trees[key] for key in order}

    def beneath(self, metric: str) -> frozenset[str]:
        """A metric and everything that it, or its total over the months, is computed from."""
        trees = self.trees
        found: set[str] = set()
        waiting = [metric]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                stage = self.project.metric(key).from_stage
                waiting += [stage] if stage is not None else []
                waiting += metrics_in(trees[key]) if key in trees else ()
        return frozenset(found)

    def inputs(self, metric: str) -> tuple[str, ...]:
        """The inputs beneath a metric, in the order of the project; no result that is set."""
        beneath = self.beneath(metric)
        return tuple(
            one.key for one in self.project.metrics if one.key in beneath and not one.is_computed
        )

    @property
    def known(self) -> Mapping[str, object]:
        """What each computed metric is worth: one number, or one a month where they differ."""
        found: dict[str, object] = {}
        for key in self.model.trees:
            months = self.values[key]
            numbers = tuple(None if isinstance(one, Problem) else one for one in months)
            if any(number is not None for number in numbers):
                found[key] = numbers[0] if len(set(numbers)) == 1 else numbers
        return found
