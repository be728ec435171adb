"""Base, plan and maximum: as they are agreed among roles, and what they should be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.system import System
from workbench.document.kpi import Kpi, Period
from workbench.document.metric import Better, Hint, Metric
from workbench.formula.values import Problem
from workbench.planning.assignment import rounded
from workbench.planning.goals import whole_months

Levels = Mapping[str, float]
_ON_THE_WAY = ("base", "plan", "maximum")
_STEP = 0.1
_DUST = 1e-9
_SIGN: dict[Better, int] = {"higher": 1, "lower": -1, "within": 0}


def levels_of(kpi: Kpi) -> Levels:
    """The levels that are set, in the order of the way."""
    found = {name: getattr(kpi, name) for name in _ON_THE_WAY}
    return {name: level for name, level in found.items() if level is not None}


def agreed_alike(system: System, metric: Metric) -> Iterator[Sequence[Kpi]]:
    """The KPIs of a metric, those with the same levels together, owners first."""
    groups: dict[object, list[Kpi]] = {}
    for kpi in system.kpis_by_metric.get(metric.key, ()):
        groups.setdefault((kpi.base, kpi.plan, kpi.maximum, kpi.period), []).append(kpi)
    yield from groups.values()


def leads_on(metric: Metric, kpi: Kpi, changes: Levels) -> bool:
    """Whether base, plan and maximum still lead the right way after some changes."""
    return out_of_order({**levels_of(kpi), **changes}, metric.better) is None


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


def improved(metric: Metric, base: float, period: Period | None = "month") -> float | None:
    """A plan a tenth better than the base and within the market range, if that is better at all.

    A share is planned at no more than all of it. None where nothing is better.
    """
    if metric.better == "within":
        return None
    tenth = tenth_better(metric, base)
    most = 1.0 if metric.is_share or metric.unit == "yes_no" else math.inf
    for wanted in (_in_range(usual(metric, period), tenth), tenth):
        plan = min(wanted, most)
        if math.isfinite(plan) and not out_of_order({"base": base, "plan": plan}, metric.better):
            return plan
    return None


def tenth_better(metric: Metric, base: float) -> float:
    """A tenth more than a base, or less where that is better."""
    return rounded(base + _SIGN[metric.better] * abs(base) * _STEP)


def base_and_plan(metric: Metric, base: float, plan: float) -> dict[str, object]:
    """Both in round figures, without a base where the plan would be no better."""
    levels = {"base": rounded(base), "plan": rounded(plan)}
    improves = out_of_order(levels, metric.better) is None
    return {"base": levels["base"] if improves else None, "plan": levels["plan"]}


def usual(metric: Metric, period: Period | None) -> Hint | None:
    """The market range of a metric over a period; None where it is not known for that."""
    hint = metric.hint
    times = whole_months(period) if metric.over_time == "sum" else 1
    if hint is None or times is None:
        return None
    ends = {"low": hint.low, "high": hint.high}
    over = {name: end * times for name, end in ends.items() if end is not None}
    return hint.having(**over) if all(map(math.isfinite, over.values())) else None


def beyond(known: Hint | None, plan: float | None) -> float | None:
    """The end of a market range that a plan is outside of; None within the range."""
    if known is None or plan is None:
        return None
    if known.low is not None and plan < known.low - _DUST:
        return known.low
    if known.high is not None and plan > known.high + _DUST:
        return known.high
    return None


def expected(system: System, kpi: Kpi) -> float | None:
    """The average of the forecast over the period of a KPI; of a flow in days or weeks none."""
    value = system.forecast.monthly(kpi.metric)
    if isinstance(value, Problem):
        return None
    if system.metric(kpi.metric).over_time != "sum":
        return rounded(value)
    months = whole_months(kpi.period)
    whole = math.inf if months is None else value * months
    return rounded(whole) if math.isfinite(whole) else None


def _in_range(usual: Hint | None, plan: float) -> float:
    if usual is None:
        return plan
    low = plan if usual.low is None else max(plan, usual.low)
    return low if usual.high is None else min(low, usual.high)
