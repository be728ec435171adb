"""Puts a sheet together cell by cell and sees to the heights of its rows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from workbench.excel import measure, styles
from workbench.excel.plan import (
    Area,
    Bar,
    Cell,
    Chart,
    Condition,
    Content,
    Formula,
    Kind,
    Link,
    Name,
    Picture,
    Print,
    SheetPlan,
    Style,
    Validation,
)

_LOWEST_ROW = 15.0
_HIGHEST_ROW = 409.0
# Cells of tables get some air above and below their words.
_FRAMED = 2.5


class SheetBuilder:
    """A sheet in the making; rows and columns are counted from zero."""

    def __init__(
        self,
        name: str,
        widths: tuple[float, ...],
        scale: float = 1.0,
        kind: Kind = "cover",
        role: str = "",
    ) -> None:
        self.name = name
        self.kind: Kind = kind
        self.role = role
        self.widths = widths
        self._scale = scale
        self._cells: dict[tuple[int, int], Cell] = {}
        self._heights: dict[int, float] = {}
        self._validations: list[Validation] = []
        self._conditions: list[Condition] = []
        self._names: list[Name] = []
        self._bars: list[Bar] = []
        self._tops: list[int] = []
        self._pictures: list[Picture] = []
        self._charts: list[Chart] = []

    def put(self, row: int, column: int, content: Content, style: Style, across: int = 0) -> None:
        """Write one cell, merged over `across` further columns; the row grows as its text needs."""
        style = self._scaled(style)
        self._cells[row, column] = Cell(row, column, content, style, across)
        needed = self._needed(content, style, column, across)
        self._heights[row] = min(max(self._heights.get(row, _LOWEST_ROW), needed), _HIGHEST_ROW)

    def block(self, row: int, column: int, words: str, style: Style, size: tuple[int, int]) -> None:
        """Write a text over `size` further (columns, rows), each row as high as one line."""
        across, down = size
        style = self._scaled(style)
        self._cells[row, column] = Cell(row, column, words, style, across, down)
        for line in range(row, row + down + 1):
            self.height(line, max(self._heights.get(line, 0.0), _block_line(style)))

    def lines(self, words: str, column: int, across: int, style: Style) -> int:
        """How many lines a text takes in merged columns."""
        room = self._room(column, across, style)
        return measure.lines(words, room, self._scaled(style).size, bold=style.bold)

    def formula(
        self,
        row: int,
        column: int,
        expression: str,
        value: float | str,
        style: Style,
        across: int = 0,
    ) -> None:
        """Write a formula with the value it has now."""
        self.put(row, column, Formula(expression, value), style, across)

    def row(self, row: int, column: int, contents: tuple[Content, ...], style: Style) -> None:
        """Write neighbouring cells of one style."""
        for index, content in enumerate(contents):
            self.put(row, column + index, content, style)

    def fill(self, row: int, first: int, last: int, style: Style) -> None:
        """Give the cells of a row that are still empty a style."""
        for column in range(first, last + 1):
            if (row, column) not in self._cells:
                self.put(row, column, None, style)

    def height(self, row: int, points: float) -> None:
        """Set the height of a row, whatever stands in it."""
        self._heights[row] = points

    def validate(self, validation: Validation) -> None:
        """Limit what may be typed into an area."""
        self._validations.append(validation)

    def condition(
        self, area: Area, formula: str, look: Literal["good", "fair", "bad"], number: str = ""
    ) -> None:
        """Colour an area while a formula holds; a sign in the number format says the same."""
        color, fill = {
            "good": (styles.GOOD, styles.GOOD_FILL),
            "fair": (styles.FAIR, styles.FAIR_FILL),
            "bad": (styles.BAD, styles.BAD_FILL),
        }[look]
        self._conditions.append(Condition(area, formula, color, fill, number))

    def bars(self, area: Area, color: str, most: float = 1.0) -> None:
        """Draw bars in the cells of an area, full at `most`."""
        self._bars.append(Bar(area, color, most))

    def define(
        self,
        name: str,
        row: int,
        column: int,
        last: int | None = None,
        means: tuple[str, ...] = (),
    ) -> None:
        """Give a cell, or cells up to a last column, a name in the workbook."""
        self.define_area(name, Area(row, column, row, column if last is None else last), means)

    def define_area(self, name: str, area: Area, means: tuple[str, ...] = ()) -> None:
        """Give a block of cells a name in the workbook; `means` as in `Name`."""
        self._names.append(Name(name, area, means))

    def depth(self, row: int) -> float:
        """How far below the top of the sheet a row begins, in points."""
        return sum(self._heights.get(above, _LOWEST_ROW) for above in range(row))

    def keep(self, top: int) -> None:
        """Begin a table that is not to be torn where a page ends."""
        self._tops.append(top)

    def picture(self, picture: Picture) -> None:
        """Put a picture over the cells."""
        self._pictures.append(picture)

    def chart(self, chart: Chart) -> None:
        """Put a chart over the cells."""
        self._charts.append(chart)

    def title(self, words: str, subtitle: str, color: str, last: int) -> None:
        """The first rows of every sheet: title, subtitle, and a line in the sheet's colour."""
        self.put(0, 0, words, styles.TITLE)
        self.height(0, 30)
        self.put(1, 0, subtitle, styles.SUBTITLE)
        self.height(1, 17)
        self.fill(2, 0, last, Style(fill=color))
        self.height(2, 3)

    def link_home(self, cover: str, words: str) -> None:
        """The way back to the contents, under the title."""
        self.put(3, 0, Link(cover, words), styles.LINK)

    def built(
        self,
        page: Print,
        freeze: tuple[int, int] = (0, 0),
        tab: str = styles.BRAND,
        zoom: int = 100,
    ) -> SheetPlan:
        """The finished sheet."""
        return SheetPlan(
            name=self.name,
            cells=tuple(self._cells[place] for place in sorted(self._cells)),
            widths=self.widths,
            heights=dict(sorted(self._heights.items())),
            freeze=freeze,
            tab=tab,
            zoom=zoom,
            validations=tuple(self._validations),
            conditions=tuple(self._conditions),
            names=tuple(self._names),
            bars=tuple(self._bars),
            page=self._paged(page),
            pictures=tuple(self._pictures),
            charts=tuple(self._charts),
            kind=self.kind,
            role=self.role,
        )

    def _paged(self, page: Print) -> Print:
        """One page down where that is enough; else the pages begin at tables if so they suffice."""
        last = page.area.right + 1 if page.area else None
        widths, heights = self.widths[:last], self._all_heights()
        torn = measure.page_breaks(self._tops, widths, heights)
        breaks = tuple(sorted({*page.breaks, *torn}))
        if page.wide == 1 and measure.fits_one_page(widths, heights):
            return replace(page, tall=1, breaks=breaks)
        enough = measure.pages(breaks, widths, heights) <= page.tall
        return replace(page, tall=0 if enough else page.tall, breaks=breaks)

    def _all_heights(self) -> list[float]:
        rows = max((cell.row + cell.down for cell in self._cells.values()), default=0) + 1
        return [self._heights.get(row, _LOWEST_ROW) for row in range(rows)]

    def _scaled(self, style: Style) -> Style:
        return style if self._scale == 1.0 else _larger(style, self._scale)

    def _needed(self, content: Content, style: Style, column: int, across: int) -> float:
        words = content.words if isinstance(content, Link) else content
        count = 1
        if isinstance(words, str) and style.wrap:
            count = measure.lines(
                words, self._room(column, across, style), style.size, bold=style.bold
            )
        return measure.height(count, style.size) + (_FRAMED if style.frame else 0.0)

    def _room(self, column: int, across: int, style: Style) -> float:
        widths = self.widths[column : column + across + 1]
        return sum(widths) + across * 0.7 - style.indent * 1.5


def _block_line(style: Style) -> float:
    return measure.height(1, style.size) - 1.5


@cache
def _larger(style: Style, scale: float) -> Style:
    return replace(style, size=round(style.size * scale * 2) / 2)


@cache
def with_number(style: Style, number: str) -> Style:
    """A style with another number format."""
    return replace(style, number=number)
