"""The goal beside the forecast, at the top of the plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.months.picture import GoalPicture
from workbench.ui.look import button, label, set_tone
from workbench.ui.panels.plan.months.month_bars import MonthBars
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class GoalCard(QFrame):
    """Goal, forecast and percentage on the left, the months on the right."""

    goal_wanted = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._narrow = False
        self._bars = MonthBars(theme)
        self._name, self._goal = label("strong"), label("muted")
        self._forecast, self._percent = label("big"), label("chip")
        self._caption, self._none = label("muted"), label("muted", wrap=True)
        self._set = button("link")
        words.put(self._none, "setText", text("No goal is set: the plan has nothing to reach."))
        words.put(self._set, "setText", text("Set a goal"))
        words.put(self._bars, "setAccessibleName", text("Goal metric by months"))
        self._facts, self._empty = self._made_facts(), self._made_empty()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 8)
        row.setSpacing(18)
        row.addWidget(self._facts)
        row.addWidget(self._empty)
        row.addWidget(self._bars, 1)
        self._set.clicked.connect(self.goal_wanted)

    def show_goal(self, goal: GoalPicture | None) -> None:
        """Show a goal, or the way to set one."""
        self._facts.setVisible(goal is not None)
        self._bars.setVisible(goal is not None and not self._narrow)
        self._empty.setVisible(goal is None)
        if goal is not None:
            self._name.setText(goal.name)
            self._name.setToolTip(goal.name)
            self._goal.setText(goal.goal)
            self._forecast.setText(goal.forecast)
            self._caption.setText(goal.said)
            self._forecast.setToolTip(goal.tip)
            set_tone(self._forecast, goal.tone)
            self._percent.setText(goal.percent)
            self._percent.setVisible(bool(goal.percent))
            set_tone(self._percent, goal.tone)
        self._bars.show_goal(goal)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the months out where there is no room; the table below has them too."""
        self._narrow = narrow
        self._bars.setVisible(self._facts.isVisibleTo(self) and not narrow)

    def _made_facts(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self._goal)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._forecast)
        row.addWidget(self._percent)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._caption)
        column.addStretch()
        return box

    def _made_empty(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        row = QHBoxLayout()
        row.addWidget(self._set)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        return box
