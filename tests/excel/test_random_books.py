"""Books of random projects: valid files whose every formula is the program's and agrees with it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.excel.books import formulas
from tests.excel.office import Values, differences, errors, recalculated
from tests.excel.random_books import random_book
from workbench.base.languages import language
from workbench.excel.export import plan_workbook
from workbench.excel.writer import workbook_bytes
from workbench.planning.forward import calculate

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.excel.plan import WorkbookPlan

SEEDS = range(24)


def planned(seed: int) -> WorkbookPlan:
    """Every other one in its scenario and in Russian."""
    of = random_book(seed)
    scenario = of.scenarios[0] if seed % 2 else None
    briefs = [role.key for role in of.roles]
    speech = language("ru" if seed % 2 else "en")
    return plan_workbook(of, calculate(of, scenario), speech, briefs=briefs)


@dataclass(frozen=True)
class Judged:
    """What the program planned and what LibreOffice found."""

    plans: dict[int, WorkbookPlan]
    found: dict[str, Values]


@pytest.fixture(scope="session")
def judged(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """All books, computed in one run of LibreOffice."""
    plans = {seed: planned(seed) for seed in SEEDS}
    books = {f"book{seed}": workbook_bytes(plan) for seed, plan in plans.items()}
    folder: Path = tmp_path_factory.mktemp("random")
    return Judged(plans, recalculated(books, folder, soffice))


@pytest.mark.libreoffice
@pytest.mark.parametrize("seed", SEEDS)
def test_that_libreoffice_agrees_on_every_cell(judged, seed):
    assert differences(judged.plans[seed], judged.found[f"book{seed}"]) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("seed", SEEDS)
def test_that_nothing_shows_an_error(judged, seed):
    names = {cell for cells in judged.found.values() for cell in cells}
    assert names
    assert errors(judged.found[f"book{seed}"]) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_that_every_formula_of_the_file_is_one_of_the_plan(seed):
    plan = planned(seed)
    wanted = {one.expression for sheet in plan.sheets for _, one in formulas(sheet)}
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(plan)))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    written = {str(cell.value).removeprefix("=") for cell in cells if cell.data_type == "f"}
    assert written == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_file_is_valid(tmp_path, seed):
    from openxml_audit import OpenXmlValidator

    (tmp_path / "a.xlsx").write_bytes(workbook_bytes(planned(seed)))
    assert [str(one) for one in OpenXmlValidator().validate(tmp_path / "a.xlsx").errors] == []


def test_that_the_projects_are_of_all_sizes():
    sizes = {len(random_book(seed).metrics) for seed in SEEDS}
    assert min(sizes) == 1
    assert max(sizes) > 45
