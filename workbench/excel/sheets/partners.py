"""Whom a role works with: at the borders of phases, and from one stage to the next."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, context, joined, text
from workbench.checks.method.flow import Flow, Junction
from workbench.checks.method.junction_sides import Side, metrics_by_side
from workbench.document.role import Role
from workbench.excel.book import Book

_MOST_STEPS = 5
_SIDES: dict[Side, Text] = {
    "quantity": context("junction", "quantity"),
    "cost": context("junction", "cost"),
    "quality": context("junction", "quality"),
}


def partners(book: Book, role: Role) -> tuple[str, ...]:
    """A line for each junction that a role stands at, then for each hand-off it takes part in."""
    junctions = (_junction(book, role, one) for one in Flow(book.system).junctions)
    steps = list(_steps(book, role))[:_MOST_STEPS]
    return tuple(book.say(line) for line in (*filter(None, junctions), *steps))


def _junction(book: Book, role: Role, junction: Junction) -> Text | None:
    sides = metrics_by_side(book.system, junction)
    near = {*junction.crossing, *junction.handed, *junction.received}
    near.update(metrics[0] for metrics in sides.values() if metrics)
    found = [
        kpi.role
        for key in near
        for kpi in book.system.kpis_by_metric.get(key, ())
        if kpi.is_measured
    ]
    others = [one.name for one in book.project.roles if one.key in found and one.key != role.key]
    if role.key not in found or not others:
        return None
    measured = [_side(book, side, metrics) for side, metrics in sides.items() if metrics]
    return text(
        "“{before}” → “{after}”, with {roles}. Measured by {sides}",
        before=junction.before.name,
        after=junction.after.name,
        roles=", ".join(others),
        sides=joined(measured, "; "),
    )


def _side(book: Book, side: Side, metrics: tuple[str, ...]) -> Text:
    """The metric of a side that somebody answers for, else the fittest."""
    owned = next((key for key in metrics if key in book.owners), metrics[0])
    owner = book.owners.get(owned)
    return text(
        "{side}: {metric} ({role})",
        side=_SIDES[side],
        metric=book.project.metric(owned).name,
        role=owner.name if owner else text("no owner"),
    )


def _steps(book: Book, role: Role) -> Iterator[Text]:
    for start, end, _ in book.steps.arrows:
        before, after = book.stage_owner(start), book.stage_owner(end)
        if before is None or after is None or before.key == after.key:
            continue
        names = {"stage": book.project.metric(start).name, "next": book.project.metric(end).name}
        if role.key == before.key:
            yield text("Hands “{stage}” over to {role} for “{next}”", role=after.name, **names)
        elif role.key == after.key:
            yield text("Takes “{stage}” over from {role} for “{next}”", role=before.name, **names)
