"""Keeps the tab of the team up with the plan, and plans the people that are missing."""

from __future__ import annotations

from typing import Protocol

from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.team_plan import TeamPlan
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.team.delivery import delivery_picture, endless_words
from workbench.presenters.plan.team.detail import role_detail
from workbench.presenters.plan.team.economics import economics_picture
from workbench.presenters.plan.team.hiring import hire_edit, hiring
from workbench.presenters.plan.team.picture import (
    DeliveryPicture,
    EconomicsPicture,
    HiringRow,
    RoleDetail,
)
from workbench.presenters.plan.team.table import hiring_rows
from workbench.presenters.selection import Selected


class TeamView(Protocol):
    """What can be shown of the team."""

    def show_rows(self, rows: tuple[HiringRow, ...], chosen: Key | None) -> None:
        """Show whom to hire, with the role that is looked at."""

    def show_detail(self, detail: RoleDetail | None) -> None:
        """Show one role by month, or that there is none."""

    def show_delivery(self, picture: DeliveryPicture) -> None:
        """Show what the team can deliver of the goal."""

    def show_economics(self, picture: EconomicsPicture) -> None:
        """Show what units and customers cost."""


class TeamPresenter:
    """Works only while its tab can be seen."""

    def __init__(self, desk: Desk, choice: Choice, view: TeamView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._team = TeamPlan(desk.forecast)
        self._role: Key | None = desk.selection.selected.role
        self._visible = False
        choice.changed.connect(self._refresh)
        desk.selection.changed.connect(self._on_selected)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the plan."""
        self._visible = visible
        self._refresh()

    def choose(self, role: Key) -> None:
        """Look at a role; the inspector shows it, where its people can be changed."""
        self._desk.selection.role(role)

    @property
    def can_hire(self) -> bool:
        """Whether anybody is missing; asked after every edit, so it must be known at once."""
        found = (plan.vacancies for plan in self._current.plans)
        return any(missing for missing in found if not isinstance(missing, Problem))

    def hire(self) -> None:
        """Plan as many people as the plan needs."""
        forecast = self._choice.numbers().chosen
        found = hiring(forecast)
        if found.people:
            self._desk.do(hire_edit(forecast, found))
        elif found.endless:
            self._desk.tell(endless_words(forecast.project, found))

    @property
    def _current(self) -> TeamPlan:
        """The team of what is shown now."""
        forecast = self._choice.numbers().chosen
        if self._team.forecast is not forecast:
            self._team = TeamPlan(forecast)
        return self._team

    @property
    def chosen(self) -> Key | None:
        """The role that is looked at: the one selected, else the first that lacks people."""
        plans = self._current.plans
        keys = [plan.role.key for plan in plans]
        if self._role in keys:
            return self._role
        lacking = (plan.role.key for plan in plans if plan.hire_by)
        able = (plan.role.key for plan in plans if plan.role.capacity)
        return next(lacking, None) or next(able, None) or next(iter(keys), None)

    def _refresh(self) -> None:
        if not self._visible:
            return
        team, language = self._current, self._desk.language
        self._show_role()
        found = hiring(team.forecast)
        self._view.show_delivery(delivery_picture(team, self._choice.goal, found, language))
        self._view.show_economics(economics_picture(team, language))

    def _show_role(self) -> None:
        team, language, chosen = self._current, self._desk.language, self.chosen
        self._view.show_rows(hiring_rows(team, language), chosen)
        plan = next((plan for plan in team.plans if plan.role.key == chosen), None)
        self._view.show_detail(role_detail(team, plan, language) if plan else None)

    def _on_selected(self, selected: Selected) -> None:
        if selected.role is None or selected.role == self._role:
            return
        self._role = selected.role
        if self._visible:
            self._show_role()
