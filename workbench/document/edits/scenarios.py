"""Edits of scenarios: named values that stand in for inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text
from workbench.document.edits.members import replaced
from workbench.document.keys import slug
from workbench.document.plan import Given, Scenario
from workbench.document.project import Project, Unknown
from workbench.document.value import Key, validated


@dataclass(frozen=True)
class AddScenario:
    """A new scenario, after the others."""

    scenario: Scenario

    @property
    def title(self) -> Text:
        """Names the new scenario."""
        return text("Add the scenario “{name}”", name=self.scenario.name)

    def apply(self, project: Project) -> Project:
        """The project with the scenario."""
        return project.having(scenarios=(*project.scenarios, self.scenario))


@dataclass(frozen=True)
class ChangeScenario:
    """Some members of one scenario set to other values; names are those of `Scenario`."""

    key: Key
    changes: Mapping[str, object]
    name: str = ""
    what: Text | None = None

    @property
    def title(self) -> Text:
        """What was done where that is said; else tells renaming from other changes."""
        if self.what is not None:
            return self.what
        if set(self.changes) == {"name"}:
            return text("Rename the scenario “{name}”", name=self.name)
        return text("Change the scenario “{name}”", name=self.name)

    def apply(self, project: Project) -> Project:
        """The project with the changed scenario; raises `Unknown`."""
        _demand(project, self.key)
        return project.having(
            scenarios=replaced(project.scenarios, lambda s: s.key == self.key, **self.changes)
        )


@dataclass(frozen=True)
class RemoveScenario:
    """A scenario taken out; the values of the base stay."""

    key: Key
    name: str = ""

    @property
    def title(self) -> Text:
        """Names the scenario."""
        return text("Remove the scenario “{name}”", name=self.name)

    def apply(self, project: Project) -> Project:
        """The project without the scenario; raises `Unknown`."""
        _demand(project, self.key)
        return project.having(
            scenarios=tuple(one for one in project.scenarios if one.key != self.key)
        )


class NameTaken(WorkbenchError):
    """A scenario is called so already, or has such a key, or the name is empty."""


def keep_scenario(project: Project, name: str, values: Mapping[Key, Given]) -> Project:
    """The project with a new scenario of these values; raises `NameTaken`."""
    if not name.strip():
        raise NameTaken(text("a scenario needs a name"))
    if any(name in (one.name, one.key) for one in project.scenarios):
        raise NameTaken(
            text("there is a scenario “{name}” already; choose another name", name=name)
        )
    key = slug(name, {one.key for one in project.scenarios}, "scenario")
    return AddScenario(
        validated(Scenario, {"key": key, "name": name, "values": dict(values)})
    ).apply(project)


def _demand(project: Project, key: Key) -> None:
    if all(scenario.key != key for scenario in project.scenarios):
        raise Unknown(text("there is no “{key}” in this project", key=key))
