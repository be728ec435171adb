"""Planned workbooks of the example, the templates and small projects, and looks into them."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.projects import example, project
from workbench.base.languages import Code, language
from workbench.document.kpi import Kpi
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.excel.export import plan_workbook
from workbench.excel.plan import Cell, Formula, Link, SheetPlan, WorkbookPlan
from workbench.planning.forward import calculate
from workbench.storage.library import load_template

TEMPLATES = ("b2b_sales", "crm_contractor", "hiring_marketer")
BOOKS = [(key, code) for key in ("example", *TEMPLATES) for code in ("ru", "en")]


def planned(of: Project, code: str = "en", **options: Any) -> WorkbookPlan:
    """The plan of a project's workbook."""
    return plan_workbook(of, calculate(of), language(code), **options)


@cache
def book(key: str, code: Code) -> WorkbookPlan:
    """The plan of the example or of a template."""
    return planned(example() if key == "example" else load_template(key, code), code)


def sheet(plan: WorkbookPlan, name: str) -> SheetPlan:
    """A sheet by name."""
    return next(one for one in plan.sheets if one.name == name)


def of_kind(plan: WorkbookPlan, kind: str) -> SheetPlan:
    """The first sheet of a kind, such as that of a role."""
    return next(one for one in plan.sheets if one.kind == kind)


def cell(of: SheetPlan, address: str) -> Cell:
    """A cell by address, such as B5."""
    letters, digits = address.rstrip("0123456789"), address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    place = int(digits) - 1, column - 1
    return next(one for one in of.cells if (one.row, one.column) == place)


def named(of: SheetPlan, name: str) -> Cell:
    """The first cell of a defined name."""
    area = next(one.area for one in of.names if one.name == name)
    return next(one for one in of.cells if (one.row, one.column) == (area.top, area.left))


def found(of: SheetPlan, words: str) -> Cell:
    """The first cell that says these words."""
    return next(one for one in of.cells if said(one) == words)


def below(of: SheetPlan, words: str, rows: int = 1) -> Cell:
    """The cell some rows below the one that says these words."""
    head = found(of, words)
    place = head.row + rows, head.column
    return next(one for one in of.cells if (one.row, one.column) == place)


def said(one: Cell) -> str | None:
    """The words of a cell."""
    content = one.content.words if isinstance(one.content, Link) else one.content
    return content if isinstance(content, str) else None


def words(of: SheetPlan) -> list[str]:
    """All words of a sheet."""
    return [text for one in of.cells if (text := said(one)) is not None]


def formulas(of: SheetPlan) -> list[tuple[Cell, Formula]]:
    """All formulas of a sheet with their cells."""
    return [(one, one.content) for one in of.cells if isinstance(one.content, Formula)]


def value(one: Cell) -> Any:
    """The value of a cell, computed or not."""
    return one.content.value if isinstance(one.content, Formula) else one.content


def expression(one: Cell) -> str:
    """The formula of a cell."""
    assert isinstance(one.content, Formula)
    return one.content.expression


def role(key: str, **members: object) -> Role:
    """A role called like its key, unless the members say otherwise."""
    return validated(Role, {"key": key, "name": key, **members})


def kpi(metric: str, of: str, **members: object) -> Kpi:
    """A KPI of a metric and a role."""
    return validated(Kpi, {"metric": metric, "role": of, **members})


def small(*metrics: Any, roles: tuple[Role, ...] = (), **members: Any) -> Project:
    """A project of some metrics and roles."""
    return project(*metrics, roles=roles, **members)
