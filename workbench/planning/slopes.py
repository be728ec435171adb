"""Derivatives of a forecast: what a change of any input in any month does to a total.

Totals are taken apart into months, then one sweep goes from the last month to the first, results
before what they are computed from (reverse accumulation over the one tree of each formula).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Self

from workbench.document.metric import Metric, OverTime
from workbench.document.value import Key
from workbench.formula.gradient import Backward, Mention, metric_of
from workbench.formula.syntax import Call, Node
from workbench.formula.values import Result, demand
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months
from workbench.planning.totals import Totals

# The month of a mention that stands for the total over all months.
_TOTAL = -1


class Slopes:
    """The derivatives of computed months, found on demand; each method raises `Stop`.

    `trees` are the formulas in force, in the order of computing.
    """

    def __init__(
        self,
        frame: Months,
        trees: Mapping[Key, Node],
        kind: type[Backward] = Backward,
        totals: Mapping[Key, Result] = MappingProxyType({}),
    ) -> None:
        self.frame = frame
        self._kind = kind
        self._trees = trees
        self._order = tuple(reversed(list(trees)))
        self._totals = Totals(frame, trees, known=totals)
        self._months = range(frame.project.calendar.months)
        self._known: dict[Mention, Mapping[Mention, float]] = {}

    @classmethod
    def of(cls, forecast: Forecast, kind: type[Backward] = Backward) -> Self:
        """The derivatives of a forecast."""
        frame = Months.of(forecast.project, forecast.values)
        return cls(frame, forecast.trees, kind, forecast.totals)

    def of_total(self, metric: Key) -> Mapping[Mention, float]:
        """The derivative of a metric's total by every input and month beneath it."""
        demand(self._totals.total(metric))
        return self.down(self._in_months(metric))

    def elasticity(self, metric: Key) -> Mapping[Key, float]:
        """By input: the change of the total, in its per cents, for one per cent of the input."""
        total = demand(self._totals.total(metric))
        found: dict[Key, float] = {}
        for (key, month), slope in self.of_total(metric).items():
            found[key] = found.get(key, 0.0) + slope * self.frame.value(key, month)
        return {key: swing / total for key, swing in found.items()} if total else {}

    def down(
        self, slopes: Mapping[Mention, float], ends: Container[Key] = ()
    ) -> Mapping[Mention, float]:
        """Derivatives by metrics and months carried down to the inputs, or to where it is to end.

        What it starts from is itself an end where it is in `ends` or has no formula.
        """
        left = dict(slopes)
        for month in reversed(self._months):
            for key in self._order:
                if key in ends or (key, month) not in left:
                    continue
                slope = left.pop((key, month))
                if slope:
                    for mention, part in self._mentioned(key, month).items():
                        left[mention] = left.get(mention, 0.0) + slope * part
        return left

    def _mentioned(self, metric: Key, month: int) -> Mapping[Mention, float]:
        if (metric, month) not in self._known:
            backward = self._kind(self.frame, month)
            backward.walk(self._trees[metric], 1.0)
            self._known[metric, month] = backward.found
        return self._known[metric, month]

    def _in_months(self, metric: Key) -> Mapping[Mention, float]:
        """The derivative of a total by the months that it is made of."""
        found: dict[Mention, float] = {}
        waiting: dict[Key, float] = {metric: 1.0}
        while waiting:
            key, slope = waiting.popitem()
            for (mention, month), part in self._parts(self.frame.project.metric(key)).items():
                if month == _TOTAL:
                    waiting[mention] = waiting.get(mention, 0.0) + slope * part
                else:
                    found[mention, month] = found.get((mention, month), 0.0) + slope * part
        return found

    def _parts(self, metric: Metric) -> Mapping[Mention, float]:
        """What a total is made of: months, or the totals that a ratio is computed from."""
        if metric.over_time != "ratio":
            return _spread(metric.key, metric.over_time, self._months)
        if metric.from_stage is not None:
            return self._weighted(metric.key, metric.from_stage)
        tree = self._trees.get(metric.key)
        if tree is None:
            return _spread(metric.key, "mean", self._months)
        backward = _OfTotals(self._totals, self.frame, self._months)
        backward.walk(tree, 1.0)
        return backward.found

    def _weighted(self, conversion: Key, stage: Key) -> Mapping[Mention, float]:
        value = self.frame.value
        whole = sum(value(stage, month) for month in self._months)
        total = demand(self._totals.total(conversion))
        found: dict[Mention, float] = {}
        for month in self._months:
            found[conversion, month] = value(stage, month) / whole
            found[stage, month] = (value(conversion, month) - total) / whole
        return found


class _OfTotals(Backward):
    """Carries the derivative of a ratio's total down to the totals and months it is made of."""

    def __init__(self, totals: Totals, months: Months, plan: range) -> None:
        super().__init__(totals, _TOTAL)
        self._months = months
        self._plan = plan

    def lag(self, call: Call, slope: float) -> None:
        """All months moved back, put together as the metric's own total is."""
        key = metric_of(call)
        how = self._months.project.metric(key).over_time
        for (_, month), share in _spread(key, how, self._plan).items():
            moved = Backward(self._months, month)
            moved.lag(call, slope * share)
            for mention, part in moved.found.items():
                self.add(*mention, part)

    def cumulative(self, call: Call, slope: float) -> None:
        """All months of the plan."""
        for month in self._plan:
            self.add(metric_of(call), month, slope)


def _spread(key: Key, how: OverTime, months: range) -> dict[Mention, float]:
    """A total by its months; of a stock the last one is all there is."""
    if how == "last":
        return {(key, months[-1]): 1.0}
    share = 1.0 if how == "sum" else 1 / len(months)
    return {(key, month): share for month in months}
