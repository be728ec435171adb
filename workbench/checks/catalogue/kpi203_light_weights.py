"""A weight under 10%

Finds a KPI that weighs less than 10% in the bonus of an employed role. Where nothing has a weight
yet, there is nothing to judge.

A KPI that brings less than a tenth of the bonus does not change what anybody does. It takes
attention from the others, and has to be counted all the same.

Give it a weight that is felt, or let the role help with it without being measured by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from workbench.base.texts import Figure, Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, others_of, weigh
from workbench.checks.system import System
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.weights import LEAST
from workbench.planning.assignment import total_weight

_DUST = 1e-9
# Weights are set in whole per cents: what is rounded to 10% will do.
_ROUNDED_UP = LEAST - 0.005


def find(system: System) -> Iterator[Finding]:
    """KPIs whose weight is not felt."""
    for role in system.staff:
        kpis = system.measured_by_role[role.key]
        if total_weight(kpis):
            yield from (_finding(system, kpi) for kpi in kpis if _is_light(kpi))


def _is_light(kpi: Kpi) -> bool:
    return kpi.weight < LEAST - _DUST


def _finding(system: System, kpi: Kpi) -> Finding:
    return Finding(
        "warning",
        text(
            "“{metric}” weighs {weight} for {role}: under 10% it changes nothing",
            weight=Figure(kpi.weight, "percent"),
            **system.names(metric=kpi.metric, role=kpi.role),
        ),
        metric=kpi.metric,
        role=kpi.role,
        basis=(kpi.weight,),
        mends=tuple(_mends(system, kpi)),
    )


def _mends(system: System, kpi: Kpi) -> Iterator[Mend]:
    others = others_of(system, kpi)
    yield from _raised(system, kpi, others)
    if others:
        names = system.names(metric=kpi.metric, role=kpi.role)
        total = min(1.0, total_weight((kpi, *others)))
        yield Mend(
            text("Let {role} only help with “{metric}”", **names),
            (change_part(system, kpi, "contributor"), *weigh(system, others, total)),
            _ownerless(kpi, names["metric"]),
        )


def _raised(system: System, kpi: Kpi, others: Sequence[Kpi]) -> Iterator[Mend]:
    """The weight set to 10% at the cost of those above it, where they stay above it, too."""
    heavy = [other for other in others if other.weight > LEAST + _DUST]
    whole = fsum(other.weight for other in heavy)
    left = whole - (LEAST - kpi.weight)
    if heavy and min(other.weight for other in heavy) * left / whole >= _ROUNDED_UP:
        name = system.metric(kpi.metric).name
        yield Mend(
            text("Raise the weight of “{metric}” to 10%", metric=name),
            (ChangeKpi(*kpi.place, {"weight": LEAST}, name), *weigh(system, heavy, round(left, 6))),
        )


def _ownerless(kpi: Kpi, metric: str) -> Text | None:
    if kpi.part != "owner":
        return None
    return text("“{metric}” then has no owner: find another one", metric=metric)


CHECK = Check("KPI203", find, __doc__)
