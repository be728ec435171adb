"""What the status bar says: saved or not, the goal, the forecast."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import plural, text
from workbench.document.plan import Goal
from workbench.formula.values import Problem
from workbench.planning.goals import progress
from workbench.presenters.desk import Desk
from workbench.presenters.measures import shown_value
from workbench.presenters.tones import Tone

_PERIODS = {
    "month": text("month"),
    "quarter": text("quarter"),
    "year": text("year"),
    "plan": text("whole plan"),
}


@dataclass(frozen=True, slots=True)
class StatusPicture:
    """The texts of the status bar; empty ones are not shown."""

    period: str = ""
    goal: str = ""
    forecast: str = ""
    tone: Tone = ""
    problems: str = ""
    detail: str = ""


def status(desk: Desk) -> StatusPicture:
    """The status of the open project: its first goal beside what the plan gives."""
    problems = _problems(desk)
    goals = desk.project.goals
    if not goals:
        return StatusPicture(goal=desk.say(text("no goal")), problems=problems)
    goal = goals[0]
    forecast, tone = _forecast(desk, goal)
    return StatusPicture(
        period=desk.say(_PERIODS[goal.period]),
        goal=_shown(desk, goal.metric, goal.value),
        forecast=forecast,
        tone=tone,
        problems=problems,
        detail=desk.project.metric(goal.metric).name,
    )


def _forecast(desk: Desk, goal: Goal) -> tuple[str, Tone]:
    reached = progress(desk.forecast, goal)
    if isinstance(reached.forecast, Problem):
        return "—", ""
    shown = _shown(desk, goal.metric, reached.forecast)
    share = reached.share
    if share is None:
        return shown, ""
    lower = desk.project.metric(goal.metric).better == "lower"
    met = share <= 1 if lower else share >= 1
    return f"{shown} · {desk.language.percent(round(share, 3))}", "good" if met else "warn"


def _shown(desk: Desk, metric: str, value: float) -> str:
    return shown_value(
        desk.project.metric(metric), value, desk.project, desk.language, compact=True
    )


def _problems(desk: Desk) -> str:
    count = sum(desk.forecast.problem(metric.key) is not None for metric in desk.project.metrics)
    if not count:
        return ""
    return desk.say(plural("{n} metric without a number", "{n} metrics without a number", count))
