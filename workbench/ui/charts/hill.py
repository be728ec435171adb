"""The outline of a histogram as a smooth curve."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from workbench.presenters.charts import DensityPicture

_BETWEEN = 6  # points of the curve for each bar


@dataclass(frozen=True, slots=True)
class Hill:
    """Points of a curve from left to right, as shares of its height; there are always two."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def between(self, low: float, high: float) -> Hill:
        """The part over a range, with its ends on the curve."""
        low, high = max(low, self.xs[0]), min(high, self.xs[-1])
        first, last = bisect_right(self.xs, low), bisect_left(self.xs, high)
        xs = (low, *self.xs[first:last], max(low, high))
        ys = (self.at(low), *self.ys[first:last], self.at(max(low, high)))
        return Hill(xs, ys)

    def at(self, x: float) -> float:
        """The height over a value."""
        right = min(max(bisect_left(self.xs, x), 1), len(self.xs) - 1)
        x0, x1, y0, y1 = *self.xs[right - 1 : right + 1], *self.ys[right - 1 : right + 1]
        return y0 + (y1 - y0) * (x - x0) / ((x1 - x0) or 1.0)


@lru_cache(maxsize=16)
def hill_of(picture: DensityPicture) -> Hill:
    """The hill of a picture: a peak where all values are the same, flat where there are none."""
    edges, densities = picture.edges, picture.densities
    if not densities or len(edges) != len(densities) + 1 or edges[0] >= edges[-1]:
        middle = edges[0] if edges else 0.0
        reach = abs(middle) / 10 or 1.0
        peak = 1.0 if edges else 0.0
        xs = (middle - reach, middle - reach / 20, middle, middle + reach / 20, middle + reach)
        return Hill(xs, (0.0, 0.0, peak, 0.0, 0.0))
    centers = [(a + b) / 2 for a, b in pairwise(edges)]
    heights = _calmed(_calmed((0.0, *densities, 0.0)))
    top = max(heights) or 1.0
    return _curved((edges[0], *centers, edges[-1]), [height / top for height in heights])


def _calmed(heights: Sequence[float]) -> list[float]:
    """Heights without the chatter of the samples; the ends stay."""
    inner = [
        (before + 2 * here + after) / 4
        for before, here, after in zip(heights, heights[1:], heights[2:], strict=False)
    ]
    return [heights[0], *inner, heights[-1]]


def _curved(xs: Sequence[float], ys: Sequence[float]) -> Hill:
    """Points between the points on cubic curves (Catmull and Rom), never below the floor."""
    made_x, made_y = [xs[0]], [ys[0]]
    last = len(xs) - 1
    for at in range(last):
        y0, y1, y2, y3 = ys[max(at - 1, 0)], ys[at], ys[at + 1], ys[min(at + 2, last)]
        for step in range(1, _BETWEEN + 1):
            t = step / _BETWEEN
            bend = (y2 - y0) * t + (2 * y0 - 5 * y1 + 4 * y2 - y3) * t**2
            bend += (3 * y1 - y0 - 3 * y2 + y3) * t**3
            made_x.append(xs[at] + (xs[at + 1] - xs[at]) * t)
            made_y.append(max(0.0, y1 + bend / 2))
    return Hill(tuple(made_x), tuple(made_y))
