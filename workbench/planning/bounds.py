"""How far an input can be moved, as factors of what it is now."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.document.metric import Metric
from workbench.document.plan import Given

# How far an input may go that has no hint, up and down, as a part of its size.
_REACH = 0.3


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest and the largest factor."""

    low: float
    high: float

    def clipped(self, factor: float) -> float:
        """The nearest factor within."""
        return min(max(factor, self.low), self.high)


def reach(metric: Metric) -> Bounds:
    """As far as the hint goes, or 30 % either way; no share above 100 %.

    Where it stands now is always within.
    """
    numbers = numbers_of(metric.value)
    least, most = min(numbers), max(numbers)
    low, high = least * (1 - _REACH), most * (1 + _REACH)
    if metric.hint is not None:
        low = low if metric.hint.low is None else metric.hint.low
        high = high if metric.hint.high is None else metric.hint.high
    if is_bounded(metric):
        high = min(high, 1.0)
    return Bounds(min(low / least, 1.0) if least else 1.0, max(high / most, 1.0))


def ends(metric: Metric, low: float | None, high: float | None) -> tuple[float, float]:
    """From where to where an input goes, in its own unit, the mean of its months.

    An end that is not said is as far as usual, but never on the wrong side of the other one.
    """
    assert metric.value is not None
    mean, usual, most = mean_of(metric.value), reach(metric), most_of(metric)
    last = min(mean * usual.high if high is None else high, most)
    first = min(mean * usual.low, last) if low is None else low
    return first, min(max(first, last), most) if high is None else last


def most_of(metric: Metric) -> float:
    """The highest mean of the months where none of a share's passes 100 %."""
    if metric.value is None or not is_bounded(metric):
        return math.inf
    return mean_of(metric.value) / max(numbers_of(metric.value))


def is_bounded(metric: Metric) -> bool:
    """Whether more than 100 % makes no sense."""
    return metric.is_share or metric.kind == "conversion"


def can_scale(metric: Metric) -> bool:
    """Whether it is an input with something to scale: nothing below zero, not all zero."""
    numbers = numbers_of(metric.value)
    return bool(numbers) and min(numbers) >= 0 and max(numbers) > 0


def is_movable(metric: Metric) -> bool:
    """Whether somebody moves this input, and there is something to scale."""
    return metric.influence.direct and can_scale(metric)


def numbers_of(value: Given | None) -> list[float]:
    """The values that are there, of the one value or of all months."""
    listed = value if isinstance(value, tuple) else (value,)
    return [one for one in listed if one is not None]


def mean_of(value: Given) -> float:
    """The value a person thinks of: of a list of months their mean."""
    numbers = numbers_of(value)
    same = len(set(numbers)) == 1
    return numbers[0] if same else math.fsum(numbers) / len(numbers)


def times(value: Given, factor: float) -> Given:
    """All months moved by one factor."""
    if isinstance(value, tuple):
        return tuple(one if one is None else one * factor for one in value)
    return value * factor
