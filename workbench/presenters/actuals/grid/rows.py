"""The table of all months: metrics by phase, plan over fact in every month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months
from workbench.planning.known import Known
from workbench.planning.totals import Totals
from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.actuals.grid.picture import GridLine, GridRow, GridTable, PlanFact
from workbench.presenters.actuals.judging import VERDICTS, completion, told_share, tone_of, why
from workbench.presenters.measures import NOTHING, shown_value, unit_caption
from workbench.presenters.months.picture import Dot, Heading
from workbench.presenters.months.rows import cell_text
from workbench.presenters.months.tips import reason


@dataclass(frozen=True)
class Rows:
    """What the table is made of."""

    plan: Forecast
    cells: GridCells
    language: Language

    @property
    def project(self) -> Project:
        """The project the plan is of."""
        return self.plan.project

    @cached_property
    def known(self) -> Known:
        """What is known of the months up to the last one with actuals."""
        months = self.project.calendar.all_months
        entered = {actual.month for actual in self.project.actuals}
        last = max((at for at, month in enumerate(months) if month in entered), default=0)
        return Known(self.plan, last)

    def table(self, metrics: Sequence[Metric]) -> GridTable:
        """The table of some metrics."""
        months = self.project.calendar.all_months
        titles = tuple(self.language.month(month) for month in months)
        return GridTable(tuple(self._lines(metrics)), titles)

    def _lines(self, metrics: Sequence[Metric]) -> Iterator[GridLine]:
        for band, phase in enumerate((*self.project.phases, None)):
            key = phase.key if phase else None
            rows = [self._row(metric) for metric in metrics if metric.phase == key]
            if rows and self.project.phases:
                name = phase.name if phase else self._say(text("Common to all phases"))
                yield Heading(name, band if phase else -1)
            yield from rows

    def _row(self, metric: Metric) -> GridRow:
        kpis = (kpi for kpi in self.project.kpis_of_metric(metric.key) if kpi.is_measured)
        roles = (self.project.role(kpi.role) for kpi in kpis)
        return GridRow(
            metric.key,
            metric.name,
            self._say(unit_caption(metric, self.project)),
            tuple(Dot(role.color, role.name) for role in roles),
            tuple(self._cell(metric, at) for at in range(self.project.calendar.months)),
            self._so_far(metric),
        )

    def _cell(self, metric: Metric, at: int) -> PlanFact:
        plan, place = self.plan.values[metric.key][at], self.cells.place(metric.key, at)
        shown, words = self._shown(metric, plan), self.cells.unread_in(place)
        wrong = self.cells.objection(metric.key, words) if words else None
        if wrong is not None:
            return PlanFact(shown, words, "entered", wrong=self._say(wrong))
        fact = self._fact(metric.key, at)
        if fact is None:
            return PlanFact(shown, tip=self._exact(metric, plan))
        entered = self.cells.fact_in(place) is not None
        return self._judged(metric, plan, fact, entered=entered)

    def _judged(self, metric: Metric, plan: Result, fact: float, *, entered: bool) -> PlanFact:
        share, tone = completion(metric, plan, fact), tone_of(metric, plan, fact)
        said = NOTHING if share is None else told_share(share, tone, self.language)
        exact = text("fact {fact}", fact=shown_value(metric, fact, self.project, self.language))
        lines = [self._exact(metric, plan), self._say(exact)]
        if tone:
            lines.append(f"{said}: {self._say(VERDICTS[tone])}")
        lines.append(self._say(why(metric, plan, fact)))
        if not entered:
            lines.append(self._say(text("not typed in: it follows from other actuals")))
        return PlanFact(
            self._shown(metric, plan), self._shown(metric, fact),
            "entered" if entered else "computed", said, tone, "\n".join(lines),
        )  # fmt: skip

    def _fact(self, key: Key, at: int) -> float | None:
        return self.known.value(key, at) if at <= self.known.month else None

    def _so_far(self, metric: Metric) -> PlanFact:
        """The months with a fact together; a ratio is computed again from its parts."""
        known = range(self.known.month + 1)
        months = [at for at in known if self._fact(metric.key, at) is not None]
        if not months:
            return PlanFact("")
        if len(months) == 1:
            return self._cell(metric, months[0])
        planned = Months.of(self.project, self.plan.values)
        plan = Totals(planned, self.plan.trees, months).total(metric.key)
        fact = Totals(self.known.frame, self.plan.model.trees, months).total(metric.key)
        if isinstance(plan, Problem) or isinstance(fact, Problem):
            return PlanFact("", NOTHING)
        return self._judged(metric, plan, fact, entered=True)

    def _shown(self, metric: Metric, value: Result) -> str:
        return cell_text(metric, value, self.project, self.language)

    def _exact(self, metric: Metric, plan: Result) -> str:
        if isinstance(plan, Problem):
            return self._say(reason(plan, metric, self.project, self.language))
        shown = shown_value(metric, plan, self.project, self.language)
        return self._say(text("plan {plan}", plan=shown))

    def _say(self, words: Text) -> str:
        return self.language.say(words)
