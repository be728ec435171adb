"""Damaged workbooks: always an answer or a sentence, never a crash.

`KPI_MUTANTS=5000` tries that many; a few go the whole way through the process that reads them.
The parser runs in this process for the rest, whose failures are those that end the other one.
"""

from __future__ import annotations

import os
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from tests.excel.mutants import mutant
from tests.excel.returning import changed, filled
from tests.projects import example
from workbench.base.numbers import NotANumber, read_number
from workbench.base.table import NotATable
from workbench.document.project import Project
from workbench.excel.actuals_import import Import, read_back, together
from workbench.excel.filled import FilledBook, FilledCell, where
from workbench.excel.filled_child import FILLED, read
from workbench.excel.part_look import Harmful
from workbench.excel.reader import read_filled
from workbench.excel.reading_child import BeyondBounds
from workbench.excel.returned.found import Spot
from workbench.excel.zip_look import fault
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate

MUTANTS = int(os.environ.get("KPI_MUTANTS", "60"))
LOTS = 10
THROUGH_THE_CHILD = 4


@pytest.fixture(scope="session")
def healthy() -> bytes:
    return changed(filled(leads_2=700, cr_qualified_3="80", deals_1="abc"))


@pytest.fixture(scope="session")
def forecast() -> Forecast:
    return calculate(example())


def parsed(data: bytes) -> FilledBook | None:
    """The workbook where it can be read; what the library raises ends the other process."""
    if fault(data) is not None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return read(data, FILLED)
        except (BeyondBounds, Harmful):
            return None
        except Exception:  # noqa: BLE001 (whatever it is, it ends the process with nothing to lose)
            return None


def taken(book: FilledBook, forecast: Forecast) -> tuple[Import, Project] | None:
    """What the workbook says, and the project with all of it."""
    try:
        found = together([read_back(book, forecast, "a.xlsx", ".")], forecast.project)
    except NotATable:
        return None
    after: Project = found.edit(inputs=True).apply(forecast.project)
    return found, Project.model_validate_json(after.model_dump_json())


def said_by(cell: FilledCell) -> set[float]:
    """The numbers that a cell may mean: as it stands, or in a share as so many per cent."""
    if cell.kind == "flag":
        return {float(bool(cell.value))}
    if cell.number is not None:
        return {cell.number, cell.number / 100}
    if cell.words.casefold() in YES_OR_NO:
        return {YES_OR_NO[cell.words.casefold()]}
    try:
        read = read_number(cell.words, ".").share
    except NotANumber:
        return set()
    return {read, read / 100}


YES_OR_NO = {"+": 1.0, "yes": 1.0, "да": 1.0, "-": 0.0, "no": 0.0, "нет": 0.0}


def where_it_says(book: FilledBook, spot: Spot) -> FilledCell | None:
    """The cell that something is said to have been read from."""
    places = {where(place): cell for sheet in book.sheets if sheet.name == spot.sheet
              for place, cell in sheet.cells.items()}  # fmt: skip
    return places.get(spot.cell)


def invented(book: FilledBook, found: Import) -> list[str]:
    """What was taken over from a cell that says another number, or none."""
    read = [one.fact for one in found.changes] + [one.read for one in found.inputs]
    cells = [(one, where_it_says(book, one.spot)) for one in read]
    return [
        f"{one.spot.sheet} {one.spot.cell}: {one.value}"
        for one, cell in cells
        if cell is None or one.value not in said_by(cell)
    ]


def entered(found: Import) -> dict[tuple[str, str], float]:
    """The actuals that change, by metric and month."""
    return {(one.fact.metric, one.fact.month): one.fact.value for one in found.changes}


def held(project: Project) -> dict[tuple[str, str], float]:
    """The actuals of a project, by metric and month."""
    return {(one.metric, one.month): one.value for one in project.actuals}


def sound(data: bytes, forecast: Forecast) -> tuple[FilledBook, Import]:
    """A workbook that nobody damaged, and what it says."""
    book = parsed(data)
    assert book is not None
    answer = taken(book, forecast)
    assert answer is not None
    return book, answer[0]


def outcome(path: Path) -> str:
    """What became of a file that was read in a process of its own."""
    try:
        read_filled(path)
    except NotATable as refused:
        return str(refused)
    return "a workbook"


@pytest.mark.parametrize("lot", range(LOTS))
def test_that_a_damaged_workbook_gives_an_answer_or_none(lot, healthy, forecast):
    for seed in range(lot, MUTANTS, LOTS):
        book = parsed(mutant(healthy, seed))
        answer = taken(book, forecast) if book is not None else None
        if book is not None and answer is not None:
            assert invented(book, answer[0]) == [], seed
            assert entered(answer[0]).items() <= held(answer[1]).items(), seed


@pytest.mark.parametrize("seed", range(THROUGH_THE_CHILD))
def test_that_a_damaged_workbook_is_read_or_refused_in_a_sentence(seed, healthy, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(mutant(healthy, seed))
    assert outcome(tmp_path / "a.xlsx").startswith(("a workbook", "a.xlsx: "))


def test_that_a_healthy_workbook_gives_what_was_entered(healthy, forecast):
    book, found = sound(healthy, forecast)
    assert entered(found) == {("leads", "2027-02"): 700, ("cr_qualified", "2027-03"): 0.8}
    assert invented(book, found) == []


def test_that_a_number_that_stands_nowhere_would_be_noticed(healthy, forecast):
    book, found = sound(healthy, forecast)
    change = found.changes[0]
    wrong = replace(change, fact=replace(change.fact, value=701.0))
    assert invented(book, replace(found, changes=(wrong,))) == ["Actuals E9: 701.0"]


def test_that_enough_of_them_can_be_read_to_be_worth_it(healthy):
    books = [parsed(mutant(healthy, seed)) for seed in range(40)]
    assert sum(book is not None for book in books) > 4
