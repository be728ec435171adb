"""A goal as a function of its levers; their factors are one point."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from workbench.document.metric import Metric
from workbench.document.plan import Given, Goal, Scenario
from workbench.document.value import Key
from workbench.formula.gradient import Backward
from workbench.formula.syntax import Call, walk
from workbench.formula.values import Result, Stop, demand
from workbench.planning.bounds import times
from workbench.planning.crossing import crossing
from workbench.planning.cuts import Cut, Point, Way, effort
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import part_of_total, progress
from workbench.planning.slopes import Slopes

_DUST = 1e-13


class Cancelled(Exception):
    """The person has stopped the search."""


class Aim:
    """The goal's metric, how far from the goal it is and how it answers, at any point."""

    def __init__(
        self,
        start: Forecast,
        goal: Goal,
        ways: Sequence[Way],
        others: Mapping[Key, Given],
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._start = start
        self._cancelled = cancelled
        self.goal = goal
        self.ways = ways
        self._others = others
        self._part = part_of_total(start.project, goal.metric, goal.period)
        self.here = [way.bounds.clipped(1.0) for way in ways]
        self.upwards = goal.value >= self.value(self.here)

    @property
    def metric(self) -> Metric:
        """The metric of the goal."""
        return self._start.project.metric(self.goal.metric)

    @property
    def beneath(self) -> frozenset[Key]:
        """What the goal is computed from."""
        return self._start.beneath(self.goal.metric)

    def value(self, factors: Point) -> float:
        """What the goal's metric is in its period."""
        result: Result = progress(self._forecast(factors), self.goal).forecast
        return demand(result)

    def values(self, factors: Point) -> dict[Key, Given]:
        """The levers, moved."""
        return {
            way.metric.key: times(way.value, factor)
            for way, factor in zip(self.ways, factors, strict=True)
        }

    def missed(self, point: Point) -> float:
        """How much the goal is missed by, in its direction; met at 0 and below.

        Infinitely where there is no number.
        """
        gap = self.goal.value - self.number(point)
        return math.inf if math.isnan(gap) else gap if self.upwards else -gap

    def number(self, point: Point) -> float:
        """The value, NaN where there is none."""
        try:
            return self.value(point)
        except Stop:
            return math.nan

    def cut(self, point: Point) -> Cut | None:
        """The condition that the goal is met, as it looks straight on from a point, if it does."""
        sign = 1 if self.upwards else -1
        try:
            slopes = tuple(sign * slope for slope in self.slopes(point))
        except (Stop, ArithmeticError):
            return None
        gone = sum(s * (f - 1) for s, f in zip(slopes, point, strict=True))
        return Cut(slopes, self.missed(point) + gone)

    def slopes(self, factors: Point, kind: type[Backward] = Backward) -> list[float]:
        """The derivative of the goal by each factor."""
        slopes = Slopes.of(self._forecast(factors), kind).of_total(self.goal.metric)
        found = dict.fromkeys((way.metric.key for way in self.ways), 0.0)
        for (key, month), slope in slopes.items():
            if key in found:
                found[key] += slope * self._part * demand(self._start.values[key][month])
        dust = _DUST * max(map(abs, found.values()))
        return [slope if abs(slope) > dust else 0.0 for slope in found.values()]

    def branch(self, point: Point) -> tuple[int, ...]:
        """The levers that have an effect at a point."""
        try:
            slopes = self.slopes(point)
        except (Stop, ArithmeticError):
            return ()
        return tuple(at for at, slope in enumerate(slopes) if slope)

    @cached_property
    def has_branches(self) -> bool:
        """Whether the goal is computed with a choice, so that levers count here and not there."""
        beneath = self.beneath
        return any(
            isinstance(part, Call) and part.function in ("min", "max", "if", "abs")
            for key, tree in self._start.trees.items() if key in beneath
            for part in walk(tree)
        )  # fmt: skip

    def effort(self, point: Point) -> float:
        """What is to be least."""
        return effort(self.ways, point)

    def met_between(self, point: Point, good: Point, by: float = 0.0) -> Point:
        """The first point on the way to a good one that meets the goal, or misses it by so much."""

        def missed(share: float) -> float:
            return self.missed(between(point, good, share)) - by

        start, end = missed(0.0), missed(1.0)
        if start <= 0 or end > 0:
            return point if start <= 0 else good
        return between(point, good, crossing(missed, 0.0, (0.0, start), (1.0, end)))

    def _forecast(self, factors: Point) -> Forecast:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        values = {**self._others, **self.values(factors)}
        scenario = Scenario(key="given", name="…", values=values)
        return calculate(self._start.project, scenario, self._start.model)


def between(one: Point, other: Point, share: float) -> Point:
    """The point so far on the straight way from one to the other."""
    return [a + share * (b - a) for a, b in zip(one, other, strict=True)]
