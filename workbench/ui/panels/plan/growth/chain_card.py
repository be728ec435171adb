"""The steps from the years behind to the goal, its leads and its visits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.plan.growth.picture import Chain, GoalButton, Step
from workbench.ui.form.flow import FlowLayout
from workbench.ui.look import button, label, line
from workbench.ui.panels.plan.card import Card
from workbench.ui.words import Words


class ChainCard(Card):
    """Two rows of steps that break where there is no room, and the button that sets the goal."""

    goal_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words, text("Next year's goal"))
        self._revenue, self._leads = StepRow(), StepRow()
        self.wrong = label("muted", wrap=True)
        self.wrong.setProperty("tone", "warn")
        self.set_goal = button("primary")
        words.put(self.set_goal, "setText", text("Set as the goal"))
        below = label("strong")
        words.put(below, "setText", text("What it needs at the values of the last year"))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.wrong, 1)
        foot.addWidget(self.set_goal)
        self.column.setSpacing(10)
        for widget in (self._revenue, line(), below, self._leads):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.column.addLayout(foot)
        self.set_goal.clicked.connect(self.goal_wanted)

    def show_chain(self, chain: Chain, wanted: GoalButton) -> None:
        """Show the steps, and whether the goal can be set."""
        self._revenue.show_steps(chain.revenue)
        self._leads.show_steps(chain.leads)
        self.wrong.setText(chain.wrong)
        self.set_goal.setEnabled(wanted.enabled)
        self.set_goal.setToolTip(wanted.tip)


class StepRow(QWidget):
    """Steps side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(gap=10, between=12)
        self._tiles: list[StepTile] = []
        self.setLayout(self._flow)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show some steps; tiles are kept as far as there are enough."""
        while len(self._tiles) > len(steps):
            gone = self._tiles.pop()
            self._flow.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        while len(self._tiles) < len(steps):
            tile = StepTile()
            self._tiles.append(tile)
            self._flow.addWidget(tile)
        for tile, step in zip(self._tiles, steps, strict=True):
            tile.show_step(step)
        self._flow.invalidate()
        self.updateGeometry()


class StepTile(QWidget):
    """A sign, and beside it a caption over a value over a note."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._caption = label("muted"), label("small")
        self._value, self._note = label("heading"), label("small")
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for part in (self._caption, self._value, self._note):
            lines.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addLayout(lines)

    def show_step(self, step: Step) -> None:
        """Show one number."""
        self._sign.setText(step.sign)
        self._sign.setVisible(bool(step.sign))
        self._caption.setText(step.caption)
        look = "big" if step.strong else "heading"
        if self._value.property("look") != look:
            self._value.setProperty("look", look)
            self._value.style().unpolish(self._value)
            self._value.style().polish(self._value)
        self._value.setText(step.value)
        self._note.setText(step.note)
        self._note.setVisible(bool(step.note))
        self.setToolTip(step.tip)
