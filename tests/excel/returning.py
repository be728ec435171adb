"""Workbooks that a client filled in: exported, changed as people change them, and read back."""

from __future__ import annotations

import subprocess
import warnings
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from tests.excel.books import planned
from tests.projects import example
from workbench.document.project import Project
from workbench.excel import filled_child
from workbench.excel.actuals_import import Import, read_back, together
from workbench.excel.filled import FilledBook
from workbench.excel.filled_child import FILLED
from workbench.excel.returned.found import RefusedCell, Returned
from workbench.excel.writer import workbook_bytes
from workbench.planning.forward import calculate

Changing = Callable[[Any], None]
SHEET = "Actuals"


@cache
def exported(code: str = "en") -> bytes:
    """The workbook of the example."""
    return written(example(), code)


def written(project: Project, code: str = "en") -> bytes:
    """The workbook of a project."""
    return workbook_bytes(planned(project, code))


def changed(change: Changing, data: bytes | None = None) -> bytes:
    """A workbook after a change by openpyxl."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*xtension is not supported", UserWarning)
        book = openpyxl.load_workbook(BytesIO(data or exported()))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def filled(**facts: Any) -> Changing:
    """Enters actuals: `leads_1=5` is five leads in the first month."""

    def change(book: Any) -> None:
        for place, value in facts.items():
            cell_of(book, place).value = value

    return change


def cell_of(book: Any, place: str, sheet: str = SHEET) -> Any:
    """The cell of an actual: `leads_1` is the first month of the leads."""
    metric, month = place.rsplit("_", 1)
    return book[sheet].cell(row_of(book, metric), 3 + int(month))


def row_of(book: Any, metric: str) -> int:
    """The row of a metric's actuals, by its name in the workbook."""
    words = book.defined_names[f"fact_{metric}"].attr_text
    return int(words.rsplit("$", 1)[1])


def opened(data: bytes) -> FilledBook:
    """The workbook as the process that reads it tells it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return filled_child.read(data, FILLED)


def back(
    data: bytes, project: Project | None = None, file: str = "a.xlsx", decimal: str = "."
) -> Returned:
    """What a workbook says."""
    return read_back(opened(data), calculate(project or example()), file, decimal)


def imported(*books: bytes, project: Project | None = None, decimal: str = ".") -> Import:
    """What workbooks say together."""
    named = zip(books, ("a.xlsx", "b.xlsx", "c.xlsx"), strict=False)
    read = [back(data, project, name, decimal) for data, name in named]
    return together(read, project or example())


def changes(found: Import) -> dict[str, float]:
    """The changes of an import: `leads_1` is the first month of the leads."""
    return {f"{one.fact.metric}_{int(one.fact.month[5:])}": one.fact.value for one in found.changes}


def ways(found: Import) -> set[str]:
    """How the changed cells were found."""
    return {one.fact.how for one in found.changes}


def why(found: Import) -> list[str]:
    """Why cells were refused."""
    return [str(one.why) for one in found.refused]


def refusal(value: object, metric: str = "leads", number: str = "", **how: Any) -> str:
    """Why a value in a cell is refused."""
    return str(refused(value, metric, number, **how).why)


def refused(value: object, metric: str = "leads", number: str = "", **how: Any) -> RefusedCell:
    """The refusal of a value in the second month of a metric."""
    found = imported(typed(value, metric, number), **how)
    assert changes(found) == {}
    return found.refused[0]


def typed(value: object, metric: str = "leads", number: str = "") -> bytes:
    """The workbook with a value in the second month of a metric, in a number format."""

    def change(book: Any) -> None:
        cell = cell_of(book, f"{metric}_2")
        cell.value = value
        if number:
            cell.number_format = number

    return changed(change)


def through_office(data: bytes, folder: Path, soffice: str) -> bytes:
    """The workbook as LibreOffice saves it."""
    profile, out = folder / "profile", folder / "out"
    file = folder / "book.xlsx"
    file.write_bytes(data)
    command = [
        soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx",
        "--outdir", str(out), str(file),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (out / "book.xlsx").read_bytes()
