"""A role with work for less than half of its people

Finds a role whose load over the months of the plan is on average under half of its people.

With conversions and the sales plan one knows how many people each role needs. Half a job is paid
as a whole one, and a person without enough to do finds work that no KPI asks for.

Plan fewer people, or merge the role with another one so that one person can do both.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.enough import enough, plan_people
from workbench.checks.mends.merging import common_load, merges, pairs_of
from workbench.checks.system import System
from workbench.checks.wording import percent, told_from
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.ramp import full_work

_LITTLE = 0.5
_DUST = 1e-9


def find(system: System) -> Iterator[Finding]:
    """Roles that could do twice as much."""
    idle = {role.key: share for role in system.staff if (share := _share(system, role)) < _LITTLE}
    for role in system.staff:
        if role.key in idle:
            share = idle[role.key]
            yield Finding(
                "hint",
                text(
                    "{role} has a load of {share} on average: there is work for {load} people, and "
                    "the plan has {people}",
                    role=role.name, share=percent(share), people=Figure(role.people),
                    load=told_from(share * role.people, role.people),
                ),
                role=role.key,
                basis=(role.people, round(share, 1)),
                mends=tuple(_mends(system, role, frozenset(idle))),
            )  # fmt: skip


def _share(system: System, role: Role) -> float:
    """The average load of a person; a whole one where it is not known."""
    load = system.loads.get(role.key)
    average = load.average if load else None
    if average is None or isinstance(average, Problem) or not role.people:
        return 1.0
    return average / full_work(role) + _DUST


def _mends(system: System, role: Role, idle: frozenset[str]) -> Iterator[Mend]:
    people = enough(system, role)
    needed = None if people is None else max(1, people)
    if needed is not None and needed < role.people:
        yield plan_people(system, role, needed)
        return
    pairs = pairs_of(system, (one for one in system.staff if one.key in idle))
    own = (pair for pair in pairs if role in pair)
    yield from merges(system, (pair for pair in own if common_load(system, *pair) <= 1 + _DUST))


CHECK = Check("KPI503", find, __doc__)
