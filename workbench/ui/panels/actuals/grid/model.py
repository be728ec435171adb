"""The picture of plan and fact over the months as Qt wants it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.base.texts import text
from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.actuals.grid.picture import GridLine, GridRow, GridTable, PlanFact
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.ui.panels.cell_delegate import Index

NAME, FIRST_MONTH = range(2)
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """The name, then the months, then the months with a fact together."""

    def __init__(self, desk: Desk, cells: GridCells) -> None:
        super().__init__()
        self._desk = desk
        self._cells = cells
        self._table = GridTable()

    @property
    def table(self) -> GridTable:
        """The picture that is shown."""
        return self._table

    @property
    def months(self) -> range:
        """The columns of the months."""
        return range(FIRST_MONTH, FIRST_MONTH + len(self._table.months))

    @property
    def so_far(self) -> int:
        """The column after the months."""
        return self.months.stop

    def show_table(self, table: GridTable) -> bool:
        """Show another picture; True when rows or columns are others than before."""
        before = _frame(self._table)
        if before != _frame(table):
            self.beginResetModel()
            self._table = table
            self.endResetModel()
            return True
        self._table = table
        if table.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.lines) - 1, self.so_far))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.so_far)
        return False

    def line(self, row: int) -> GridLine:
        """A heading or a metric."""
        return self._table.lines[row]

    def cell(self, row: int, column: int) -> PlanFact | None:
        """Plan and fact in a place, if they stand there."""
        line = self.line(row)
        if isinstance(line, GridRow) and column != NAME:
            return line.so_far if column == self.so_far else line.cells[column - FIRST_MONTH]
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.so_far + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid() or isinstance(self.line(index.row()), Heading):
            return flag.NoItemFlags
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return plain | flag.ItemIsEditable if index.column() in self.months else plain

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

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        line = self.line(index.row()) if index.isValid() else None
        if role != Role.EditRole or not isinstance(line, GridRow):
            return False
        if index.column() not in self.months:
            return False
        self._cells.type(line.key, index.column() - FIRST_MONTH, str(value or ""))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ToolTipRole and section == self.so_far:
            return self._desk.say(text("The months with a fact together, plan and fact alike"))
        return self._title(section) if role == Role.DisplayRole else None

    def _title(self, section: int) -> str:
        if section in self.months:
            return self._table.months[section - FIRST_MONTH]
        return self._desk.say(text("Metric") if section == NAME else text("So far"))

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
        told = [f"{line.name}, {self._title(column)}"]
        plan, fact = self._desk.say(text("Plan")), self._desk.say(text("Fact"))
        told.append(f"{plan.lower()} {cell.plan}")
        told.append(f"{fact.lower()} {cell.fact or '—'}")
        told += [cell.completion] if cell.completion else []
        return ", ".join([*told, *([cell.wrong] if cell.wrong else [])])


def _frame(table: GridTable) -> tuple[object, ...]:
    lines = tuple(line.key if isinstance(line, GridRow) else None for line in table.lines)
    return lines, len(table.months)
