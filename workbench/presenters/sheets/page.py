"""A planned sheet as it will look: cells with their words, pictures and charts, in points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.excel.plan import (
    Area,
    Cell,
    Chart,
    Content,
    Formula,
    Link,
    Picture,
    SheetPlan,
    Style,
)
from workbench.presenters.sheets.conditions import Looks
from workbench.presenters.sheets.figures import cell_words, figure, is_number

# What a spreadsheet makes of a character of width and of a row without a height.
_CHARACTER, _MARGIN, _ROW, _COLUMN = 5.25, 3.75, 15.0, 8.43


@dataclass(frozen=True, slots=True)
class PageCell:
    """A box with words; `spill` is how far they may run on into empty neighbours.

    The words of one that `leads` go to the sheet of that name; a `bar` fills a share of the box.
    """

    left: float
    top: float
    width: float
    height: float
    words: str
    style: Style
    spill: float = 0.0
    number: bool = False
    leads: str = ""
    bar: tuple[float, str] = (0.0, "")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A PNG or JPEG over the cells."""

    left: float
    top: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; `share` is its part of the longest."""

    name: str
    share: float
    words: str
    color: str


@dataclass(frozen=True, slots=True)
class PageChart:
    """Bars below each other over the cells."""

    left: float
    top: float
    width: float
    height: float
    title: str
    bars: tuple[Bar, ...]


PageDrawing = PagePicture | PageChart


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet in one piece; sizes are in points."""

    name: str
    cells: tuple[PageCell, ...]
    width: float
    height: float
    drawings: tuple[PageDrawing, ...] = ()


def page(sheet: SheetPlan, language: Language) -> Page:
    """The page of a sheet in the language of the workbook."""
    lefts, tops = sums(column_widths(sheet)), sums(row_heights(sheet))
    columns = len(lefts) - 1
    taken = {(cell.row, cell.column) for cell in sheet.cells if cell.content is not None}
    looks = Looks(sheet)
    cells = []
    for cell in sheet.cells:
        style = looks.of(cell)
        right, bottom = cell.column + cell.across + 1, cell.row + cell.down + 1
        free = right
        while free < columns and (cell.row, free) not in taken:
            free += 1
        cells.append(
            PageCell(
                lefts[cell.column],
                tops[cell.row],
                lefts[right] - lefts[cell.column],
                tops[bottom] - tops[cell.row],
                cell_words(cell.content, style.number, language),
                style,
                lefts[free] - lefts[right],
                is_number(cell.content),
                cell.content.sheet if isinstance(cell.content, Link) else "",
                looks.bar(cell),
            )
        )
    drawings = tuple(_drawings(sheet, lefts, tops, language))
    return Page(sheet.name, tuple(cells), lefts[-1], tops[-1], drawings)


def column_widths(sheet: SheetPlan) -> list[float]:
    """The widths in points of the columns that have something in or over them."""
    least = max((cell.column + cell.across + 1 for cell in sheet.cells), default=0)
    needed = [(one.column, one.width) for one in drawings_of(sheet)]
    return _sizes(least, needed, lambda column: _column(sheet, column))


def row_heights(sheet: SheetPlan) -> list[float]:
    """The heights in points of the rows that have something in or over them."""
    least = max((cell.row + cell.down + 1 for cell in sheet.cells), default=0)
    needed = [(one.row, one.height) for one in drawings_of(sheet)]
    return _sizes(least, needed, lambda row: sheet.heights.get(row, _ROW))


def drawings_of(sheet: SheetPlan) -> tuple[Picture | Chart, ...]:
    """Everything that lies over the cells."""
    return (*sheet.pictures, *sheet.charts)


def sums(sizes: Sequence[float]) -> list[float]:
    """Where each size begins when they stand in a row, and where the last one ends."""
    found = [0.0]
    for size in sizes:
        found.append(found[-1] + size)
    return found


def _column(sheet: SheetPlan, column: int) -> float:
    width = sheet.widths[column] if column < len(sheet.widths) else _COLUMN
    return width * _CHARACTER + _MARGIN


def _sizes(
    least: int, needed: Sequence[tuple[int, float]], size: Callable[[int], float]
) -> list[float]:
    """As many rows or columns as have cells, and as what lies over them goes on."""
    found = [size(at) for at in range(least)]
    for first, length in needed:
        while len(found) <= first or sum(found[first:]) < length:
            found.append(size(len(found)))
    return found


def _drawings(
    sheet: SheetPlan, lefts: Sequence[float], tops: Sequence[float], language: Language
) -> Iterator[PageDrawing]:
    for picture in sheet.pictures:
        yield PagePicture(*_box(picture, lefts, tops), picture.data)
    contents = {(cell.row, cell.column): cell for cell in sheet.cells}
    for chart in sheet.charts:
        bars = tuple(_bars(chart, contents, language))
        yield PageChart(*_box(chart, lefts, tops), chart.title, bars)


def _box(
    drawing: Picture | Chart, lefts: Sequence[float], tops: Sequence[float]
) -> tuple[float, float, float, float]:
    return lefts[drawing.column], tops[drawing.row], drawing.width, drawing.height


def _bars(chart: Chart, cells: dict[tuple[int, int], Cell], language: Language) -> Iterator[Bar]:
    names = [_content(cells.get(place)) for place in _places(chart.names)]
    numbers = [_content(cells.get(place)) for place in _places(chart.values)]
    values = [one if isinstance(one, float | int) else 0.0 for one in numbers]
    largest = max(values, default=0.0)
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        color = chart.colors[at] if at < len(chart.colors) else ""
        share = max(0.0, value / largest) if largest > 0 else 0.0
        words = figure(value, chart.number, language) if numbers[at] != "" else ""
        yield Bar(cell_words(name, "", language), share, words, color)


def _content(cell: Cell | None) -> Content:
    content = cell.content if cell else None
    return content.value if isinstance(content, Formula) else content


def _places(area: Area) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    ]
