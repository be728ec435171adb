"""A contractor measured by a single metric

Finds a contractor with a KPI on a metric that is not money.

A single metric depends on the list, the traffic and the product, and it is easily gamed: a false
subject line lifts the open rate, hanging up lifts the calls handled. A contractor is given tasks:
what is delivered, by when, and a list of quality criteria.

Turn the KPI into a task and agree with the contractor on its date and criteria. The metric stays in
the model, and somebody on the staff answers for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import text
from workbench.checks.check import Check
from workbench.checks.finding import Finding
from workbench.checks.mends.deliverables import instead_of
from workbench.checks.system import System


def find(system: System) -> Iterator[Finding]:
    """Contractors measured by anything but money."""
    for kpi in system.measured:
        if kpi.role not in system.contractors or system.metric(kpi.metric).unit == "money":
            continue
        message = text(
            "“{metric}” is given to {role}, a contractor: a single metric depends on much else and "
            "is easily gamed, so give a task",
            **system.names(metric=kpi.metric, role=kpi.role),
        )
        yield instead_of(system, kpi, message)


CHECK = Check("KPI402", find, __doc__)
