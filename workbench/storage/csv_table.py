"""Tables as text: what programs and people call CSV."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path

from workbench.base.table import NotATable, Sheet, bytes_of
from workbench.base.texts import Text, text

LARGEST = 20 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 100_000, 200
_DELIMITERS = ";\t,"  # of two that fit equally well the earlier is meant
_SAMPLE = 50
Rows = tuple[tuple[str, ...], ...]


def read_csv(path: Path) -> Sheet:
    """The rows of a text table: UTF-8, UTF-16 with a mark, or cp1251; raises `NotATable`."""
    words = _words(bytes_of(path, LARGEST), path.name)
    try:
        rows = _rows(words, _delimiter(words), path.name)
    except csv.Error:
        raise NotATable(path.name, text("this is no table of text (CSV)")) from None
    return Sheet(path.name, rows)


def _words(data: bytes, name: str) -> str:
    """The text of a file; where it is no UTF, it is what Excel writes on a Russian Windows."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1251"):
        try:
            words = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in words:
            return words
    raise NotATable(name, text("this is no table of text (CSV)"))


def _delimiter(words: str) -> str:
    """The sign that cuts the most rows into the same number of cells."""
    return max(_DELIMITERS, key=lambda sign: _fit(words, sign))


def _fit(words: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter)
    widths = Counter(len(row) for row in islice(reader, _SAMPLE) if any(row))
    return max((rows for width, rows in widths.items() if width > 1), default=0)


def _rows(words: str, delimiter: str, name: str) -> Rows:
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter)
    rows = [_trimmed(row) for row in islice(reader, MOST_ROWS + 1)]
    if len(rows) > MOST_ROWS:
        raise NotATable(name, too_many_rows(MOST_ROWS))
    if any(len(row) > MOST_COLUMNS for row in rows):
        raise NotATable(name, text("the table has more than {limit} columns", limit=MOST_COLUMNS))
    return tuple(rows)


def _trimmed(row: list[str]) -> tuple[str, ...]:
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def too_many_rows(limit: int) -> Text:
    """A table that is longer than any that is read."""
    return text("the table has more than {limit} rows", limit=limit)
