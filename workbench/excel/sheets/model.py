"""The Model sheet: a row a metric, a column a month, live formulas; all other sheets refer here."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from workbench.base.texts import Text, context, text
from workbench.document.metric import Metric
from workbench.excel import styles, vocabulary
from workbench.excel.addresses import relative, row_range
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import WHOLE, plain_format, share_format, shown_length
from workbench.excel.formulas import fits, month_formula, total_formula
from workbench.excel.layout import (
    CONSTANT_VALUE,
    FIRST_MONTH,
    HEADER_ROW,
    NAME,
    OWNER,
    UNIT,
    Constant,
    live_trees,
)
from workbench.excel.plan import UNREAD, Area, Print, SheetPlan, Style
from workbench.excel.sheets.inputs import any_number, metric_input, not_negative
from workbench.formula.values import Problem, Result
from workbench.planning.calendar import working_days

_MONTHS_A_PAGE = 12


def model_sheet(book: Book) -> SheetPlan:
    """Plan the Model sheet."""
    return _Model(book).planned()


class _Model:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.at = book.model
        self.trees = live_trees(book.forecast)
        self.sheet = SheetBuilder(self.at.sheet, self._widths(), kind="model")

    def planned(self) -> SheetPlan:
        self._head()
        for band in self.at.bands:
            words = self.book.say(band.name)
            self.sheet.put(
                band.row,
                NAME,
                words,
                Style(bold=True, fill=styles.BAND, color=styles.MUTED, indent=1),
            )
            self.sheet.fill(band.row, 1, self.at.total_column, Style(fill=styles.BAND))
        if self.at.workdays_row is not None:
            self._workdays(self.at.workdays_row)
        for metric in self.book.project.metrics:
            self._metric(metric)
        if self.at.team:
            self._team()
        if self.at.constants:
            self._constants()
        return self._built()

    def _widths(self) -> tuple[float, ...]:
        constants = (shown_length(one.value, "General") for one in self.at.constants)
        unit = max((9.0, *(length + 1.5 for length in constants)))
        months = (self._month_width(),) * self.at.months
        return 34, unit, 18, 19, *months, self._total_width(), 20, 80

    def _month_width(self) -> float:
        project = self.book.project
        money = [role.monthly_cost for role in project.roles]
        lengths = [shown_length(value, WHOLE) for value in money]
        for metric in project.metrics:
            number = self.book.format(metric)
            values = self.book.forecast.values[metric.key]
            lengths += [shown_length(one, number) for one in values if isinstance(one, float)]
        return min(max(max(lengths, default=0) * 0.92 + 1.6, 9.0), 22.0)

    def _total_width(self) -> float:
        totals = self.book.forecast.totals
        lengths = [
            shown_length(total, self._total_format(metric))
            for metric in self.book.project.metrics
            if isinstance(total := totals[metric.key], float)
        ]
        return min(max(max(lengths, default=0) * 0.96 + 2, self._month_width()), 24.0)

    def _head(self) -> None:
        say = self.book.say
        subtitle = f"{self.book.client} · {self.book.period}"
        self.sheet.title(
            say(text("Model: the plan by month")), subtitle, styles.BRAND, self.at.total_column
        )
        self.sheet.link_home(self.book.cover, say(text("← Contents")))
        hint = text(
            "Change the yellow cells: everything else is computed from them, on every sheet"
        )
        self.sheet.put(3, 2, say(hint), styles.NOTE)
        names = (
            context("column", "Metric"),
            text("Unit"),
            context("column", "Owner"),
            text("Influence"),
        )
        self.sheet.row(HEADER_ROW, NAME, tuple(say(name) for name in names), styles.HEAD)
        months = (*self.book.months, say(text("Total")))
        self.sheet.row(HEADER_ROW, FIRST_MONTH, months, styles.HEAD_RIGHT)
        more = (say(text("Source")), say(text("How it is counted")))
        self.sheet.row(HEADER_ROW, self.at.total_column + 1, more, styles.HEAD)

    def _workdays(self, row: int) -> None:
        calendar = self.book.project.calendar
        days = [working_days(calendar.country, month) for month in calendar.all_months]
        label = self.book.say(text("Working days ({country})", country=calendar.country or "–"))
        self._labels(row, (label, self.book.say(context("unit", "days")), "", ""))
        for month, value in enumerate(days):
            self._entry(row, FIRST_MONTH + month, value, with_number(styles.ENTRY, WHOLE))
        whole = row_range(row, FIRST_MONTH, self.at.last_month)
        total = "" if any(isinstance(one, Problem) for one in days) else sum(map(_number, days))
        formula = f'IF(COUNT({whole})=COLUMNS({whole}),SUM({whole}),"")'
        self.sheet.formula(
            row, self.at.total_column, formula, total, with_number(styles.TOTAL, WHOLE)
        )
        self.sheet.validate(not_negative(self.book, self.at.months_area(row), label))
        name, last = "in_calendar_workdays", self.at.last_month
        self.sheet.define(name, row, FIRST_MONTH, last, means=(UNREAD,))

    def _metric(self, metric: Metric) -> None:
        row = self.at.rows[metric.key]
        self._metric_labels(metric, row)
        error = self.book.forecast.model.errors.get(metric.key)
        if error is not None and metric.key not in self._given():
            reason = Style(color=styles.BAD, italic=True)
            self.sheet.put(row, FIRST_MONTH, self.book.say(error.message), reason)
        elif metric.key in self.trees:
            self._computed(metric, row)
        else:
            self._inputs(metric, row)
            self._total(metric, row)

    def _given(self) -> frozenset[str]:
        scenario = self.book.forecast.scenario
        return frozenset(scenario.values if scenario else ())

    def _metric_labels(self, metric: Metric, row: int) -> None:
        book, owner = self.book, self.book.owners.get(metric.key)
        words = (metric.name, book.unit(metric), owner.name if owner else "–")
        self._labels(row, (*words, book.say(vocabulary.influence(metric))))
        name = replace(styles.BODY, bold=metric.kind in {"stage", "result"})
        self.sheet.put(row, NAME, metric.name, name)
        if owner:
            style = replace(styles.BODY, color=styles.ink(owner.color), bold=True)
            self.sheet.put(row, OWNER, owner.name, style)
        how = book.say(vocabulary.how_counted(metric, book.project, book.language))
        more = replace(styles.BODY, size=9, color=styles.MUTED)
        self.sheet.row(row, self.at.total_column + 1, (metric.source or "–", how), more)

    def _labels(self, row: int, words: tuple[str, str, str, str]) -> None:
        self.sheet.row(row, NAME, words[:1], styles.BODY)
        self.sheet.row(row, UNIT, words[1:], replace(styles.BODY, color=styles.MUTED, size=9))

    def _inputs(self, metric: Metric, row: int) -> None:
        style = with_number(styles.ENTRY, self.book.format(metric))
        for month, value in enumerate(self.book.forecast.values[metric.key]):
            self._entry(row, FIRST_MONTH + month, value, style)
        self.sheet.validate(metric_input(self.book, metric, self.at.months_area(row)))
        means = ("metric", metric.key)
        self.sheet.define(f"in_{metric.key}", row, FIRST_MONTH, self.at.last_month, means=means)

    def _entry(self, row: int, column: int, value: Result, style: Style) -> None:
        self.sheet.put(row, column, None if isinstance(value, Problem) else value, style)

    def _computed(self, metric: Metric, row: int) -> None:
        style = with_number(styles.FIGURE, self.book.format(metric))
        if metric.kind == "result":
            style = replace(style, bold=True)
        for month, value in enumerate(self.book.forecast.values[metric.key]):
            formula = month_formula(self.trees[metric.key], self.at, metric.key, month)
            self._live(row, FIRST_MONTH + month, formula, value, style)
        self._total(metric, row)

    def _total(self, metric: Metric, row: int) -> None:
        formula = total_formula(self.trees.get(metric.key), self.at, metric)
        style = with_number(styles.TOTAL, self._total_format(metric))
        total = self.book.forecast.totals[metric.key]
        self._live(row, self.at.total_column, formula, total, style)
        self.sheet.define(f"total_{metric.key}", row, self.at.total_column)

    def _total_format(self, metric: Metric) -> str:
        total = self.book.forecast.totals[metric.key]
        if metric.over_time != "sum" or metric.is_share or isinstance(total, Problem):
            return self.book.format(metric)
        return plain_format((total, *map(_number, self.book.forecast.values[metric.key])))

    def _live(self, row: int, column: int, formula: str, value: Result, style: Style) -> None:
        """A formula; the number alone where Excel would refuse a formula of that size."""
        if fits(formula):
            self.sheet.formula(row, column, formula, shown(value), style)
        else:
            self.sheet.put(row, column, None if isinstance(value, Problem) else value, style)

    def _team(self) -> None:
        top, say, money = self.at.team_row, self.book.say, self.book.money_unit
        self.sheet.put(top, NAME, say(text("Team: pay is per person a month")), styles.HEADING)
        heads = (
            say(context("column", "People")), money(text("Salary")), money(text("Bonus at 100%")),
            say(text("Payroll tax")), money(text("Cost of the role")),
        )  # fmt: skip
        self.sheet.put(top + 1, NAME, say(text("Role")), styles.HEAD)
        self.sheet.row(top + 1, 1, heads, styles.HEAD_RIGHT)
        for role in self.book.project.roles:
            row = self.at.team[role.key]
            self._member(row, role.key)
        rows = self.at.team.values()
        area = Area(min(rows), 1, max(rows), 4)
        self.sheet.validate(not_negative(self.book, area, say(text("Team"))))

    def _member(self, row: int, key: str) -> None:
        role = self.book.project.role(key)
        name = replace(styles.BODY, color=styles.ink(role.color), bold=True)
        self.sheet.put(row, NAME, role.name, name)
        facts = (role.people, role.salary, role.bonus, role.payroll_tax)
        numbers = (plain_format((role.people,)), WHOLE, WHOLE, share_format((role.payroll_tax,)))
        words = ("people", "salary", "bonus", "payroll_tax")
        for index, (fact, number, word) in enumerate(zip(facts, numbers, words, strict=True)):
            self.sheet.put(row, 1 + index, fact, with_number(styles.ENTRY, number))
            self.sheet.define(f"in_{word}_{key}", row, 1 + index, means=("role", word, key))
        people, salary, bonus, tax = (relative(row, column) for column in range(1, 5))
        given = f"{people}:{tax}"
        cost = f"{people}*({salary}+{bonus})*(1+{tax})"
        formula = f'IF(COUNT({given})=COLUMNS({given}),{cost},"")'
        self.sheet.formula(row, 5, formula, role.monthly_cost, with_number(styles.TOTAL, WHOLE))
        self.sheet.define(f"total_cost_{key}", row, 5)

    def _constants(self) -> None:
        top, say = self.at.constants_row, self.book.say
        self.sheet.put(top, NAME, say(text("Numbers of the formulas")), styles.HEADING)
        self.sheet.put(top + 1, NAME, say(text("Where it is used")), styles.HEAD)
        self.sheet.put(top + 1, CONSTANT_VALUE, say(context("column", "Number")), styles.HEAD_RIGHT)
        for index, (constant, row) in enumerate(self.at.constants.items()):
            label = self.book.say(self._use(constant))
            self.sheet.put(row, NAME, label, styles.BODY)
            number = WHOLE if constant.value.is_integer() else ""
            self.sheet.put(row, CONSTANT_VALUE, constant.value, with_number(styles.ENTRY, number))
            name = f"in_number_{index + 1}_{constant.metric}"
            self.sheet.define(name, row, CONSTANT_VALUE, means=(UNREAD,))
        rows = self.at.constants.values()
        area = Area(min(rows), CONSTANT_VALUE, max(rows), CONSTANT_VALUE)
        self.sheet.validate(any_number(self.book, area, say(context("column", "Number"))))

    def _use(self, constant: Constant) -> Text:
        name = self.book.project.metric(constant.metric).name
        if constant.initial:
            return text("{metric}: value before the first month", metric=name)
        return text("{metric}: number of the formula", metric=name)

    def _built(self) -> SheetPlan:
        last = max(
            (
                HEADER_ROW,
                *self.at.rows.values(),
                *self.at.team.values(),
                *self.at.constants.values(),
            )
        )
        page = Print(
            repeat=(HEADER_ROW, HEADER_ROW),
            beside=(NAME, NAME),
            wide=ceil(self.at.months / _MONTHS_A_PAGE),
            area=Area(0, 0, last, max(self.at.total_column, 5)),
            breaks=self._breaks(),
            footer=self.book.footer,
        )
        return self.sheet.built(page, freeze=(HEADER_ROW + 1, 1))

    def _breaks(self) -> tuple[int, ...]:
        """Other tables begin on a page of their own: below the names of months they would lie."""
        tables = ((self.at.team, self.at.team_row), (self.at.constants, self.at.constants_row))
        return tuple(row for rows, row in tables if rows)[:1]


def _number(result: Result) -> float:
    return 0.0 if isinstance(result, Problem) else result
