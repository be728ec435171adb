"""Typing, pasting, copying and clearing actuals of several months; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.errors import WorkbenchError
from workbench.base.texts import plural, text
from workbench.document.edits.project import SetActual
from workbench.document.value import Key
from workbench.presenters.actuals.entered import Entered, Keys, Place
from workbench.presenters.desk import Desk
from workbench.presenters.months.clipboard import Grid, grid_of, pasted_value, text_of
from workbench.presenters.months.picture import Block

Target = tuple[int, int, Place]  # row and column of the clipboard, and where the cell goes


class GridCells(Entered):
    """Every metric takes actuals in every month of the plan."""

    def __init__(self, desk: Desk, order: Callable[[], Keys]) -> None:
        super().__init__(desk)
        self._order = order

    def exact(self, key: Key, at: int) -> str:
        """What stands in a field while it is typed, and what is copied: every digit."""
        return self.exact_in(self.place(key, at))

    def type(self, key: Key, at: int, words: str) -> None:
        """A number for one month; an empty field means that there is no actual."""
        self.type_in(self.place(key, at), words)

    def clear(self, block: Block) -> None:
        """The block without actuals."""
        places = self._places(block)
        self._forget(places)
        edits = [self._edit(place, None) for place in places if self.fact_in(place) is not None]
        self._enter(edits, text("Clear actuals"))

    def copy(self, block: Block) -> str:
        """The block as spreadsheets take it."""
        return text_of([[self.exact(key, at) for at in block.months] for key in block.keys])

    def paste(self, block: Block, words: str) -> None:
        """Cells from a spreadsheet, from the block's first cell on; one cell fills the block."""
        try:
            grid = grid_of(words)
            targets = self._targets(block, grid)
            edits = [self._pasted(target, grid) for target in targets]
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return
        self._forget(place for _, _, place in targets)
        if self._enter(edits, plural("Paste an actual", "Paste {n} actuals", len(edits))):
            self._tell_pasted(grid, targets)

    def place(self, key: Key, at: int) -> Place:
        """A metric in a month of the plan, counted from zero."""
        return key, self._desk.project.calendar.month(at)

    def _places(self, block: Block) -> list[Place]:
        return [self.place(key, at) for key in block.keys for at in block.months]

    def _pasted(self, target: Target, grid: Grid) -> SetActual:
        row, column, place = target
        metric = self._desk.project.metric(place[0])
        value = pasted_value(metric, grid[row][column], self._desk.language, (row, column))
        return self._edit(place, value)

    def _targets(self, block: Block, grid: Grid) -> list[Target]:
        if _is_one(grid):
            return [(0, 0, place) for place in self._places(block)]
        order = self._order()
        start = order.index(block.keys[0])
        end = min(block.first + len(grid[0] if grid else ()), self._desk.project.calendar.months)
        return [
            (row, at - block.first, self.place(key, at))
            for row, key in enumerate(order[start : start + len(grid)])
            for at in range(block.first, end)
        ]

    def _tell_pasted(self, grid: Grid, targets: list[Target]) -> None:
        """Say what could not be seen: numbers with two readings and cells outside the table."""
        message = self._doubtful((place[0], grid[row][column]) for row, column, place in targets)
        cells = 0 if _is_one(grid) else len(grid) * len(grid[0]) - len(targets)
        if message is None and cells:
            message = plural(
                "One pasted cell has no place here: the table ends before it",
                "{n} pasted cells have no place here: the table ends before them", cells,
            )  # fmt: skip
        if message is not None:
            self._desk.tell(message, wrong=False)


def _is_one(grid: Grid) -> bool:
    return len(grid) == 1 and len(grid[0]) == 1
