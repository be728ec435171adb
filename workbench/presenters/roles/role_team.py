"""How many people a role has and needs: capacity, load, vacancies."""

from __future__ import annotations

from collections.abc import Hashable

from workbench.base.texts import Text, context, plural, text, verbatim
from workbench.document.role import Capacity
from workbench.formula.values import Problem
from workbench.planning.team import Load, load, vacancies
from workbench.presenters.inspector.rows import (
    AddRow,
    FactRow,
    ItemRow,
    NoteRow,
    NumberRow,
    Option,
    Row,
    Section,
)
from workbench.presenters.inspector.wishes import Added, Numbered, Removed, Wish
from workbench.presenters.roles.role_subject import RoleSubject


def team_section(subject: RoleSubject) -> Section:
    """People now, what one of them handles, and what follows for the plan."""
    now = subject.number(
        "people", text("Now, people"), subject.role.people, tip=text("A half is somebody part-time")
    )
    rows = (*_capacities(subject), _adding(subject), now, *_losses(subject), *_needed(subject))
    return Section(
        "team", subject.say(text("Team")), rows, folds=True, open=subject.is_open("team")
    )


def answer(subject: RoleSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    kind, _, metric = wish.row.partition(" ")
    match wish:
        case Numbered("people" as row, value, stepped):
            title = text("Change the people of {name}", name=subject.role.name)
            subject.change(title, subject.run(row, stepped=stepped), people=value or 0.0)
        case Numbered("attrition" | "absence" as row, value, stepped):
            title = text("Change the people of {name}", name=subject.role.name)
            subject.change(title, subject.run(row, stepped=stepped), **{row: value or 0.0})
        case Numbered(row, value, stepped) if kind == "capacity":
            _set(subject, metric, value or 0.0, subject.run(row, stepped=stepped))
        case Removed() if kind == "capacity":
            _set(subject, metric, None)
        case Added("capacity", words) if words:
            _set(subject, words, 0.0)
        case _:
            return False
    return True


def _capacities(subject: RoleSubject) -> tuple[Row, ...]:
    each = subject.say(text("each a month"))
    return tuple(
        ItemRow(
            key=f"capacity {capacity.metric}",
            label=subject.project.metric(capacity.metric).name,
            parts=(
                NumberRow(
                    key=f"capacity {capacity.metric}",
                    label=subject.project.metric(capacity.metric).name,
                    value=capacity.per_person,
                    after=f"\u00a0{each}",
                    tip=subject.say(text("How much of it one person handles in a month")),
                ),
            ),
            remove=subject.say(text("Remove the capacity")),
        )
        for capacity in subject.role.capacity
    )


def _adding(subject: RoleSubject) -> Row:
    taken = {capacity.metric for capacity in subject.role.capacity}
    options = tuple(
        Option(metric.key, metric.name)
        for metric in subject.project.metrics
        if metric.key not in taken and not metric.is_share and metric.unit == "count"
    )
    return AddRow(
        key="capacity",
        words=subject.say(text("+ capacity")),
        options=options,
        tip=subject.say(text("A volume that one person can handle only so much of")),
    )


def _losses(subject: RoleSubject) -> tuple[Row, ...]:
    """What share of the people leaves, and what share of the time they are away."""
    role = subject.role
    leave = text("The share of the people of this role who leave in a year and are replaced")
    away = text("The share of working time lost to vacation and illness: 28 days a year are 8%")
    return (
        subject.number("attrition", text("Leave in a year"), role.attrition, share=True, tip=leave),
        subject.number("absence", text("Vacation and illness"), role.absence, share=True, tip=away),
    )


def _needed(subject: RoleSubject) -> tuple[Row, ...]:
    if not subject.role.capacity:
        why = text("With a capacity the program says how many people the plan needs.")
        return (NoteRow(key="no_capacity", words=subject.say(why)),)
    found = load(subject.forecast, subject.role)
    needed, missing = found.people_needed, vacancies(found, subject.role)
    if isinstance(needed, Problem) or isinstance(missing, Problem):
        reason = needed.reason if isinstance(needed, Problem) else text("there is no number")
        return (
            FactRow(key="needed", label=subject.say(text("Needed")), words="—"),
            NoteRow(key="problem", words=subject.say(reason), tone="warn"),
        )
    return (*_loads(subject, found), *_verdict(subject, needed, missing))


def _loads(subject: RoleSubject, found: Load) -> tuple[Row, ...]:
    average, peak, at = found.average, found.peak, found.peak_month
    if isinstance(average, Problem) or isinstance(peak, Problem) or at is None:
        return ()
    language = subject.language
    month = language.month(subject.project.calendar.month(at))
    words = text("{average} · peak {peak}, {month}", average=average, peak=peak, month=month)
    tip = text("Volume of the month by capacity: how many people’s work it is")
    return (
        FactRow(
            key="load",
            label=subject.say(text("Load, people")),
            words=subject.say(words),
            tip=subject.say(tip),
        ),
    )


def _verdict(subject: RoleSubject, needed: int, missing: int) -> tuple[Row, ...]:
    people = plural("{n} person", "{n} people", needed)
    row = FactRow(
        key="needed", label=subject.say(text("Needed")), words=subject.say(people), strong=True
    )
    words: Text = verbatim(str(missing)) if missing else context("vacancies", "none")
    return (
        row,
        FactRow(
            key="vacancies",
            label=subject.say(text("Vacancies")),
            words=subject.say(words),
            tone="warn" if missing else "good",
            chip=True,
        ),
    )


def _set(subject: RoleSubject, metric: str, per_person: float | None, run: Hashable = None) -> None:
    """Set, add or (with None) take out what one person handles of a metric."""
    kept = [one for one in subject.role.capacity if one.metric != metric or per_person is not None]
    after = [one.having(per_person=per_person) if one.metric == metric else one for one in kept]
    if per_person is not None and metric not in {one.metric for one in after}:
        after.append(Capacity(metric=metric, per_person=per_person))
    title = text("Change the capacity of {name}", name=subject.role.name)
    subject.change(title, run, capacity=tuple(after))
