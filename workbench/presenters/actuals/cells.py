"""Typing, pasting, copying and clearing the actuals of a month; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.errors import WorkbenchError
from workbench.base.texts import MonthName, plural, text
from workbench.document.edits.project import SetActual
from workbench.document.value import Key
from workbench.presenters.actuals.entered import Entered, Keys, Place
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.desk import Desk
from workbench.presenters.months.clipboard import NotPasted, grid_of, pasted_value, text_of


class FactCells(Entered):
    """The actuals of the month that is chosen, one below the other."""

    def __init__(self, desk: Desk, month: MonthChoice, order: Callable[[], Keys]) -> None:
        super().__init__(desk)
        self._month = month
        self._order = order

    def fact(self, key: Key) -> float | None:
        """What a metric was in the month, if that was entered."""
        return self.fact_in(self._place(key))

    def unread(self, key: Key) -> str:
        """What was typed for a metric and month and is no number."""
        return self.unread_in(self._place(key))

    def exact(self, key: Key) -> str:
        """What stands in a field while it is typed, and what is copied: every digit."""
        return self.exact_in(self._place(key))

    def type(self, key: Key, words: str) -> None:
        """A number for the month; an empty field means that there is no actual."""
        self.type_in(self._place(key), words)

    def clear(self, keys: Keys) -> None:
        """The metrics without actuals in the month."""
        places = [self._place(key) for key in keys]
        self._forget(places)
        edits = [self._edit(place, None) for place in places if self.fact_in(place) is not None]
        self._enter(edits, text("Clear the actuals for {month}", month=self._named))

    def copy(self, keys: Keys) -> str:
        """A column as spreadsheets take it."""
        return text_of([[self.exact(key)] for key in keys])

    def paste(self, keys: Keys, words: str) -> None:
        """A column from a spreadsheet, from the first of the metrics on; one cell fills them."""
        try:
            column = _column(words)
            targets = keys if len(column) == 1 else self._from(keys[0])[: len(column)]
            pairs = list(zip(targets, column * len(keys) if len(column) == 1 else column,
                             strict=False))  # fmt: skip
            edits = [self._pasted(row, *pair) for row, pair in enumerate(pairs)]
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return
        self._forget(self._place(key) for key in targets)
        title = plural("Paste {n} actual for {month}", "Paste {n} actuals for {month}", len(edits),
                       month=self._named)  # fmt: skip
        if self._enter(edits, title):
            self._tell_pasted(pairs, len(column) - len(edits))

    def _pasted(self, row: int, key: Key, words: str) -> SetActual:
        metric = self._desk.project.metric(key)
        value = pasted_value(metric, words, self._desk.language, (row, 0))
        return self._edit(self._place(key), value)

    def _tell_pasted(self, pairs: list[tuple[Key, str]], left: int) -> None:
        """Say what could not be seen: numbers with two readings and cells below the last metric."""
        message = self._doubtful(pairs)
        if message is None and left > 0:
            message = plural(
                "One pasted cell has no place here: the table ends before it",
                "{n} pasted cells have no place here: the table ends before them", left,
            )  # fmt: skip
        if message is not None:
            self._desk.tell(message, wrong=False)

    def _from(self, key: Key) -> Keys:
        order = self._order()
        return order[order.index(key) :]

    def _place(self, key: Key) -> Place:
        return key, self._month.month

    @property
    def _named(self) -> MonthName:
        return MonthName(self._month.month)


def _column(words: str) -> list[str]:
    """The cells of copied text that is one column wide; raises `NotPasted`."""
    grid = grid_of(words)
    if grid and len(grid[0]) > 1:
        raise NotPasted(
            plural(
                "nothing was pasted: one column is expected, there is {n}",
                "nothing was pasted: one column is expected, there are {n}",
                len(grid[0]),
            )
        )
    return [row[0] for row in grid]
