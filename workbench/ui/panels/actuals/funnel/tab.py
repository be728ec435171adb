"""The tab with the funnel of a month: plan against fact, and where to look first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.funnel.presenter import FunnelPresenter
from workbench.presenters.actuals.look_first import LookPicture
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.charts import FunnelPicture
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.charts.funnel import FunnelChart
from workbench.ui.form.kit import Kit
from workbench.ui.look import label
from workbench.ui.panels.actuals.look_card import LookCard
from workbench.ui.panels.actuals.month_bar import MonthBar
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class FunnelTab(Tab):
    """The step to look at first on top, all stages below."""

    def __init__(
        self, desk: Desk, theme: Theme, words: Words, choice: Choice, month: MonthChoice
    ) -> None:
        super().__init__()
        kit = Kit(desk, theme, words)
        self.presenter = FunnelPresenter(desk, choice, month, self)
        self.wake(self.presenter.set_visible)
        self.look, self.months = LookCard(kit), MonthBar(kit, month)
        self.chart, self._note = FunnelChart(desk, theme, words), label("muted", wrap=True)
        words.put(self.chart, "setAccessibleName", text("Funnel, plan and fact"))
        self._lay_out(kit)
        self.chart.chosen.connect(self.presenter.select)
        self.look.chosen.connect(self.presenter.visit)
        self.look.role_chosen.connect(self.presenter.visit_role)
        self.setFocusProxy(self.chart)

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""
        self.months.show_month(line)

    def show_look(self, look: LookPicture | None) -> None:
        """Show which step to look at first, where anything was counted."""
        self.look.show_look(look)

    def show_funnel(self, picture: FunnelPicture, note: str) -> None:
        """Show the stages; the note says what is missing."""
        self.chart.setVisible(bool(picture.stages))
        self.chart.show_picture(picture)
        self.chart.setFixedHeight(self.chart.minimumSizeHint().height())
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _lay_out(self, kit: Kit) -> None:
        card = Card(kit.words, text("Funnel, plan and fact"), text(
            "The bars of a stage compare its plan with its fact; from stage to stage they only "
            "get shorter, by the logarithm"
        ))  # fmt: skip
        card.head.addWidget(self.months)
        card.column.addWidget(self._note)
        card.column.addWidget(self.chart)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.look)
        column.addWidget(card)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
