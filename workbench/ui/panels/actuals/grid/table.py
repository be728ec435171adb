"""The table of plan and fact over the months."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.presenters.actuals.commands import FactCommands
from workbench.presenters.actuals.grid.picture import GridRow, GridTable, PlanFact
from workbench.presenters.actuals.grid.presenter import GridPresenter
from workbench.presenters.months.picture import Heading
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.grid.delegate import ABOVE, BELOW, GridDelegate
from workbench.ui.panels.actuals.grid.model import FIRST_MONTH, GridModel
from workbench.ui.panels.actuals.own_keys import OwnKeysGrid
from workbench.ui.panels.cells.delegate import cell_width
from workbench.ui.panels.cells.model import NAME
from workbench.ui.panels.cells.side_by_side import SideBySide

_LEAST_NAME, _MOST_NAME, _SHARE_OF_NAME = 170, 260, 0.24
_SIGN = 52  # the completion with its sign


class PlanFactTable(SideBySide[GridTable, GridRow]):
    """Names, months with plan over fact, and the months with a fact together."""

    def __init__(self, kit: Kit, presenter: GridPresenter) -> None:
        model, keys = GridModel(kit.desk, presenter.cells), OwnKeysGrid(kit.desk)
        super().__init__(model, keys, ABOVE + BELOW, kit.theme)
        self.model = model
        self._keys = keys
        self._presenter = presenter
        self._name = self._month = self._sum = 0
        self._keys.offer(FactCommands(presenter.cells, self, self.block).all)
        self.view_with(
            lambda view: GridDelegate(self.model, kit.desk, kit.theme, presenter.cells, view)
        )
        self.setFocusProxy(self.months)
        kit.words.put(self.months, "setAccessibleName", text("Plan and fact by month"))
        kit.words.put(self.names, "setAccessibleName", text("Metrics of the plan"))
        kit.words.put(self.sums, "setAccessibleName", text("So far"))

    def taken(self) -> str:
        """What is in the clipboard."""
        return self._keys.taken()

    def give(self, words: str) -> None:
        """Put something into the clipboard."""
        self._keys.give(words)

    def select(self, keys: tuple[str, ...]) -> None:
        """Let the inspector show the metrics."""
        self._presenter.select(keys)

    def place_of_cursor(self, key: str, column: int) -> tuple[str, int]:
        """Back to where the cursor was, else to the first month that waits for facts."""
        table = self.model.table
        if key in table.places and column in self.model.months:
            return key, column
        key = key if key in table.places else next(iter(table.keys), "")
        return key, FIRST_MONTH + self._presenter.first_free()

    def measure(self) -> None:
        """Widths by what has to be read."""
        table = self.model.table
        rows = [line for line in table.lines if not isinstance(line, Heading)]
        dots = 11 * max((min(len(row.dots), 3) for row in rows), default=0)
        self._name = cell_width([row.name for row in rows], _LEAST_NAME, _MOST_NAME) + dots
        cells = [cell for row in rows for cell in row.cells]
        self._month = max(cell_width(list(table.months), 78, 110), _width(cells))
        sums = [row.so_far for row in rows]
        title = self.model.title(self.model.so_far)
        self._sum = max(cell_width([title], 84, 120), _width(sums))

    def spread(self, count: int) -> None:
        """Months are at most twice as wide as they need to be."""
        name = min(self._name, max(_LEAST_NAME, round(self.width() * _SHARE_OF_NAME)))
        room = self.room_for_months(name + self._sum)
        month = max(self._month, min(room // count, 2 * self._month))
        self.names.setColumnWidth(NAME, name)
        for column in self.model.months:
            self.months.setColumnWidth(column, month)
        self.sums.setColumnWidth(self.model.so_far, self._sum)
        self.names.setFixedWidth(name)
        self.sums.setFixedWidth(self._sum)
        self.months.setMaximumWidth(month * count)


def _width(cells: list[PlanFact]) -> int:
    """Room for the longest plan, and for the longest fact with its sign."""
    plans = cell_width([cell.plan for cell in cells], 78, 160)
    facts = cell_width([cell.fact for cell in cells], 40, 180, strong=True)
    done = [cell.completion for cell in cells if cell.completion]
    signs = max(_SIGN, cell_width(done, 0, 120) - 8) if done else 0  # in smaller figures
    return max(plans, facts + signs)
