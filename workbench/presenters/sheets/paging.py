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
        return tuple(
            Side(self.width, self.height, scale, self._cuts(rows, columns, scale))
            for columns in self._columns(scale)
            for rows in self._rows(scale)
        )

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
                used = 0.0
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
        found = {
            row
            for cell in self.sheet.cells
            if cell.content is not None or cell.style != Style()
            for row in range(cell.row, cell.row + cell.down + 1)
        }
        for drawing in drawings_of(self.sheet):
            bottom = self.tops[drawing.row] + drawing.height
            rows = range(drawing.row, len(self.heights))
            found |= {row for row in rows if self.tops[row] < bottom}
        return frozenset(found)

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
        repeat = self.page.repeat
        if repeat is None or start <= repeat[1]:
            return 0.0
        return self.tops[repeat[1] + 1] - self.tops[repeat[0]]

    def _cuts(self, rows: Span, columns: Span, scale: float) -> tuple[Cut, ...]:
        left, right = self.lefts[columns[0]], self.lefts[columns[1]]
        top, bottom = self.tops[rows[0]], self.tops[rows[1]]
        x = (self.width - (right - left) * scale) / 2
        repeated = self._repeated(rows[0])
        body = Cut(left, top, right, bottom, x, TOP + repeated * scale)
        if not repeated or self.page.repeat is None:
            return (body,)
        head = self.tops[self.page.repeat[0]]
        return (Cut(left, head, right, head + repeated, x, TOP), body)


def _spans(starts: list[int], end: int) -> list[Span]:
    return list(zip(starts, [*starts[1:], end], strict=True))
