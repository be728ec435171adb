"""How many people the plan needs in a role: volume by capacity, month by month."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.base.texts import text
from workbench.document.role import Role
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast

# A load this close above a whole number of people is dust of the arithmetic.
_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Load:
    """How many people's full work a role has, by month of the plan.

    `absence` is the share of working time that its people are away.
    """

    months: tuple[Result, ...]
    absence: float = 0.0

    @property
    def peak_month(self) -> int | None:
        """The heaviest month, the first of several; None where a month has no number."""
        numbers = [result for result in self.months if not isinstance(result, Problem)]
        if len(numbers) < len(self.months) or not numbers:
            return None
        return numbers.index(max(numbers))

    @property
    def peak(self) -> Result:
        """The load of the heaviest month, or the first problem of any month."""
        month = self.peak_month
        return self._problem() if month is None else self.months[month]

    @property
    def average(self) -> Result:
        """The load of a middling month, or the first problem of any month."""
        numbers = [result for result in self.months if not isinstance(result, Problem)]
        if self.peak_month is None:
            return self._problem()
        return math.fsum(numbers) / len(numbers)

    @property
    def people_needed(self) -> int | Problem:
        """Whole people for the heaviest month."""
        return self._people(self.peak)

    @property
    def needed(self) -> tuple[int | Problem, ...]:
        """Whole people for each month, absences made up for."""
        return tuple(self._people(month) for month in self.months)

    def _people(self, load: Result) -> int | Problem:
        if isinstance(load, Problem):
            return load
        return max(0, math.ceil(load / (1 - self.absence) - _DUST))

    def _problem(self) -> Problem:
        found = (result for result in self.months if isinstance(result, Problem))
        return next(found, Problem(text("there are no months")))


def load(forecast: Forecast, role: Role) -> Load:
    """The load of a role: the sum of volume ÷ what one person handles in a month."""
    months = tuple(_month(forecast, role, month) for month in _months(forecast))
    return Load(months, role.absence)


def vacancies(load: Load, role: Role) -> int | Problem:
    """People missing in the heaviest month; nobody is missing where there are more than needed."""
    needed = load.people_needed
    if isinstance(needed, Problem):
        return needed
    return max(0, math.ceil(needed - role.people - _DUST))


def _months(forecast: Forecast) -> range:
    return range(forecast.project.calendar.months)


def _month(forecast: Forecast, role: Role, month: int) -> Result:
    if not role.capacity:
        return Problem(text("the capacity of {role} is not set", role=role.name))
    parts: list[float] = []
    for capacity in role.capacity:
        volume = forecast.values[capacity.metric][month]
        if isinstance(volume, Problem):
            return volume
        if capacity.per_person == 0:
            name = forecast.project.metric(capacity.metric).name
            return Problem(text("one person handles no “{metric}” at all", metric=name))
        parts.append(volume / capacity.per_person)
    return math.fsum(parts)
