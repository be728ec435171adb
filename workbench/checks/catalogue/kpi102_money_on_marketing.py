"""Money coming in as a KPI of marketing

Finds a marketer who is measured by money coming in, such as revenue or profit: as its owner,
through people led, or as a shared result.

Marketing brings leads: as many as planned, at the cost planned, of the profile agreed. Whether
they turn into money is decided later, by those who answer, meet and close.

Replace the KPI with a volume, a conversion or a cost that the marketer moves, or let the marketer
only help with the money.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, exchange, others_of, weigh
from workbench.checks.method.candidates import candidates
from workbench.checks.method.money import is_money_coming_in
from workbench.checks.system import System
from workbench.checks.wording import named, percent
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.value import Key

_MOST_FACTORS = 3


def find(system: System) -> Iterator[Finding]:
    """Marketers who are measured by money coming in."""
    for kpi in system.measured:
        if kpi.role in system.marketers and is_money_coming_in(system.metric(kpi.metric)):
            own = system.own_levers(kpi.role, kpi.metric)
            yield Finding(
                "error",
                _message(system, kpi, own),
                metric=kpi.metric,
                role=kpi.role,
                basis=(kpi.part, tuple(sorted(own))),
                mends=tuple(_mends(system, kpi)),
            )


def _message(system: System, kpi: Kpi, own: tuple[Key, ...]) -> Text:
    names = system.names(metric=kpi.metric, role=kpi.role)
    if own and system.forecast.problem(kpi.metric):
        return text(
            "{role} is measured by money, “{metric}”. {role} can move: {factors}",
            factors=named(system, own), **names,
        )  # fmt: skip
    if own:
        return text(
            "{role} is measured by money, “{metric}”, and controls {share} of it. {role} can move: "
            "{factors}",
            share=percent(system.control.share(kpi.role, kpi.metric)),
            factors=named(system, own), **names,
        )  # fmt: skip
    return text(
        "{role} is measured by money, “{metric}”: whether it comes in is decided after marketing",
        **names,
    )


def _mends(system: System, kpi: Kpi) -> Iterator[Mend]:
    for metric in islice(_free_factors(system, kpi), _MOST_FACTORS):
        yield exchange(system, kpi, metric)
    for metric in _free_cost(system, kpi):
        yield exchange(system, kpi, metric)
    names = system.names(metric=kpi.metric, role=kpi.role)
    yield Mend(
        text("Let {role} only help with “{metric}”", **names),
        (change_part(system, kpi, "contributor"), *weigh(system, others_of(system, kpi))),
        text("Then write down how {role} helps", role=names["role"]),
    )


def _free_factors(system: System, kpi: Kpi) -> Iterator[Key]:
    """What nobody owns and marketing can move: numbers first, from the start of the funnel on."""
    factors = [system.metric(key) for key in reversed(system.factors(kpi.metric))]
    for metric in sorted(factors, key=lambda metric: metric.kind == "conversion"):
        if _is_free(system, metric.key, kpi.role) and _is_of_marketing(system, metric, kpi.role):
            yield metric.key


def _is_free(system: System, metric: Key, role: Key) -> bool:
    return metric not in system.owners and (metric, role) not in system.project.kpi_by_place


def _is_of_marketing(system: System, metric: Metric, role: Key) -> bool:
    """A number or a conversion of the first phase, unless it is rather for somebody else.

    Quality is held by those who answer.
    """
    first = system.project.phases[0].key if system.project.phases else None
    is_quality = metric.norm is not None
    is_first = metric.phase in (None, first)
    is_fitting = metric.unit != "money" and not is_quality and is_first
    return is_fitting and candidates(system, metric.key)[:1] == (role,)


def _free_cost(system: System, kpi: Kpi) -> Iterator[Key]:
    """The cost of one lead, or what comes nearest: it has the least beneath it."""
    costs = [metric.key for metric in system.project.metrics if _is_cost_of_one(metric)]
    held = {one.metric for one in system.project.kpis_of_role(kpi.role)}
    free = [key for key in costs if key not in system.owners]
    if free and held.isdisjoint(costs):
        yield min(free, key=lambda key: len(system.beneath(key)))


def _is_cost_of_one(metric: Metric) -> bool:
    is_price = metric.unit == "money" and metric.over_time == "ratio" and metric.better == "lower"
    return is_price and metric.is_computed and metric.influence.direct


CHECK = Check("KPI102", find, __doc__)
