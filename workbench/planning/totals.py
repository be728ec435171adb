"""Totals over months: what is a ratio is computed again from its parts, never averaged."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Protocol

from workbench.base.texts import text
from workbench.document.metric import Metric, OverTime
from workbench.document.project import Project
from workbench.formula.compile import Formula, Frame, compiled
from workbench.formula.syntax import Node
from workbench.formula.values import Problem, Result, Stop, demand


class Computed(Frame, Protocol):
    """A frame whose months are all computed."""

    project: Project
    columns: dict[str, list[Result]]


def totals_of(
    frame: Computed, trees: Mapping[str, Node], months: range | None = None
) -> dict[str, Result]:
    """The total of every metric over some months, the whole plan when not said otherwise."""
    totals = Totals(frame, trees, months or range(frame.project.calendar.months))
    for key in trees:  # in the order of computing, so that no chain of ratios gets deep
        totals.total(key)
    return {metric.key: totals.total(metric.key) for metric in frame.project.metrics}


class Totals:
    """The frame in which the formula of a ratio is computed from totals instead of months."""

    def __init__(self, frame: Computed, trees: Mapping[str, Node], months: range) -> None:
        self._frame = frame
        self._trees = trees
        self._months = months
        self._known: dict[str, Result] = {}

    def total(self, key: str) -> Result:
        """The total of one metric."""
        if key not in self._known:
            self._known[key] = Problem(text("the ratio depends on its own total"), key)
            self._known[key] = self._fresh(self._frame.project.metric(key))
        return self._known[key]

    def _fresh(self, metric: Metric) -> Result:
        try:
            return self._computed(metric)
        except Stop as stopped:
            problem = stopped.problem
            return problem if problem.metric else Problem(problem.reason, metric.key)
        except OverflowError:
            return Problem(text("the result is too large"), metric.key)

    def _computed(self, metric: Metric) -> float:
        if metric.over_time == "last":
            return demand(self._column(metric.key, self._months[-1]))
        if metric.over_time != "ratio":
            return _over_time(
                [demand(self._column(metric.key, m)) for m in self._months], metric.over_time
            )
        if metric.from_stage is not None:
            return self._weighted(metric.key, metric.from_stage)
        tree = self._trees.get(metric.key)
        if tree is not None:
            return _finite(compiled(tree)(self, 0))
        return _over_time([demand(self._column(metric.key, m)) for m in self._months], "mean")

    def _weighted(self, conversion: str, stage: str) -> float:
        """A conversion over time: what came out of the stage by what went in."""
        volumes = [demand(self._column(stage, month)) for month in self._months]
        shares = [demand(self._column(conversion, month)) for month in self._months]
        whole = math.fsum(volumes)
        if whole == 0:
            raise Stop(Problem(text("division by zero"), conversion))
        return math.fsum(v * s for v, s in zip(volumes, shares, strict=True)) / whole

    def _column(self, key: str, month: int) -> Result:
        return self._frame.columns[key][month]

    def value(self, metric: str, _month: int) -> float:
        """The total of a metric that a ratio mentions."""
        return demand(self.total(metric))

    def lag(self, metric: str, months: int, initial: Formula | None, _month: int) -> float:
        """The total of a metric moved by some months."""
        moved = [self._frame.lag(metric, months, initial, month) for month in self._months]
        return _over_time(moved, self._frame.project.metric(metric).over_time)

    def cumulative(self, metric: str, _month: int) -> float:
        """The sum up to the last of the months."""
        return float(self._frame.cumulative(metric, self._months[-1]))

    def workdays(self, _month: int) -> float:
        """Working days of all the months."""
        return math.fsum(self._frame.workdays(month) for month in self._months)

    def people(self, role: str) -> float:
        """People in a role."""
        return float(self._frame.people(role))

    def cost(self, role: str) -> float:
        """What a role costs over all the months."""
        return float(self._frame.cost(role)) * len(self._months)


def _over_time(values: list[float], how: OverTime) -> float:
    if how == "last":
        return values[-1]
    total = _finite(math.fsum(values))
    return total if how == "sum" else total / len(values)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise Stop(Problem(text("the result is too large")))
    return value
