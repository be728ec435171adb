"""Edits of scenarios: named values that stand in for inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.edits.members import replaced
from workbench.document.plan import Scenario
from workbench.document.project import Project, Unknown
from workbench.document.value import Key


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

    @property
    def title(self) -> Text:
        """Tells renaming from other changes."""
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


def _demand(project: Project, key: Key) -> None:
    if all(scenario.key != key for scenario in project.scenarios):
        raise Unknown(text("there is no “{key}” in this project", key=key))
