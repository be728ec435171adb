import itertools
import math
import tracemalloc
from functools import cache
from statistics import NormalDist

import numpy as np
import pytest
from scipy import stats

from tests.projects import metric, project
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.formula.values import Problem
from workbench.planning import risk
from workbench.planning.forward import calculate
from workbench.planning.ranges import logit, ranges
from workbench.planning.risk import Risk, Sampling, simulate

SHARE = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
NORMAL = NormalDist()
Z90 = NORMAL.inv_cdf(0.9)


def simulated(metrics, wanted="result", goal=None, scenario=None, months=1, **sampling):
    forecast = calculate(project(*metrics, months=months), scenario)
    return simulate(forecast, wanted, goal, "plan", Sampling(**sampling))


def found(*given, **more) -> Risk:
    answer = simulated(*given, **more)
    assert isinstance(answer, Risk)
    return answer


def amount(key, low, high, **members):
    return metric(key, value=math.sqrt(low * high), low=low, high=high, **members)


def share(key, low, high):
    return metric(key, value=(low + high) / 2, low=low, high=high, **SHARE)


# A product of log-normals is log-normal: the logarithms of its factors add up.
ENDS = {"visits": (800, 1250), "price": (90, 160), "deals": (0.5, 3)}
PRODUCT = (
    *(amount(key, *ends) for key, ends in ENDS.items()),
    metric("result", formula="visits * price * deals"),
)
CENTER = sum(math.log(low * high) / 2 for low, high in ENDS.values())
SPREAD = math.sqrt(sum((math.log(high / low) / (2 * Z90)) ** 2 for low, high in ENDS.values()))
SAMPLES = 100_000


@cache
def of_product(goal: float | None = None) -> Risk:
    return found(PRODUCT, goal=goal)


def quantile_error(at: float) -> float:
    """Five standard errors of the logarithm of a quantile: √(p (1 − p) ÷ n) ÷ density."""
    density = NORMAL.pdf(NORMAL.inv_cdf(at)) / SPREAD
    return 5 * math.sqrt(at * (1 - at) / SAMPLES) / density


@pytest.mark.parametrize(("name", "at"), [("p10", 0.1), ("p50", 0.5), ("p90", 0.9)])
def test_that_percentiles_of_a_product_are_those_of_its_closed_form(name, at):
    wanted = CENTER + SPREAD * NORMAL.inv_cdf(at)
    assert math.log(getattr(of_product(), name)) == pytest.approx(wanted, abs=quantile_error(at))


def test_that_the_mean_of_a_product_is_that_of_its_closed_form():
    mean = math.exp(CENTER + SPREAD**2 / 2)
    deviation = mean * math.sqrt(math.exp(SPREAD**2) - 1)
    assert of_product().mean == pytest.approx(mean, abs=5 * deviation / math.sqrt(SAMPLES))


@pytest.mark.parametrize("sigmas", [-1.5, 0.0, 0.7, 2.5])
def test_that_the_probability_of_a_goal_is_that_of_the_closed_form(sigmas):
    chance = 1 - NORMAL.cdf(sigmas)
    goal = math.exp(CENTER + SPREAD * sigmas)
    error = 5 * math.sqrt(chance * (1 - chance) / SAMPLES)
    assert of_product(goal).probability == pytest.approx(chance, abs=error)


def test_that_of_a_cost_the_lower_side_counts():
    lower = (*PRODUCT[:-1], PRODUCT[-1].having(better="lower"))
    goal = math.exp(CENTER - SPREAD)
    error = 5 * math.sqrt(0.16 * 0.84 / SAMPLES)
    assert found(lower, goal=goal).probability == pytest.approx(NORMAL.cdf(-1), abs=error)


def test_that_without_a_goal_there_is_no_probability():
    assert found(PRODUCT, samples=10).probability is None


def test_that_correlations_are_the_parts_of_the_spread():
    # of two normal numbers Spearman's is 6 ÷ π × arcsin(r ÷ 2), and r here is the part of a spread
    parts = {key: math.log(high / low) / (2 * Z90) / SPREAD for key, (low, high) in ENDS.items()}
    wanted = {key: 6 / math.pi * math.asin(part / 2) for key, part in parts.items()}
    assert dict(of_product().correlations) == pytest.approx(wanted, abs=5 / math.sqrt(SAMPLES))


def test_that_the_strongest_correlation_comes_first():
    sizes = [abs(one) for _, one in of_product().correlations]
    assert sizes == sorted(sizes, reverse=True)


ALONE = (share("cr", 0.2, 0.35), metric("result", formula="cr * 1"))


@pytest.mark.parametrize(("name", "wanted"), [("p10", 0.2), ("p90", 0.35)])
def test_that_a_share_passes_through_both_its_percentiles(name, wanted):
    spread = (logit(0.35) - logit(0.2)) / (2 * Z90)
    error = 5 * math.sqrt(0.09 / SAMPLES) / (NORMAL.pdf(Z90) / spread)
    assert logit(getattr(found(ALONE), name)) == pytest.approx(logit(wanted), abs=error)


def test_that_the_middle_of_a_share_is_the_middle_of_its_odds():
    assert logit(found(ALONE).p50) == pytest.approx((logit(0.2) + logit(0.35)) / 2, abs=0.01)


def test_that_no_share_passes_100_per_cent():
    wide = (share("cr", 0.05, 0.999), metric("result", formula="cr * 1"))
    assert found(wide).shape.edges[-1] <= 1


# The same numbers always


def test_that_the_same_seed_gives_the_same_numbers():
    assert found(PRODUCT, samples=1000) == found(PRODUCT, samples=1000)


def test_that_another_seed_gives_other_numbers():
    assert found(PRODUCT, samples=1000).p50 != found(PRODUCT, samples=1000, seed=2).p50


PLAIN = (
    amount("visits", 800, 1250), share("cr", 0.02, 0.06), amount("price", 90, 160, unit="money"),
    metric("leads", formula="visits * cr"), metric("other", value=3.0),
    metric("result", formula="leads * price", unit="money"),
)  # fmt: skip


def mixed(*metrics: Metric, **more) -> Risk:
    return found(metrics, samples=20_000, months=4, **more)


@pytest.mark.parametrize("order", [PLAIN[::-1], PLAIN[2:] + PLAIN[:2]])
def test_that_the_order_of_metrics_changes_nothing(order):
    assert mixed(*order) == mixed(*PLAIN)


def test_that_metrics_beside_it_change_nothing():
    more = (amount("another", 3, 9), metric("twice", formula="another * 2 + leads"))
    assert mixed(*more, *PLAIN) == mixed(*PLAIN)


def test_that_the_key_of_a_metric_beside_it_changes_nothing():
    renamed = tuple(one.having(key="renamed") if one.key == "other" else one for one in PLAIN)
    assert mixed(*renamed) == mixed(*PLAIN)


def test_that_the_size_of_the_chunks_changes_nothing(monkeypatch):
    whole = mixed(*PLAIN)
    monkeypatch.setattr(risk, "CHUNK", 777)
    assert mixed(*PLAIN) == whole


def test_that_what_is_drawn_is_the_same_for_another_result():
    both = (*PLAIN, metric("double", formula="result * 2", unit="money"))
    assert found(both, "double", samples=500).p50 == pytest.approx(
        2 * found(PLAIN, samples=500).p50
    )


# Rank correlations on the very samples


def test_that_correlations_are_those_of_scipy_on_the_same_samples():
    inputs = {key: np.empty(0) for key in ("visits", "cr", "price")}
    forecast = calculate(project(*PLAIN, months=4))
    drawn, _ = ranges(forecast, inputs)
    for one in drawn:
        normal = risk._stream(one.metric, 1).standard_normal(5000)
        inputs[one.metric] = np.asarray(one.drawn(normal)[0])
    result = inputs["visits"] * inputs["cr"] * inputs["price"]
    wanted = {key: stats.spearmanr(column, result).statistic for key, column in inputs.items()}
    assert dict(found(PLAIN, samples=5000, months=4).correlations) == pytest.approx(
        wanted, abs=1e-12
    )


def test_that_equal_results_share_their_rank_as_in_scipy():
    rounded = (amount("visits", 5, 20), metric("result", formula="round(visits / 5)"))
    (one,), _ = ranges(calculate(project(*rounded, months=1)), ["visits"])
    visits = np.asarray(one.drawn(risk._stream("visits", 1).standard_normal(5000))[0])
    wanted = stats.spearmanr(visits, np.floor(visits / 5 + 0.5)).statistic
    assert dict(found(rounded, samples=5000).correlations)["visits"] == pytest.approx(
        wanted, abs=1e-9
    )


# Ranges that are none


@pytest.mark.parametrize(
    ("members", "doubt"),
    [
        ({"low": 5.0}, "“a” has only one end of its range, so it is taken as certain"),
        ({"high": 50.0}, "“a” has only one end of its range, so it is taken as certain"),
        (
            {"low": 0.0, "high": 50.0},
            "the range of “a” reaches zero, so it is taken as certain; its low end has to be "
            "above zero",
        ),
        (
            {"low": 0.1, "high": 1.0, "value": 0.5, **SHARE},
            "the range of “a” reaches 100%, so it is taken as certain; its high end has to be "
            "below",
        ),
    ],
)  # fmt: skip
def test_that_a_range_that_cannot_be_used_is_a_doubt(members, doubt):
    made = metric("a", **{"value": 20.0, **members})
    answer = found((made, metric("result", formula="a * 2")), samples=100)
    assert [str(one) for one in answer.doubts] == [doubt]
    assert answer.p10 == answer.p90 == 2 * (made.value or 0)
    assert answer.correlations == ()


@pytest.mark.parametrize("members", [{}, {"low": 20.0, "high": 20.0}])
def test_that_what_is_certain_has_no_doubt(members):
    answer = found((metric("a", value=20.0, **members), metric("result", formula="a * 2")))
    assert (answer.p10, answer.p90, answer.doubts, answer.correlations) == (40.0, 40.0, (), ())


def test_that_a_certain_goal_is_sure_or_impossible():
    certain = (metric("a", value=20.0), metric("result", formula="a * 2"))
    chances = [found(certain, goal=goal, samples=10).probability for goal in (39.0, 40.0, 41.0)]
    assert chances == [1.0, 1.0, 0.0]


def test_that_a_range_beside_the_result_is_no_doubt():
    beside = metric("b", value=1.0, low=5.0)
    assert found((beside, metric("a", value=1.0), metric("result", formula="a"))).doubts == ()


# Samples without a number

# Half of the draws of b are below its middle, 10, and there its root is of something negative.
ROOT = (amount("b", 5, 20), metric("result", formula="(b - 10) ^ 0.5 + 1"))
FEASIBLE = ROOT[0].having(value=12.0)


def test_that_samples_without_a_number_are_counted():
    answer = found((FEASIBLE, ROOT[1]), samples=SAMPLES)
    assert answer.numberless / SAMPLES == pytest.approx(0.5, abs=5 * 0.5 / math.sqrt(SAMPLES))
    assert math.isfinite(answer.mean)


def test_that_samples_without_a_number_do_not_reach_the_goal():
    answer = found((FEASIBLE, ROOT[1]), goal=0.0, samples=5000)
    assert answer.probability == pytest.approx(1 - answer.numberless / 5000)


def test_that_division_by_zero_in_some_samples_is_counted():
    divided = (amount("a", 5, 20), metric("result", formula="1 / max(a - 10, 0)"))
    answer = found((divided[0].having(value=12.0), divided[1]), samples=2000)
    assert 800 < answer.numberless < 1200


def test_that_where_no_sample_has_a_number_there_is_a_sentence():
    # the plan has 200, but its range knows better
    never = (
        metric("b", value=200.0, low=5.0, high=6.0),
        metric("result", formula="(b - 50) ^ 0.5"),
    )
    answer = simulated(never, samples=50)
    assert isinstance(answer, Problem)
    assert str(answer.reason) == "no sample has a number"


def test_that_a_plan_without_a_number_has_its_own_sentence():
    answer = simulated((metric("a"), metric("result", formula="a * 2")))
    assert isinstance(answer, Problem)
    assert str(answer.reason) == "there is no value"


def test_that_a_plan_that_is_too_large_has_a_sentence():
    answer = simulated((amount("a", 1, 2), metric("result", formula="a * 10 ^ 308 * 100")))
    assert isinstance(answer, Problem)


def test_that_what_does_not_count_in_the_plan_may_count_in_a_sample():
    # 100 come and 120 can be done: in the plan the capacity is idle, in a sample it may not be
    tight = (
        metric("come", value=100.0), amount("can", 80, 180),
        metric("result", formula="min(come, can)"),
    )  # fmt: skip
    sigma = math.log(180 / 80) / (2 * Z90)
    chance = NORMAL.cdf(math.log(100 / 120) / sigma)
    answer = found(tight, goal=100.0)
    assert answer.probability is not None
    assert 1 - answer.probability == pytest.approx(chance, abs=0.008)
    assert answer.p10 == pytest.approx(80, rel=0.01)


def test_that_a_branch_that_nobody_takes_needs_no_number():
    chosen = (amount("a", 5, 6), metric("b"), metric("result", formula="if(a > 1, a, b)"))
    assert found(chosen, samples=100).numberless == 0


# Months and scenarios


def test_that_one_draw_holds_for_all_months():
    # with a draw a month the sum would spread less: here all twelve move together
    answer = found((amount("a", 80, 120), metric("result", formula="a")), months=12)
    assert answer.p90 / answer.p10 == pytest.approx(120 / 80, rel=0.02)


def test_that_values_by_month_keep_their_shape():
    season = metric("a", value=(50.0, 150.0), low=80.0, high=125.0)
    answer = found((season, metric("result", formula="a", over_time="last")), months=2)
    # the mean of the months, 100, stands at the middle of the range, √(80 × 125) = 100
    assert answer.p50 == pytest.approx(150, rel=0.01)
    assert answer.p90 / answer.p50 == pytest.approx(1.25, rel=0.01)


def test_that_a_month_of_a_share_at_its_end_stays_there():
    season = metric("a", value=(0.0, 0.4, 1.0), low=0.3, high=0.6, **SHARE)
    last = (season, metric("result", formula="a", over_time="last"))
    answer = found(last, months=3, samples=100)
    assert (answer.p10, answer.p90) == (1.0, 1.0)


def test_that_a_scenario_moves_a_range_along():
    scenario = Scenario(key="s", name="S", values={"visits": 2000.0})
    base, moved = of_product(), found(PRODUCT, scenario=scenario)
    factor = 2000 / math.sqrt(800 * 1250)
    assert (moved.p10, moved.p90) == pytest.approx((base.p10 * factor, base.p90 * factor))


def test_that_a_scenario_moves_the_odds_of_a_share():
    scenario = Scenario(key="s", name="S", values={"cr": 0.5})
    base, moved = found(ALONE), found(ALONE, scenario=scenario)
    shift = logit(0.5) - logit(0.275)
    assert logit(moved.p90) == pytest.approx(logit(base.p90) + shift)


def test_that_a_result_that_a_scenario_sets_is_certain():
    scenario = Scenario(key="s", name="S", values={"result": 7.0})
    assert found(PRODUCT, scenario=scenario, samples=10).p10 == 7.0


# While it runs


def test_that_it_says_how_far_it_is():
    steps: list[tuple[int, int]] = []
    found(PRODUCT, samples=20_000, progress=lambda done, whole: steps.append((done, whole)))
    assert steps == [(8192, 20_000), (16_384, 20_000), (20_000, 20_000)]


def test_that_it_stops_when_cancelled():
    calls = itertools.count()
    steps: list[int] = []
    answer = simulated(
        PRODUCT, samples=50_000, cancelled=lambda: next(calls) == 2,
        progress=lambda done, _whole: steps.append(done),
    )  # fmt: skip
    assert answer is None
    assert steps == [8192, 16_384]


def test_that_memory_does_not_grow_with_the_metrics():
    chain = [amount("a_0", 90, 110)]
    for at in range(1, 40):
        chain.append(amount(f"cr_{at}", 0.9, 1.1))
        chain.append(metric(f"a_{at}", formula=f"a_{at - 1} * cr_{at}"))
    forecast = calculate(project(*chain, months=12))
    tracemalloc.start()
    simulate(forecast, "a_39", sampling=Sampling())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # All samples of the result, its ranks and what sorting needs: some ten columns of 100,000
    # numbers. In a chunk 80 metrics of 8,192 numbers. All metrics at once would take 64 MB.
    assert peak < (10 * 100_000 + 100 * 8_192) * 8


# The picture


def test_that_the_picture_holds_nearly_all_samples():
    shape = of_product().shape
    area = sum(
        height * (right - left)
        for height, left, right in zip(
            shape.heights, shape.edges[:-1], shape.edges[1:], strict=True
        )
    )
    assert area == pytest.approx(1, abs=0.02)
    assert len(shape.edges) == len(shape.heights) + 1


def test_that_what_is_certain_is_one_bar():
    certain = (metric("a", value=20.0), metric("result", formula="a * 2"))
    shape = found(certain, samples=10).shape
    assert (shape.edges, shape.heights) == ((40.0, 40.0), (1.0,))
