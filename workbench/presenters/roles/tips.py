"""Explanations that are asked for one at a time, when the pointer rests."""

from __future__ import annotations

from workbench.base.texts import Text, joined, text
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.factors import influenceable_factors
from workbench.planning.reasons import reason
from workbench.presenters.alerting import with_sentences
from workbench.presenters.checking import Alert, Alerts
from workbench.presenters.desk import Desk
from workbench.presenters.measures import PARTS, influence_mark, shown_value
from workbench.presenters.roles.matrix_picture import Cell
from workbench.presenters.roles.parts import MEANINGS
from workbench.presenters.roles.targets import kpi_target

_MOST = 4


class Tips:
    """Says in full what the matrix shows in short."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def metric(self, metric: Key) -> str:
        """Name and forecast of a metric, or why there is none, and what was found about it."""
        found = self._desk.project.metric(metric)
        words = "\n".join((found.name, self._forecast(found)))
        return self._alerted(words, self._alerts.metric_itself(metric))

    def role(self, role: Key) -> str:
        """The name of a role, and what was found about it."""
        return self._alerted(self._desk.project.role(role).name, self._alerts.role(role))

    def influence(self, metric: Key) -> str:
        """Why the metric can be moved or not, and through what."""
        found = self._desk.project.metric(metric)
        result = self.result_note(metric)
        why = influence_mark(found).why
        return "\n".join(filter(None, (self._desk.say(why), result)))

    def result_note(self, metric: Key) -> str:
        """For what nobody moves directly: the way round; empty for a metric that can be moved."""
        found = self._desk.project.metric(metric)
        if found.influence.direct:
            return ""
        if not found.is_computed:
            return self._desk.say(text("Nobody moves this directly: think twice before giving it."))
        factors = influenceable_factors(self._desk.forecast, metric)
        names = [self._desk.project.metric(key).name for key in factors[:_MOST]]
        if not names:
            return self._desk.say(text("This is a result, and nothing beneath it can be moved."))
        listed = joined([text("“{name}”", name=name) for name in names])
        return self._desk.say(
            text("This is a result; influence it through {factors}.", factors=listed)
        )

    def cell(self, cell: Cell) -> str:
        """What is agreed in a cell, or what can be done with a free one; and what was found."""
        kpi = self._desk.project.kpi_by_place.get(cell)
        lines = self._agreed(kpi) if kpi is not None else self._free(cell)
        note = self.result_note(cell[0])
        words = "\n".join((*lines, note) if note else lines)
        return self._alerted(words, self._alerts.cell(*cell))

    @property
    def _alerts(self) -> Alerts:
        return self._desk.checking.alerts

    def _alerted(self, words: str, alert: Alert | None) -> str:
        return with_sentences(words, alert, self._desk.language)

    def _agreed(self, kpi: Kpi) -> tuple[str, ...]:
        project, language = self._desk.project, self._desk.language
        metric, role = project.metric(kpi.metric), project.role(kpi.role)
        part = text(
            "{role}: {part}, {meaning}",
            role=role.name,
            part=PARTS[kpi.part],
            meaning=MEANINGS[kpi.part],
        )
        lines = [metric.name, self._desk.say(part)]
        if kpi.is_measured:
            lines.append(kpi_target(kpi, metric, project, language))
        return (*lines, *filter(None, (kpi.how, kpi.condition)))

    def _free(self, cell: Cell) -> tuple[str, ...]:
        metric, role = self._desk.project.metric(cell[0]), self._desk.project.role(cell[1])
        lines = [f"{metric.name} · {role.name}"]
        if role.employment == "contractor":
            lines.append(self._desk.say(CONTRACTOR))
        lines.append(self._desk.say(text("Enter or double click to give it; or type the weight")))
        return tuple(lines)

    def _forecast(self, metric: Metric) -> str:
        project, language = self._desk.project, self._desk.language
        why = reason(self._desk.forecast, metric.key, language)
        value = self._desk.forecast.monthly(metric.key)
        if isinstance(value, Problem) and why is not None:
            return self._desk.say(text("no forecast: {reason}", reason=why))
        shown = shown_value(metric, value, project, language)
        return self._desk.say(text("forecast, month on average: {value}", value=shown))


CONTRACTOR: Text = text("A contractor controls tasks, not metrics: give it tasks instead")
