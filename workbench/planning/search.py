"""The search for the least change of several levers; their factors are one point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.document.metric import Metric
from workbench.document.plan import Given, Goal, Scenario
from workbench.document.value import Key
from workbench.formula.values import Result, demand
from workbench.planning.bounds import Bounds, times
from workbench.planning.crossing import crossing, first_crossing
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import meets, part_of_total, progress
from workbench.planning.slopes import Slopes

_ROUNDS = 80
_SETTLED = 1e-11
_POINTS = 33
_CORNERS = 6


@dataclass(frozen=True, slots=True)
class Way:
    """One lever inside the search: its value at the start, bounds as factors, its hardness."""

    metric: Metric
    value: Given
    bounds: Bounds
    hardness: float
    owner: Key | None


class Search:
    """Factors of all levers as one point; the goal's metric as a function of it."""

    def __init__(
        self, start: Forecast, goal: Goal, ways: Sequence[Way], others: Mapping[Key, Given]
    ) -> None:
        self._start = start
        self.goal = goal
        self.ways = ways
        self._others = others
        self._now = self.value([1.0] * len(ways))
        self._part = part_of_total(start.project, goal.metric, goal.period)

    @property
    def metric(self) -> Metric:
        """The metric of the goal."""
        return self._start.project.metric(self.goal.metric)

    def least(self) -> list[float]:
        """The factors that change least and meet the goal; raises `Stop` where no number is.

        Where it cannot be met, those that come nearest.
        """
        here = [way.bounds.clipped(1.0) for way in self.ways]
        if len(self.ways) == 1:
            return self._alone(here[0], self.goal.value)
        if meets(self.metric, self.value(here), self.goal.value):
            return here
        return self._together(here, self.goal.value)

    def value(self, factors: list[float]) -> float:
        """What the goal's metric is in its period."""
        result: Result = progress(self._forecast(factors), self.goal).forecast
        return demand(result)

    def values(self, factors: list[float]) -> dict[Key, Given]:
        """The levers, moved."""
        return {
            way.metric.key: times(way.value, factor)
            for way, factor in zip(self.ways, factors, strict=True)
        }

    def _alone(self, here: float, target: float) -> list[float]:
        """One lever: the nearest place where the goal is met; else its better end."""
        bounds = self.ways[0].bounds
        best = here
        now = self.value([here])
        if now == target:
            return [here]
        for end in (bounds.high, bounds.low):
            points = [here + (end - here) * at / (_POINTS - 1) for at in range(_POINTS)]
            values = [self.value([point]) for point in points]
            found = first_crossing(lambda f: self.value([f]), target, points, values)
            if found is not None:
                return [found]
            nearest = min(points, key=lambda p: abs(values[points.index(p)] - target))
            if abs(self.value([nearest]) - target) < abs(self.value([best]) - target):
                best = nearest
        return [best]

    def _together(self, here: list[float], target: float) -> list[float]:
        """Several levers: linearise, take the least, and again from there until it settles."""
        corner = self._furthest(here, target)
        if not self._is_past(corner, target):
            return corner
        found, last = here, float("inf")
        for _ in range(_ROUNDS):
            slopes = self._slopes(found)
            aimed = self._aimed(found, slopes, target - self.value(found))
            step = max(abs(a - f) for a, f in zip(aimed, found, strict=True))
            damp = 1.0 if step < 0.7 * last else 0.5
            found = [f + damp * (a - f) for a, f in zip(aimed, found, strict=True)]
            last = step
            if step < _SETTLED:
                break
        return self._exact(here, found, corner, target)

    def _aimed(self, found: list[float], slopes: list[float], gap: float) -> list[float]:
        """The least changes by which a straight goal would be met: λ × slope ÷ hardness each."""
        pulls = [s / way.hardness for s, way in zip(slopes, self.ways, strict=True)]
        wanted = gap + sum(s * (f - 1) for s, f in zip(slopes, found, strict=True))

        def at(strength: float) -> list[float]:
            return [
                way.bounds.clipped(1 + strength * pull)
                for way, pull in zip(self.ways, pulls, strict=True)
            ]

        def moved(strength: float) -> float:
            return sum(s * (f - 1) for s, f in zip(slopes, at(strength), strict=True))

        enough = _strength(self.ways, pulls)
        ends = (-enough, enough) if wanted > 0 else (enough, -enough)
        low, high = moved(ends[0]) - wanted, moved(ends[1]) - wanted
        if low * high >= 0:
            return at(ends[1])
        return at(crossing(moved, wanted, (ends[0], low), (ends[1], high)))

    def _exact(
        self, here: list[float], found: list[float], corner: list[float], target: float
    ) -> list[float]:
        """A settled point moved the last little bit, towards its start or the corner."""
        value = self.value(found)
        if value == target:
            return found
        other = here if self._is_past(found, target) else corner

        def between(share: float) -> list[float]:
            return [f + share * (o - f) for f, o in zip(found, other, strict=True)]

        def at(share: float) -> float:
            return self.value(between(share))

        far = at(1.0)
        if (value - target) * (far - target) >= 0:
            return found
        if other is corner:
            return between(crossing(at, target, (0.0, value - target), (1.0, far - target)))
        return between(crossing(at, target, (1.0, far - target), (0.0, value - target)))

    def _furthest(self, here: list[float], target: float) -> list[float]:
        """Every lever as far as it helps; which way that is may change on the way."""
        upwards = target > self.value(here)
        found, best = here, here
        for _ in range(_CORNERS):
            ends = []
            for way, slope in zip(self.ways, self._slopes(found), strict=True):
                helps = slope if upwards else -slope
                ends.append(
                    way.bounds.clipped(1.0) if not helps
                    else way.bounds.high if helps > 0 else way.bounds.low
                )  # fmt: skip
            if ends == found:
                break
            found = ends
            if (self.value(found) > self.value(best)) == upwards:
                best = found
        return best

    def _is_past(self, factors: list[float], target: float) -> bool:
        """Whether a point is on the goal's good side, seen from the start."""
        return (self.value(factors) >= target) == (target >= self._now)

    def _slopes(self, factors: list[float]) -> list[float]:
        """The derivative of the goal by each factor."""
        slopes = Slopes.of(self._forecast(factors)).of_total(self.goal.metric)
        found = dict.fromkeys((way.metric.key for way in self.ways), 0.0)
        for (key, month), slope in slopes.items():
            if key in found:
                found[key] += slope * self._part * demand(self._start.values[key][month])
        return list(found.values())

    def _forecast(self, factors: list[float]) -> Forecast:
        values = {**self._others, **self.values(factors)}
        scenario = Scenario(key="given", name="…", values=values)
        return calculate(self._start.project, scenario, self._start.model)


def _strength(ways: Sequence[Way], pulls: Sequence[float]) -> float:
    """A pull on all levers that takes each of them to its bound."""
    return max(
        (max(abs(way.bounds.low - 1), abs(way.bounds.high - 1)) / abs(pull)
         for way, pull in zip(ways, pulls, strict=True) if pull),
        default=0.0,
    )  # fmt: skip
