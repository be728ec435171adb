"""What goes between the program and the process that fills a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.base.texts import Text

# Why a placeholder was left as it is: nothing is called so, or its cell cannot be touched.
Left = Literal["unknown", "formula", "heading"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a placeholder stands for: as words, and as a number or a day where it is one.

    Without words there is nothing to say about it, and `why` says the reason.
    """

    words: str
    value: float | date | None = None
    why: Text | None = None


Meanings = Mapping[str, Meaning]


@dataclass(frozen=True, slots=True)
class Spot:
    """A placeholder in a cell of the form."""

    sheet: str
    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to fill; `elsewhere` are placeholders that are in no cell."""

    words: frozenset[str]
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The bytes of the filled workbook, what was filled and what was left as it is."""

    data: bytes
    filled: tuple[Spot, ...]
    left: tuple[tuple[Spot, Left], ...]
