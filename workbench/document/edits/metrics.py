"""Edits of metrics that leave formulas alone; wiring of arrows is in `formula.wiring`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, plural, text
from workbench.document.edits.members import replaced
from workbench.document.keys import slug
from workbench.document.metric import Metric, Position
from workbench.document.project import Project
from workbench.document.value import Key


@dataclass(frozen=True)
class AddMetric:
    """A new metric, after the others."""

    metric: Metric

    @property
    def title(self) -> Text:
        """Names the new metric."""
        return text("Add “{name}”", name=self.metric.name)

    def apply(self, project: Project) -> Project:
        """The project with the metric."""
        return project.having(metrics=(*project.metrics, self.metric))


@dataclass(frozen=True)
class ChangeMetric:
    """Some members of one metric set to other values; names are those of `Metric`."""

    key: Key
    changes: Mapping[str, object]
    name: str = ""

    @property
    def title(self) -> Text:
        """Says which member changes, where it is one of those people know."""
        return _title(self.changes.keys(), self.name)

    def apply(self, project: Project) -> Project:
        """The project with the changed metric."""
        project.metric(self.key)
        return project.having(
            metrics=replaced(project.metrics, lambda m: m.key == self.key, **self.changes)
        )


@dataclass(frozen=True)
class MoveMetrics:
    """Cards put to other places, by metric key."""

    positions: Mapping[Key, Position]
    title: Text = text("Move cards")

    def apply(self, project: Project) -> Project:
        """The project with the cards moved."""
        return project.having(metrics=tuple(self._moved(metric) for metric in project.metrics))

    def _moved(self, metric: Metric) -> Metric:
        position = self.positions.get(metric.key)
        if position is None or position == metric.position:
            return metric
        return metric.having(position=position)


@dataclass(frozen=True)
class DuplicateMetrics:
    """Copies of metrics beside their originals, with values and formulas but without KPIs."""

    keys: tuple[Key, ...]
    names: Mapping[Key, str]
    shift: float = 40.0

    @property
    def title(self) -> Text:
        """Counts the copies."""
        return plural("Duplicate a metric", "Duplicate {n} metrics", len(self.keys))

    def copies(self, project: Project) -> dict[Key, Key]:
        """The key of each copy by the key of its original."""
        taken = set(project.metric_by_key)
        found: dict[Key, Key] = {}
        for key in self.keys:
            found[key] = slug(key, taken)
            taken.add(found[key])
        return found

    def apply(self, project: Project) -> Project:
        """The project with the copies."""
        copies = self.copies(project)
        added = tuple(self._copy(project.metric(old), new, copies) for old, new in copies.items())
        return project.having(metrics=(*project.metrics, *added))

    def _copy(self, metric: Metric, key: Key, copies: Mapping[Key, Key]) -> Metric:
        place = metric.position
        ends = {"from_stage": metric.from_stage, "to_stage": metric.to_stage}
        both = all(end in copies for end in ends.values())
        return metric.having(
            key=key,
            name=self.names.get(metric.key, metric.name),
            position=place and Position(x=place.x + self.shift, y=place.y + self.shift),
            **{name: copies[end] if both and end else None for name, end in ends.items()},
        )


def _title(members: object, name: str) -> Text:
    match sorted(members):  # type: ignore[call-overload]
        case ["name"]:
            return text("Rename “{name}”", name=name)
        case ["value"] | ["formula", "value"]:
            return text("Change the value of “{name}”", name=name)
        case ["formula"]:
            return text("Change the formula of “{name}”", name=name)
        case ["influence"]:
            return text("Change the influence on “{name}”", name=name)
        case ["phase"]:
            return text("Change the phase of “{name}”", name=name)
        case _:
            return text("Change “{name}”", name=name)
