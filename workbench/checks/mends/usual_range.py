"""Plans beside the reference range of their metric, which is a hint and never a limit."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, Text, joined, text, verbatim
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.levels import agreed_alike, changed, leads_on, usual
from workbench.checks.system import System
from workbench.checks.wording import figure
from workbench.document.metric import Hint, Metric

_DUST = 1e-9


def unusual_plans(system: System, metric: Metric) -> Iterator[Finding]:
    """Plans outside the range of a metric, a hint each."""
    for kpis in agreed_alike(system, metric):
        kpi = kpis[0]
        known = usual(metric, kpi.period)
        end = _nearest_end(known, kpi.plan)
        if kpi.part == "contributor" or known is None or kpi.plan is None or end is None:
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
            _message(system, metric, kpi.plan, known),
            metric=metric.key,
            role=kpi.role,
            basis=(kpi.plan, kpi.period, end),
            mends=(mend,) if leads_on(metric, kpi, {"plan": end}) else (),
        )


def _nearest_end(known: Hint | None, plan: float | None) -> float | None:
    """The end of the range that a plan is beyond; None within the range."""
    if known is None or plan is None:
        return None
    if known.low is not None and plan < known.low - _DUST:
        return known.low
    if known.high is not None and plan > known.high + _DUST:
        return known.high
    return None


def _message(system: System, metric: Metric, plan: float, known: Hint) -> Text:
    said = [verbatim(words) for words in (known.source, known.date) if words]
    numbers: dict[str, str | Figure | Text] = {
        "metric": metric.name,
        "plan": figure(plan, metric, system.project),
        "range": _ends(system, metric, known),
    }
    if said:
        return text(
            "The plan of “{metric}” is {plan}, outside the market range: {range} ({source})",
            source=joined(said), **numbers,
        )  # fmt: skip
    return text(
        "The plan of “{metric}” is {plan}, outside the market range: {range}, its source not set",
        **numbers,
    )


def _ends(system: System, metric: Metric, known: Hint) -> Text:
    ends = {
        name: figure(end, metric, system.project)
        for name, end in (("low", known.low), ("high", known.high))
        if end is not None
    }
    if known.low is None:
        return text("up to {high}", **ends)
    return text("from {low}", **ends) if known.high is None else text("{low} to {high}", **ends)
