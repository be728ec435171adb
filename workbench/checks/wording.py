"""Names and numbers as they stand in the sentences of findings."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from workbench.base.texts import Figure, Text, context, joined, plural, text, verbatim
from workbench.checks.system import System
from workbench.document.kpi import Period
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.project import Project

PERIODS: Mapping[Period, Text] = {
    "day": context("period", "day"),
    "week": context("period", "week"),
    "month": context("period", "month"),
    "quarter": context("period", "quarter"),
    "year": context("period", "year"),
}
_MOST_NAMES = 4
_SMALL = 0.02
_DUST = 1e-6
_MOST_PLACES = 9


def figure(value: float, metric: Metric, project: Project) -> Figure:
    """A value of a metric: a share, money or a plain number."""
    if metric.is_share:
        return Figure(value, "percent")
    if metric.unit == "money":
        return Figure(value, "money", project.client.currency)
    return Figure(value)


def percent(share: float) -> Figure:
    """A share in tenths of a per cent, rounded down: never more than it is."""
    return Figure(math.floor(share * 1000 + _DUST) / 1000, "percent")


def small_percent(share: float) -> Figure:
    """A share in whole per cents, where it is that large; only all of it is 100%."""
    shown = round(share, 2 if share >= _SMALL else 4)
    return Figure(min(shown, 0.999) if share < 1 else shown, "percent")


def told_from(value: float, other: float) -> Figure:
    """A number in two decimals, or in as many as tell it from another number."""
    telling = (places for places in range(2, _MOST_PLACES) if round(value, places) != other)
    most = next(telling, _MOST_PLACES)
    shown = round(value, most)
    return Figure(value, places=next(at for at in range(most + 1) if round(value, at) == shown))


def goal_period(goal: Goal) -> Text:
    """What a goal is for, as it stands after its value."""
    match goal.period:
        case "month":
            return text("a month")
        case "quarter":
            return text("a quarter")
        case "year":
            return text("a year")
        case _:
            return text("over the plan")


def named(system: System, metrics: Iterable[str]) -> Text:
    """The names of some metrics in a row; of many, the first and how many more."""
    return listed(system.metric(key).name for key in metrics)


def listed(names: Iterable[str]) -> Text:
    """Names in a row; of many, the first and how many more."""
    every = list(names)
    some = joined([verbatim(name) for name in every[:_MOST_NAMES]])
    left = len(every) - _MOST_NAMES
    if left <= 0:
        return some
    return plural("{names} and {n} more", "{names} and {n} more", left, names=some)
