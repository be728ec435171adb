"""Exporting the largest template, and an agency, beside the bare library writing the same cells."""

from __future__ import annotations

from io import BytesIO

import pytest
from xlsxwriter import Workbook

from tests.benchmarks.agency import agency
from workbench.base.languages import language
from workbench.excel.export import export, plan_workbook
from workbench.excel.plan import Formula, Link, WorkbookPlan
from workbench.planning.forward import calculate
from workbench.storage.codec import decode, encode

RU = language("ru")


def bare(plan: WorkbookPlan) -> bytes:
    """Contents alone: no look, no widths, no validation, no names."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        for sheet in plan.sheets:
            target = book.add_worksheet(sheet.name)
            for cell in sheet.cells:
                match cell.content:
                    case None:
                        pass
                    case Formula(expression, value):
                        target.write_formula(cell.row, cell.column, f"={expression}", None, value)
                    case Link(_, words) | str(words):
                        target.write_string(cell.row, cell.column, words)
                    case int() | float() as number:
                        target.write_number(cell.row, cell.column, number)
                    case day:
                        target.write_string(cell.row, cell.column, str(day))
    return buffer.getvalue()


@pytest.mark.benchmark(group="export")
def test_floor_of_exporting(benchmark, largest):
    benchmark(bare, plan_workbook(largest, calculate(largest), RU))


@pytest.mark.benchmark(group="export")
def test_exporting(benchmark, largest, tmp_path):
    benchmark(export, largest, tmp_path / "plan.xlsx", RU)


@pytest.mark.benchmark(group="agency")
def test_floor_of_exporting_an_agency(benchmark):
    of = agency()
    benchmark(bare, plan_workbook(of, calculate(of), RU))


@pytest.mark.benchmark(group="agency")
def test_exporting_an_agency(benchmark, tmp_path):
    benchmark(export, agency(), tmp_path / "plan.xlsx", RU)


@pytest.mark.benchmark(group="export")
def test_opening_and_calculating(benchmark, largest):
    data = encode(largest)
    benchmark(lambda: calculate(decode(data, "plan.kpi")))
