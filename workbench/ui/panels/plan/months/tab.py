"""The tab with the plan by months."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.months.commands import Commands
from workbench.presenters.months.picture import Block, GoalPicture, Table
from workbench.presenters.months.presenter import MonthsPresenter
from workbench.presenters.plan.choice import Choice
from workbench.ui.look import button
from workbench.ui.panels.plan.action_menu import ActionMenu, shortcut_of
from workbench.ui.panels.plan.months.goal_card import GoalCard
from workbench.ui.panels.plan.months.legend import Legend
from workbench.ui.panels.plan.months.table import MonthsTable
from workbench.ui.panels.tab import Tab
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_NARROW = 780


class MonthsTab(Tab):
    """The goal on top, metrics by months below."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self._desk = desk
        self._table = MonthsTable(desk, theme, words)
        self._goal = GoalCard(theme, words)
        self._same, self._inputs = button(), button()
        self._legend = Legend(theme, words)
        self.presenter = MonthsPresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self._commands = Commands(self.presenter, self)
        self.records = self._commands.all
        self._lay_out(words)
        self._connect()
        self.setFocusProxy(self._table.months)

    def show_table(self, table: Table) -> None:
        """Show the metrics over the months."""
        self._table.show_table(table)
        self._legend.show_scenario(table.compared)

    def show_goal(self, goal: GoalPicture | None) -> None:
        """Show the goal beside the forecast."""
        self._goal.show_goal(goal)

    def show_selected(self, keys: tuple[str, ...]) -> None:
        """Show which metrics are selected elsewhere."""
        self._table.show_selected(keys)

    def block(self) -> Block | None:
        """The selected rectangle of metrics and months; nothing that is out of sight."""
        return self._table.block() if self.isVisible() else None

    def taken(self) -> str:
        """What is in the clipboard."""
        return QGuiApplication.clipboard().text()

    def give(self, words: str) -> None:
        """Put something into the clipboard."""
        QGuiApplication.clipboard().setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a narrow window."""
        super().resizeEvent(event)
        self._goal.set_narrow(self.width() < _NARROW)

    def _lay_out(self, words: Words) -> None:
        words.put(self._same, "setText", text("Into all months"))
        words.put(
            self._same,
            "setToolTip",
            text("Every month of a row gets the value of the selected one (Ctrl+Shift+E)"),
        )
        words.put(self._inputs, "setText", text("Inputs only"))
        self._inputs.setCheckable(True)
        tools, top = QHBoxLayout(), QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._same)
        tools.addWidget(self._inputs)
        tools.addStretch()
        left = QVBoxLayout()
        left.addLayout(tools)
        left.addStretch()
        left.addWidget(self._legend)
        top.setSpacing(16)
        top.addLayout(left)
        top.addWidget(self._goal, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        column.addStretch()

    def _connect(self) -> None:
        self._table.serve(self.presenter)
        self._table.pressed_key.connect(self._on_key)
        self._table.menu_wanted.connect(self._on_table_menu)
        self._goal.goal_wanted.connect(self.presenter.show_project)
        self._same.clicked.connect(self._commands.same)
        self._inputs.toggled.connect(self.presenter.set_inputs_only)

    def _on_key(self, event: QKeyEvent) -> None:
        """Shortcuts of the place work in the table even where no menu has them."""
        keys = QKeySequence(event.keyCombination())
        if event.key() == Qt.Key.Key_Backspace:
            keys = QKeySequence(Qt.Key.Key_Delete)  # the key a Mac calls delete
        for action in self._commands.table:
            if shortcut_of(action) == keys:
                event.accept()
                action.run()

    def _on_table_menu(self, place: QPoint) -> None:
        ActionMenu(self._commands.table, self._desk, self).open_at(place)
