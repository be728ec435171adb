"""The table of the plan: names and totals stay in sight while the months move between them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Block, Heading, Row, Table
from workbench.presenters.months.presenter import MonthsPresenter
from workbench.ui.panels.plan.months.delegate import MonthsDelegate
from workbench.ui.panels.plan.months.grid import HEADER, HEADING, ROW, Grid, Part
from workbench.ui.panels.plan.months.linked_bar import LinkedBar
from workbench.ui.panels.plan.months.table_model import DOTS, FIRST_MONTH, NAME, UNIT, MonthsModel
from workbench.ui.panels.plan.months.widths import Widths, widths_of
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class MonthsTable(QFrame):
    """Three views of one model with one selection: names, months, totals."""

    pressed_key = Signal(QKeyEvent)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._presenter: MonthsPresenter | None = None
        self._showing = False
        self._widths = Widths()
        self.setProperty("look", "card")
        self.model = MonthsModel(desk)
        self.names, self.months, self.totals = Part(), Grid(), Part()
        self._down = LinkedBar(self.months.verticalScrollBar())
        self._across = LinkedBar(self.months.horizontalScrollBar())
        self._lay_out()
        words.put(self.months, "setAccessibleName", text("Plan by months"))
        words.put(self.names, "setAccessibleName", text("Metrics of the plan"))
        words.put(self.totals, "setAccessibleName", text("Totals of the plan"))
        theme.changed.connect(self._repaint)

    def serve(self, presenter: MonthsPresenter) -> None:
        """Connect the table with the presenter that answers it."""
        self._presenter = presenter
        self.model.serve(presenter)
        for view in self._views:
            view.paint_with(
                MonthsDelegate(self.model, self._desk, self._theme, presenter.cells, view)
            )
            view.setModel(self.model)
        for view in (self.names, self.totals):
            spare = view.selectionModel()
            view.setSelectionModel(self.months.selectionModel())
            spare.deleteLater()
        self.months.selectionModel().selectionChanged.connect(self._on_selected)
        self.months.selectionModel().currentChanged.connect(self._on_current)
        self.months.pressed_key.connect(self.pressed_key)
        self.months.menu_wanted.connect(self.menu_wanted)

    def show_table(self, table: Table) -> None:
        """Show another picture and keep the place where the person is."""
        self._showing = True
        place = self._place()
        if self.model.show_table(table):
            self._arrange()
            self._return_to(*place)
        self._fit()
        self._showing = False

    def show_selected(self, keys: tuple[str, ...]) -> None:
        """Go to the row of a metric that was selected elsewhere."""
        if keys == self._selected_keys():
            return
        self._showing = True
        rows = [self.model.table.places[key] for key in keys if key in self.model.table.places]
        if rows:
            column = max(FIRST_MONTH, self.months.currentIndex().column())
            self.months.mark(self.model.index(rows[0], column))
        else:
            self.months.selectionModel().clearSelection()
        self._showing = False

    def block(self) -> Block | None:
        """The selected rectangle of metrics and months."""
        places = [
            (index.row(), index.column() - FIRST_MONTH)
            for index in self.months.selectionModel().selectedIndexes()
            if index.column() in self.model.months
        ]
        if not places:
            return None
        rows, months = sorted({row for row, _ in places}), [month for _, month in places]
        lines = [self.model.line(row) for row in rows]
        keys = tuple(line.key for line in lines if isinstance(line, Row))
        return Block(keys, min(months), max(months)) if keys else None

    @property
    def _views(self) -> tuple[Part, ...]:
        return self.names, self.months, self.totals

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        for column, view in enumerate(self._views):
            grid.addWidget(view, 0, column)
        grid.addWidget(self._down, 0, 3)
        grid.addWidget(self._across, 1, 1)
        grid.setColumnStretch(1, 1)
        for view in (self.names, self.totals):
            view.setFocusProxy(self.months)
            view.verticalScrollBar().valueChanged.connect(self.months.verticalScrollBar().setValue)
            self.months.verticalScrollBar().valueChanged.connect(view.verticalScrollBar().setValue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def _arrange(self) -> None:
        """Give each view its columns and each row its height."""
        for column in range(self.model.columnCount()):
            owner = self._owner(column)
            for view in self._views:
                view.setColumnHidden(column, view is not owner)
        for row in range(self.model.rowCount()):
            height = HEADING if isinstance(self.model.line(row), Heading) else ROW
            for view in self._views:
                view.setRowHeight(row, height)

    def _owner(self, column: int) -> Part:
        if column < FIRST_MONTH:
            return self.names
        return self.months if column in self.model.months else self.totals

    def _fit(self) -> None:
        """Widths by what has to be read, the height by the number of rows."""
        lines = self.model.table.lines
        self._widths = widths_of(self.model.table)
        height = sum(ROW if isinstance(line, Row) else HEADING for line in lines)
        self.setMaximumHeight(HEADER + height + 2 + self._across.sizeHint().height())
        self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Months share the room there is."""
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        widths, count = self._widths, len(self.model.table.months)
        if not count:
            return
        name = widths.name_in(self.width())
        fixed, ending = name + widths.unit + widths.dots, widths.total + widths.difference
        room = self.width() - fixed - ending - self._down.sizeHint().width() - 2
        month = widths.month_in(room, count)
        for column, width in ((NAME, name), (UNIT, widths.unit), (DOTS, widths.dots)):
            self.names.setColumnWidth(column, width)
        for column in self.model.months:
            self.months.setColumnWidth(column, month)
        self.totals.setColumnWidth(self.model.total, widths.total)
        self.totals.setColumnWidth(self.model.total + 1, widths.difference)
        self.names.setFixedWidth(fixed)
        self.totals.setFixedWidth(ending)
        self.months.setMaximumWidth(month * count)

    def _place(self) -> tuple[str, int]:
        index = self.months.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        return (line.key, index.column()) if isinstance(line, Row) else ("", 0)

    def _return_to(self, key: str, column: int) -> None:
        row = self.model.table.places.get(key)
        if row is not None and column < self.model.columnCount():
            self.months.mark(self.model.index(row, column))

    def _selected_keys(self) -> tuple[str, ...]:
        indexes = self.months.selectionModel().selectedIndexes()
        lines = [self.model.line(row) for row in sorted({index.row() for index in indexes})]
        return tuple(line.key for line in lines if isinstance(line, Row))

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._showing and self._presenter is not None:
            self._presenter.select(self._selected_keys())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        for view in self._views:
            view.mark_current(now)

    def _repaint(self) -> None:
        for view in self._views:
            view.viewport().update()
