"""A workbook as data: what stands where and how it looks; nothing here knows a file format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right"]
Direction = Literal["top", "center", "bottom"]
Kind = Literal["cover", "funnel", "model", "matrix", "role", "brief", "team", "actuals", "glossary"]


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression without its equals sign, and the value it has now; "" where there is none."""

    expression: str
    value: float | str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to the first cell of another sheet."""

    sheet: str
    words: str


Content = str | float | date | Formula | Link | None


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; colours are #RRGGBB, `unlocked` marks an input."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    color: str = "#1F2933"
    fill: str = ""
    align: Align = "left"
    valign: Direction = "center"
    wrap: bool = False
    indent: int = 0
    number: str = ""
    frame: str = ""
    underline: str = ""
    unlocked: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells, counted from zero, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `across` and `down` are how many further columns and rows it is merged over."""

    row: int
    column: int
    content: Content
    style: Style
    across: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True)
class Validation:
    """What may be typed into inputs; `gently` only warns. `list` takes its choices from a range."""

    area: Area
    kind: Literal["decimal", "date", "list"]
    title: str
    message: str
    least: float | date | None = None
    most: float | date | None = None
    choices: str = ""
    gently: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A look that an area takes while a formula, written for its first cell, holds."""

    area: Area
    formula: str
    color: str
    fill: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Bars in the cells of an area, full at `most`."""

    area: Area
    color: str
    most: float


# What is entered, and is told rather than read on the way back.
UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a cell or a range of this sheet can be found by, wherever it is moved.

    `means` says what is entered there, for the way back: a kind, then the keys it is about.
    """

    name: str
    area: Area
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG at a cell; sizes are in points, `words` say what it shows."""

    row: int
    column: int
    data: bytes
    width: float
    height: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars at a cell, the first on top, each in its colour; sizes are in points."""

    row: int
    column: int
    width: float
    height: float
    title: str
    names: Area
    values: Area
    colors: tuple[str, ...]
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Print:
    """A4, landscape unless `portrait`; `repeat` are rows and `beside` columns printed on each page,
    `wide` and `tall` how many pages.

    No limit to the pages down where `tall` is 0; there each row of `breaks` begins a new one.
    """

    repeat: tuple[int, int] | None = None
    wide: int = 1
    tall: int = 0
    area: Area | None = None
    breaks: tuple[int, ...] = ()
    footer: tuple[str, str, str] = ("", "", "")
    portrait: bool = False
    beside: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet; `widths` are in characters by column, `heights` in points by row.

    `role` is the key of the role that the sheet is about, if it is about one.
    """

    name: str
    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    heights: dict[int, float] = field(default_factory=dict)
    freeze: tuple[int, int] = (0, 0)
    tab: str = ""
    zoom: int = 100
    validations: tuple[Validation, ...] = ()
    conditions: tuple[Condition, ...] = ()
    names: tuple[Name, ...] = ()
    page: Print = Print()
    bars: tuple[Bar, ...] = ()
    pictures: tuple[Picture, ...] = ()
    charts: tuple[Chart, ...] = ()
    kind: Kind = "cover"
    role: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """The whole workbook; every name in it stands once, `status` only where there is one.

    Sheets `behind` the others are for programs: no hand makes them visible.
    """

    title: str
    subject: str
    company: str
    created: date
    sheets: tuple[SheetPlan, ...]
    status: str = ""
    behind: tuple[SheetPlan, ...] = ()
