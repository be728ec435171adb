"""The goal beside the forecast, with a bar for each month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.checks.wording import goal_period
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.goals import Progress, meets, progress
from workbench.presenters.measures import shown_value
from workbench.presenters.months.picture import Bar, GoalPicture
from workbench.presenters.plan.numbers import Numbers
from workbench.presenters.tones import Tone

_LENGTH = {"month": 1, "quarter": 3, "year": 12}
_HEADROOM = 1.08


@dataclass(frozen=True)
class _Axis:
    """From the lowest to the highest value that has to be seen, zero included."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """A value as a share of the axis."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class _Chart:
    """What every bar is drawn by."""

    numbers: Numbers
    metric: Metric
    wanted: float
    axis: _Axis
    language: Language

    def said(self, value: Result) -> str:
        """A value of the metric in short."""
        project = self.numbers.project
        return shown_value(self.metric, value, project, self.language, compact=True)

    def bars(self) -> tuple[Bar, ...]:
        """A bar for each month."""
        months = self.numbers.project.calendar.all_months
        values = self.numbers.chosen.values[self.metric.key]
        base = self.numbers.base.values[self.metric.key]
        return tuple(self._bar(*each) for each in zip(months, values, base, strict=True))

    def _bar(self, month: str, value: Result, base: Result) -> Bar:
        label = self.language.month(month)
        name = label[:3]
        if isinstance(value, Problem):
            return Bar(name, f"{label}: {_reason(value, self.language)}", None)
        return Bar(
            name,
            f"{label}: {self.said(value)}",
            self.axis.at(value),
            reached=meets(self.metric, value, self.wanted),
            base=self._base(base),
        )

    def _base(self, base: Result) -> float | None:
        if self.numbers.scenario is None or isinstance(base, Problem):
            return None
        return self.axis.at(base)


def goal_picture(numbers: Numbers, goal: Goal, language: Language) -> GoalPicture:
    """A goal with what the plan gives for it and how the months come up to it."""
    project = numbers.project
    metric = project.metric(goal.metric)
    reached = progress(numbers.chosen, goal)
    wanted = monthly_goal(goal, metric, project)
    axis = _axis(numbers, goal.metric, wanted)
    chart = _Chart(numbers, metric, wanted, axis, language)
    return GoalPicture(
        metric.key,
        metric.name,
        f"{chart.said(goal.value)} {language.say(goal_period(goal))}",
        chart.said(reached.forecast),
        _percent(reached, language),
        _tone(reached, metric),
        chart.bars(),
        axis.at(0.0),
        axis.at(wanted),
        language.say(text("goal {value}", value=chart.said(wanted))),
        _reason(reached.forecast, language),
        language.say(text("forecast in the scenario") if numbers.scenario else text("forecast")),
    )


def monthly_goal(goal: Goal, metric: Metric, project: Project) -> float:
    """What a month has to bring: a part of the goal where months add up, else the goal itself."""
    if metric.over_time != "sum":
        return goal.value
    return goal.value / _LENGTH.get(goal.period, project.calendar.months)


def _axis(numbers: Numbers, key: Key, step: float) -> _Axis:
    seen = [0.0, step, *_numbers(numbers.chosen.values[key])]
    if numbers.scenario is not None:
        seen.extend(_numbers(numbers.base.values[key]))
    low, high = min(seen), max(seen)
    spare = (high - low or 1.0) * (_HEADROOM - 1)
    return _Axis(low - spare if low < 0 else 0.0, high + spare)


def _numbers(results: Iterable[Result]) -> list[float]:
    return [result for result in results if not isinstance(result, Problem)]


def _percent(reached: Progress, language: Language) -> str:
    if reached.share is None:
        return ""
    return language.percent(reached.share)


def _tone(reached: Progress, metric: Metric) -> Tone:
    if isinstance(reached.forecast, Problem):
        return ""
    return "good" if meets(metric, reached.forecast, reached.goal.value) else "warn"


def _reason(result: Result, language: Language) -> str:
    return language.say(result.reason) if isinstance(result, Problem) else ""
