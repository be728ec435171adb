"""What can be done to the scenario that is shown, and which tab of the plan is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.texts import Text, context, text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice

# The tabs by the name their widgets go by, in the order of the job.
TABS: dict[str, Text] = {
    "overview": text("Overview"),
    "months": text("Months"),
    "compare": text("Compare"),
    "team": text("Team"),
    "pay": text("Pay"),
    "growth": text("Growth goal"),
    "credit": context("plan", "Credit"),
}


class Hands(Protocol):
    """What actions need of the window: the field for a name, and the tabs."""

    def rename(self) -> None:
        """Open the name of the scenario."""

    def open_tab(self, name: str) -> None:
        """Open a tab of the plan."""


class Commands:
    """Actions of the plan as a whole."""

    def __init__(self, desk: Desk, choice: Choice, hands: Hands) -> None:
        self._desk = desk
        self._choice = choice
        self._hands = hands
        self.scenario = (
            Action("plan.scenario.add", text("New scenario"), self.add, icon="plus", group=2),
            Action("plan.scenario.rename", text("Rename the scenario"), self.rename,
                   self._has_scenario, icon="edit", group=2),
            Action("plan.scenario.remove", text("Remove the scenario"), self.remove,
                   self._has_scenario, icon="trash", group=2),
        )  # fmt: skip
        self.tabs = tuple(
            Action(f"plan.tab.{name}", text("Plan: {tab}", tab=words), self._opener(name), group=4)
            for name, words in TABS.items()
        )

    @property
    def all(self) -> tuple[Action, ...]:
        """Every action of the plan as a whole."""
        return (*self.scenario, *self.tabs)

    def add(self) -> None:
        """A new scenario, ready to be named."""
        self._desk.go("plan")
        self._choice.scenarios.add()
        self._hands.rename()

    def rename(self) -> None:
        """Another name for the scenario that is shown."""
        self._desk.go("plan")
        self._hands.rename()

    def remove(self) -> None:
        """The scenario that is shown taken out."""
        self._choice.scenarios.remove()

    def _opener(self, name: str) -> Callable[[], None]:
        def open_tab() -> None:
            self._desk.go("plan")
            self._hands.open_tab(name)

        return open_tab

    def _has_scenario(self) -> bool:
        return self._choice.scenario is not None
