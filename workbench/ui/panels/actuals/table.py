"""The table of actuals: type, Enter, the next one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from workbench.base.texts import text
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.commands import FactCommands
from workbench.presenters.actuals.entered import Keys
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import FactRow, FactsTable
from workbench.presenters.months.picture import Heading
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.delegate import FactsDelegate
from workbench.ui.panels.actuals.model import COMPLETION, FACT, NAME, PLAN, TITLES, FactsModel
from workbench.ui.panels.actuals.own_keys import OwnKeysGrid
from workbench.ui.panels.cells.delegate import cell_width
from workbench.ui.panels.cells.grid import HEADER, HEADING, ROW
from workbench.ui.panels.cells.line_delegate import SIGN

_LEAST_NAME = 110


class FactsGrid(OwnKeysGrid):
    """The cursor stands only in the facts; a click anywhere in a row goes to its fact."""

    def __init__(self, kit: Kit, cells: FactCells, month: MonthChoice) -> None:
        super().__init__(kit.desk)
        self._kit = kit
        self.facts = FactsModel(kit.desk, cells)
        self.offer(FactCommands(cells, self, self.selected).all)
        self._keep: tuple[int, int, int] = (0, 0, 0)
        self.paint_with(FactsDelegate(self.facts, kit.desk, kit.theme, cells, self))
        self.setModel(self.facts)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        kit.words.put(self, "setAccessibleName", text("Actuals"))
        self.selectionModel().currentChanged.connect(self._on_current)
        month.leaving.connect(self.finish)
        kit.theme.changed.connect(self.viewport().update)

    def show_table(self, table: FactsTable) -> None:
        """Show another picture and keep the place where the person is."""
        key = self._key(self.currentIndex())
        if self.facts.show_table(table):
            for row, line in enumerate(table.lines):
                self.setRowHeight(row, HEADING if isinstance(line, Heading) else ROW)
            self.go_to(key or next(iter(table.keys), ""))
        self._measure(table)

    def go_to(self, key: str) -> None:
        """Put the cursor on a metric, if it is shown."""
        row = self.facts.table.places.get(key)
        if row is not None:
            self.mark(self.facts.index(row, FACT))

    def selected(self) -> Keys:
        """The selected metrics from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(key for row in rows if (key := self.facts.key(row)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the fact of the row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != FACT and self._key(index):
            self.mark(index.siblingAtColumn(FACT))
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take what the numbers leave."""
        super().resizeEvent(event)
        self._spread()

    def _measure(self, table: FactsTable) -> None:
        rows = [line for line in table.lines if isinstance(line, FactRow)]
        titles = [self._kit.desk.say(title) for title in TITLES]
        plans = cell_width([titles[PLAN], *(row.plan for row in rows)], 64, 140)
        facts = cell_width([titles[FACT], *(row.fact for row in rows)], 80, 180, strong=True)
        done = [titles[COMPLETION], *(f"{row.completion}   " for row in rows)]
        self._keep = (plans, facts, cell_width(done, 84, 150, strong=True) + SIGN)
        height = sum(ROW if isinstance(line, FactRow) else HEADING for line in table.lines)
        self.setMaximumHeight(HEADER + height + 2)
        self._spread()

    def _spread(self) -> None:
        plan, fact, completion = self._keep
        name = max(_LEAST_NAME, self.viewport().width() - plan - fact - completion)
        widths = {NAME: name, PLAN: plan, FACT: fact, COMPLETION: completion}
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _key(self, index: QModelIndex) -> str:
        return self.facts.key(index.row())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.mark_current(now)
