"""The curve of the chosen KPI."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.plan.pay.picture import Curve
from workbench.ui.charts import CurveChart
from workbench.ui.panels.plan.pay.cards import NotedCard
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_LEAST = 190


class CurveCard(NotedCard):
    """The completion below, the payout at the left."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(words, text("Completion → payout"))
        self.chart = CurveChart(desk, theme, words)
        self.chart.setMinimumHeight(_LEAST)
        words.put(self.chart, "setAccessibleName", text("What every completion pays"))
        self.column.addWidget(self.chart, 1)

    def show_curve(self, curve: Curve | None) -> None:
        """Show a curve; without one there is no card."""
        self.setVisible(curve is not None)
        self.note.setText(curve.title if curve else "")
        self.chart.show_picture(curve.chart if curve else None)
