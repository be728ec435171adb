"""What a role's sheet says in sentences: standards, helpers, limits, actions, counter-metrics."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.base.texts import Text, text
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.excel.book import Book
from workbench.excel.sheets.blocks import Block
from workbench.formula.syntax import metrics_in
from workbench.planning.pay import paid_kpis

_MOST_NEIGHBOURS = 5


def head_blocks(book: Book, role: Role) -> tuple[Block, ...]:
    """Mission, duties and standards: the three blocks under the title."""
    unset = book.say(text("Not set"))
    mission = (role.mission,) if role.mission else ()
    return (
        Block(book.say(text("Mission of the role")), mission, unset, bullets=False),
        Block(book.say(text("Duties")), role.duties, unset),
        Block(book.say(text("Standards")), _standards(book, role), unset),
    )


def more_blocks(book: Book, role: Role) -> tuple[Block, ...]:
    """What else belongs to the role, as far as there is something to say."""
    unset = book.say(text("Not set"))
    return (
        Block(
            book.say(text("What the role does not answer for")),
            (*role.not_responsible, *_neighbours(book, role)),
            unset,
        ),
        Block(book.say(text("Who helps, and how")), _helpers(book, role), _no_one(book)),
        Block(book.say(text("Actions (commitments)")), _actions(book, role), unset),
        Block(book.say(text("Counter-metrics")), _counters(book, role)),
        Block(book.say(text("What the role helps others with")), _help(book, role)),
        Block(book.say(text("Tasks")), _tasks(book, role)),
    )


def goals(book: Book) -> str:
    """The goals the KPIs serve, on one line."""
    return " · ".join(book.say(_goal(book, index)) for index in range(len(book.project.goals)))


def _no_one(book: Book) -> str:
    return book.say(text("No contributors have been named."))


def _goal(book: Book, index: int) -> Text:
    goal = book.project.goals[index]
    metric = book.project.metric(goal.metric)
    value = _figure(book, metric, goal.value)
    words = {
        "month": text("{metric}: {value} a month", metric=metric.name, value=value),
        "quarter": text("{metric}: {value} a quarter", metric=metric.name, value=value),
        "year": text("{metric}: {value} a year", metric=metric.name, value=value),
        "plan": text("{metric}: {value} over the plan", metric=metric.name, value=value),
    }
    return words[goal.period]


def _figure(book: Book, metric: Metric, value: float) -> str:
    if metric.is_share:
        return book.language.percent(value)
    if metric.unit == "money":
        return book.language.money(value, book.project.client.currency)
    return book.language.number(value)


def _standards(book: Book, role: Role) -> tuple[str, ...]:
    kpis = book.project.kpis_of_role(role.key)
    listed = [line for kpi in kpis for line in kpi.standards]
    own = {kpi.metric for kpi in kpis}
    hung = [
        metric.name
        for metric in book.project.metrics
        if metric.kind == "standard" and own.intersection(metric.guards)
    ]
    return tuple(dict.fromkeys((*listed, *hung)))


def _neighbours(book: Book, role: Role) -> tuple[str, ...]:
    """Whose the metrics are that the role's own ones are made of or lead to."""
    own = [kpi.metric for kpi in paid_kpis(book.project, role.key)]
    near = [key for key in _near(book, own) if key not in own]
    lines = [
        book.say(
            text("{metric}: {role} answers", metric=book.project.metric(key).name, role=owner.name)
        )
        for key in dict.fromkeys(near)
        if (owner := book.owners.get(key)) is not None and owner.key != role.key
    ]
    return tuple(lines[:_MOST_NEIGHBOURS])


def _near(book: Book, own: Iterable[str]) -> Iterable[str]:
    trees, steps = book.forecast.model.trees, book.steps
    for key in own:
        metric = book.project.metric(key)
        yield from sorted(metrics_in(trees[key])) if key in trees else ()
        yield from (end for end in (metric.from_stage, metric.to_stage) if end)
        for start, end, conversion in steps.arrows:
            if start == key:
                yield from (conversion, end) if conversion else (end,)


def _helpers(book: Book, role: Role) -> tuple[str, ...]:
    own = {kpi.metric for kpi in paid_kpis(book.project, role.key)}
    return tuple(
        book.say(_help_line(book, kpi, book.project.role(kpi.role).name))
        for kpi in book.project.kpis
        if not kpi.is_measured and kpi.metric in own and kpi.role != role.key
    )


def _help(book: Book, role: Role) -> tuple[str, ...]:
    return tuple(
        book.say(_help_line(book, kpi, book.project.metric(kpi.metric).name))
        for kpi in book.project.kpis_of_role(role.key)
        if not kpi.is_measured
    )


def _help_line(book: Book, kpi: Kpi, who: str) -> Text:
    if kpi.how:
        return text("{who}: {how}", who=who, how=kpi.how)
    metric = book.project.metric(kpi.metric).name
    return text("{who}: helps with “{metric}”", who=who, metric=metric)


def _actions(book: Book, role: Role) -> tuple[str, ...]:
    return tuple(
        f"{book.project.metric(kpi.metric).name}: {action}"
        for kpi in book.project.kpis_of_role(role.key)
        for action in kpi.actions
    )


def _tasks(book: Book, role: Role) -> tuple[str, ...]:
    """Tasks of a role on the staff; a contractor has a table of them."""
    if role.employment == "contractor":
        return ()
    tasks = (task for task in book.project.tasks if task.role == role.key)
    return tuple(
        book.say(text("{task}: by {date}", task=task.name, date=book.language.date(task.due)))
        if task.due
        else task.name
        for task in tasks
    )


def _counters(book: Book, role: Role) -> tuple[str, ...]:
    lines = []
    for kpi in paid_kpis(book.project, role.key):
        metric = book.project.metric(kpi.metric)
        if metric.guards:
            guards = ", ".join(book.project.metric(key).name for key in metric.guards)
            lines.append(
                text("{metric} is watched by: {guards}", metric=metric.name, guards=guards)
            )
        if metric.gaming:
            lines.append(
                text("{metric} must not grow by: {trick}", metric=metric.name, trick=metric.gaming)
            )
    return tuple(book.say(line) for line in lines)
