"""The table of the plan over the months."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Row, Table
from workbench.presenters.months.presenter import MonthsPresenter
from workbench.ui.panels.cells.grid import ROW, Grid
from workbench.ui.panels.cells.side_by_side import SideBySide
from workbench.ui.panels.plan.months.delegate import MonthsDelegate
from workbench.ui.panels.plan.months.table_model import DOTS, FIRST_MONTH, NAME, UNIT, MonthsModel
from workbench.ui.panels.plan.months.widths import Widths, widths_of
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class MonthsTable(SideBySide[Table, Row]):
    """Names, units and roles; months; totals and what a scenario makes of them."""

    pressed_key = Signal(QKeyEvent)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        model = MonthsModel(desk)
        super().__init__(model, Grid(), ROW, theme)
        self.model = model
        self._desk = desk
        self._theme = theme
        self._presenter: MonthsPresenter | None = None
        self._widths = Widths()
        self.months.pressed_key.connect(self.pressed_key)
        self.months.menu_wanted.connect(self.menu_wanted)
        words.put(self.months, "setAccessibleName", text("Plan by months"))
        words.put(self.names, "setAccessibleName", text("Metrics of the plan"))
        words.put(self.sums, "setAccessibleName", text("Totals of the plan"))

    def serve(self, presenter: MonthsPresenter) -> None:
        """Connect the table with the presenter that answers it."""
        self._presenter = presenter
        self.model.serve(presenter)
        self.view_with(
            lambda view: MonthsDelegate(self.model, self._desk, self._theme, presenter.cells, view)
        )

    def show_selected(self, keys: tuple[str, ...]) -> None:
        """Go to the row of a metric that was selected elsewhere."""
        if keys == self.selected_keys():
            return
        self._showing = True
        shown = [key for key in keys if key in self.model.table.places]
        if shown:
            self.go_to(shown[0], max(FIRST_MONTH, self.months.currentIndex().column()))
        else:
            self.months.selectionModel().clearSelection()
        self._showing = False

    def select(self, keys: tuple[str, ...]) -> None:
        """Let the inspector show the metrics."""
        if self._presenter is not None:
            self._presenter.select(keys)

    def measure(self) -> None:
        """Widths by what has to be read."""
        self._widths = widths_of(self.model.table)

    def spread(self, count: int) -> None:
        """Names, units and totals keep their widths; months share the rest."""
        widths = self._widths
        name = widths.name_in(self.width())
        fixed, ending = name + widths.unit + widths.dots, widths.total + widths.difference
        month = widths.month_in(self.room_for_months(fixed + ending), count)
        for column, width in ((NAME, name), (UNIT, widths.unit), (DOTS, widths.dots)):
            self.names.setColumnWidth(column, width)
        for column in self.model.months:
            self.months.setColumnWidth(column, month)
        self.sums.setColumnWidth(self.model.total, widths.total)
        self.sums.setColumnWidth(self.model.total + 1, widths.difference)
        self.names.setFixedWidth(fixed)
        self.sums.setFixedWidth(ending)
        self.months.setMaximumWidth(month * count)
