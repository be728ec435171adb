"""The tab with plan and fact of every metric in every month."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.grid.picture import FilterLine, GridTable
from workbench.presenters.actuals.grid.presenter import GridPresenter
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.form.segments import Segments
from workbench.ui.look import label
from workbench.ui.panels.actuals.empty_card import (
    NO_ACTUALS,
    NO_ACTUALS_SAID,
    NO_METRICS,
    NO_METRICS_SAID,
    READ,
    TO_FUNNEL,
    EmptyCard,
)
from workbench.ui.panels.actuals.grid.table import PlanFactTable
from workbench.ui.panels.tab import Tab
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class GridTab(Tab):
    """Filters on top, the table below; at first what to enter, above it."""

    def __init__(
        self, desk: Desk, theme: Theme, words: Words, choice: Choice, read: Callable[[], None]
    ) -> None:
        super().__init__()
        kit = Kit(desk, theme, words)
        self.presenter = GridPresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self.table = PlanFactTable(kit, self.presenter)
        self.no_actuals = EmptyCard(kit, NO_ACTUALS, NO_ACTUALS_SAID, READ)
        self.no_metrics = EmptyCard(kit, NO_METRICS, NO_METRICS_SAID, TO_FUNNEL)
        self.kinds, self.roles = Segments(), PickButton(kit)
        self._said, self._filter = label("muted"), QWidget()
        words.put(self.kinds, "setAccessibleName", text("Which metrics are listed"))
        words.put(self.roles, "setAccessibleName", text("Metrics of which role are listed"))
        self._lay_out(words)
        self.no_actuals.do.hide()
        self.no_actuals.do.clicked.connect(lambda *_: read())
        self.no_metrics.do.clicked.connect(self.presenter.open_funnel)
        self.kinds.picked.connect(self._on_kind)
        self.roles.picked.connect(self._on_role)
        self.setFocusProxy(self.table.months)

    def offer_reading(self) -> None:
        """Show the way to read a workbook."""
        self.no_actuals.do.show()

    def show_emptiness(self, *, metrics: bool, actuals: bool) -> None:
        """Show what is missing: metrics, or actuals."""
        self.no_metrics.setVisible(not metrics)
        self.no_actuals.setVisible(metrics and not actuals)
        self.table.setVisible(metrics)
        self._filter.setVisible(metrics)

    def show_filter(self, line: FilterLine) -> None:
        """Show which metrics are listed."""
        self.kinds.show_options(line.kinds, line.kind)
        self.roles.show_options(line.roles, line.role)
        self.roles.setVisible(bool(line.roles))
        self._said.setText(line.said)

    def show_table(self, table: GridTable) -> None:
        """Show plan and fact."""
        self.table.show_table(table)

    def _lay_out(self, words: Words) -> None:
        tools, legend = QHBoxLayout(self._filter), label("muted")
        words.put(legend, "setText", text("Plan above, fact below; grey follows from other facts"))
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(10)
        tools.addWidget(self.kinds)
        tools.addWidget(self.roles)
        tools.addWidget(self._said)
        tools.addStretch()
        tools.addWidget(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.no_metrics, self.no_actuals, self._filter):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addStretch()

    def _on_kind(self, picked: Added) -> None:
        if picked.words:
            self.presenter.show_kind(picked.words)

    def _on_role(self, picked: Added) -> None:
        self.presenter.show_role(picked.words or "")
