"""Plain tables on their way in: which column is what, asked once for tables of one kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.excel.actuals_import import Told
from workbench.excel.returned.found import Returned
from workbench.excel.tables.columns import BadColumns, Columns, written
from workbench.excel.tables.layout import Layout, Part
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.plain import PlainTable, likely
from workbench.excel.tables.reading import table_fault, table_read
from workbench.planning.forward import calculate
from workbench.presenters.actuals.returning.columns_picture import ColumnsPicture
from workbench.presenters.actuals.returning.columns_showing import columns_shown
from workbench.presenters.actuals.returning.memory import Memory
from workbench.presenters.actuals.returning.reading import Opened
from workbench.presenters.desk import Desk

_TASTED = 400  # cells that are read to show what columns come to
Reading = Callable[[Callable[[], bool], Told], list[Returned]]


@dataclass
class _Match:
    """A table, which of its sheets is meant and what its columns are; settled once agreed to."""

    table: PlainTable
    layout: Layout
    columns: Columns
    settled: bool


class Matching:
    """Files that were opened, with the tables among them; `on_change` hears of each choice."""

    def __init__(
        self, opened: Sequence[Opened], desk: Desk, memory: Memory, on_change: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._memory = memory
        self._on_change = on_change
        self._forecast = calculate(desk.project)
        self._names = MetricNames(desk.project)
        self._known: object = None
        self._taste: Returned | Text = text("there is no table in it")
        self._files = [one if isinstance(one, Returned) else self._match(one) for one in opened]

    @property
    def has_tables(self) -> bool:
        """Whether there are plain tables among the files."""
        return bool(self._matches)

    @property
    def is_open(self) -> bool:
        """Whether the columns of a table are to be chosen."""
        return self._current is not None

    def pick(self, part: Part, column: int) -> None:
        """Choose the column of a part."""
        if self._current is not None:
            self._current.columns = self._current.columns.having(part, column)
            self._on_change()

    def pick_sheet(self, at: int) -> None:
        """Choose the sheet of a workbook."""
        match = self._current
        if match is not None and match.table.layouts[at] is not match.layout:
            match.layout = match.table.layouts[at]
            match.columns = likely(match.layout, self._names)
            self._on_change()

    def settle(self) -> None:
        """Agree to the columns of the table that is shown, and remember them."""
        match = self._current
        if match is None or table_fault(match.layout, match.columns, self._forecast) is not None:
            return
        match.settled = True
        if match.layout.signature:
            self._memory.remember(match.layout.signature, written(match.columns))
            self._settle_alike(match)
        self._on_change()

    def reopen(self) -> None:
        """Ask for the columns of every table again."""
        for match in self._matches:
            match.settled = False
        self._on_change()

    def reading(self) -> Reading:
        """The reading of all files as they are settled now, to be done beside the window."""
        files = [one if isinstance(one, Returned) else replace(one) for one in self._files]
        project, decimal = self._desk.project, self._desk.language.decimal
        return lambda wanted, told: _read(files, project, decimal, wanted, told)

    def picture(self) -> ColumnsPicture | None:
        """The table whose columns are to be chosen; None where there is none."""
        match = self._current
        if match is None:
            return None
        is_last = sum(not one.settled for one in self._matches) == 1
        return columns_shown(
            match.table,
            match.layout,
            match.columns,
            self._tried(match),
            self._desk,
            is_last=is_last,
        )

    @property
    def _matches(self) -> list[_Match]:
        return [one for one in self._files if isinstance(one, _Match)]

    @property
    def _current(self) -> _Match | None:
        return next((one for one in self._matches if not one.settled), None)

    def _match(self, table: PlainTable) -> _Match:
        known = table.known(self._memory.columns_of)
        if known is not None:
            fault = table_fault(*known, self._forecast)
            return _Match(table, *known, settled=fault is None)
        plain = table.plain()
        if plain is not None:
            return _Match(table, *plain, settled=False)
        tries = [(layout, likely(layout, self._names)) for layout in table.layouts]
        whole = (one for one in tries if one[1].fault(one[0]) is None)
        return _Match(table, *next(whole, tries[0]), settled=False)

    def _settle_alike(self, chosen: _Match) -> None:
        """What was just chosen holds for the other tables of the same headings."""
        for match in self._matches:
            layout = match.table.signed(chosen.layout.signature)
            if not match.settled and layout is match.layout:
                match.columns, match.settled = chosen.columns, True

    def _tried(self, match: _Match) -> Returned | Text:
        """What the first cells say, looked at anew only with other columns; or why nothing."""
        key = (id(match.layout), match.columns, self._desk.language.decimal)
        if key != self._known:
            self._known, self._taste = key, self._tasted(match)
        return self._taste

    def _tasted(self, match: _Match) -> Returned | Text:
        decimal = self._desk.language.decimal
        try:
            return table_read(match.layout, match.columns, self._forecast, match.table.file,
                              decimal, _TASTED)  # fmt: skip
        except BadColumns as error:
            return error.message


def _read(
    files: Sequence[Returned | _Match], project: Project, decimal: str,
    wanted: Callable[[], bool], told: Told,
) -> list[Returned]:  # fmt: skip
    forecast = calculate(project)
    books = []
    for done, one in enumerate(files):
        told(done, len(files))
        books.append(
            one if isinstance(one, Returned) else
            table_read(one.layout, one.columns, forecast, one.table.file, decimal, wanted=wanted)
        )  # fmt: skip
    return books
