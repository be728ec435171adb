"""A KPI whose owner cannot move it

Finds a KPI owned by a role that has no direct influence on its metric. How much of the metric's
swing the role controls through its own levers decides how grave it is: under a fifth is an error,
unless the role makes the last step towards the result, or nobody else moves anything beneath it;
under a half is a warning; from a half on nothing is reported.

Every KPI is a metric, few metrics are KPIs: a KPI is a metric that its owner can move directly,
usually within a day. Revenue is a result; the calls a day and the conversions behind it are KPIs.

Replace the KPI with a factor that the role can move, let the role share the result instead of
owning it, take it away, or mark the metric as moved directly if there is an action that does it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend, Severity
from workbench.checks.mends.kpis import (
    exchange,
    lead_instead,
    moved_directly,
    share_instead,
    take_away,
)
from workbench.checks.method.candidates import candidates
from workbench.checks.system import System
from workbench.checks.wording import named, percent
from workbench.document.kpi import Kpi
from workbench.document.value import Key

_LITTLE, _ENOUGH = 0.2, 0.5
_DUST = 1e-9
_MOST_FACTORS = 3


def find(system: System) -> Iterator[Finding]:
    """Owners of what they cannot move."""
    for kpi in system.measured:
        if kpi.part != "owner" or system.metric(kpi.metric).influence.direct:
            continue
        if system.is_broken(kpi.metric):
            continue
        share = system.control.share(kpi.role, kpi.metric)
        if share < _ENOUGH - _DUST and kpi.role not in system.contractors:
            yield _finding(system, kpi, share)


def _finding(system: System, kpi: Kpi, share: float) -> Finding:
    own = system.own_levers(kpi.role, kpi.metric)
    return Finding(
        _severity(system, kpi, share),
        _message(system, kpi, own, share),
        metric=kpi.metric,
        role=kpi.role,
        basis=tuple(sorted(own)),
        mends=tuple(_mends(system, kpi, own)),
    )


def _severity(system: System, kpi: Kpi, share: float) -> Severity:
    closes = any(system.control.controls(kpi.role, key) for key in _last_steps(system, kpi.metric))
    excused = closes or _is_unclaimed(system, kpi)
    return "error" if share < _LITTLE - _DUST and not excused else "warning"


def _is_unclaimed(system: System, kpi: Kpi) -> bool:
    """Whether somebody could move it and nobody has taken that on: why not this role."""
    owners = {lever.owner for lever in system.control.levers(kpi.metric)}
    return bool(system.factors(kpi.metric)) and owners <= {None, kpi.role}


def _last_steps(system: System, metric: Key) -> tuple[Key, ...]:
    """What is nearest to the result: a factor, and the conversion that brings it about."""
    factors = system.factors(metric)
    conversions = [key for key in factors if system.metric(key).kind == "conversion"]
    return (*factors[:1], *conversions[:1])


def _message(system: System, kpi: Kpi, own: tuple[Key, ...], share: float) -> Text:
    names = system.names(metric=kpi.metric, role=kpi.role)
    factors = system.factors(kpi.metric)
    if own and system.forecast.problem(kpi.metric):
        return text(
            "“{metric}” is given to {role}, who cannot move it directly. {role} can move: "
            "{factors}",
            factors=named(system, own), **names,
        )  # fmt: skip
    if own:
        return text(
            "“{metric}” is given to {role}, who cannot move it directly and controls {share} of "
            "it. {role} can move: {factors}",
            share=percent(share), factors=named(system, own), **names,
        )  # fmt: skip
    if factors:
        return text(
            "“{metric}” is given to {role}, who cannot move it directly. It is moved by: {factors}",
            factors=named(system, factors), **names,
        )  # fmt: skip
    return text("“{metric}” is given to {role}, but nobody can move it directly", **names)


def _mends(system: System, kpi: Kpi, own: tuple[Key, ...]) -> Iterator[Mend]:
    """One that moves a part of it shares it rather than taking somebody else's factor.

    Who leads sales leads to it.
    """
    is_computed = system.metric(kpi.metric).is_computed
    if is_computed and kpi.role in system.homes.leaders:
        yield lead_instead(system, kpi)
    sharing = (share_instead(system, kpi),) if is_computed else ()
    exchanging = (exchange(system, kpi, factor) for factor in _free_factors(system, kpi))
    yield from (*sharing, *exchanging) if own else (*exchanging, *sharing)
    yield from take_away(system, kpi)
    names = system.names(metric=kpi.metric, role=kpi.role)
    yield Mend(
        text("Mark that “{metric}” can be moved directly", **names),
        moved_directly(system, kpi.metric),
        text("Only if some action of {role} moves it: then name that action", **names),
        is_claim=True,
    )


def _free_factors(system: System, kpi: Kpi) -> list[Key]:
    """What could be moved beneath the metric and nobody owns: what suits the role, if anything."""
    held = {one.metric for one in system.project.kpis_of_role(kpi.role)}
    free = [key for key in system.factors(kpi.metric) if key not in (*system.owners, *held)]
    fitting = [key for key in free if kpi.role in candidates(system, key)]
    return (fitting or ([] if _is_sharing(system, kpi) else free))[:_MOST_FACTORS]


def _is_sharing(system: System, kpi: Kpi) -> bool:
    """Whether a part of the metric is the role's own already: other factors are for others."""
    return system.control.share(kpi.role, kpi.metric) > 0


CHECK = Check("KPI101", find, __doc__)
