"""The tab with what people earn and what the department is paid."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.charts import MonthsPicture
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.pay.picture import Curve, Line, Table, Trial
from workbench.presenters.plan.pay.presenter import PayPresenter
from workbench.ui.fields import NumberEntry
from workbench.ui.panels.plan.pay.budget_card import BudgetCard
from workbench.ui.panels.plan.pay.cards import TableCard
from workbench.ui.panels.plan.pay.curve_card import CurveCard
from workbench.ui.panels.plan.pay.nobody import Nobody
from workbench.ui.panels.plan.pay.trial_card import TrialCard
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_NARROW = 1040
_GAP = 12


class PayTab(Tab):
    """Roles on top, one of them tried below, the budget of the department at the end."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self.roles = TableCard(theme, words, text("What a person earns"))
        self.trial = TrialCard(desk, theme, words)
        self.curve = CurveCard(desk, theme, words)
        self.scenarios = BudgetCard(desk, theme, words)
        self.by_role = TableCard(theme, words, text("Budget by role"))
        self.nobody = Nobody(words)
        self._content = QWidget()
        self._scroll = scrolled(self._content, sideways=True)
        self._pairs: list[QBoxLayout] = []
        self.presenter = PayPresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.roles.figures)

    def show_emptiness(self, empty: bool) -> None:
        """Show that there are no roles, or everything else."""
        self.nobody.setVisible(empty)
        self._scroll.setVisible(not empty)

    def show_roles(self, table: Table) -> None:
        """Show what a person of each role earns."""
        self.roles.show_table(table)

    def show_trial(self, trial: Trial | None) -> None:
        """Show the role that is tried."""
        self.trial.show_trial(trial)

    def show_curve(self, curve: Curve | None) -> None:
        """Show what the chosen KPI pays."""
        self.curve.show_curve(curve)

    def show_budget(self, scenarios: Table, roles: Table, gaps: str) -> None:
        """Show what the department is paid by scenario, and by role in one of them."""
        self.scenarios.show_table(scenarios)
        self.scenarios.show_missing(gaps)
        self.by_role.show_table(roles)

    def show_months(self, picture: MonthsPicture) -> None:
        """Show what it is paid in each month."""
        self.scenarios.show_months(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards one below the other in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(way)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.roles)
        column.addLayout(self._pair(self.trial, self.curve))
        column.addLayout(self._pair(self.scenarios, self.by_role))
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.nobody)
        whole.addWidget(self._scroll, 1)
        whole.addStretch()

    def _pair(self, one: QWidget, other: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(_GAP)
        pair.addWidget(one, 3)
        pair.addWidget(other, 2)
        self._pairs.append(pair)
        return pair

    def _connect(self) -> None:
        self.nobody.roles_wanted.connect(self.presenter.open_roles)
        self.roles.figures.chosen.connect(self._on_role)
        self.by_role.figures.chosen.connect(self._on_role)
        self.scenarios.figures.chosen.connect(self._on_scenario)
        self.trial.role_wanted.connect(self._on_role_wanted)
        self.trial.kpi_chosen.connect(self.presenter.choose_kpi)
        self.trial.tried.connect(self._on_tried)
        self.trial.forecast_wanted.connect(self.presenter.forget)

    def _on_role(self, line: Line) -> None:
        if line.key is not None:
            self.presenter.choose_role(line.key)

    def _on_role_wanted(self) -> None:
        self.presenter.choose_role(self.trial.role.chip.id)

    def _on_scenario(self, line: Line) -> None:
        self.presenter.choose_scenario(line.key)

    def _on_tried(self, metric: str, entry: NumberEntry) -> None:
        self.presenter.try_fact(metric, entry.value)
