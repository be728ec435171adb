"""The cards of the team: whom to hire, one role by month, the goal, units and customers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.plan.team.picture import (
    DeliveryPicture,
    EconomicsPicture,
    HiringRow,
    RoleDetail,
)
from workbench.ui.charts.months import MonthsChart
from workbench.ui.form.chip_button import ChipButton
from workbench.ui.look import button, label, line
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.team.facts import Facts, Notes
from workbench.ui.panels.plan.team.hiring_table import HiringTable
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_LOW, _HIGH = 190, 250


class HiringCard(Card):
    """The table with its title, or what to do where there are no roles."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(words, text("Whom to hire"))
        self.table = HiringTable(theme, words, whole=True)
        self._none = label("muted", wrap=True)
        none = text("There are no roles yet: add them in “Roles” to see how many people it takes.")
        words.put(self._none, "setText", none)
        for widget in (self.table, self._none):
            self.column.addWidget(widget)

    def show_rows(self, rows: tuple[HiringRow, ...], chosen: Key | None) -> None:
        """Show the roles, with the one that is looked at."""
        self.table.show_rows(rows, chosen)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)


class RoleCard(Card):
    """The load of one role against its people, and what follows."""

    role_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(words, text("Load and people by month"))
        self._chip = ChipButton(theme)
        self._chart, self._notes, self._facts = MonthsChart(desk, theme, words), Notes(), Facts()
        self._chart.setMinimumHeight(_LOW)
        self._chart.setMaximumHeight(_HIGH)
        words.put(self._chart, "setAccessibleName", text("Load and people by month"))
        words.put(self._chip, "setToolTip", text("Show the role in the inspector"))
        self.head.insertWidget(1, self._chip)
        below = QHBoxLayout()
        below.setSpacing(24)
        for widget in (self._notes, self._facts):
            side = QVBoxLayout()
            side.addWidget(widget)
            side.addStretch()
            below.addLayout(side, 1)
        self.column.addWidget(self._chart, 10)
        self.column.addLayout(below)
        self.column.addStretch()
        self._chip.clicked.connect(self._on_chip)

    def show_detail(self, detail: RoleDetail | None) -> None:
        """Show a role, or nothing."""
        self.setVisible(detail is not None)
        if detail is None:
            return
        self._chip.show_chip(detail.chip)
        self._chart.show_picture(detail.chart)
        self._chart.setVisible(detail.chart is not None)
        self._notes.show_notes(detail.notes)
        self._facts.show_facts(detail.facts)

    def _on_chip(self) -> None:
        self.role_wanted.emit(self._chip.chip.id)


class DeliveryCard(Card):
    """The goal as planned and as the team delivers it, and the way to plan who is missing."""

    hire_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words, text("What the team can deliver"))
        self._about = label("muted", wrap=True)
        self._facts, self._notes, self.hire = Facts(), Notes(), button("primary")
        row = QHBoxLayout()
        row.addWidget(self.hire)
        row.addStretch()
        for widget in (self._about, self._facts, self._notes):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.hire.clicked.connect(self.hire_wanted)

    def show_delivery(self, picture: DeliveryPicture) -> None:
        """Show what can be delivered."""
        self._about.setText(picture.title)
        self._about.setVisible(bool(picture.title))
        self._facts.show_facts(picture.facts)
        self._notes.show_notes(picture.notes)
        self.hire.setText(picture.hire)
        self.hire.setToolTip(picture.hire_tip)
        self.hire.setVisible(bool(picture.hire))


class EconomicsCard(Card):
    """What one unit costs along the funnel, and the customer at its end."""

    def __init__(self, words: Words) -> None:
        about = text("All pay and spending up to the stage, by its volume over the plan")
        super().__init__(words, text("What one unit costs"), about)
        self._stages, self._line = Facts(), line()
        self._customer, self._notes = Facts(), Notes()
        for widget in (self._stages, self._line, self._customer, self._notes):
            self.column.addWidget(widget)
        self.column.addStretch()

    def show_economics(self, picture: EconomicsPicture) -> None:
        """Show the costs."""
        self._stages.show_facts(picture.stages)
        self._customer.show_facts(picture.customer)
        self._line.setVisible(bool(picture.stages and picture.customer))
        self._notes.show_notes(picture.notes)
