"""A result as a KPI where its factors have owners

Finds a role that owns a computed metric it cannot move directly while every factor of it that
somebody can move has an owner already.

Either the same thing is measured twice, or the result hides whose factor it was: when it falls,
everybody points at the others. Factors have owners; the result is shared.

Let the owner share the result, or take it away and give its weight to the other KPIs of the role.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import lead_instead, share_instead, take_away
from workbench.checks.system import System
from workbench.checks.wording import listed, named
from workbench.document.kpi import Kpi
from workbench.document.value import Key


def find(system: System) -> Iterator[Finding]:
    """Owners of results that have nothing left to own; contractors are judged elsewhere."""
    for kpi in system.measured:
        if kpi.part != "owner" or kpi.role in system.contractors or system.is_broken(kpi.metric):
            continue
        if factors := _owned_factors(system, kpi.metric):
            yield Finding(
                "warning",
                _message(system, kpi, factors),
                metric=kpi.metric,
                role=kpi.role,
                basis=tuple((key, system.owners[key]) for key in factors),
                mends=(*_kept(system, kpi), *take_away(system, kpi)),
            )


def _kept(system: System, kpi: Kpi) -> Iterator[Mend]:
    """Other parts in the same result: who leads sales leads to it."""
    if kpi.role in system.homes.leaders:
        yield lead_instead(system, kpi)
    yield share_instead(system, kpi)


def _owned_factors(system: System, metric: Key) -> tuple[Key, ...]:
    """The factors of a result, if all of them have owners."""
    found = system.metric(metric)
    if found.influence.direct or not found.is_computed:
        return ()
    factors = system.factors(metric)
    return factors if all(key in system.owners for key in factors) else ()


def _message(system: System, kpi: Kpi, factors: tuple[Key, ...]) -> Text:
    names = system.names(metric=kpi.metric, role=kpi.role)
    own = [key for key in factors if system.owners[key] == kpi.role]
    if own:
        return text(
            "{role} owns “{metric}” and factors of it, so the same thing is measured twice: "
            "{factors}",
            factors=named(system, own), **names,
        )  # fmt: skip
    return text(
        "{role} owns “{metric}”, but each factor of it has an owner already: {factors}",
        factors=listed(_whose(system, key) for key in factors), **names,
    )  # fmt: skip


def _whose(system: System, metric: Key) -> str:
    return f"{system.metric(metric).name} ({system.role(system.owners[metric]).name})"


CHECK = Check("KPI103", find, __doc__)
