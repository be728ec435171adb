"""More roles than a small team has people

Finds a client with fewer than five people in sales and more sales roles than people; and a client
without marketing that has the role of a marketer.

The scheme of roles fits five or more people in sales and a marketing department. Below that one
person holds several roles, and it must be said which: what is everybody's is nobody's.

Merge roles until each has its person. Where one person would then own a KPI and its counter-metric,
give one of the two to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.merging import merges, pairs_of
from workbench.checks.method.terms import is_called
from workbench.checks.system import System
from workbench.checks.wording import listed
from workbench.document.edits.project import ChangeClient
from workbench.document.role import Role
from workbench.planning.assignment import is_manager

_SCHEME_FITS = 5


def find(system: System) -> Iterator[Finding]:
    """Roles that nobody is there to fill."""
    sales = _in_sales(system)
    people = system.project.client.sales_people
    if people is not None and people < min(_SCHEME_FITS, len(sales)) and len(sales) > 1:
        yield _crowded(system, sales, people)
    if system.project.client.has_marketing is False:
        for role in system.staff:
            if role.key in system.marketers:
                yield _alone(system, role, sales)


def _in_sales(system: System) -> tuple[Role, ...]:
    return tuple(
        role
        for role in system.staff
        if role.key not in system.marketers and not is_called(role, "service")
    )


def _crowded(system: System, sales: tuple[Role, ...], people: float) -> Finding:
    return Finding(
        "warning",
        text(
            "Sales has more roles than people: {roles} roles ({names}), {people} to fill them",
            roles=Figure(len(sales)), names=listed(role.name for role in sales),
            people=Figure(people),
        ),
        place="roles",
        basis=(people, *sorted(role.key for role in sales)),
        mends=merges(system, pairs_of(system, sales), people),
    )  # fmt: skip


def _alone(system: System, role: Role, sales: tuple[Role, ...]) -> Finding:
    return Finding(
        "warning",
        text(
            "The client has no marketing, but there is the role {role}: somebody in sales will "
            "have to do it",
            role=role.name,
        ),
        role=role.key,
        mends=(*merges(system, ((one, role) for one in _takers(system, sales))), _hire(role)),
    )


def _takers(system: System, sales: tuple[Role, ...]) -> tuple[Role, ...]:
    """Who can take marketing over: managers and those who answer enquiries, if there are any."""
    fitting = tuple(
        role for role in sales if is_manager(system.project, role.key) or is_called(role, "sdr")
    )
    return fitting or sales


def _hire(role: Role) -> Mend:
    return Mend(
        text("Note that the client has marketing"),
        (ChangeClient({"has_marketing": True}),),
        text("Only if somebody is or will be employed as {role}", role=role.name),
        is_claim=True,
    )


CHECK = Check("KPI502", find, __doc__)
