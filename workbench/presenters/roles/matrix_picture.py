"""The matrix as it is shown: phases and metrics down, roles across, KPIs in the cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.kpi import Kpi, Part
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.names import folded
from workbench.presenters.alerting import NO_ALERTS, Sign, sign_of, spoken
from workbench.presenters.checking import Alert, Alerts
from workbench.presenters.measures import Mark, influence_mark
from workbench.presenters.roles.parts import part_and_weight, short_caption
from workbench.presenters.roles.sums import Sum, kpi_count, weight_sum
from workbench.presenters.roles.targets import NO_TARGET, Target, target_of

Cell = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class RowPicture:
    """A metric, or the heading of a phase where `metric` is empty.

    `spoken` is its name as a screen reader says it, with what was found about it.
    """

    metric: Key
    name: str
    target: Target = NO_TARGET
    mark: Mark = "none"
    influence: str = ""
    spoken: str = ""
    alert: Sign = ""


@dataclass(frozen=True, slots=True)
class ColumnPicture:
    """A role with what stands under it."""

    role: Key
    name: str
    color: str
    contractor: bool
    weights: Sum
    count: Sum
    spoken: str
    alert: Sign = ""


@dataclass(frozen=True, slots=True)
class CellPicture:
    """A KPI as it stands in its cell."""

    part: Part
    caption: str
    color: str
    spoken: str
    alert: Sign = ""


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """All of it; a cell that is not there is free."""

    rows: tuple[RowPicture, ...] = ()
    columns: tuple[ColumnPicture, ...] = ()
    cells: Mapping[Cell, CellPicture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which metrics are shown: all, only those somebody can move, only those called so."""

    influenceable: bool = False
    words: str = ""

    def admits(self, metric: Metric) -> bool:
        """Whether a metric is shown."""
        if self.influenceable and not metric.influence.direct:
            return False
        return folded(self.words) in folded(metric.name)


class MatrixPainter:
    """Makes pictures; what a metric's row depends on decides whether it is made again."""

    def __init__(self) -> None:
        self._rows: dict[Key, tuple[tuple[object, ...], RowPicture]] = {}

    def picture(
        self,
        project: Project,
        language: Language,
        shown: RowFilter,
        alerts: Alerts = NO_ALERTS,
    ) -> MatrixPicture:
        """The matrix of a project in a language, with the signs of what was found."""
        kpis: dict[Key, list[Kpi]] = {}
        for kpi in project.kpis:
            kpis.setdefault(kpi.metric, []).append(kpi)
        rows = tuple(self._grouped(project, language, shown, kpis, alerts))
        for gone in self._rows.keys() - project.metric_by_key.keys():
            del self._rows[gone]
        columns = _columns(project, language, alerts)
        return MatrixPicture(rows, columns, _cells(project, language, alerts))

    def _grouped(
        self,
        project: Project,
        language: Language,
        shown: RowFilter,
        kpis: Mapping[Key, list[Kpi]],
        alerts: Alerts,
    ) -> Iterator[RowPicture]:
        groups = list(_groups(project, filter(shown.admits, project.metrics), language))
        for heading, metrics in groups:
            if len(groups) > 1:
                yield RowPicture("", heading)
            for metric in metrics:
                alert = alerts.metric_itself(metric.key)
                yield self._row(metric, project, language, kpis.get(metric.key, ()), alert)

    def _row(
        self,
        metric: Metric,
        project: Project,
        language: Language,
        kpis: Iterable[Kpi],
        alert: Alert | None,
    ) -> RowPicture:
        """The row of a metric, the one from before where nothing it shows has changed."""
        goals = (goal for goal in project.goals if goal.metric == metric.key)
        basis = (metric, *kpis, *goals, language.code, project.client.currency, alert)
        known = self._rows.get(metric.key)
        if known is not None and known[0] == basis:
            return known[1]
        mark = influence_mark(metric)
        target = target_of(metric, project, language)
        row = RowPicture(
            metric.key,
            metric.name,
            target,
            mark.mark,
            language.say(mark.label),
            spoken(metric.name, alert, language),
            sign_of(alert),
        )
        self._rows[metric.key] = (basis, row)
        return row


def _groups(
    project: Project, metrics: Iterable[Metric], language: Language
) -> Iterator[tuple[str, list[Metric]]]:
    """The metrics by phase in the order of the journey; those without a phase come last."""
    by_phase: dict[Key | None, list[Metric]] = {}
    for metric in metrics:
        by_phase.setdefault(metric.phase, []).append(metric)
    for phase in project.phases:
        if phase.key in by_phase:
            yield phase.name, by_phase[phase.key]
    if None in by_phase:
        yield language.say(text("Outside the phases")), by_phase[None]


def _columns(project: Project, language: Language, alerts: Alerts) -> tuple[ColumnPicture, ...]:
    return tuple(
        ColumnPicture(
            role.key,
            role.name,
            role.color,
            role.employment == "contractor",
            weight_sum(project, role.key, language),
            kpi_count(project, role.key, language),
            spoken(role.name, alert, language),
            sign_of(alert),
        )
        for role, alert in ((role, alerts.role(role.key)) for role in project.roles)
    )


def _cells(project: Project, language: Language, alerts: Alerts) -> dict[Cell, CellPicture]:
    return {
        kpi.place: CellPicture(
            kpi.part,
            short_caption(kpi, language),
            project.role(kpi.role).color,
            spoken(part_and_weight(kpi, language), alert, language),
            sign_of(alert),
        )
        for kpi, alert in ((kpi, alerts.cell(*kpi.place)) for kpi in project.kpis)
    }
