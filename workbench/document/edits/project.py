"""Edits of everything else: client, calendar, phases, channels, goals, scenarios, actuals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import MonthName, Text, text
from workbench.document.edits.members import replaced
from workbench.document.edits.roles import untouched
from workbench.document.growth import Growth
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.document.value import Key


@dataclass(frozen=True)
class ChangeClient:
    """Some members of the client set to other values."""

    changes: Mapping[str, object]
    title: Text = text("Change the client")

    def apply(self, project: Project) -> Project:
        """The project with the changed client."""
        return project.having(client=project.client.having(**self.changes))


@dataclass(frozen=True)
class ChangeCalendar:
    """Another start, number of months or country."""

    changes: Mapping[str, object]
    title: Text = text("Change the calendar")

    def apply(self, project: Project) -> Project:
        """The project with the changed calendar."""
        return project.having(calendar=project.calendar.having(**self.changes))


@dataclass(frozen=True)
class SetMembers:
    """Whole members of the project exchanged: phases, channels, tasks, goals, growth, scenarios.

    What referred to a phase or channel that is gone refers to none.
    """

    changes: Mapping[str, object]
    title: Text

    def apply(self, project: Project) -> Project:
        """The project with the lists."""
        freed = project
        for member, reference in (("phases", "phase"), ("channels", "channel")):
            if member in self.changes:
                freed = _freed(freed, member, reference, self.changes[member])
        return freed.having(**self.changes)


@dataclass(frozen=True)
class SetActual:
    """What a metric really was in a month; None takes the entry out. `name` is for the title."""

    metric: Key
    month: str
    value: float | None
    name: str = ""

    @property
    def title(self) -> Text:
        """Names the metric and the month."""
        named, month = self.name or self.metric, MonthName(self.month)
        if self.value is None:
            return text("Clear the actual of “{metric}” for {month}", metric=named, month=month)
        return text("Enter the actual of “{metric}” for {month}", metric=named, month=month)

    def apply(self, project: Project) -> Project:
        """The project with the entry."""
        others = [a for a in project.actuals if (a.metric, a.month) != (self.metric, self.month)]
        if self.value is not None:
            others.append(Actual(metric=self.metric, month=self.month, value=self.value))
        return project.having(actuals=tuple(others))


def _freed(project: Project, member: str, reference: str, items: object) -> Project:
    kept = {item.key for item in items}  # type: ignore[attr-defined]
    gone = {item.key for item in getattr(project, member)} - kept
    if not gone:
        return project
    changes: dict[str, object] = {
        "metrics": replaced(
            project.metrics, lambda m: getattr(m, reference) in gone, **{reference: None}
        )
    }
    if member == "channels":
        for key in gone:
            project = project.having(journeys=untouched(project, "channel", key))
        changes["growth"] = _unsourced(project, gone)
    return project.having(**changes)


def _unsourced(project: Project, gone: set[Key]) -> Growth | None:
    """What the growth goal is made of, without some channels."""
    growth = project.growth
    if growth is None or not gone & {source.channel for source in growth.sources}:
        return growth
    return growth.having(sources=tuple(s for s in growth.sources if s.channel not in gone))
