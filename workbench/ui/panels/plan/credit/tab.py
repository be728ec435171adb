"""The tab of credit."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.credit.commands import Commands
from workbench.presenters.plan.credit.picture import CreditPicture, ImportPicture
from workbench.presenters.plan.credit.presenter import CreditPresenter
from workbench.ui.form.kit import Kit
from workbench.ui.look import button
from workbench.ui.panels.plan.action_menu import ActionMenu
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.credit.cards import ComparisonCard, SharesCard, TargetsCard
from workbench.ui.panels.plan.credit.empty_card import EmptyCard
from workbench.ui.panels.plan.credit.import_card import ImportCard
from workbench.ui.panels.plan.credit.journeys_table import JourneysTable
from workbench.ui.panels.plan.credit.outside import Desktop
from workbench.ui.panels.plan.credit.rule_card import RuleCard
from workbench.ui.panels.plan.credit.touches_card import TouchesCard
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words
from workbench.ui.worker import Worker

_GAP = 12
_NARROW = 1040


class CreditTab(Tab):
    """The rule and its results, the journeys they come from, and what they ask of KPIs."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self._desk = desk
        kit = Kit(desk, theme, words)
        self.rule, self.shares, self.comparison = (
            RuleCard(kit),
            SharesCard(kit),
            ComparisonCard(kit),
        )
        self.table, self.touches = JourneysTable(kit), TouchesCard(kit)
        self.targets, self.importing = TargetsCard(kit), ImportCard(kit)
        self.empty = EmptyCard(kit)
        self.add, self.read = button(), button()
        self._worker = Worker(self)
        self.presenter = CreditPresenter(desk, choice, self, Desktop(desk, self), self._worker)
        self.wake(self.presenter.set_visible)
        self._commands = Commands(desk, self.presenter, self)
        self.records = self._commands.all
        self._beside: tuple[QBoxLayout, ...] = ()
        self._stack = QStackedWidget()
        self._lay_out(kit)
        self._connect()
        self.setFocusProxy(self.rule.models)

    def show_credit(self, picture: CreditPicture) -> None:
        """Show rule, results and journeys, or what a journey is where there is none."""
        self._stack.setCurrentIndex(1 if picture.count else 0)
        self.setFocusProxy(self.rule.models if picture.count else self.empty.add)
        self.rule.show_rule(picture.rule)
        self.shares.show_shares(picture.shares)
        self.comparison.show_comparison(picture.comparison)
        self.table.show_journeys(picture.count, self.presenter.journeys.at)
        self.touches.show_touches(picture.touches)
        self.targets.show_targets(picture.targets)

    def show_import(self, picture: ImportPicture | None) -> None:
        """Show a file on its way in, or nothing."""
        self.importing.show_import(picture)

    def selected(self) -> frozenset[int]:
        """The places of the selected journeys."""
        return self.table.selected()

    def edit_journey(self) -> None:
        """Open the day of the chosen journey."""
        self.table.edit_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards below each other in a narrow window."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        for pair in self._beside:
            pair.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _lay_out(self, kit: Kit) -> None:
        results, list_ = QHBoxLayout(), QHBoxLayout()
        for pair in (results, list_):
            pair.setSpacing(_GAP)
        results.addWidget(self.shares, 2)
        results.addWidget(self.comparison, 3)
        list_.addWidget(self.table, 1)
        list_.addSpacing(6)
        list_.addWidget(self.touches, 1)
        self._beside = (results, list_)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.rule)
        column.addLayout(results)
        journeys = Card(kit.words, text("Journeys"))
        journeys.column.addWidget(_box(list_))
        journeys.column.addWidget(self._tools(kit))
        column.addWidget(journeys)
        column.addWidget(self.targets)
        column.addStretch()
        empty = QWidget()
        middle, row = QVBoxLayout(empty), QHBoxLayout()
        row.addStretch()
        row.addWidget(self.empty)
        row.addStretch()
        middle.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        self._stack.addWidget(empty)
        self._stack.addWidget(scrolled(full))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_GAP)
        whole.addWidget(self.importing)
        whole.addWidget(self._stack, 1)

    def _tools(self, kit: Kit) -> QWidget:
        kit.words.put(self.add, "setText", text("Add a journey"))
        kit.words.put(self.read, "setText", text("Read from a file…"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.read)
        row.addStretch()
        return _box(row)

    def _connect(self) -> None:
        presenter, journeys = self.presenter, self.presenter.journeys
        self.rule.serve(presenter)
        self.table.serve(journeys)
        self.touches.serve(journeys)
        self.importing.serve(presenter.importing)
        self.table.chosen.connect(presenter.choose_journey)
        self.table.removal_wanted.connect(self._commands.remove)
        self.table.menu_wanted.connect(self._on_menu)
        for add in (self.add, self.empty.add):
            add.clicked.connect(self._commands.add)
        for read in (self.read, self.empty.read):
            read.clicked.connect(self._commands.read)

    def _on_menu(self, place: QPoint) -> None:
        ActionMenu(self._commands.all, self._desk, self).open_at(place)


def _box(layout: QHBoxLayout) -> QWidget:
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made
