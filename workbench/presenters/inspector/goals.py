"""Goals of the project as rows and as edits; a goal is found by its place in the list."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.base.texts import Text, context, text
from workbench.document.edits.project import SetMembers
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.goals import progress
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import ChoiceRow, FactRow, ItemRow, NumberRow, Option, Row
from workbench.presenters.inspector.wishes import Chosen, Numbered, Removed, Wish
from workbench.presenters.measures import NOTHING, shown_value
from workbench.presenters.tones import Tone

_PERIODS: dict[str, Text] = {
    "month": context("goal", "a month"),
    "quarter": context("goal", "a quarter"),
    "year": context("goal", "a year"),
    "plan": context("goal", "the whole plan"),
}
_FIGURES = 3


def goal_rows(desk: Desk, at: int, label: str) -> tuple[Row, ...]:
    """One goal: its value and period to change, and how far the forecast is from it."""
    goal = desk.project.goals[at]
    metric = desk.project.metric(goal.metric)
    value = NumberRow(
        key=f"goal {at} value",
        label=desk.say(text("Value of the goal")),
        value=goal.value,
        share=metric.is_share,
        currency=desk.project.client.currency if metric.unit == "money" else "",
    )
    period = ChoiceRow(
        key=f"goal {at} period",
        label=desk.say(text("Period of the goal")),
        options=tuple(Option(key, desk.say(words)) for key, words in _PERIODS.items()),
        chosen=goal.period,
    )
    item = ItemRow(
        key=f"goal {at}",
        label=label,
        parts=(value, period),
        remove=desk.say(text("Remove the goal")),
    )
    return item, _reach(desk, goal, at)


def answer(desk: Desk, wish: Wish) -> bool:
    """Change or remove the goal a wish is about; False when it is about none."""
    name, _, rest = wish.row.partition(" ")
    number, _, member = rest.partition(" ")
    if name != "goal" or not number.isdigit() or int(number) >= len(desk.project.goals):
        return False
    at = int(number)
    match wish:
        case Numbered(_, float() | int() as value, stepped) if member == "value":
            _change(desk, at, ("step", wish.row) if stepped else None, value=value)
        case Chosen(_, option) if member in ("period", "metric"):
            _change(desk, at, None, **{member: option})
        case Removed():
            _set(desk, [g for i, g in enumerate(desk.project.goals) if i != at], _title(desk, at))
        case _:
            pass
    return True


def add_goal(desk: Desk, key: Key) -> None:
    """A goal for a metric, at first what the plan gives already, in round figures."""
    metric = desk.project.metric(key)
    value = _round(desk.forecast, key)
    sums = metric.over_time == "sum"
    goal = Goal(metric=key, value=value, period="month" if sums else "plan")
    title = text("Make “{name}” a goal", name=metric.name)
    _set(desk, [*desk.project.goals, goal], title)


def _round(forecast: Forecast, key: Key) -> float:
    monthly = forecast.monthly(key)
    return 0.0 if isinstance(monthly, Problem) else float(f"{monthly:.{_FIGURES}g}")


def _reach(desk: Desk, goal: Goal, at: int) -> FactRow:
    reached = progress(desk.forecast, goal)
    metric: Metric = desk.project.metric(goal.metric)
    label = desk.say(text("Forecast"))
    key = f"goal {at} forecast"
    if isinstance(reached.forecast, Problem):
        tip = desk.say(reached.forecast.reason)
        return FactRow(key=key, label=label, words=NOTHING, tone="bad", tip=tip)
    shown = shown_value(metric, reached.forecast, desk.project, desk.language, compact=True)
    share = reached.share
    if share is None:
        return FactRow(key=key, label=label, words=shown)
    words = f"{shown} · {desk.language.percent(share)}"
    return FactRow(key=key, label=label, words=words, tone=_tone(metric, share), strong=True)


def _tone(metric: Metric, share: float) -> Tone:
    met = share <= 1 if metric.better == "lower" else share >= 1
    return "good" if met else "warn"


def _change(desk: Desk, at: int, run: object, **changes: object) -> None:
    goals = tuple(g.having(**changes) if i == at else g for i, g in enumerate(desk.project.goals))
    _set(desk, goals, _title(desk, at), run)


def _title(desk: Desk, at: int) -> Text:
    project: Project = desk.project
    return text("Change the goal “{name}”", name=project.metric(project.goals[at].metric).name)


def _set(desk: Desk, goals: Sequence[Goal], title: Text, run: object = None) -> None:
    desk.do(SetMembers({"goals": tuple(goals)}, title), run)
