"""Weights of KPIs that share out the whole, in whole per cents."""

from __future__ import annotations

import math
from collections.abc import Sequence

# A KPI that brings less of the bonus is not minded.
LEAST = 0.1


def even(count: int, percents: int = 100) -> tuple[float, ...]:
    """The whole in per cents for a number of KPIs, the first ones getting what is left over."""
    each, rest = divmod(percents, count) if count else (0, 0)
    return tuple((each + (index < rest)) / 100 for index in range(count))


def scaled(weights: Sequence[float], percents: int = 100) -> tuple[float, ...]:
    """The weights in their proportions, in whole per cents that add up to `percents`.

    Where all of them are nothing, they become equal; a light one may become nothing by rounding.
    """
    total = math.fsum(weights)
    if not total:
        return even(len(weights), percents)
    shares = [weight / total * percents for weight in weights]
    whole = [math.floor(share) for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda i: whole[i] - shares[i])
    for index in by_rest[: percents - sum(whole)]:
        whole[index] += 1
    return tuple(share / 100 for share in whole)


def felt(weights: Sequence[float], percents: int = 100) -> tuple[float, ...]:
    """The weights in their proportions, none of them too light to be felt if there is room."""
    least = round(100 * LEAST)
    if len(weights) * least > percents:
        return scaled(weights, percents)
    light: set[int] = set()
    while True:
        heavy = [at for at in range(len(weights)) if at not in light]
        shares = scaled([weights[at] for at in heavy], percents - least * len(light))
        found = {at for at, share in zip(heavy, shares, strict=True) if share < LEAST}
        if not found:
            by_place = dict(zip(heavy, shares, strict=True))
            return tuple(by_place.get(at, LEAST) for at in range(len(weights)))
        light |= found
