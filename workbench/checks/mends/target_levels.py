"""What a KPI is to reach: base, plan and maximum in the direction of its metric and its period."""

from __future__ import annotations

import math

from workbench.checks.mends.agreed_levels import Levels
from workbench.checks.system import System
from workbench.document.kpi import Kpi, Period
from workbench.document.metric import Better, Metric
from workbench.formula.values import Problem
from workbench.planning.assignment import rounded

_STEP = 0.1
_MONTHS: dict[Period | None, int] = {None: 1, "month": 1, "quarter": 3, "year": 12}
_SIGN: dict[Better, int] = {"higher": 1, "lower": -1, "within": 0}


def out_of_order(levels: Levels, better: Better) -> tuple[str, str] | None:
    """The first neighbours that stand the wrong way round; a plan may be the maximum itself."""
    for one, other in (("base", "plan"), ("plan", "maximum")):
        if one in levels and other in levels:
            way = _SIGN[better] * (levels[other] - levels[one])
            if way < 0 or (way == 0 and one == "base" and better != "within"):
                return one, other
    return None


def in_order(levels: Levels, better: Better) -> dict[str, float]:
    """The same numbers from the worst, which is the base, to the best."""
    return dict(zip(levels, sorted(levels.values(), reverse=better == "lower"), strict=True))


def improved(metric: Metric, base: float) -> float | None:
    """A plan a tenth better than the base, of a share at most all; None where nothing is better."""
    plan = rounded(base + _SIGN[metric.better] * abs(base) * _STEP)
    if metric.is_share or metric.unit == "yes_no":
        plan = min(plan, 1.0)
    if not math.isfinite(plan) or out_of_order({"base": base, "plan": plan}, metric.better):
        return None
    return plan


def expected(system: System, kpi: Kpi) -> float | None:
    """The average of the forecast over the period of a KPI; of a flow in days or weeks none."""
    value = system.forecast.monthly(kpi.metric)
    if isinstance(value, Problem):
        return None
    if system.metric(kpi.metric).over_time != "sum":
        return rounded(value)
    months = _MONTHS.get(kpi.period)
    return None if months is None else rounded(value * months)
