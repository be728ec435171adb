"""Inputs with a low and a high become distributions."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.base.texts import Text, text
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.bounds import is_bounded, mean_of
from workbench.planning.forecast import Forecast

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The 90th percentile of the standard normal distribution.
_Z90 = 1.2815515655446004


@dataclass(frozen=True, slots=True)
class Range:
    """A normal distribution of the logarithm of an amount, or of the logit of a share.

    `values` are the months of the input; all of them move with one draw, so that an input with
    one value takes the drawn one. A scenario that moves the input moves its range along.
    """

    metric: Key
    center: float
    spread: float
    is_share: bool
    values: tuple[Result, ...]

    def drawn(self, normal: NDArray[Any]) -> list[Any]:
        """The input by month for draws from the standard normal distribution."""
        import numpy as np

        moved = self.center + self.spread * normal
        numbers = [one for one in self.values if not isinstance(one, Problem)]
        if len(set(numbers)) <= 1 and len(numbers) == len(self.values):
            drawn = 1 / (1 + np.exp(-moved)) if self.is_share else np.exp(moved)
            return [drawn] * len(self.values)
        mean = sum(numbers) / len(numbers) if numbers else 0.0
        inside = mean > 0 and not (self.is_share and mean >= 1)
        middle = self._scaled(mean) if inside else self.center
        return [self._month(value, moved - middle) for value in self.values]

    def _month(self, value: Result, shift: NDArray[Any]) -> Any:
        import numpy as np

        if isinstance(value, Problem):
            return value
        if not self.is_share:
            return value * np.exp(shift)
        if value in (0.0, 1.0):
            return np.full(shift.shape, value)
        return 1 / (1 + np.exp(-self._scaled(value) - shift))

    def _scaled(self, value: float) -> float:
        return logit(value) if self.is_share else math.log(value)


def ranges(forecast: Forecast, keys: Iterable[Key]) -> tuple[list[Range], list[Text]]:
    """The distributions of those inputs that have a range, and what is wrong with the others."""
    found: list[Range] = []
    doubts: list[Text] = []
    for key in keys:
        metric = forecast.project.metric(key)
        if metric.low is None and metric.high is None:
            continue
        one = _range(metric, forecast)
        if isinstance(one, Text):
            doubts.append(one)
        elif one.spread > 0:
            found.append(one)
    return found, doubts


def logit(share: float) -> float:
    """The logarithm of the odds."""
    return math.log(share / (1 - share))


def _range(metric: Metric, forecast: Forecast) -> Range | Text:
    low, high, name = metric.low, metric.high, metric.name
    if low is None or high is None:
        return text(
            "“{metric}” has only one end of its range, so it is taken as certain", metric=name
        )
    is_share = is_bounded(metric)
    if low <= 0:
        return text(
            "the range of “{metric}” reaches zero, so it is taken as certain; its low end has to "
            "be above zero", metric=name,
        )  # fmt: skip
    if is_share and high >= 1:
        return text(
            "the range of “{metric}” reaches 100%, so it is taken as certain; its high end has "
            "to be below", metric=name,
        )  # fmt: skip
    scaled = logit if is_share else math.log
    ends = scaled(low), scaled(high)
    values = forecast.values[metric.key]
    center = sum(ends) / 2 + _moved(metric, values, is_share=is_share)
    return Range(metric.key, center, (ends[1] - ends[0]) / (2 * _Z90), is_share, values)


def _moved(metric: Metric, values: tuple[Result, ...], *, is_share: bool) -> float:
    """How far the scenario has moved an input from its base, on the scale of its distribution."""
    numbers = [one for one in values if not isinstance(one, Problem)]
    if metric.value is None or not numbers:
        return 0.0
    base, now = mean_of(metric.value), sum(numbers) / len(numbers)
    inside = min(base, now) > 0 and (not is_share or max(base, now) < 1)
    if base == now or not inside:
        return 0.0
    return logit(now) - logit(base) if is_share else math.log(now / base)
