"""How a sheet falls onto sides of paper, as its page setup asks: the size, the cuts, the heads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from workbench.excel.plan import Area, Print, SheetPlan, Style
from workbench.presenters.sheets.page import column_widths, drawings_of, row_heights, sums

LONG, SHORT = 841.89, 595.28  # the sides of an A4 page in points
SIDE, TOP, BOTTOM = 28.8, 28.8, 39.6  # the margins that the writer of workbooks sets
_LEAST = 10  # percent; a spreadsheet makes nothing smaller


@dataclass(frozen=True, slots=True)
class Cut:
    """A rectangle of a sheet, in points, and where on the paper its corner lies."""

    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of paper before anything is on it."""

    width: float
    height: float
    scale: float
    cuts: tuple[Cut, ...]


def sides(sheet: SheetPlan) -> tuple[Side, ...]:
    """The sides that a sheet takes: down before across, as spreadsheets print."""
    return _Paging(sheet).sides()


Span = tuple[int, int]


class _Paging:
    def __init__(self, sheet: SheetPlan) -> None:
        self.page: Print = sheet.page
        self.sheet = sheet
        rows, columns = row_heights(sheet), column_widths(sheet)
        area = sheet.page.area or Area(0, 0, len(rows) - 1, len(columns) - 1)
        self.area = Area(
            area.top, area.left, min(area.bottom, len(rows) - 1), min(area.right, len(columns) - 1)
        )
        self.heights, self.widths = rows, columns
        self.tops, self.lefts = sums(rows), sums(columns)
        portrait = sheet.page.portrait
        self.width, self.height = (SHORT, LONG) if portrait else (LONG, SHORT)

    def sides(self) -> tuple[Side, ...]:
        scale = self._scale()
        cuts = [
            self._cuts(rows, columns, scale)
            for columns in self._columns(scale)
            for rows in self._rows(scale)
            if self._is_written(rows, columns)
        ]
        empty = self._cuts((self.area.top,) * 2, (self.area.left,) * 2, scale)
        return tuple(Side(self.width, self.height, scale, one) for one in cuts or [empty])

    def _scale(self) -> float:
        """The largest whole percent at which the sheet keeps to its number of pages."""
        for percent in range(100, _LEAST, -1):
            scale = percent / 100
            if len(self._columns(scale)) <= self.page.wide and (
                not self.page.tall or len(self._rows(scale)) <= self.page.tall
            ):
                return scale
        return _LEAST / 100

    def _columns(self, scale: float) -> list[Span]:
        room = (self.width - 2 * SIDE) / scale
        starts, used = [self.area.left], 0.0
        for column in range(self.area.left, self.area.right + 1):
            if used + self.widths[column] > room and column > starts[-1]:
                starts.append(column)
                used = self._beside(column)
            used += self.widths[column]
        return _spans(starts, self.area.right + 1)

    def _rows(self, scale: float) -> list[Span]:
        room = (self.height - TOP - BOTTOM) / scale
        breaks = () if self.page.tall else self.page.breaks
        starts, used = [self.area.top], 0.0
        for row in range(self.area.top, self.area.bottom + 1):
            asked = row in breaks
            over = used + self.heights[row] > room and not self._ends_before(row, breaks)
            if row > starts[-1] and (asked or over):
                start = row if asked else self._loose(row, starts[-1])
                starts.append(start)
                used = self._repeated(start) + self.tops[row] - self.tops[start]
            used += self.heights[row]
        return _spans(starts, self.area.bottom + 1)

    def _ends_before(self, row: int, breaks: tuple[int, ...]) -> bool:
        """Whether nothing is left from a row on that the page would have to make room for."""
        end = min((one for one in breaks if one >= row), default=self.area.bottom + 1)
        return not any(at in self._written for at in range(row, end))

    @cached_property
    def _written(self) -> frozenset[int]:
        """Rows in which there is something to be seen."""
        return frozenset(row for top, bottom, _, _ in self._seen for row in range(top, bottom))

    def _is_written(self, rows: Span, columns: Span) -> bool:
        """Whether there is something to be seen beside what is shown again."""
        return any(
            top < rows[1] and bottom > rows[0] and left < columns[1] and right > columns[0]
            for top, bottom, left, right in self._seen
        )

    @cached_property
    def _seen(self) -> tuple[tuple[int, int, int, int], ...]:
        """Rows and columns of whatever can be seen; the last of each is not in it."""
        cells = (
            (cell.row, cell.row + cell.down + 1, cell.column, cell.column + cell.across + 1)
            for cell in self.sheet.cells
            if cell.content is not None or cell.style != Style()
        )
        drawings = (
            (one.row, _reach(self.tops, one.row, one.height),
             one.column, _reach(self.lefts, one.column, one.width))
            for one in drawings_of(self.sheet)
        )  # fmt: skip
        return (*cells, *drawings)

    def _loose(self, row: int, first: int) -> int:
        """The last row up to this one that may begin a page; this one where none may."""
        start = row
        while start > first + 1 and start in self._tied:
            start -= 1
        return row if start in self._tied else start

    @cached_property
    def _tied(self) -> frozenset[int]:
        """Rows that stay with the one above: one cell, one picture, a heading."""
        tied = {
            row
            for cell in self.sheet.cells
            for row in range(cell.row + 1, cell.row + cell.down + 1)
        }
        for drawing in drawings_of(self.sheet):
            bottom = self.tops[drawing.row] + drawing.height
            rows = range(drawing.row + 1, len(self.heights))
            tied |= {row for row in rows if self.tops[row] < bottom}
        bold: dict[int, bool] = {}
        for cell in self.sheet.cells:
            if cell.content is not None:
                bold[cell.row] = bold.get(cell.row, True) and cell.style.bold
        return frozenset(tied | {row + 1 for row, heads in bold.items() if heads})

    def _repeated(self, start: int) -> float:
        """The height of the rows that stand above a page that begins with this row."""
        return _length(self.page.repeat, start, self.tops)

    def _beside(self, start: int) -> float:
        """The width of the columns that stand at the left of a page that begins with this one."""
        return _length(self.page.beside, start, self.lefts)

    def _cuts(self, rows: Span, columns: Span, scale: float) -> tuple[Cut, ...]:
        across = _pieces(self.lefts, columns, self.page.beside, self._beside(columns[0]))
        down = _pieces(self.tops, rows, self.page.repeat, self._repeated(rows[0]))
        width = sum(piece.length for piece in across)
        x = (self.width - width * scale) / 2
        return tuple(
            Cut(one.start, two.start, one.start + one.length, two.start + two.length,
                x + one.before * scale, TOP + two.before * scale)
            for two in down
            for one in across
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of rows or columns, and how much of the page lies before it."""

    start: float
    length: float
    before: float


def _pieces(at: list[float], span: Span, again: Span | None, length: float) -> list[_Piece]:
    """What is shown again, then what is new."""
    body = _Piece(at[span[0]], at[span[1]] - at[span[0]], length)
    return [_Piece(at[again[0]], length, 0.0), body] if again and length else [body]


def _length(again: Span | None, start: int, at: list[float]) -> float:
    """How long what is shown again is on a page that begins there."""
    if again is None or start <= again[1] or again[1] + 1 >= len(at):
        return 0.0
    return at[again[1] + 1] - at[again[0]]


def _reach(at: list[float], first: int, length: float) -> int:
    """The first row or column behind something so long."""
    end = at[first] + length
    return next((one for one in range(first + 1, len(at)) if at[one] >= end), len(at) - 1)


def _spans(starts: list[int], end: int) -> list[Span]:
    return list(zip(starts, [*starts[1:], end], strict=True))
