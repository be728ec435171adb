"""Edits of journeys to closed deals; a journey has no key and goes by its place in the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, plural, text
from workbench.document.plan import Journey
from workbench.document.project import Project, Unknown


@dataclass(frozen=True)
class SetJourneys:
    """All journeys exchanged for others, or others put behind those there are, as one step."""

    journeys: tuple[Journey, ...]
    adding: bool = False

    @property
    def title(self) -> Text:
        """Tells how many come."""
        n = len(self.journeys)
        if self.adding:
            return plural("Add {n} journey", "Add {n} journeys", n)
        return plural("Replace all journeys by {n}", "Replace all journeys by {n}", n)

    def apply(self, project: Project) -> Project:
        """The project with the journeys."""
        before = project.journeys if self.adding else ()
        return project.having(journeys=(*before, *self.journeys))


@dataclass(frozen=True)
class AddJourney:
    """A new journey, after the others."""

    journey: Journey

    @property
    def title(self) -> Text:
        """What it does."""
        return text("Add a journey")

    def apply(self, project: Project) -> Project:
        """The project with the journey."""
        return project.having(journeys=(*project.journeys, self.journey))


@dataclass(frozen=True)
class ChangeJourney:
    """Some members of one journey set to other values; names are those of `Journey`."""

    at: int
    changes: Mapping[str, object]

    @property
    def title(self) -> Text:
        """Tells touches from the deal."""
        if set(self.changes) == {"touches"}:
            return text("Change the touches of a journey")
        return text("Change a journey")

    def apply(self, project: Project) -> Project:
        """The project with the changed journey; raises `Unknown`."""
        changed = list(project.journeys)
        _demand(project, self.at)
        changed[self.at] = changed[self.at].having(**self.changes)
        return project.having(journeys=tuple(changed))


@dataclass(frozen=True)
class RemoveJourneys:
    """Some journeys taken out, by their places."""

    places: frozenset[int]

    @property
    def title(self) -> Text:
        """Tells how many go."""
        return plural("Remove a journey", "Remove {n} journeys", len(self.places))

    def apply(self, project: Project) -> Project:
        """The project without the journeys; raises `Unknown`."""
        for at in self.places:
            _demand(project, at)
        left = (one for at, one in enumerate(project.journeys) if at not in self.places)
        return project.having(journeys=tuple(left))


def _demand(project: Project, at: int) -> None:
    if not 0 <= at < len(project.journeys):
        raise Unknown(text("there is no journey {number} in this project", number=at + 1))
