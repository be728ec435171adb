"""Edits of roles; removing and merging are in `formula.staffing`: formulas mention roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.edits.members import moved, replaced
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key


@dataclass(frozen=True)
class AddRole:
    """A new role, after the others."""

    role: Role

    @property
    def title(self) -> Text:
        """Names the new role."""
        return text("Add the role “{name}”", name=self.role.name)

    def apply(self, project: Project) -> Project:
        """The project with the role."""
        return project.having(roles=(*project.roles, self.role))


@dataclass(frozen=True)
class ChangeRole:
    """Some members of one role set to other values; names are those of `Role`."""

    key: Key
    changes: Mapping[str, object]
    name: str = ""

    @property
    def title(self) -> Text:
        """Tells renaming from other changes."""
        if set(self.changes) == {"name"}:
            return text("Rename the role “{name}”", name=self.name)
        return text("Change the role “{name}”", name=self.name)

    def apply(self, project: Project) -> Project:
        """The project with the changed role."""
        project.role(self.key)
        return project.having(
            roles=replaced(project.roles, lambda r: r.key == self.key, **self.changes)
        )


@dataclass(frozen=True)
class ReorderRole:
    """A role moved to another column."""

    key: Key
    to: int
    title: Text = text("Reorder roles")

    def apply(self, project: Project) -> Project:
        """The project in the new order."""
        return project.having(roles=moved(project.roles, lambda r: r.key == self.key, self.to))


def untouched(project: Project, member: str, key: Key) -> object:
    """The journeys with a role, stage or channel no longer named in their touches."""
    return tuple(
        journey.having(
            touches=replaced(journey.touches, lambda t: getattr(t, member) == key, **{member: None})
        )
        for journey in project.journeys
    )
