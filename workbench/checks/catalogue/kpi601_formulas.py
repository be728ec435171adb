"""A formula without a result

Finds a metric whose formula cannot be computed: a name that does not exist, units that do not go
together, formulas that run in a circle, or a number that does not exist, such as a division by zero
in some month. It is reported once, for the metric where it begins, and not for all that depend on
it.

A system of KPIs is a calculation. Where one number is missing, everything above it is missing too:
the plan, the goal, the people needed, and the pay. A client who opens such a workbook trusts no
other number in it either.

Correct the name or the unit, take a value of the month before where formulas run in a circle, or
enter the metric by hand until its formula is agreed on.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import MonthName, Text, plural, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.formulas import mends_of_error, mends_of_loop, mends_of_problem
from workbench.checks.system import System
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.values import Problem


def find(system: System) -> Iterator[Finding]:
    """Metrics where a lack of numbers begins."""
    model = system.forecast.model
    told: set[Key] = set()
    for metric in system.project.metrics:
        loop = model.order.loop_of(metric.key)
        if metric.key in told or not metric.is_computed:
            continue
        if loop is not None:
            told.update(loop)
            yield _wrong(system, metric, tuple(mends_of_loop(system, _from(loop, metric.key))))
        elif metric.key in model.errors:
            yield _wrong(system, metric, tuple(mends_of_error(system, metric)))
        else:
            yield from _without_number(system, metric)


def _from(loop: tuple[Key, ...], first: Key) -> tuple[Key, ...]:
    """A circle as it goes on from one of its metrics."""
    at = loop.index(first)
    return (*loop[at:], *loop[:at])


def _wrong(system: System, metric: Metric, mends: tuple[Mend, ...]) -> Finding:
    """The finding about a formula that is wrong in itself."""
    reason = system.forecast.model.errors[metric.key].message
    return Finding(
        "error",
        text(
            "The formula of “{metric}” does not work: {reason}", metric=metric.name, reason=reason
        ),
        metric=metric.key,
        basis=(metric.formula, reason.id),
        mends=mends,
    )


def _without_number(system: System, metric: Metric) -> Iterator[Finding]:
    """The finding about a formula that is right and has no result in some month or in total."""
    series, total = system.forecast.values[metric.key], system.forecast.totals[metric.key]
    months = [month for month, result in enumerate(series) if _begins(metric, result)]
    problem = series[months[0]] if months else total
    if not isinstance(problem, Problem) or not _begins(metric, problem):
        return
    yield Finding(
        "error",
        _message(system, metric, months, problem),
        metric=metric.key,
        basis=(metric.formula, problem.reason.id, tuple(months)),
        mends=tuple(_mends(system, metric, months, problem)),
    )


def _begins(metric: Metric, result: object) -> bool:
    return isinstance(result, Problem) and result.metric in ("", metric.key)


def _message(system: System, metric: Metric, months: list[int], problem: Problem) -> Text:
    calendar, reason = system.project.calendar, problem.reason
    if not months:
        return text("“{metric}” has no total: {reason}", metric=metric.name, reason=reason)
    if len(months) == calendar.months:
        return text("“{metric}” has no number: {reason}", metric=metric.name, reason=reason)
    return plural(
        "“{metric}” has no number in {n} month ({month}): {reason}",
        "“{metric}” has no number in {n} months (the first is {month}): {reason}",
        len(months),
        metric=metric.name,
        month=MonthName(calendar.month(months[0])),
        reason=reason,
    )


def _mends(system: System, metric: Metric, months: list[int], problem: Problem) -> Iterator[Mend]:
    """A guard in the months; where only the total is missing, an average instead of a ratio."""
    if months:
        yield from mends_of_problem(system, metric, problem)
    elif metric.over_time == "ratio":
        yield Mend(
            text("Average “{metric}” over the months instead", metric=metric.name),
            (ChangeMetric(metric.key, {"over_time": "mean"}, metric.name),),
        )


CHECK = Check("KPI601", find, __doc__)
