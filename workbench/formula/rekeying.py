"""Other keys for metrics, wherever they are mentioned; for names that come after the card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.base.texts import Text, text
from workbench.document.edits.approvals import following
from workbench.document.growth import Growth
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key, Value
from workbench.formula.printer import stored_text
from workbench.formula.rewriting import tree_of
from workbench.formula.syntax import metrics_in
from workbench.formula.terms import renamed


@dataclass(frozen=True)
class Rekey:
    """New keys by old keys; none of the new ones is taken."""

    keys: Mapping[Key, Key]
    title: Text = text("Change keys")

    def apply(self, project: Project) -> Project:
        """The project that mentions the new keys everywhere."""
        return project.having(
            metrics=tuple(self._metric(metric) for metric in project.metrics),
            roles=tuple(self._role(role) for role in project.roles),
            kpis=self._all(project.kpis, "metric"),
            goals=self._all(project.goals, "metric"),
            growth=self._growth(project),
            actuals=self._all(project.actuals, "metric"),
            approvals=following(project, self.keys, {}),
            scenarios=tuple(
                scenario.having(values={self._new(k): v for k, v in scenario.values.items()})
                for scenario in project.scenarios
            ),
            journeys=tuple(
                journey.having(touches=self._all(journey.touches, "stage"))
                for journey in project.journeys
            ),
        )

    def _metric(self, metric: Metric) -> Metric:
        changes: dict[str, object] = {
            name: self._new(getattr(metric, name))
            for name in ("key", "from_stage", "to_stage")
            if getattr(metric, name) in self.keys
        }
        if self.keys.keys() & set(metric.guards):
            changes["guards"] = tuple(self._new(key) for key in metric.guards)
        tree = tree_of(metric)
        if tree is not None and metrics_in(tree) & self.keys.keys():
            changes["formula"] = stored_text(renamed(tree, self.keys, {}))
        return metric.having(**changes) if changes else metric

    def _growth(self, project: Project) -> Growth | None:
        growth = project.growth
        if growth is None or growth.metric is None or growth.metric not in self.keys:
            return growth
        return growth.having(metric=self.keys[growth.metric])

    def _role(self, role: Role) -> Role:
        capacity = self._all(role.capacity, "metric")
        return role if capacity == role.capacity else role.having(capacity=capacity)

    def _all(self, items: tuple[Any, ...], member: str) -> tuple[Value, ...]:
        """The items with the key in one member exchanged; the others stay the same objects."""
        return tuple(
            item.having(**{member: self.keys[getattr(item, member)]})
            if getattr(item, member) in self.keys
            else item
            for item in items
        )

    def _new(self, key: Key) -> Key:
        return self.keys.get(key, key)
