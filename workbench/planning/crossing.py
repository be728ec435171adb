"""Where a function of one number reaches a value: bracketed, so that it is never lost."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

_MOST_STEPS = 200
# Two neighbours this close are one number.
_CLOSE = 4e-16

Function = Callable[[float], float]


def first_crossing(
    function: Function, target: float, points: Sequence[float], values: Sequence[float]
) -> float | None:
    """The place nearest to the first point where a function comes to its target, else None.

    `values` are the function's at `points`, which lead away from where it is now. NaN is no number.
    """
    for at in range(1, len(points)):
        before, after = values[at - 1] - target, values[at] - target
        if after == 0:
            return points[at]
        if before * after < 0:
            return crossing(function, target, (points[at - 1], before), (points[at], after))
    return None


def crossing(
    function: Function, target: float, one: tuple[float, float], other: tuple[float, float]
) -> float:
    """The place between two, whose distances from the target have opposite signs.

    Regula falsi with the Illinois rule, and halving where that is slow. Of a function that jumps
    over its target, the side of `other`.
    """
    (low, below), (high, above) = one, other
    whole, last = abs(high - low), None
    for step in range(_MOST_STEPS):
        if abs(high - low) <= _CLOSE * max(abs(low), abs(high)) or above == 0:
            break
        place = (low * above - high * below) / (above - below)
        slow = step % 3 == 2 and abs(high - low) > whole * 0.5 ** (step / 2)
        if slow or not min(low, high) < place < max(low, high):
            place = low + (high - low) / 2
        if place in (low, high):
            break
        value = function(place) - target
        if math.isnan(value):
            break
        if (value > 0) == (above > 0) or value == 0:
            below = below / 2 if last == "high" else below
            high, above, last = place, value, "high"
        else:
            above = above / 2 if last == "low" else above
            low, below, last = place, value, "low"
    return high
