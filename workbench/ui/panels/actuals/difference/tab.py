"""The tab of the difference between plan and fact."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.presenters.actuals.difference.picture import VariancePicture
from workbench.presenters.actuals.difference.presenter import DifferencePresenter
from workbench.presenters.actuals.look_first import LookPicture
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import FactsTable, MonthLine
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.card import ActualsCard
from workbench.ui.panels.actuals.difference.cards import DifferenceCard, OwnersCard, TrendCard
from workbench.ui.panels.actuals.look_card import LookCard
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_GAP = 12
_WIDE = 860
_LEAST = 460


class DifferenceTab(Tab):
    """Actuals beside what they explain; one below the other in a narrow window."""

    def __init__(
        self, desk: Desk, theme: Theme, words: Words, choice: Choice, month: MonthChoice
    ) -> None:
        super().__init__()
        kit = Kit(desk, theme, words)
        self.presenter = DifferencePresenter(desk, choice, month, self)
        self.wake(self.presenter.set_visible)
        self._actuals = ActualsCard(kit, self.presenter.cells, month)
        self._difference, self._owners = DifferenceCard(kit), OwnersCard(kit)
        self._trend, self._look = TrendCard(kit), LookCard(kit)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._actuals.grid)

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""
        self._actuals.show_month(line)

    def show_facts(self, table: FactsTable) -> None:
        """Show the actuals of the month."""
        self._actuals.show_facts(table)

    def show_look(self, look: LookPicture | None) -> None:
        """Show which step of the funnel to look at first, where anything was counted."""
        self._look.show_look(look)

    def show_variance(self, picture: VariancePicture) -> None:
        """Show what made the difference, or why that is not known."""
        self._difference.show_variance(picture)
        owners = picture.difference.owners if picture.difference else None
        self._owners.setVisible(owners is not None and bool(owners.rows))
        if owners is not None:
            self._owners.show_owners(owners)
        self._trend.setVisible(picture.trend is not None)
        if picture.trend is not None:
            self._trend.show_trend(picture.trend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both halves room enough."""
        super().resizeEvent(event)
        side = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(side[0] if self.width() >= _WIDE else side[1])

    def _lay_out(self) -> None:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for card in (self._look, self._difference, self._owners, self._trend):
            column.addWidget(card)
        column.addStretch()
        self._actuals.setMinimumWidth(_LEAST)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(_GAP)
        self._halves.addWidget(self._actuals, 4)
        self._halves.addWidget(scrolled(told), 5)

    def _connect(self) -> None:
        self._actuals.whole_wanted.connect(self.presenter.show_whole)
        self._difference.explained.connect(self.presenter.explain)
        self._difference.chosen.connect(self._on_chosen)
        self._look.chosen.connect(self._on_chosen)
        self._look.role_chosen.connect(self.presenter.visit_role)

    def _on_chosen(self, key: str) -> None:
        """A factor: to the inspector, and to its row if it has one."""
        self.presenter.select(key)
        self._actuals.grid.go_to(key)
