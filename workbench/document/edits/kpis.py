"""Giving KPIs to roles: the cells of the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.edits.members import replaced
from workbench.document.kpi import Kpi
from workbench.document.project import Project, Unknown
from workbench.document.value import Key


@dataclass(frozen=True)
class Assign:
    """A metric given to a role as a KPI; what stood in that cell is replaced."""

    kpi: Kpi
    metric_name: str = ""
    role_name: str = ""

    @property
    def title(self) -> Text:
        """Names metric and role."""
        return text("Give “{metric}” to {role}", metric=self.metric_name, role=self.role_name)

    def apply(self, project: Project) -> Project:
        """The project with the KPI in its cell."""
        others = tuple(kpi for kpi in project.kpis if kpi.place != self.kpi.place)
        return project.having(kpis=(*others, self.kpi))


@dataclass(frozen=True)
class ChangeKpi:
    """Some members of one KPI set to other values; names are those of `Kpi`."""

    metric: Key
    role: Key
    changes: Mapping[str, object]
    metric_name: str = ""

    @property
    def title(self) -> Text:
        """Tells a change of weight from other changes."""
        if set(self.changes) == {"weight"}:
            return text("Change the weight of “{metric}”", metric=self.metric_name)
        return text("Change the KPI “{metric}”", metric=self.metric_name)

    def apply(self, project: Project) -> Project:
        """The project with the changed KPI."""
        place = (self.metric, self.role)
        return project.having(
            kpis=replaced(project.kpis, lambda kpi: kpi.place == place, **self.changes)
        )


@dataclass(frozen=True)
class Unassign:
    """KPIs taken from their cells."""

    places: frozenset[tuple[Key, Key]]
    title: Text = text("Take the KPI away")

    def apply(self, project: Project) -> Project:
        """The project without these KPIs."""
        return project.having(
            kpis=tuple(kpi for kpi in project.kpis if kpi.place not in self.places)
        )


@dataclass(frozen=True)
class Transfer:
    """A KPI handed from one role to another with everything agreed about it."""

    metric: Key
    role: Key
    to: Key
    metric_name: str = ""
    role_name: str = ""

    @property
    def title(self) -> Text:
        """Names metric and new role."""
        return text("Hand “{metric}” to {role}", metric=self.metric_name, role=self.role_name)

    def apply(self, project: Project) -> Project:
        """The project with the KPI in the other column; what stood there is replaced."""
        kpi = project.kpi_by_place.get((self.metric, self.role))
        if kpi is None:
            raise Unknown(text("there is no “{key}” in this project", key=self.metric))
        target = (self.metric, self.to)
        others = tuple(k for k in project.kpis if k.place not in {kpi.place, target})
        return project.having(kpis=(*others, kpi.having(role=self.to)))
