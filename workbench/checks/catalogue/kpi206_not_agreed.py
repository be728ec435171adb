"""Base, plan, maximum, period or source not in order

Finds KPIs of employed roles whose base, plan and maximum run the wrong way; a KPI without a plan,
or with a plan but no base to go from; a KPI without a period; and a measured metric without a
source.

A good KPI is bound in time and goes from a base to a target: leads a quarter, from 2,000 to 3,000.
What is not agreed on cannot be measured, and what cannot be measured cannot be paid.

Put the numbers in order, agree on what is missing, and say where the actuals come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from workbench.base.texts import Figure, Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend, Severity
from workbench.checks.method.levels import (
    expected,
    improved,
    in_order,
    leads_on,
    levels_of,
    out_of_order,
    tenth_better,
)
from workbench.checks.system import System
from workbench.checks.wording import PERIODS, figure
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi, Period
from workbench.document.value import Key
from workbench.planning.assignment import rounded


def find(system: System) -> Iterator[Finding]:
    """KPIs of which something is not agreed, an aspect at a time; a source is a metric's."""
    sourced: set[Key] = set()
    for role in system.staff:
        for kpi in system.measured_by_role[role.key]:
            yield from _order(system, kpi)
            yield from _plan(system, kpi)
            yield from _base(system, kpi)
            yield from _period(system, kpi)
    for kpi in (kpi for kpis in system.kpis_by_metric.values() for kpi in kpis):
        is_judged = kpi.is_measured and kpi.role not in system.contractors
        if is_judged and kpi.metric not in sourced:
            sourced.add(kpi.metric)
            yield from _source(system, kpi)


def _order(system: System, kpi: Kpi) -> Iterator[Finding]:
    levels = levels_of(kpi)
    wrong = out_of_order(levels, system.metric(kpi.metric).better)
    if wrong is not None:
        message = _wrong_way(system, kpi, wrong)
        yield _finding(system, kpi, "error", message, ("order", *levels.items()), _sorted)


def _wrong_way(system: System, kpi: Kpi, wrong: tuple[str, str]) -> Text:
    said = _said(system, kpi, levels_of(kpi))
    if wrong == ("plan", "maximum"):
        return text(
            "The maximum of “{metric}” for {role} is {maximum}, short of the plan of {plan}", **said
        )
    if kpi.base == kpi.plan:
        return text(
            "Base and plan of “{metric}” for {role} are both {plan}: there is nowhere to go", **said
        )
    if system.metric(kpi.metric).better == "lower":
        return text(
            "“{metric}” of {role} is to go up from {base} to {plan}, but lower is better", **said
        )
    return text(
        "“{metric}” of {role} is to go down from {base} to {plan}, but higher is better", **said
    )


def _sorted(system: System, kpi: Kpi) -> Iterator[Mend]:
    metric = system.metric(kpi.metric)
    levels = levels_of(kpi)
    yield from _better_maximum(system, kpi)
    sound = in_order(levels, metric.better)
    said = _said(system, kpi, sound)
    if leads_on(metric, kpi, sound):
        if "base" not in sound:
            title = text("Put them in order: plan {plan}, maximum {maximum}", **said)
        elif "maximum" not in sound:
            title = text("Put them in order: base {base}, plan {plan}", **said)
        else:
            title = text("Put them in order: base {base}, plan {plan}, maximum {maximum}", **said)
        changed = {name: value for name, value in sound.items() if value != levels[name]}
        yield _set(system, kpi, title, changed)
    elif kpi.base is not None:
        yield from _better_plan(system, kpi, kpi.base)


def _better_maximum(system: System, kpi: Kpi) -> Iterator[Mend]:
    """Where base and plan were agreed on well, the maximum set to a tenth more than the plan."""
    metric = system.metric(kpi.metric)
    if kpi.base is None or kpi.plan is None or not leads_on(metric, kpi, {"maximum": kpi.plan}):
        return
    maximum = improved(metric, kpi.plan, kpi.period)
    if maximum is not None and leads_on(metric, kpi, {"maximum": maximum}):
        said = _said(system, kpi, {"maximum": maximum})
        title = text("Set the maximum to {maximum}, better than the plan", **said)
        yield _set(system, kpi, title, {"maximum": maximum})


def _plan(system: System, kpi: Kpi) -> Iterator[Finding]:
    if kpi.plan is None:
        names = system.names(metric=kpi.metric, role=kpi.role)
        message = text("“{metric}” has no plan for {role}: there is nothing to reach", **names)
        yield _finding(system, kpi, "warning", message, ("plan",), _planned)


def _planned(system: System, kpi: Kpi) -> Iterator[Mend]:
    base = expected(system, kpi) if kpi.base is None else kpi.base
    if base is not None:
        yield from _better_plan(system, kpi, base)


def _better_plan(system: System, kpi: Kpi, base: float) -> Iterator[Mend]:
    """The plan set to a tenth more than the base, and the base with it where there is none."""
    metric = system.metric(kpi.metric)
    plan = improved(metric, base, kpi.period)
    if plan is None or not leads_on(metric, kpi, {"base": base, "plan": plan}):
        return
    levels = {"base": base, "plan": plan}
    said = _said(system, kpi, levels)
    match (kpi.base is None, plan == tenth_better(metric, base)):
        case (True, True):
            title = text("Go from the forecast, {base}, to a plan 10% better, {plan}", **said)
        case (True, False):
            title = text("Go from the forecast, {base}, to a better plan, {plan}", **said)
        case (False, True):
            title = text("Set the plan to {plan}, 10% better than the base", **said)
        case _:
            title = text("Set the plan to {plan}, better than the base", **said)
    yield _set(system, kpi, title, levels if kpi.base is None else {"plan": plan})


def _base(system: System, kpi: Kpi) -> Iterator[Finding]:
    """What is to be kept within bounds has no way to go, and needs no base."""
    is_kept = system.metric(kpi.metric).better == "within"
    if kpi.plan is not None and kpi.base is None and not is_kept:
        said = _said(system, kpi, levels_of(kpi))
        message = text("“{metric}” has a plan of {plan} for {role}, but no base to go from", **said)
        basis = ("base", rounded(kpi.plan))
        yield _finding(system, kpi, "warning", message, basis, _based)


def _based(system: System, kpi: Kpi) -> Iterator[Mend]:
    metric = system.metric(kpi.metric)
    base = expected(system, kpi)
    if base is None:
        return
    if base == kpi.plan:
        yield from _better_plan(system, kpi, base)
    elif leads_on(metric, kpi, {"base": base}):
        value = figure(base, metric, system.project)
        title = text("Take the forecast as base: {value}", value=value)
        yield _set(system, kpi, title, {"base": base})


def _period(system: System, kpi: Kpi) -> Iterator[Finding]:
    if kpi.period is None:
        names = system.names(metric=kpi.metric, role=kpi.role)
        message = text(
            "“{metric}” has no period for {role}: by when is the plan to be reached?", **names
        )
        yield _finding(system, kpi, "warning", message, ("period",), _timed)


def _timed(system: System, kpi: Kpi) -> Iterator[Mend]:
    """The period of others who are measured by the same, else the month, or what the horizon needs.

    Of a flow the numbers mean another thing with another period.
    """
    metric = system.metric(kpi.metric)
    agreed = (other.period for other in system.kpis_by_metric[kpi.metric] if other.period)
    usual: Period = "quarter" if metric.influence.horizon == "quarter" else "month"
    period = next(agreed, usual)
    title = text("Set the period: {period}", period=PERIODS[period])
    is_flow = metric.over_time == "sum" and levels_of(kpi)
    note = text("Check that base and plan are meant for this period") if is_flow else None
    yield Mend(title, (ChangeKpi(*kpi.place, {"period": period}, metric.name),), note)


def _source(system: System, kpi: Kpi) -> Iterator[Finding]:
    if not system.metric(kpi.metric).source:
        names = system.names(metric=kpi.metric, role=kpi.role)
        message = text(
            "“{metric}” has no source: where do the actuals of {role} come from?", **names
        )
        yield _finding(system, kpi, "warning", message, ("source",), _sourced)


def _sourced(system: System, kpi: Kpi) -> Iterator[Mend]:
    """The source of what is measured in the same phase or role, where all of that has the same."""
    metric = system.metric(kpi.metric)
    akin = {other.metric for other in system.measured if other.role == kpi.role}
    akin |= {
        other.metric
        for other in system.measured
        if metric.phase and system.metric(other.metric).phase == metric.phase
    }
    sources = {system.metric(key).source for key in akin - {kpi.metric}}
    source = sources.pop() if len(sources) == 1 else None
    if source:
        yield Mend(
            text("Set the source to “{source}”, as for all KPIs around it", source=source),
            (ChangeMetric(kpi.metric, {"source": source}, metric.name),),
        )


def _said(system: System, kpi: Kpi, levels: Mapping[str, float]) -> dict[str, str | Figure]:
    """Names and levels as a sentence has them."""
    metric = system.metric(kpi.metric)
    figures = {name: figure(value, metric, system.project) for name, value in levels.items()}
    return {**system.names(metric=kpi.metric, role=kpi.role), **figures}


def _set(system: System, kpi: Kpi, title: Text, changes: Mapping[str, float]) -> Mend:
    return Mend(title, (ChangeKpi(*kpi.place, changes, system.metric(kpi.metric).name),))


def _finding(
    system: System,
    kpi: Kpi,
    severity: Severity,
    message: Text,
    basis: tuple[object, ...],
    mends: Callable[[System, Kpi], Iterator[Mend]],
) -> Finding:
    return Finding(
        severity,
        message,
        metric=kpi.metric,
        role=kpi.role,
        aspect=str(basis[0]),
        basis=basis,
        mends=tuple(mends(system, kpi)),
    )


CHECK = Check("KPI206", find, __doc__)
