"""Decides what the plan shows, and keeps it up with the project, the language and the selection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.document.value import Key
from workbench.planning.forward import calculate
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.months.cells import Cells
from workbench.presenters.months.goal import goal_for, goal_picture
from workbench.presenters.months.picture import GoalPicture, Switch, Table
from workbench.presenters.months.rows import Numbers, Rows
from workbench.presenters.months.scenarios import Scenarios
from workbench.presenters.months.tips import cell_tip, name_tip, total_tip
from workbench.presenters.selection import Selected


class MonthsView(Protocol):
    """What can be shown of the plan."""

    def show_table(self, table: Table) -> None:
        """Show the metrics over the months."""

    def show_switch(self, switch: Switch) -> None:
        """Show the base and the scenarios."""

    def show_goal(self, goal: GoalPicture | None) -> None:
        """Show the goal beside the forecast, or that there is none."""

    def show_selected(self, keys: tuple[Key, ...]) -> None:
        """Show which metrics are selected elsewhere."""


class MonthsPresenter:
    """Works only while its place can be seen: what happens meanwhile is caught up with."""

    def __init__(self, desk: Desk, view: MonthsView) -> None:
        self._desk = desk
        self._view = view
        self._rows = Rows()
        self._table = Table()
        self._switch: Switch | None = None
        self._visible = False
        self._inputs_only = False
        self._numbers = Numbers(desk.forecast, desk.forecast)
        self.scenarios = Scenarios(desk)
        self.cells = Cells(desk, self.numbers, self.order)
        self.scenarios.changed.connect(self._refresh)
        desk.calculation.updated.connect(self._on_updated)
        desk.language_changed.connect(self._on_language_changed)
        desk.selection.changed.connect(self._on_selected)

    @property
    def inputs_only(self) -> bool:
        """Whether computed metrics are left out."""
        return self._inputs_only

    def numbers(self) -> Numbers:
        """The base and what is shown of it."""
        chosen, base = self.scenarios.chosen, self._desk.forecast
        if self._numbers.base is not base or self._numbers.scenario != chosen:
            forecast = calculate(base.project, chosen) if chosen else base
            self._numbers = Numbers(base, forecast)
        return self._numbers

    def order(self) -> tuple[Key, ...]:
        """The metrics from top to bottom."""
        return self._table.keys

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self._refresh()
        if visible:
            self._view.show_selected(self._desk.selection.selected.metrics)

    def set_inputs_only(self, only: bool) -> None:
        """Leave computed metrics out, or show them again."""
        self._inputs_only = only
        self._refresh()

    def select(self, keys: Iterable[Key]) -> None:
        """The metrics whose rows are selected; the inspector shows them."""
        self._desk.selection.metrics(keys)

    def go_there(self) -> None:
        """Open the place of the plan."""
        self._desk.go("plan")

    def show_project(self) -> None:
        """Let the inspector show the project, where goals are set."""
        self._desk.selection.clear()

    def name_tip(self, key: Key) -> str:
        """What there is to know about a metric."""
        metric = self._desk.project.metric(key)
        return self._said(name_tip(metric, self._desk.project))

    def cell_tip(self, key: Key, month: int) -> str:
        """How the number of a month comes about."""
        metric = self._desk.project.metric(key)
        return self._said(cell_tip(metric, month, self.numbers(), self._desk.language))

    def total_tip(self, key: Key) -> str:
        """How a total comes about."""
        metric = self._desk.project.metric(key)
        return self._said(total_tip(metric, self.numbers(), self._desk.language))

    def _said(self, lines: Iterable[Text]) -> str:
        return "\n".join(self._desk.say(line) for line in lines)

    def _refresh(self) -> None:
        if self._visible:
            self._show_table()
            self._show_switch()
            self._show_goal()

    def _show_table(self) -> None:
        table = self._rows.table(self.numbers(), self._desk.language, inputs_only=self._inputs_only)
        if table != self._table:
            self._table = table
            self._view.show_table(table)

    def _show_switch(self) -> None:
        switch = self.scenarios.switch()
        if switch != self._switch:
            self._switch = switch
            self._view.show_switch(switch)

    def _show_goal(self) -> None:
        goal = goal_for(self._desk.project, self._desk.selection.selected.metric)
        picture = goal_picture(self.numbers(), goal, self._desk.language) if goal else None
        self._view.show_goal(picture)

    def _on_updated(self, _update: Update) -> None:
        self._refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self._refresh()

    def _on_selected(self, selected: Selected) -> None:
        if self._visible:
            self._show_goal()
            self._view.show_selected(selected.metrics)
