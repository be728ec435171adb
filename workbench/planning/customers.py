"""Where a model counts its customers, what flows into them, and what revenue it computes.

Customers are the stock that the funnel flows into: a count of which the last month counts, computed
from its own month before and from what comes out of the funnel. Revenue is money that adds up over
the months, is computed from volumes and from nobody's pay.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.gradient import slopes
from workbench.formula.syntax import Call, metrics_in, walk
from workbench.formula.values import Stop
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months


def customers_of(forecast: Forecast) -> Key | None:
    """The stock of customers, of several the last in the order of computing; None without one."""
    for key in reversed(forecast.model.order.metrics):
        metric = forecast.project.metric(key)
        is_stock = metric.unit == "count" and metric.over_time == "last"
        if is_stock and _lags_itself(forecast, key) and inflow(forecast, key):
            return key
    return None


def inflow(forecast: Forecast, stock: Key) -> tuple[Key, ...]:
    """What flows into a stock out of the funnel: computed counts in its formula that add to it.

    Where some do not depend on the stock itself, only those.
    """
    trees, metrics = forecast.model.trees, forecast.project.metric_by_key
    frame = Months.of(forecast.project, forecast.values)
    last = forecast.project.calendar.months - 1
    try:
        adding = {key for (key, _), slope in slopes(trees[stock], frame, last).items() if slope > 0}
    except (Stop, ArithmeticError):
        return ()
    flows = [key for key in metrics if key in adding and _is_computed_flow(metrics[key])]
    fresh = [key for key in flows if stock not in beneath(forecast, [key])]
    return tuple(fresh or flows)


def revenue_of(forecast: Forecast) -> Key | None:
    """The revenue of a goal, else what no other revenue is computed from; None without any."""
    metrics = forecast.project.metric_by_key
    found = [key for key in forecast.model.trees if _is_income(forecast, metrics[key])]
    goals = [goal.metric for goal in forecast.project.goals if goal.metric in found]
    below = [beneath(forecast, [key]) for key in found]
    on_top = [key for key in found if not any(key in one for one in below)]
    return next(iter((*goals, *on_top)), None)


def beneath(forecast: Forecast, metrics: Iterable[Key]) -> frozenset[Key]:
    """Everything that some metrics are computed from, directly or not, in any month."""
    found: set[Key] = set()
    waiting = list(metrics)
    while waiting:
        tree = forecast.model.trees.get(waiting.pop())
        fresh = metrics_in(tree) - found if tree is not None else frozenset[Key]()
        found |= fresh
        waiting.extend(fresh)
    return frozenset(found)


def _is_computed_flow(metric: Metric) -> bool:
    return metric.unit == "count" and metric.over_time == "sum" and metric.is_computed


def _lags_itself(forecast: Forecast, stock: Key) -> bool:
    return stock in beneath(forecast, [stock])


def _is_income(forecast: Forecast, metric: Metric) -> bool:
    if metric.unit != "money" or metric.over_time != "sum":
        return False
    metrics = forecast.project.metric_by_key
    below = beneath(forecast, [metric.key])
    money = (metric.key, *(key for key in below if metrics[key].unit == "money"))
    return any(metrics[key].unit == "count" for key in below) and not any(
        _takes_pay(forecast, key) for key in money
    )


def _takes_pay(forecast: Forecast, key: Key) -> bool:
    tree = forecast.model.trees.get(key)
    return tree is not None and any(
        isinstance(part, Call) and part.function == "cost" for part in walk(tree)
    )
