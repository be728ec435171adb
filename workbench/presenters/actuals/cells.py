"""Typing, pasting, copying and clearing the actuals of a month; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from psygnal import Signal

from workbench.base.errors import WorkbenchError
from workbench.base.numbers import NotANumber
from workbench.base.texts import MonthName, Text, plural, text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.project import SetActual
from workbench.document.plan import Actual
from workbench.document.value import Key
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.desk import Desk
from workbench.presenters.measures import editable_value, typed_value
from workbench.presenters.months.clipboard import (
    NotPasted,
    doubt,
    grid_of,
    pasted_value,
    text_of,
)
from workbench.presenters.typed_numbers import TypedNumbers

Keys = tuple[Key, ...]
Place = tuple[Key, str]  # a metric and a month


class FactCells(TypedNumbers):
    """Changes actuals; what was typed and is no number is kept, month by month, to be mended."""

    changed = Signal()

    def __init__(self, desk: Desk, month: MonthChoice, order: Callable[[], Keys]) -> None:
        super().__init__(desk)
        self._month = month
        self._order = order
        self._unread: dict[Place, str] = {}
        self._read: tuple[tuple[Actual, ...], dict[Place, float]] = ((), {})
        desk.session.opened.connect(self._on_opened)

    def fact(self, key: Key) -> float | None:
        """What a metric was in the month, if that was entered."""
        project = self._desk.project
        if self._read[0] is not project.actuals:
            values = {(one.metric, one.month): one.value for one in project.actuals}
            self._read = (project.actuals, values)
        return self._read[1].get((key, self._month.month))

    def unread(self, key: Key) -> str:
        """What was typed for a metric and month and is no number."""
        return self._unread.get((key, self._month.month), "")

    def exact(self, key: Key) -> str:
        """What stands in a field while it is typed, and what is copied: every digit."""
        metric = self._desk.project.metric(key)
        return self.unread(key) or editable_value(metric, self.fact(key), self._desk.language)

    def type(self, key: Key, words: str) -> None:
        """A number for the month; an empty field means that there is no actual."""
        try:
            value = typed_value(self._desk.project.metric(key), words, self._desk.language)
        except NotANumber as error:
            self._unread[key, self._month.month] = words
            self._desk.tell(error.message)
            self.changed.emit()
            return
        self._forget((key,))
        self._desk.do(self._edit(key, value))

    def clear(self, keys: Keys) -> None:
        """The metrics without actuals in the month."""
        self._forget(keys)
        edits = [self._edit(key, None) for key in keys if self.fact(key) is not None]
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
        self._forget(tuple(targets))
        title = plural("Paste {n} actual for {month}", "Paste {n} actuals for {month}", len(edits),
                       month=self._named)  # fmt: skip
        if self._enter(edits, title):
            self._tell_pasted(pairs, len(column) - len(edits))

    def _pasted(self, row: int, key: Key, words: str) -> SetActual:
        metric = self._desk.project.metric(key)
        return self._edit(key, pasted_value(metric, words, self._desk.language, (row, 0)))

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

    def _doubtful(self, pairs: list[tuple[Key, str]]) -> Text | None:
        for key, words in pairs:
            found = doubt(self._desk.project.metric(key), words, self._desk.language)
            if found:
                return text("“{words}” was read as {number}", words=found.words,
                            number=found.number)  # fmt: skip
        return None

    def _enter(self, edits: list[SetActual], title: Text) -> bool:
        if len(edits) == 1:
            return self._desk.do(edits[0])
        return bool(edits) and self._desk.do(Bundle(title, tuple(edits)))

    def _edit(self, key: Key, value: float | None) -> SetActual:
        return SetActual(key, self._month.month, value, self._desk.project.metric(key).name)

    def _from(self, key: Key) -> Keys:
        order = self._order()
        return order[order.index(key) :]

    def _forget(self, keys: Keys) -> None:
        places = [(key, self._month.month) for key in keys]
        known = [place for place in places if place in self._unread]
        for place in known:
            del self._unread[place]
        if known:
            self.changed.emit()

    @property
    def _named(self) -> MonthName:
        return MonthName(self._month.month)

    def _on_opened(self) -> None:
        self._unread.clear()


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
