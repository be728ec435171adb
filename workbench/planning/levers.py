"""One lever alone: how far an input has to be moved so that the plan reaches a goal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import get_args

from workbench.document.metric import Horizon, Metric
from workbench.document.plan import Given, Goal, Scenario
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.bounds import is_movable, reach
from workbench.planning.control import Control
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import meets, progress

# How much further than its bounds an estimate may lie, since few results follow straight on.
_HOPE = 1.5
_TRIES = 3
# A value that overshoots the goal by more is sought again.
_CLOSE = 0.005
_FIGURES = 3
# Above this, what is counted in whole numbers is planned in whole numbers.
_MANY = 20
_DUST = 1e-9
_HORIZONS: tuple[Horizon, ...] = get_args(Horizon)


@dataclass(frozen=True, slots=True)
class Move:
    """An input moved so far that a goal is reached; `factor` is what all its months are times."""

    metric: Metric
    owner: Key | None
    value: Given
    factor: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An input that might do alone, by an estimate."""

    metric: Metric
    owner: Key | None
    factor: float


@dataclass(frozen=True, slots=True)
class Ways:
    """Levers that reach a goal alone, the smallest change first; `sought` if there are no others.

    Of the levers of one role only the first is sought.
    """

    moves: tuple[Move, ...]
    sought: bool


class Levers:
    """Finds levers for the goals of a forecast."""

    def __init__(self, forecast: Forecast, control: Control) -> None:
        self._forecast = forecast
        self._project = forecast.project
        self._control = control
        self._left = 0

    def ways(self, goal: Goal, calculations: int, most: int = 2) -> Ways:
        """The levers that reach a goal alone, found with at most so many calculations."""
        self._left = calculations
        found: list[Move] = []
        owners: set[Key | None] = set()
        for candidate in self._candidates(goal):
            taken = candidate.owner is not None and candidate.owner in owners
            if len(found) == most or taken:
                continue
            if self._left < _TRIES:
                return Ways(tuple(found), sought=False)
            move = self._moved(goal, candidate)
            if move is not None:
                found.append(move)
                owners.add(move.owner)
        return Ways(tuple(found), sought=True)

    def _candidates(self, goal: Goal) -> list[_Candidate]:
        """The inputs that can be moved far enough, as far as the result follows them straight on.

        It need not: what misses by half of the way may still be far enough.
        """
        reached = progress(self._forecast, goal).forecast
        if isinstance(reached, Problem):
            return []
        holders = self._control.holders(goal.metric)
        elasticities = self._control.elasticities(goal.metric)
        found = []
        for metric in self._project.metrics:  # of like ones, what comes first in the funnel
            slope = elasticities.get(metric.key, 0.0) * reached
            if not is_movable(metric) or abs(slope) < _DUST:
                continue
            change = (goal.value - reached) / slope
            if abs(change) <= _HOPE * abs(_end(metric, change > 0) - 1):
                found.append(_Candidate(metric, holders.get(metric.key), 1 + change))
        return sorted(found, key=_effort)

    def _moved(self, goal: Goal, candidate: _Candidate) -> Move | None:
        """The input as far moved as the goal needs, in round figures; None if that is too far."""
        best: Move | None = None
        metric = candidate.metric
        end = _end(metric, candidate.factor > 1)
        tried = [(1.0, progress(self._forecast, goal).forecast)]
        factor = candidate.factor
        for _ in range(min(_TRIES, self._left)):
            value, factor = _times(metric, _no_further(factor, end), end)
            reached = self._with(goal, metric, value)
            if isinstance(reached, Problem):
                return best
            if meets(self._project.metric(goal.metric), reached, goal.value):
                best = Move(metric, candidate.owner, value, factor)
                if abs(reached - goal.value) <= _CLOSE * abs(goal.value):
                    return best
            elif factor == end:
                return best
            tried.append((factor, reached))
            sharper = _secant(tried, goal.value)
            if sharper is None or (sharper > 1) != (end > 1):
                return best
            factor = sharper
        return best

    def _with(self, goal: Goal, metric: Metric, value: Given) -> float | Problem:
        """What the plan gives for a goal with another value of an input."""
        self._left -= 1
        scenario = Scenario(key="moved", name=metric.key, values={metric.key: value})
        return progress(calculate(self._project, scenario), goal).forecast


def _secant(tried: list[tuple[float, float | Problem]], goal: float) -> float | None:
    """Where the line through the last two tries reaches the goal."""
    (one, before), (two, after) = tried[-2:]
    if isinstance(before, Problem) or isinstance(after, Problem) or before == after:
        return None
    return two + (goal - after) * (two - one) / (after - before)


def _end(metric: Metric, upwards: bool) -> float:
    """The furthest factor in one direction."""
    bounds = reach(metric)
    return bounds.high if upwards else bounds.low


def _no_further(factor: float, end: float) -> float:
    """A factor within the bound of its direction."""
    return min(factor, end) if end > 1 else max(factor, end)


def _effort(candidate: _Candidate) -> tuple[float, bool, int]:
    """How hard a lever moves: its change, then whether it has an owner, then how soon it shows."""
    horizon = candidate.metric.influence.horizon
    soon = len(_HORIZONS) if horizon is None else _HORIZONS.index(horizon)
    return round(abs(candidate.factor - 1), 3), candidate.owner is None, soon


def beyond(value: float, upwards: bool, figures: int = _FIGURES) -> float:
    """A value in so many figures, rounded to the side where it is sure to be enough."""
    if not value or not math.isfinite(value):
        return value
    return _stepped(value, 10.0 ** (math.floor(math.log10(abs(value))) - figures + 1), upwards)


def _stepped(value: float, step: float, upwards: bool) -> float:
    steps = math.ceil(value / step - _DUST) if upwards else math.floor(value / step + _DUST)
    return float(f"{steps * step:.12g}")


def _times(metric: Metric, factor: float, end: float) -> tuple[Given, float]:
    """A value times a factor in round figures, and the factor that makes of it.

    At the end of the way the value is that of the bound.
    """
    upwards = end > 1
    if isinstance(metric.value, tuple):
        rounded = _no_further(beyond(factor, upwards, _FIGURES + 1), end)
        scaled = (one and float(f"{one * rounded:.6g}") for one in metric.value)
        return tuple(scaled), rounded
    value = metric.value or 0.0
    wanted = beyond(value * factor, upwards)
    if metric.unit == "count" and value.is_integer() and value >= _MANY:
        wanted = _stepped(wanted, 1.0, upwards)
    if _no_further(wanted / value, end) != wanted / value:
        return float(f"{value * end:.12g}"), end
    return wanted, wanted / value
