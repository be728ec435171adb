"""Planning: samples beside a model written by hand in numpy, and what has to be done at once."""

from __future__ import annotations

import math
import timeit
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.projects import example, metric, project
from workbench.document.metric import Influence
from workbench.document.plan import Actual, Goal, Scenario
from workbench.document.project import Project
from workbench.document.value import validated
from workbench.formula.model import model_of
from workbench.formula.values import demand
from workbench.planning.calendar import working_days
from workbench.planning.drivers import drivers
from workbench.planning.forward import calculate
from workbench.planning.goals import progress
from workbench.planning.risk import Risk, simulate
from workbench.planning.solve import Solution, default_levers, solve
from workbench.planning.variance import explain

SAMPLES = 100_000
Z90 = 1.2815515655446004
MOST = 1.5
Draws = dict[str, Any]


def drawn(made: Project) -> Draws:
    """The inputs of the revenue that have a range: through both its ends."""
    found: Draws = {}
    for at, key in enumerate(calculate(made).inputs("revenue")):
        one = made.metric(key)
        if one.low is None or one.high is None:
            continue
        normal = np.random.default_rng(at).standard_normal(SAMPLES)
        if one.is_share:
            low, high = (math.log(end / (1 - end)) for end in (one.low, one.high))
            moved = (low + high) / 2 + (high - low) / 2 / Z90 * normal
            found[one.key] = 1 / (1 + np.exp(-moved))
        else:
            low, high = math.log(one.low), math.log(one.high)
            found[one.key] = np.exp((low + high) / 2 + (high - low) / 2 / Z90 * normal)
    return found


def revenue_by_hand(made: Project, d: Draws) -> Any:
    """The revenue of a year of the template, month by month; what all months share comes first."""
    visits = made.metric("site_visits").value
    assert isinstance(visits, tuple)
    shape = np.array(visits, dtype=float) / np.mean(np.array(visits, dtype=float))
    people, per_site = made.role("bdr").people, d["site_visits"] * d["cr_site"]
    paid = d["ad_budget"] / d["cpc"] * d["cr_ads"] + d["email_sent"] * d["cr_email"]
    tested = d["test_budget"] / d["test_lead_cost"] * d["cr_test_qualified"]
    to_meeting = d["cr_meeting"] * d["fit_inbound"]
    by_call = d["calls_per_day"] * people * d["cr_cold"] * d["fit_cold"]
    by_partner = d["partners"] * d["partner_rate"]
    to_deal = d["cr_opportunity"] * d["cr_deal"]
    average = d["list_price"] * (1 - d["discount"])
    clients: Any = 240.0
    revenue = np.zeros(SAMPLES)
    for month in range(12):
        days = demand(working_days("RU", made.calendar.month(month)))
        leads = per_site * shape[month] + paid
        qualified = leads * d["cr_qualified"] + tested
        meetings = qualified * to_meeting + by_call * days + by_partner
        deals = meetings * to_deal
        due = clients / 12
        renewals = due * d["cr_renewal"]
        revenue += (deals + renewals) * average + clients * d["cr_cross"] * d["average_cross"]
        clients = clients * (1 - d["churn"]) + deals * d["cr_handover"] - due + renewals
    return revenue


def risk_by_hand(made: Project) -> tuple[list[float], dict[str, float]]:
    """Percentiles and rank correlations as one would write them down."""
    draws = drawn(made)
    revenue = revenue_by_hand(made, draws)
    ranks = revenue.argsort().argsort()
    correlations = {
        key: np.corrcoef(draw.argsort().argsort(), ranks)[0, 1] for key, draw in draws.items()
    }
    return np.percentile(revenue, (10, 50, 90)).tolist(), correlations


@pytest.mark.benchmark(group="risk: 100,000 samples of the largest template")
def test_floor_of_risk(benchmark, largest):
    benchmark(lambda: risk_by_hand(largest))


@pytest.mark.benchmark(group="risk: 100,000 samples of the largest template")
def test_risk(benchmark, largest):
    forecast = calculate(largest)
    benchmark(lambda: simulate(forecast, "revenue", 1.9e8, "year"))


def test_that_risk_keeps_up_with_numpy_by_hand(largest):
    forecast = calculate(largest)
    found = simulate(forecast, "revenue", 1.9e8, "year")
    percentiles, correlations = risk_by_hand(largest)
    assert isinstance(found, Risk)
    assert dict(found.correlations) == pytest.approx(correlations, abs=0.02)
    assert [found.p10, found.p50, found.p90] == pytest.approx(percentiles, rel=0.01)
    ours = quickest(lambda: simulate(forecast, "revenue", 1.9e8, "year"))
    floor = quickest(lambda: risk_by_hand(largest))
    assert ours < min(1.0, MOST * floor)


def quickest(action: Callable[[], Any]) -> float:
    """The shortest of some runs, in seconds."""
    return min(timeit.repeat(action, number=1, repeat=5))


def funnel(size: int) -> Project:
    """Chains of an input, a conversion and a stage, one flowing into the next; and their cost."""
    moved = Influence(direct=True)
    kind: dict[str, Any] = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    made = []
    for at in range(size // 3):
        season = tuple((at + 1) * (0.8 + 0.4 * month / 11) for month in range(12))
        value = season if at % 5 == 0 else at + 1.0
        made.append(metric(f"in_{at}", value=value, influence=moved))
        made.append(metric(f"cr_{at}", value=0.5, influence=moved, **kind))
        before = f" + lag(out_{at - 1}, 1) * 0.9" if at else ""
        made.append(metric(f"out_{at}", formula=f"in_{at} * cr_{at}{before}"))
    return project(*made, months=12)


def goal_of(made: Project, key: str, factor: float) -> Goal:
    forecast = calculate(made)
    unmet = validated(Goal, {"metric": key, "value": 1.0, "period": "year"})
    value = progress(forecast, unmet).forecast
    return validated(Goal, {"metric": key, "value": demand(value) * factor, "period": "year"})


LARGE = funnel(300)


@pytest.mark.benchmark(group="a slider moves (300 metrics, 12 months)")
def test_a_slider_move(benchmark):
    goal, model = goal_of(LARGE, "out_99", 1.1), model_of(LARGE)

    def move() -> Any:
        scenario = Scenario(key="s", name="S", values={"in_0": 1.2, "cr_50": 0.55})
        return progress(calculate(LARGE, scenario, model), goal).share

    benchmark(move)
    assert quickest(move) < 0.05


@pytest.mark.benchmark(group="solve")
def test_solving_the_example(benchmark):
    made = example()
    levers, goal = default_levers(calculate(made), made.goals[0]), made.goals[0]
    benchmark(lambda: solve(made, goal, levers))


@pytest.mark.benchmark(group="solve")
@pytest.mark.parametrize("count", [1, 12, 200])
def test_solving_300_metrics(benchmark, count):
    goal = goal_of(LARGE, "out_99", 1.1)
    levers = default_levers(calculate(LARGE), goal)[-count:]
    found = benchmark.pedantic(lambda: solve(LARGE, goal, levers), rounds=3)
    assert isinstance(found, Solution)


@pytest.mark.benchmark(group="drivers")
def test_drivers_of_300_metrics(benchmark):
    forecast = calculate(LARGE)
    benchmark(lambda: drivers(forecast, "out_99"))


@pytest.mark.benchmark(group="explain")
def test_explaining_300_metrics(benchmark):
    plan = calculate(LARGE)
    facts = [
        Actual(metric=one.key, month=LARGE.calendar.month(month), value=1.1 * demand(value))
        for one in LARGE.metrics if not one.is_computed
        for month, value in enumerate(plan.values[one.key][:6])
    ]  # fmt: skip
    made = LARGE.having(actuals=tuple(facts))
    benchmark.pedantic(lambda: explain(made, "out_99", 5), rounds=3)
