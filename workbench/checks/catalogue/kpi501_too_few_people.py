"""Too few people for the plan

Finds a role that has more work than its people can do in some month of the plan. The finding says
so where the first such month comes before somebody hired at once would be at full output, and where
more people would only make more of the work.

With the conversions and the sales plan one knows how many people each role needs. A plan that they
cannot handle is no plan, and a KPI set by it cannot be reached; somebody hired needs months to get
to full output.

Plan more people and hire in time, or let one person handle more if that is realistic. Otherwise the
plan itself has to give way.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.base.texts import Figure, MonthName, Text, plural, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.enough import enough, plan_people
from workbench.checks.system import System
from workbench.checks.wording import told_from
from workbench.document.edits.roles import ChangeRole
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.ramp import full_work, months_to_full_output
from workbench.planning.team import Load

_DUST = 1e-9
# So little over the people there are that a person may rather do a little more.
_SLIGHT = 1.1


def find(system: System) -> Iterator[Finding]:
    """Roles with more work than people."""
    for role in system.staff:
        load = system.loads.get(role.key)
        lacking = None if load is None else _first_lacking(load, role)
        if load is None or lacking is None or isinstance(load.peak, Problem):
            continue
        people = enough(system, role)
        yield Finding(
            "warning",
            _message(system, role, lacking, load.peak, people),
            role=role.key,
            basis=(role.people, people, lacking >= months_to_full_output(role)),
            mends=tuple(_mends(system, role, load.peak, people)),
        )


def _first_lacking(load: Load, role: Role) -> int | None:
    return next(
        (
            month
            for month, result in enumerate(load.months)
            if not isinstance(result, Problem) and result > full_work(role) + _DUST
        ),
        None,
    )


def _message(system: System, role: Role, lacking: int, peak: float, people: int | None) -> Text:
    calendar = system.project.calendar
    about = {"load": told_from(peak, role.people), "people": Figure(role.people)}
    if people is None:
        return text(
            "{role} has work for {load} people at the peak and {people} to do it, and more people "
            "only make more of it: the plan asks too much of one person",
            role=role.name, **about,
        )  # fmt: skip
    lack = plural(
        "The plan needs {n} person as {role} (load {load} at the peak) and has {people}: too few "
        "from {month}",
        "The plan needs {n} people as {role} (load {load} at the peak) and has {people}: too few "
        "from {month}",
        people,
        role=role.name, month=MonthName(calendar.month(lacking)), **about,
    )  # fmt: skip
    full = months_to_full_output(role)
    if lacking >= full:
        return lack
    return text(
        "{lack}. Somebody hired at once, in {first}, is at full output only in {full}",
        lack=lack, first=MonthName(calendar.month(0)), full=MonthName(calendar.month(full)),
    )  # fmt: skip


def _mends(system: System, role: Role, peak: float, people: int | None) -> Iterator[Mend]:
    if people is not None:
        yield plan_people(system, role, people)
    if people is None or peak < full_work(role) * _SLIGHT:
        yield from _let_handle_more(system, role, peak)


def _let_handle_more(system: System, role: Role, peak: float) -> Iterator[Mend]:
    """As much for a person as the peak asks for, where it is one kind of work."""
    if len(role.capacity) != 1 or not role.people:
        return
    capacity = role.capacity[0]
    amount = _raised(peak * capacity.per_person / full_work(role))
    changes = {"capacity": (capacity.having(per_person=amount),)}
    yield Mend(
        text(
            "Let one person as {role} handle {amount} “{metric}” a month",
            amount=Figure(amount), **system.names(metric=capacity.metric, role=role.key),
        ),
        (ChangeRole(role.key, changes, role.name),),
        text("Only if one person can really do that much without losing quality"),
    )  # fmt: skip


def _raised(value: float) -> float:
    """A little more, in as many places as are shown, so that what is shown is enough."""
    places = 2 if value < 10 else 1 if value < 100 else 0
    factor = 10.0**places
    return math.ceil(value * factor - _DUST) / factor


CHECK = Check("KPI501", find, __doc__)
