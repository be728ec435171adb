"""The people there are month by month, and what they are paid."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workbench.base.texts import text
from workbench.excel import styles
from workbench.excel.addresses import fixed, relative
from workbench.excel.builder import with_number
from workbench.excel.formats import HUNDREDTHS, PERCENT, WHOLE
from workbench.excel.pay_formulas import product_formula
from workbench.excel.staff_formulas import along, present_formula, stay_formula, sum_down
from workbench.excel.team_layout import ATTRITION, COST, FIRST, NUMBER, ROLE
from workbench.planning.ramp import staying
from workbench.planning.staffing_plan import cost_of_one

if TYPE_CHECKING:
    from workbench.excel.sheets.team import TeamSheet


def put_payroll(team: TeamSheet) -> None:
    """Write the people with those who start, then their pay with its sums."""
    _present(team)
    _payroll(team)


def _present(team: TeamSheet) -> None:
    if not team.at.present:
        return
    say, at = team.book.say, team.at
    heads = ("", say(text("Stay from month to month")))
    title = text("People, with those who start and without those who are expected to leave")
    team.table(at.present, title, heads)
    style = with_number(styles.FIGURE, HUNDREDTHS)
    for key, row in at.present.rows.items():
        plan = team.plans[key]
        leaves = bool(plan.role.capacity)
        detail = text("as many as stay") if leaves else text("replaced when they go")
        team.role(row, plan.role, say(detail))
        if leaves:
            stay = with_number(styles.FIGURE, PERCENT)
            formula = stay_formula(at.fact(key, ATTRITION))
            team.sheet.formula(row, NUMBER, formula, staying(plan.role, 1), stay)
        team.series(row, _people(team, key, row, leaves=leaves), plan.present, style)


def _people(team: TeamSheet, key: str, row: int, *, leaves: bool) -> Callable[[int], str]:
    starts = team.at.starts.rows.get(key)
    people = team.book.model.role(key, "people", team.book.model.sheet)

    def formula(month: int) -> str:
        new = "" if starts is None else relative(starts, FIRST + month)
        before = relative(row, FIRST + month - 1) if month and leaves else people
        return present_formula(before, fixed(row, NUMBER) if month and leaves else "", new)

    return formula


def _payroll(team: TeamSheet) -> None:
    if not team.at.payroll:
        return
    say, at = team.book.say, team.at
    heads = ("", team.book.money_unit(text("One person")))
    title = text("Payroll: salary and bonus at 100%, with payroll tax")
    team.table(at.payroll, title, heads, say(text("Total")))
    money = with_number(styles.FIGURE, WHOLE)
    for key, row in at.payroll.rows.items():
        plan, cost = team.plans[key], at.fact(key, COST)
        team.role(row, plan.role)
        one = cost_of_one(plan.role)
        team.sheet.formula(row, NUMBER, f'IF(ISNUMBER({cost}),{cost},"")', one, money)
        present, each = at.present.rows[key], fixed(row, NUMBER)

        def formula(month: int, present: int = present, each: str = each) -> str:
            return product_formula(relative(present, FIRST + month), each)

        team.series(row, formula, plan.payroll, money)
        total = with_number(styles.TOTAL, WHOLE)
        whole_pay = along("SUM", at.span(row))
        team.sheet.formula(row, at.total_column, whole_pay, sum(plan.payroll), total)
        team.sheet.define(f"total_payroll_{key}", row, at.total_column)
    _whole_payroll(team)


def _whole_payroll(team: TeamSheet) -> None:
    rows = team.at.payroll.rows.values()
    row, total = team.at.payroll.end - 2, with_number(styles.TOTAL, WHOLE)
    team.sheet.put(row, ROLE, team.book.say(text("Total")), styles.TOTAL_TEXT)
    months = [sum(column) for column in zip(*_payrolls(team), strict=True)]
    for at, value in enumerate((*months, sum(months))):
        column = FIRST + at
        cells = f"{relative(min(rows), column)}:{relative(max(rows), column)}"
        team.sheet.formula(row, column, sum_down(cells), value, total)
    team.sheet.fill(row, ROLE, team.at.total_column, styles.TOTAL)
    team.sheet.define("total_payroll", row, team.at.total_column)


def _payrolls(team: TeamSheet) -> Iterable[tuple[float, ...]]:
    return (plan.payroll for plan in team.plans.values())
