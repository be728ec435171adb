"""The project as a form asks for it: numbers with their words, and nothing with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from workbench.base.languages import Language
from workbench.base.texts import MonthName, Text, text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.excel.form_values import Meaning
from workbench.formula.names import Names
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months
from workbench.planning.team_plan import TeamPlan
from workbench.planning.totals import totals_of
from workbench.presenters.measures import amount, shown_value

NOT_SET = text("it is not set in the project")


class Source:
    """A forecast, the language of the form and the day it is filled."""

    def __init__(self, forecast: Forecast, language: Language, today: date) -> None:
        self.forecast = forecast
        self.language = language
        self.today = today

    @property
    def project(self) -> Project:
        """The project that is computed."""
        return self.forecast.project

    @cached_property
    def names(self) -> Names:
        """Names of metrics and roles, namesakes told apart."""
        return Names(self.project)

    @cached_property
    def team(self) -> TeamPlan:
        """The people that the forecast needs."""
        return TeamPlan(self.forecast)

    @cached_property
    def facts(self) -> dict[tuple[Key, str], float]:
        """Actual values by metric and month."""
        return {(one.metric, one.month): one.value for one in self.project.actuals}

    def said(self, words: Text) -> Meaning:
        """Words of the program."""
        return Meaning(self.language.say(words))

    def value(self, metric: Metric, result: Result | None) -> Meaning:
        """A value of a metric in its unit."""
        if result is None:
            return nothing(NOT_SET)
        if isinstance(result, Problem):
            return nothing(result.reason)
        return Meaning(shown_value(metric, result, self.project, self.language), result)

    def money(self, value: float) -> Meaning:
        """An amount in the client's currency."""
        return Meaning(amount(value, self.project.client.currency, self.language), value)

    def share(self, value: float | None) -> Meaning:
        """A share of one."""
        if value is None:
            return nothing(NOT_SET)
        return Meaning(self.language.percent(value), value)

    def count(self, value: Result) -> Meaning:
        """A plain number."""
        if isinstance(value, Problem):
            return nothing(value.reason)
        return Meaning(self.language.number(value), value)

    def day(self, value: date | None) -> Meaning:
        """A day; cells that show days get it as a number."""
        if value is None:
            return nothing(NOT_SET)
        return Meaning(self.language.date(value), value)

    def month(self, at: int) -> Meaning:
        """A month of the plan by number, as its first day."""
        name = self.project.calendar.month(at)
        year, number = (int(part) for part in name.split("-"))
        return Meaning(self.language.month(name, long=True), date(year, number, 1))

    def over(self, metric: Metric, months: range) -> Result:
        """What a metric comes to over some months of the plan."""
        if len(months) == 1:
            return self.forecast.values[metric.key][months[0]]
        if len(months) == self.project.calendar.months:
            return self.forecast.totals[metric.key]
        if months not in self._totals:
            frame = Months.of(self.project, self.forecast.values)
            self._totals[months] = totals_of(frame, self.forecast.trees, months)
        return self._totals[months][metric.key]

    def fact(self, metric: Metric, at: int) -> Meaning:
        """What a metric really was in a month of the plan."""
        month = self.project.calendar.month(at)
        found = self.facts.get((metric.key, month))
        if found is None:
            return nothing(text("there is no actual value for {month}", month=MonthName(month)))
        return self.value(metric, found)

    @cached_property
    def _totals(self) -> dict[range, dict[str, Result]]:
        return {}


def nothing(why: Text) -> Meaning:
    """What is known and has no value."""
    return Meaning("", why=why)


def words(said: str | None) -> Meaning:
    """A person's own words."""
    return Meaning(said) if said else nothing(NOT_SET)


def lines(said: Iterable[str]) -> Meaning:
    """A person's own words, a line each."""
    return words("\n".join(said))
