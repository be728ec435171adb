"""The first table of the Team sheet: a row a role, from people and pay to vacancies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.base.texts import Text, context, text
from workbench.excel import styles
from workbench.excel.addresses import fixed, relative
from workbench.excel.book import shown
from workbench.excel.builder import with_number
from workbench.excel.formats import PERCENT, WHOLE, plain_format, share_format
from workbench.excel.layout import Fact
from workbench.excel.plan import Area
from workbench.excel.sheets.inputs import share
from workbench.excel.staff_formulas import hire_by_formula, vacancies_formula
from workbench.excel.team_layout import (
    ABSENCE,
    ATTRITION,
    BONUS,
    COST,
    DETAIL,
    HIRE_BY,
    LOAD,
    NEEDED,
    PAYROLL,
    PEOPLE,
    ROLE,
    SALARY,
    TAX,
    VACANCIES,
)
from workbench.formula.values import Problem
from workbench.planning.staffing_plan import StaffingPlan, cost_of_one

if TYPE_CHECKING:
    from workbench.excel.sheets.team import TeamSheet

LAST = PAYROLL
_MOST_AWAY = 0.99
_NOTHING = "–"


def put_team(team: TeamSheet) -> None:
    """Write the table; a role whose capacity is not set has no load and no vacancies."""
    _heads(team)
    for key, plan in team.plans.items():
        _People(team, plan, team.at.people.rows[key]).put()
    rows = team.at.people.rows.values()
    for column, title in ((ABSENCE, text("Absences")), (ATTRITION, text("Leave in a year"))):
        area = Area(min(rows), column, max(rows), column)
        most = _MOST_AWAY if column == ABSENCE else 1.0
        team.sheet.validate(share(team.book, area, team.book.say(title), most))
    area = Area(min(rows), VACANCIES, max(rows), VACANCIES)
    first = relative(min(rows), VACANCIES)
    team.sheet.condition(area, f"AND(ISNUMBER({first}),{first}>0)", "fair", '"▲ "0')


def _heads(team: TeamSheet) -> None:
    say, money, table = team.book.say, team.book.money_unit, team.at.people
    team.sheet.put(table.top, ROLE, say(text("People, load and pay")), styles.HEADING)
    words: tuple[Text, ...] = (
        context("column", "People"), text("Absences"), text("Leave in a year"),
        text("Load at peak"), text("People needed"), text("Vacancies"),
    )  # fmt: skip
    pay = (
        money(text("Salary")), money(text("Bonus at 100%")), say(text("Payroll tax")),
        money(text("One person")), money(text("Payroll of the plan")),
    )  # fmt: skip
    team.sheet.put(table.heads, ROLE, say(text("Role")), styles.HEAD)
    team.sheet.put(table.heads, HIRE_BY, say(text("First to start in")), styles.HEAD)
    heads = (*(say(one) for one in words), *pay)
    team.sheet.row(table.heads, PEOPLE, heads, styles.HEAD_RIGHT)


class _People:
    """One role of the table."""

    def __init__(self, team: TeamSheet, plan: StaffingPlan, row: int) -> None:
        self.team = team
        self.plan = plan
        self.role = plan.role
        self.row = row

    def put(self) -> None:
        role, sheet, row = self.role, self.team.sheet, self.row
        name = replace(styles.BODY, bold=True, color=styles.ink(role.color))
        sheet.put(row, ROLE, role.name, name)
        for column, word, value in (
            (ABSENCE, "absence", role.absence),
            (ATTRITION, "attrition", role.attrition),
        ):
            sheet.put(row, column, value, with_number(styles.ENTRY, share_format((value,))))
            sheet.define(f"in_{word}_{role.key}", row, column, means=("role", word, role.key))
        self._pay()
        self._load()
        self._hire_by()

    def _pay(self) -> None:
        role, sheet, row = self.role, self.team.sheet, self.row
        facts: tuple[tuple[int, Fact, float, str], ...] = (
            (PEOPLE, "people", role.people, plain_format((role.people,))),
            (SALARY, "salary", role.salary, WHOLE),
            (BONUS, "bonus", role.bonus, WHOLE),
            (TAX, "payroll_tax", role.payroll_tax, share_format((role.payroll_tax,))),
        )
        model = self.team.book.model
        for column, fact, value, number in facts:
            cell = model.role(role.key, fact, model.sheet)
            formula = f'IF(ISNUMBER({cell}),{cell},"")'
            sheet.formula(row, column, formula, value, with_number(styles.FIGURE, number))
        salary, bonus, tax = (relative(row, column) for column in (SALARY, BONUS, TAX))
        given = f"COUNT({salary}:{tax})=COLUMNS({salary}:{tax})"
        cost = f'IF({given},({salary}+{bonus})*(1+{tax}),"")'
        money = with_number(styles.FIGURE, WHOLE)
        sheet.formula(row, COST, cost, cost_of_one(role), money)
        total = relative(self.team.at.payroll.rows[role.key], self.team.at.total_column)
        whole = f'IF(ISNUMBER({total}),{total},"")'
        pay = with_number(styles.TOTAL, WHOLE)
        sheet.formula(row, PAYROLL, whole, sum(self.plan.payroll), pay)

    def _load(self) -> None:
        role, sheet, row, at = self.role, self.team.sheet, self.row, self.team.at
        if not role.capacity:
            style = replace(styles.CENTERED, color=styles.MUTED)
            sheet.row(row, LOAD, (_NOTHING,) * 3, style)
            return
        people = relative(row, PEOPLE)
        peak = fixed(at.load.rows[role.key], at.total_column)
        load = f'IFERROR(IF(AND(ISNUMBER({peak}),ISNUMBER({people})),{peak}/{people},""),"")'
        found = self.plan.load.peak
        unknown = isinstance(found, Problem) or role.people == 0
        value = "" if unknown else shown(found) / role.people  # type: ignore[operator]
        sheet.formula(row, LOAD, load, value, with_number(styles.FIGURE, PERCENT))
        most = fixed(at.needed.rows[role.key], at.total_column)
        needed = self.plan.load.people_needed
        formula = f'IF(ISNUMBER({most}),{most},"")'
        figure = with_number(styles.FIGURE, WHOLE)
        sheet.formula(row, NEEDED, formula, _cell(needed), figure)
        if role.employment == "contractor":
            sheet.put(row, VACANCIES, _NOTHING, replace(styles.CENTERED, color=styles.MUTED))
            return
        formula = vacancies_formula(relative(row, NEEDED), people)
        style = with_number(styles.TOTAL, WHOLE)
        sheet.formula(row, VACANCIES, formula, _cell(self.plan.vacancies), style)
        sheet.define(f"total_vacancies_{role.key}", row, VACANCIES)

    def _hire_by(self) -> None:
        at, book, key = self.team.at, self.team.book, self.role.key
        if key not in at.hires.rows:
            self.team.sheet.put(self.row, HIRE_BY, _NOTHING, styles.BODY)
            return
        hires = self.team.hiring[key].hires
        header = book.model.header()
        late = book.say(text("mo. before the plan"))
        early = fixed(at.ramp.rows[key], DETAIL)
        span = at.span(at.hires.rows[key])
        formula = hire_by_formula(span, at.numbers(), early, header, late)
        self.team.sheet.formula(self.row, HIRE_BY, formula, self._first(hires, late), styles.BODY)

    def _first(self, hires: tuple[float | str, ...], late: str) -> str:
        """What the formula says."""
        if any(isinstance(one, str) for one in hires):
            return ""
        month = next((at for at, one in enumerate(hires) if one), None)
        if month is None:
            return _NOTHING
        start = month - self.team.early(self.role)
        return self.team.book.months[start] if start >= 0 else f"{-start} {late}"


def _cell(result: int | Problem) -> float | str:
    return "" if isinstance(result, Problem) else float(result)
