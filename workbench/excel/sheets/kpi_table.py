"""The KPI table of a role: what is agreed, and what the month brought, as live formulas."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.base.texts import text
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import fixed, fixed_range, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import PERCENT, WHOLE, share_format
from workbench.excel.pay_formulas import (
    completion_formula,
    most_formula,
    payout_formula,
    product_formula,
    sum_formula,
)
from workbench.excel.plan import Area
from workbench.excel.sheets.deduced import deduction
from workbench.excel.sheets.grid import (
    BASE,
    BONUS,
    COMPLETION,
    CONDITION,
    CONTRIBUTION,
    COUNTER,
    DIRECTION,
    FACT,
    FORECAST,
    HOW,
    INFLUENCE,
    MAXIMUM,
    METRIC,
    NUMBER,
    PAYOUT,
    PERIOD,
    PLAN,
    RECORDED,
    SOURCE,
    STAGE,
    UNIT,
    WEIGHT,
    KpiRow,
    headings,
)
from workbench.excel.sheets.inputs import choice, metric_input, share
from workbench.excel.sheets.periods import (
    facts_of,
    in_period,
    months_together,
    period_forecast,
    period_value,
)
from workbench.excel.sheets.scales import ScaleTable
from workbench.planning.pay import RolePay, pay

_WORDS = (
    STAGE,
    METRIC,
    HOW,
    UNIT,
    DIRECTION,
    INFLUENCE,
    PERIOD,
    SOURCE,
    RECORDED,
    COUNTER,
    CONDITION,
)
_RIGHT = {BASE, PLAN, MAXIMUM, WEIGHT, FORECAST, FACT, COMPLETION, PAYOUT, CONTRIBUTION, BONUS}


@dataclass(frozen=True, slots=True)
class KpiTable:
    """Where the table of a role stands: the row of its heading, and its KPIs."""

    top: int
    rows: tuple[KpiRow, ...]

    @property
    def header(self) -> int:
        """The row of column headings."""
        return self.top + 1

    @property
    def first(self) -> int:
        """The row of the first KPI."""
        return self.top + 2

    @property
    def last(self) -> int:
        """The row of the last KPI."""
        return self.top + 1 + len(self.rows)

    @property
    def total(self) -> int:
        """The row of totals."""
        return self.last + 1

    @property
    def end(self) -> int:
        """The first row below the table."""
        return self.total + 1

    @property
    def month(self) -> str:
        """The cell with the name of the month that is reported."""
        return fixed(self.top, FACT)

    def row_of(self, row: KpiRow) -> int:
        """Where the row of a KPI stands."""
        return self.first + self.rows.index(row)


def put_kpi_table(
    sheet: SheetBuilder, book: Book, role: Role, table: KpiTable, scales: ScaleTable, bonus: str
) -> None:
    """Write the table; `bonus` is the cell with the role's bonus at 100 %."""
    _Writer(sheet, book, role, table, scales, bonus).write()


def month_value(book: Book, metric: str, month: str) -> str:
    """A metric of the Model sheet in the month that a cell names; empty where there is none."""
    return in_month(book.model.series(metric), book.model.header(), month)


def at_month(series: str, header: str, month: str) -> str:
    """The cell of a series in the month that a cell names."""
    return f"INDEX({series},MATCH({month},{header},FALSE))"


def in_month(series: str, header: str, month: str) -> str:
    """A series in the month that a cell names; empty where there is no number."""
    found = at_month(series, header, month)
    return f'IFERROR(IF(ISNUMBER({found}),{found},""),"")'


class _Writer:
    def __init__(
        self,
        sheet: SheetBuilder,
        book: Book,
        role: Role,
        table: KpiTable,
        scales: ScaleTable,
        bonus: str,
    ) -> None:
        self.sheet = sheet
        self.book = book
        self.role = role
        self.table = table
        self.scales = scales
        self.bonus = bonus
        self.facts = facts_of(book, table.rows)
        self.pay: RolePay = pay(book.project, role.key, self.facts)

    def write(self) -> None:
        self._heading()
        for at, row in enumerate(self.table.rows):
            self._kpi(self.table.first + at, at, row)
        if self.table.rows:
            self._total()
            self._checks()

    def _heading(self) -> None:
        sheet, top, say = self.sheet, self.table.top, self.book.say
        sheet.put(top, NUMBER, say(text("KPI")), styles.HEADING)
        hint = text(
            "Actuals come from the sheet “{sheet}”; here only the month is chosen.",
            sheet=self.book.actuals.sheet,
        )
        sheet.put(top, HOW, say(hint), styles.NOTE)
        month = replace(styles.LABEL, align="right")
        sheet.put(top, FORECAST, say(text("Month")), month)
        sheet.put(
            top, FACT, self.book.months[self.book.month], replace(styles.ENTRY_CENTER, bold=True)
        )
        title = say(text("Month of the report"))
        area = Area(top, FACT, top, FACT)
        sheet.validate(choice(self.book, area, title, self.book.model.header()))
        sheet.define(f"in_month_{self.role.key}", top, FACT)
        color = self.role.color
        head = replace(styles.HEAD, fill=styles.tint(color, 0.16), color=styles.ink(color))
        for column, heading in enumerate(headings(self.book)):
            style = replace(head, align="right", indent=0) if column in _RIGHT else head
            sheet.put(self.table.header, column, heading, style)

    def _kpi(self, row: int, at: int, one: KpiRow) -> None:
        sheet = self.sheet
        sheet.put(row, NUMBER, at + 1, styles.CENTERED)
        for column in _WORDS:
            style = replace(styles.BODY, bold=column == METRIC)
            sheet.put(row, column, one.words[column], style)
        entry = with_number(styles.ENTRY, one.number)
        targets = (one.kpi.base, one.kpi.plan, one.kpi.maximum)
        sheet.row(row, BASE, targets, entry)
        weight = with_number(styles.ENTRY, share_format((one.kpi.weight,)))
        sheet.put(row, WEIGHT, one.kpi.weight, weight)
        self._fact(row, one)
        self._forecast(row, one)
        self._result(row, at, one)
        self._names(row, one.kpi.metric)
        area = Area(row, BASE, row, MAXIMUM)
        sheet.validate(metric_input(self.book, one.metric, area))

    def _fact(self, row: int, one: KpiRow) -> None:
        """What was entered on the sheet of actuals: each number is entered once."""
        at, metric, months = self.book.actuals, one.kpi.metric, months_together(one)
        places = at.series(metric), at.header(), self.table.month
        formula = in_month(*places) if months == 1 else in_period(*places, months)
        way = deduction(one.metric, self.book.forecast.model.trees, at.facts)
        if way is not None:
            formula = way.formula(at_month(*places), self._actual)
        style = replace(with_number(styles.FIGURE, one.number), bold=True)
        self.sheet.formula(row, FACT, formula, self.facts.get(metric, ""), style)

    def _actual(self, metric: str) -> str:
        """What was entered for another metric in the month of the report."""
        at = self.book.actuals
        return at_month(at.series(metric), at.header(), self.table.month)

    def _forecast(self, row: int, one: KpiRow) -> None:
        metric, month, months = one.kpi.metric, self.table.month, months_together(one)
        style = with_number(styles.FIGURE, one.number)
        if months == 1:
            formula = month_value(self.book, metric, month)
            value = shown(self.book.forecast.values[metric][self.book.month])
        else:
            formula = period_value(self.book, metric, month, months)
            whole = period_forecast(self.book, metric, months)
            value = "" if whole is None else shown(whole)
        self.sheet.formula(row, FORECAST, formula, value, style)

    def _result(self, row: int, at: int, one: KpiRow) -> None:
        cells = {column: relative(row, column) for column in range(NUMBER, BONUS + 1)}
        found = self.pay.kpis[at]
        scale = self.scales.cells(one.kpi.scale)
        share_style = with_number(styles.FIGURE, PERCENT)
        completion = completion_formula(cells[BASE], cells[PLAN], cells[FACT], one.metric)
        self.sheet.formula(row, COMPLETION, completion, shown(found.completion), share_style)
        most = most_formula(cells[BASE], cells[PLAN], cells[MAXIMUM], one.metric)
        payout = payout_formula(cells[COMPLETION], one.kpi.scale, scale, most)
        self.sheet.formula(row, PAYOUT, payout, shown(found.payout), share_style)
        part = product_formula(cells[WEIGHT], cells[PAYOUT])
        self.sheet.formula(row, CONTRIBUTION, part, shown(found.contribution), share_style)
        amount = product_formula(cells[CONTRIBUTION], self.bonus)
        money = with_number(styles.FIGURE, WHOLE)
        self.sheet.formula(row, BONUS, amount, shown(found.amount), money)
        area = Area(row, COMPLETION, row, COMPLETION)
        done = fixed(row, COMPLETION)
        self.sheet.condition(area, f"AND(ISNUMBER({done}),{done}>=1)", "good", '"✓ "0.0%')
        fair = f"AND(ISNUMBER({done}),{done}<1,{done}>={scale.threshold})"
        self.sheet.condition(area, fair, "fair", '"▲ "0.0%')
        low = f"AND(ISNUMBER({done}),{done}<1,{done}<{scale.threshold})"
        self.sheet.condition(area, low, "bad", '"✕ "0.0%')

    def _names(self, row: int, metric: str) -> None:
        names = {"base": BASE, "plan": PLAN, "maximum": MAXIMUM, "weight": WEIGHT}
        for name, column in names.items():
            means = ("kpi", name, self.role.key, metric)
            self.sheet.define(f"in_{name}_{self.role.key}_{metric}", row, column, means=means)
        self.sheet.define(f"month_fact_{self.role.key}_{metric}", row, FACT)

    def _total(self) -> None:
        row, sheet = self.table.total, self.sheet
        sheet.put(row, METRIC, self.book.say(text("Total for the month")), styles.TOTAL_TEXT)
        weights = [one.kpi.weight for one in self.table.rows]
        weight = with_number(styles.TOTAL, share_format(weights))
        sheet.formula(row, WEIGHT, sum_formula(self._column(WEIGHT)), sum(weights), weight)
        share_style = with_number(styles.TOTAL, PERCENT)
        totals = sum_formula(self._column(CONTRIBUTION))
        sheet.formula(row, CONTRIBUTION, totals, shown(self.pay.total), share_style)
        money = with_number(styles.TOTAL, WHOLE)
        sheet.formula(row, BONUS, sum_formula(self._column(BONUS)), shown(self.pay.amount), money)
        sheet.fill(row, NUMBER, BONUS, styles.TOTAL)
        sheet.define(f"total_weight_{self.role.key}", row, WEIGHT)
        sheet.define(f"total_contribution_{self.role.key}", row, CONTRIBUTION)
        sheet.define(f"total_bonus_{self.role.key}", row, BONUS)

    def _checks(self) -> None:
        rows, cell = self.table, fixed(self.table.total, WEIGHT)
        area = Area(rows.first, WEIGHT, rows.last, WEIGHT)
        self.sheet.validate(share(self.book, area, self.book.say(text("Weight"))))
        check_weights(self.sheet, Area(rows.total, WEIGHT, rows.total, WEIGHT), cell)

    def _column(self, column: int) -> str:
        return fixed_range(Area(self.table.first, column, self.table.last, column))


def check_weights(sheet: SheetBuilder, area: Area, cell: str) -> None:
    """Colour and mark sums of weights: 100 % is right, anything else is not."""
    right = f"AND(ISNUMBER({cell}),ROUND({cell},6)=1)"
    sheet.condition(area, right, "good", '"✓ "0%')
    sheet.condition(area, f"AND(ISNUMBER({cell}),ROUND({cell},6)<>1)", "bad", '"✕ "0.#%')
