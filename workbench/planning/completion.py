"""Completion: how much of a KPI's plan a fact is, and how much of it counts for pay."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.formula.values import Problem, Result, bounded

_YES = 0.5  # from here on the answer reads “yes”


def completion(kpi: Kpi, metric: Metric, fact: float | None) -> Result:
    """The way from base to plan that was gone; without a base fact ÷ plan, or plan ÷ fact.

    A yes or no is done (1) where the answer is the planned one, else not (0). What is best within
    a range is done at the plan and less on both sides of it; hints are no limits and play no part.
    """
    if fact is None:
        return Problem(text("there is no actual value"), kpi.metric)
    if kpi.plan is None:
        return Problem(text("the KPI has no plan"), kpi.metric)
    if metric.unit == "yes_no":
        return float((fact >= _YES) == (kpi.plan >= _YES))
    if kpi.base is not None:
        return _way(kpi, metric, fact - kpi.base, kpi.plan - kpi.base)
    return _quotient(kpi, metric, fact, kpi.plan)


def most_counted(kpi: Kpi, metric: Metric) -> float | None:
    """The completion beyond which nothing more is paid, whatever the scale; None without an end.

    That at the KPI's maximum; a maximum short of the plan counts as the plan. Yes or no, and what
    is best within a range, is never more than done.
    """
    if metric.unit == "yes_no" or metric.better == "within":
        return 1.0
    at_maximum = completion(kpi, metric, kpi.maximum)
    return None if isinstance(at_maximum, Problem) else max(1.0, at_maximum)


def attainable(metric: Metric, level: float) -> float:
    """The completion of a metric where all go a share of their way: a yes is not done by halves."""
    if metric.unit == "yes_no":
        return float(level >= 1)
    return min(level, 1.0) if metric.better == "within" else level


def _way(kpi: Kpi, metric: Metric, gone: float, whole: float) -> Result:
    if whole == 0:
        return Problem(text("base and plan are equal: there is no way between them"), kpi.metric)
    if metric.better == "within":
        return bounded(1 - abs(whole - gone) / abs(whole), kpi.metric)
    return bounded(gone / whole, kpi.metric)


def _quotient(kpi: Kpi, metric: Metric, fact: float, plan: float) -> Result:
    turned = metric.better == "lower" or (metric.better == "within" and abs(fact) > abs(plan))
    if turned and fact == 0:
        reason = text("plan ÷ fact has no number where the fact is zero: set a base")
        return Problem(reason, kpi.metric)
    if not turned and plan == 0:
        reason = text("fact ÷ plan has no number where the plan is zero: set a base")
        return Problem(reason, kpi.metric)
    return bounded(plan / fact if turned else fact / plan, kpi.metric)
