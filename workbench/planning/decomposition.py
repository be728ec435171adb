"""A goal taken apart by month and quarter.

Months follow the shape of the forecast, which is the seasonality of the model. Of a goal a year or
a quarter each year of the plan or quarter of the calendar makes its own; a goal a month is that of
the average month, so that its season is spread over the whole plan. A part of a year or a quarter
makes that part of the goal. What does not add up over the months, a ratio or a stock, is the same
goal in each of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.client import Calendar
from workbench.document.plan import Goal
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the calendar with the months of the plan in it, by number; three when whole."""

    year: int
    number: int
    months: range
    value: Result

    @property
    def is_whole(self) -> bool:
        """Whether the plan has all its months."""
        return len(self.months) == 3


@dataclass(frozen=True, slots=True)
class ByTime:
    """The goal by month and quarter of the plan; `even` where there was no shape to follow."""

    months: tuple[Result, ...]
    quarters: tuple[Quarter, ...]
    even: bool = False


def by_time(forecast: Forecast, goal: Goal) -> ByTime:
    """The goal by month and quarter; the months add up to what the goal is over the plan."""
    calendar = forecast.project.calendar
    if forecast.project.metric(goal.metric).over_time != "sum":
        months: tuple[Result, ...] = (goal.value,) * calendar.months
        return ByTime(months, _quarters(calendar, [goal.value] * calendar.months, adds=False))
    shape = forecast.values[goal.metric]
    problem = next((one for one in shape if isinstance(one, Problem)), None)
    if problem is not None:
        return ByTime((problem,) * calendar.months, ())
    parts: list[float] = []
    even = False
    for span, amount in _spans(goal, calendar):
        weights = [float(shape[month]) for month in span]  # type: ignore[arg-type]
        even = even or not _has_shape(weights)
        parts += _shared(amount, weights)
    return ByTime(tuple(parts), _quarters(calendar, parts, adds=True), even)


def _spans(goal: Goal, calendar: Calendar) -> Iterator[tuple[range, float]]:
    """Months that make an amount together, by number, with the amount."""
    whole = range(calendar.months)
    match goal.period:
        case "plan":
            yield whole, goal.value
        case "month":
            yield whole, goal.value * calendar.months
        case "year":
            for first in whole[::12]:
                span = whole[first : first + 12]
                yield span, goal.value * len(span) / 12
        case "quarter":
            for _, _, span in _calendar_quarters(calendar):
                yield span, goal.value * len(span) / 3


def _has_shape(weights: Sequence[float]) -> bool:
    return min(weights) >= 0 and max(weights) > 0


def _shared(amount: float, weights: Sequence[float]) -> list[float]:
    """An amount in proportion to weights; in equal parts where there are losses or only zeros."""
    if not _has_shape(weights):
        weights = [1.0] * len(weights)
    largest = max(weights)
    scaled = [weight / largest for weight in weights]  # so that no sum of them is too large
    whole = math.fsum(scaled)
    return [amount * (weight / whole) for weight in scaled]


def _quarters(calendar: Calendar, months: Sequence[float], *, adds: bool) -> tuple[Quarter, ...]:
    return tuple(
        Quarter(year, number, span, math.fsum(months[m] for m in span) if adds else months[span[0]])
        for year, number, span in _calendar_quarters(calendar)
    )


def _calendar_quarters(calendar: Calendar) -> Iterator[tuple[int, int, range]]:
    """Year, number and months of each quarter that has months in the plan."""

    def quarter(at: int) -> tuple[int, int]:
        year, month = (int(part) for part in calendar.month(at).split("-"))
        return year, (month - 1) // 3 + 1

    for (year, number), group in groupby(range(calendar.months), quarter):
        months = list(group)
        yield year, number, range(months[0], months[-1] + 1)


def whole_parts(parts: Sequence[float]) -> tuple[int, ...]:
    """Parts in whole units that add up to the whole rounded: the largest remainders go up."""
    floors = [math.floor(part) for part in parts]
    missing = round(math.fsum(parts)) - sum(floors)
    order = sorted(range(len(parts)), key=lambda at: (floors[at] - parts[at], at))
    for at in order[:missing]:
        floors[at] += 1
    return tuple(floors)


def quarter_name(quarter: Quarter, calendar: Calendar, language: Language) -> Text:
    """What a quarter is called; one that the plan has a part of also names its months."""
    name = text("Q{n} {year}", n=str(quarter.number), year=str(quarter.year))
    if quarter.is_whole:
        return name
    ends = dict.fromkeys((quarter.months[0], quarter.months[-1]))
    months = (language.month(calendar.month(at)).split(" ")[0] for at in ends)
    return text("{quarter} ({months})", quarter=name, months="–".join(months))
