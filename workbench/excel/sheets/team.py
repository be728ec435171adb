"""The Team sheet: load, people needed, vacancies, hiring, payroll and unit costs, all live."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import ceil

from workbench.base.texts import Text, context, text
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import fixed, fixed_range, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import HUNDREDTHS, WHOLE, plain_format, shown_length
from workbench.excel.layout import FIRST_MONTH
from workbench.excel.plan import Area, Print, SheetPlan, Style
from workbench.excel.sheets.inputs import not_negative
from workbench.excel.sheets.team_costs import put_costs
from workbench.excel.sheets.team_hiring import put_hiring
from workbench.excel.sheets.team_payroll import put_payroll
from workbench.excel.sheets.team_people import LAST, put_team
from workbench.excel.staff_formulas import (
    Hiring,
    along,
    hiring,
    load_formula,
    needed_formula,
    sum_down,
)
from workbench.excel.team_layout import ABSENCE, DETAIL, FIRST, NUMBER, ROLE, Table
from workbench.planning.ramp import months_to_full_output
from workbench.planning.staffing_plan import StaffingPlan

_MONTHS_A_PAGE = 12


def team_sheet(book: Book) -> SheetPlan:
    """Plan the Team sheet."""
    return TeamSheet(book).planned()


class TeamSheet:
    """The sheet in the making; the tables of hiring and of costs are put in by their modules."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.at = book.team
        self.plans: Mapping[str, StaffingPlan] = {p.role.key: p for p in book.staff.plans}
        self.hiring: Mapping[str, Hiring] = {
            key: hiring(self.plans[key].role, self.plans[key].load.months)
            for key in self.at.hires.rows
        }
        self.last = max(self.at.total_column, LAST)
        self.sheet = SheetBuilder(self.at.sheet, self._widths(), kind="team")

    def planned(self) -> SheetPlan:
        """The sheet with its tables one under another."""
        self._head()
        put_team(self)
        self._capacities()
        self._load()
        self._needed()
        put_hiring(self)
        put_payroll(self)
        end = put_costs(self)
        area = Area(0, 0, end, self.last)
        wide = ceil(self.at.months / _MONTHS_A_PAGE)
        page = Print(repeat=(0, 1), wide=wide, area=area, footer=self.book.footer)
        return self.sheet.built(page, (3, ROLE + 1))

    def _widths(self) -> tuple[float, ...]:
        costs = [plan.payroll for plan in self.plans.values()]
        most = max((sum(one) for one in costs), default=0.0) * max(len(costs), 1)
        money = max(10.5, shown_length(most, WHOLE) * 0.95 + 1.6)
        months = (min(money, 20.0),) * max(self.at.months, LAST - FIRST)
        return 26, 30, 14, *months, min(money + 1, 22.0)

    def _head(self) -> None:
        book, say = self.book, self.book.say
        title = say(text("Team: load, hiring and payroll"))
        subtitle = f"{book.client} · {book.period}"
        self.sheet.title(title, subtitle, styles.BRAND, self.last)
        self.sheet.link_home(book.cover, say(text("← Contents")))
        hint = text("Volumes come from the Model; people and pay are changed there too")
        self.sheet.put(3, 1, say(hint), styles.NOTE)

    def early(self, role: Role) -> int:
        """How many months before a month that lacks people somebody has to start."""
        return months_to_full_output(role)

    def table(
        self,
        table: Table,
        title: Text,
        heads: tuple[str, str],
        total: str = "",
        numbers: Sequence[object] = (),
    ) -> None:
        """The heading of a table and the heads of its columns: months, unless they are given."""
        say = self.book.say
        self.sheet.keep(table.top)
        self.sheet.put(table.top, ROLE, say(title), styles.HEADING)
        self.sheet.put(table.heads, ROLE, say(text("Role")), styles.HEAD)
        self.sheet.put(table.heads, DETAIL, heads[0], styles.HEAD)
        self.sheet.put(table.heads, NUMBER, heads[1], styles.HEAD_RIGHT)
        months = tuple(numbers) or self.book.months
        self.sheet.row(table.heads, FIRST, months, styles.HEAD_RIGHT)  # type: ignore[arg-type]
        if total:
            self.sheet.put(table.heads, self.at.total_column, total, styles.HEAD_RIGHT)

    def role(self, row: int, role: Role, detail: str = "") -> None:
        """The name of a role in its colour, and what the row is about."""
        name = replace(styles.BODY, bold=True, color=styles.ink(role.color))
        self.sheet.put(row, ROLE, role.name, name)
        self.sheet.put(row, DETAIL, detail, replace(styles.BODY, color=styles.MUTED, size=9))
        self.sheet.put(row, NUMBER, None, styles.FIGURE)

    def series(
        self,
        row: int,
        formula: Callable[[int], str],
        values: Iterable[float | str],
        style: Style,
    ) -> None:
        """A formula for each month."""
        for month, value in enumerate(values):
            self.sheet.formula(row, FIRST + month, formula(month), value, style)

    def _capacities(self) -> None:
        if not self.at.loads:
            return
        say, at = self.book.say, self.at
        heads = (say(context("column", "Metric")), say(text("Per person a month")))
        title = text("Load by metric: how many people's full work it is")
        self.table(at.loads, title, heads)
        for key in at.loads.rows:
            role = self.book.project.role(key)
            for place in range(len(role.capacity)):
                self._capacity(role, place)
        rows = at.capacity.values()
        area = Area(min(rows), NUMBER, max(rows), NUMBER)
        self.sheet.validate(not_negative(self.book, area, heads[1]))

    def _capacity(self, role: Role, place: int) -> None:
        capacity, row = role.capacity[place], self.at.capacity[role.key, place]
        metric = self.book.project.metric(capacity.metric)
        self.role(row, role, metric.name)
        number = plain_format((capacity.per_person,))
        self.sheet.put(row, NUMBER, capacity.per_person, with_number(styles.ENTRY, number))
        means = ("capacity", role.key, metric.key)
        self.sheet.define(f"in_capacity_{role.key}_{metric.key}", row, NUMBER, means=means)
        each, model = fixed(row, NUMBER), self.book.model

        def formula(month: int) -> str:
            volume = fixed(model.rows[metric.key], FIRST_MONTH + month, model.sheet)
            return load_formula(volume, each)

        volumes = self.book.forecast.values[metric.key]
        values = (shown_quotient(shown(one), capacity.per_person) for one in volumes)
        self.series(row, formula, values, with_number(styles.FIGURE, HUNDREDTHS))

    def _load(self) -> None:
        if not self.at.load:
            return
        say = self.book.say
        self.table(self.at.load, text("Load of the role"), ("", ""), say(text("Heaviest month")))
        style = with_number(styles.FIGURE, HUNDREDTHS)
        for key, row in self.at.load.rows.items():
            plan = self.plans[key]
            self.role(row, plan.role, say(text("people's full work")))
            first = self.at.capacity[key, 0]
            last = first + len(plan.role.capacity) - 1

            def formula(month: int, first: int = first, last: int = last) -> str:
                column = FIRST + month
                cells = fixed_range(Area(first, column, last, column)).replace("$", "")
                return sum_down(cells if ":" in cells else f"{cells}:{cells}")

            self.series(row, formula, map(shown, plan.load.months), style)
            total = along("MAX", self.at.span(row))
            peak = with_number(styles.TOTAL, HUNDREDTHS)
            self.sheet.formula(row, self.at.total_column, total, shown(plan.load.peak), peak)

    def _needed(self) -> None:
        if not self.at.needed:
            return
        say, at = self.book.say, self.at
        self.table(at.needed, text("People needed"), ("", ""), say(text("Heaviest month")))
        style = with_number(styles.FIGURE, WHOLE)
        for key, row in at.needed.rows.items():
            plan, absence = self.plans[key], at.fact(key, ABSENCE)
            self.role(row, plan.role, say(text("whole people, absences made up for")))
            load = at.load.rows[key]

            def formula(month: int, load: int = load, absence: str = absence) -> str:
                return needed_formula(relative(load, FIRST + month), absence)

            self.series(row, formula, map(whole, plan.load.needed), style)
            total, peak = along("MAX", at.span(row)), plan.load.people_needed
            bold = with_number(styles.TOTAL, WHOLE)
            self.sheet.formula(row, at.total_column, total, whole(peak), bold)


def whole(result: object) -> float | str:
    """People as a cell has them."""
    return float(result) if isinstance(result, int | float) else ""


def shown_quotient(volume: float | str, each: float) -> float | str:
    """A volume by what one person handles, as a cell has it."""
    return "" if isinstance(volume, str) or each == 0 else volume / each
