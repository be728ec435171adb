"""What is still missing in a project before its workbook can be sent, and no check says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from workbench.base.texts import Text, plural, text
from workbench.checks.finding import Place
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing, where it can be put right, and the names of what it is about."""

    message: Text
    place: Place = "funnel"
    metric: Key | None = None
    role: Key | None = None
    names: tuple[str, ...] = ()


def gaps(forecast: Forecast, roles: Collection[Key] | None = None) -> tuple[Gap, ...]:
    """What is missing in the project, and for the roles that get a sheet: all if none is named."""
    project = forecast.project
    return (*_funnel(project), *_tasks(project, roles), *_numbers(forecast))


def without_number(forecast: Forecast) -> tuple[Metric, ...]:
    """Inputs that wait for a value; what is wrong with a formula the checks say."""
    return tuple(one for one in forecast.project.metrics if _lacks_number(forecast, one))


def _funnel(project: Project) -> Iterator[Gap]:
    if not project.client.name:
        yield Gap(text("The client has no name"))
    if not project.metrics:
        yield Gap(text("The funnel is still empty"))


def _tasks(project: Project, roles: Collection[Key] | None) -> Iterator[Gap]:
    """Contractors whose sheet would be empty; what a task lacks the checks say."""
    busy = {task.role for task in project.tasks}
    for role in project.roles:
        sent = roles is None or role.key in roles
        if sent and role.employment == "contractor" and role.key not in busy:
            yield Gap(text("{role} has no task yet", role=role.name), "roles", role=role.key)


def _numbers(forecast: Forecast) -> Iterator[Gap]:
    unset = without_number(forecast)
    if unset:
        said = plural("{n} metric has no number", "{n} metrics have no number", len(unset))
        names = tuple(metric.name for metric in unset)
        yield Gap(said, "plan", metric=unset[0].key, names=names)


def _lacks_number(forecast: Forecast, metric: Metric) -> bool:
    """Whether it is here, and not in something the metric is weighted by, that a number lacks."""
    problem = forecast.problem(metric.key)
    return not metric.is_computed and problem is not None and problem.metric in ("", metric.key)
