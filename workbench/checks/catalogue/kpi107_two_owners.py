"""Several owners of one metric

Finds a metric that more than one role owns.

What belongs to two belongs to nobody: each relies on the other, and when the number falls, each
can show that it was the other. A metric has one owner; others lead, share or help.

Choose the owner, and let the others share the result or help with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, others_of, weigh
from workbench.checks.system import System
from workbench.checks.wording import listed
from workbench.document.edits.edit import Edit
from workbench.document.kpi import Kpi
from workbench.document.value import Key


def find(system: System) -> Iterator[Finding]:
    """Metrics with several owners."""
    for metric, kpis in system.kpis_by_metric.items():
        owners = tuple(kpi for kpi in kpis if kpi.part == "owner")
        if len(owners) > 1:
            yield Finding(
                "error",
                text(
                    "“{metric}” has more than one owner: {roles}",
                    roles=listed(system.role(kpi.role).name for kpi in owners),
                    **system.names(metric=metric),
                ),
                metric=metric,
                basis=tuple(sorted(kpi.role for kpi in owners)),
                mends=tuple(_mends(system, metric, owners)),
            )


def _mends(system: System, metric: Key, owners: tuple[Kpi, ...]) -> Iterator[Mend]:
    """A contractor owns no metrics, so it is one of the others if anybody else can be the owner."""
    able = [kpi for kpi in owners if kpi.role not in system.contractors] or list(owners)
    for kpi in able:
        names = system.names(metric=metric, role=kpi.role)
        edits = tuple(change_part(system, one, "shared") for one in owners if one is not kpi)
        yield Mend(text("Let {role} own “{metric}”, the others share it", **names), edits)
    first = able[0]
    names = system.names(metric=metric, role=first.role)
    title = text("Let {role} own “{metric}”, the others help with it", **names)
    helped = (edit for one in owners if one is not first for edit in _only_help(system, one))
    yield Mend(title, tuple(helped), text("Then write down how they help"))


def _only_help(system: System, kpi: Kpi) -> Iterator[Edit]:
    yield change_part(system, kpi, "contributor")
    yield from weigh(system, others_of(system, kpi))


CHECK = Check("KPI107", find, __doc__)
