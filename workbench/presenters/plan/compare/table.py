"""The comparison as a table to look at, and as text for a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.checks.wording import goal_period
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.goals import meets, progress
from workbench.presenters.measures import (
    NOTHING,
    editable_value,
    shown_value,
    sign_of,
    unit_caption,
)
from workbench.presenters.months.clipboard import text_of
from workbench.presenters.months.rows import cell_text, difference_text
from workbench.presenters.plan.compare.comparison import Comparison, is_set
from workbench.presenters.plan.facts import Fact, Facts, Head
from workbench.presenters.tones import Tone, tone_of_change

BASE = ""
_DUST = 1e-9


@dataclass(frozen=True)
class CompareTable:
    """Names and units on the left, the base and the scenarios on the right; rows are the same."""

    names: Facts = Facts()  # noqa: RUF009 (a frozen value)
    numbers: Facts = Facts()  # noqa: RUF009
    note: str = ""


@dataclass(frozen=True)
class Columns:
    """A comparison with the words it is told in; `chosen` is the scenario shown elsewhere."""

    comparison: Comparison
    chosen: Key | None
    language: Language

    def table(self) -> CompareTable:
        """Goals first, then whatever differs."""
        names: list[tuple[Fact, ...]] = []
        numbers: list[tuple[Fact, ...]] = []
        for goal in self.comparison.goals:
            metric = self.comparison.project.metric(goal.metric)
            names += [self._name(metric, strong=True), (self._aim(goal, metric), Fact())]
            numbers += [self._row(metric, strong=True), self._reached(goal, metric)]
        differing = self.comparison.differing
        for metric in differing:
            names.append(self._name(metric))
            numbers.append(self._row(metric))
        heads = (Head(self._say(text("Metric")), left=True), Head(left=True))
        note = "" if differing else self._say(text("No scenario changes anything yet."))
        return CompareTable(Facts(heads, tuple(names)), Facts(self._heads(), tuple(numbers)), note)

    def text(self) -> str:
        """All of it with every digit, as spreadsheets take it."""
        say = self._say
        heads = [say(text("Metric")), say(text("Unit")), say(text("Base"))]
        for one in self.comparison.others:
            name = _name_of(one)
            heads += [name, say(text("{name}: difference", name=name)),
                      say(text("{name}: difference, %", name=name))]  # fmt: skip
        metrics = [self.comparison.project.metric(goal.metric) for goal in self.comparison.goals]
        metrics += self.comparison.differing
        return text_of([heads, *(self._exact_row(metric) for metric in metrics)])

    def _heads(self) -> tuple[Head, ...]:
        tip = self._say(text("Show this one in the whole plan"))
        heads = [Head(self._say(text("Base")), tip, BASE, chosen=self.chosen is None)]
        for one in self.comparison.others:
            key = one.scenario.key if one.scenario else BASE
            heads.append(Head(_name_of(one), tip, key, chosen=key == self.chosen))
            heads.append(Head(self._say(text("to the base")), tip, key))
        return tuple(heads)

    def _name(self, metric: Metric, *, strong: bool = False) -> tuple[Fact, ...]:
        unit = self._say(unit_caption(metric, self.comparison.project))
        return Fact(metric.name, strong=strong, tip=metric.name), Fact(unit, muted=True)

    def _aim(self, goal: Goal, metric: Metric) -> Fact:
        value = shown_value(metric, goal.value, self.comparison.project, self.language)
        words = text("of the goal {value} {period}", value=value, period=goal_period(goal))
        return Fact(f"   {self._say(words)}", muted=True)

    def _row(self, metric: Metric, *, strong: bool = False) -> tuple[Fact, ...]:
        base = self.comparison.base.monthly(metric.key)
        facts = [self._value(metric, self.comparison.base, strong=strong)]
        for one in self.comparison.others:
            facts.append(self._value(metric, one, strong=strong))
            facts.append(self._difference(metric, one.monthly(metric.key), base))
        return tuple(facts)

    def _value(self, metric: Metric, forecast: Forecast, *, strong: bool) -> Fact:
        value = forecast.monthly(metric.key)
        words = cell_text(metric, value, self.comparison.project, self.language)
        why = self._say(value.reason) if isinstance(value, Problem) else ""
        marked = is_set(forecast, metric.key)
        tip = why or (self._say(text("The scenario gives this value")) if marked else "")
        return Fact(words, "warn" if why else "", strong, tip, marked=marked)

    def _difference(self, metric: Metric, one: Result, base: Result) -> Fact:
        if isinstance(one, Problem) or isinstance(base, Problem):
            return Fact(NOTHING if type(one) is not type(base) else "")
        change = one - base
        if abs(change) <= _DUST * max(abs(one), abs(base)):
            return Fact("=", muted=True)
        share = difference_text(metric, one, base, self.language)
        if metric.is_share or metric.unit == "yes_no" or base == 0:
            return Fact(share, tone_of_change(metric, change))
        sign = sign_of(change)
        size = cell_text(metric, abs(change), self.comparison.project, self.language)
        return Fact(
            f"{sign}{size} · {share}" if share else f"{sign}{size}", tone_of_change(metric, change)
        )

    def _reached(self, goal: Goal, metric: Metric) -> tuple[Fact, ...]:
        """How much of a goal the base and each scenario reach."""
        facts = [self._share(goal, metric, self.comparison.base)]
        for one in self.comparison.others:
            facts += [self._share(goal, metric, one), Fact()]
        return tuple(facts)

    def _share(self, goal: Goal, metric: Metric, forecast: Forecast) -> Fact:
        found = progress(forecast, goal)
        if found.share is None or isinstance(found.forecast, Problem):
            return Fact(NOTHING, muted=True)
        tone: Tone = "good" if meets(metric, found.forecast, goal.value) else "warn"
        return Fact(self.language.percent(found.share), tone)

    def _exact_row(self, metric: Metric) -> list[str]:
        base = self.comparison.base.monthly(metric.key)
        unit = self._say(unit_caption(metric, self.comparison.project))
        cells = [metric.name, unit, self._exact(metric, base)]
        for one in self.comparison.others:
            value = one.monthly(metric.key)
            cells += [self._exact(metric, value), *self._exact_difference(metric, value, base)]
        return cells

    def _exact(self, metric: Metric, value: Result) -> str:
        return editable_value(metric, _number(value), self.language)

    def _exact_difference(self, metric: Metric, one: Result, base: Result) -> tuple[str, str]:
        if isinstance(one, Problem) or isinstance(base, Problem):
            return "", ""
        change = one - base
        share = "" if base == 0 or metric.is_share else self._plain(change / base * 100) + "%"
        return self._plain(change * 100 if metric.is_share else change), share

    def _plain(self, value: float) -> str:
        return f"{round(value, 10) + 0.0:.12g}".replace(".", self.language.decimal)

    def _say(self, words: Text) -> str:
        return self.language.say(words)


def _number(value: Result) -> float | None:
    return None if isinstance(value, Problem) else value


def _name_of(forecast: Forecast) -> str:
    return forecast.scenario.name if forecast.scenario else ""
