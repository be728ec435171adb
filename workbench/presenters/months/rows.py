"""The table of the plan: metrics by phase, months across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Series
from workbench.presenters.measures import NOTHING, measured, shown_value, sign_of, unit_caption
from workbench.presenters.months.picture import (
    Cell,
    CellKind,
    Difference,
    Dot,
    Heading,
    Line,
    Row,
    Table,
)
from workbench.presenters.plan.numbers import Numbers
from workbench.presenters.tones import tone_of_change


@dataclass(frozen=True)
class _Facts:
    """Everything a row is made of: while it stays equal, so does the row."""

    metric: Metric
    values: Series
    base: Series
    total: Result
    base_total: Result
    given: bool
    compared: bool
    dots: tuple[Dot, ...]
    currency: str
    language: str


class Rows:
    """Makes tables and keeps the rows that stay as they were."""

    def __init__(self) -> None:
        self._known: dict[Key, tuple[_Facts, Row]] = {}

    def table(self, numbers: Numbers, language: Language, *, inputs_only: bool = False) -> Table:
        """The table of the base or of a scenario."""
        project = numbers.project
        shown = [m for m in project.metrics if not (inputs_only and _is_computed(m, numbers))]
        lines: list[Line] = []
        for band, phase in enumerate((*project.phases, None)):
            key = phase.key if phase else None
            rows = [self._row(m, numbers, language) for m in shown if m.phase == key]
            if rows and project.phases:
                name = phase.name if phase else language.say(text("Common to all phases"))
                lines.append(Heading(name, band if phase else -1))
            lines.extend(rows)
        months = tuple(language.month(month) for month in project.calendar.all_months)
        return Table(tuple(lines), months, compared=numbers.scenario is not None)

    def _row(self, metric: Metric, numbers: Numbers, language: Language) -> Row:
        facts = _facts(metric, numbers, language)
        known = self._known.get(metric.key)
        if known is None or known[0] != facts:
            known = (facts, _row(facts, numbers.project, language))
            self._known[metric.key] = known
        return known[1]


def cell_text(metric: Metric, value: Result, project: Project, language: Language) -> str:
    """A number as a cell shows it: shares with their sign, others bare; a dash for a problem."""
    if isinstance(value, Problem):
        return NOTHING
    if metric.is_share or metric.unit == "yes_no":
        return shown_value(metric, value, project, language)
    if metric.unit == "money":
        return language.number(value)
    return measured(metric, value, project, language, compact=False).figure


def _is_computed(metric: Metric, numbers: Numbers) -> bool:
    given = numbers.scenario.values if numbers.scenario else {}
    return metric.is_computed and metric.key not in given


def _facts(metric: Metric, numbers: Numbers, language: Language) -> _Facts:
    project, key = numbers.project, metric.key
    return _Facts(
        metric,
        numbers.chosen.values[key],
        numbers.base.values[key],
        numbers.chosen.totals[key],
        numbers.base.totals[key],
        numbers.scenario is not None and key in numbers.scenario.values,
        numbers.scenario is not None,
        _dots(metric, project),
        project.client.currency,
        language.code,
    )


def _row(facts: _Facts, project: Project, language: Language) -> Row:
    metric = facts.metric

    def cell(value: Result, kind: CellKind) -> Cell:
        words = cell_text(metric, value, project, language)
        return Cell(words, kind, wrong=isinstance(value, Problem))

    return Row(
        metric.key,
        metric.name,
        language.say(unit_caption(metric, project)),
        facts.dots,
        tuple(
            cell(value, _kind(facts, value, base))
            for value, base in zip(facts.values, facts.base, strict=True)
        ),
        cell(facts.total, "computed"),
        _difference(facts, language) if facts.compared else Difference(),
    )


def _kind(facts: _Facts, value: Result, base: Result) -> CellKind:
    if facts.given:
        return "given" if value != base or facts.metric.is_computed else "input"
    return "computed" if facts.metric.is_computed else "input"


def _dots(metric: Metric, project: Project) -> tuple[Dot, ...]:
    answering = (kpi for kpi in project.kpis_of_metric(metric.key) if kpi.is_measured)
    roles = (project.role(kpi.role) for kpi in answering)
    return tuple(Dot(role.color, role.name) for role in roles)


def _difference(facts: _Facts, language: Language) -> Difference:
    one, base = facts.total, facts.base_total
    if isinstance(one, Problem) or isinstance(base, Problem):
        return Difference(NOTHING if type(one) is not type(base) else "")
    change = one - base
    if abs(change) <= 1e-9 * max(abs(one), abs(base)):
        return Difference()
    words = difference_text(facts.metric, one, base, language)
    return Difference(words, tone_of_change(facts.metric, change)) if words else Difference()


def difference_text(metric: Metric, one: float, base: float, language: Language) -> str:
    """How far a total is from the base: shares in points, others in per cent of the base.

    Empty where nothing of it would be seen but a zero.
    """
    change = one - base
    sign = sign_of(change)
    if metric.is_share:
        points = _unless_zero(language.number, abs(change) * 100)
        return language.say(text("{sign}{points} pp", sign=sign, points=points)) if points else ""
    if base == 0:
        amount = _unless_zero(language.number, abs(change))
    else:
        amount = _unless_zero(language.percent, abs(change / base))
    return sign + amount if amount else ""


def _unless_zero(write: Callable[[float], str], size: float) -> str:
    words = write(size)
    return "" if words == write(0.0) else words
