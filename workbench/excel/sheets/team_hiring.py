"""Whom to hire and when: the ramp, the people a month lacks, and when they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.base.texts import text
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import fixed, relative
from workbench.excel.builder import with_number
from workbench.excel.formats import HUNDREDTHS, PERCENT, WHOLE, share_format
from workbench.excel.plan import Area
from workbench.excel.sheets.inputs import share
from workbench.excel.staff_formulas import (
    hires_formula,
    is_plain,
    one_hired,
    one_hired_formula,
    ramp_formula,
    ready_formula,
    starts_formula,
)
from workbench.excel.team_layout import ABSENCE, DETAIL, FIRST, NUMBER, PEOPLE, shown_ramp

if TYPE_CHECKING:
    from workbench.excel.sheets.team import TeamSheet

_MOST_OUTPUT = 2.0


def put_hiring(team: TeamSheet) -> None:
    """Write all that a hiring follows from, as far as somebody can be hired."""
    _ramps(team)
    if team.at.hires:
        _ready(team)
        _hires(team)
        _starts(team)


def _ramps(team: TeamSheet) -> None:
    table, say = team.at.ramp, team.book.say
    if not table:
        return
    roles = [team.book.project.role(key) for key in table.rows]
    longest = max(len(shown_ramp(role)) for role in roles)
    months = tuple(say(text("month {number}", number=at + 1)) for at in range(longest)) or ("",)
    title = text("Getting up to speed: the share of the plan by month of work")
    team.table(table, title, (say(text("Months to full output")), ""), numbers=months)
    for role in roles:
        _ramp(team, role, table.rows[role.key])
    rows = table.rows.values()
    if longest:
        area = Area(min(rows), FIRST, max(rows), FIRST + longest - 1)
        team.sheet.validate(share(team.book, area, say(text("Share of the plan")), _MOST_OUTPUT))


def _ramp(team: TeamSheet, role: Role, row: int) -> None:
    team.role(row, role)
    early, style = team.early(role), with_number(styles.CENTERED, WHOLE)
    ramp = shown_ramp(role)
    if not is_plain(role) or not ramp:
        team.sheet.put(row, DETAIL, float(early), style)
    else:
        cells = team.at.span(row, len(ramp) - 1)
        cells = f"{cells}" if ":" in cells else f"{cells}:{cells}"
        formula = ramp_formula(cells, relative(row, FIRST))
        team.sheet.formula(row, DETAIL, formula, float(early), style)
    entry = with_number(styles.ENTRY, share_format(ramp))
    team.sheet.row(row, FIRST, ramp, entry)
    if ramp:
        last = FIRST + len(ramp) - 1
        team.sheet.define(f"in_ramp_{role.key}", row, FIRST, last, means=("ramp", role.key))


def _ready(team: TeamSheet) -> None:
    at, say = team.at, team.book.say
    title = text("Hiring: the full work of the people there and of those hired before")
    numbers = tuple(range(1, at.months + 1))
    team.table(at.ready, title, ("", say(text("One hired"))), numbers=numbers)
    style = with_number(styles.FIGURE, HUNDREDTHS)
    for key, row in at.ready.rows.items():
        role = team.plans[key].role
        team.role(row, role, say(text("ramp, absences and leaving taken off")))
        stays, absence = fixed(at.present.rows[key], NUMBER), at.fact(key, ABSENCE)
        each = one_hired_formula(stays, fixed(at.ramp.rows[key], DETAIL), absence)
        share_style = with_number(styles.FIGURE, PERCENT)
        team.sheet.formula(row, NUMBER, each, one_hired(role), share_style)
        people = at.fact(key, PEOPLE)
        there = f'IF(ISNUMBER({people}),{people}*(1-{absence}),"")'

        def formula(
            month: int, key: str = key, row: int = row, there: str = there, stays: str = stays
        ) -> str:
            if month == 0:
                return there
            hired = at.month(at.hires.rows[key], month - 1)
            return ready_formula(stays, at.month(row, month - 1), hired, fixed(row, NUMBER))

        team.series(row, formula, team.hiring[key].ready, style)


def _hires(team: TeamSheet) -> None:
    at, say = team.at, team.book.say
    title = text("Hiring: whole people whom a month lacks")
    team.table(at.hires, title, ("", ""), say(text("Total")))
    style = with_number(styles.FIGURE, WHOLE)
    for key, row in at.hires.rows.items():
        role, found = team.plans[key].role, team.hiring[key].hires
        team.role(row, role)
        if is_plain(role):

            def formula(month: int, key: str = key) -> str:
                ready = at.ready.rows[key]
                load = at.month(at.load.rows[key], month)
                return hires_formula(load, at.month(ready, month), fixed(ready, NUMBER))

            team.series(row, formula, found, style)
        else:
            team.sheet.row(row, FIRST, found, style)
        _total(team, row, found)


def _starts(team: TeamSheet) -> None:
    at, say = team.at, team.book.say
    title = text("New people by the month in which they start")
    team.table(at.starts, title, ("", ""), say(text("Total")))
    style = with_number(styles.FIGURE, WHOLE)
    for key, row in at.starts.rows.items():
        plan = team.plans[key]
        team.role(row, plan.role, say(text("who is late starts with the plan")))
        hires, early = at.span(at.hires.rows[key]), fixed(at.ramp.rows[key], DETAIL)

        def formula(month: int, hires: str = hires, early: str = early) -> str:
            number = relative(at.ready.heads, FIRST + month)
            return starts_formula(hires, at.numbers(), number, early, first=month == 0)

        values = _started(team, key)
        team.series(row, formula, values, style)
        _total(team, row, values)


def _started(team: TeamSheet, key: str) -> tuple[float | str, ...]:
    hires = team.hiring[key].hires
    if any(isinstance(one, str) for one in hires):
        return ("",) * len(hires)
    early = team.early(team.plans[key].role)
    found = [0.0] * len(hires)
    for month, people in enumerate(hires):
        found[max(0, month - early)] += float(people)
    return tuple(found)


def _total(team: TeamSheet, row: int, values: tuple[float | str, ...]) -> None:
    cells = team.at.span(row)
    formula = f'IF(COUNT({cells})=COLUMNS({cells}),SUM({cells}),"")'
    known = all(isinstance(one, float) for one in values)
    total = sum(float(one) for one in values) if known else ""
    style = with_number(styles.TOTAL, WHOLE)
    team.sheet.formula(row, team.at.total_column, formula, total, style)
