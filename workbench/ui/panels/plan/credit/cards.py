"""Cards of results: who gets how much, all rules side by side, and what is asked of KPIs."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from workbench.base.texts import text
from workbench.presenters.plan.credit.picture import Grid, Shares, TargetsPicture
from workbench.ui.charts import ShareBars
from workbench.ui.form.kit import Kit
from workbench.ui.look import label
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.credit.grid_table import GridTable


class SharesCard(Card):
    """Bars with money and part; below, what is not credited and why."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("Who gets how much"))
        self._total, self._notes = label("strong"), label("muted", wrap=True)
        self.bars = ShareBars(kit.desk, kit.theme, kit.words)
        self.bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.addWidget(self._total)
        self.column.addWidget(self.bars)
        self.column.addWidget(self._notes)
        self.column.addStretch()
        kit.words.put(self.bars, "setAccessibleName", text("Revenue shared over touches"))

    def show_shares(self, shares: Shares) -> None:
        """Show the bars of a rule."""
        self.bars.show_picture(shares.bars)
        rows = len(shares.bars.rows) if shares.bars else 0
        self.bars.setVisible(rows > 0)
        self.bars.setFixedHeight(self.bars.minimumSizeHint().height())
        self._total.setText(shares.total)
        self._notes.setText("\n".join(shares.notes))
        self._notes.setVisible(bool(shares.notes))


class ComparisonCard(Card):
    """A row a channel, role or stage; a column a rule."""

    def __init__(self, kit: Kit) -> None:
        about = text("No rule is the right one: where they differ, talk about what really sold.")
        super().__init__(kit.words, text("All rules side by side"), about)
        self.table = GridTable(kit.theme)
        self.column.addWidget(self.table)
        self.column.addStretch()
        kit.words.put(self.table, "setAccessibleName", text("All rules side by side"))

    def show_comparison(self, grid: Grid) -> None:
        """Show the rules."""
        self.table.show_grid(grid)


class TargetsCard(Card):
    """What the goal asks of each KPI when what is missing is divided by credit."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.words, text("What it asks of KPIs"))
        self._intro, self._notes = label("muted", wrap=True), label("muted", wrap=True)
        self.table = GridTable(kit.theme)
        for widget in (self._intro, self.table, self._notes):
            self.column.addWidget(widget)
        kit.words.put(self.table, "setAccessibleName", text("What credit asks of KPIs"))

    def show_targets(self, targets: TargetsPicture) -> None:
        """Show the targets, or why there are none."""
        self._intro.setText(targets.intro)
        self.table.show_grid(targets.table)
        self.table.setVisible(bool(targets.table.rows))
        self._notes.setText("\n".join(targets.notes))
        self._notes.setVisible(bool(targets.notes))
