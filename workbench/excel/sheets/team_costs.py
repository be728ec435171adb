"""What one unit costs: for the role that works on it, and for the whole way up to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.base.texts import Text, context, text
from workbench.excel import styles
from workbench.excel.addresses import fixed, relative
from workbench.excel.book import shown
from workbench.excel.builder import with_number
from workbench.excel.formats import HUNDREDTHS, WHOLE, plain_format
from workbench.excel.plan import Style
from workbench.excel.team_layout import DETAIL, FIRST, NUMBER, ROLE
from workbench.formula.values import Problem, Result
from workbench.planning.unit_costs import StageCost, unit_costs

if TYPE_CHECKING:
    from workbench.excel.sheets.team import TeamSheet

_VOLUME, _COST = FIRST, FIRST + 1
_PARTS = replace(styles.NOTE, wrap=True, indent=1)


def put_costs(team: TeamSheet) -> int:
    """Write both tables; the last row of them."""
    row = team.at.costs_row
    for key, plan in team.plans.items():
        costs = unit_costs(team.book.forecast, plan)
        if costs and row == team.at.costs_row:
            row = _head(team, row, text("What one unit costs the role"), text("Role"))
        for metric, cost in costs.items():
            team.role(row, plan.role, team.book.project.metric(metric).name)
            _cost(team, row, metric, _Spent(team, [key], ()), cost)
            row += 1
    return _stages(team, row + (row > team.at.costs_row))


class _Spent:
    """Pay and spending that go into a volume, as cells and as a number."""

    def __init__(self, team: TeamSheet, roles: Iterable[str], spending: Iterable[str]) -> None:
        at, model, self.team = team.at, team.book.model, team
        self.roles, self.spending = tuple(roles), tuple(spending)
        self.cells = [
            *(fixed(at.payroll.rows[key], at.total_column) for key in self.roles),
            *(fixed(model.rows[key], model.total_column, model.sheet) for key in self.spending),
        ]

    @property
    def formula(self) -> str:
        """The sum; empty until all of its parts have a number."""
        given = ",".join(f"ISNUMBER({cell})" for cell in self.cells)
        return f'IF(AND({given}),{"+".join(self.cells)},"")'

    @property
    def value(self) -> float | str:
        """The sum as the formula finds it."""
        parts: list[float] = [sum(self.team.plans[key].payroll) for key in self.roles]
        for key in self.spending:
            total = self.team.book.forecast.totals[key]
            if isinstance(total, Problem):
                return ""
            parts.append(total)
        return sum(parts)


def _head(team: TeamSheet, row: int, title: Text, first: Text) -> int:
    say, money = team.book.say, team.book.money_unit
    team.sheet.keep(row)
    team.sheet.put(row, ROLE, say(title), styles.HEADING)
    team.sheet.put(row + 1, ROLE, say(first), styles.HEAD)
    team.sheet.put(row + 1, DETAIL, say(context("column", "Metric")), styles.HEAD)
    heads = (money(text("Spent")), say(text("Volume")), money(text("One costs")))
    team.sheet.row(row + 1, NUMBER, heads, styles.HEAD_RIGHT)
    return row + 2


def _cost(team: TeamSheet, row: int, metric: str, spent: _Spent, cost: Result) -> None:
    sheet, book = team.sheet, team.book
    sheet.formula(row, NUMBER, spent.formula, spent.value, with_number(styles.FIGURE, WHOLE))
    cells = book.model.series(metric)
    volume = f'IF(COUNT({cells})=COLUMNS({cells}),SUM({cells}),"")'
    values = [shown(one) for one in book.forecast.values[metric]]
    known = [one for one in values if isinstance(one, float)]
    total = sum(known) if len(known) == len(values) else ""
    number = plain_format(known)
    sheet.formula(row, _VOLUME, volume, total, with_number(styles.FIGURE, number))
    whole, many = relative(row, NUMBER), relative(row, _VOLUME)
    given = f"AND(ISNUMBER({whole}),ISNUMBER({many}))"
    each = f'IF({given},IF({many}>0,{whole}/{many},""),"")'
    size = HUNDREDTHS if isinstance(cost, float) and abs(cost) < 100 else WHOLE
    sheet.formula(row, _COST, each, shown(cost), with_number(styles.TOTAL, size))


def _stages(team: TeamSheet, row: int) -> int:
    stages = team.book.staff.stages
    if not stages:
        return row - 1
    row = _head(team, row, text("What one unit costs the whole funnel"), context("column", "Stage"))
    say = team.book.say
    team.sheet.put(row - 1, _COST + 1, say(text("What goes into it")), styles.HEAD)
    team.sheet.fill(row - 1, _COST + 2, team.last, Style(fill=styles.HEADER))
    for stage in stages:
        _stage(team, row, stage)
        row += 1
    return row - 1


def _stage(team: TeamSheet, row: int, stage: StageCost) -> None:
    project = team.book.project
    metric = project.metric(stage.metric)
    phase = next((one.name for one in project.phases if one.key == metric.phase), "–")
    team.sheet.put(row, ROLE, phase, styles.BODY)
    team.sheet.put(row, DETAIL, metric.name, styles.BODY)
    _cost(team, row, stage.metric, _Spent(team, stage.roles, stage.spending), stage.cost)
    names = (
        *(project.role(key).name for key in stage.roles),
        *(project.metric(key).name for key in stage.spending),
    )
    across = team.last - _COST - 1
    team.sheet.put(row, _COST + 1, ", ".join(names), _PARTS, across=across)
