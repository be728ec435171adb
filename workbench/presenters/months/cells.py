"""Typing, filling, clearing, copying and pasting in the table; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.base.errors import WorkbenchError
from workbench.base.numbers import NotANumber
from workbench.base.texts import Text, plural, text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.measures import editable_value, typed_value
from workbench.presenters.months.clipboard import (
    Doubt,
    Grid,
    doubt,
    grid_of,
    pasted_value,
    text_of,
)
from workbench.presenters.months.entries import Entry, Sheet
from workbench.presenters.months.picture import Block
from workbench.presenters.plan.numbers import Numbers
from workbench.presenters.typed_numbers import TypedNumbers


class Cells(TypedNumbers):
    """Changes inputs of the base or of the scenario that is shown."""

    def __init__(
        self,
        desk: Desk,
        numbers: Callable[[], Numbers],
        order: Callable[[], tuple[Key, ...]],
    ) -> None:
        super().__init__(desk)
        self._numbers = numbers
        self._order = order

    def takes(self, key: Key) -> bool:
        """Whether a metric can be typed into."""
        return self._sheet.takes(key)

    def exact(self, key: Key, month: int) -> str:
        """What stands in a field while it is typed, and what is copied: every digit."""
        result = self._numbers().chosen.values[key][month]
        value = result if isinstance(result, float | int) else None
        return editable_value(self._desk.project.metric(key), value, self._desk.language)

    def type(self, key: Key, month: int, words: str) -> None:
        """A number for one month; an empty field leaves the month without a value."""
        try:
            value = typed_value(self._desk.project.metric(key), words, self._desk.language)
        except NotANumber as error:
            self._desk.tell(error.message)
            return
        self._enter({key: {month: value}})

    def same(self, block: Block) -> None:
        """Every month the same as the first of the block."""
        known = {key: self._sheet.value(key, block.first) for key in self._inputs(block.keys)}
        filled = {key: value for key, value in known.items() if value is not None}
        self._enter(filled, text("The same in all months"))

    def fill_right(self, block: Block) -> None:
        """The first month of the block into its others; from one month on to the end."""
        one = block.first == block.last
        last = self._desk.project.calendar.months - 1 if one else block.last
        months = range(block.first + 1, last + 1)
        self._enter(
            {
                key: dict.fromkeys(months, self._sheet.value(key, block.first))
                for key in self._inputs(block.keys)
            },
            text("Fill to the right"),
        )

    def fill_down(self, block: Block) -> None:
        """The first row of the block into its others; one row takes what stands above it."""
        source, targets = block.keys[0], block.keys[1:]
        if not targets:
            order = self._order()
            at = order.index(source)
            if at == 0:
                return
            source, targets = order[at - 1], (source,)
        above = self._numbers().chosen.values[source]
        copied = {month: above[month] for month in block.months}
        entry = {m: value for m, value in copied.items() if isinstance(value, float | int)}
        self._enter(dict.fromkeys(self._inputs(targets), entry), text("Fill down"))

    def clear(self, block: Block) -> None:
        """The months without a value; in a scenario they follow the base again."""
        keys = self._inputs(block.keys)
        if self._sheet.scenario is None:
            cleared = text("Clear months")
            self._enter({key: dict.fromkeys(block.months) for key in keys}, cleared)
            return
        self._enter(
            {key: {month: self._sheet.base(key, month) for month in block.months} for key in keys},
            text("Back to the values of the base"),
        )

    def copy(self, block: Block) -> str:
        """The block as spreadsheets take it."""
        return text_of([[self.exact(key, month) for month in block.months] for key in block.keys])

    def paste(self, block: Block, words: str) -> None:
        """Cells from a spreadsheet, from the block's first cell on; one cell fills the block."""
        try:
            grid = grid_of(words)
            entries, doubts = self._pasted(block, grid)
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return
        count = sum(len(entry) for entry in entries.values())
        if count and self._enter(entries, plural("Paste a value", "Paste {n} values", count)):
            self._tell_pasted(grid, block, entries, doubts)

    def _pasted(
        self, block: Block, grid: Grid
    ) -> tuple[dict[Key, dict[int, float | None]], list[Doubt]]:
        entries: dict[Key, dict[int, float | None]] = {}
        doubts: list[Doubt] = []
        for row, key, month, column in self._targets(block, grid):
            words, metric = grid[row][column], self._desk.project.metric(key)
            value = pasted_value(metric, words, self._desk.language, (row, column))
            found = doubt(metric, words, self._desk.language)
            doubts.extend([found] if found else [])
            entries.setdefault(key, {})[month] = value
        return entries, doubts

    def _targets(self, block: Block, grid: Grid) -> list[tuple[int, Key, int, int]]:
        """Row of the clipboard, metric, month, column of the clipboard; inputs only."""
        if len(grid) == 1 and len(grid[0]) == 1:
            keys, months = list(block.keys), block.months
            found = [(0, key, month, 0) for key in keys for month in months]
        else:
            order = self._order()
            start = order.index(block.keys[0])
            keys = list(order[start : start + len(grid)])
            end = min(block.first + len(grid[0] if grid else ()), len(self._months))
            found = [
                (row, key, month, month - block.first)
                for row, key in enumerate(keys)
                for month in range(block.first, end)
            ]
        return [each for each in found if self.takes(each[1])]

    def _tell_pasted(
        self,
        grid: Grid,
        block: Block,
        entries: Mapping[Key, Mapping[int, object]],
        doubts: list[Doubt],
    ) -> None:
        """Say what could not be seen: cells left out and numbers with two readings."""
        if doubts:
            words, number = doubts[0].words, doubts[0].number
            message = text("“{words}” was read as {number}", words=words, number=number)
            self._desk.tell(message, wrong=False)
            return
        one = len(grid) == 1 and len(grid[0]) == 1
        whole = len(block.keys) * len(block.months) if one else len(grid) * len(grid[0])
        left = whole - sum(len(entry) for entry in entries.values())
        if left:
            message = plural(
                "One pasted cell has no place here: it is computed or outside the table",
                "{n} pasted cells have no place here: they are computed or outside the table",
                left,
            )
            self._desk.tell(message, wrong=False)

    def _inputs(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        return tuple(key for key in keys if self.takes(key))

    def _enter(self, entries: Mapping[Key, Entry], title: Text | None = None) -> bool:
        return bool(entries) and self._desk.do(self._sheet.edit(entries, title))

    @property
    def _months(self) -> tuple[str, ...]:
        return self._desk.project.calendar.all_months

    @property
    def _sheet(self) -> Sheet:
        numbers = self._numbers()
        return Sheet(numbers.project, numbers.scenario)
