"""The outcomes of a vacancy, the weightiest first, with the KPIs of a year and their pay."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.base.texts import Text, text
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.excel import styles, vocabulary
from workbench.excel.addresses import fixed_range, relative
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import PERCENT, WHOLE, share_format
from workbench.excel.pay_formulas import best_formula, limit_formula, most_formula, sum_formula
from workbench.excel.plan import Area, Style
from workbench.excel.sheets import grid
from workbench.excel.sheets.role import RoleSheet
from workbench.planning.completion import most_counted
from workbench.planning.pay import PLACES, best_payout, paid_kpis

(
    NUMBER, OUTCOME, UNIT, HOW, PERIOD, BASE, PLAN, MAXIMUM, WEIGHT, SOURCE, LIMIT, SHARE, BEST,
) = range(13)  # fmt: skip
LAST = BEST
FEWEST, MOST = 3, 8


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One outcome; a KPI that the role only helps with is worth nothing."""

    kpi: Kpi
    metric: Metric
    number: str


@dataclass(frozen=True, slots=True)
class BriefTable:
    """Where the table of outcomes stands: the row of its heading, and its rows."""

    top: int
    rows: tuple[BriefRow, ...]

    @property
    def first(self) -> int:
        """The row of the first outcome."""
        return self.top + 2

    @property
    def total(self) -> int:
        """The row of totals."""
        return self.first + len(self.rows)

    def row_of(self, row: BriefRow) -> int:
        """Where an outcome stands."""
        return self.first + self.rows.index(row)


def brief_rows(book: Book, role: Role, of: RoleSheet) -> tuple[BriefRow, ...]:
    """The weightiest KPIs, eight at most; where they are few, what the role helps with too."""
    paid = sorted(paid_kpis(book.project, role.key), key=lambda kpi: -kpi.weight)
    paid = [kpi for kpi in paid if kpi.metric in of.rows][:MOST]
    helped = [kpi for kpi in book.project.kpis_of_role(role.key) if not kpi.is_measured]
    chosen = [*paid, *helped[: max(0, FEWEST - len(paid))]]
    metrics = (book.project.metric(kpi.metric) for kpi in chosen)
    return tuple(
        BriefRow(kpi, metric, book.format(metric))
        for kpi, metric in zip(chosen, metrics, strict=True)
    )


def put_outcomes(
    sheet: SheetBuilder, book: Book, role: Role, table: BriefTable, of: RoleSheet
) -> int:
    """Write the table, its numbers live from the sheet of the role; the first row below."""
    say = book.say
    title = text("Outcomes and KPIs of the first year, the weightiest first")
    sheet.put(table.top, NUMBER, say(title), styles.HEADING)
    if not table.rows:
        none = say(text("This role has no KPIs yet."))
        sheet.put(table.top + 1, OUTCOME, none, styles.UNSET)
        return table.top + 3
    color = replace(styles.HEAD, fill=styles.tint(role.color, 0.16), color=styles.ink(role.color))
    right = replace(color, align="right", indent=0)
    for column, head in enumerate(_heads(book)):
        is_number = column in {BASE, PLAN, MAXIMUM, WEIGHT, LIMIT, SHARE, BEST}
        sheet.put(table.top + 1, column, head, right if is_number else color)
    for at, row in enumerate(table.rows):
        _Outcome(sheet, book, role, row, table.first + at, of).put(at + 1)
    _total(sheet, book, role, table)
    return table.total + 2


def _heads(book: Book) -> tuple[str, ...]:
    words: tuple[Text, ...] = (
        text("No."), text("Outcome"), text("Unit"), text("How it is counted"), text("Period"),
        text("Base"), text("Plan"), text("Maximum"), text("Weight"), text("Source"),
        text("Counts up to"), text("Pays at best"),
    )  # fmt: skip
    return (*(book.say(word) for word in words), book.money_unit(text("Bonus at best")))


def _outcome(row: BriefRow) -> Text:
    name = row.metric.name
    if not row.kpi.is_measured:
        how = row.kpi.how
        if how:
            return text("Help with “{metric}”: {how}", metric=name, how=how)
        return text("Help with “{metric}”", metric=name)
    if row.metric.unit == "yes_no":
        return text("See to it that this is done: “{metric}”", metric=name)
    words = {
        "higher": text("Bring “{metric}” up to the plan", metric=name),
        "lower": text("Bring “{metric}” down to the plan", metric=name),
        "within": text("Keep “{metric}” at the plan", metric=name),
    }
    return words[row.metric.better]


class _Outcome:
    """One row of the table."""

    def __init__(
        self, sheet: SheetBuilder, book: Book, role: Role, row: BriefRow, at: int, of: RoleSheet
    ) -> None:
        self.sheet = sheet
        self.book = book
        self.role = role
        self.one = row
        self.at = at
        self.of = of

    def put(self, number: int) -> None:
        sheet, book, metric, kpi = self.sheet, self.book, self.one.metric, self.one.kpi
        sheet.put(self.at, NUMBER, number, styles.CENTERED)
        sheet.put(self.at, OUTCOME, book.say(_outcome(self.one)), replace(styles.BODY, bold=True))
        period = book.say(vocabulary.PERIODS[kpi.period]) if kpi.period else "–"
        how = book.say(vocabulary.how_counted(metric, book.project, book.language))
        sheet.row(self.at, UNIT, (book.unit(metric), how, period), styles.BODY)
        sheet.put(self.at, SOURCE, metric.source or "–", styles.BODY)
        sheet.fill(self.at, BASE, LAST, styles.FIGURE)
        if kpi.is_measured:
            self._targets()
            self._pay()

    def _targets(self) -> None:
        kpi, columns = self.one.kpi, (BASE, PLAN, MAXIMUM)
        for column, source, value in zip(
            columns, (grid.BASE, grid.PLAN, grid.MAXIMUM), (kpi.base, kpi.plan, kpi.maximum),
            strict=True,
        ):  # fmt: skip
            style = with_number(styles.FIGURE, self.one.number)
            self._live(column, source, "" if value is None else value, style)
        weight = with_number(styles.FIGURE, share_format((kpi.weight,)))
        self._live(WEIGHT, grid.WEIGHT, kpi.weight, weight)

    def _live(self, column: int, source: int, value: float | str, style: Style) -> None:
        cell = self.of.cell(self.one.metric.key, source)
        self.sheet.formula(self.at, column, f'IF(ISNUMBER({cell}),{cell},"")', value, style)

    def _pay(self) -> None:
        kpi, metric, role = self.one.kpi, self.one.metric, self.role
        cells = self.of.scales[metric.key]
        base, plan, maximum, weight, limit, share = (
            relative(self.at, column) for column in (BASE, PLAN, MAXIMUM, WEIGHT, LIMIT, SHARE)
        )
        figure = with_number(styles.FIGURE, PERCENT)
        most = most_formula(base, plan, maximum, metric)
        counted = _limit(kpi, metric)
        self.sheet.formula(self.at, LIMIT, limit_formula(cells, most), counted, figure)
        best = best_payout(kpi.scale, most_counted(kpi, metric))
        share_formula = best_formula(limit, kpi.scale, cells)
        self.sheet.formula(self.at, SHARE, share_formula, "" if best is None else best, figure)
        model = self.book.model
        bonus = model.role(role.key, "bonus", model.sheet)
        part = f"{bonus}*{weight}"
        paid = f'IF(ISNUMBER({share}),{part}*{share},IF({part}=0,0,""))'
        formula = f'IF(AND(ISNUMBER({weight}),ISNUMBER({bonus})),{paid},"")'
        money = with_number(styles.FIGURE, WHOLE)
        self.sheet.formula(self.at, BEST, formula, _best(role, kpi, best), money)


def _total(sheet: SheetBuilder, book: Book, role: Role, table: BriefTable) -> None:
    paid = [row.kpi for row in table.rows if row.kpi.is_measured]
    first, last = table.first, table.first + max(len(paid), 1) - 1
    row = table.total
    sheet.put(row, OUTCOME, book.say(text("Total")), styles.TOTAL_TEXT)
    weights = [kpi.weight for kpi in paid]
    style = with_number(styles.TOTAL, share_format(weights))
    cells = fixed_range(Area(first, WEIGHT, last, WEIGHT))
    metrics = [book.project.metric(kpi.metric) for kpi in paid]
    if paid:
        sheet.formula(row, WEIGHT, sum_formula(_range(cells)), sum(weights), style)
        bests = [
            _best(role, kpi, best_payout(kpi.scale, most_counted(kpi, metric)))
            for kpi, metric in zip(paid, metrics, strict=True)
        ]
        known = [one for one in bests if isinstance(one, float)]
        value = sum(known) if len(known) == len(bests) else ""
        money = with_number(styles.TOTAL, WHOLE)
        cells = fixed_range(Area(first, BEST, last, BEST))
        sheet.formula(row, BEST, sum_formula(_range(cells)), value, money)
    sheet.fill(row, NUMBER, LAST, styles.TOTAL)


def _range(cells: str) -> str:
    """One cell as a range of one: the sum asks how many rows it has."""
    return cells if ":" in cells else f"{cells}:{cells}"


def _limit(kpi: Kpi, metric: Metric) -> float | str:
    ends = [end for end in (kpi.scale.cap, most_counted(kpi, metric)) if end is not None]
    return round(min(ends), PLACES) if ends else ""


def _best(role: Role, kpi: Kpi, share: float | None) -> float | str:
    if not kpi.weight or not role.bonus:
        return 0.0
    return "" if share is None else role.bonus * kpi.weight * share
