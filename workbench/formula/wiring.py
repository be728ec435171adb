"""Edits of arrows and of what they join: drawn, deleted, metrics removed with their terms."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, plural, text
from workbench.document.edits.approvals import remaining
from workbench.document.edits.roles import untouched
from workbench.document.growth import Growth
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.model import loop_with
from workbench.formula.rewriting import Known, rewritten, tree_of
from workbench.formula.syntax import Node, metrics_in
from workbench.formula.terms import flow, with_term, without_terms


class CannotConnect(WorkbenchError):
    """Two cards that no arrow can join."""


@dataclass(frozen=True)
class Connect:
    """An arrow between stages: its conversion, and its term in the formula of the target.

    Without a conversion the source itself is added to the target.
    """

    source: Key
    target: Key
    conversion: Metric | None = None
    lag: int = 0
    source_name: str = ""
    target_name: str = ""

    @property
    def title(self) -> Text:
        """Names both ends."""
        return text(
            "Connect “{source}” to “{target}”",
            source=self.source_name,
            target=self.target_name,
        )

    def apply(self, project: Project) -> Project:
        """The project with the arrow; raises `CannotConnect` where it would close a circle."""
        source, target = project.metric(self.source), project.metric(self.target)
        self._refuse_twice(project, source, target)
        metrics = (
            project.metrics if self.conversion is None else (*project.metrics, self.conversion)
        )
        key = self.conversion.key if self.conversion else None
        tree = with_term(tree_of(target), flow(self.source, key, self.lag))
        wider = project.having(metrics=metrics)
        loop = loop_with(wider, self.target, tree)
        if loop is not None:
            raise CannotConnect(loop.message)
        return wider.having(metrics=rewritten(wider, {self.target: tree}, {}))

    def _refuse_twice(self, project: Project, source: Metric, target: Metric) -> None:
        ends = (self.source, self.target)
        names = {"source": source.name, "target": target.name}
        if self.source == self.target:
            raise CannotConnect(text("“{source}” cannot lead to itself", source=source.name))
        if any((m.from_stage, m.to_stage) == ends for m in project.metrics):
            raise CannotConnect(text("“{source}” already leads to “{target}”", **names))
        tree = tree_of(target)
        if tree is None and target.formula is not None:
            message = text(
                "the formula of “{name}” cannot be read: mend it first", name=target.name
            )
            raise CannotConnect(message)
        if tree is not None and self.source in metrics_in(tree) and self.conversion is None:
            raise CannotConnect(text("“{source}” already leads to “{target}”", **names))


@dataclass(frozen=True)
class Disconnect:
    """An arrow deleted: its conversion goes, and its term leaves the formula of the target."""

    source: Key
    target: Key
    known: Known = field(default_factory=dict)
    title: Text = text("Delete the arrow")

    def apply(self, project: Project) -> Project:
        """The project without the arrow."""
        arrows = [
            metric.key for metric in project.metrics
            if (metric.from_stage, metric.to_stage) == (self.source, self.target)
        ]  # fmt: skip
        if arrows:
            return _without(project, frozenset(arrows), self.known)
        tree = tree_of(project.metric(self.target))
        if tree is None:
            return project
        rest = without_terms(tree, lambda term: self.source in metrics_in(term))
        return project.having(metrics=rewritten(project, {self.target: rest}, self.known))


@dataclass(frozen=True)
class RemoveMetrics:
    """Metrics deleted with their arrows, KPIs, goals, actuals and terms in formulas.

    A metric whose formula loses every term becomes an input of the value in `known`.
    """

    keys: frozenset[Key]
    known: Known = field(default_factory=dict)
    names: tuple[str, ...] = ()

    @property
    def title(self) -> Text:
        """Names one metric, counts several."""
        if len(self.names) == 1:
            return text("Delete “{name}”", name=self.names[0])
        return plural("Delete a metric", "Delete {n} metrics", len(self.keys))

    def apply(self, project: Project) -> Project:
        """The project without these metrics."""
        return _without(project, self.keys, self.known)


def _without(project: Project, keys: frozenset[Key], known: Known) -> Project:
    """The project without some metrics and everything that hangs on them."""
    arrows = {m.key for m in project.metrics if {m.from_stage, m.to_stage} & keys}
    gone = keys | arrows
    trees: dict[Key, Node | None] = {}
    for metric in project.metrics:
        tree = tree_of(metric)
        if tree is not None and metric.key not in gone and metrics_in(tree) & gone:
            trees[metric.key] = without_terms(tree, lambda term: bool(metrics_in(term) & gone))
    metrics = tuple(
        _unguarded(metric, gone)
        for metric in rewritten(project, trees, known)
        if metric.key not in gone
    )
    journeys = project
    for key in gone:
        journeys = journeys.having(journeys=untouched(journeys, "stage", key))
    return journeys.having(
        metrics=metrics,
        roles=tuple(_uncapped(role, gone) for role in project.roles),
        kpis=tuple(kpi for kpi in project.kpis if kpi.metric not in gone),
        goals=tuple(goal for goal in project.goals if goal.metric not in gone),
        growth=_unmeasured(project, gone),
        approvals=remaining(project, metrics=gone),
        actuals=tuple(actual for actual in project.actuals if actual.metric not in gone),
        scenarios=tuple(
            scenario.having(values={k: v for k, v in scenario.values.items() if k not in gone})
            for scenario in project.scenarios
        ),
    )


def _unguarded(metric: Metric, gone: frozenset[Key] | set[Key]) -> Metric:
    kept = tuple(key for key in metric.guards if key not in gone)
    return metric if kept == metric.guards else metric.having(guards=kept)


def _unmeasured(project: Project, gone: frozenset[Key] | set[Key]) -> Growth | None:
    growth = project.growth
    if growth is None or growth.metric not in gone:
        return growth
    return growth.having(metric=None)


def _uncapped(role: Role, gone: frozenset[Key] | set[Key]) -> Role:
    kept = tuple(capacity for capacity in role.capacity if capacity.metric not in gone)
    return role if kept == role.capacity else role.having(capacity=kept)
