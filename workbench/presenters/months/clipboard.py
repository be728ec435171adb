"""Rectangles of numbers on their way from and to a spreadsheet, as text with tabs."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language
from workbench.base.numbers import NotANumber, read_number
from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.presenters.measures import NOTHING, typed_value

Grid = tuple[tuple[str, ...], ...]
_LARGEST = 100_000
_EMPTY = {"", "-", "–", "−", NOTHING}


class NotPasted(WorkbenchError):
    """Something in the clipboard is no number; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pasted number with two readings, and the one that was taken."""

    words: str
    number: str


def grid_of(words: str) -> Grid:
    """The cells of copied text, rows of equal length; raises `NotPasted` for far too much."""
    if len(words) > _LARGEST:
        raise NotPasted(text("nothing was pasted: there is too much in the clipboard"))
    rows = list(csv.reader(io.StringIO(words.rstrip("\r\n"), newline=""), delimiter="\t"))
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def text_of(rows: list[list[str]]) -> str:
    """Cells as a spreadsheet takes them from the clipboard."""
    return "\n".join("\t".join(row) for row in rows)


def pasted_value(
    metric: Metric, words: str, language: Language, at: tuple[int, int]
) -> float | None:
    """The value of a pasted cell, None for an empty one; raises `NotPasted` with its place."""
    if words.strip() in _EMPTY:
        return None
    try:
        return typed_value(metric, words, language)
    except NotANumber as error:
        raise NotPasted(
            text(
                "nothing was pasted: {reason} (row {row}, column {column})",
                reason=error.message,
                row=at[0] + 1,
                column=at[1] + 1,
            )
        ) from None


def doubt(metric: Metric, words: str, language: Language) -> Doubt | None:
    """Whether a readable cell could have meant another number."""
    if words.strip() in _EMPTY:
        return None
    reading = read_number(words, language.decimal)
    fraction = metric.is_share and not reading.percent and 0 < abs(reading.value) < 1
    if not (reading.doubtful or fraction):
        return None
    number = understood(reading.value, language) + ("%" if metric.is_share else "")
    return Doubt(words.strip(), number)


def understood(value: float, language: Language) -> str:
    """A number that was read, so that thousands and thousandths cannot be mistaken."""
    return language.number(value, 0 if value.is_integer() else 3)
