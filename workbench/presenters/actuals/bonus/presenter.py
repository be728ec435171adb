"""Keeps the bonus of the month up with the project."""

from __future__ import annotations

from typing import Protocol

from workbench.base.texts import MonthName, Text, text
from workbench.planning.bonuses import bonuses
from workbench.presenters.actuals.awake import Awake
from workbench.presenters.actuals.bonus.table import BonusTable
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.facts import Facts
from workbench.presenters.plan.pay.words import Words


class BonusView(Protocol):
    """What can be shown in the tab."""

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""

    def show_bonus(self, facts: Facts | None, note: str) -> None:
        """Show what was earned; the note says what is missing."""


class BonusPresenter(Awake):
    """Works only while its tab can be seen."""

    def __init__(self, desk: Desk, choice: Choice, month: MonthChoice, view: BonusView) -> None:
        self._desk = desk
        self._view = view
        self.month = month
        super().__init__(choice)
        month.changed.connect(self._refresh)

    def _show(self) -> None:
        self._view.show_month(self.month.line())
        earned = bonuses(self._choice.numbers().chosen, self.month.at)
        if not earned:
            self._view.show_bonus(None, self._desk.say(_NOBODY))
            return
        table = BonusTable(earned, Words(self._desk.project, self._desk.language))
        if not self.month.is_known:
            self._view.show_bonus(table.facts(), self._desk.say(self._unknown()))
            return
        self._view.show_bonus(table.facts(), table.missing())

    def _unknown(self) -> Text:
        return text(
            "There are no actuals of {month} yet. Enter in the table what the KPIs really were: "
            "then it is shown here what bonus each role earned.",
            month=MonthName(self.month.month),
        )


_NOBODY = text(
    "No role is paid by KPIs yet. Give roles their KPIs with weights, and a bonus, in Roles."
)
