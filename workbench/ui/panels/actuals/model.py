"""The picture of the actuals as Qt wants it; only the facts can be gone to and typed into."""

from __future__ import annotations

from workbench.base.texts import Text, text
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.picture import FactRow, FactsTable
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.ui.panels.cells.delegate import Index
from workbench.ui.panels.cells.model import NOWHERE, LinesModel, Role

NAME, PLAN, FACT, COMPLETION = range(4)
TITLES: tuple[Text, ...] = (text("Metric"), text("Plan"), text("Fact"), text("Completion"))


class FactsModel(LinesModel[FactsTable, FactRow]):
    """A heading or a metric a row: name, plan, fact, completion."""

    def __init__(self, desk: Desk, cells: FactCells) -> None:
        super().__init__(FactsTable())
        self._desk = desk
        self._cells = cells

    def title(self, column: int) -> str:
        """What stands above a column."""
        return self._desk.say(TITLES[column])

    def is_reached(self, column: int) -> bool:
        """Only a fact can be gone to."""
        return column == FACT

    def is_typed(self, row: FactRow, column: int) -> bool:
        """Every fact is typed."""
        return column == FACT

    def type(self, row: FactRow, column: int, words: str) -> None:
        """A fact as it was typed."""
        self._cells.type(row.key, words)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

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
