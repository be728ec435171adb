"""What a metric is to reach, in one short line: “600 → 900”, “≥ 80 %”, “≤ 1 200 ₽”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, text, verbatim
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.planning.assignment import measured
from workbench.presenters.measures import NOTHING, shown_value

_TAIL = re.compile(r"[^\d.,]*$")


@dataclass(frozen=True, slots=True)
class Target:
    """A target as the matrix shows it; `missing` where a KPI has none: never green then."""

    caption: str
    missing: bool = False


NO_TARGET = Target("")


def target_of(metric: Metric, project: Project, language: Language) -> Target:
    """The target its KPIs agree on, else the goal of the plan, else the norm."""
    kpis = project.kpis_of_metric(metric.key)
    planned = next((kpi for kpi in measured(kpis) if kpi.plan is not None), None)
    if planned is not None:
        return Target(kpi_target(planned, metric, project, language))
    goal = next((goal for goal in project.goals if goal.metric == metric.key), None)
    if goal is not None:
        return Target(_bound(metric, goal.value, goal.period, project, language))
    if metric.norm is not None:
        return Target(_bound(metric, metric.norm, "month", project, language))
    return Target(language.say(text("not set")), missing=True) if kpis else Target(NOTHING)


def kpi_target(kpi: Kpi, metric: Metric, project: Project, language: Language) -> str:
    """From base to plan, or the plan alone as a bound."""
    if kpi.plan is None:
        return language.say(text("not set"))
    if kpi.base is None or kpi.base == kpi.plan:
        return _bound(metric, kpi.plan, kpi.period or "month", project, language)
    first = shown_value(metric, kpi.base, project, language, compact=True)
    last = shown_value(metric, kpi.plan, project, language, compact=True)
    return _spanned(f"{_without_unit(first, last)} → {last}", metric, kpi.period, language)


def _bound(metric: Metric, value: float, period: str, project: Project, language: Language) -> str:
    sign = {"higher": "≥\u00a0", "lower": "≤\u00a0", "within": ""}[metric.better]
    shown = shown_value(metric, value, project, language, compact=True)
    return _spanned(f"{sign}{shown}", metric, period, language)


def _spanned(shown: str, metric: Metric, period: str | None, language: Language) -> str:
    """The value with its period, where it is a volume and the period is not a month."""
    pattern = _PERIODS.get(period or "month")
    if pattern is None or metric.over_time != "sum":
        return shown
    return language.say(Text(pattern.id, (("value", verbatim(shown)),)))


def _without_unit(first: str, last: str) -> str:
    """The first of two values without a unit that the second one repeats."""
    tail = _tail(last)
    plain = first[:1].isdigit() and last[:1].isdigit()
    return first.removesuffix(tail) if plain and tail == _tail(first) else first


def _tail(shown: str) -> str:
    found = _TAIL.search(shown)
    return found.group() if found else ""


_PERIODS: dict[str, Text] = {
    "day": text("{value} a day"),
    "week": text("{value} a week"),
    "quarter": text("{value} a quarter"),
    "year": text("{value} a year"),
    "plan": text("{value} in the whole plan"),
}
