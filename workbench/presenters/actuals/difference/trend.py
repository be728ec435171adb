"""Plan and fact of a metric over the months."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.variance import outcomes
from workbench.presenters.charts import Level, MonthsPicture, Series
from workbench.presenters.measures import NOTHING, shown_value
from workbench.presenters.months.goal import monthly_goal
from workbench.presenters.scale import scale

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class Trend:
    """A metric of a plan over its months; the fact stands where anything beneath it has actuals."""

    plan: Forecast
    metric: Metric
    language: Language

    @property
    def project(self) -> Project:
        """The project the plan is of."""
        return self.plan.project

    def picture(self, goal: Goal | None) -> MonthsPicture:
        """Plan and fact side by side, with the line of a goal that is this metric's."""
        say, months = self.language.say, self.project.calendar.all_months
        titles = tuple(self.language.month(month) for month in months)
        plan, fact = self._plan(), self.fact()
        level = self._level(goal)
        ends = [*plan, *fact, *([level.at] if level else [])]
        return MonthsPicture(
            tuple(title[:3] for title in titles),
            titles,
            scale(ends, self._said),
            (
                Series(say(text("Plan")), plan, self._told(plan), pale=True, color="accent"),
                Series(say(text("Fact")), fact, self._told(fact), color="accent"),
            ),
            goal=level,
        )

    def _plan(self) -> Values:
        return tuple(_number(value) for value in self.plan.values[self.metric.key])

    def fact(self) -> Values:
        """The fact in each month, None where nothing is known."""
        known = months_known(self.plan, self.metric.key)
        found = self._found(max(known, default=-1))
        return tuple(
            found[at] if at in known and at < len(found) else None
            for at in range(self.project.calendar.months)
        )

    def _found(self, last: int) -> Values:
        """The metric up to a month; where the model gives no number, only its own actuals."""
        if last < 0:
            return ()
        found = outcomes(self.project, self.metric.key, last, self.plan.scenario)
        if not isinstance(found, Problem):
            return found
        own = {a.month: a.value for a in self.project.actuals if a.metric == self.metric.key}
        return tuple(own.get(month) for month in self.project.calendar.all_months[: last + 1])

    def _level(self, goal: Goal | None) -> Level | None:
        if goal is None or goal.metric != self.metric.key:
            return None
        value = monthly_goal(goal, self.metric, self.project)
        return Level(value, self.language.say(text("goal {value}", value=self._said(value))))

    def _told(self, values: Values) -> tuple[str, ...]:
        return tuple(NOTHING if value is None else self._said(value) for value in values)

    def _said(self, value: float) -> str:
        return shown_value(self.metric, value, self.project, self.language, compact=True)


def months_known(plan: Forecast, metric: Key) -> frozenset[int]:
    """The months in which a metric, or anything beneath it, has an actual."""
    beneath = plan.beneath(metric)
    months = {
        month for one in plan.project.actuals if one.metric in beneath for month in [one.month]
    }
    return frozenset(
        at for at, month in enumerate(plan.project.calendar.all_months) if month in months
    )


def _number(result: Result) -> float | None:
    return None if isinstance(result, Problem) else result
