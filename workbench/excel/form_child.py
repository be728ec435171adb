"""What runs in the process that fills a form; it has nothing to lose."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from multiprocessing.connection import Connection
from zipfile import ZIP_DEFLATED, ZipFile

from workbench.base.texts import text
from workbench.excel.child import be_careful
from workbench.excel.form_book import recalculated
from workbench.excel.form_parts import Heads, Parts
from workbench.excel.form_sheet import (
    FormCell,
    cells_of_interest,
    in_utf8,
    spliced,
    with_number,
    with_words,
    without_result,
)
from workbench.excel.form_values import FilledForm, Found, Left, Meaning, Meanings, Spot
from workbench.excel.part_look import Harmful, look
from workbench.excel.placeholders import MARK, placeholders, put_in, sole_placeholder

MOST_PLACEHOLDERS = 20_000
_NOTHING = "—"
_BOOK = "xl/workbook.xml"
# Texts of a workbook that are in no cell.
_ELSEWHERE = re.compile(r"xl/(drawings|charts|comments|threadedComments)[^/]*(/[^/]+)?\.(xml|vml)")
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)


def fill(data: bytes, seconds: float, line: Connection) -> None:
    """Tell what there is to fill, hear what it means and tell the filled workbook."""
    be_careful(seconds)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            look(archive)
            form = _Form(archive)
            line.send(form.found())
            line.send(form.filled(line.recv()))
    except Harmful as harmful:
        line.send(harmful.why)


class _Form:
    """A workbook with the cells that are to be looked at, sheet by sheet."""

    def __init__(self, archive: ZipFile) -> None:
        parts = Parts(archive)
        strings = parts.strings()
        self._archive = archive
        self._days = parts.day_styles()
        self._first_day = _FIRST_DAY_1904 if parts.counts_from_1904() else _FIRST_DAY
        self._sheets = [
            _FormSheet(title, part, cells_of_interest(in_utf8(archive.read(part)), strings),
                       parts.headings(part))
            for title, part in parts.sheets()
        ]  # fmt: skip

    def found(self) -> Found:
        words = [word for sheet in self._sheets for cell in sheet.cells
                 for word in placeholders(cell.words)]  # fmt: skip
        if len(words) > MOST_PLACEHOLDERS:
            limit = MOST_PLACEHOLDERS
            raise Harmful(text("it has more than {limit} placeholders", limit=limit))
        return Found(frozenset(words), self._has_some_elsewhere())

    def _has_some_elsewhere(self) -> bool:
        mark = MARK.encode()
        names = (name for name in self._archive.namelist() if _ELSEWHERE.fullmatch(name))
        if any(mark in self._archive.read(name) for name in names):
            return True
        heads = (self._archive.read(sheet.part).rpartition(b"headerFooter>") for sheet in
                 self._sheets)  # fmt: skip
        return any(mark in before.rpartition(b"headerFooter")[2] for before, found, _ in heads
                   if found)  # fmt: skip

    def filled(self, meanings: Meanings) -> FilledForm:
        """The workbook with what the placeholders mean; parts without any stay as they were."""
        filled: list[Spot] = []
        left: list[tuple[Spot, Left]] = []
        new: dict[str, bytes] = {}
        for sheet in self._sheets:
            data = in_utf8(self._archive.read(sheet.part))
            changes = list(self._changes(sheet, data, meanings))
            new[sheet.part] = spliced(data, changes)
            filled += sheet.filled
            left += sheet.left
        new[_BOOK] = recalculated(in_utf8(self._archive.read(_BOOK)))
        return FilledForm(self._packed(new), tuple(filled), tuple(left))

    def _packed(self, new: dict[str, bytes]) -> bytes:
        made = io.BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as archive:
            for member in self._archive.infolist():
                content = new.get(member.filename)
                content = self._archive.read(member) if content is None else content
                member.compress_type = ZIP_DEFLATED
                archive.writestr(member, content)
        return made.getvalue()

    def _changes(
        self, sheet: _FormSheet, data: bytes, meanings: Meanings
    ) -> Iterator[tuple[int, int, bytes]]:
        for cell in sheet.cells:
            if cell.formula is not None:
                sheet.leave(cell, "formula", placeholders(cell.words))
                yield cell.start, cell.end, without_result(cell, data)
            elif any(heads.has(cell.row, cell.column) for heads in sheet.headings):
                sheet.leave(cell, "heading", placeholders(cell.words))
            elif sheet.note(cell, meanings):
                yield cell.start, cell.end, self._new(cell, meanings)

    def _new(self, cell: FormCell, meanings: Meanings) -> bytes:
        sole = sole_placeholder(cell.words)
        if sole is None:
            return with_words(cell, put_in(cell.words, lambda words: _said(meanings.get(words))))
        meaning = meanings[sole]
        if isinstance(meaning.value, date):
            if cell.style in self._days:
                return with_number(cell, (meaning.value - self._first_day).days)
        elif meaning.value is not None:
            return with_number(cell, meaning.value)
        return with_words(cell, meaning.words)


class _FormSheet:
    """A sheet of the form, and what becomes of its placeholders."""

    def __init__(
        self, title: str, part: str, cells: list[FormCell], headings: tuple[Heads, ...]
    ) -> None:
        self.part = part
        self.cells = cells
        self.headings = headings
        self.filled: list[Spot] = []
        self.left: list[tuple[Spot, Left]] = []
        self._title = title

    def leave(self, cell: FormCell, why: Left, words: tuple[str, ...]) -> None:
        """Note placeholders that stay as they are."""
        self.left += [(self._spot(cell, one), why) for one in words]

    def note(self, cell: FormCell, meanings: Meanings) -> bool:
        """Note what is filled and what is not known; whether there is anything to fill."""
        words = placeholders(cell.words)
        known = [one for one in words if one in meanings]
        self.filled += [self._spot(cell, one) for one in known]
        self.leave(cell, "unknown", tuple(one for one in words if one not in meanings))
        return bool(known)

    def _spot(self, cell: FormCell, words: str) -> Spot:
        return Spot(self._title, cell.place, words)


def _said(meaning: Meaning | None) -> str | None:
    return None if meaning is None else meaning.words or _NOTHING
