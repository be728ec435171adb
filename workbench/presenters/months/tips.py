"""What a cell of the plan says when asked: its formula in words, or why there is no number."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import Text, text, verbatim
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.formula.names import Names
from workbench.formula.parser import stored
from workbench.formula.printer import shown_text
from workbench.formula.syntax import FormulaError
from workbench.formula.values import Problem, Result
from workbench.presenters.measures import OVER_TIME, PARTS, influence_mark, shown_value
from workbench.presenters.months.entries import Sheet
from workbench.presenters.months.rows import difference_text
from workbench.presenters.plan.numbers import Numbers


def name_tip(metric: Metric, project: Project) -> list[Text]:
    """The metric with who answers for it and who helps."""
    kpis = [
        text(
            "{part}: {role}",
            part=PARTS[kpi.part],
            role=project.role(kpi.role).name,
        )
        for kpi in project.kpis_of_metric(metric.key)
    ]
    note = [verbatim(metric.note)] if metric.note else []
    return [verbatim(metric.name), influence_mark(metric).why, *kpis, *note]


def cell_tip(metric: Metric, month: int, numbers: Numbers, language: Language) -> list[Text]:
    """How a month's number comes about, or why there is none."""
    sheet = Sheet(numbers.project, numbers.scenario)
    lines: list[Text] = []
    result = numbers.chosen.values[metric.key][month]
    if isinstance(result, Problem):
        lines.append(reason(result, metric, numbers.project, language))
    if not sheet.takes(metric.key):
        lines.extend(_formula(metric, numbers.project, language))
    elif numbers.scenario is not None and metric.key in numbers.scenario.values:
        base = numbers.base.values[metric.key][month]
        lines.append(text("base: {value}", value=_said(metric, base, numbers.project, language)))
    elif not isinstance(metric.value, tuple) and metric.value is not None:
        lines.append(text("the same in all months"))
    return lines


def total_tip(metric: Metric, numbers: Numbers, language: Language) -> list[Text]:
    """How the total is made, and how far it is from the base."""
    total, base = numbers.chosen.totals[metric.key], numbers.base.totals[metric.key]
    lines = [OVER_TIME[metric.over_time]]
    if isinstance(total, Problem):
        return [reason(total, metric, numbers.project, language), *lines]
    if numbers.scenario is not None:
        said = _said(metric, base, numbers.project, language)
        lines.append(text("base: {value}", value=said))
        change = "" if isinstance(base, Problem) else _change(metric, total, base, language)
        if change:
            lines.append(text("against the base: {change}", change=change))
    return lines


def reason(problem: Problem, metric: Metric, project: Project, language: Language) -> Text:
    """Why there is no number, with the metric and month it began at where that is elsewhere."""
    origin = project.metric_by_key.get(problem.metric)
    if origin is None or origin.key == metric.key:
        return problem.reason
    if problem.month is None:
        return text("“{metric}”: {reason}", metric=origin.name, reason=problem.reason)
    month = language.month(project.calendar.month(problem.month), long=True)
    return text(
        "“{metric}”, {month}: {reason}", metric=origin.name, month=month, reason=problem.reason
    )


def _formula(metric: Metric, project: Project, language: Language) -> list[Text]:
    if metric.formula is None:
        return []
    try:
        tree = stored(metric.formula)
    except FormulaError:
        return [verbatim(metric.formula)]
    return [verbatim("= " + shown_text(tree, Names(project), language.decimal))]


def _change(metric: Metric, total: float, base: float, language: Language) -> str:
    return difference_text(metric, total, base, language) if total != base else ""


def _said(metric: Metric, value: Result, project: Project, language: Language) -> str:
    return shown_value(metric, value, project, language)
