"""The tab of plan and fact."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.actuals.picture import FactsTable, MonthLine
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.variance.picture import VariancePicture
from workbench.presenters.plan.variance.presenter import VariancePresenter
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.card import ActualsCard
from workbench.ui.panels.plan.tab import Tab
from workbench.ui.panels.plan.variance.cards import DifferenceCard, OwnersCard, TrendCard
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_GAP = 12
_WIDE = 860
_LEAST = 460


class VarianceTab(Tab):
    """Actuals beside what they explain; one below the other in a narrow window."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        kit = Kit(desk, theme, words)
        self.presenter = VariancePresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        month = self.presenter.month
        self._actuals = ActualsCard(kit, self.presenter.cells, month)
        self._difference, self._owners = DifferenceCard(kit), OwnersCard(kit)
        self._trend = TrendCard(kit)
        self.records = (
            Action("plan.actuals.before", text("Actuals: previous month"), self._go_back,
                   shortcut="Ctrl+PgUp", icon="chevron-left", wide=False, group=5),
            Action("plan.actuals.after", text("Actuals: next month"), self._go_on,
                   shortcut="Ctrl+PgDown", icon="chevron-right", wide=False, group=5),
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._actuals.grid)

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""
        self._actuals.show_month(line)

    def show_facts(self, table: FactsTable) -> None:
        """Show the actuals of the month."""
        self._actuals.show_facts(table)

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
        for card in (self._difference, self._owners, self._trend):
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

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, months: int) -> None:
        """Another month, unless the keys were pressed in another tab of the place."""
        if self.isVisible():
            self.presenter.month.step(months)

    def _on_chosen(self, key: str) -> None:
        """A factor: to the inspector, and to its row if it has one."""
        self.presenter.select(key)
        self._actuals.grid.go_to(key)
