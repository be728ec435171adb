"""Keeps the board up with the project, and while a slider moves only what has to follow."""

from __future__ import annotations

from typing import Protocol

from workbench.document.plan import Goal
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.team_plan import TeamPlan
from workbench.presenters.background import Background
from workbench.presenters.charts import SharesPicture, TornadoPicture
from workbench.presenters.desk import Desk
from workbench.presenters.months.goal import goal_picture
from workbench.presenters.months.picture import GoalPicture
from workbench.presenters.months.tips import reason
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.numbers import Numbers
from workbench.presenters.plan.overview.effects import control, tornado
from workbench.presenters.plan.overview.levers import Levers
from workbench.presenters.plan.overview.outlook import Outlook
from workbench.presenters.plan.overview.picture import LeversPicture, RiskPicture
from workbench.presenters.plan.team.picture import HiringRow
from workbench.presenters.plan.team.table import hiring_rows


class OverviewView(Protocol):
    """What can be shown on the board."""

    def show_levers(self, picture: LeversPicture) -> None:
        """Show the levers and their outcome."""

    def show_effects(self, picture: TornadoPicture | None, why: str) -> None:
        """Show what moves the goal, or why that is not known."""

    def show_control(self, picture: SharesPicture) -> None:
        """Show who controls which KPI."""

    def show_risk(self, picture: RiskPicture) -> None:
        """Show how likely the goal is."""

    def show_months(self, picture: GoalPicture | None) -> None:
        """Show how the months come up to the goal."""

    def show_team(self, rows: tuple[HiringRow, ...]) -> None:
        """Show whom to hire."""


class OverviewPresenter:
    """Works only while its tab can be seen."""

    def __init__(
        self,
        desk: Desk,
        choice: Choice,
        view: OverviewView,
        for_levers: Background,
        for_risk: Background,
    ) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._visible = False
        self._is_control = False
        self.levers = Levers(desk, choice, for_levers)
        self.outlook = Outlook(desk, choice, for_risk)
        choice.changed.connect(self._on_changed)
        choice.tried.connect(self._on_tried)
        self.levers.changed.connect(self._on_levers_changed)
        self.outlook.changed.connect(self._on_outlook_changed)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self._on_changed()

    def show_control(self, wanted: bool) -> None:
        """Who controls which KPI, instead of what moves the goal."""
        self._is_control = wanted
        if self._visible:
            self._show_effects(self._choice.numbers())

    def select(self, metric: Key) -> None:
        """Let the inspector show a metric."""
        self._desk.selection.metrics([metric])

    def select_role(self, role: Key) -> None:
        """Let the inspector show a role."""
        self._desk.selection.role(role)

    def _on_changed(self) -> None:
        if not self._visible:
            return
        self._on_tried()
        numbers = self._choice.numbers()
        self._show_effects(numbers)
        self._view.show_team(hiring_rows(TeamPlan(numbers.chosen), self._desk.language))
        self.outlook.look()
        self._view.show_risk(self.outlook.picture())

    def _on_tried(self) -> None:
        if self._visible:
            self._view.show_levers(self.levers.picture())
            self._view.show_months(self._months(self._choice.trial()))

    def _on_levers_changed(self) -> None:
        if self._visible:
            self._view.show_levers(self.levers.picture())

    def _on_outlook_changed(self) -> None:
        if self._visible:
            self._view.show_risk(self.outlook.picture())

    def _months(self, numbers: Numbers) -> GoalPicture | None:
        goal = self._choice.goal
        return goal_picture(numbers, goal, self._desk.language) if goal else None

    def _show_effects(self, numbers: Numbers) -> None:
        goal = self._choice.goal
        if self._is_control:
            self._view.show_control(control(numbers.chosen, self._desk.language))
        elif goal is None:
            self._view.show_effects(None, "")
        else:
            self._show_tornado(numbers, goal)

    def _show_tornado(self, numbers: Numbers, goal: Goal) -> None:
        found = tornado(numbers.chosen, goal, self._desk.language)
        if isinstance(found, Problem):
            metric = numbers.project.metric(goal.metric)
            why = reason(found, metric, numbers.project, self._desk.language)
            self._view.show_effects(None, self._desk.say(why))
        else:
            self._view.show_effects(found, "")
