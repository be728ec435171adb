"""What moves a goal: the effect of each input, a step down and a step up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.base.texts import text
from workbench.document.plan import GoalPeriod, Scenario
from workbench.document.value import Key
from workbench.formula.arithmetic import Quantity
from workbench.formula.values import Problem, Result, Stop
from workbench.planning.bounds import is_bounded
from workbench.planning.control import Control
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import part_of_total
from workbench.planning.slopes import Slopes
from workbench.planning.variants import Variants


@dataclass(frozen=True, slots=True)
class Driver:
    """What a goal's metric is when an input is a step lower and a step higher, all else alike.

    `elasticity` is the change in per cent for one per cent of the input, None where the goal is 0.
    """

    metric: Key
    owner: Key | None
    down: float
    up: float
    elasticity: float | None


@dataclass(frozen=True, slots=True)
class Drivers:
    """The inputs beneath a metric, the strongest first; `base` is what it is now."""

    goal: Key
    base: float
    drivers: tuple[Driver, ...]


def drivers(
    forecast: Forecast, metric: Key, period: GoalPeriod = "month", step: float = 0.1
) -> Drivers | Problem:
    """The effect of each input beneath a metric; a share that would pass 100 % stops there."""
    total = forecast.totals[metric]
    if isinstance(total, Problem):
        return total
    try:
        elasticities = Slopes.of(forecast).elasticity(metric)
    except Stop as stopped:
        return stopped.problem
    except ArithmeticError:
        return _no_number(metric)
    keys = forecast.inputs(metric)
    outcomes = _outcomes(forecast, metric, keys, step)
    if isinstance(outcomes, Problem):
        return outcomes
    part = part_of_total(forecast.project, metric, period)
    holders = Control(forecast).holders(metric)
    still = 0.0 if total else None
    found = [
        Driver(key, holders.get(key), down * part, up * part, elasticities.get(key, still))
        for key, down, up in zip(keys, outcomes[0], outcomes[1], strict=True)
    ]
    base = total * part
    ordered = sorted(found, key=lambda one: -_strength(one, base))
    return Drivers(metric, base, tuple(ordered))


def _outcomes(
    forecast: Forecast, metric: Key, keys: Sequence[Key], step: float
) -> tuple[list[float], list[float]] | Problem:
    """The totals with each input lower, and with each higher; all are computed at once."""
    if not keys:
        return [], []
    columns: Mapping[Key, Sequence[Quantity]] = {
        key: _column(forecast, key, at, len(keys), step) for at, key in enumerate(keys)
    }
    totals = Variants(forecast, metric, keys).totals(columns)
    if isinstance(totals, Problem):
        return totals
    whole = np.broadcast_to(totals, 2 * len(keys))
    if not np.all(np.isfinite(whole)):
        at = int(np.argmin(np.isfinite(whole)))
        moved = [
            one if isinstance(one, Problem) else one[at] for one in columns[keys[at % len(keys)]]
        ]
        return _why(forecast, metric, keys[at % len(keys)], moved)
    return whole[: len(keys)].tolist(), whole[len(keys) :].tolist()


def _why(forecast: Forecast, metric: Key, key: Key, moved: Sequence[Result]) -> Problem:
    """Why there is no number when an input has moved."""
    given = dict(forecast.scenario.values) if forecast.scenario else {}
    given[key] = tuple(None if isinstance(one, Problem) else float(one) for one in moved)
    scenario = Scenario(key="moved", name="…", values=given)
    found = calculate(forecast.project, scenario, forecast.model).totals[metric]
    return found if isinstance(found, Problem) else _no_number(metric)


def _column(forecast: Forecast, key: Key, at: int, count: int, step: float) -> list[Quantity]:
    """The months of an input, moved in two of all variants."""
    factors = np.ones(2 * count)
    factors[at], factors[at + count] = 1 - step, 1 + step
    bounded = is_bounded(forecast.project.metric(key))
    found: list[Quantity] = []
    for value in forecast.values[key]:
        if isinstance(value, Problem):
            found.append(value)
        else:
            moved = value * factors
            found.append(np.minimum(moved, max(value, 1.0)) if bounded else moved)
    return found


def _strength(driver: Driver, base: float) -> float:
    """The larger effect; what differs only by dust of the arithmetic keeps its order."""
    effect = max(abs(driver.up - base), abs(driver.down - base))
    return float(f"{effect:.9g}")


def _no_number(metric: Key) -> Problem:
    return Problem(text("the result is too large"), metric)
