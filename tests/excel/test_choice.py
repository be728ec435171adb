"""Workbooks with fewer sheets: nothing in them leads to a sheet that is not there."""

import re

import pytest

from tests.projects import example
from workbench.base.languages import language
from workbench.excel.export import OPTIONAL, export, plan_workbook
from workbench.excel.plan import Formula, Kind, Link
from workbench.planning.forward import calculate
from workbench.storage.library import load_template, templates

EN = language("en")
SHEET = re.compile(r"'((?:[^']|'')+)'!")


def planned(project, **chosen):
    return plan_workbook(project, calculate(project), EN, **chosen)


def mentioned(plan) -> set[str]:
    """Every sheet that a formula or a link leads to."""
    contents = [cell.content for sheet in plan.sheets for cell in sheet.cells]
    formulas = [one.expression for one in contents if isinstance(one, Formula)]
    formulas += [one.formula for sheet in plan.sheets for one in sheet.conditions]
    formulas += [one.choices for sheet in plan.sheets for one in sheet.validations]
    found = {name for formula in formulas for name in SHEET.findall(formula)}
    names = {name.replace("''", "'") for name in found}
    return names | {one.sheet for one in contents if isinstance(one, Link)}


@pytest.mark.parametrize("template", [one.key for one in templates("en")])
@pytest.mark.parametrize("chosen", [{}, {"briefs": []}, {"roles": [], "briefs": []}])
def test_that_nothing_leads_to_a_sheet_that_is_left_out(template, chosen):
    plan = planned(load_template(template, "en"), without=OPTIONAL, **chosen)
    assert not {sheet.kind for sheet in plan.sheets} & set(OPTIONAL)
    assert mentioned(plan) <= {sheet.name for sheet in plan.sheets}


def test_that_what_others_refer_to_stays_even_if_it_is_not_wanted():
    plan = planned(example(), without=("cover", "model", "team"))
    assert {"cover", "model", "team"} <= {sheet.kind for sheet in plan.sheets}


def test_that_a_workbook_is_written_without_them(tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    without: tuple[Kind, ...] = ("matrix",)
    export(example(), path, EN, without=without)
    assert "Matrix" not in load_workbook(path).sheetnames
