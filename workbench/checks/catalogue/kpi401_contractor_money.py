"""A contractor measured or paid by money

Finds a contractor with a KPI on money, such as revenue or profit, and a contractor with a bonus.

One can answer only for what one controls. Money depends on the product, the price, the list and the
sellers; an agency controls none of them. It is given tasks with a date and criteria, never a
percentage for ever.

Turn the KPI into a task: work that the contractor delivers and that can be accepted or sent back.
Agree on a fee instead of the percentage.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.deliverables import instead_of
from workbench.checks.system import System
from workbench.document.edits.roles import ChangeRole
from workbench.document.kpi import Kpi
from workbench.document.role import Role


def find(system: System) -> Iterator[Finding]:
    """Contractors with a share in money."""
    for kpi in system.measured:
        if kpi.role in system.contractors and system.metric(kpi.metric).unit == "money":
            yield _measured(system, kpi)
    for role in system.project.roles:
        if role.key in system.contractors and role.bonus > 0:
            yield _paid(system, role)


def _measured(system: System, kpi: Kpi) -> Finding:
    message = text(
        "“{metric}” is money, and {role} is a contractor: give tasks, never a percentage for ever",
        **system.names(metric=kpi.metric, role=kpi.role),
    )
    return instead_of(system, kpi, message)


def _paid(system: System, role: Role) -> Finding:
    bonus = Figure(role.bonus, "money", system.project.client.currency)
    return Finding(
        "error",
        text(
            "{role} is a contractor with a bonus of {bonus} a month: pay for accepted tasks, never "
            "a percentage for ever",
            role=role.name, bonus=bonus,
        ),
        role=role.key,
        basis=(role.bonus,),
        mends=(_into_fee(role),),
    )  # fmt: skip


def _into_fee(role: Role) -> Mend:
    changes = {"salary": role.salary + role.bonus, "bonus": 0.0}
    return Mend(
        text("Make the bonus of {role} a part of the fee", role=role.name),
        (ChangeRole(role.key, changes, role.name),),
        text("The fee is then due for accepted tasks; agree on it anew"),
    )


CHECK = Check("KPI401", find, __doc__)
