"""The work place of the plan: scenarios and the goal above, tabs below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.commands import TABS, Commands
from workbench.presenters.plan.header import GoalLine, HeaderPresenter
from workbench.presenters.plan.scenarios import Switch
from workbench.ui.form.segments import Segments
from workbench.ui.look import label
from workbench.ui.panels.plan.action_menu import ActionMenu
from workbench.ui.panels.plan.goal_bar import GoalBar
from workbench.ui.panels.plan.scenario_tabs import ScenarioTabs
from workbench.ui.panels.plan.tab import Tab
from workbench.ui.panels.plan.tabs import tab_makers
from workbench.ui.theme import Theme
from workbench.ui.words import Words

# The tabs beside which things are changed in the inspector.
_INSPECTED = ("months", "team", "pay")


class PlanPlace(QWidget):
    """Tabs are made when they are first opened; `grown` brings the actions of a new one.

    `inspected` tells whether the inspector has something to do beside the tab that is open.
    """

    grown = Signal(object)
    inspected = Signal(bool)
    records: tuple[Action, ...]

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self.choice = Choice(desk)
        self._makers = tab_makers(desk, theme, words, self.choice)
        self._made: dict[str, Tab] = {}
        self._open = ""
        self._segments, self._stack = Segments(), QStackedWidget()
        self._scenarios = ScenarioTabs(theme, words)
        self._goal = GoalBar(desk, theme, words)
        self._presenter = HeaderPresenter(desk, self.choice, self)
        self._commands = Commands(desk, self.choice, self)
        self._lay_out(words)
        self._connect()
        self.open_tab(next(iter(TABS)))
        self.records = (*self._commands.all, *self.actions_of_tabs())

    @property
    def state(self) -> str:
        """The tab that is open, to be opened again the next time."""
        return self._open

    def restore(self, state: str) -> None:
        """Open the tab of the last time, where there still is such a tab."""
        if state in TABS:
            self.open_tab(state)

    def actions_of_tabs(self) -> tuple[Action, ...]:
        """The actions of the tabs that are made."""
        return tuple(action for tab in self._made.values() for action in tab.records)

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

    def open_tab(self, name: str) -> None:
        """Open a tab, making it if need be, and give it the keyboard."""
        tab = self.tab(name)
        self._show_tabs(name)
        self._stack.setCurrentWidget(tab)
        self.setFocusProxy(tab)
        self._open = name
        if self.isVisible():
            self.inspected.emit(name in _INSPECTED)
            tab.setFocus()

    def tab(self, name: str) -> Tab:
        """The widget of a tab."""
        if name not in self._made:
            tab = self._makers[name]()
            self._made[name] = tab
            self._stack.addWidget(tab)
            self.grown.emit(tab.records)
        return self._made[name]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._presenter.set_visible(True)
        self.inspected.emit(self._open in _INSPECTED)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest until the place is open again."""
        super().hideEvent(event)
        self._presenter.set_visible(False)

    def _lay_out(self, words: Words) -> None:
        title = label("title")
        words.put(title, "setText", text("Plan"))
        words.put(self._segments, "setAccessibleName", text("Part of the plan"))
        head, tabs = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(title)
        head.addWidget(self._scenarios, 1)
        head.addWidget(self._goal)
        tabs.addWidget(self._segments)
        tabs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._scenarios.serve(self.choice.scenarios)
        self._goal.serve(self._presenter)
        self._goal.solve_wanted.connect(self._on_solve)
        self._segments.picked.connect(self._on_tab_picked)
        self._scenarios.menu_wanted.connect(self._on_scenario_menu)
        self._desk.language_changed.connect(self._on_language_changed)

    def _show_tabs(self, chosen: str) -> None:
        options = tuple(Option(name, self._desk.say(words)) for name, words in TABS.items())
        self._segments.show_options(options, chosen)

    def _on_tab_picked(self, picked: Added) -> None:
        if picked.words:
            self.open_tab(picked.words)

    def _on_solve(self) -> None:
        self.open_tab("overview")
        self.tab("overview").solve()  # type: ignore[attr-defined]

    def _on_scenario_menu(self, place: QPoint) -> None:
        ActionMenu(self._commands.scenario, self._desk, self).open_at(place)

    def _on_language_changed(self, _language: Language) -> None:
        self._show_tabs(self._open)
