"""Damaged workbooks: always an answer or a sentence, never a crash.

`KPI_MUTANTS=5000` tries that many; a few go the whole way through the process that reads them.
The parser runs in this process for the rest, whose failures are those that end the other one.
"""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest

from tests.excel.mutants import mutant
from tests.excel.returning import changed, filled
from tests.projects import example
from workbench.base.table import NotATable
from workbench.document.project import Project
from workbench.excel.actuals_import import read_back, together
from workbench.excel.filled import FilledBook
from workbench.excel.filled_child import FILLED, read
from workbench.excel.part_look import Harmful
from workbench.excel.reader import read_filled
from workbench.excel.reading_child import BeyondBounds
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


def taken(book: FilledBook, forecast: Forecast) -> Project | None:
    """The project with everything that the workbook says."""
    try:
        found = together([read_back(book, forecast, "a.xlsx", ".")], forecast.project)
    except NotATable:
        return None
    after: Project = found.edit(inputs=True).apply(forecast.project)
    return Project.model_validate_json(after.model_dump_json())


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
        if book is not None:
            taken(book, forecast)


@pytest.mark.parametrize("seed", range(THROUGH_THE_CHILD))
def test_that_a_damaged_workbook_is_read_or_refused_in_a_sentence(seed, healthy, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(mutant(healthy, seed))
    assert outcome(tmp_path / "a.xlsx").startswith(("a workbook", "a.xlsx: "))


def test_that_enough_of_them_can_be_read_to_be_worth_it(healthy):
    books = [parsed(mutant(healthy, seed)) for seed in range(40)]
    assert sum(book is not None for book in books) > 4
