"""Which part of a project a person means by a key or a name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.names import Names, folded

_MOST_LISTED = 12


class NobodyCalled(WorkbenchError):
    """A key or a name that nothing of its kind has; says what there is."""


def scenario_called(project: Project, words: str) -> Scenario:
    """The scenario of a key or a name; raises `NobodyCalled`."""
    for scenario in project.scenarios:
        if scenario.key == words or folded(scenario.name) == folded(words):
            return scenario
    known = _listed(scenario.key for scenario in project.scenarios)
    if not known:
        raise NobodyCalled(text("there is no scenario “{name}”; the project has none", name=words))
    raise NobodyCalled(
        text("there is no scenario “{name}”; there are {known}", name=words, known=known)
    )


def role_called(project: Project, words: str) -> Role:
    """The role of a key or a name; raises `NobodyCalled`."""
    found = Names(project).find_role(words)
    if found is not None:
        return project.role(found)
    known = _listed(role.key for role in project.roles)
    if not known:
        raise NobodyCalled(text("there is no role “{name}”; the project has none", name=words))
    raise NobodyCalled(
        text("there is no role “{name}”; there are {known}", name=words, known=known)
    )


def metric_called(project: Project, words: str) -> Metric:
    """The metric of a key or a name; raises `NobodyCalled`."""
    names = Names(project)
    found = names.find_metric(words)
    if found is not None:
        return project.metric(found)
    like = get_close_matches(words, project.metric_by_key, n=1, cutoff=0.5)
    nearest = like[0] if like else names.nearest_metric(words)
    if nearest is not None:
        raise NobodyCalled(
            text(
                "there is no metric “{key}”; did you mean “{nearest}”?", key=words, nearest=nearest
            )
        )
    inputs = _listed(metric.key for metric in project.metrics if not metric.is_computed)
    if inputs:
        raise NobodyCalled(
            text("there is no metric “{key}”; inputs are {known}", key=words, known=inputs)
        )
    raise NobodyCalled(text("there is no metric “{key}”", key=words))


def _listed(keys: Iterable[str]) -> str:
    every = list(keys)
    return ", ".join(every[:_MOST_LISTED] + ["…"] * (len(every) > _MOST_LISTED))
