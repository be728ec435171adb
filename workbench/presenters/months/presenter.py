"""Decides what the plan shows, and keeps it up with the project, the language and the selection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from workbench.base.texts import Text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.months.cells import Cells
from workbench.presenters.months.goal import goal_picture
from workbench.presenters.months.picture import GoalPicture, Table
from workbench.presenters.months.rows import Rows
from workbench.presenters.months.tips import cell_tip, name_tip, total_tip
from workbench.presenters.plan.choice import Choice
from workbench.presenters.selection import Selected


class MonthsView(Protocol):
    """What can be shown of the plan."""

    def show_table(self, table: Table) -> None:
        """Show the metrics over the months."""

    def show_goal(self, goal: GoalPicture | None) -> None:
        """Show the goal beside the forecast, or that there is none."""

    def show_selected(self, keys: tuple[Key, ...]) -> None:
        """Show which metrics are selected elsewhere."""


class MonthsPresenter:
    """Works only while its place can be seen: what happens meanwhile is caught up with."""

    def __init__(self, desk: Desk, choice: Choice, view: MonthsView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._rows = Rows()
        self._table = Table()
        self._visible = False
        self._inputs_only = False
        self.cells = Cells(desk, choice.numbers, self.order)
        choice.changed.connect(self._refresh)
        desk.selection.changed.connect(self._on_selected)

    @property
    def inputs_only(self) -> bool:
        """Whether computed metrics are left out."""
        return self._inputs_only

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
        return self._said(cell_tip(metric, month, self._choice.numbers(), self._desk.language))

    def total_tip(self, key: Key) -> str:
        """How a total comes about."""
        metric = self._desk.project.metric(key)
        return self._said(total_tip(metric, self._choice.numbers(), self._desk.language))

    def _said(self, lines: Iterable[Text]) -> str:
        return "\n".join(self._desk.say(line) for line in lines)

    def _refresh(self) -> None:
        if self._visible:
            self._show_table()
            self._show_goal()

    def _show_table(self) -> None:
        table = self._rows.table(
            self._choice.numbers(), self._desk.language, inputs_only=self._inputs_only
        )
        if table != self._table:
            self._table = table
            self._view.show_table(table)

    def _show_goal(self) -> None:
        goal = self._choice.goal
        picture = goal_picture(self._choice.numbers(), goal, self._desk.language) if goal else None
        self._view.show_goal(picture)

    def _on_selected(self, selected: Selected) -> None:
        if self._visible:
            self._view.show_selected(selected.metrics)
