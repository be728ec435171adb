"""The growth goal: next year's revenue from the years behind, and what it needs at the top.

Next year's revenue = last year's × growth + last year's, where growth is the average of the last
three years plus a stretch. Everything else is counted at the values of the last year.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from workbench.base.texts import Figure, Text, text
from workbench.document.growth import Growth, Source, Year
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result, Stop, demand, stop

CHANGES = 3
Compute = Callable[[], float]


@dataclass(frozen=True, slots=True)
class YearOnYear:
    """How much the revenue of a year grew from that of the year before, as a share."""

    year: int
    growth: Result


@dataclass(frozen=True, slots=True)
class SourceNeed:
    """What a channel brought of each hundred visits, and what it has to bring next year."""

    channel: Key
    conversion: Result
    share: Result
    leads: Result
    visits: Result


@dataclass(frozen=True, slots=True)
class GrowthGoal:
    """Each step of the goal: a number, or the reason why there is none.

    Values of a lead and of a visit are money of the last year; leads and visits are next year's.
    """

    changes: tuple[YearOnYear, ...]
    average: Result
    target_growth: Result
    target: Result
    lead_value: Result
    visit_value: Result
    visits_per_lead: Result
    leads: Result
    visits: Result
    sources: tuple[SourceNeed, ...]


def growth_goal(growth: Growth) -> GrowthGoal:
    """Every step from the revenue of the years behind to the visits of the next one."""
    years = known_years(growth.revenues)
    changes = tuple(
        YearOnYear(after.year, _answer(partial(_change, before, after)))
        for before, after in pairwise(years)
    )[-CHANGES:]
    average = _answer(lambda: _average(years, changes))
    target_growth = _answer(lambda: _target_growth(demand(average), growth.stretch))
    target = _answer(lambda: _target(years, demand(target_growth)))
    lead_value = _answer(lambda: _earned(years, growth) / _leads(growth))
    visit_value = _answer(lambda: _earned(years, growth) / _visits(growth))
    per_lead = _answer(lambda: _visits(growth) / _leads(growth))
    leads = _answer(lambda: demand(target) * growth.from_leads / demand(lead_value))
    visits = _answer(lambda: demand(target) * growth.from_leads / demand(visit_value))
    return GrowthGoal(
        changes, average, target_growth, target, lead_value, visit_value, per_lead, leads, visits,
        _sources(growth.sources, leads),
    )  # fmt: skip


def known_years(revenues: tuple[Year, ...]) -> tuple[Year, ...]:
    """The years from the first that has a number: earlier ones are not yet filled in."""
    known = [at for at, year in enumerate(revenues) if year.value is not None]
    return revenues[known[0] :] if known else ()


def _average(years: tuple[Year, ...], changes: tuple[YearOnYear, ...]) -> float:
    if len(years) < 2:
        raise stop(text("growth needs the revenue of two years at least"))
    return math.fsum(demand(change.growth) for change in changes) / len(changes)


def _change(before: Year, after: Year) -> float:
    first, second = _revenue(before), _revenue(after)
    if first <= 0:
        raise stop(
            text("the revenue of {year} is not above zero, so nothing can grow from it",
                 year=str(before.year))
        )  # fmt: skip
    return second / first - 1


def _revenue(year: Year) -> float:
    if year.value is None:
        raise stop(text("the revenue of {year} is missing", year=str(year.year)))
    return year.value


def _target_growth(average: float, stretch: float) -> float:
    growth = average + stretch
    if growth < -1:
        raise stop(
            text("growth of {growth} leaves less than nothing: a revenue cannot fall by more than "
                 "all of it", growth=Figure(growth, "percent"))
        )  # fmt: skip
    return growth


def _target(years: tuple[Year, ...], growth: float) -> float:
    last = _last(years)
    return last * growth + last


def _last(years: tuple[Year, ...]) -> float:
    if not years:
        raise stop(text("growth needs the revenue of two years at least"))
    last = _revenue(years[-1])
    if last <= 0:
        raise stop(
            text("the revenue of {year} is not above zero, so nothing can grow from it",
                 year=str(years[-1].year))
        )  # fmt: skip
    return last


def _earned(years: tuple[Year, ...], growth: Growth) -> float:
    """The part of last year's revenue that came from leads."""
    if growth.from_leads <= 0:
        raise stop(text("no part of the revenue comes from leads"))
    return _last(years) * growth.from_leads


def _leads(growth: Growth) -> float:
    return _counted(
        growth.leads,
        text("the leads of the last year are not given"),
        text("there were no leads in the last year, so one has no value"),
    )


def _visits(growth: Growth) -> float:
    return _counted(
        growth.visits,
        text("the visits of the last year are not given"),
        text("there were no visits in the last year, so one has no value"),
    )


def _counted(count: float | None, missing: Text, none: Text) -> float:
    if count is None or count <= 0:
        raise stop(missing if count is None else none)
    return count


def _sources(sources: tuple[Source, ...], leads: Result) -> tuple[SourceNeed, ...]:
    """Leads are shared out as the sources brought them; their visits at today's conversions."""
    whole = math.fsum(source.leads or 0.0 for source in sources)
    return tuple(_source(source, whole, leads) for source in sources)


def _source(source: Source, whole: float, leads: Result) -> SourceNeed:
    conversion = _answer(lambda: _conversion(source))
    share = _answer(lambda: _share(source, whole))
    needed = _answer(lambda: demand(leads) * demand(share))
    return SourceNeed(
        source.channel, conversion, share, needed, _answer(lambda: _into(needed, conversion))
    )


def _conversion(source: Source) -> float:
    visits = _counted(source.visits, text("the visits are not given"), text("there were no visits"))
    if source.leads is None:
        raise stop(text("the leads are not given"))
    return source.leads / visits


def _share(source: Source, whole: float) -> float:
    if source.leads is None:
        raise stop(text("the leads are not given"))
    if whole <= 0:
        raise stop(text("no source brought a lead"))
    return source.leads / whole


def _into(leads: Result, conversion: Result) -> float:
    if demand(conversion) == 0:
        raise stop(text("no visit became a lead"))
    return demand(leads) / demand(conversion)


def _answer(compute: Compute) -> Result:
    try:
        value = compute()
    except Stop as stopped:
        return stopped.problem
    except ArithmeticError:
        return Problem(text("the result is too large"))
    return value if math.isfinite(value) else Problem(text("the result is too large"))


def revenues_of(project: Project) -> tuple[Metric, ...]:
    """The money that adds up over the months: what a growth goal can be set for."""
    return tuple(m for m in project.metrics if m.unit == "money" and m.over_time == "sum")


def revenue_of(project: Project) -> Metric | None:
    """The revenue that is meant: the one chosen, that of a goal, or the first that is a result."""
    choices = {metric.key: metric for metric in revenues_of(project)}
    chosen = [project.growth.metric] if project.growth and project.growth.metric else []
    results = [key for key, metric in choices.items() if metric.is_computed]
    wanted = [*chosen, *(goal.metric for goal in project.goals), *results, *choices]
    return next((choices[key] for key in wanted if key in choices), None)
