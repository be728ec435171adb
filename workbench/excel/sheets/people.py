"""How many people a role has and needs, what they cost, and how a new one grows into the plan."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from workbench.base.texts import context, text
from workbench.document.role import Capacity, Role
from workbench.excel import styles
from workbench.excel.addresses import fixed, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import PERCENT, WHOLE, plain_format, share_format
from workbench.excel.layout import Fact
from workbench.excel.pay_formulas import product_formula
from workbench.excel.plan import Area
from workbench.excel.sheets.grid import (
    COMPLETION,
    CONDITION,
    CONTRIBUTION,
    COUNTER,
    FACT,
    FORECAST,
    NUMBER,
    PAYOUT,
    PLAN,
    KpiRow,
    growing,
)
from workbench.excel.sheets.inputs import not_negative, share
from workbench.excel.sheets.kpi_table import KpiTable, month_value
from workbench.formula.values import Problem, Result

_LABEL, _VALUE = COUNTER, FORECAST
_MONTH, _SHARE, _TARGET = COMPLETION, PAYOUT, CONTRIBUTION
_LONGEST_RAMP = 12


def bonus_cell(row: int) -> str:
    """Where the bonus at 100 % stands when the block of people begins in a row."""
    return fixed(row + 3, _VALUE)


def put_people(sheet: SheetBuilder, book: Book, role: Role, row: int) -> int:
    """Write people, salary, bonus and cost, all live from the Model; the first row below them."""
    sheet.put(row, _LABEL, book.say(text("People and pay")), styles.HEADING)
    facts: tuple[tuple[str, Fact, float, str], ...] = (
        (
            book.say(context("column", "People")),
            "people",
            role.people,
            plain_format((role.people,)),
        ),
        (book.money_unit(text("Salary")), "salary", role.salary, WHOLE),
        (book.money_unit(text("Bonus at 100%")), "bonus", role.bonus, WHOLE),
        (book.money_unit(text("Cost of the role")), "cost", role.monthly_cost, WHOLE),
    )
    for index, (label, fact, value, number) in enumerate(facts):
        at = row + 1 + index
        sheet.put(at, _LABEL, label, replace(styles.LINE, underline=styles.RULE))
        sheet.fill(at, CONDITION, CONDITION, replace(styles.LINE, underline=styles.RULE))
        cell = book.model.role(role.key, fact, book.model.sheet)
        style = replace(styles.LINE, underline=styles.RULE, align="right", bold=True, number=number)
        sheet.formula(at, _VALUE, f'IF(ISNUMBER({cell}),{cell},"")', value, style)
    return row + 2 + len(facts)


def put_capacity(sheet: SheetBuilder, book: Book, role: Role, row: int, month: str) -> int:
    """Write what one person handles, the volume of the month, the load and the people needed."""
    if not role.capacity:
        return row
    say = book.say
    sheet.put(row, _LABEL, say(text("Capacity and load")), styles.HEADING)
    sheet.put(row + 1, _LABEL, say(context("column", "Metric")), styles.HEAD)
    heads = (text("Per person a month"), text("Volume"), text("Load"), text("People needed"))
    sheet.row(row + 1, CONDITION, tuple(say(head) for head in heads), styles.HEAD_RIGHT)
    for index, capacity in enumerate(role.capacity):
        _put_load(sheet, book, role, capacity, row + 2 + index, month)
    last = row + 1 + len(role.capacity)
    area = Area(row + 2, CONDITION, last, CONDITION)
    sheet.validate(not_negative(book, area, say(text("Capacity and load"))))
    return last + 2


def _put_load(
    sheet: SheetBuilder, book: Book, role: Role, capacity: Capacity, row: int, month: str
) -> None:
    metric = book.project.metric(capacity.metric)
    number = book.format(metric)
    sheet.put(row, _LABEL, metric.name, styles.BODY)
    entry = with_number(styles.ENTRY, plain_format((capacity.per_person,)))
    sheet.put(row, CONDITION, capacity.per_person, entry)
    sheet.define(f"in_capacity_{role.key}_{metric.key}", row, CONDITION)
    volume = book.forecast.values[metric.key][book.month]
    formula = month_value(book, metric.key, month)
    sheet.formula(row, FORECAST, formula, shown(volume), with_number(styles.FIGURE, number))
    each, whole = relative(row, CONDITION), relative(row, FORECAST)
    people = book.model.role(role.key, "people", book.model.sheet)
    both = f"ISNUMBER({each}),ISNUMBER({whole})"
    load = f'IFERROR(IF(AND({both},ISNUMBER({people})),{whole}/{each}/{people},""),"")'
    value = _divided(_divided(volume, capacity.per_person), role.people)
    sheet.formula(row, FACT, load, shown(value), with_number(styles.FIGURE, PERCENT))
    needed = f'IFERROR(IF(AND({both}),ROUNDUP(ROUND({whole}/{each},9),0),""),"")'
    heads = _whole_people(_divided(volume, capacity.per_person))
    sheet.formula(row, COMPLETION, needed, shown(heads), with_number(styles.TOTAL, WHOLE))


def put_ramp(sheet: SheetBuilder, book: Book, role: Role, row: int, table: KpiTable) -> int:
    """Write how a new person's share of the plan grows, and the targets that follow from it."""
    ramp = role.ramp[:_LONGEST_RAMP]
    if not ramp:
        return row
    say = book.say
    sheet.put(row, _MONTH, say(text("Getting up to speed")), styles.HEADING)
    heads = (say(text("Month")), say(text("Share of the plan")))
    sheet.row(row + 1, _MONTH, heads, styles.HEAD_RIGHT)
    targets = growing(table.rows)
    for column, target in enumerate(targets):
        head = say(text("KPI {number}", number=target.words[NUMBER]))
        sheet.put(row + 1, _TARGET + column, head, styles.HEAD_RIGHT)
    for index, part in enumerate(ramp):
        line = row + 2 + index
        sheet.put(line, _MONTH, index + 1, with_number(styles.FIGURE, WHOLE))
        sheet.put(line, _SHARE, part, with_number(styles.ENTRY, share_format(ramp)))
        for column, target in enumerate(targets):
            _put_target(sheet, table, target, (line, _TARGET + column), part)
    last = row + 1 + len(ramp)
    sheet.define_area(f"in_ramp_{role.key}", Area(row + 2, _SHARE, last, _SHARE))
    area = Area(row + 2, _SHARE, last, _SHARE)
    sheet.validate(share(book, area, say(text("Share of the plan")), 2.0))
    return last + 2


def _put_target(
    sheet: SheetBuilder, table: KpiTable, target: KpiRow, place: tuple[int, int], part: float
) -> None:
    row, column = place
    grown, plan = relative(row, _SHARE), relative(table.row_of(target), PLAN)
    value = "" if target.kpi.plan is None else part * target.kpi.plan
    style = with_number(styles.FIGURE, target.number)
    sheet.formula(row, column, product_formula(grown, plan), value, style)


def _divided(result: Result, divisor: float) -> Result:
    if isinstance(result, Problem):
        return result
    return Problem(text("division by zero")) if divisor == 0 else result / divisor


def _whole_people(result: Result) -> Result:
    """People are whole, and the dust of the arithmetic is nobody."""
    if isinstance(result, Problem):
        return result
    return float(ceil(round(result, 9)))
