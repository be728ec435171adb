"""The table of a month: metrics by phase with plan, fact and how far the plan was met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.judging import completion, tone_of, why
from workbench.presenters.actuals.picture import FactLine, FactRow, FactsTable
from workbench.presenters.measures import NOTHING, shown_value
from workbench.presenters.months.picture import Dot, Heading
from workbench.presenters.months.tips import reason


@dataclass(frozen=True)
class Facts:
    """What the table of a month is made of."""

    plan: Forecast
    at: int
    cells: FactCells
    language: Language

    @property
    def project(self) -> Project:
        """The project the plan is of."""
        return self.plan.project


def facts_table(facts: Facts, *, whole: bool) -> FactsTable:
    """KPIs and the funnel, the rest after them where the whole is wanted."""
    return FactsTable(tuple(_lines(facts, whole=whole)))


def _lines(facts: Facts, *, whole: bool) -> Iterator[FactLine]:
    project, say = facts.project, facts.language.say
    shown = [metric for metric in project.metrics if whole or _is_shown(metric, facts)]
    shown.sort(key=lambda metric: not _is_first(metric, project))
    for band, phase in enumerate((*project.phases, None)):
        key = phase.key if phase else None
        rows = [_row(metric, facts) for metric in shown if metric.phase == key]
        if rows and project.phases:
            name = phase.name if phase else say(text("Common to all phases"))
            yield Heading(name, band if phase else -1)
        yield from rows


def _is_first(metric: Metric, project: Project) -> bool:
    """Whether a metric is measured or a step of the funnel."""
    return metric.kind in ("stage", "conversion") or bool(project.kpis_of_metric(metric.key))


def _is_shown(metric: Metric, facts: Facts) -> bool:
    """What has an actual is never out of sight."""
    cells, key = facts.cells, metric.key
    return (
        _is_first(metric, facts.project)
        or cells.fact(key) is not None
        or bool(cells.unread(key))
        or any(goal.metric == key for goal in facts.project.goals)
    )


def _row(metric: Metric, facts: Facts) -> FactRow:
    cells, project, language = facts.cells, facts.project, facts.language
    plan, fact = facts.plan.values[metric.key][facts.at], cells.fact(metric.key)
    words = cells.unread(metric.key)
    known = "" if fact is None else shown_value(metric, fact, project, language, compact=True)
    wrong = cells.objection(metric.key, words) if words else None
    kpis = (kpi for kpi in project.kpis_of_metric(metric.key) if kpi.is_measured)
    roles = (project.role(kpi.role) for kpi in kpis)
    row = FactRow(
        metric.key,
        metric.name,
        tuple(Dot(role.color, role.name) for role in roles),
        shown_value(metric, plan, project, language, compact=True),
        words or known,
        tip=_exact(metric, plan, fact, facts),
        wrong=language.say(wrong) if wrong else "",
    )
    return row if fact is None or words else _judged(row, metric, plan, fact, language)


def _judged(row: FactRow, metric: Metric, plan: Result, fact: float, language: Language) -> FactRow:
    """The row with the completion of the plan."""
    share = completion(metric, plan, fact)
    return FactRow(
        row.key, row.name, row.dots, row.plan, row.fact,
        NOTHING if share is None else language.percent(share),
        tone_of(metric, plan, fact),
        f"{row.tip}\n{language.say(why(metric, plan, fact))}",
    )  # fmt: skip


def _exact(metric: Metric, plan: Result, fact: float | None, facts: Facts) -> str:
    """Both numbers with every figure, and why there is no plan."""
    project, language = facts.project, facts.language
    if isinstance(plan, Problem):
        lines = [reason(plan, metric, project, language)]
    else:
        lines = [text("plan {plan}", plan=shown_value(metric, plan, project, language))]
    if fact is not None:
        lines.append(text("fact {fact}", fact=shown_value(metric, fact, project, language)))
    return "\n".join(language.say(line) for line in lines)
