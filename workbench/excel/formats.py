"""Number formats by unit and size; in the file they are the same for every language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, isclose, isfinite

from workbench.document.metric import Metric

PERCENT, FINE_PERCENT, WHOLE_PERCENT = "0.0%", "0.00%", "0%"
WHOLE, TENTHS, HUNDREDTHS, HUGE = "#,##0", "#,##0.0", "#,##0.00", "0.00E+00"
# Days in figures, or with the month in English whatever the computer speaks.
DAYS = {"ru": "dd\\.mm\\.yyyy", "en": "[$-409]dd\\ mmm\\ yyyy"}
_PLACES = {PERCENT: 1, FINE_PERCENT: 2, TENTHS: 1, HUNDREDTHS: 2}
_HUGE_FROM = 1e13


def number_format(metric: Metric, values: Iterable[float], apart: Iterable[float] = ()) -> str:
    """The format in which all these values of a metric can be read, and told apart if they must."""
    sizes = [abs(value) for value in values if value]
    ladder: tuple[str, ...] = (WHOLE, TENTHS, HUNDREDTHS)
    if metric.is_share:
        fitting = FINE_PERCENT if sizes and min(sizes) < 0.01 else PERCENT
        ladder = (PERCENT, FINE_PERCENT)
    else:
        fitting = plain_format(sizes)
    return _telling(set(apart), fitting, ladder)


def _telling(values: set[float], fitting: str, ladder: Sequence[str]) -> str:
    """The first format from the fitting one on in which different values look different."""
    if fitting not in ladder:
        return fitting
    finer = ladder[ladder.index(fitting) :]
    clear = (one for one in finer if len({_rounded(value, one) for value in values}) == len(values))
    return next(clear, finer[-1])


def _rounded(value: float, number: str) -> float:
    """The figures of a number as spreadsheets round it: halves go up."""
    share = 100 if number.endswith("%") else 1
    figures: float = value * share * 10 ** _PLACES.get(number, 0)
    return floor(figures + 0.5 + 1e-9) if isfinite(figures) else figures


def plain_format(values: Iterable[float]) -> str:
    """The format of counts and amounts: decimals only where they say something."""
    sizes = [abs(value) for value in values]
    largest = max(sizes, default=0.0)
    if largest >= _HUGE_FROM:
        return HUGE
    if largest >= 100 or all(isclose(size, round(size), abs_tol=1e-9) for size in sizes):
        return WHOLE
    return TENTHS if largest >= 10 else HUNDREDTHS


def share_format(values: Iterable[float]) -> str:
    """The format of weights and points of a scale."""
    whole = all(isclose(value * 100, round(value * 100), abs_tol=1e-6) for value in values)
    return WHOLE_PERCENT if whole else PERCENT


def shown_length(value: float, number: str) -> int:
    """How many characters a number takes in a format, grouping included."""
    if number == HUGE:
        return 10
    if number.endswith("%"):
        return len(f"{value * 100:,.{_PLACES.get(number, 0)}f}") + 1
    return len(f"{value:,.{_PLACES.get(number, 0)}f}")
