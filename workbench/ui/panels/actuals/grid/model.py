"""The picture of plan and fact over the months as Qt wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from workbench.base.texts import text
from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.actuals.grid.picture import GridLine, GridRow, GridTable, PlanFact
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.ui.panels.cells.delegate import Index
from workbench.ui.panels.cells.model import NAME, NOWHERE, MonthLinesModel, Role

FIRST_MONTH = 1


class GridModel(MonthLinesModel[GridTable, GridRow]):
    """The name, then the months, then the months with a fact together."""

    first_month = FIRST_MONTH

    def __init__(self, desk: Desk, cells: GridCells) -> None:
        super().__init__(GridTable())
        self._desk = desk
        self._cells = cells

    @property
    def so_far(self) -> int:
        """The column after the months."""
        return self.months.stop

    def cell(self, row: int, column: int) -> PlanFact | None:
        """Plan and fact in a place, if they stand there."""
        line = self.line(row)
        if isinstance(line, GridRow) and column != NAME:
            return line.so_far if column == self.so_far else line.cells[column - FIRST_MONTH]
        return None

    def title(self, column: int) -> str:
        """What stands above a column."""
        if column in self.months:
            return self.table.months[column - FIRST_MONTH]
        return self._desk.say(text("Metric") if column == NAME else text("So far"))

    def is_typed(self, row: GridRow, column: int) -> bool:
        """Facts are typed by month."""
        return column in self.months

    def type(self, row: GridRow, column: int, words: str) -> None:
        """A fact as it was typed."""
        self._cells.type(row.key, column - FIRST_MONTH, words)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.so_far + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, cell = self.line(index.row()), self.cell(index.row(), index.column())
        match role:
            case Role.DisplayRole:
                return cell.fact if cell else line.name if index.column() == NAME else ""
            case Role.EditRole if isinstance(line, GridRow) and index.column() in self.months:
                return self._cells.exact(line.key, index.column() - FIRST_MONTH)
            case Role.ToolTipRole:
                return self._tip(line, cell)
            case Role.AccessibleTextRole:
                return self._spoken(line, cell, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if role == Role.ToolTipRole and section == self.so_far:
            return self._desk.say(text("The months with a fact together, plan and fact alike"))
        return super().headerData(section, orientation, role)

    def _tip(self, line: GridLine, cell: PlanFact | None) -> str | None:
        if isinstance(line, Heading):
            return None
        if cell is None:
            return "\n".join((line.name, *(dot.name for dot in line.dots)))
        return cell.wrong or cell.tip or None

    def _spoken(self, line: GridLine, cell: PlanFact | None, column: int) -> str:
        """A cell with the metric and the month it belongs to."""
        if isinstance(line, Heading) or cell is None:
            return line.name
        told = [f"{line.name}, {self.title(column)}"]
        plan, fact = self._desk.say(text("Plan")), self._desk.say(text("Fact"))
        told.append(f"{plan.lower()} {cell.plan}")
        told.append(f"{fact.lower()} {cell.fact or '—'}")
        told += [cell.completion] if cell.completion else []
        return ", ".join([*told, *([cell.wrong] if cell.wrong else [])])
