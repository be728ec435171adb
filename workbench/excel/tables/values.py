"""Numbers of a table of text: which sign is decimal shows in the other numbers of the column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.base.numbers import NotANumber, Reading, read_number
from workbench.excel.filled import FilledCell

_SIGNS = re.compile(r"[.,]")
_LIKE_GROUP = re.compile(r"[^\d]*[1-9]\d{0,2}[.,]\d{3}(?!\d).*")
_OTHER = {".": ",", ",": "."}


@dataclass(frozen=True, slots=True)
class Typing:
    """How the numbers of a column are written; `decimal` is None where nothing shows it."""

    decimal: str | None
    usual: str

    def cell(self, cell: FilledCell) -> FilledCell:
        """The cell with the number that its words plainly say, as a spreadsheet would hold it."""
        words = cell.words
        if words.startswith("#"):
            return FilledCell(words, "error")
        try:
            reading = self._read(words)
        except NotANumber:
            return cell
        if reading.doubtful and self.decimal is None:
            return cell
        sign = next((one for one in words if unicodedata.category(one) == "Sc"), "")
        return FilledCell(reading.share, "number", reading.percent, sign)

    def _read(self, words: str) -> Reading:
        if self.decimal is None:
            return read_number(words, self.usual)
        return read_number(words.replace(_OTHER[self.decimal], ""), self.decimal)


def typing_of(cells: Iterable[FilledCell | None], usual: str) -> Typing:
    """How a column writes its numbers; where it contradicts itself nothing is known."""
    shown = {_shown(cell.words) for cell in cells if cell is not None and cell.words}
    known = shown - {""}
    return Typing(known.pop() if len(known) == 1 else None, usual)


def as_percentage(cell: FilledCell) -> FilledCell:
    """The number below a heading of percentages: 0.8 is 0.8 %, not 80 %."""
    if cell.number is None or cell.percent:
        return cell
    return FilledCell(cell.number / 100, "number", percent=True, currency=cell.currency)


def _shown(words: str) -> str:
    """The decimal sign that one number shows, empty where it shows none."""
    signs = _SIGNS.findall(words)
    if not signs or not _is_number(words):
        return ""
    if len(set(signs)) > 1:
        return str(signs[-1])
    if len(signs) > 1:
        return _OTHER[signs[0]]
    return "" if _LIKE_GROUP.fullmatch(words) else str(signs[0])


def _is_number(words: str) -> bool:
    try:
        read_number(words)
    except NotANumber:
        return False
    return True
