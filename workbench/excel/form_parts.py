"""What has to be known of a workbook to fill its cells: sheets, strings, formats, tables."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml
from xml.parsers import expat
from zipfile import ZipFile

from workbench.base.texts import text
from workbench.excel.part_look import Harmful, column_number
from workbench.excel.placeholders import MARK

_BOOK = "xl/workbook.xml"
_MOST_OF_TREE = 8 * 1024 * 1024
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
# Formats that need no words in the file; beyond these a workbook spells them out.
_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)")


@dataclass(frozen=True, slots=True)
class Heads:
    """The cells with the headings of one table, which its definition repeats."""

    row: int
    first: int
    last: int

    def has(self, row: int, column: int) -> bool:
        """Whether a cell is one of them."""
        return row == self.row and self.first <= column <= self.last


@dataclass(frozen=True)
class Parts:
    """A workbook whose parts were looked through."""

    archive: ZipFile

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The title and the part of every sheet of cells, in the order of the workbook."""
        targets = dict(self._targets(_BOOK, "worksheet"))
        for element in self._tree(_BOOK).iter():
            if local(element.tag) == "sheet":
                part = next((targets[v] for k, v in element.items() if local(k) == "id"
                             and v in targets), None)  # fmt: skip
                if part is not None:
                    yield element.get("name", ""), part

    def strings(self) -> dict[int, str]:
        """The shared strings with a mark of placeholders in them, by number."""
        reader = _Strings()
        for _, part in self._targets(_BOOK, "sharedStrings"):
            reader.read(self.archive.read(part))
        return reader.found

    def day_styles(self) -> frozenset[int]:
        """The numbers of the cell styles that show a number as a day."""
        for _, part in self._targets(_BOOK, "styles"):
            return frozenset(_day_styles(self._tree(part)))
        return frozenset()

    def counts_from_1904(self) -> bool:
        """Whether days are counted as old Macs did."""
        properties = (one for one in self._tree(_BOOK).iter() if local(one.tag) == "workbookPr")
        return any(one.get("date1904") in ("1", "true") for one in properties)

    def headings(self, sheet: str) -> tuple[Heads, ...]:
        """The headings of the tables of a sheet."""
        found = []
        for _, part in self._targets(sheet, "table"):
            table = self._tree(part)
            match = _RANGE.fullmatch(table.get("ref", ""))
            if match and table.get("headerRowCount") != "0":
                ends = column_number(match[1]), column_number(match[3])
                found.append(Heads(int(match[2]), *ends))
        return tuple(found)

    def _targets(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        """The parts that a part refers to: id and name."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        names = set(self.archive.namelist())
        if relations not in names:
            return
        for one in self._tree(relations):
            if one.get("Type", "").endswith(f"/{kind}") and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                if target.lstrip("/") in names:
                    yield one.get("Id", ""), target.lstrip("/")

    def _tree(self, part: str) -> Any:
        if self.archive.getinfo(part).file_size > _MOST_OF_TREE:
            raise Harmful(text("one of its parts is far larger than programs write it"))
        return Xml.fromstring(self.archive.read(part))


def local(name: str) -> str:
    """A name of XML without its namespace or prefix."""
    return name.rpartition("}")[2].rpartition(":")[2]


def end_of_element(data: bytes, at: int, name: str) -> int:
    """Where an element ends whose end is reported at a place of the bytes.

    That is before its end tag, but behind the whole of an element without one.
    """
    closing = f"</{name}".encode()
    return data.index(b">", at) + 1 if data.startswith(closing, at) else at


def shows_days(code: str) -> bool:
    """Whether a number format is one of days rather than of numbers."""
    bare = _LITERAL.sub("", code.partition(";")[0]).lower()
    return any(sign in bare for sign in "dy") or ("m" in bare and "0" not in bare)


def _day_styles(styles: Any) -> Iterator[int]:
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter()
             if local(one.tag) == "numFmt"}  # fmt: skip
    formats = next((one for one in styles if local(one.tag) == "cellXfs"), ())
    for at, style in enumerate(formats):
        number = style.get("numFmtId", "0")
        if shows_days(codes[number]) if number in codes else int(number) in _DAYS:
            yield at


class _Strings:
    """Reads shared strings; the hints for reading Japanese aloud are no text of the cell."""

    def __init__(self) -> None:
        self.found: dict[int, str] = {}
        self._at = -1
        self._pieces: list[str] = []
        self._reading = False
        self._aside = False

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_text
        parser.Parse(data, True)

    def _on_start(self, name: str, _attributes: object) -> None:
        match local(name):
            case "si":
                self._at += 1
                self._pieces = []
            case "rPh":
                self._aside = True
            case "t":
                self._reading = not self._aside

    def _on_end(self, name: str) -> None:
        match local(name):
            case "si":
                words = "".join(self._pieces)
                if MARK in words:
                    self.found[self._at] = words
            case "rPh":
                self._aside = False
            case "t":
                self._reading = False

    def _on_text(self, words: str) -> None:
        if self._reading:
            self._pieces.append(words)
