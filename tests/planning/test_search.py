"""The least change of several levers, beside what a general optimiser finds."""

import math
import random

import numpy as np
import pytest
from scipy.optimize import minimize

from tests.planning.funnels import SHAPES, Funnel, funnel
from workbench.planning.bounds import numbers_of
from workbench.planning.solve import Solution, solve

SEEDS = range(9 * len(SHAPES))
STARTS = 5


def solved(made: Funnel) -> Solution:
    found = solve(made.project, made.goal, made.levers)
    assert isinstance(found, Solution)
    return found


def factors(found: Solution) -> list[float]:
    return [move.factor for move in found.moves]


def optimum(made: Funnel) -> float:
    """The least cost that scipy finds from several starts."""
    low, high = np.array(made.bounds).T
    dice = random.Random(0)
    starts = [np.clip(1.0, low, high)]
    starts += [low + (high - low) * [dice.random() for _ in low] for _ in range(STARTS)]
    return min(_optimum_from(made, start) for start in starts)


def _optimum_from(made: Funnel, start: np.ndarray) -> float:
    def left(point: np.ndarray) -> float:
        return made.good(made.value(point.tolist()) - made.target) / abs(made.target)

    found = minimize(
        made.cost, start, method="SLSQP", bounds=made.bounds,
        constraints=[{"type": "ineq", "fun": left}], options={"maxiter": 200, "ftol": 1e-12},
    )  # fmt: skip
    point = np.clip(found.x, *np.array(made.bounds).T)
    return made.cost(point.tolist()) if left(point) >= -1e-7 else math.inf


@pytest.mark.parametrize("seed", SEEDS)
def test_that_several_levers_come_within_one_per_cent_of_the_optimum(seed):
    made = funnel(seed)
    found = solved(made)
    assert found.reached
    assert found.value == pytest.approx(made.target, rel=1e-9)
    assert made.value(factors(found)) == pytest.approx(made.target, rel=1e-9)
    assert made.cost(factors(found)) <= 1.01 * optimum(made) + 1e-12


@pytest.mark.parametrize("seed", SEEDS)
def test_that_no_lever_leaves_its_bounds_and_no_share_100_per_cent(seed):
    made = funnel(seed)
    for move, (low, high) in zip(solved(made).moves, made.bounds, strict=True):
        assert low - 1e-12 <= move.factor <= high + 1e-12
    shares = [key for key in made.inputs if key.startswith(("cr_", "close", "keep"))]
    values = solved(made).values
    assert all(max(numbers_of(values[key])) <= 1 + 1e-12 for key in shares)


def best(made: Funnel) -> float:
    """The best value within bounds that scipy finds; all models here are monotone."""
    low, high = np.array(made.bounds).T
    found = minimize(
        lambda p: -made.good(made.value(p.tolist())), np.clip(1.0, low, high), method="L-BFGS-B",
        bounds=made.bounds,
    )  # fmt: skip
    corners = [
        made.value(np.where(at, high, low).tolist()) for at in (np.ones(len(low)), _signs(made))
    ]
    return max(made.good(made.value(found.x.tolist())), *map(made.good, corners))


def _signs(made: Funnel) -> np.ndarray:
    """Which levers are better high: of a cost only what brings more for the same money."""
    return np.array([lever.metric != "budget" for lever in made.levers])


@pytest.mark.parametrize("seed", SEEDS)
def test_that_what_cannot_be_reached_is_said_with_the_best_there_is(seed):
    made = funnel(seed)
    most = best(made)
    made.target = abs(most) * (0.9 if made.better == "lower" else 1.1)
    found = solved(made)
    assert not found.reached
    assert made.good(found.value) == pytest.approx(most, rel=1e-9)
    assert any(move.is_at_bound for move in found.moves)


@pytest.mark.parametrize("seed", range(0, 48, 6))
def test_that_no_move_of_an_unreachable_goal_is_idle(seed):
    made = funnel(seed)
    made.target = abs(best(made)) * (0.5 if made.better == "lower" else 2.0)
    found = factors(solved(made))
    for at, factor in enumerate(found):
        back = [*found[:at], 1 + 0.98 * (factor - 1), *found[at + 1 :]]
        if abs(factor - 1) > 1e-6:
            assert made.good(made.value(back)) < made.good(made.value(found))
