"""A task without a due date or quality criteria

Finds a contractor's task that has no due date, or no line by which it can be accepted.

The task takes the place of the KPI: a deliverable with a deadline and a list of quality criteria.
Without a date it is never late; without criteria it can neither be accepted nor sent back.

Enter the date, and at least three criteria that can be checked: a number, a list, a signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.deliverables import criteria_for, due
from workbench.checks.system import System
from workbench.document.edits.project import SetMembers
from workbench.document.kpi import Task


def find(system: System) -> Iterator[Finding]:
    """Tasks that cannot be accepted."""
    for at, task in enumerate(system.project.tasks):
        if task.role in system.contractors and not (task.due and _has_criteria(task)):
            yield Finding(
                "error",
                _message(system, task),
                role=task.role,
                topic=task.name,
                basis=(task.due is not None, _has_criteria(task)),
                mends=(_mend(system, at, task),),
            )


def _has_criteria(task: Task) -> bool:
    return any(line.strip() for line in task.criteria)


def _message(system: System, task: Task) -> Text:
    names = {"task": task.name, **system.names(role=task.role)}
    if task.due:
        return text(
            "The task “{task}” of {role} has no quality criteria: it can be neither accepted nor "
            "sent back",
            **names,
        )
    if _has_criteria(task):
        return text("The task “{task}” of {role} has no due date: it is never late", **names)
    return text("The task “{task}” of {role} has neither a due date nor quality criteria", **names)


def _mend(system: System, at: int, task: Task) -> Mend:
    """The task at a place among all, for several may have the same name."""
    project = system.project
    changes: dict[str, object] = {}
    if not task.due:
        changes["due"] = due(project.calendar)
    if not _has_criteria(task):
        changes["criteria"] = criteria_for(project, task)
    tasks = (*project.tasks[:at], task.having(**changes), *project.tasks[at + 1 :])
    title = _title(task, changes)
    return Mend(title, (SetMembers({"tasks": tasks}, title),), text("A draft: agree on it"))


def _title(task: Task, changes: dict[str, object]) -> Text:
    if "due" not in changes:
        return text("Draft quality criteria for the task “{task}”", task=task.name)
    if "criteria" not in changes:
        return text("Draft a due date for the task “{task}”", task=task.name)
    return text("Draft a due date and quality criteria for the task “{task}”", task=task.name)


CHECK = Check("KPI403", find, __doc__)
