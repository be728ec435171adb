"""Pay: from the facts of a month to completion, payout and bonus of a role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum, inf

from workbench.document.kpi import Kpi, Scale
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Problem, Result, bounded
from workbench.planning.completion import completion, most_counted

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
        _kpi_pay(kpi, project.metric(kpi.metric), facts.get(kpi.metric), found.bonus)
        for kpi in paid_kpis(project, role)
    )
    total = sum_of(part.contribution for part in parts)
    return RolePay(found, parts, total, times(total, found.bonus))


def paid_kpis(project: Project, role: str) -> tuple[Kpi, ...]:
    """The KPIs a role is measured by; a contributor helps and is not paid for it."""
    return tuple(kpi for kpi in project.kpis_of_role(role) if kpi.is_measured)


def payout(scale: Scale, completion: float, most: float | None = None) -> float:
    """The share of the bonus that a completion earns; without points it is the completion.

    Completion counts up to the cap of the scale and up to `most`. Of two points at one completion
    the later one counts there, which makes a jump; a slope over 1 is an accelerator.
    """
    reached = round(completion, PLACES)
    if reached < round(scale.threshold or 0.0, PLACES):
        return 0.0
    counted = min((reached, *_limits(scale, most)))
    if not scale.points:
        return counted
    points = sorted(((round(done, PLACES), paid) for done, paid in scale.points), key=_done)
    last = bisect_right([share for share, _ in points], counted) - 1
    if last < 0:
        return 0.0
    if scale.kind == "steps" or last == len(points) - 1:
        return points[last][1]
    (low, paid), (high, paid_next) = points[last], points[last + 1]
    return paid + (counted - low) / (high - low) * (paid_next - paid)


def best_payout(scale: Scale, most: float | None = None) -> float | None:
    """The most a scale can pay, as a share of the bonus; None where it has no end.

    It pays most at a point, at its threshold or at the end of what counts: between these it is
    straight.
    """
    ends = _limits(scale, most)
    if not scale.points and not ends:
        return None
    least = scale.threshold or 0.0
    turns = (least, *ends, *(done for done, _ in scale.points))
    return max(payout(scale, max(done, least), most) for done in turns)


def sum_of(results: Iterable[Result]) -> Result:
    """The sum of results, or the first problem among them; the sum of none is 0."""
    found = tuple(results)
    problem = next((one for one in found if isinstance(one, Problem)), None)
    if problem is not None:
        return problem
    try:
        return bounded(fsum(one for one in found if not isinstance(one, Problem)))
    except OverflowError:
        return bounded(inf)


def times(result: Result, factor: float) -> Result:
    """A result multiplied; a problem stays what it is."""
    return result if isinstance(result, Problem) else bounded(result * factor)


def _kpi_pay(kpi: Kpi, metric: Metric, fact: float | None, bonus: float) -> KpiPay:
    done = completion(kpi, metric, fact)
    paid: Result = done
    if not isinstance(done, Problem):
        paid = payout(kpi.scale, done, most_counted(kpi, metric))
    part = times(paid, kpi.weight)
    return KpiPay(kpi, fact, done, paid, part, times(part, bonus))


def _done(point: tuple[float, float]) -> float:
    return point[0]


def _limits(scale: Scale, most: float | None) -> tuple[float, ...]:
    """Up to where completion counts: the cap and the end of the KPI, as far as there are any."""
    return tuple(round(end, PLACES) for end in (scale.cap, most) if end is not None)
