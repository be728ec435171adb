"""Decides what the comparison of scenarios shows, and what can be done to one of them there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.compare.comparison import Comparison
from workbench.presenters.plan.compare.table import BASE, Columns, CompareTable


class CompareView(Protocol):
    """What can be shown of the scenarios."""

    def show_compared(self, table: CompareTable | None) -> None:
        """Show the scenarios side by side, or that there is none."""

    def rename(self, key: Key) -> None:
        """Open the name of a scenario."""

    def give(self, words: str) -> None:
        """Put something into the clipboard."""


class ComparePresenter:
    """Works only while its tab can be seen."""

    def __init__(self, desk: Desk, choice: Choice, view: CompareView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._visible = False
        self._shown: CompareTable | None = None
        self._is_shown = False
        choice.changed.connect(self._refresh)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self._refresh()

    def has_scenarios(self) -> bool:
        """Whether there is anything to compare."""
        return bool(self._desk.project.scenarios)

    def choose(self, key: Key) -> None:
        """Show a scenario, or the base, in the whole plan."""
        self._choice.choose(key if key != BASE else None)

    def add(self) -> None:
        """A new scenario, a copy of what is shown."""
        self._choice.scenarios.add()

    def rename(self, name: str) -> None:
        """Another name for the scenario that is chosen."""
        self._choice.scenarios.rename(name)

    def copy(self) -> None:
        """The whole table into the clipboard."""
        if self.has_scenarios():
            self._view.give(self._columns().text())
            self._desk.tell(text("The comparison is in the clipboard"), wrong=False)

    def menu(self, key: Key) -> tuple[Action, ...]:
        """What can be done to a scenario, or to the base."""
        is_scenario = key != BASE

        def does(then: Callable[[], None]) -> Callable[[], None]:
            def run() -> None:
                self.choose(key)
                then()

            return run

        return (
            Action("plan.compare.show", text("Show in the whole plan"), does(_nothing)),
            Action("plan.compare.duplicate", text("Copy the scenario") if is_scenario
                   else text("New scenario"), does(self.add), icon="plus", group=1),
            Action("plan.compare.rename", text("Rename the scenario"),
                   does(lambda: self._view.rename(key)), lambda: is_scenario, icon="edit", group=1),
            Action("plan.compare.remove", text("Remove the scenario"),
                   does(self._choice.scenarios.remove), lambda: is_scenario, icon="trash", group=1),
            Action("plan.compare.copy", text("Copy the table"), self.copy, icon="copy", group=2),
        )  # fmt: skip

    def _refresh(self) -> None:
        if not self._visible:
            return
        table = self._columns().table() if self.has_scenarios() else None
        if table != self._shown or not self._is_shown:
            self._shown, self._is_shown = table, True
            self._view.show_compared(table)

    def _columns(self) -> Columns:
        scenario = self._choice.scenario
        base, *others = self._choice.forecasts.all()
        return Columns(
            Comparison(base, tuple(others)), scenario.key if scenario else None, self._desk.language
        )


def _nothing() -> None:
    """Choosing is all there is to do."""
