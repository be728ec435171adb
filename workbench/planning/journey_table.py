"""Journeys out of a table with a row for each touch.

Rows with the same journey are one; a row without a journey goes on with the one above it. The
closing date, value and count of a deal stand in any of its rows, once or in all of them alike.
A row without a touch date, channel, role and stage only tells of the deal. What cannot be read is
left out and listed, row by row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.base.errors import WorkbenchError
from workbench.base.table import Cell, Cells, Sheet
from workbench.base.texts import Text, text
from workbench.document.plan import Journey, Touch
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.journey_cells import cell_at, day_of, number_of, words_of
from workbench.planning.journey_columns import (
    FIELDS,
    TOUCHED,
    Columns,
    Field,
    NoHeadings,
    find_columns,
)
from workbench.planning.journey_names import TouchNames

_OF_DEAL: tuple[Field, ...] = ("closed", "value", "count")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not read, counted from one, with what stands there and why not."""

    row: int
    value: str
    why: Text


@dataclass(frozen=True, slots=True)
class DoubtfulNumber:
    """A number that could mean another, with the reading that was taken."""

    row: int
    words: str
    number: float


@dataclass(frozen=True)
class TableOfJourneys:
    """What a sheet holds: `rows` is how many were read, `touches` how many of them are touches."""

    sheet: str
    journeys: tuple[Journey, ...]
    rows: int
    refused: tuple[RefusedRow, ...]
    doubts: tuple[DoubtfulNumber, ...] = ()

    @property
    def touches(self) -> int:
        """The touches of all journeys."""
        return sum(len(journey.touches) for journey in self.journeys)


def journeys_of(sheets: Sequence[Sheet], project: Project, decimal: str) -> TableOfJourneys:
    """The journeys of the first sheet that has their headings; raises `NoHeadings`.

    `decimal` is the decimal sign where a number can be read in two ways.
    """
    complaint: NoHeadings | None = None
    for sheet in sheets:
        try:
            columns = find_columns(sheet.rows)
        except NoHeadings as error:
            complaint = complaint or error
        else:
            return _Reading(columns, TouchNames(project), decimal).of(sheet)
    raise complaint or NoHeadings(text("there is no sheet in it"))


class _NotRead(WorkbenchError):
    """A row that says something that cannot be."""

    def __init__(self, why: Text, value: str = "") -> None:
        super().__init__(why)
        self.value = value


@dataclass
class _Deal:
    """What the rows of a journey have said so far; `rows` are those it was read from."""

    name: str
    told: dict[Field, date | float] = field(default_factory=dict)
    touches: list[Touch] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def journey(self) -> Journey:
        """The deal with its touches; raises `_NotRead`."""
        closed, value, count = (self.told.get(name) for name in _OF_DEAL)
        if not isinstance(closed, date):
            raise _NotRead(text("no row of this journey has its closing date"), self.name)
        if not isinstance(value, float):
            raise _NotRead(text("no row of this journey has its value"), self.name)
        told = {"count": count} if isinstance(count, float) else {}
        return Journey(closed=closed, value=value, touches=tuple(self.touches), **told)


class _Reading:
    """One table on its way to journeys."""

    def __init__(self, columns: Columns, names: TouchNames, decimal: str) -> None:
        self._columns = columns
        self._names = names
        self._decimal = decimal
        self._deals: dict[str, _Deal] = {}
        self._last = ""
        self._refused: list[RefusedRow] = []
        self._doubts: list[DoubtfulNumber] = []

    def of(self, sheet: Sheet) -> TableOfJourneys:
        """The journeys of a sheet."""
        for at, cells in enumerate(sheet.rows[self._columns.row + 1 :], self._columns.row + 2):
            if any(cell not in (None, "") for cell in cells):
                self._take(at, cells)
        journeys, rows = self._journeys()
        refused = tuple(sorted(self._refused, key=lambda one: one.row))
        return TableOfJourneys(sheet.name, journeys, rows, refused, tuple(self._doubts))

    def _take(self, row: int, cells: Cells) -> None:
        given = {name: cell_at(cells, at) for name, at in self._columns.at.items()}
        doubts = len(self._doubts)
        try:
            self._add(row, given)
        except _NotRead as error:
            del self._doubts[doubts:]
            self._refused.append(RefusedRow(row, error.value, error.message))

    def _add(self, row: int, given: Mapping[Field, Cell]) -> None:
        name = words_of(given["journey"]) or self._last
        if not name:
            raise _NotRead(text("the row names no journey"))
        self._last = name
        deal = self._deals.get(name) or _Deal(name)
        told = self._told(row, given)
        touch = self._touch(given)
        for member, value in told.items():
            if deal.told.get(member, value) != value:
                raise _contradiction(deal, member, words_of(given.get(member)))
        deal.told.update(told)
        deal.touches.extend([touch] if touch is not None else [])
        deal.rows.append(row)
        self._deals[name] = deal

    def _told(self, row: int, given: Mapping[Field, Cell]) -> dict[Field, date | float]:
        """What a row says of the deal."""
        closed = self._day(given, "closed")
        value, count = self._amount(row, given, "value"), self._amount(row, given, "count")
        every = zip(_OF_DEAL, (closed, value, count), strict=True)
        return {member: said for member, said in every if said is not None}

    def _touch(self, given: Mapping[Field, Cell]) -> Touch | None:
        day = self._day(given, "date")
        named = {name: self._named(given, name) for name in TOUCHED}
        if not any(named.values()) and day is None:
            return None
        if day is None:
            said = next(words_of(given.get(name)) for name in TOUCHED if named[name])
            raise _NotRead(text("the touch has no date"), said)
        return Touch(date=day, **{name: key for name, key in named.items() if key is not None})

    def _named(self, given: Mapping[Field, Cell], name: Field) -> Key | None:
        words = words_of(given.get(name))
        if not words:
            return None
        key = self._names.find(name, words)
        if key is None:
            raise _NotRead(self._names.unknown(name), words)
        return key

    def _day(self, given: Mapping[Field, Cell], name: Field) -> date | None:
        cell = given.get(name)
        if cell in (None, ""):
            return None
        day = day_of(cell)
        if day is None:
            raise _NotRead(
                text("the {field} is no date such as 31.01.2027", field=FIELDS[name]),
                words_of(cell),
            )
        return day

    def _amount(self, row: int, given: Mapping[Field, Cell], name: Field) -> float | None:
        cell = given.get(name)
        if cell in (None, ""):
            return None
        reading = number_of(cell, self._decimal)
        if reading is None:
            raise _NotRead(text("the {field} is no number", field=FIELDS[name]), words_of(cell))
        if reading.value < 0:
            raise _NotRead(text("the {field} is below zero", field=FIELDS[name]), words_of(cell))
        if reading.doubtful:
            self._doubts.append(DoubtfulNumber(row, words_of(cell), reading.value))
        return reading.value

    def _journeys(self) -> tuple[tuple[Journey, ...], int]:
        """What the deals come to, and how many rows are in it."""
        journeys: list[Journey] = []
        rows = 0
        for deal in self._deals.values():
            try:
                journeys.append(deal.journey())
            except _NotRead as error:
                found = (RefusedRow(row, error.value, error.message) for row in deal.rows)
                self._refused.extend(found)
            else:
                rows += len(deal.rows)
        return tuple(journeys), rows


def _contradiction(deal: _Deal, member: Field, words: str) -> _NotRead:
    return _NotRead(
        text(
            "the {field} of this journey is another in row {row}",
            field=FIELDS[member],
            row=str(deal.rows[0]),
        ),
        words,
    )
