"""Pay: from the facts of a month to completion, payout and bonus of a role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from workbench.base.texts import text
from workbench.document.kpi import Kpi, Scale
from workbench.document.metric import Better
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Problem, Result

# Figures are compared after so many decimals: 0.796 against 0.78 → 0.8 is 80 %, not less.
PLACES = 12


@dataclass(frozen=True, slots=True)
class KpiPay:
    """What one KPI brought; shares of one, `amount` in money a month."""

    kpi: Kpi
    fact: float | None
    completion: Result
    payout: Result
    contribution: Result
    amount: Result


@dataclass(frozen=True, slots=True)
class RolePay:
    """What a role earned; the sums stand only when every KPI has its part."""

    role: Role
    kpis: tuple[KpiPay, ...]
    total: Result
    amount: Result


def pay(project: Project, role: str, facts: Mapping[str, float]) -> RolePay:
    """Completion, payout and bonus of a role's KPIs by facts of a month; raises `Unknown`."""
    found = project.role(role)
    parts = tuple(
        _kpi_pay(kpi, project.metric(kpi.metric).better, facts.get(kpi.metric), found.bonus)
        for kpi in paid_kpis(project, role)
    )
    total = _sum(tuple(part.contribution for part in parts))
    return RolePay(found, parts, total, _times(total, found.bonus))


def paid_kpis(project: Project, role: str) -> tuple[Kpi, ...]:
    """The KPIs a role is measured by; a contributor helps and is not paid for it."""
    return tuple(kpi for kpi in project.kpis_of_role(role) if kpi.is_measured)


def completion(kpi: Kpi, better: Better, fact: float | None) -> Result:
    """How much of the way from base to plan was gone; fact against plan where there is no base."""
    if fact is None:
        return Problem(text("there is no actual value"), kpi.metric)
    if kpi.plan is None:
        return Problem(text("the KPI has no plan"), kpi.metric)
    if kpi.base is not None:
        return _share(fact - kpi.base, kpi.plan - kpi.base, kpi.metric)
    if better == "lower":
        return _share(kpi.plan, fact, kpi.metric)
    return _share(fact, kpi.plan, kpi.metric)


def payout(scale: Scale, completion: float) -> float:
    """The share of the bonus that a completion earns; without points it is the completion."""
    reached = round(completion, PLACES)
    if reached < (scale.threshold or 0.0):
        return 0.0
    counted = reached if scale.cap is None else min(reached, scale.cap)
    if not scale.points:
        return counted
    points = sorted(scale.points, key=lambda point: point[0])
    last = bisect_right([share for share, _ in points], counted) - 1
    if last < 0:
        return 0.0
    if scale.kind == "steps" or last == len(points) - 1:
        return points[last][1]
    (low, paid), (high, paid_next) = points[last], points[last + 1]
    return paid + (counted - low) / (high - low) * (paid_next - paid)


def _kpi_pay(kpi: Kpi, better: Better, fact: float | None, bonus: float) -> KpiPay:
    done = completion(kpi, better, fact)
    paid: Result = done if isinstance(done, Problem) else payout(kpi.scale, done)
    part = _times(paid, kpi.weight)
    return KpiPay(kpi, fact, done, paid, part, _times(part, bonus))


def _share(part: float, whole: float, metric: str) -> Result:
    if whole == 0:
        return Problem(text("division by zero"), metric)
    return part / whole


def _times(result: Result, factor: float) -> Result:
    return result if isinstance(result, Problem) else result * factor


def _sum(results: tuple[Result, ...]) -> Result:
    problem = next((one for one in results if isinstance(one, Problem)), None)
    if problem is not None:
        return problem
    return fsum(one for one in results if not isinstance(one, Problem))
