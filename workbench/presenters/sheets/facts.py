"""What the client must not miss in the workbook and no check says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.base.texts import plural, text
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.picture import Fact

_MOST_NAMED = 12


def facts(desk: Desk, roles: Iterable[Role]) -> tuple[Fact, ...]:
    """What is missing in the project, and for the roles that get a sheet."""
    return (*_client(desk), *_metrics(desk), *_tasks(desk, roles), *_numbers(desk))


def _client(desk: Desk) -> Iterator[Fact]:
    if not desk.project.client.name:
        said = desk.say(text("The client has no name"))
        yield Fact("missing", said, place="funnel", selected=Selected())


def _metrics(desk: Desk) -> Iterator[Fact]:
    if not desk.project.metrics:
        said = desk.say(text("The funnel is still empty"))
        yield Fact("missing", said, place="funnel", selected=Selected())


def _tasks(desk: Desk, roles: Iterable[Role]) -> Iterator[Fact]:
    """Contractors whose sheet would be empty; what a task lacks the checks say."""
    busy = {task.role for task in desk.project.tasks}
    for role in roles:
        if role.employment == "contractor" and role.key not in busy:
            said = desk.say(text("{role} has no task yet", role=role.name))
            yield Fact("missing", said, selected=Selected(role=role.key))


def _numbers(desk: Desk) -> Iterator[Fact]:
    """Inputs that wait for a value; what is wrong with a formula the checks say."""
    unset = [metric for metric in desk.project.metrics if _lacks_number(desk, metric)]
    if unset:
        said = plural("{n} metric has no number", "{n} metrics have no number", len(unset))
        yield Fact(
            "missing",
            desk.say(said),
            _listed([metric.name for metric in unset]),
            "plan",
            Selected(metrics=(unset[0].key,)),
        )


def _lacks_number(desk: Desk, metric: Metric) -> bool:
    """Whether it is here, and not in something the metric is weighted by, that a number lacks."""
    problem = desk.forecast.problem(metric.key)
    return not metric.is_computed and problem is not None and problem.metric in ("", metric.key)


def _listed(names: list[str]) -> str:
    more = ["…"] if len(names) > _MOST_NAMED else []
    return "\n".join((*names[:_MOST_NAMED], *more))
