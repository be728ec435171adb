"""The figures of the growth goal: those of the project, and with one of them changed."""

from __future__ import annotations

import math

from workbench.document.growth import Growth, Source, Year
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.growth import CHANGES, known_years, revenue_of
from workbench.presenters.plan.growth.picture import Spot

_YEARS = CHANGES + 1
_MONTHS = 12
# What a template calls the two volumes that the goal is counted back to.
_LEADS, _VISITS = "leads", "visits"


def figures(project: Project) -> Growth:
    """What the project holds, else what its actuals know; years enough for three changes."""
    stored = project.growth
    if stored is None:
        stored = _from_actuals(project)
    return stored.having(revenues=_padded(stored.revenues, int(project.calendar.start[:4]) - 1))


def changed(growth: Growth, spot: Spot, value: float | None) -> Growth:
    """The figures with another number in one spot; an emptied share is the usual one."""
    match spot.member:
        case "revenue":
            years = tuple(
                Year(year=one.year, value=value) if one.year == spot.year else one
                for one in growth.revenues
            )
            return growth.having(revenues=years)
        case "stretch":
            return growth.having(stretch=value or 0.0)
        case "from_leads":
            return growth.having(from_leads=1.0 if value is None else value)
        case "leads" | "visits":
            return growth.having(**{spot.member: value})
        case _:
            return growth.having(sources=_sources(growth, spot, value))


def stored(growth: Growth) -> Growth:
    """The figures as they are kept: without the years before the first known one."""
    return growth.having(revenues=known_years(growth.revenues))


def source(growth: Growth, channel: Key) -> Source:
    """The figures of a channel, empty where there are none."""
    found = (one for one in growth.sources if one.channel == channel)
    return next(found, Source(channel=channel))


def _sources(growth: Growth, spot: Spot, value: float | None) -> tuple[Source, ...]:
    member = spot.member.removeprefix("channel_")
    after = source(growth, spot.channel).having(**{member: value})
    others = [one for one in growth.sources if one.channel != spot.channel]
    kept = [] if after.visits is None and after.leads is None else [after]
    return tuple(others + kept)


def _padded(revenues: tuple[Year, ...], last: int) -> tuple[Year, ...]:
    """The years with empty ones before them, so that there are enough."""
    end = revenues[-1].year if revenues else last
    first = min(revenues[0].year if revenues else last, end - _YEARS + 1)
    known = {one.year: one for one in revenues}
    return tuple(known.get(year, Year(year=year)) for year in range(first, end + 1))


def _from_actuals(project: Project) -> Growth:
    """The years before the plan whose twelve months are all known."""
    revenue = revenue_of(project)
    if revenue is None:
        return Growth()
    last = int(project.calendar.start[:4]) - 1
    years = tuple(
        Year(year=year, value=_of_year(project, revenue.key, year))
        for year in range(last - CHANGES, last + 1)
    )
    leads, visits = (_of_year(project, key, last) for key in (_LEADS, _VISITS))
    return Growth(metric=revenue.key, revenues=years).having(
        **{k: v for k, v in (("leads", leads), ("visits", visits)) if v is not None and v >= 0}
    )


def _of_year(project: Project, metric: Key, year: int) -> float | None:
    values = [
        actual.value
        for actual in project.actuals
        if actual.metric == metric and actual.month.startswith(f"{year}-")
    ]
    return math.fsum(values) if len(values) == _MONTHS else None
