"""How many people a role has and needs, what they cost, and how a new one grows into the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, fsum

from workbench.base.texts import context, text
from workbench.document.role import Capacity, Role
from workbench.excel import styles
from workbench.excel.addresses import fixed, fixed_range, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import HUNDREDTHS, PERCENT, WHOLE, plain_format, share_format
from workbench.excel.layout import Fact
from workbench.excel.pay_formulas import sum_formula
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
from workbench.excel.sheets.kpi_table import KpiTable, month_value
from workbench.excel.sheets.periods import months_of
from workbench.excel.team_layout import ABSENCE
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
    several = len(role.capacity) > 1
    heads_needed = []
    for index, capacity in enumerate(role.capacity):
        at = row + 2 + index
        each = book.team.per_person(role.key, index, book.team.sheet)
        place = at, not several
        heads_needed.append(_put_load(sheet, book, role, (capacity, each), place, month))
    last = row + 1 + len(role.capacity)
    if several:
        _put_whole_load(sheet, book, role, (row + 2, last), heads_needed)
    return last + 2 + several


def _put_load(
    sheet: SheetBuilder,
    book: Book,
    role: Role,
    handled: tuple[Capacity, str],
    place: tuple[int, bool],
    month: str,
) -> Result:
    """Write the load by one metric; people are whole only where it is the whole load.

    What one person handles stands on the Team sheet.
    """
    (capacity, source), (row, is_whole) = handled, place
    metric = book.project.metric(capacity.metric)
    number = book.format(metric)
    sheet.put(row, _LABEL, metric.name, styles.BODY)
    figure = with_number(styles.FIGURE, plain_format((capacity.per_person,)))
    given = f'IF(ISNUMBER({source}),{source},"")'
    sheet.formula(row, CONDITION, given, capacity.per_person, figure)
    volume = book.forecast.values[metric.key][book.month]
    formula = month_value(book, metric.key, month)
    sheet.formula(row, FORECAST, formula, shown(volume), with_number(styles.FIGURE, number))
    each, whole = relative(row, CONDITION), relative(row, FORECAST)
    people = book.model.role(role.key, "people", book.model.sheet)
    both = f"ISNUMBER({each}),ISNUMBER({whole})"
    load = f'IFERROR(IF(AND({both},ISNUMBER({people})),{whole}/{each}/{people},""),"")'
    value = _divided(_divided(volume, capacity.per_person), role.people)
    sheet.formula(row, FACT, load, shown(value), with_number(styles.FIGURE, PERCENT))
    heads = _divided(volume, capacity.per_person)
    if is_whole:
        needed = (
            f'IFERROR(IF(AND({both}),{_rounded_up(f"{whole}/{each}/{_there(book, role)}")},""),"")'
        )
        style = with_number(styles.TOTAL, WHOLE)
        present = _divided(heads, 1 - role.absence)
        sheet.formula(row, COMPLETION, needed, shown(_whole_people(present)), style)
    else:
        needed = f'IFERROR(IF(AND({both}),{whole}/{each},""),"")'
        style = with_number(styles.FIGURE, HUNDREDTHS)
        sheet.formula(row, COMPLETION, needed, shown(heads), style)
    return heads


def _put_whole_load(
    sheet: SheetBuilder,
    book: Book,
    role: Role,
    rows: tuple[int, int],
    heads: Sequence[Result],
) -> None:
    """Write the load by all metrics together, and the whole people it takes."""
    first, last = rows
    row = last + 1
    loads, parts = (fixed_range(Area(first, column, last, column)) for column in (FACT, COMPLETION))
    sheet.put(row, _LABEL, book.say(text("Total")), styles.TOTAL_TEXT)
    sheet.fill(row, CONDITION, FORECAST, styles.TOTAL)
    whole = _sum(heads)
    load = shown(_divided(whole, role.people))
    sheet.formula(row, FACT, sum_formula(loads), load, with_number(styles.TOTAL, PERCENT))
    needed = (
        f'IF(COUNT({parts})=ROWS({parts}),{_rounded_up(f"SUM({parts})/{_there(book, role)}")},"")'
    )
    style = with_number(styles.TOTAL, WHOLE)
    present = _divided(whole, 1 - role.absence)
    sheet.formula(row, COMPLETION, needed, shown(_whole_people(present)), style)


def put_ramp(sheet: SheetBuilder, book: Book, role: Role, row: int, table: KpiTable) -> int:
    """Write how a new person's share of the plan grows, and the targets that follow from it."""
    ramp = role.ramp[:_LONGEST_RAMP]
    if not ramp:
        return row
    say = book.say
    title = text("Getting up to speed, per person")
    sheet.put(row, _MONTH, say(title), styles.HEADING)
    heads = (say(text("Month")), say(text("Share of the plan")))
    sheet.row(row + 1, _MONTH, heads, styles.HEAD_RIGHT)
    targets = growing(table.rows)
    for column, target in enumerate(targets):
        head = say(text("KPI {number}", number=target.words[NUMBER]))
        sheet.put(row + 1, _TARGET + column, head, styles.HEAD_RIGHT)
    for index, part in enumerate(ramp):
        line = row + 2 + index
        sheet.put(line, _MONTH, index + 1, with_number(styles.FIGURE, WHOLE))
        source = book.team.ramp_share(role.key, index)
        given = f'IF(ISNUMBER({source}),{source},"")'
        style = with_number(styles.FIGURE, share_format(ramp))
        sheet.formula(line, _SHARE, given, part, style)
        for column, target in enumerate(targets):
            _put_target(sheet, book, (role, table), target, (line, _TARGET + column), part)
    return row + 3 + len(ramp)


def _put_target(
    sheet: SheetBuilder,
    book: Book,
    whose: tuple[Role, KpiTable],
    target: KpiRow,
    place: tuple[int, int],
    part: float,
) -> None:
    """The plan is that of all people of the role, and of all months of its period."""
    role, table = whose
    row, column = place
    grown, plan = relative(row, _SHARE), relative(table.row_of(target), PLAN)
    people = book.model.role(role.key, "people", book.model.sheet)
    months = months_of(target.kpi.period)
    divisor = f"/{months}" if months > 1 else ""
    given = f"AND(ISNUMBER({grown}),ISNUMBER({plan}),ISNUMBER({people}))"
    formula = f'IFERROR(IF({given},{grown}*{plan}/{people}{divisor},""),"")'
    whole = part * target.kpi.plan / months if target.kpi.plan is not None else None
    value: Result = Problem(text("there is no value")) if whole is None else whole
    each = shown(_divided(value, role.people))
    style = with_number(styles.FIGURE, plain_format(_targets(role, target)))
    sheet.formula(row, column, formula, each, style)


def _targets(role: Role, target: KpiRow) -> tuple[float, ...]:
    """The targets of one person in every month of the ramp."""
    if target.kpi.plan is None or not role.people:
        return ()
    each = target.kpi.plan / months_of(target.kpi.period) / role.people
    return tuple(part * each for part in role.ramp)


def _there(book: Book, role: Role) -> str:
    """The share of time that is left of vacation and illness."""
    return f"(1-{book.team.fact(role.key, ABSENCE, book.team.sheet)})"


def _rounded_up(heads: str) -> str:
    """People are whole and never fewer than none; the dust of the arithmetic is nobody."""
    return f"MAX(0,ROUNDUP(ROUND({heads},9),0))"


def _sum(results: Sequence[Result]) -> Result:
    numbers = [one for one in results if not isinstance(one, Problem)]
    problem = next((one for one in results if isinstance(one, Problem)), None)
    return fsum(numbers) if problem is None else problem


def _divided(result: Result, divisor: float) -> Result:
    if isinstance(result, Problem):
        return result
    return Problem(text("division by zero")) if divisor == 0 else result / divisor


def _whole_people(result: Result) -> Result:
    if isinstance(result, Problem):
        return result
    return float(max(0, ceil(round(result, 9))))
