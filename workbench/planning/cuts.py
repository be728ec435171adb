"""The least change of several levers that satisfies straight conditions, within bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.document.metric import Metric
from workbench.document.plan import Given
from workbench.document.value import Key
from workbench.planning.bounds import Bounds

Point = list[float]
_TURNS = 200
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Way:
    """One lever inside the search: its value at the start, bounds as factors, its hardness."""

    metric: Metric
    value: Given
    bounds: Bounds
    hardness: float
    owner: Key | None


@dataclass(frozen=True, slots=True)
class Cut:
    """A straight condition on the factors of all levers: Σ slope × (factor − 1) ≥ level."""

    slopes: tuple[float, ...]
    level: float

    def short(self, point: Point) -> float:
        """How much a point lacks."""
        moved = sum(s * (f - 1) for s, f in zip(self.slopes, point, strict=True))
        return self.level - moved


def effort(ways: Sequence[Way], point: Point) -> float:
    """What is to be least: Σ hardness × (factor − 1)²."""
    return sum(way.hardness * (f - 1) ** 2 for way, f in zip(ways, point, strict=True))


def least(ways: Sequence[Way], cuts: Sequence[Cut]) -> Point:
    """The point of least effort that satisfies the cuts, as far as the bounds allow.

    Each cut pulls on every lever by its slope ÷ hardness; how strongly is found for one cut after
    the other, the one that is missed most first (Hildreth's way to the dual).
    """
    pulls = [
        [slope / way.hardness for slope, way in zip(cut.slopes, ways, strict=True)] for cut in cuts
    ]
    strengths = [0.0] * len(cuts)
    pulled = [1.0] * len(ways)  # where the levers would be if they had no bounds
    for turn in range(_TURNS):
        point = _within(ways, pulled)
        misses = [_miss(cut, point, s) for cut, s in zip(cuts, strengths, strict=True)]
        worst = max(range(len(cuts)), key=misses.__getitem__)
        if misses[worst] <= _SLACK or (turn and len(cuts) == 1):
            break
        without = _moved(pulled, pulls[worst], -strengths[worst])
        strengths[worst] = _strength(ways, without, cuts[worst], pulls[worst])
        pulled = _moved(without, pulls[worst], strengths[worst])
    return _within(ways, pulled)


def _miss(cut: Cut, point: Point, strength: float) -> float:
    """How far a cut is from where it should be, relative: missed, or held without need."""
    short = cut.short(point) / (sum(abs(slope) for slope in cut.slopes) or 1.0)
    return short if short > 0 or not strength else -short


def _strength(ways: Sequence[Way], start: Point, cut: Cut, pull: Point) -> float:
    """How strongly a cut has to pull from a start so that it is just satisfied.

    What it lacks falls straight between the strengths at which a lever comes to a bound.
    """

    def reached(strength: float) -> float:
        return -cut.short(_within(ways, _moved(start, pull, strength)))

    bends = [
        (bound - f) / p
        for way, f, p in zip(ways, start, pull, strict=True) if p
        for bound in (way.bounds.low, way.bounds.high)
    ]  # fmt: skip
    strengths = [0.0, *sorted(bend for bend in bends if bend > 0)]
    at = bisect_left(strengths, 0.0, key=reached)
    if at in (0, len(strengths)):
        return strengths[min(at, len(strengths) - 1)]
    low, high = strengths[at - 1], strengths[at]
    below, above = reached(low), reached(high)
    return low + (high - low) * below / (below - above)


def _moved(point: Point, pull: Point, strength: float) -> Point:
    return [f + strength * p for f, p in zip(point, pull, strict=True)]


def _within(ways: Sequence[Way], point: Point) -> Point:
    return [way.bounds.clipped(f) for way, f in zip(ways, point, strict=True)]
