"""The picture of the table as Qt wants it: metrics down, months across."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Cell, Heading, Line, Row, Table
from workbench.presenters.months.presenter import MonthsPresenter
from workbench.ui.panels.plan.months.headings import column_title

NAME, UNIT, DOTS, FIRST_MONTH = range(4)
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class MonthsModel(QAbstractTableModel):
    """Name, unit and dots, then the months, the total, and the difference of a scenario."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter: MonthsPresenter | None = None
        self._table = Table()

    def serve(self, presenter: MonthsPresenter) -> None:
        """Pass what is typed on to a presenter, and ask it for explanations."""
        self._presenter = presenter

    @property
    def table(self) -> Table:
        """The picture that is shown."""
        return self._table

    @property
    def months(self) -> range:
        """The columns of the months."""
        return range(FIRST_MONTH, FIRST_MONTH + len(self._table.months))

    @property
    def total(self) -> int:
        """The column of totals; the difference stands after it."""
        return self.months.stop

    def show_table(self, table: Table) -> bool:
        """Show another picture; True when rows or columns are others than before."""
        before = self._table
        if _frame(before) != _frame(table):
            self.beginResetModel()
            self._table = table
            self.endResetModel()
            return True
        self._table = table
        pairs = zip(before.lines, table.lines, strict=True)
        last = self.columnCount() - 1
        for row, (old, new) in enumerate(pairs):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        if before.months != table.months:
            self.retitle()
        return False

    def retitle(self) -> None:
        """The language of the titles has changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def line(self, row: int) -> Line:
        """A heading or a metric."""
        return self._table.lines[row]

    def cell(self, row: int, column: int) -> Cell | None:
        """The number in a place, if one stands there."""
        line = self._table.lines[row]
        if isinstance(line, Row):
            if column in self.months:
                return line.cells[column - FIRST_MONTH]
            if column == self.total:
                return line.total
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return self.total + (2 if self._table.compared else 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid() or isinstance(self.line(index.row()), Heading):
            return flag.NoItemFlags
        cell = self.cell(index.row(), index.column())
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        typed = cell is not None and cell.kind != "computed"
        return plain | flag.ItemIsEditable if typed else plain

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
                return _side(index.column())
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        line = self.line(index.row()) if index.isValid() else None
        if self._presenter is None or role != Role.EditRole or not isinstance(line, Row):
            return False
        if not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self._presenter.cells.type(line.key, index.column() - FIRST_MONTH, str(value or ""))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _side(section)
        if role != Role.DisplayRole:
            return None
        if section in self.months:
            return self._table.months[section - FIRST_MONTH]
        return self._desk.say(column_title(section, self.total))

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
        title = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{line.name}, {title}: {shown}"


def _side(column: int) -> Qt.AlignmentFlag:
    """Words stand on the left, numbers on the right."""
    side = Qt.AlignmentFlag.AlignRight if column >= FIRST_MONTH else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _frame(table: Table) -> tuple[object, ...]:
    """What makes rows and columns others than before; only words and numbers may differ."""
    lines = tuple(line.key if isinstance(line, Row) else None for line in table.lines)
    return lines, len(table.months), table.compared
