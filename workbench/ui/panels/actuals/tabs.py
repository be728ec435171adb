"""How each tab of the actuals is made; what it needs loads when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.tab import Tab
from workbench.ui.panels.tabbed_place import Make
from workbench.ui.theme import Theme
from workbench.ui.words import Words


def tab_makers(
    desk: Desk, theme: Theme, words: Words, choice: Choice, month: MonthChoice,
    read: Callable[[], None],
) -> dict[str, Make]:  # fmt: skip
    """The makers by the name of the tab; `read` asks for a workbook."""

    def table() -> Tab:
        from workbench.ui.panels.actuals.grid.tab import GridTab

        return GridTab(desk, theme, words, choice, read)

    def difference() -> Tab:
        from workbench.ui.panels.actuals.difference.tab import DifferenceTab

        return DifferenceTab(desk, theme, words, choice, month)

    def funnel() -> Tab:
        from workbench.ui.panels.actuals.funnel.tab import FunnelTab

        return FunnelTab(desk, theme, words, choice, month)

    def trends() -> Tab:
        from workbench.ui.panels.actuals.trends.tab import TrendsTab

        return TrendsTab(desk, theme, words, choice)

    def bonus() -> Tab:
        from workbench.ui.panels.actuals.bonus.tab import BonusTab

        return BonusTab(desk, theme, words, choice, month)

    return {
        "table": table, "difference": difference, "funnel": funnel, "trends": trends,
        "bonus": bonus,
    }  # fmt: skip
