"""The picture of the actuals as Qt wants it; only the facts can be gone to and typed into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.base.texts import Text, text
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.picture import FactLine, FactRow, FactsTable
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.ui.panels.cell_delegate import Index

NAME, PLAN, FACT, COMPLETION = range(4)
TITLES: tuple[Text, ...] = (text("Metric"), text("Plan"), text("Fact"), text("Completion"))
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class FactsModel(QAbstractTableModel):
    """A heading or a metric a row: name, plan, fact, completion."""

    def __init__(self, desk: Desk, cells: FactCells) -> None:
        super().__init__()
        self._desk = desk
        self._cells = cells
        self._table = FactsTable()

    @property
    def table(self) -> FactsTable:
        """The picture that is shown."""
        return self._table

    def show_table(self, table: FactsTable) -> bool:
        """Show another picture; True when rows are others than before."""
        before, after = _frame(self._table), _frame(table)
        if before != after:
            self.beginResetModel()
            self._table = table
            self.endResetModel()
            return True
        self._table = table
        if table.lines:
            last = self.index(len(table.lines) - 1, COMPLETION)
            self.dataChanged.emit(self.index(0, NAME), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, COMPLETION)
        return False

    def line(self, row: int) -> FactLine:
        """A heading or a metric."""
        return self._table.lines[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid() or index.column() != FACT:
            return flag.NoItemFlags
        if isinstance(self.line(index.row()), Heading):
            return flag.NoItemFlags
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return usual | flag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.line(index.row()), index.column()
        if isinstance(line, Heading):
            return line.name if column == NAME and role == Role.DisplayRole else None
        match role:
            case Role.DisplayRole:
                return (line.name, line.plan, line.fact, line.completion)[column]
            case Role.EditRole:
                return self._cells.exact(line.key)
            case Role.ToolTipRole:
                return self._tip(line, column)
            case Role.AccessibleTextRole:
                return self._spoken(line)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        line = self.line(index.row()) if index.isValid() else None
        if role != Role.EditRole or index.column() != FACT or not isinstance(line, FactRow):
            return False
        self._cells.type(line.key, str(value or ""))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._desk.say(TITLES[section]) if role == Role.DisplayRole else None

    def _tip(self, line: FactRow, column: int) -> str:
        if column == NAME:
            return "\n".join((line.name, *(dot.name for dot in line.dots)))
        return line.wrong if column == FACT and line.wrong else line.tip

    def _spoken(self, line: FactRow) -> str:
        """The whole row: the cursor stands only in the facts."""
        titles = [self._desk.say(title).lower() for title in TITLES]
        told = [f"{titles[PLAN]} {line.plan}", f"{titles[FACT]} {line.fact or '—'}"]
        if line.completion:
            told.append(f"{titles[COMPLETION]} {line.completion}")
        return ", ".join((line.name, *told, *([line.wrong] if line.wrong else [])))


def _frame(table: FactsTable) -> tuple[object, ...]:
    return tuple(line.key if isinstance(line, FactRow) else None for line in table.lines)
