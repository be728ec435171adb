"""Plans beside the reference range of their metric, which is a hint and never a limit."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, Text, joined, text, verbatim
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.agreed_levels import agreed_alike, changed, leads_on
from workbench.checks.system import System
from workbench.checks.wording import figure
from workbench.document.kpi import Kpi
from workbench.document.metric import Hint, Metric

_DUST = 1e-9
# How many times a month's range a sum has; days and weeks of a month differ too much.
_TIMES = {None: 1, "month": 1, "quarter": 3, "year": 12}


def unusual_plans(system: System, metric: Metric) -> Iterator[Finding]:
    """Plans outside the range of a metric, a hint each."""
    for kpis in agreed_alike(system, metric):
        kpi, usual = kpis[0], _range(metric, kpis[0])
        end = _nearest_end(usual, kpi.plan)
        if kpi.part == "contributor" or usual is None or kpi.plan is None or end is None:
            continue
        mend = Mend(
            text(
                "Set the plan of “{metric}” to {value}",
                metric=metric.name, value=figure(end, metric, system.project),
            ),
            changed(metric, kpis, {"plan": end}),
        )  # fmt: skip
        yield Finding(
            "hint",
            _message(system, metric, kpi.plan, usual),
            metric=metric.key,
            role=kpi.role,
            basis=(kpi.plan, kpi.period, end),
            mends=(mend,) if leads_on(metric, kpi, {"plan": end}) else (),
        )


def _range(metric: Metric, kpi: Kpi) -> Hint | None:
    """The range of a metric over the period of a KPI; None where that is not known."""
    hint = metric.hint
    times = _TIMES.get(kpi.period) if metric.over_time == "sum" else 1
    if hint is None or times is None:
        return None
    ends = {"low": hint.low, "high": hint.high}
    return hint.having(**{name: end and end * times for name, end in ends.items()})


def _nearest_end(usual: Hint | None, plan: float | None) -> float | None:
    """The end of the range that a plan is beyond; None within the range."""
    if usual is None or plan is None:
        return None
    if usual.low is not None and plan < usual.low - _DUST:
        return usual.low
    if usual.high is not None and plan > usual.high + _DUST:
        return usual.high
    return None


def _message(system: System, metric: Metric, plan: float, usual: Hint) -> Text:
    said = [verbatim(words) for words in (usual.source, usual.date) if words]
    numbers: dict[str, str | Figure | Text] = {
        "metric": metric.name,
        "plan": figure(plan, metric, system.project),
        "range": _ends(system, metric, usual),
    }
    if said:
        return text(
            "The plan of “{metric}” is {plan}, outside the usual range: {range} ({source})",
            source=joined(said), **numbers,
        )  # fmt: skip
    return text(
        "The plan of “{metric}” is {plan}, outside the usual range: {range}, its source not set",
        **numbers,
    )


def _ends(system: System, metric: Metric, usual: Hint) -> Text:
    ends = {
        name: figure(end, metric, system.project)
        for name, end in (("low", usual.low), ("high", usual.high))
        if end is not None
    }
    if usual.low is None:
        return text("up to {high}", **ends)
    return text("from {low}", **ends) if usual.high is None else text("{low} to {high}", **ends)
