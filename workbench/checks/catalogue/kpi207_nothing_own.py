"""A role with nothing of its own

Finds an employed role that is measured only by what it shares with others or leads them to, and
owns nothing.

A shared result says how a team did, not what this person did. The method gives each role at least
one metric that it moves itself, within a day: there it sees that its work counts.

Give the role a factor of its results that nobody owns yet, or make it the owner of one of its KPIs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from workbench.base.texts import text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, give
from workbench.checks.method.candidates import around
from workbench.checks.system import System
from workbench.document.edits.edit import Edit
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.document.value import Key

_MOST_OFFERS = 2


def find(system: System) -> Iterator[Finding]:
    """Roles that are measured and own nothing."""
    for role in system.staff:
        kpis = system.measured_by_role[role.key]
        if kpis and all(kpi.part != "owner" for kpi in kpis):
            yield Finding(
                "hint",
                text(
                    "{role} is measured only by what it shares or leads: it owns nothing itself",
                    role=role.name,
                ),
                role=role.key,
                basis=tuple((kpi.metric, kpi.part) for kpi in kpis),
                mends=tuple(_mends(system, role, kpis)),
            )


def _mends(system: System, role: Role, kpis: Sequence[Kpi]) -> Iterator[Mend]:
    for metric in _free(system, role, kpis)[:_MOST_OFFERS]:
        names = system.names(metric=metric, role=role.key)
        yield Mend(
            text("Make {role} the owner of “{metric}”", **names), _owned(system, role.key, metric)
        )


def _free(system: System, role: Role, kpis: Sequence[Kpi]) -> list[Key]:
    """What can be moved and nobody owns, among the KPIs of a role and in its area beneath them."""
    own = [kpi.metric for kpi in kpis if system.metric(kpi.metric).influence.direct]
    beneath = [factor for kpi in kpis for factor in system.factors(kpi.metric)]
    free = (key for key in dict.fromkeys(own + beneath) if key not in system.owners)
    return [key for key in free if _is_in_area(system, role.key, key)]


def _is_in_area(system: System, role: Key, metric: Key) -> bool:
    """Whether what a role is measured by is as near to a metric as anything another role owns.

    What is next to something of another role belongs there.
    """
    near = around(system, metric)
    own = [near[kpi.metric] for kpi in system.measured_by_role[role] if kpi.metric in near]
    others = (distance for key, distance in near.items() if key in system.owners)
    nearest = min(others, default=inf)
    return bool(own) and min(own) <= nearest and nearest > 1


def _owned(system: System, role: Key, metric: Key) -> tuple[Edit, ...]:
    held = system.project.kpi_by_place.get((metric, role))
    if held is not None and held.is_measured:
        return (change_part(system, held, "owner"),)
    return give(system, metric, role)


CHECK = Check("KPI207", find, __doc__)
