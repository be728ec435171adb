"""What is said about a card or an arrow when the pointer rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, text, verbatim
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.presenters.funnel.cards import answering
from workbench.presenters.funnel.picture import Link
from workbench.presenters.funnel.valuing import varies
from workbench.presenters.measures import KINDS, PARTS, influence_mark, phase_of, shown_value


def hint(forecast: Forecast, key: Key, language: Language) -> str:
    """Everything about a metric that does not fit on its card."""
    metric = forecast.project.metric(key)
    lines = [metric.name, *(language.say(line) for line in _lines(forecast, metric, language))]
    return "\n".join(lines)


def link_hint(project: Project, link: Link, language: Language) -> str:
    """What an arrow without a conversion means."""
    names = {
        "source": project.metric(link.source).name,
        "target": project.metric(link.target).name,
    }
    match link.line:
        case "lagged":
            return language.say(text("“{target}” follows “{source}” some months later", **names))
        case "guard":
            return language.say(text("“{source}” protects “{target}”", **names))
        case _:
            return language.say(text("“{target}” is computed from “{source}”", **names))


def problem_sentence(project: Project, problem: Problem, language: Language) -> str:
    """Why there is no number, and where it began."""
    reason = language.say(problem.reason)
    begun = project.metric_by_key.get(problem.metric)
    if begun is None:
        return reason
    if problem.month is None:
        return language.say(text("“{name}”: {reason}", name=begun.name, reason=reason))
    month = language.month(project.calendar.month(problem.month), long=True)
    return language.say(
        text("“{name}”, {month}: {reason}", name=begun.name, month=month, reason=reason)
    )


def _lines(forecast: Forecast, metric: Metric, language: Language) -> Iterator[Text]:
    project = forecast.project
    phase = phase_of(metric, project)
    kind = KINDS[metric.kind]
    yield joined((kind, verbatim(phase.name)), " · ") if phase else kind
    problem = forecast.problem(metric.key)
    if problem is not None:
        yield verbatim(problem_sentence(project, problem, language))
    else:
        yield from _values(forecast, metric, language)
    yield influence_mark(metric).why
    for kpi, role in answering(project).get(metric.key, ()):
        yield joined((PARTS[kpi.part], verbatim(role.name)), ": ")


def _values(forecast: Forecast, metric: Metric, language: Language) -> Iterator[Text]:
    project = forecast.project
    total = shown_value(metric, forecast.totals[metric.key], project, language)
    if metric.over_time == "sum":
        month = shown_value(metric, forecast.monthly(metric.key), project, language)
        yield text("average month: {month}, whole plan: {total}", month=month, total=total)
    elif metric.over_time == "last":
        yield text("at the end of the plan: {total}", total=total)
    else:
        yield text("over the whole plan: {total}", total=total)
    if varies(metric):
        yield text("differs by month")
