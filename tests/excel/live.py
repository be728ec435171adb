"""Changes of a project of each kind, and the same typed into the entries of its workbook."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl

from workbench.document.project import Project
from workbench.excel.plan import Cell, Formula, SheetPlan, WorkbookPlan
from workbench.excel.writer import workbook_bytes

Change = Callable[[Project], Project]


def _metrics(change: Callable[[Any], dict[str, Any]]) -> Change:
    return lambda of: of.having(metrics=tuple(one.having(**change(one)) for one in of.metrics))


def _roles(change: Callable[[Any], dict[str, Any]]) -> Change:
    return lambda of: of.having(roles=tuple(one.having(**change(one)) for one in of.roles))


def _kpis(change: Callable[[Any], dict[str, Any]]) -> Change:
    return lambda of: of.having(kpis=tuple(one.having(**change(one)) for one in of.kpis))


def _input(metric: Any) -> dict[str, Any]:
    """Another value in the second month, and none in the last one."""
    if metric.is_computed or not isinstance(metric.value, float | int | tuple):
        return {}
    value = metric.value if isinstance(metric.value, tuple) else (metric.value,) * 12
    second = None if value[1] is None else value[1] * 1.07
    return {"value": (value[0], second, *value[2:])}


def _scaled(scale: Any) -> Any:
    points = tuple((done, paid * 0.9) for done, paid in scale.points)
    threshold = None if scale.threshold is None else scale.threshold * 0.9
    cap = None if scale.cap is None else scale.cap * 1.1
    return scale.having(points=points, threshold=threshold, cap=cap)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


CHANGES: dict[str, Change] = {
    "inputs": _metrics(_input),
    "people": _roles(lambda role: {"people": role.people + 1}),
    "nobody": _roles(lambda role: {"people": 0.0} if role.capacity else {}),
    "pay": _roles(
        lambda role: {
            "salary": role.salary * 1.3 + 1,
            "bonus": role.bonus * 0.8,
            "payroll_tax": role.payroll_tax + 0.02,
        }
    ),
    "capacity": _roles(
        lambda role: {
            "capacity": tuple(one.having(per_person=one.per_person * 0.37) for one in role.capacity)
        }
    ),
    "absences": _roles(lambda role: {"absence": 0.13, "attrition": 0.35}),
    "leaving": _roles(lambda role: {"attrition": 1.0}),
    "ramp": _roles(lambda role: {"ramp": tuple(share * 0.6 for share in role.ramp)}),
    "weights": _kpis(lambda kpi: {"weight": kpi.weight * 0.7}),
    "targets": _kpis(
        lambda kpi: {
            "base": _times(kpi.base, 0.93),
            "plan": _times(kpi.plan, 1.04),
            "maximum": _times(kpi.maximum, 1.1),
        }
    ),
    "scales": _kpis(lambda kpi: {"scale": _scaled(kpi.scale)}),
}
# What can be changed together: the rest leaves too little to compute.
TOGETHER = ("inputs", "people", "pay", "capacity", "absences", "weights", "targets", "scales")


def together(of: Project) -> Project:
    """The project with every kind of input changed."""
    for kind in TOGETHER:
        of = CHANGES[kind](of)
    return of


def typed(before: WorkbookPlan, after: WorkbookPlan) -> tuple[bytes, int]:
    """The book of the first plan with the entries of the second typed in, and how many differ."""
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(before)))
    count = 0
    for old, new in zip(before.sheets, after.sheets, strict=True):
        entries = _entries(new)
        assert entries.keys() == _entries(old).keys()
        for place, cell in _entries(old).items():
            if cell.content != entries[place].content:
                row, column = place
                book[old.name].cell(row + 1, column + 1).value = entries[place].content
                count += 1
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), count


def _entries(sheet: SheetPlan) -> dict[tuple[int, int], Cell]:
    return {
        (cell.row, cell.column): cell
        for cell in sheet.cells
        if cell.style.unlocked and not isinstance(cell.content, Formula)
    }
