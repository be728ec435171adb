"""The sheet of actuals: the one table the client fills in, and the plan and the gap below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from workbench.base.texts import Text, context, text
from workbench.document.metric import Metric
from workbench.excel import measure, styles
from workbench.excel.actuals_layout import (
    FACTS_NAME,
    FIRST_MONTH,
    HEADER_ROW,
    MONTHS_NAME,
    NAME,
    UNIT,
)
from workbench.excel.addresses import fixed, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import PERCENT, WHOLE_PERCENT, plain_format, shown_length
from workbench.excel.plan import Area, Print, SheetPlan, Style
from workbench.excel.sheets.actuals_totals import Total, Totals, completion, completion_formula
from workbench.excel.sheets.inputs import metric_input, share

METRIC = context("column", "Metric")
ENTER = text("Actual: enter what really was in the yellow cells")
_PLANNED = text("Plan of the sheet “Model”, by month")
_GAP = text("Gap to plan: actual minus plan, by month")
_AMBER = 0.8
_MONTHS_A_PAGE = 12
_SIGNED = '+{0};"−"{0};{0}'


def actuals_sheet(book: Book) -> SheetPlan:
    """Plan the sheet of actuals."""
    return _Actuals(book).planned()


class _Actuals:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.at = book.actuals
        self.totals = Totals(book)
        self.last = self.at.total_column + 3
        self.sheet = SheetBuilder(self.at.sheet, self._widths(), kind="actuals")

    def planned(self) -> SheetPlan:
        self._head()
        self._table(HEADER_ROW, ENTER)
        self._table(self.at.plan_header, _PLANNED)
        self._table(self.at.gap_header, _GAP)
        self._total_heads()
        for metric in self.at.metrics:
            self._labels(metric)
            self._facts(metric)
            self._plans(metric)
            self._gaps(metric)
            self._totals(metric)
        if self.at.metrics:
            self.sheet.define(MONTHS_NAME, HEADER_ROW, FIRST_MONTH, self.at.last_month)
        return self._built()

    def _widths(self) -> tuple[float, ...]:
        recorded = (measure.characters(self._recorded(one), 9) + 2 for one in self.at.metrics)
        months = (self._width(self._month_lengths()),) * self.at.months
        totals = (self._width(self._total_lengths()),) * 3
        return 30, 9, min(max((12, *recorded)), 24), *months, *totals, 12

    def _width(self, lengths: Iterator[int]) -> float:
        return min(max(max(lengths, default=0) * 0.95 + 3.2, 9.5), 22.0)

    def _month_lengths(self) -> Iterator[int]:
        for metric in self.at.metrics:
            number = self.book.format(metric)
            for value in (*self.totals.facts[metric.key], *self.totals.plans[metric.key]):
                if value is not None:
                    yield shown_length(value, number)

    def _total_lengths(self) -> Iterator[int]:
        for metric in self.at.metrics:
            total = self.book.forecast.totals[metric.key]
            if isinstance(total, float):
                yield shown_length(total, self._total_format(metric))

    def _head(self) -> None:
        say, last = self.book.say, self.last
        subtitle = f"{self.book.client} · {self.book.period}"
        self.sheet.title(say(text("Actuals beside the plan")), subtitle, styles.BRAND, last)
        self.sheet.link_home(self.book.cover, say(text("← Contents")))
        hint = text("Percentages as percentages: 35%. An unknown figure stays empty, not zero.")
        self.sheet.put(3, UNIT, say(hint), styles.NOTE)
        amber = replace(styles.LABEL, size=9, align="right")
        title = say(text("Amber from"))
        self.sheet.put(3, last - 1, title, amber)
        self.sheet.put(3, last, _AMBER, with_number(styles.ENTRY, WHOLE_PERCENT))
        self.sheet.validate(share(self.book, Area(3, last, 3, last), title))
        self.sheet.define("in_amber", 3, last)

    def _table(self, header: int, about: Text) -> None:
        """The heads are the same in all tables: those of the first are printed on every page."""
        say = self.book.say
        if header != HEADER_ROW:
            self.sheet.keep(header - 1)
        self.sheet.put(header - 1, NAME, say(about), styles.HEADING)
        heads = (say(METRIC), say(text("Unit")), say(text("Recorded by")))
        self.sheet.row(header, NAME, heads, styles.HEAD)
        self.sheet.row(header, FIRST_MONTH, self.book.months, styles.HEAD_RIGHT)

    def _total_heads(self) -> None:
        say = self.book.say
        heads = (
            text("Actual so far"), text("Plan of these months"), text("Gap to plan"),
            text("Completion"),
        )  # fmt: skip
        words = tuple(say(head) for head in heads)
        self.sheet.row(HEADER_ROW, self.at.total_column, words, styles.HEAD_RIGHT)

    def _recorded(self, metric: Metric) -> str:
        owner = self.book.owners.get(metric.key)
        return metric.recorded_by or (owner.name if owner else "–")

    def _labels(self, metric: Metric) -> None:
        small = replace(styles.BODY, size=9, color=styles.MUTED)
        for rows in (self.at.facts, self.at.plans, self.at.gaps):
            row = rows[metric.key]
            self.sheet.put(row, NAME, metric.name, replace(styles.BODY, bold=True))
            words = (self.book.unit(metric), self._recorded(metric))
            self.sheet.row(row, UNIT, words, small)

    def _facts(self, metric: Metric) -> None:
        row, number = self.at.facts[metric.key], self.book.format(metric)
        self.sheet.row(
            row, FIRST_MONTH, tuple(self.totals.facts[metric.key]),
            with_number(styles.ENTRY, number),
        )  # fmt: skip
        self.sheet.validate(metric_input(self.book, metric, self.at.area(row)))
        name = f"{FACTS_NAME}{metric.key}"
        self.sheet.define(name, row, FIRST_MONTH, self.at.last_month, means=("fact", metric.key))
        if metric.better != "within":
            self._lights(metric, row, number)

    def _lights(self, metric: Metric, row: int, number: str) -> None:
        """As planned, nearly, or not: a colour and a sign before the figure."""
        fact = relative(row, FIRST_MONTH)
        plan = relative(self.at.plans[metric.key], FIRST_MONTH)
        both = f"ISNUMBER({fact}),ISNUMBER({plan})"
        lower = metric.better == "lower"
        good = f"{fact}<={plan}" if lower else f"{fact}>={plan}"
        above, below = (plan, fact) if lower else (fact, plan)
        fair = f"{below}>0,{above}>={self.at.amber}*{below}"
        area = self.at.area(row)
        self.sheet.condition(area, f"AND({both},{good})", "good", f'"✓ "{number}')
        self.sheet.condition(area, f"AND({both},NOT({good}),{fair})", "fair", f'"▲ "{number}')
        bad = f"AND({both},NOT({good}),NOT(AND({fair})))"
        self.sheet.condition(area, bad, "bad", f'"✕ "{number}')

    def _plans(self, metric: Metric) -> None:
        row = self.at.plans[metric.key]
        style = with_number(styles.FIGURE, self.book.format(metric))
        for month, value in enumerate(self.book.forecast.values[metric.key]):
            model = self.book.model
            cell = fixed(model.rows[metric.key], model.months_area(0).left + month, model.sheet)
            formula = f'IF(ISNUMBER({cell}),{cell},"")'
            self.sheet.formula(row, FIRST_MONTH + month, formula, shown(value), style)

    def _gaps(self, metric: Metric) -> None:
        row, number = self.at.gaps[metric.key], self.book.format(metric)
        pairs = zip(self.totals.facts[metric.key], self.totals.plans[metric.key], strict=True)
        style = with_number(styles.FIGURE, _SIGNED.format(number))
        for month, (fact, plan) in enumerate(pairs):
            column = FIRST_MONTH + month
            cells = (relative(rows[metric.key], column) for rows in (self.at.facts, self.at.plans))
            value = "" if fact is None or plan is None else fact - plan
            self.sheet.formula(row, column, _difference(*cells), value, style)
        self._judge(metric, self.at.area(row))

    def _judge(self, metric: Metric, area: Area) -> None:
        """A gap in the colour of what it means; its sign says the same."""
        if metric.better == "within":
            return
        cell = relative(area.top, area.left)
        good, bad = ("<=", ">") if metric.better == "lower" else (">=", "<")
        self.sheet.condition(area, f"AND(ISNUMBER({cell}),{cell}{good}0)", "good")
        self.sheet.condition(area, f"AND(ISNUMBER({cell}),{cell}{bad}0)", "bad")

    def _totals(self, metric: Metric) -> None:
        row, column = self.at.facts[metric.key], self.at.total_column
        number = self._total_format(metric)
        fact, plan = self.totals.fact(metric), self.totals.plan(metric)
        style = with_number(styles.TOTAL, number)
        self._total(row, column, fact, with_number(style, number))
        self._total(row, column + 1, plan, with_number(styles.FIGURE, number))
        self.sheet.define(f"total_fact_{metric.key}", row, column)
        done, wanted = (one.value if one else "" for one in (fact, plan))
        gap = "" if isinstance(done, str) or isinstance(wanted, str) else done - wanted
        # A gap is as fine as a month is: 0.4 of 31 is not 0.
        signed = with_number(styles.FIGURE, _SIGNED.format(self.book.format(metric)))
        formula = _difference(relative(row, column), relative(row, column + 1))
        self.sheet.formula(row, column + 2, formula, gap, signed)
        self._judge(metric, Area(row, column + 2, row, column + 2))
        self._completion(metric, row, completion(metric, done, wanted))

    def _total(self, row: int, column: int, total: Total | None, style: Style) -> None:
        if total is None:
            self.sheet.put(row, column, None, style)
        else:
            self.sheet.formula(row, column, total.formula, total.value, style)

    def _completion(self, metric: Metric, row: int, value: float | str) -> None:
        column = self.last
        formula = completion_formula(metric, row, self.at.total_column)
        self.sheet.formula(row, column, formula, value, with_number(styles.FIGURE, PERCENT))
        area, cell = Area(row, column, row, column), relative(row, column)
        self.sheet.bars(area, styles.tint(styles.BRAND, styles.PALE))
        if metric.better == "within":
            return
        fact, plan = (relative(row, self.at.total_column + at) for at in (0, 1))
        good = f"{fact}<={plan}" if metric.better == "lower" else f"{fact}>={plan}"
        known = f"ISNUMBER({cell})"
        self.sheet.condition(area, f"AND({known},{good})", "good", f'"✓ "{PERCENT}')
        fair = f"AND({known},NOT({good}),{cell}>={self.at.amber})"
        self.sheet.condition(area, fair, "fair", f'"▲ "{PERCENT}')
        bad = f"AND({known},NOT({good}),{cell}<{self.at.amber})"
        self.sheet.condition(area, bad, "bad", f'"✕ "{PERCENT}')

    def _total_format(self, metric: Metric) -> str:
        total = self.book.forecast.totals[metric.key]
        if metric.over_time != "sum" or metric.is_share or not isinstance(total, float):
            return self.book.format(metric)
        known = [one for one in self.totals.facts[metric.key] if one is not None]
        return plain_format((total, *known))

    def _built(self) -> SheetPlan:
        end = self.at.gap_header + len(self.at.metrics)
        page = Print(
            repeat=(HEADER_ROW, HEADER_ROW),
            wide=ceil(self.at.months / _MONTHS_A_PAGE),
            area=Area(0, 0, end, self.last),
            footer=self.book.footer,
        )
        return self.sheet.built(page, freeze=(HEADER_ROW + 1, NAME + 1))


def _difference(fact: str, plan: str) -> str:
    return f'IF(AND(ISNUMBER({fact}),ISNUMBER({plan})),{fact}-{plan},"")'
