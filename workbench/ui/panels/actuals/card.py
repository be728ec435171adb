"""The actuals of a month as a card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from workbench.base.texts import text
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import FactsTable, MonthLine
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label
from workbench.ui.panels.actuals.month_bar import MonthBar
from workbench.ui.panels.actuals.table import FactsGrid
from workbench.ui.panels.plan.card import Card


class ActualsCard(Card):
    """The month above, the table below; `whole_wanted` asks for metrics that no KPI measures."""

    whole_wanted = Signal(bool)

    def __init__(self, kit: Kit, cells: FactCells, month: MonthChoice) -> None:
        super().__init__(kit.words, text("What really was"))
        self._months = MonthBar(kit, month)
        self.grid = FactsGrid(kit, cells, month)
        self._said, self._whole = label("muted"), button()
        self._whole.setCheckable(True)
        kit.words.put(self._whole, "setText", text("All metrics"))
        kit.words.put(self._whole, "setToolTip", text(
            "Also those that are neither KPIs nor part of the funnel"))  # fmt: skip
        self.head.addWidget(self._months)
        below = QHBoxLayout()
        # the table reaches from edge to edge: names need the room
        self.column.setContentsMargins(1, 12, 1, 10)
        for row in (self.head, below):
            row.setContentsMargins(13, 0, 13, 0)
        below.addWidget(self._said)
        below.addStretch()
        below.addWidget(self._whole)
        self.column.addLayout(below)
        self.column.addWidget(self.grid, 1)
        self.column.addStretch()
        self._whole.toggled.connect(self.whole_wanted)

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""
        self._months.show_month(line)
        self._said.setText(line.said)

    def show_facts(self, table: FactsTable) -> None:
        """Show the actuals of the month."""
        self.grid.show_table(table)
