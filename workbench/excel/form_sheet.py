"""A sheet of a form, filled by cutting single cells out of its bytes and putting others in.

Whatever else is in the file stays byte by byte as it was: a library that reads a workbook and
writes it again loses the pictures, shapes, charts and formats that it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from workbench.excel.form_parts import end_of_element, local
from workbench.excel.part_look import column_number
from workbench.excel.placeholders import MARK

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
# What XML cannot hold is written in Excel's own way, and so is what looks like that by accident.
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST = 32_767


@dataclass(slots=True)
class FormCell:
    """A cell with a placeholder or a formula, and where in the bytes it is."""

    row: int
    column: int
    name: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    words: str = ""
    formula: tuple[int, int] | None = None

    @property
    def place(self) -> str:
        """Such as B7."""
        return self.attributes.get("r", "")

    @property
    def style(self) -> int:
        """The number of its style."""
        number = self.attributes.get("s", "0")
        return int(number) if number.isdecimal() else 0


@dataclass(slots=True)
class _Reading:
    """What is being read of a cell."""

    value: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    formula: list[str] = field(default_factory=list)


def in_utf8(data: bytes) -> bytes:
    """A part in an encoding in which single bytes can be exchanged."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return _DECLARED.sub("", data.decode("utf-16")).encode("utf-8", "xmlcharrefreplace")


def cells_of_interest(data: bytes, strings: Mapping[int, str]) -> list[FormCell]:
    """The cells with a mark of placeholders or a formula in them, in the order of the bytes."""
    reader = _Cells(data, strings)
    reader.read()
    return reader.found


def with_number(cell: FormCell, value: float) -> bytes:
    """The cell with a number, in its own style."""
    return _element(cell, (), f"<{_prefix(cell)}v>{value!r}</{_prefix(cell)}v>")


def with_words(cell: FormCell, words: str) -> bytes:
    """The cell with a text, which is never a formula; nothing at all for no words."""
    if not words:
        return _element(cell, (), "")
    t = f"{_prefix(cell)}t"
    inner = f'<{t} xml:space="preserve">{escape(_held(words))}</{t}>'
    return _element(cell, (("t", "inlineStr"),), f"<{_prefix(cell)}is>{inner}</{_prefix(cell)}is>")


def without_result(cell: FormCell, data: bytes) -> bytes:
    """A formula without what it last came to, since that was before the form was filled."""
    assert cell.formula is not None
    start, end = cell.formula
    whole = _element(cell, (), "\0")
    return whole.replace(b"\0", data[start:end])


def spliced(data: bytes, exchanged: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The bytes with some stretches of them, which follow one another, exchanged."""
    pieces, at = [], 0
    for start, end, new in exchanged:
        pieces += [data[at:start], new]
        at = end
    return b"".join((*pieces, data[at:]))


def _prefix(cell: FormCell) -> str:
    return cell.name[:-1]


def _element(cell: FormCell, more: Iterable[tuple[str, str]], inner: str) -> bytes:
    kept = [(name, words) for name, words in cell.attributes.items() if name not in ("t", "vm")]
    attributes = "".join(f" {name}={quoteattr(words)}" for name, words in (*kept, *more))
    whole = f"<{cell.name}{attributes}>{inner}</{cell.name}>"
    return whole.encode("ascii", "xmlcharrefreplace")


def _held(words: str) -> str:
    """Words as Excel stores them, no longer than a cell can hold."""
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 1] + "…"
    return _UNHOLDABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", words.replace("\r\n", "\n"))


class _Cells:
    def __init__(self, data: bytes, strings: Mapping[int, str]) -> None:
        self.found: list[FormCell] = []
        self._data = data
        self._strings = strings
        self._row, self._column = 0, 0
        self._cell: FormCell | None = None
        self._read = _Reading()
        self._into: list[str] | None = None
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True

    def read(self) -> None:
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.CharacterDataHandler = self._on_text
        self._parser.Parse(self._data, True)

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "row":
                number = attributes.get("r", "")
                self._row = int(number) if number.isdecimal() else self._row + 1
                self._column = 0
            case "c":
                self._begin(name, attributes)
            case "v":
                self._into = self._read.value
            case "t":
                self._into = self._read.inline
            case "rPh":
                self._into = None
            case "f" if self._cell is not None:
                self._into = self._read.formula
                self._cell.formula = self._parser.CurrentByteIndex, 0

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        place = _PLACE.fullmatch(attributes.get("r", ""))
        if place is not None:
            self._row, self._column = int(place[2]), column_number(place[1])
        else:
            self._column += 1
        start = self._parser.CurrentByteIndex
        self._cell = FormCell(self._row, self._column, name, attributes, start)
        self._read = _Reading()

    def _on_end(self, name: str) -> None:
        self._into = None
        cell = self._cell
        if cell is None:
            return
        match local(name):
            case "f" if cell.formula is not None:
                cell.formula = cell.formula[0], self._end(name)
            case "c":
                self._finish(cell)
                self._cell = None

    def _finish(self, cell: FormCell) -> None:
        cell.words = self._words(cell)
        if cell.formula is not None or MARK in cell.words:
            cell.end = self._end(cell.name)
            self.found.append(cell)

    def _words(self, cell: FormCell) -> str:
        if cell.formula is not None:
            return "".join(self._read.formula)
        if cell.attributes.get("t") == "s":
            number = "".join(self._read.value).strip()
            return self._strings.get(int(number), "") if number.isdecimal() else ""
        return "".join(self._read.inline or self._read.value)

    def _end(self, name: str) -> int:
        return end_of_element(self._data, self._parser.CurrentByteIndex, name)

    def _on_text(self, words: str) -> None:
        if self._into is not None:
            self._into.append(words)
