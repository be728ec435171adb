"""The table of plan and fact: names and sums stay in sight while the months move between them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from workbench.base.texts import text
from workbench.presenters.actuals.grid.commands import GridCommands
from workbench.presenters.actuals.grid.picture import GridRow, GridTable, PlanFact
from workbench.presenters.actuals.grid.presenter import GridPresenter
from workbench.presenters.months.picture import Block, Heading
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.grid.delegate import ABOVE, BELOW, GridDelegate
from workbench.ui.panels.actuals.grid.model import FIRST_MONTH, NAME, GridModel
from workbench.ui.panels.actuals.own_keys import OwnKeysGrid
from workbench.ui.panels.cell_delegate import cell_width
from workbench.ui.panels.plan.months.grid import HEADER, HEADING, Part
from workbench.ui.panels.plan.months.linked_bar import LinkedBar

_ROW = ABOVE + BELOW
_LEAST_NAME, _MOST_NAME, _SHARE_OF_NAME = 170, 260, 0.24
_SIGN = 52  # the completion with its sign


class PlanFactTable(QFrame):
    """Three views of one model with one selection: names, months, and the months together."""

    def __init__(self, kit: Kit, presenter: GridPresenter) -> None:
        super().__init__()
        self._kit = kit
        self._presenter = presenter
        self._showing = False
        self._name = self._month = self._sum = 0
        self.setProperty("look", "card")
        self.model = GridModel(kit.desk, presenter.cells)
        self.names, self.months, self.sums = Part(), OwnKeysGrid(kit.desk), Part()
        self.months.offer(GridCommands(presenter.cells, self).all)
        self._down = LinkedBar(self.months.verticalScrollBar())
        self._across = LinkedBar(self.months.horizontalScrollBar())
        self._lay_out()
        self._connect()
        kit.words.put(self.months, "setAccessibleName", text("Plan and fact by month"))
        kit.words.put(self.names, "setAccessibleName", text("Metrics of the plan"))
        kit.words.put(self.sums, "setAccessibleName", text("So far"))

    def show_table(self, table: GridTable) -> None:
        """Show another picture and keep the place where the person is."""
        self._showing = True
        key, column = self._place()
        if self.model.show_table(table):
            self._arrange()
            self._return_to(key, column)
        self._fit()
        self._showing = False

    def block(self) -> Block | None:
        """The selected rectangle of metrics and months."""
        indexes = self.months.selectionModel().selectedIndexes()
        months = [index.column() - FIRST_MONTH for index in indexes
                  if index.column() in self.model.months]  # fmt: skip
        keys = self._selected_keys()
        return Block(keys, min(months), max(months)) if keys and months else None

    def taken(self) -> str:
        """What is in the clipboard."""
        return self.months.taken()

    def give(self, words: str) -> None:
        """Put something into the clipboard."""
        self.months.give(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Months share the room there is."""
        super().resizeEvent(event)
        self._spread()

    @property
    def _views(self) -> tuple[Part, ...]:
        return self.names, self.months, self.sums

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        for column, view in enumerate(self._views):
            grid.addWidget(view, 0, column)
            view.paint_with(GridDelegate(self.model, self._kit.desk, self._kit.theme,
                                         self._presenter.cells, view))  # fmt: skip
            view.setModel(self.model)
        grid.addWidget(self._down, 0, 3)
        grid.addWidget(self._across, 1, 1)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.months)

    def _connect(self) -> None:
        moved = self.months.verticalScrollBar()
        for view in (self.names, self.sums):
            spare = view.selectionModel()
            view.setSelectionModel(self.months.selectionModel())
            spare.deleteLater()
            view.setFocusProxy(self.months)
            view.verticalScrollBar().valueChanged.connect(moved.setValue)
            moved.valueChanged.connect(view.verticalScrollBar().setValue)
        self.months.selectionModel().selectionChanged.connect(self._on_selected)
        self.months.selectionModel().currentChanged.connect(self._on_current)
        self._kit.theme.changed.connect(self._repaint)

    def _arrange(self) -> None:
        """Give each view its columns and each row its height."""
        for column in range(self.model.columnCount()):
            owner = self._owner(column)
            for view in self._views:
                view.setColumnHidden(column, view is not owner)
        for row in range(self.model.rowCount()):
            height = HEADING if isinstance(self.model.line(row), Heading) else _ROW
            for view in self._views:
                view.setRowHeight(row, height)

    def _owner(self, column: int) -> Part:
        if column == NAME:
            return self.names
        return self.months if column in self.model.months else self.sums

    def _fit(self) -> None:
        """Widths by what has to be read, the height by the number of rows."""
        table = self.model.table
        rows = [line for line in table.lines if isinstance(line, GridRow)]
        dots = 11 * max((min(len(row.dots), 3) for row in rows), default=0)
        self._name = cell_width([row.name for row in rows], _LEAST_NAME, _MOST_NAME) + dots
        cells = [cell for row in rows for cell in row.cells]
        self._month = max(cell_width(list(table.months), 78, 110), _width(cells))
        title = self.model.headerData(self.model.so_far, Qt.Orientation.Horizontal)
        sums = [row.so_far for row in rows]
        self._sum = max(cell_width([str(title)], 84, 120), _width(sums))
        height = sum(HEADING if isinstance(line, Heading) else _ROW for line in table.lines)
        self.setMaximumHeight(HEADER + height + 2 + self._across.sizeHint().height())
        self._spread()

    def _spread(self) -> None:
        count = len(self.model.table.months)
        if not count:
            return
        name = min(self._name, max(_LEAST_NAME, round(self.width() * _SHARE_OF_NAME)))
        room = self.width() - name - self._sum - self._down.sizeHint().width() - 2
        month = max(self._month, min(room // count, 2 * self._month))
        self.names.setColumnWidth(NAME, name)
        for column in self.model.months:
            self.months.setColumnWidth(column, month)
        self.sums.setColumnWidth(self.model.so_far, self._sum)
        self.names.setFixedWidth(name)
        self.sums.setFixedWidth(self._sum)
        self.months.setMaximumWidth(month * count)

    def _place(self) -> tuple[str, int]:
        index = self.months.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        return (line.key, index.column()) if isinstance(line, GridRow) else ("", 0)

    def _return_to(self, key: str, column: int) -> None:
        """Back to where the cursor was, else to the first month that waits for facts."""
        table = self.model.table
        if key not in table.places or column not in self.model.months:
            key = key if key in table.places else next(iter(table.keys), "")
            column = FIRST_MONTH + self._presenter.first_free()
        if key in table.places:
            self.months.mark(self.model.index(table.places[key], column))

    def _selected_keys(self) -> tuple[str, ...]:
        indexes = self.months.selectionModel().selectedIndexes()
        lines = [self.model.line(row) for row in sorted({index.row() for index in indexes})]
        return tuple(line.key for line in lines if isinstance(line, GridRow))

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._showing:
            self._presenter.select(self._selected_keys())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        for view in self._views:
            view.mark_current(now)

    def _repaint(self) -> None:
        for view in self._views:
            view.viewport().update()


def _width(cells: list[PlanFact]) -> int:
    """Room for the longest plan, and for the longest fact with its sign."""
    plans = cell_width([cell.plan for cell in cells], 78, 160)
    facts = cell_width([cell.fact for cell in cells], 40, 140)
    signs = _SIGN if any(cell.completion for cell in cells) else 0
    return max(plans, facts + signs)
