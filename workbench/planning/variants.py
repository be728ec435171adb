"""The forward calculation for many values of some inputs at once: arrays, one element a variant.

Only what lies between those inputs and the wanted metric is computed; everything else keeps the
numbers of the forecast.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property

import numpy as np

from workbench.document.value import Key
from workbench.formula.arithmetic import Quantity
from workbench.formula.arrays import ARRAYS
from workbench.formula.compile import Formula, compiled
from workbench.formula.syntax import Call, Node, metrics_in, walk
from workbench.formula.values import Problem, Stop
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months
from workbench.planning.totals import Totals

# Functions whose result differs by month even where what they mention does not.
_OF_MONTHS = ("lag", "cumulative", "workdays")


class Variants:
    """One metric of a forecast as a function of some inputs."""

    def __init__(self, forecast: Forecast, metric: Key, inputs: Collection[Key]) -> None:
        self._forecast = forecast
        self._metric = metric
        self._frame = _Columns.of(forecast.project, forecast.values)
        moving = _moving(self._trees, inputs, forecast.model.order.metrics)
        needed = forecast.beneath(metric)
        self._steps = [
            (key, tree, compiled(tree, ARRAYS), _is_of_months(tree))
            for key, tree in moving.items()
            if key in needed
        ]

    def totals(self, columns: Mapping[Key, Sequence[Quantity]]) -> Quantity | Problem:
        """The total of the metric in each variant; `columns` has each input by month.

        NaN stands where a variant has no number; a problem is one that all variants share.
        """
        for key, column in columns.items():
            self._frame.columns[key] = list(column)
        try:
            with np.errstate(over="raise"):
                self._fill(_plain)
        except FloatingPointError:
            with np.errstate(over="ignore", invalid="ignore"):
                self._fill(_finite)
        totals = Totals(self._frame, self._trees, arithmetic=ARRAYS)
        for key in self._ratios:
            totals.total(key)
        return totals.total(self._metric)

    def months(self, metric: Key) -> Sequence[Quantity]:
        """A metric by month in each variant, after `totals` was asked for."""
        return self._frame.columns[metric]

    def _fill(self, checked: Callable[[Quantity], Quantity]) -> None:
        for key, _, _, _ in self._steps:
            self._frame.columns[key] = []
        for month in range(self._forecast.project.calendar.months):
            for key, tree, formula, of_months in self._steps:
                column = self._frame.columns[key]
                if month and not of_months and self._is_as_before(tree, month):
                    column.append(column[-1])
                else:
                    column.append(self._cell(formula, month, checked))

    def _cell(
        self, formula: Formula, month: int, checked: Callable[[Quantity], Quantity]
    ) -> Quantity | Problem:
        try:
            return checked(formula(self._frame, month))
        except Stop as stopped:
            return stopped.problem

    def _is_as_before(self, tree: Node, month: int) -> bool:
        """Whether everything a formula mentions is what it was in the month before."""
        columns = self._frame.columns
        return all(_same(columns[key][month], columns[key][month - 1]) for key in metrics_in(tree))

    @cached_property
    def _ratios(self) -> Sequence[Key]:
        """What the total goes by, in the order of computing, so that no chain of it gets deep."""
        of = self._forecast.project.metric
        if of(self._metric).over_time != "ratio":
            return ()
        beneath = self._forecast.beneath(self._metric)
        return [key for key in self._trees if key in beneath and of(key).over_time == "ratio"]

    @cached_property
    def _trees(self) -> Mapping[Key, Node]:
        return self._forecast.trees


class _Columns(Months):
    """The months of a forecast, some of them arrays."""

    def cumulative(self, metric: str, month: int) -> Quantity:
        """The sum of a metric from the first month to this one."""
        return ARRAYS.total([self.value(metric, earlier) for earlier in range(month + 1)])

    def lag(self, metric: str, months: int, initial: Formula | None, month: int) -> Quantity:
        """A metric some months before; there the initial value, else the first month's."""
        if month >= months:
            return self.value(metric, month - months)
        return self.value(metric, 0) if initial is None else initial(self, month)


def _plain(value: Quantity) -> Quantity:
    """A value as it is: of arrays it is known that nothing got too large."""
    return _finite(value) if isinstance(value, float) else value


def _finite(value: Quantity) -> Quantity:
    """A value, NaN where it got too large: no metric of the forward calculation is infinite."""
    return np.where(np.isfinite(value), value, np.nan)


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two results are the same number, or the very same array."""
    return one is other or (isinstance(one, float) and isinstance(other, float) and one == other)


def _is_of_months(tree: Node) -> bool:
    return any(isinstance(part, Call) and part.function in _OF_MONTHS for part in walk(tree))


def _moving(
    trees: Mapping[Key, Node], inputs: Collection[Key], order: Sequence[Key]
) -> dict[Key, Node]:
    """The formulas that follow the inputs, in the order of computing; a lag may close a circle."""
    reached = set(inputs)
    while True:
        fresh = {k for k, tree in trees.items() if k not in reached and metrics_in(tree) & reached}
        if not fresh:
            return {key: trees[key] for key in order if key in reached and key in trees}
        reached |= fresh
