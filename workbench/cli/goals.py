"""Goals and levers as they are written on the command line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.base.errors import WorkbenchError
from workbench.base.texts import MonthName, text
from workbench.cli.speaker import BadInput
from workbench.cli.usage import WrongUsage, one_of

if TYPE_CHECKING:
    from workbench.document.plan import Goal
    from workbench.document.plan import GoalPeriod as Period
    from workbench.document.project import Project
    from workbench.document.value import Key
    from workbench.formula.values import Problem
    from workbench.planning.solve import LeverRange

_RANGE = re.compile(r"(.+?)\.\.(.+)")


class GoalPeriod(StrEnum):
    """The choices of `--period`."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    PLAN = "plan"


GoalOption = Annotated[
    str, typer.Option("--goal", metavar="KEY[=VALUE]", help="A metric and what it is to reach.")
]
PeriodOption = Annotated[
    GoalPeriod | None,
    typer.Option(
        "--period",
        help="What the value of the goal is for.",
        metavar="[month|quarter|year|plan]",
        parser=one_of("--period", GoalPeriod),
    ),
]


class NoGoal(WorkbenchError):
    """Neither the command line nor the project says what is to be reached."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A metric, the value it is to reach where one is said, and what that is for."""

    metric: Key
    value: float | None
    period: Period


def aim_called(project: Project, words: str, period: GoalPeriod | None) -> Aim:
    """KEY=VALUE, or KEY with its goal in the project, or the first goal there.

    Raises `NoGoal`, `NobodyCalled` or `CannotAssume`.
    """
    from workbench.planning.assumptions import number_for
    from workbench.planning.naming import metric_called

    if not words and not project.goals:
        raise NoGoal(text("the project has no goal; say one with --goal KEY=VALUE"))
    key, value = _halves(words or project.goals[0].metric)
    metric = metric_called(project, key)
    chosen: Period | None = period.value if period else None
    if value:
        return Aim(metric.key, number_for(metric, value), chosen or "month")
    own = next((goal for goal in project.goals if goal.metric == metric.key), None)
    if own is None or chosen not in (None, own.period):
        return Aim(metric.key, None, chosen or "month")
    return Aim(metric.key, own.value, own.period)


def goal_called(project: Project, words: str, period: GoalPeriod | None) -> Goal:
    """The goal that is meant, with its value; raises as `aim_called` does."""
    from workbench.document.plan import Goal

    aim = aim_called(project, words, period)
    if aim.value is None:
        key = aim.metric
        raise NoGoal(
            text("it is not said what “{key}” is to reach; say --goal {key}=VALUE", key=key)
        )
    return Goal(metric=aim.metric, value=aim.value, period=aim.period)


def lever_called(project: Project, words: str) -> LeverRange:
    """A lever with its bounds: KEY or KEY=LOW..HIGH; raises as `goal_called` does."""
    from workbench.planning.assumptions import number_for
    from workbench.planning.naming import metric_called
    from workbench.planning.solve import LeverRange

    key, bounds = _halves(words)
    metric = metric_called(project, key)
    if not bounds:
        return LeverRange(metric.key)
    found = _RANGE.fullmatch(bounds)
    if found is None:
        raise WrongUsage(text("--lever takes KEY or KEY=LOW..HIGH, not “{words}”", words=words))
    low, high = (number_for(metric, end.strip()) for end in found.groups())
    return LeverRange(metric.key, low, high)


def refuse(problem: Problem, project: Project) -> BadInput:
    """Why there is no answer, with the metric and the month where that began."""
    metric = project.metric_by_key.get(problem.metric)
    if metric is None:
        return BadInput(problem.reason)
    if problem.month is None:
        return BadInput(text("“{metric}”: {reason}", metric=metric.name, reason=problem.reason))
    return BadInput(
        text(
            "“{metric}”, {month}: {reason}",
            metric=metric.name,
            month=MonthName(project.calendar.month(problem.month)),
            reason=problem.reason,
        )
    )


def _halves(words: str) -> tuple[str, str]:
    key, _, value = words.partition("=")
    return key.strip(), value.strip()
