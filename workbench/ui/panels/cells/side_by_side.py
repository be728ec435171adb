"""Names and sums stay in sight while the months move between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from workbench.document.value import Key
from workbench.presenters.months.picture import Block, Heading
from workbench.ui.panels.cells.delegate import CellDelegate
from workbench.ui.panels.cells.grid import HEADER, HEADING, Grid, Part
from workbench.ui.panels.cells.linked_bar import LinkedBar
from workbench.ui.panels.cells.model import M, MonthLinesModel, R
from workbench.ui.theme import Theme


class SideBySide(QFrame, Generic[M, R]):
    """Three views of one model with one selection: names, months, and the months together."""

    def __init__(
        self, model: MonthLinesModel[M, R], months: Grid, row_height: int, theme: Theme
    ) -> None:
        super().__init__()
        self._lines = model
        self._row_height = row_height
        self._showing = False
        self.setProperty("look", "card")
        self.names, self.months, self.sums = Part(), months, Part()
        self._down = LinkedBar(months.verticalScrollBar())
        self._across = LinkedBar(months.horizontalScrollBar())
        self._lay_out()
        theme.changed.connect(self._repaint)

    def select(self, keys: tuple[Key, ...]) -> None:
        """Tell which metrics the person has selected."""
        raise NotImplementedError

    def place_of_cursor(self, key: Key, column: int) -> tuple[Key, int]:
        """Where the cursor goes in another picture, after it stood in a metric and column."""
        return key, column

    def measure(self) -> None:
        """Find how wide columns have to be so that everything can be read."""
        raise NotImplementedError

    def spread(self, count: int) -> None:
        """Give columns their widths; there are so many months."""
        raise NotImplementedError

    def view_with(self, delegate: Callable[[Part], CellDelegate]) -> None:
        """Show the model, each view painted by a delegate of its own."""
        for view in self._views:
            view.paint_with(delegate(view))
            view.setModel(self._lines)
        chosen = self.months.selectionModel()
        for view in (self.names, self.sums):
            spare = view.selectionModel()
            view.setSelectionModel(chosen)
            spare.deleteLater()
        chosen.selectionChanged.connect(self._on_selected)
        chosen.currentChanged.connect(self._on_current)

    def show_table(self, table: M) -> None:
        """Show another picture and keep the place where the person is."""
        self._showing = True
        index = self.months.currentIndex()
        key, column = self._lines.key(index.row()), index.column()
        if self._lines.show_table(table):
            self._arrange()
            self.go_to(*self.place_of_cursor(key, column))
        self.measure()
        rows = sum(self._height(row) for row in range(self._lines.rowCount()))
        self.setMaximumHeight(HEADER + rows + 2 + self._across.sizeHint().height())
        self._spread()
        self._showing = False

    def go_to(self, key: Key, column: int) -> None:
        """Put the cursor there, if there is such a place."""
        row = self._lines.table.places.get(key)
        if row is not None and 0 <= column < self._lines.columnCount():
            self.months.mark(self._lines.index(row, column))

    def block(self) -> Block | None:
        """The selected rectangle of metrics and months."""
        indexes = self.months.selectionModel().selectedIndexes()
        columns = [index.column() for index in indexes if index.column() in self._lines.months]
        keys, first = self.selected_keys(), self._lines.first_month
        return Block(keys, min(columns) - first, max(columns) - first) if keys and columns else None

    def selected_keys(self) -> tuple[Key, ...]:
        """The metrics of the selected cells from top to bottom."""
        indexes = self.months.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        return tuple(key for row in rows if (key := self._lines.key(row)))

    def view_of(self, column: int) -> Part:
        """The view a column stands in."""
        if column < self._lines.first_month:
            return self.names
        return self.months if column in self._lines.months else self.sums

    def room_for_months(self, fixed: int) -> int:
        """How wide the months may be together beside what has a width already."""
        return self.width() - fixed - self._down.sizeHint().width() - 2

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
        grid.addWidget(self._down, 0, 3)
        grid.addWidget(self._across, 1, 1)
        grid.setColumnStretch(1, 1)
        moved = self.months.verticalScrollBar()
        for view in (self.names, self.sums):
            view.setFocusProxy(self.months)
            view.verticalScrollBar().valueChanged.connect(moved.setValue)
            moved.valueChanged.connect(view.verticalScrollBar().setValue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def _arrange(self) -> None:
        """Give each view its columns and each row its height."""
        for column in range(self._lines.columnCount()):
            owner = self.view_of(column)
            for view in self._views:
                view.setColumnHidden(column, view is not owner)
        for row in range(self._lines.rowCount()):
            for view in self._views:
                view.setRowHeight(row, self._height(row))

    def _height(self, row: int) -> int:
        return HEADING if isinstance(self._lines.line(row), Heading) else self._row_height

    def _spread(self) -> None:
        count = len(self._lines.table.months)
        if count:
            self.spread(count)

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._showing:
            self.select(self.selected_keys())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        for view in self._views:
            view.mark_current(now)

    def _repaint(self, *_changed: Any) -> None:
        for view in self._views:
            view.viewport().update()
