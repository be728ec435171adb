"""Totals over months: what is a ratio is computed again from its parts, never averaged."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from workbench.base.texts import text
from workbench.document.metric import Metric, OverTime
from workbench.document.project import Project
from workbench.formula.arithmetic import SCALARS, Arithmetic, Quantity
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
    totals = Totals(frame, trees, months)
    for key in trees:  # in the order of computing, so that no chain of ratios gets deep
        totals.total(key)
    return {metric.key: totals.total(metric.key) for metric in frame.project.metrics}


class Totals:
    """The frame in which the formula of a ratio is computed from totals instead of months."""

    def __init__(
        self,
        frame: Computed,
        trees: Mapping[str, Node],
        months: Sequence[int] | None = None,
        arithmetic: Arithmetic = SCALARS,
        known: Mapping[str, Result] = MappingProxyType({}),
    ) -> None:
        self._frame = frame
        self._trees = trees
        self._months = months or range(frame.project.calendar.months)
        self._arithmetic = arithmetic
        self._known = dict(known)

    def total(self, key: str) -> Result:
        """The total of one metric; with arrays, one element a variant."""
        if key not in self._known:
            self._known[key] = Problem(text("the ratio depends on its own total"), key)
            self._known[key] = self._fresh(self._frame.project.metric(key))
        return self._known[key]

    def _fresh(self, metric: Metric) -> Result:
        try:
            result: Result = self._computed(metric)
        except Stop as stopped:
            problem = stopped.problem
            return problem if problem.metric else Problem(problem.reason, metric.key)
        except OverflowError:
            return Problem(text("the result is too large"), metric.key)
        return result

    def _computed(self, metric: Metric) -> Quantity:
        if metric.over_time == "last":
            return demand(self._frame.columns[metric.key][self._months[-1]])
        if metric.over_time != "ratio":
            return self._over_time(self._column(metric.key), metric.over_time)
        if metric.from_stage is not None:
            return self._weighted(metric.key, metric.from_stage)
        tree = self._trees.get(metric.key)
        if tree is not None:
            return _finite(compiled(tree, self._arithmetic)(self, 0))
        return self._over_time(self._column(metric.key), "mean")

    def _weighted(self, conversion: str, stage: str) -> Quantity:
        """A conversion over time: what came out of the stage by what went in."""
        volumes, shares = self._column(stage), self._column(conversion)
        came_out = self._arithmetic.total([v * s for v, s in zip(volumes, shares, strict=True)])
        return self._arithmetic.divide(came_out, self._arithmetic.total(volumes))

    def _column(self, key: str) -> list[Quantity]:
        return [demand(self._frame.columns[key][month]) for month in self._months]

    def _over_time(self, values: list[Quantity], how: OverTime) -> Quantity:
        if how == "last":
            return values[-1]
        total = self._arithmetic.total(values)
        return total if how == "sum" else total / len(values)

    def value(self, metric: str, _month: int) -> Quantity:
        """The total of a metric that a ratio mentions."""
        return demand(self.total(metric))

    def lag(self, metric: str, months: int, initial: Formula | None, _month: int) -> Quantity:
        """The total of a metric moved by some months."""
        moved = [self._frame.lag(metric, months, initial, month) for month in self._months]
        return self._over_time(moved, self._frame.project.metric(metric).over_time)

    def cumulative(self, metric: str, _month: int) -> Quantity:
        """The sum up to the last of the months."""
        return self._frame.cumulative(metric, self._months[-1])

    def workdays(self, _month: int) -> float:
        """Working days of all the months."""
        return math.fsum(self._frame.workdays(month) for month in self._months)

    def people(self, role: str) -> float:
        """People in a role."""
        return float(self._frame.people(role))

    def cost(self, role: str) -> float:
        """What a role costs over all the months."""
        return float(self._frame.cost(role)) * len(self._months)


def _finite(value: Quantity) -> Quantity:
    """The value, if it is one number that can be held; arrays show theirs element by element."""
    if isinstance(value, float) and not math.isfinite(value):
        raise Stop(Problem(text("the result is too large")))
    return value
