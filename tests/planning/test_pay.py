"""Pay against worked cases of public sources, and where there is nothing to pay."""

import json

import pytest

from tests.projects import CASES, example, metric, project
from workbench.document.kpi import Kpi, Scale
from workbench.document.project import Unknown
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.completion import completion
from workbench.planning.pay import paid_kpis, pay, payout

WORKED = {case["id"]: case for case in json.loads((CASES / "worked.json").read_text("utf-8"))}
CURVE = WORKED["payout-curve"]
LINEAR = Scale(points=((0.8, 0.8), (1.0, 1.0), (1.2, 1.2)), threshold=0.8, cap=1.2)
STEPS = Scale(kind="steps", points=((0.8, 0.5), (0.9, 0.8), (1.0, 1.0)), threshold=0.8)


def kpi(**members):
    return Kpi(metric="m", role="r", **members)


def of_role(*kpis, bonus=10_000.0, better="higher"):
    metrics = {one.metric: metric(one.metric, better=better) for one in kpis}
    role = Role(key="r", name="r", bonus=bonus)
    return project(*metrics.values(), roles=(role,), kpis=kpis)


# Completion


def test_that_without_a_base_completion_is_fact_by_plan():
    assert completion(kpi(plan=50.0), metric("m"), 40.0) == 0.8


def test_that_without_a_base_lower_is_plan_by_fact():
    assert completion(kpi(plan=40.0), metric("m", better="lower"), 50.0) == 0.8


@pytest.mark.parametrize("better", ["higher", "lower", "within"])
def test_that_with_a_base_completion_is_the_way_from_base_to_plan(better):
    assert completion(kpi(base=80.0, plan=100.0), metric("m", better=better), 90.0) == 0.5


@pytest.mark.parametrize(("way", "better"), [("up", "higher"), ("down", "lower")])
def test_that_the_index_of_base_and_norm_agrees_with_its_source(way, better):
    case = WORKED["base-norm-index"]
    given, expected = case["inputs"][way], case["expect"][way]
    facts = given.get("facts", [given.get("fact")])
    one = kpi(base=float(given["base"]), plan=float(given["plan"]))
    shares = [completion(one, metric("m", better=better), float(fact)) for fact in facts]
    expected = expected if isinstance(expected, list) else [expected]
    assert shares == pytest.approx(expected, abs=1e-6)


def test_that_a_base_of_zero_is_a_base():
    assert completion(kpi(base=0.0, plan=10.0), metric("m", better="lower"), 5.0) == 0.5


def test_that_a_fact_worse_than_the_base_is_below_zero():
    assert completion(kpi(base=10.0, plan=20.0), metric("m"), 5.0) == -0.5


@pytest.mark.parametrize(
    ("one", "better", "fact", "reason"),
    [
        (kpi(plan=1.0), "higher", None, "there is no actual value"),
        (kpi(), "higher", 1.0, "the KPI has no plan"),
        (
            kpi(plan=0.0), "higher", 1.0,
            "fact ÷ plan has no number where the plan is zero: set a base",
        ),
        (
            kpi(plan=5.0), "lower", 0.0,
            "plan ÷ fact has no number where the fact is zero: set a base",
        ),
        (
            kpi(plan=0.0), "within", 0.0,
            "fact ÷ plan has no number where the plan is zero: set a base",
        ),
        (
            kpi(base=3.0, plan=3.0), "higher", 3.0,
            "base and plan are equal: there is no way between them",
        ),
    ],
)  # fmt: skip
def test_that_what_cannot_be_computed_is_a_problem_with_its_reason(one, better, fact, reason):
    result = completion(one, metric("m", better=better), fact)
    assert isinstance(result, Problem)
    assert (str(result.reason), result.metric) == (reason, "m")


# Payout


@pytest.mark.parametrize("fact", CURVE["expect"])
def test_that_the_curve_pays_what_its_source_says(fact):
    inputs = CURVE["inputs"]
    points = tuple((float(x), float(y)) for x, y in inputs["points"])
    scale = Scale(points=points, threshold=inputs["threshold"], cap=inputs["cap"])
    share = payout(scale, float(fact) / inputs["quota"])
    assert share * inputs["bonus"] == pytest.approx(CURVE["expect"][fact])


@pytest.mark.parametrize(
    ("done", "paid"),
    [(0.79, 0.0), (0.8, 0.8), (0.95, 0.95), (1.0, 1.0), (1.1, 1.1), (1.2, 1.2), (3.0, 1.2)],
)
def test_that_a_straight_scale_pays_between_its_points(done, paid):
    assert payout(LINEAR, done) == pytest.approx(paid)


@pytest.mark.parametrize(
    ("done", "paid"),
    [(0.79, 0.0), (0.8, 0.5), (0.89, 0.5), (0.9, 0.8), (1.0, 1.0), (7.0, 1.0)],
)
def test_that_steps_pay_the_last_point_reached(done, paid):
    assert payout(STEPS, done) == paid


def test_that_dust_of_the_arithmetic_does_not_cost_the_bonus():
    done = completion(kpi(base=0.78, plan=0.80), metric("m"), 0.796)
    assert isinstance(done, float)
    assert payout(STEPS, done - 1e-14) == 0.5


def test_that_below_the_first_point_nothing_is_paid():
    assert payout(Scale(points=((0.5, 0.5), (1.0, 1.0))), 0.4) == 0.0


def test_that_above_the_last_point_its_payout_stays():
    assert payout(Scale(points=((0.5, 0.5), (1.0, 1.0))), 4.0) == 1.0


def test_that_without_points_the_payout_is_the_completion():
    assert payout(Scale(), 0.93) == 0.93


def test_that_without_points_the_cap_counts():
    assert payout(Scale(cap=1.5), 2.0) == 1.5


@pytest.mark.parametrize("scale", [Scale(), Scale(cap=1.2), Scale(points=((0.0, 0.0), (1.0, 1.0)))])
def test_that_nobody_pays_in(scale):
    assert payout(scale, -0.5) == 0.0


def test_that_the_order_of_points_does_not_matter():
    turned = Scale(points=((1.0, 1.0), (0.5, 0.0)))
    assert payout(turned, 0.75) == 0.5


def test_that_of_two_points_at_one_place_the_later_counts():
    assert payout(Scale(points=((0.8, 0.0), (0.8, 0.5), (1.0, 1.0))), 0.8) == 0.5


def test_that_one_point_is_a_step():
    assert payout(Scale(points=((0.9, 1.0),)), 1.4) == 1.0


def test_that_a_cap_below_the_last_point_ends_the_curve():
    assert payout(Scale(points=((0.0, 0.0), (2.0, 2.0)), cap=1.5), 1.9) == 1.5


# A role


def test_that_the_weighted_bonus_agrees_with_its_source():
    case = WORKED["weighted-bonus"]
    weights, done = case["inputs"]["weights"], case["inputs"]["completion"]
    kpis = [
        Kpi(metric=f"m{at}", role="r", weight=weight, plan=1.0) for at, weight in enumerate(weights)
    ]
    facts = {f"m{at}": share for at, share in enumerate(done)}
    earned = pay(of_role(*kpis, bonus=float(case["inputs"]["bonus"])), "r", facts)
    expected = case["expect"]["index"], case["expect"]["pay"]
    assert (earned.total, earned.amount) == pytest.approx(expected)


def test_that_the_weighted_index_agrees_with_its_source():
    case = WORKED["weighted-index"]["inputs"]
    parts = zip(case["weights"], case["plan"], strict=True)
    kpis = [
        Kpi(metric=f"m{at}", role="r", weight=weight, plan=plan)
        for at, (weight, plan) in enumerate(parts)
    ]
    facts = {f"m{at}": fact for at, fact in enumerate(case["fact"])}
    earned = pay(of_role(*kpis), "r", facts)
    contributions = [part.contribution for part in earned.kpis]
    assert contributions == pytest.approx(WORKED["weighted-index"]["expect"]["parts"])


def test_that_a_missing_fact_leaves_the_other_kpis_alone():
    kpis = (Kpi(metric="a", role="r", plan=1.0), Kpi(metric="b", role="r", plan=1.0))
    earned = pay(of_role(*kpis), "r", {"a": 1.0})
    assert (earned.kpis[0].payout, isinstance(earned.kpis[1].payout, Problem)) == (1.0, True)


def test_that_a_missing_fact_leaves_no_sum():
    earned = pay(of_role(Kpi(metric="a", role="r", plan=1.0)), "r", {})
    assert isinstance(earned.total, Problem)
    assert isinstance(earned.amount, Problem)


def test_that_a_contributor_is_not_paid():
    helper = Kpi(metric="a", role="r", part="contributor", weight=0.5, plan=1.0)
    assert pay(of_role(helper), "r", {"a": 1.0}).kpis == ()


@pytest.mark.parametrize("part", ["owner", "leader", "shared"])
def test_that_every_other_part_is_paid(part):
    one = Kpi(metric="a", role="r", part=part, weight=0.5, plan=1.0)
    assert pay(of_role(one), "r", {"a": 1.0}).amount == 5_000


def test_that_the_paid_kpis_of_the_marketer_leave_out_the_one_helped_with():
    assert [one.metric for one in paid_kpis(example(), "marketer")] == ["leads", "cost_per_lead"]


def test_that_the_direction_of_the_metric_counts():
    one = Kpi(metric="a", role="r", weight=1.0, plan=40.0)
    assert pay(of_role(one, better="lower"), "r", {"a": 50.0}).total == pytest.approx(0.8)


def test_that_a_role_without_kpis_earns_nothing():
    earned = pay(project(roles=(Role(key="r", name="r", bonus=100.0),)), "r", {})
    assert (earned.total, earned.amount) == (0.0, 0.0)


def test_that_an_unknown_role_is_said():
    with pytest.raises(Unknown, match="nobody"):
        pay(example(), "nobody", {})


def test_that_a_part_holds_everything_a_report_needs():
    earned = pay(example(), "sdr", {"cr_qualified": 0.8, "cr_meeting": 0.3, "deals": 32.0})
    part = earned.kpis[0]
    assert (part.kpi.metric, part.fact, part.completion) == ("cr_qualified", 0.8, 1.0)
    assert [part.payout, part.amount] == pytest.approx([1.0, 16_000.0])
    assert earned.amount == pytest.approx(24_000)
