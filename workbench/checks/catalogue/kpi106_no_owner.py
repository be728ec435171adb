"""A metric that can be moved and has no owner

Finds a metric with direct influence that no role owns. Service standards are left out: they hang
under the KPI they protect.

What can be moved and is nobody's is moved by nobody, or by chance. In a chain of hand-offs it is
the place where leads get lost.

Give the metric to the role that moves it. If nobody really does, take the mark of direct influence
away.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, give
from workbench.checks.mends.notes import to_know
from workbench.checks.method.candidates import candidates
from workbench.checks.system import System
from workbench.checks.wording import listed
from workbench.document.metric import Metric
from workbench.document.value import Key


def find(system: System) -> Iterator[Finding]:
    """Metrics that somebody could move and nobody owns."""
    for metric in system.project.metrics:
        is_judged = metric.influence.direct and metric.kind != "standard"
        if is_judged and metric.key not in system.owners:
            parts = system.kpis_by_metric.get(metric.key, ())
            yield Finding(
                "warning",
                _message(system, metric),
                metric=metric.key,
                basis=tuple((kpi.role, kpi.part) for kpi in parts),
                mends=tuple(_mends(system, metric.key)),
            )


def _message(system: System, metric: Metric) -> Text:
    roles = [kpi.role for kpi in system.kpis_by_metric.get(metric.key, ())]
    if roles:
        return text(
            "“{metric}” can be moved directly, but nobody owns it; only taking part: {roles}",
            metric=metric.name, roles=listed(system.role(role).name for role in roles),
        )  # fmt: skip
    return text("“{metric}” can be moved directly, but nobody owns it", metric=metric.name)


def _mends(system: System, metric: Key) -> Iterator[Mend]:
    for role in candidates(system, metric):
        names = system.names(metric=metric, role=role)
        kpi = system.project.kpi_by_place.get((metric, role))
        note = to_know(system, metric, role)
        if kpi is not None and kpi.is_measured:
            title = text("Let {role} own “{metric}”", **names)
            yield Mend(title, (change_part(system, kpi, "owner"),), note)
        else:
            title = text("Give “{metric}” to {role}", **names)
            yield Mend(title, give(system, metric, role), note)


CHECK = Check("KPI106", find, __doc__)
