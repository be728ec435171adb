"""The pay budget by scenario, and the months of the one that is shown."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.presenters.charts import MonthsPicture
from workbench.presenters.desk import Desk
from workbench.ui.charts import MonthsChart
from workbench.ui.panels.plan.pay.cards import TableCard
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_LEAST, _MOST = 170, 260


class BudgetCard(TableCard):
    """The table of scenarios with a chart below."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(theme, words, text("Pay budget of the department"))
        self.chart = MonthsChart(desk, theme, words)
        self.chart.setMinimumHeight(_LEAST)
        self.chart.setMaximumHeight(_MOST)
        words.put(self.chart, "setAccessibleName", text("Pay budget by months"))
        self.column.insertWidget(self.column.indexOf(self.missing) + 1, self.chart, 1)

    def show_months(self, picture: MonthsPicture) -> None:
        """Show the months of the scenario that is shown."""
        self.chart.show_picture(picture)
