"""The picture of the table as Qt wants it: metrics down, months across."""

from __future__ import annotations

from PySide6.QtCore import Qt

from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Cell, Heading, Line, Row, Table
from workbench.presenters.months.presenter import MonthsPresenter
from workbench.ui.panels.cells.delegate import Index
from workbench.ui.panels.cells.model import NOWHERE, MonthLinesModel, Role
from workbench.ui.panels.plan.months.headings import column_title

NAME, UNIT, DOTS, FIRST_MONTH = range(4)


class MonthsModel(MonthLinesModel[Table, Row]):
    """Name, unit and dots, then the months, the total, and the difference of a scenario."""

    first_month = FIRST_MONTH

    def __init__(self, desk: Desk) -> None:
        super().__init__(Table())
        self._desk = desk
        self._presenter: MonthsPresenter | None = None

    def serve(self, presenter: MonthsPresenter) -> None:
        """Pass what is typed on to a presenter, and ask it for explanations."""
        self._presenter = presenter

    @property
    def total(self) -> int:
        """The column of totals; the difference stands after it."""
        return self.months.stop

    def cell(self, row: int, column: int) -> Cell | None:
        """The number in a place, if one stands there."""
        line = self._table.lines[row]
        if isinstance(line, Row):
            if column in self.months:
                return line.cells[column - FIRST_MONTH]
            if column == self.total:
                return line.total
        return None

    def title(self, column: int) -> str:
        """What stands above a column."""
        if column in self.months:
            return self.table.months[column - FIRST_MONTH]
        return self._desk.say(column_title(column, self.total))

    def is_typed(self, row: Row, column: int) -> bool:
        """Formulas are not typed here."""
        typed = column in self.months and row.cells[column - FIRST_MONTH].kind != "computed"
        return typed and self._presenter is not None

    def type(self, row: Row, column: int, words: str) -> None:
        """A value of a month as it was typed."""
        if self._presenter is not None:
            self._presenter.cells.type(row.key, column - FIRST_MONTH, words)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid():
            return 0
        return self.total + (2 if self._table.compared else 1)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index.row())
        match role:
            case Role.DisplayRole:
                return self._shown(line, index.column())
            case Role.EditRole:
                return self._exact(line, index.column())
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return self._tip(line, index.column())
            case Role.AccessibleTextRole:
                return self._spoken(line, index.column())
            case Role.TextAlignmentRole:
                return self.side(index.column())
        return None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Words stand on the left, numbers on the right."""
        words = column < FIRST_MONTH
        side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _frame(self, table: Table) -> tuple[object, ...]:
        return (*super()._frame(table), table.compared)

    def _shown(self, line: Line, column: int) -> str:
        if isinstance(line, Heading):
            return line.name if column == NAME else ""
        match column:
            case _ if column in self.months:
                return line.cells[column - FIRST_MONTH].text
            case _ if column == self.total:
                return line.total.text
            case _ if column > self.total:
                return line.difference.text
            case _ if column == UNIT:
                return line.unit
            case _ if column == DOTS:
                return ", ".join(dot.name for dot in line.dots)
        return line.name

    def _exact(self, line: Line, column: int) -> str | None:
        if self._presenter is None or isinstance(line, Heading) or column not in self.months:
            return self._shown(line, column)
        return self._presenter.cells.exact(line.key, column - FIRST_MONTH)

    def _tip(self, line: Line, column: int) -> str | None:
        if self._presenter is None or isinstance(line, Heading):
            return None
        if column in self.months:
            return self._presenter.cell_tip(line.key, column - FIRST_MONTH)
        if column >= self.total:
            return self._presenter.total_tip(line.key)
        return self._presenter.name_tip(line.key)

    def _spoken(self, line: Line, column: int) -> str:
        """A number with the metric and the month it belongs to."""
        shown = self._shown(line, column)
        if isinstance(line, Heading) or column < FIRST_MONTH:
            return shown
        return f"{line.name}, {self.title(column)}: {shown}"
