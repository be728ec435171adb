"""The tab with the bonus of a month."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.bonus.presenter import BonusPresenter
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.facts import Facts
from workbench.ui.form.kit import Kit
from workbench.ui.look import label
from workbench.ui.panels.actuals.month_bar import MonthBar
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.facts import FactsTable
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class BonusTab(Tab):
    """Roles with their KPIs below them, and the sum."""

    def __init__(
        self, desk: Desk, theme: Theme, words: Words, choice: Choice, month: MonthChoice
    ) -> None:
        super().__init__()
        kit = Kit(desk, theme, words)
        self.presenter = BonusPresenter(desk, choice, month, self)
        self.wake(self.presenter.set_visible)
        self.months, self.table = MonthBar(kit, month), FactsTable(theme)
        self.note = label("muted", wrap=True)
        words.put(self.table, "setAccessibleName", text("Bonus of the month"))
        self._lay_out(kit)
        self.setFocusProxy(self.table)

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""
        self.months.show_month(line)

    def show_bonus(self, facts: Facts | None, note: str) -> None:
        """Show what was earned; the note says what is missing."""
        self.table.setVisible(facts is not None)
        if facts is not None:
            self.table.show_facts(facts)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _lay_out(self, kit: Kit) -> None:
        card = Card(kit.words, text("Bonus of the month"), text(
            "From the actuals of the month: completion of each KPI, what its scale pays for that, "
            "and the money by weight; a month of one person, and of all people of the role"
        ))  # fmt: skip
        card.head.addWidget(self.months)
        card.column.addWidget(self.note)
        card.column.addWidget(self.table)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
