"""Moving the plan in time without losing what was entered by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.base.texts import Text, text
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.value import Month

Listed = tuple[float | None, ...]
LONGEST = 120


@dataclass(frozen=True)
class Redate:
    """Another first month and another number of months.

    `keep` says what becomes of values by month when the start moves. `"month"`: each stays with its
    calendar month; months that come before get the first value, and those left behind the start
    go. `"order"`: the first value stays the first, so that nothing is lost. Where the old and the
    new plan have no month in common, only the order makes sense. A longer plan repeats the last
    value; in a shorter one the values after its end stay in the file, unseen, to come back with it.
    """

    start: Month
    months: int
    keep: Literal["month", "order"] = "month"
    title: Text = text("Change the calendar")

    def apply(self, project: Project) -> Project:
        """The project in the other months; actuals keep theirs."""
        calendar = project.calendar.having(start=self.start, months=self.months)
        shift = self.shift(project)
        return project.having(
            calendar=calendar,
            metrics=tuple(self._metric(metric, shift) for metric in project.metrics),
            scenarios=tuple(self._scenario(scenario, shift) for scenario in project.scenarios),
        )

    def shift(self, project: Project) -> int:
        """How many values leave at the front, fewer than none when some come before."""
        calendar = project.calendar
        moved = _count(self.start) - _count(calendar.start)
        apart = moved >= calendar.months or -moved >= self.months
        return 0 if self.keep == "order" or apart else moved

    def lost(self, project: Project) -> int:
        """How many months with values of their own fall out at the front."""
        has_lists = any(isinstance(metric.value, tuple) for metric in project.metrics) or any(
            isinstance(value, tuple) for s in project.scenarios for value in s.values.values()
        )
        return max(0, self.shift(project)) if has_lists else 0

    def _metric(self, metric: Metric, shift: int) -> Metric:
        if not isinstance(metric.value, tuple):
            return metric
        values = self._moved(metric.value, shift)
        return metric if values == metric.value else metric.having(value=values)

    def _scenario(self, scenario: Scenario, shift: int) -> Scenario:
        values = {
            key: self._moved(value, shift) if isinstance(value, tuple) else value
            for key, value in scenario.values.items()
        }
        return scenario if values == scenario.values else scenario.having(values=values)

    def _moved(self, values: Listed, shift: int) -> Listed:
        if not values:
            return values
        before = (values[0],) * max(0, -shift)
        moved = (*before, *values[max(0, shift) :]) or values[-1:]
        return (*moved, *moved[-1:] * (self.months - len(moved)))[:LONGEST]


def _count(month: Month) -> int:
    year, number = (int(part) for part in month.split("-"))
    return year * 12 + number
