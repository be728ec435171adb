"""What stands above every tab of the plan: the scenarios and the goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workbench.base.texts import Text, context, text
from workbench.document.edits.project import SetMembers
from workbench.document.plan import Goal
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.goals import add_goal
from workbench.presenters.inspector.rows import Option
from workbench.presenters.measures import currency_sign
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.scenarios import Switch

PERIODS: dict[str, Text] = {
    "month": text("/mo"),
    "quarter": context("goal", "/quarter"),
    "year": context("goal", "/year"),
    "plan": context("goal", "over the plan"),
}


@dataclass(frozen=True, slots=True)
class GoalLine:
    """The goal to be chosen and changed; `value` in the unit of its metric, `after` beside it."""

    names: tuple[str, ...] = ()
    chosen: int = 0
    value: float | None = None
    share: bool = False
    after: str = ""


class HeaderView(Protocol):
    """What can be shown above the tabs."""

    def show_switch(self, switch: Switch) -> None:
        """Show the base and the scenarios."""

    def show_goal_line(self, line: GoalLine | None) -> None:
        """Show the goal, or that there is none."""

    def show_candidates(self, candidates: tuple[Option, ...], words: str) -> None:
        """Show which metrics could be a goal, where there is none yet."""


class HeaderPresenter:
    """Works only while its place can be seen."""

    def __init__(self, desk: Desk, choice: Choice, view: HeaderView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._switch: Switch | None = None
        self._visible = False
        choice.changed.connect(self._refresh)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self._refresh()

    def choose_goal(self, at: int) -> None:
        """Hold the plan against another goal."""
        self._choice.choose_goal(self._desk.project.goals[at])

    def change_goal(self, value: float | None) -> None:
        """Another value for the goal; an emptied field changes nothing."""
        goal = self._choice.goal
        if goal is None or value is None:
            self._refresh()
            return
        name = self._desk.project.metric(goal.metric).name
        goals = tuple(
            one.having(value=value) if one is goal else one for one in self._desk.project.goals
        )
        self._desk.do(SetMembers({"goals": goals}, text("Change the goal “{name}”", name=name)))

    def set_goal(self, key: Key) -> None:
        """Make a metric a goal, at first of what the plan gives already."""
        add_goal(self._desk, key)

    def _refresh(self) -> None:
        if not self._visible:
            return
        switch = self._choice.scenarios.switch()
        if switch != self._switch:
            self._switch = switch
            self._view.show_switch(switch)
        self._view.show_goal_line(self._line())
        if self._choice.goal is None:
            words = self._desk.say(text("Set a goal"))
            self._view.show_candidates(self._candidates(), words)

    def _line(self) -> GoalLine | None:
        goal, project = self._choice.goal, self._desk.project
        if goal is None:
            return None
        metric = project.metric(goal.metric)
        sign = currency_sign(project.client.currency) if metric.unit == "money" else ""
        period = self._desk.say(PERIODS[goal.period]) if metric.over_time == "sum" else ""
        return GoalLine(
            tuple(self._named(one) for one in project.goals),
            project.goals.index(goal),
            goal.value,
            metric.is_share,
            f"{sign} {period}".strip(),
        )

    def _candidates(self) -> tuple[Option, ...]:
        """Results in money first: they are what a plan is made for."""
        found = [metric for metric in self._desk.project.metrics if metric.is_computed]
        ordered = sorted(found, key=lambda metric: metric.unit != "money")
        return tuple(Option(metric.key, metric.name) for metric in ordered)

    def _named(self, goal: Goal) -> str:
        return self._desk.project.metric(goal.metric).name
