"""The columns of a role's sheet, as wide as its words and numbers ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.base.texts import Text, context, text, verbatim
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.excel import measure, vocabulary
from workbench.excel.book import Book
from workbench.excel.formats import WHOLE, shown_length
from workbench.formula.values import Problem
from workbench.planning.pay import paid_kpis

(
    NUMBER, STAGE, METRIC, HOW, UNIT, DIRECTION, INFLUENCE, PERIOD, BASE, PLAN, MAXIMUM,
    WEIGHT, SOURCE, RECORDED, COUNTER, CONDITION, FORECAST, FACT, COMPLETION, PAYOUT,
    CONTRIBUTION, BONUS,
) = range(22)  # fmt: skip
THIRDS = ((NUMBER, UNIT), (INFLUENCE, SOURCE), (COUNTER, BONUS))
# How wide a column may get before its words are wrapped, in characters.
_WIDEST = {
    STAGE: 13, METRIC: 24, HOW: 26, UNIT: 8, DIRECTION: 10, INFLUENCE: 11, PERIOD: 9,
    SOURCE: 14, RECORDED: 13, COUNTER: 19, CONDITION: 19,
}  # fmt: skip
_NARROWEST = {
    NUMBER: 4.5, STAGE: 11, METRIC: 20, HOW: 20, UNIT: 6, WEIGHT: 8, COUNTER: 14, CONDITION: 13,
    FACT: 11, COMPLETION: 10.5, PAYOUT: 10.5, CONTRIBUTION: 8.5, BONUS: 10,
}  # fmt: skip
_LONGEST_WORD = 30
_INDENT = 1.4
_MOST_LINES = 3.6
# The sheet is wide, so its print is small: larger type makes up for it.
TYPE_SCALE = 1.1


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One KPI with everything its row says in words."""

    kpi: Kpi
    metric: Metric
    words: dict[int, str]
    number: str


def kpi_rows(book: Book, role: str) -> tuple[KpiRow, ...]:
    """The rows of a role's KPI table."""
    kpis = paid_kpis(book.project, role)
    return tuple(_row(book, kpi, index + 1) for index, kpi in enumerate(kpis))


def growing(rows: Sequence[KpiRow]) -> tuple[KpiRow, ...]:
    """KPIs that grow with a new person: volumes, not shares or the cost of one; two at most."""
    return tuple(row for row in rows if row.metric.over_time == "sum")[:2]


def headings(book: Book) -> tuple[str, ...]:
    """The headings of all columns."""
    names: tuple[Text, ...] = (
        text("No."), text("Stage"), context("column", "Metric"), text("How it is counted"),
        text("Unit"), text("Direction"), text("Influence"), text("Period"), text("Base"),
        context("pay", "Plan"), text("Maximum"), text("Weight"), text("Source"),
        text("Recorded by"), text("Counter-metric"), text("Condition"),
        text("Forecast for the period"), text("Actual"), text("Completion"),
        text("After threshold and cap"), text("Contribution"),
    )  # fmt: skip
    return (*(book.say(name) for name in names), book.money_unit(text("Bonus")))


def widths(book: Book, rows: Sequence[KpiRow]) -> tuple[float, ...]:
    """The widths of all columns."""
    return tuple(
        _width(column, heading, book, rows) for column, heading in enumerate(headings(book))
    )


def _width(column: int, heading: str, book: Book, rows: Sequence[KpiRow]) -> float:
    indent = _INDENT if column in _WIDEST else 0.0
    heads = _longest_word(_also(column, heading, book), 9 * TYPE_SCALE, bold=True) + indent
    needed = [_NARROWEST.get(column, 6.0), heads]
    if column in _WIDEST:
        said = [row.words.get(column, "") for row in rows]
        needed += [_longest_word(words, 10 * TYPE_SCALE) + indent for words in said]
        whole = [measure.characters(words, 10 * TYPE_SCALE) + indent for words in said]
        needed.append(min(max(whole, default=0.0), _cap(column, whole)))
    needed += [length * 1.0 + 1.6 for length in _lengths(column, book, rows)]
    return min(max(needed), 40.0)


def _also(column: int, heading: str, book: Book) -> str:
    """The headings that stand in a column, of the table of scales too."""
    threshold = book.say(text("Threshold"))
    return f"{heading} {threshold}" if column == UNIT else heading


def _cap(column: int, lengths: Sequence[float]) -> float:
    """How wide words may spread; formulas and conditions may take more than their usual width."""
    longest = max(lengths, default=0.0) / _MOST_LINES if column in {HOW, CONDITION} else 0.0
    return max(_WIDEST[column], min(longest, 38.0))


def _lengths(column: int, book: Book, rows: Sequence[KpiRow]) -> list[int]:
    """How many characters the numbers take that share a column with the KPI table."""
    roles = book.project.roles
    if column in {BASE, PLAN, MAXIMUM, FACT}:
        return [length for row in rows for length in _row_lengths(row, book)]
    if column == FORECAST:
        pay = [shown_length(role.monthly_cost, WHOLE) for role in roles]
        return [*pay, *(length for row in rows for length in _row_lengths(row, book))]
    # Of one person: never longer than the plan of all.
    targets = [row for at, row in enumerate(growing(rows)) if CONTRIBUTION + at == column]
    lengths = [shown_length(row.kpi.plan or 0.0, row.number) for row in targets]
    if column == BONUS:
        lengths += [shown_length(role.bonus * 2, WHOLE) for role in roles]
    return lengths


def _longest_word(words: str, size: float, *, bold: bool = False) -> float:
    every = words.split() or [""]
    return max(measure.characters(word[:_LONGEST_WORD], size, bold=bold) for word in every)


def _row_lengths(row: KpiRow, book: Book) -> list[int]:
    kpi = row.kpi
    values = [kpi.base, kpi.plan, kpi.maximum, *book.forecast.values[row.metric.key]]
    return [
        shown_length(value, row.number)
        for value in values
        if value is not None and not isinstance(value, Problem)
    ]


def _row(book: Book, kpi: Kpi, number: int) -> KpiRow:
    project = book.project
    metric = project.metric(kpi.metric)
    phase = next((one.name for one in project.phases if one.key == metric.phase), "–")
    guards = ", ".join(project.metric(key).name for key in metric.guards)
    period = vocabulary.PERIODS[kpi.period] if kpi.period else verbatim("–")
    words = {
        NUMBER: str(number),
        STAGE: phase,
        METRIC: _named(book, kpi, metric),
        HOW: book.say(vocabulary.how_counted(metric, project, book.language)),
        UNIT: book.unit(metric),
        DIRECTION: book.say(vocabulary.direction(metric)),
        INFLUENCE: book.say(vocabulary.influence(metric)),
        PERIOD: book.say(period),
        SOURCE: metric.source or "–",
        RECORDED: metric.recorded_by or "–",
        COUNTER: guards or "–",
        CONDITION: kpi.condition or "–",
    }
    return KpiRow(kpi, metric, words, book.format(metric))


def _named(book: Book, kpi: Kpi, metric: Metric) -> str:
    if kpi.part == "owner":
        return metric.name
    return f"{metric.name} ({book.say(vocabulary.PARTS[kpi.part])})"
