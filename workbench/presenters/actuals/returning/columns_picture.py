"""What is shown of a table whose columns are to be matched: strings and flags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.excel.tables.layout import Part
from workbench.presenters.inspector.rows import Option


@dataclass(frozen=True, slots=True)
class Pick:
    """The choice of a column for one part; options go by number, `words` stand where none is."""

    part: Part
    label: str
    options: tuple[Option, ...]
    chosen: str | None
    words: str
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the preview: its letter, its heading, and the part it is chosen for."""

    letter: str
    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class ColumnsPicture:
    """A table with the choice of its columns and its first rows.

    `sheets` is empty where there is one sheet only; `said` tells what the choice comes to.
    """

    words: str
    hint: str
    sheets: tuple[Option, ...]
    sheet: str
    picks: tuple[Pick, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    said: str
    tone: Literal["", "good", "warn"]
    notes: str
    take: str
    is_ready: bool
    close: str
