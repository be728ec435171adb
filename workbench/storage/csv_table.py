"""Tables as text: what programs and people call CSV."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.table import NotATable, Sheet, bytes_of
from workbench.base.texts import Text, text

if TYPE_CHECKING:
    from _csv import Reader

LARGEST = 20 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 100_000, 200
MOST_OF_LINE, MOST_OF_CELL = 1_000_000, 131_072
_DELIMITERS = ";\t,|"  # of two that fit equally well the earlier is meant
_SAMPLE = 50
_RUBBISH = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffe\uffff]")
_END = re.compile(r"\r\n?|\n")
_NO_TABLE = text("this is no table of text (CSV)")
Rows = tuple[tuple[str, ...], ...]


def read_csv(path: Path, *, largest: int | None = None, rows: int | None = None) -> Sheet:
    """The rows of a text table: UTF-8, UTF-16 with a mark, or cp1251; raises `NotATable`.

    At most so many bytes and rows, if other limits are wanted.
    """
    words = _words(bytes_of(path, largest or LARGEST), path.name)
    _demand_lines(words, path.name)
    return Sheet(path.name, _rows(words, _delimiter(words), path.name, rows or MOST_ROWS))


def _words(data: bytes, name: str) -> str:
    """The text of a file; where it is no UTF, it is what Excel writes on a Russian Windows."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1251"):
        try:
            words = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _RUBBISH.search(words):
            return words
    raise NotATable(name, _NO_TABLE)


def _demand_lines(words: str, name: str) -> None:
    """Refuse a line that would become millions of cells before it is cut."""
    for line, length in enumerate(_lengths(words), 1):
        if length > MOST_OF_LINE:
            why = text("line {line} has more than {limit} characters", line=line,
                       limit=MOST_OF_LINE)  # fmt: skip
            raise NotATable(name, why)


def _lengths(words: str) -> Iterator[int]:
    """The length of each line, also where only a carriage return ends it as on old Macs."""
    start = 0
    for end in _END.finditer(words):
        yield end.start() - start
        start = end.end()
    yield len(words) - start


def _delimiter(words: str) -> str:
    """The sign that cuts the most rows into the same number of cells."""
    return max(_DELIMITERS, key=lambda sign: _fit(words, sign))


def _fit(words: str, delimiter: str) -> int:
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        for row in islice(_reader(words, delimiter), _SAMPLE):
            widths[len(row)] += any(row)
    return max((rows for width, rows in widths.items() if width > 1), default=0)


def _rows(words: str, delimiter: str, name: str, most: int) -> Rows:
    reader = _reader(words, delimiter)
    rows: list[tuple[str, ...]] = []
    line = 0
    try:
        for row in reader:
            line = reader.line_num
            rows.append(_trimmed(row))
            if len(rows) > most:
                raise NotATable(name, too_many_rows(most))
            if len(rows[-1]) > MOST_COLUMNS:
                why = text("the table has more than {limit} columns", limit=MOST_COLUMNS)
                raise NotATable(name, why)
    except csv.Error as error:
        raise NotATable(name, _not_cut(error, line + 1)) from None
    return tuple(rows)


def _reader(words: str, delimiter: str) -> Reader:
    # Strictly: otherwise a quotation mark that is not closed swallows the rest of the table.
    return csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=True)


def _not_cut(error: csv.Error, line: int) -> Text:
    if "field limit" in str(error):
        return text("a cell in line {line} has more than {limit} characters", line=line,
                    limit=MOST_OF_CELL)  # fmt: skip
    return text("a quotation mark in line {line} is not closed, or stands in the wrong place",
                line=line)  # fmt: skip


def _trimmed(row: list[str]) -> tuple[str, ...]:
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def too_many_rows(limit: int) -> Text:
    """A table that is longer than any that is read."""
    return text("the table has more than {limit} rows", limit=limit)
