"""The tab that builds the goal out of the years behind and takes it apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.growth.picture import Builder, Parts
from workbench.presenters.plan.growth.presenter import GrowthPresenter
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.look import label
from workbench.ui.panels.plan.growth.chain_card import ChainCard
from workbench.ui.panels.plan.growth.form import GrowthForm
from workbench.ui.panels.plan.growth.part_card import FactsCard, HistoryCard, SharesCard, TimeCard
from workbench.ui.panels.plan.growth.sources_card import SourcesCard
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_GAP = 12
_FORM = 330
_NARROW = 960
_ANY = 16_777_215


class GrowthTab(Tab):
    """Form and steps above, the goal by month, channel and person below."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self.form = GrowthForm(desk, theme, words)
        self.chain = ChainCard(words)
        self.sources = SourcesCard(desk, words)
        self.history = HistoryCard(text("Revenue by year"), desk, theme, words)
        self.time = TimeCard(text("By quarter and month"), desk, theme, words)
        self.channels = SharesCard(text("By channel"), desk, theme, words)
        self.people = FactsCard(text("By person"), theme, words)
        self.goal = label("heading")
        self.none = label("muted", wrap=True)
        self._left, self._parts = QWidget(), QWidget()
        self._column, self._fields = QVBoxLayout(), list[QWidget]()
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        self.presenter = GrowthPresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self.records = (
            Action("plan.growth.set", text("Set the growth goal"), self.presenter.set_goal,
                   self.chain.set_goal.isEnabled, icon="target", group=4),
        )  # fmt: skip
        words.put(
            self.none, "setText",
            text("The plan has no goal yet. Once one is set, it is shown here by month, channel "
                 "and person."),
        )  # fmt: skip
        self._lay_out()
        self.setFocusProxy(self.form.metrics)
        self.form.serve(self.presenter)
        self.sources.serve(self.presenter)
        self.chain.goal_wanted.connect(self.presenter.set_goal)

    def show_builder(self, builder: Builder) -> None:
        """Show the fields and the steps."""
        self.form.show_builder(builder)
        self.sources.show_sources(builder.sources)
        self.history.show_history(builder.history)
        self.chain.show_chain(builder.chain, builder.button)
        if self._fields != self._all_fields():
            self._fields = self._all_fields()
            order_tabs(self._column)

    def show_parts(self, parts: Parts | None) -> None:
        """Show the goal taken apart."""
        self.none.setVisible(parts is None)
        self.goal.setVisible(parts is not None)
        self._parts.setVisible(parts is not None)
        if parts is not None:
            self.goal.setText(parts.title)
            self.time.show_months(parts.months)
            self.time.show_part(parts.time, parts.time_note)
            self.channels.show_part(parts.channels, parts.channels_note)
            self.people.show_part(parts.people, parts.people_note)

    def _all_fields(self) -> list[QWidget]:
        return [*self.form.fields, *self.sources.fields]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards one below the other where there is no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction
        for row in (self._top, self._below):
            row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._left.setMinimumWidth(0 if narrow else _FORM)
        self._left.setMaximumWidth(_ANY if narrow else _FORM)

    def _lay_out(self) -> None:
        body = QWidget()
        top = self._top
        top.setSpacing(_GAP)
        years = QVBoxLayout(self._left)
        years.setContentsMargins(0, 0, 0, 0)
        years.setSpacing(_GAP)
        years.addWidget(self.form)
        years.addWidget(self.history)
        years.addStretch()
        top.addWidget(self._left)
        steps = QVBoxLayout()
        steps.setSpacing(_GAP)
        steps.addWidget(self.chain, 1)
        steps.addWidget(self.sources)
        top.addLayout(steps, 1)
        right = QVBoxLayout()
        right.setSpacing(_GAP)
        right.addWidget(self.channels)
        right.addWidget(self.people)
        right.addStretch()
        below = self._below
        self._parts.setLayout(below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(_GAP)
        below.addWidget(self.time, 1, Qt.AlignmentFlag.AlignTop)
        below.addLayout(right, 1)
        column = self._column
        body.setLayout(column)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(_GAP)
        column.addLayout(top)
        column.addWidget(self.goal)
        column.addWidget(self.none)
        column.addWidget(self._parts)
        column.addStretch()
        self.area = scrolled(body, sideways=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
