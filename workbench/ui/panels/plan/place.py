"""The work place of the plan: scenarios and the goal above, tabs below."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.commands import TABS, Commands
from workbench.presenters.plan.header import GoalLine, HeaderPresenter
from workbench.presenters.plan.scenarios import Switch
from workbench.ui.look import label
from workbench.ui.panels.plan.action_menu import ActionMenu
from workbench.ui.panels.plan.goal_bar import GoalBar
from workbench.ui.panels.plan.scenario_tabs import ScenarioTabs
from workbench.ui.panels.plan.tabs import tab_makers
from workbench.ui.panels.tabbed_place import TabbedPlace
from workbench.ui.theme import Theme
from workbench.ui.words import Words

# The tabs beside which things are changed in the inspector.
_INSPECTED = ("months", "team", "pay")


class PlanPlace(TabbedPlace):
    """What is chosen here, the actuals are held against too."""

    records: tuple[Action, ...]

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__(desk, TABS, tab_makers(desk, theme, words, choice), _INSPECTED)
        self.choice = choice
        self._scenarios = ScenarioTabs(theme, words)
        self._goal = GoalBar(desk, theme, words)
        self._presenter = HeaderPresenter(desk, choice, self)
        self._commands = Commands(desk, choice, self)
        self._put_together(words)
        self._connect()
        self.open_tab(next(iter(TABS)))
        self.records = (*self._commands.all, *self.actions_of_tabs())

    def show_switch(self, switch: Switch) -> None:
        """Show the base and the scenarios."""
        self._scenarios.show_switch(switch)

    def show_goal_line(self, line: GoalLine | None) -> None:
        """Show the goal, or that there is none."""
        self._goal.show_goal_line(line)

    def show_candidates(self, candidates: tuple[Option, ...], words: str) -> None:
        """Show which metrics could be a goal."""
        self._goal.show_candidates(candidates, words)

    def rename(self) -> None:
        """Open the name of the scenario."""
        self._scenarios.rename()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._presenter.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest until the place is open again."""
        super().hideEvent(event)
        self._presenter.set_visible(False)

    def _put_together(self, words: Words) -> None:
        title = label("title")
        words.put(title, "setText", text("Plan"))
        words.put(self._segments, "setAccessibleName", text("Part of the plan"))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(title)
        head.addWidget(self._scenarios, 1)
        head.addWidget(self._goal)
        self.lay_out(head)

    def _connect(self) -> None:
        self._scenarios.serve(self.choice.scenarios)
        self._goal.serve(self._presenter)
        self._goal.solve_wanted.connect(self._on_solve)
        self._scenarios.menu_wanted.connect(self._on_scenario_menu)

    def _on_solve(self) -> None:
        self.open_tab("overview")
        self.tab("overview").solve()  # type: ignore[attr-defined]

    def _on_scenario_menu(self, place: QPoint) -> None:
        ActionMenu(self._commands.scenario, self._desk, self).open_at(place)
