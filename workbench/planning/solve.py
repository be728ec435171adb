"""Backward from a goal: the smallest changes of some levers that reach it.

What is smallest: Σ hardness × (relative change)², within bounds. The harder a lever is to move,
the longer until it shows. One lever alone is moved until the goal is exactly met.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.metric import Horizon, Metric
from workbench.document.plan import Given, Goal, Scenario
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.gradient import Everywhere
from workbench.formula.values import Problem, Stop
from workbench.planning.bounds import (
    Bounds,
    can_scale,
    ends,
    is_movable,
    mean_of,
    most_of,
)
from workbench.planning.control import Control
from workbench.planning.cuts import Way
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import MONTHS, meets, progress
from workbench.planning.search import Search
from workbench.planning.slopes import Slopes

# What a lever weighs by how long it takes until its move shows; unknown is in the middle.
HARDNESS: Mapping[Horizon | None, float] = {
    "hour": 1.0, "day": 1.0, "week": 1.5, "month": 2.0, "quarter": 3.0, None: 2.0,
}  # fmt: skip
_EXACT = 1e-9
_DUST = 1e-12


@dataclass(frozen=True, slots=True)
class LeverRange:
    """An input that may be moved; its bounds are in its own unit, the mean of its months.

    A bound that is not said is that of `bounds.reach`.
    """

    metric: Key
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class LeverMove:
    """A lever as it was and as it is to be, in its own unit, the mean of its months.

    It `acts` where the goal is computed from it at all.
    """

    metric: Key
    owner: Key | None
    start: float
    value: float
    low: float
    high: float
    factor: float
    hardness: float
    acts: bool = True

    @property
    def is_at_bound(self) -> bool:
        """Whether it moved as far as it may."""
        moved = abs(self.factor - 1) > _EXACT
        edge = min(abs(self.value - self.low), abs(self.value - self.high))
        return moved and edge <= _EXACT * max(abs(self.low), abs(self.high))


@dataclass(frozen=True, slots=True)
class Solution:
    """What the levers have to be; `value` is what the goal's metric then is in its period.

    Not `reached`: they are as far as they get. `values` are for a scenario.
    """

    goal: Goal
    start: float
    value: float
    reached: bool
    moves: tuple[LeverMove, ...]
    values: Mapping[Key, Given]


def default_levers(forecast: Forecast, goal: Goal) -> tuple[LeverRange, ...]:
    """The inputs beneath a goal that somebody owns and can move within the plan.

    Where nobody owns any of them, all that can be moved.
    """
    project = forecast.project
    effective = _effective(forecast, goal.metric)
    holders = Control(forecast).holders(goal.metric)
    movable = [m.key for m in project.metrics if m.key in effective and _in_time(m, project)]
    owned = [key for key in movable if key in holders]
    return tuple(LeverRange(key) for key in owned or movable)


def _effective(forecast: Forecast, metric: Key) -> frozenset[Key]:
    """The inputs that a metric answers to, if only once a bottleneck has been moved."""
    try:
        slopes = Slopes.of(forecast, Everywhere)
        found = slopes.of_total(metric)
        sizes = {place: abs(slope * slopes.frame.value(*place)) for place, slope in found.items()}
    except (Stop, ArithmeticError):
        return frozenset(forecast.inputs(metric))
    least = _DUST * max(sizes.values(), default=0.0)
    return frozenset(key for (key, _), size in sizes.items() if size > least)


def solve(
    project: Project,
    goal: Goal,
    levers: Iterable[LeverRange],
    scenario: Scenario | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution | Problem:
    """The smallest changes that reach a goal; what a scenario says of other inputs stays.

    Levers start from the values of the base. Raises `Cancelled` when it is.
    """
    given = dict(scenario.values) if scenario else {}
    wanted = {lever.metric: lever for lever in levers}
    others = {key: value for key, value in given.items() if key not in wanted}
    start = calculate(project, _scenario(others))
    now = progress(start, goal).forecast
    if isinstance(now, Problem):
        return now
    ways = _ways(start, goal, wanted.values())
    if isinstance(ways, Problem):
        return ways
    try:
        return _solution(Search(start, goal, ways, others, cancelled), now)
    except Stop as stopped:
        return stopped.problem


def _solution(search: Search, start: float) -> Solution:
    goal = search.goal
    factors = search.least()
    value = search.value(factors)
    exact = abs(value - goal.value) <= _EXACT * max(abs(goal.value), abs(value))
    reached = exact or meets(search.metric, value, goal.value)
    beneath = search.beneath
    moves = tuple(_move(*each, beneath) for each in zip(search.ways, factors, strict=True))
    return Solution(goal, start, value, reached, moves, search.values(factors))


def _ways(start: Forecast, goal: Goal, levers: Iterable[LeverRange]) -> tuple[Way, ...] | Problem:
    """The levers ready for the search, or what is wrong with one of them."""
    control = Control(start)
    owners = {**control.owner_of, **control.holders(goal.metric)}
    found: list[Way] = []
    for lever in levers:
        metric = start.project.metric_by_key.get(lever.metric)
        if metric is None:
            return Problem(text("there is no metric “{key}”", key=lever.metric))
        bounds = _bounds(metric, lever)
        if isinstance(bounds, Problem):
            return bounds
        assert metric.value is not None
        hardness = HARDNESS[metric.influence.horizon]
        found.append(Way(metric, metric.value, bounds, hardness, owners.get(metric.key)))
    if not found:
        return Problem(text("there is no lever: nothing beneath the goal can be moved"))
    return tuple(found)


def _bounds(metric: Metric, lever: LeverRange) -> Bounds | Problem:
    """The bounds as factors, or why the lever cannot be moved within them."""
    if metric.is_computed:
        return _refused(metric, text("it is computed; its factors can be levers"))
    if metric.value is None or not can_scale(metric):
        return _refused(
            metric, text("it has no value above zero that could be changed in per cent")
        )
    if lever.low is not None and lever.low > most_of(metric) * (1 + _EXACT):
        return _refused(metric, text("more than 100% makes no sense"))
    low, high = ends(metric, lever.low, lever.high)
    if low > high or low < 0:
        return _refused(metric, text("the low bound must not be below zero nor above the high one"))
    mean = mean_of(metric.value)
    return Bounds(low / mean, high / mean)


def _refused(metric: Metric, why: Text) -> Problem:
    return Problem(text("“{metric}” is no lever: {why}", metric=metric.name, why=why), metric.key)


def _in_time(metric: Metric, project: Project) -> bool:
    """Whether a move of a metric shows within the plan."""
    horizon = metric.influence.horizon
    return is_movable(metric) and (horizon is None or MONTHS[horizon] <= project.calendar.months)


def _move(way: Way, factor: float, beneath: Container[Key]) -> LeverMove:
    mean = mean_of(way.value)
    bounds = way.bounds
    return LeverMove(
        way.metric.key, way.owner, mean, mean * factor,
        mean * bounds.low, mean * bounds.high, factor, way.hardness,
        way.metric.key in beneath,
    )  # fmt: skip


def _scenario(values: Mapping[Key, Given]) -> Scenario | None:
    return Scenario(key="given", name="…", values=dict(values)) if values else None
