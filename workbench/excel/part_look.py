"""A look through the XML of a workbook, in the process that has nothing to lose.

The parts are read in pieces and nothing is kept, so whatever is in them costs little. Refused is
what no table needs and readers choke on: declarations of a document type (entities that grow or
are files of this computer), elements in elements in elements, texts without end, and too much of
everything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from workbench.base.texts import Text, text

MOST_ELEMENTS = 2_000_000
MOST_DEPTH = 100
_PIECE = 64 * 1024
_MOST_NOTED, _LONGEST = 250_000, 100
_MOST_BARREN = 16  # pieces without an element: a text of a million letters
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TOO_MANY = text("it has far more cells than a table of this kind")


class Harmful(Exception):
    """What a workbook is refused for."""

    def __init__(self, why: Text) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(slots=True)
class Extent:
    """The last row and column of a sheet with something in them, from 1.

    `unworked` are the formulas without a result, by row and column.
    """

    row: int = 0
    column: int = 0
    unworked: dict[tuple[int, int], str] = field(default_factory=dict)


def look(archive: ZipFile, most_cells: int = MOST_ELEMENTS) -> Mapping[str, Extent]:
    """How far each sheet reaches, by the name of its part; raises `Harmful`."""
    seen = _Seen(most_cells)
    found = {}
    for name in archive.namelist():
        if name.lower().endswith(_XML):
            found[name] = seen.part(archive, name)
    return found


def column_number(letters: str) -> int:
    """The number of a column, from 1: AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _Seen:
    """Counts over all parts of a workbook."""

    def __init__(self, most_cells: int) -> None:
        self._most_cells = most_cells
        self._elements = 0
        self._filled = 0
        self._depth = 0
        self._cell = (0, 0)
        self._extent = Extent()
        self._formula: str | None = None  # of the cell it is in
        self._has_result = self._is_filled = self._is_in_cell = False
        self._within = ""  # the part of a cell whose words are read
        self._noted = 0

    def part(self, archive: ZipFile, name: str) -> Extent:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _on_doctype
        is_sheet = _SHEET.fullmatch(name) is not None
        parser.StartElementHandler = self._on_cell if is_sheet else self._on_start
        parser.EndElementHandler = self._on_cell_end if is_sheet else self._on_end
        if is_sheet:
            parser.CharacterDataHandler = self._on_words
        self._depth, self._cell, self._extent = 0, (0, 0), Extent()
        self._formula, self._has_result, self._within = None, False, ""
        self._is_in_cell = False
        barren = 0
        with archive.open(name) as file:
            while piece := file.read(_PIECE):
                before = self._elements
                parser.Parse(piece)
                barren = barren + 1 if self._elements == before else 0
                if barren > _MOST_BARREN:
                    raise Harmful(text("a text in it is longer than any cell holds"))
        parser.Parse(b"", True)
        return self._extent

    def _on_start(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS:
            raise Harmful(_TOO_MANY)
        if self._depth > MOST_DEPTH:
            raise Harmful(text("its parts lie in each other deeper than any program writes them"))

    def _on_end(self, _name: str) -> None:
        self._depth -= 1

    def _on_cell(self, name: str, attributes: Mapping[str, str]) -> None:
        self._on_start(name, attributes)
        match name.rpartition(":")[2]:
            case "row":
                number = attributes.get("r", "")
                row = int(number) if number.isdecimal() and len(number) < 9 else self._cell[0] + 1
                self._cell = row, 0
            case "c":
                place = _PLACE.fullmatch(attributes.get("r", ""))
                self._cell = (
                    (int(place[2]), column_number(place[1]))
                    if place
                    else (self._cell[0], self._cell[1] + 1)
                )
                # An empty text is a result: IF(…,"") comes to it.
                self._formula, self._has_result = None, attributes.get("t") == "str"
                self._is_filled, self._is_in_cell = False, True
            # Data bars and their like have formulas too, outside of cells.
            case "v" | "is" | "f" as part if self._is_in_cell:
                self._fill()
                self._within = part
                if part == "f":
                    self._formula = self._formula or ""
                extent = self._extent
                extent.row = max(extent.row, self._cell[0])
                extent.column = max(extent.column, self._cell[1])

    def _fill(self) -> None:
        """Count a cell with something in it, once."""
        if not self._is_filled:
            self._is_filled = True
            self._filled += 1
            if self._filled > self._most_cells:
                raise Harmful(_TOO_MANY)

    def _on_words(self, words: str) -> None:
        if self._within == "f" and self._formula is not None and len(self._formula) < _LONGEST:
            self._formula += words
        elif self._within in ("v", "is"):
            self._has_result = True

    def _on_cell_end(self, name: str) -> None:
        self._on_end(name)
        match name.rpartition(":")[2]:
            case "v" | "is" | "f":
                self._within = ""
            case "c":
                if self._formula is not None and not self._has_result:
                    self._note(self._formula)
                self._formula, self._is_in_cell = None, False

    def _note(self, formula: str) -> None:
        self._noted += 1
        if self._noted <= _MOST_NOTED:
            self._extent.unworked[self._cell] = f"={formula[:_LONGEST]}"


def _on_doctype(*_declaration: Any) -> None:
    raise Harmful(text("its XML declares a document type, which no table needs"))
