"""LibreOffice as the judge of workbooks: it computes every formula anew."""

from __future__ import annotations

import math
import subprocess
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from tests.excel.books import formulas
from workbench.excel.plan import Formula, WorkbookPlan

# Recalculation on loading: always, instead of trusting the values in the file.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
Values = dict[str, dict[tuple[int, int], Any]]


def recalculated(books: dict[str, bytes], folder: Path, soffice: str) -> dict[str, Values]:
    """The values of all cells after LibreOffice has computed the books, in one call."""
    profile, out = folder / "profile", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    files = []
    for name, data in books.items():
        files.append(folder / f"{name}.xlsx")
        files[-1].write_bytes(data)
    command = [
        soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: values((out / f"{name}.xlsx").read_bytes()) for name in books}


def values(data: bytes) -> Values:
    """The stored values of a book, by sheet and place."""
    with warnings.catch_warnings():
        # LibreOffice writes data bars in a way that openpyxl leaves out.
        warnings.filterwarnings("ignore", ".*xtension is not supported", UserWarning)
        book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    return {
        sheet.title: {
            (cell.row - 1, cell.column - 1): cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in book
    }


def differences(plan: WorkbookPlan, found: Values) -> list[str]:
    """Formula cells whose value is not what the program computed."""
    return [
        f"{sheet.name} {cell.row + 1}:{cell.column + 1} ={formula.expression} "
        f"is {found[sheet.name].get((cell.row, cell.column))}, not {formula.value}"
        for sheet in plan.sheets
        for cell, formula in formulas(sheet)
        if not _same(formula, found[sheet.name].get((cell.row, cell.column)))
    ]


def errors(found: Values) -> list[str]:
    """Cells that show an error."""
    return [
        f"{sheet} {place}: {value}"
        for sheet, cells in found.items()
        for place, value in cells.items()
        if isinstance(value, str) and (value.startswith("#") or "Err:" in value)
    ]


def _same(formula: Formula, found: Any) -> bool:
    if isinstance(formula.value, str):
        return (found or "") == formula.value
    if not isinstance(found, int | float):
        return False
    return math.isclose(formula.value, found, rel_tol=1e-9, abs_tol=1e-12)
