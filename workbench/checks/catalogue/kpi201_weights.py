"""Weights that do not add up to 100%

Finds a role whose weights, without those of KPIs it only helps with, add up to less or more than
100%.

The weights share out the bonus. When they add up to something else, meeting every plan pays
something else than was promised, and nobody knows which KPI matters how much.

Bring the weights to 100% in their proportions, or agree on them anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import weigh
from workbench.checks.system import System
from workbench.planning.assignment import adds_up, total_weight


def find(system: System) -> Iterator[Finding]:
    """Roles whose weights are not whole."""
    for role in system.staff:
        kpis = system.measured_by_role[role.key]
        total = total_weight(kpis)
        if not kpis or adds_up(total):
            continue
        yield Finding(
            "error",
            text(
                "The weights of {role} add up to {sum} instead of 100%",
                role=role.name, sum=Figure(total, "percent"),
            ),
            role=role.key,
            basis=tuple(kpi.weight for kpi in kpis),
            mends=(Mend(text("Bring the weights of {role} to 100%", role=role.name),
                        weigh(system, kpis)),),
        )  # fmt: skip


CHECK = Check("KPI201", find, __doc__)
