"""Decides what the growth tab shows, and takes what is typed into it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from workbench.base.errors import WorkbenchError
from workbench.base.numbers import read_number
from workbench.base.texts import text
from workbench.document.edits.goals import SetGoal
from workbench.document.edits.project import SetMembers
from workbench.document.growth import Growth
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.growth import GrowthGoal, growth_goal, revenue_of, revenues_of
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.growth.chain import Wording, chain, history
from workbench.presenters.plan.growth.figures import changed, figures, stored
from workbench.presenters.plan.growth.form import other_entries, sourced, year_entries
from workbench.presenters.plan.growth.parts import parts_of
from workbench.presenters.plan.growth.picture import Builder, GoalButton, Parts, Spot


class GrowthView(Protocol):
    """What can be shown of the growth goal."""

    def show_builder(self, builder: Builder) -> None:
        """Show the fields and the steps."""

    def show_parts(self, parts: Parts | None) -> None:
        """Show the goal taken apart, or that there is none."""


class GrowthPresenter:
    """Works only while its tab can be seen; what is being typed counts at once, and is not kept."""

    def __init__(self, desk: Desk, choice: Choice, view: GrowthView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._visible = False
        self._draft: Growth | None = None
        choice.changed.connect(self._refresh)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self._refresh()

    def typed(self, spot: Spot, words: str) -> None:
        """Show what follows from a number that is still being typed; what is none is left out."""
        try:
            self._draft = changed(figures(self._desk.project), spot, self._read(spot, words))
        except WorkbenchError:
            self._draft = None
        if self._visible:
            self._show_builder()

    def enter(self, spot: Spot, value: float | None, *, stepped: bool = False) -> None:
        """Keep a number."""
        self._draft = None
        try:
            after = changed(figures(self._desk.project), spot, value)
        except WorkbenchError as error:
            self._desk.tell(error.message)
            self._refresh()
            return
        self._keep(after, ("growth", spot) if stepped else None)

    def choose_metric(self, key: Key) -> None:
        """Say which revenue is meant."""
        self._keep(figures(self._desk.project).having(metric=key))

    def set_goal(self) -> None:
        """Make it the goal of the plan, in the place of the metric's earlier goal of a year."""
        growth = figures(self._desk.project)
        metric, goal = self._metric, self._goal(growth_goal(growth))
        if metric is not None and goal is not None:
            kept = stored(growth).having(metric=metric.key)
            if self._desk.do(SetGoal(goal, metric.name, kept)):
                self._choice.choose_goal(goal)

    def _keep(self, growth: Growth, run: Hashable = None) -> None:
        title = text("Change the growth goal")
        if not self._desk.do(SetMembers({"growth": stored(growth)}, title), run):
            self._refresh()

    def _refresh(self) -> None:
        self._draft = None
        if self._visible:
            self._show_builder()
            goal = self._choice.goal
            forecast = self._choice.numbers().chosen
            parts = parts_of(forecast, goal, self._desk.language) if goal else None
            self._view.show_parts(parts)

    def _show_builder(self) -> None:
        project, language = self._desk.project, self._desk.language
        held = figures(project)
        growth = self._draft or held
        goal = growth_goal(growth)
        words = Wording(project.client.currency, language)
        metric = self._metric
        self._view.show_builder(
            Builder(
                tuple(Option(one.key, one.name) for one in revenues_of(project)),
                metric.key if metric else None,
                year_entries(held),
                other_entries(held, language),
                sourced(project, held, goal, words),
                project.client.currency,
                chain(growth, goal, words),
                history(growth, goal, words),
                self._button(goal),
            )
        )

    def _button(self, goal: GrowthGoal) -> GoalButton:
        wanted, say = self._goal(goal), self._desk.say
        if self._metric is None:
            tip = text("No metric is an amount of money that adds up over the months")
            return GoalButton(tip=say(tip))
        if wanted is None:
            return GoalButton(tip=say(text("There is no number to set yet")))
        if wanted in self._desk.project.goals:
            return GoalButton(tip=say(text("This is the goal of the plan already")))
        tip = text("Goal of “{name}” for the year; an earlier one of the year is replaced",
                   name=self._metric.name)  # fmt: skip
        return GoalButton(enabled=True, tip=say(tip))

    @property
    def _metric(self) -> Metric | None:
        return revenue_of(self._desk.project)

    def _goal(self, goal: GrowthGoal) -> Goal | None:
        if self._metric is None or isinstance(goal.target, Problem):
            return None
        return Goal(metric=self._metric.key, value=goal.target, period="year")

    def _read(self, spot: Spot, words: str) -> float | None:
        """The number as its field would hand it over; raises `NotANumber`."""
        if not words.strip():
            return None
        reading = read_number(words, self._desk.language.decimal)
        share = spot.member in ("stretch", "from_leads")
        return reading.value / 100 if share or reading.percent else reading.value
