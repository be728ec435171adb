"""How much of a plan a fact is, and how much of it counts: worked by hand."""

import pytest

from tests.projects import metric
from workbench.document.kpi import Kpi, Scale
from workbench.planning.completion import attainable, completion, most_counted
from workbench.planning.pay import best_payout, payout

PLAIN = metric("m")
LOWER = metric("m", better="lower")
WITHIN = metric("m", better="within")
ANSWER = metric("m", unit="yes_no")
ACCELERATED = Scale(points=((0.8, 0.5), (1.0, 1.0), (1.2, 1.6)), threshold=0.8)


def kpi(**members):
    return Kpi(metric="m", role="r", **members)


# Lower is better


@pytest.mark.parametrize(
    ("base", "fact", "done"),
    [
        (None, 1_250.0, 1_000 / 1_250),
        (None, 800.0, 1_000 / 800),
        (1_400.0, 1_300.0, 100 / 400),
        (1_400.0, 900.0, 500 / 400),
        (1_400.0, 0.0, 1_400 / 400),
        (1_400.0, 1_500.0, -100 / 400),
    ],
)
def test_that_less_is_more_with_a_base_and_without(base, fact, done):
    assert completion(kpi(base=base, plan=1_000.0), LOWER, fact) == pytest.approx(done)


# Yes or no


@pytest.mark.parametrize(("fact", "done"), [(1.0, 1.0), (0.0, 0.0), (0.5, 1.0), (0.4, 0.0)])
def test_that_a_planned_yes_is_done_by_a_yes(fact, done):
    assert completion(kpi(plan=1.0), ANSWER, fact) == done


@pytest.mark.parametrize(("fact", "done"), [(1.0, 0.0), (0.0, 1.0)])
@pytest.mark.parametrize("base", [None, 1.0])
def test_that_a_planned_no_is_done_by_a_no(fact, done, base):
    assert completion(kpi(base=base, plan=0.0), ANSWER, fact) == done


# Best within a range


@pytest.mark.parametrize(
    ("base", "fact", "done"),
    [
        (None, 20.0, 1.0),
        (None, 15.0, 15 / 20),
        (None, 25.0, 20 / 25),
        (None, 0.0, 0.0),
        (12.0, 20.0, 1.0),
        (12.0, 16.0, 0.5),
        (12.0, 24.0, 0.5),
        (12.0, 28.0, 0.0),
        (12.0, 32.0, -0.5),
    ],
)
def test_that_both_sides_of_the_best_are_less(base, fact, done):
    assert completion(kpi(base=base, plan=20.0), WITHIN, fact) == pytest.approx(done)


def test_that_a_usual_range_is_no_limit_of_pay():
    hinted = metric("m", better="within", hint={"low": 10.0, "high": 30.0})
    assert completion(kpi(plan=20.0), hinted, 25.0) == pytest.approx(0.8)


# The maximum


@pytest.mark.parametrize(
    ("one", "of", "most"),
    [
        (kpi(plan=60.0, maximum=66.0), PLAIN, 66 / 60),
        (kpi(base=50.0, plan=60.0, maximum=66.0), PLAIN, 16 / 10),
        (kpi(plan=1_000.0, maximum=800.0), LOWER, 1_000 / 800),
        (kpi(base=1_400.0, plan=1_000.0, maximum=900.0), LOWER, 500 / 400),
        (kpi(plan=60.0, maximum=54.0), PLAIN, 1.0),
    ],
)
def test_that_what_counts_ends_with_the_completion_at_the_maximum(one, of, most):
    assert most_counted(one, of) == pytest.approx(most)


@pytest.mark.parametrize("one", [kpi(plan=60.0), kpi(maximum=66.0), kpi(plan=0.0, maximum=1.0)])
def test_that_without_maximum_or_plan_there_is_no_end(one):
    assert most_counted(one, PLAIN) is None


@pytest.mark.parametrize("of", [WITHIN, ANSWER])
def test_that_some_metrics_are_never_more_than_done(of):
    assert most_counted(kpi(plan=1.0, maximum=5.0), of) == 1.0


def test_that_a_fact_beyond_the_maximum_pays_what_the_maximum_pays():
    one = kpi(plan=60.0, maximum=66.0, scale=Scale())
    done = completion(one, PLAIN, 90.0)
    assert done == 1.5
    assert payout(one.scale, done, most_counted(one, PLAIN)) == pytest.approx(1.1)


def test_that_the_lower_of_cap_and_maximum_counts():
    assert payout(Scale(cap=1.3), 2.0, 1.1) == 1.1
    assert payout(Scale(cap=1.05), 2.0, 1.1) == 1.05


def test_that_a_maximum_reached_exactly_reaches_its_step():
    one = kpi(base=0.78, plan=0.80, maximum=0.804)
    steps = Scale(kind="steps", points=((1.0, 1.0), (1.2, 1.5)))
    assert payout(steps, 1.2, most_counted(one, PLAIN)) == 1.5


# The scale


@pytest.mark.parametrize(
    ("done", "paid"),
    [(0.799, 0), (0.8, 0.5), (0.9, 0.75), (1.0, 1.0), (1.1, 1.3), (1.2, 1.6), (1.5, 1.6)],
)
def test_that_an_accelerator_pays_each_point_above_the_plan_three_times(done, paid):
    assert payout(ACCELERATED, done) == pytest.approx(paid)


@pytest.mark.parametrize(
    ("done", "paid"), [(0.9 - 1e-9, 0.5), (0.9, 0.8), (0.9 - 1e-14, 0.8), (1.0, 1.0)]
)
def test_that_a_step_is_paid_from_its_boundary_on(done, paid):
    steps = Scale(kind="steps", points=((0.8, 0.5), (0.9, 0.8), (1.0, 1.0)))
    assert payout(steps, done) == paid


def test_that_a_step_at_five_sixths_is_reached_by_five_sixths():
    assert payout(Scale(kind="steps", points=((5 / 6, 0.7),), threshold=5 / 6), 25 / 30) == 0.7


@pytest.mark.parametrize(
    ("scale", "most", "best"),
    [
        (Scale(), None, None),
        (Scale(threshold=0.8), None, None),
        (Scale(), 1.1, 1.1),
        (Scale(cap=1.2), None, 1.2),
        (ACCELERATED, None, 1.6),
        (ACCELERATED, 1.1, 1.3),
        (Scale(points=((0.8, 1.5), (1.2, 0.5))), None, 1.5),
    ],
)
def test_that_the_best_payout_is_that_of_the_end_or_of_the_highest_point(scale, most, best):
    assert best_payout(scale, most) == (best if best is None else pytest.approx(best))


# Everybody at the same share of the way


@pytest.mark.parametrize(
    ("of", "levels"),
    [(PLAIN, [0.8, 1.0, 1.2]), (WITHIN, [0.8, 1.0, 1.0]), (ANSWER, [0.0, 1.0, 1.0])],
)
def test_that_a_yes_is_not_done_by_halves(of, levels):
    assert [attainable(of, level) for level in (0.8, 1.0, 1.2)] == levels
