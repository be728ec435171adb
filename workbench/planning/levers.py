"""One lever alone: how far an input has to be moved so that the plan reaches a goal."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from workbench.document.metric import Horizon, Metric
from workbench.document.plan import Goal, Scenario
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.control import Control
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import meets, progress

# How far an input may go that has no hint, up and down, as a part of its size.
_REACH = 0.3
_TRIES = 3
# A value that overshoots the goal by more is sought again.
_CLOSE = 0.005
_FIGURES = 3
# Above this, what is counted in whole numbers is planned in whole numbers.
_MANY = 20
_DUST = 1e-9
_HORIZONS: tuple[Horizon, ...] = get_args(Horizon)

Given = float | tuple[float | None, ...]


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
    elasticity: float
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
        self._control = control
        self._left = 0

    def ways(self, goal: Goal, calculations: int, most: int = 2) -> Ways:
        """The levers that reach a goal alone, found with at most so many calculations."""
        self._left = calculations
        found: list[Move] = []
        for candidate in self._candidates(goal):
            if len(found) == most or any(move.owner == candidate.owner for move in found):
                continue
            if not self._left:
                return Ways(tuple(found), sought=False)
            move = self._moved(goal, candidate)
            if move is not None:
                found.append(move)
        return Ways(tuple(found), sought=True)

    def _candidates(self, goal: Goal) -> list[_Candidate]:
        """The inputs that can be moved far enough, as far as they move the result evenly."""
        reached = progress(self._forecast, goal).forecast
        if isinstance(reached, Problem) or not reached:
            return []
        found = []
        for key, (elasticity, owner) in self._inputs(goal.metric).items():
            metric = self._forecast.project.metric(key)
            factor = _needed(goal.value / reached, elasticity)
            if _is_movable(metric) and factor is not None and _within(metric, factor):
                found.append(_Candidate(metric, owner, elasticity, factor))
        return sorted(found, key=_effort)

    def _inputs(self, metric: Key) -> dict[Key, tuple[float, Key | None]]:
        """By input beneath a result, its elasticity and who moves it or what it goes into."""
        found: dict[Key, tuple[float, Key | None]] = {}
        for key, part, owner in self._spread(metric, 1.0, None, frozenset()):
            before, first = found.get(key, (0.0, owner))
            found[key] = (before + part, first)
        return found

    def _spread(
        self, metric: Key, whole: float, owner: Key | None, above: frozenset[Key]
    ) -> Iterator[tuple[Key, float, Key | None]]:
        for key, part in self._control.elasticities(metric).items():
            holder = self._control.owner_of.get(key, owner)
            if key not in self._forecast.model.trees:
                yield key, whole * part, holder
            elif key not in above:
                yield from self._spread(key, whole * part, holder, above | {metric})

    def _moved(self, goal: Goal, candidate: _Candidate) -> Move | None:
        """The input as far moved as the goal needs, in round figures; None if that is too far."""
        best: Move | None = None
        factor, metric = candidate.factor, candidate.metric
        start = progress(self._forecast, goal).forecast
        for _ in range(min(_TRIES, self._left)):
            value, factor = _times(metric, factor)
            if best is not None and value == best.value:
                return best
            reached = self._with(goal, metric, value)
            if isinstance(reached, Problem) or isinstance(start, Problem) or not reached:
                return best
            if meets(self._forecast.project.metric(goal.metric), reached, goal.value):
                best = Move(metric, candidate.owner, value, factor)
                if abs(reached / goal.value - 1) <= _CLOSE:
                    return best
            elasticity = _elasticity(reached / start, factor)
            sharper = elasticity and _needed(goal.value / start, elasticity)
            if not sharper or not _within(metric, sharper):
                return best
            factor = sharper
        return best

    def _with(self, goal: Goal, metric: Metric, value: Given) -> float | Problem:
        """What the plan gives for a goal with another value of an input."""
        self._left -= 1
        scenario = Scenario(key="moved", name=metric.key, values={metric.key: value})
        return progress(calculate(self._forecast.project, scenario), goal).forecast


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


def _times(metric: Metric, factor: float) -> tuple[Given, float]:
    """A value times a factor in round figures, and the factor that makes of it."""
    upwards = factor > 1
    if isinstance(metric.value, tuple):
        rounded = beyond(factor, upwards, _FIGURES + 1)
        scaled = (one and float(f"{one * rounded:.6g}") for one in metric.value)
        return tuple(scaled), rounded
    value = metric.value or 0.0
    wanted = beyond(value * factor, upwards)
    if metric.unit == "count" and value.is_integer() and value >= _MANY:
        wanted = _stepped(wanted, 1.0, upwards)
    return wanted, wanted / value


def _needed(times: float, elasticity: float) -> float | None:
    """The factor of a lever that makes a result so many times as large, if there is one."""
    if times <= 0 or not elasticity:
        return None
    exponent = math.log(times) / elasticity
    return math.exp(exponent) if abs(exponent) < 1 else None


def _elasticity(times: float, factor: float) -> float:
    """How the result answered to a lever, between two calculations."""
    return math.log(times) / math.log(factor) if times > 0 and factor not in (0, 1) else 0.0


def _is_movable(metric: Metric) -> bool:
    """Whether somebody moves this input, and there is something to scale."""
    numbers = _numbers(metric)
    return metric.influence.direct and bool(numbers) and min(numbers) >= 0 and max(numbers) > 0


def _within(metric: Metric, factor: float) -> bool:
    """Whether every month stays within the hint, or not too far from where it is."""
    numbers = _numbers(metric)
    low, high = min(numbers) * (1 - _REACH), max(numbers) * (1 + _REACH)
    if metric.hint is not None:
        low = low if metric.hint.low is None else metric.hint.low
        high = high if metric.hint.high is None else metric.hint.high
    if metric.is_share or metric.kind == "conversion":
        high = min(high, 1.0)
    if factor > 1:
        return max(numbers) * factor <= high + _DUST
    return min(numbers) * factor >= low - _DUST


def _numbers(metric: Metric) -> list[float]:
    """The values that are there, of the one value or of all months."""
    listed = metric.value if isinstance(metric.value, tuple) else (metric.value,)
    return [one for one in listed if one is not None]
