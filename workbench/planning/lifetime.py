"""What a customer brings while they stay, what it costs to win one, and when that comes back.

Churn is the part of the customers that does not carry on into the next month, whatever the formulas
call it: one less the derivative of the stock by its month before. Of the revenue, what answers to
the stock is brought by the customers there are, month by month; the rest by the new ones, once. No
margin is taken off.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.formula.gradient import Mention, slopes
from workbench.formula.values import Problem, Result, Stop
from workbench.planning.customers import beneath, customers_of, inflow, revenue_of
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months
from workbench.planning.unit_costs import Spent

_DUST = 1e-12


@dataclass(frozen=True, slots=True)
class Lifetime:
    """One customer: `first` is the money of a new one, `monthly` that of each month after it.

    `churn` is the share of the customers that leaves in a month, `cost` what a new one costs.
    """

    customers: Key | None
    churn: Result
    first: Result
    monthly: Result
    cost: Result

    @property
    def value(self) -> Result:
        """Revenue of one customer as long as they stay: first + monthly ÷ churn."""
        first, monthly, churn = self.first, self.monthly, self.churn
        if isinstance(first, Problem) or isinstance(monthly, Problem):
            return first if isinstance(first, Problem) else monthly
        if monthly <= _DUST:
            return first
        if isinstance(churn, Problem):
            return churn
        if churn <= _DUST:
            return Problem(text("no customer ever leaves: churn is missing"))
        return first + monthly / churn

    @property
    def payback(self) -> Result:
        """Months until what a customer brings covers what it cost to win them."""
        first, monthly, cost = self.first, self.monthly, self.cost
        if isinstance(first, Problem) or isinstance(monthly, Problem):
            return first if isinstance(first, Problem) else monthly
        if isinstance(cost, Problem):
            return cost
        if cost <= first:
            return 0.0
        if monthly <= _DUST:
            return Problem(text("a customer brings nothing after the first deal"))
        return (cost - first) / monthly


def lifetime(forecast: Forecast, spent: Spent) -> Lifetime:
    """One customer as the model has them; what it lacks is said where the number would be."""
    customers, revenue = customers_of(forecast), revenue_of(forecast)
    if customers is None:
        lacking = text(
            "the plan counts no customers: a stock that deals flow into and churn takes from"
        )
        return _unknown(None, Problem(lacking))
    if revenue is None:
        return _unknown(customers, Problem(text("the plan computes no revenue")))
    try:
        return _Base(forecast, customers, revenue).lifetime(spent)
    except Stop as stopped:
        return _unknown(customers, stopped.problem)
    except ArithmeticError:
        return _unknown(customers, Problem(text("the result is too large")))


def _unknown(customers: Key | None, problem: Problem) -> Lifetime:
    return Lifetime(customers, problem, problem, problem, problem)


class _Base:
    """The customers of a forecast and the revenue they bring; raises `Stop` without a number."""

    def __init__(self, forecast: Forecast, customers: Key, revenue: Key) -> None:
        self._forecast = forecast
        self._customers = customers
        self._revenue = revenue
        self._frame = Months.of(forecast.project, forecast.values)
        self._months = range(forecast.project.calendar.months)
        given = forecast.scenario.values if forecast.scenario else {}
        self._trees = {key: t for key, t in forecast.model.trees.items() if key not in given}
        self._inflow = inflow(forecast, customers)
        self._orders: dict[Key, tuple[Key, ...]] = {}
        self._known: dict[Mention, Mapping[Mention, float]] = {}

    def lifetime(self, spent: Spent) -> Lifetime:
        """Everything about one customer."""
        new = self._new()
        roles, spending = spent.roles_of(self._inflow), spent.spending_of(self._inflow)
        whole = spent.whole(roles, spending)
        return Lifetime(
            self._customers,
            self._churn(),
            _per(self._once(), new),
            self._monthly(),
            whole if isinstance(whole, Problem) else _per(whole, new),
        )

    def _churn(self) -> Result:
        later = self._months[1:]
        if not later:
            return Problem(text("churn shows only in a plan of more than one month"))
        kept = [self._down(self._customers, at).get((self._customers, at - 1), 0.0) for at in later]
        return 1 - math.fsum(kept) / len(kept)

    def _monthly(self) -> float:
        """What one of the customers brings in an average month."""
        return math.fsum(s for found in self._answers for s in found.values()) / len(self._months)

    def _once(self) -> float:
        """What of the revenue of the plan does not come from the customers there are."""
        value = self._frame.value
        base = [slope * value(*at) for found in self._answers for at, slope in found.items()]
        return math.fsum(value(self._revenue, month) for month in self._months) - math.fsum(base)

    def _new(self) -> float:
        """New customers of the whole plan."""
        tree = self._forecast.model.trees[self._customers]
        return math.fsum(
            slope * self._frame.value(key, at)
            for month in self._months
            for (key, at), slope in slopes(tree, self._frame, month).items()
            if key in self._inflow
        )

    @cached_property
    def _answers(self) -> tuple[Mapping[Mention, float], ...]:
        """By month, how the revenue answers to the customers of that month and of those before."""
        return tuple(
            {at: slope for at, slope in found.items() if at[0] == self._customers}
            for found in (self._down(self._revenue, month) for month in self._months)
        )

    def _down(self, metric: Key, month: int) -> Mapping[Mention, float]:
        """The derivatives of a metric in a month by inputs and by the customers beneath it.

        Months from the last to the first, results before what they are computed from.
        """
        slope_of: dict[Mention, float] = {(metric, month): 1.0}
        for at in range(month, -1, -1):
            for key in self._order(metric):
                is_end = key == self._customers and (key, at) != (metric, month)
                if is_end or (key, at) not in slope_of:
                    continue
                slope = slope_of.pop((key, at))
                for mention, part in self._slopes(key, at).items():
                    slope_of[mention] = slope_of.get(mention, 0.0) + slope * part
        return slope_of

    def _slopes(self, key: Key, at: int) -> Mapping[Mention, float]:
        """The derivatives of one formula in a month, which many months after it ask for."""
        if (key, at) not in self._known:
            self._known[key, at] = slopes(self._trees[key], self._frame, at)
        return self._known[key, at]

    def _order(self, metric: Key) -> tuple[Key, ...]:
        """A metric and the computed ones beneath it, results first."""
        if metric not in self._orders:
            below = {metric, *beneath(self._forecast, [metric])} & self._trees.keys()
            order = reversed(self._forecast.model.order.metrics)
            self._orders[metric] = tuple(key for key in order if key in below)
        return self._orders[metric]


def _per(whole: float, new: float) -> Result:
    return whole / new if new > 0 else Problem(text("the plan wins no customers"))
