"""How each tab of the plan is made; what it needs loads when it is first opened."""

from __future__ import annotations

from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.tab import Tab
from workbench.ui.panels.tabbed_place import Make
from workbench.ui.theme import Theme
from workbench.ui.words import Words


def tab_makers(desk: Desk, theme: Theme, words: Words, choice: Choice) -> dict[str, Make]:
    """The makers by the name of the tab."""

    def overview() -> Tab:
        from workbench.ui.panels.plan.overview.tab import OverviewTab

        return OverviewTab(desk, theme, words, choice)

    def months() -> Tab:
        from workbench.ui.panels.plan.months.tab import MonthsTab

        return MonthsTab(desk, theme, words, choice)

    def compare() -> Tab:
        from workbench.ui.panels.plan.compare.tab import CompareTab

        return CompareTab(desk, theme, words, choice)

    def growth() -> Tab:
        from workbench.ui.panels.plan.growth.tab import GrowthTab

        return GrowthTab(desk, theme, words, choice)

    def team() -> Tab:
        from workbench.ui.panels.plan.team.tab import TeamTab

        return TeamTab(desk, theme, words, choice)

    def pay() -> Tab:
        from workbench.ui.panels.plan.pay.tab import PayTab

        return PayTab(desk, theme, words, choice)

    def credit() -> Tab:
        from workbench.ui.panels.plan.credit.tab import CreditTab

        return CreditTab(desk, theme, words, choice)

    return {
        "overview": overview, "months": months, "compare": compare, "growth": growth,
        "team": team, "pay": pay, "credit": credit,
    }  # fmt: skip
