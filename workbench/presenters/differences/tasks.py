"""What changed in the tasks of contractors."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, joined, text
from workbench.checks.wording import listed
from workbench.document.kpi import Task
from workbench.presenters.differences.change import (
    Half,
    Tellers,
    chosen,
    of_lines,
    of_value,
    quoted_lines,
    renamed,
    told,
)
from workbench.presenters.differences.matching import matched
from workbench.presenters.differences.side import Side, Sides, short

_STATES = {True: text("accepted"), False: text("not accepted")}


def tasks_told(sides: Sides) -> Iterator[Text]:
    """Tasks that went, came and changed; one is known again by its role, name or content."""
    tasks = matched(
        sides.before.project.tasks,
        sides.after.project.tasks,
        lambda task: (task.role, task.name, task.due, task.criteria),
        lambda task: (task.role, task.name),
        lambda task: task.name,
        lambda task: (task.role, task.due, task.criteria),
    )
    for task in tasks.removed:
        yield text("{task} is taken out", task=_thing(task, sides.before))
    for task in tasks.added:
        yield _new(task, sides.after)
    for before, after in tasks.pairs:
        yield from told(_thing(after, sides.after), sides, before, after, _TASK)


def _thing(task: Task, side: Side) -> Text:
    return text("Task “{task}” ({role})", task=short(task.name), role=side.role(task.role))


def _new(task: Task, side: Side) -> Text:
    names = {"role": side.role(task.role), "task": short(task.name)}
    details = tuple(_details(task, side))
    if not details:
        return text("{role} gets the task “{task}”", **names)
    return text("{role} gets the task “{task}” ({details})", details=joined(details, "; "), **names)


def _details(task: Task, side: Side) -> Iterator[Text]:
    if task.due is not None:
        yield text("due {date}", date=side.language.date(task.due))
    if task.criteria:
        yield text(
            "criteria: {criteria}", criteria=listed(side.quoted(one) for one in task.criteria)
        )


def _due(half: Half[Task]) -> str:
    return "" if half.value is None else half.side.language.date(half.value)


def _holder(half: Half[Task]) -> str:
    return half.side.role(half.value)


_TASK: Tellers = {
    "role": of_value(text("role"), _holder),
    "name": renamed,
    "due": of_value(text("due date"), _due),
    "criteria": of_lines(text("quality criteria"), quoted_lines),
    "accepted": of_value(text("acceptance"), chosen(_STATES)),
}
