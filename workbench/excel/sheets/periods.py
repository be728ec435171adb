"""What a KPI is measured over: volumes of a quarter are those of its months together."""

from __future__ import annotations

from math import fsum

from workbench.document.kpi import Period
from workbench.excel.book import Book
from workbench.excel.sheets.deduced import deduction
from workbench.excel.sheets.grid import KpiRow
from workbench.formula.values import Problem, Result

_MONTHS: dict[Period, int] = {"quarter": 3, "year": 12}


def months_of(period: Period | None) -> int:
    """How many months a period has; one for what is shorter."""
    return _MONTHS.get(period, 1) if period else 1


def months_together(row: KpiRow) -> int:
    """How many months of the metric the plan of a KPI is about: a share is no sum of shares."""
    return months_of(row.kpi.period) if row.metric.over_time == "sum" else 1


def period_value(book: Book, metric: str, month: str, months: int) -> str:
    """A volume over the period of the plan that has the month a cell names; else empty."""
    return in_period(book.model.series(metric), book.model.header(), month, months)


def in_period(series: str, header: str, month: str, months: int) -> str:
    """A series over the period that has the month a cell names; empty unless all are numbers."""
    at = f"MATCH({month},{header},FALSE)"
    first = f"{at}-MOD({at}-1,{months})"
    whole = f"INDEX({series},{first}):INDEX({series},{first}+{months}-1)"
    return f'IFERROR(IF(COUNT({whole})=COLUMNS({whole}),SUM({whole}),""),"")'


def months_with(month: int, months: int) -> range:
    """The months of the plan that make up the period of a month."""
    first = month - month % months
    return range(first, first + months)


def period_forecast(book: Book, metric: str, months: int) -> Result | None:
    """What a volume comes to over the period of the report; None where the plan ends before."""
    series = book.forecast.values[metric]
    wanted = months_with(book.month, months)
    if wanted.stop > len(series):
        return None
    results = series[wanted.start : wanted.stop]
    problem = next((one for one in results if isinstance(one, Problem)), None)
    return problem or fsum(one for one in results if not isinstance(one, Problem))


def facts_of(book: Book, rows: tuple[KpiRow, ...]) -> dict[str, float]:
    """The actual values of the period of the report, by metric; whole periods only.

    A conversion that was not entered is deduced from its stages, where these were.
    """
    known = {(one.metric, one.month): one.value for one in book.project.actuals}
    trees, found = book.forecast.model.trees, {}
    for row in rows:
        months = [
            book.project.calendar.month(at) for at in months_with(book.month, months_together(row))
        ]
        values = [known.get((row.kpi.metric, month)) for month in months]
        if all(value is not None for value in values):
            found[row.kpi.metric] = fsum(value for value in values if value is not None)
        elif (way := deduction(row.metric, trees, book.actuals.facts)) is not None:
            facts = {key: value for (key, month), value in known.items() if month == months[0]}
            share = way.value(facts)
            found |= {} if share is None else {row.kpi.metric: share}
    return found
