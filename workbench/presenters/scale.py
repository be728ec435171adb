"""Axes of charts: a range that holds every value, with round numbers beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from workbench.presenters.charts import Axis, Tick, WaterfallRow

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_HEADROOM = 0.06
_FLAT = 0.35  # steps below this share of the whole cannot be seen beside it
_BELOW = 0.5


def scale(
    values: Iterable[float | None], said: Callable[[float], str], *, steps: int = 4,
    zero: bool = True,
) -> Axis:  # fmt: skip
    """An axis over values with about so many steps, in the words of `said`; zero is on it."""
    seen = [value for value in values if value is not None and math.isfinite(value)]
    low, high = min(seen, default=0.0), max(seen, default=0.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, low + 1) if low == 0 else (low - abs(low) / 2, low + abs(low) / 2)
    step = _round((high - low) / steps)
    spare = (high - low) * _HEADROOM
    low = low if zero and low == 0 else low - spare
    high = high if zero and high == 0 else high + spare
    return Axis(low, high, _ticks(low, high, step, said))


def cut(rows: Iterable[WaterfallRow]) -> float:
    """Where a waterfall starts so that its steps can be seen: 0 unless they are tiny."""
    rows = tuple(rows)
    ends = [end for row in rows for end in ((row.end,) if row.total else (row.start, row.end))]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    if low <= 0 or high - low >= _FLAT * high:
        return 0.0
    return max(0.0, low - (high - low) * _BELOW)


def _ticks(low: float, high: float, step: float, said: Callable[[float], str]) -> tuple[Tick, ...]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    ticks = {said(at * step): at * step for at in range(last, first - 1, -1)}
    return tuple(Tick(at, label) for label, at in reversed(ticks.items()))


def _round(rough: float) -> float:
    """The next round number that is not smaller."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * one for one in _ROUND if power * one >= rough * (1 - 1e-9))
