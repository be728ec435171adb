"""Small funnels whose answers are plain arithmetic; how each comes about stands beside it."""

import math

import pytest

from tests.projects import metric, project
from workbench.document.metric import Influence
from workbench.document.plan import Actual, Goal
from workbench.document.value import validated
from workbench.formula.values import Problem, demand
from workbench.planning.drivers import Drivers, drivers
from workbench.planning.forward import calculate
from workbench.planning.risk import Risk, Sampling, simulate
from workbench.planning.solve import LeverRange, Solution, solve
from workbench.planning.variance import Variance, explain

MOVED = Influence(direct=True)
CONVERSION = {"kind": "conversion", "unit": "ratio", "over_time": "ratio", "influence": MOVED}


def near(value):
    return pytest.approx(value, rel=1e-9)


def stage(key, value=None, **members):
    return metric(key, value=value, influence=MOVED, **members)


def share(key, value, **members):
    return metric(key, value=value, **CONVERSION, **members)


def solved(made, wanted, value, period, *levers) -> Solution:
    goal = validated(Goal, {"metric": wanted, "value": value, "period": period})
    found = solve(made, goal, levers)
    assert not isinstance(found, Problem), str(found.reason)
    return found


def moves(found):
    return {move.metric: move.value for move in found.moves}


def split(made, wanted, month) -> Variance:
    found = explain(made, wanted, month)
    assert not isinstance(found, Problem), str(found.reason)
    return found


def parts(found):
    return {part.metric: part.part for part in found.parts}


def fact(key, month, value):
    return Actual(metric=key, month=f"2027-{month:02d}", value=value)


# Recruiting firm: 2,000 letters, 4 % answer, a quarter of these meet, every fifth meeting is a
# deal of 300,000. 2,000 × 0.04 = 80 answers, 20 meetings, 4 deals, 1,200,000 a month.
FIRM = (
    stage("letters", 2000.0), share("answer", 0.04, from_stage="letters", to_stage="answers"),
    metric("answers", formula="letters * answer"),
    share("meet", 0.25, from_stage="answers", to_stage="meetings"),
    metric("meetings", formula="answers * meet"),
    share("close", 0.2, from_stage="meetings", to_stage="deals"),
    metric("deals", formula="meetings * close"),
    metric("fee", value=300_000.0, unit="money", over_time="mean"),
    metric("revenue", formula="deals * fee", unit="money"),
)  # fmt: skip


def firm(**members):
    return project(*FIRM, **members)


def test_example_1_a_quarter_of_the_firm():
    # three months of 1,200,000
    assert calculate(firm()).totals["revenue"] == near(3_600_000)


def test_example_2_letters_for_one_more_deal():
    # 5 deals need 25 meetings, 100 answers, 2,500 letters
    found = solved(firm(), "deals", 5.0, "month", LeverRange("letters", 0, 5000))
    assert moves(found) == near({"letters": 2500})


def test_example_3_two_conversions_share_the_way():
    # meetings × deals have to rise by 1.44: each conversion by 1.2, to 30 % and 24 %
    levers = LeverRange("meet", 0.1, 0.9), LeverRange("close", 0.1, 0.9)
    found = solved(firm(), "revenue", 3 * 1_728_000.0, "quarter", *levers)
    assert moves(found) == near({"meet": 0.3, "close": 0.24})


def test_example_4_a_conversion_at_its_bound_leaves_the_rest_to_letters():
    # closing may rise from 20 to 22 %: 1.1 of 1.32, so that letters have to rise by 1.2
    levers = LeverRange("close", 0.2, 0.22), LeverRange("letters", 1000, 9000)
    found = solved(firm(), "deals", 5.28, "month", *levers)
    assert moves(found) == near({"close": 0.22, "letters": 2400})


def test_example_5_what_cannot_be_reached():
    # all answers at the most 5 %: 2,000 × 0.05 × 0.25 × 0.2 = 5 of 6 deals
    found = solved(firm(), "deals", 6.0, "month", LeverRange("answer", 0.03, 0.05))
    assert (found.reached, found.value) == (False, near(5.0))


# A shop: budget 90,000 brings 300 leads in January and 600 in February and March at the same
# money; 10 % buy.
SHOP = (
    stage("budget", 90_000.0, unit="money"), stage("leads", (300.0, 600.0, 600.0)),
    share("buy", 0.1, from_stage="leads", to_stage="sales"),
    metric("sales", formula="leads * buy"),
    metric("cpl", formula="budget / leads", unit="money", over_time="ratio", better="lower"),
    metric("cps", formula="budget / sales", unit="money", over_time="ratio", better="lower"),
)  # fmt: skip


def test_example_6_a_cost_is_no_average_of_months():
    # 270,000 for 1,500 leads are 180 a lead; the months cost 300, 150 and 150, on average 200
    assert calculate(project(*SHOP)).totals["cpl"] == near(180)


def test_example_7_the_budget_that_a_cost_allows():
    # 150 sales in three months at 1,500 each are 225,000: 75,000 a month
    found = solved(project(*SHOP), "cps", 1500.0, "month", LeverRange("budget", 1000, 200_000))
    assert moves(found) == near({"budget": 75_000})


def test_example_8_leads_by_month_move_together():
    # 135 a lead: 2,000 leads instead of 1,500, each month by a third
    found = solved(project(*SHOP), "cpl", 135.0, "plan", LeverRange("leads", 100, 2000))
    assert found.values["leads"] == pytest.approx((400, 800, 800))


def test_example_9_a_conversion_by_its_weights():
    # 10 % of 300 and 20 % of 600 + 600: (30 + 240) ÷ 1,500 = 18 %
    better = SHOP[2].having(value=(0.1, 0.2, 0.2))
    assert calculate(project(*SHOP[:2], better, *SHOP[3:])).totals["buy"] == near(0.18)


# Subscribers: 1,000 at the start, 95 % stay a month, 80 come. 1,030, 1,058.5, 1,085.575.
BASE = (
    share("stay", 0.95), stage("come", 80.0),
    metric("base", formula="lag(base, 1, 1000) * stay + come", over_time="last"),
)  # fmt: skip


def test_example_10_a_base_after_three_months():
    assert calculate(project(*BASE)).values["base"] == near((1030, 1058.5, 1085.575))


def test_example_11_who_has_to_come_for_a_base():
    # 1,200 = 1,000 × 0.95³ + come × (1 + 0.95 + 0.9025)
    wanted = (1200 - 1000 * 0.95**3) / 2.8525
    found = solved(project(*BASE), "base", 1200.0, "year", LeverRange("come", 10, 400))
    assert moves(found) == near({"come": wanted})


def test_example_12_what_a_tenth_of_each_input_does():
    found = drivers(calculate(project(*BASE)), "base")
    assert isinstance(found, Drivers)
    by = {one.metric: one for one in found.drivers}
    # ten in a hundred more of 80 are 8 a month: 8 × 2.8525; staying ends at 100 %: 1,000 + 240
    assert by["come"].up - found.base == near(8 * 2.8525)
    assert by["stay"].up == near(1240)
    # 1,000 × 0.855³ + 80 × (1 + 0.855 + 0.731025)
    assert by["stay"].down == near(1000 * 0.855**3 + 80 * 2.586025)
    assert [one.metric for one in found.drivers] == ["stay", "come"]


def test_example_13_a_bottleneck_of_people():
    # 120 leads come and 3 people handle 30 each: 90; 99 need a tenth more people, no more leads
    made = project(
        stage("leads", 120.0), stage("people", 3.0),
        metric("handled", formula="min(leads, people * 30)"),
    )  # fmt: skip
    levers = LeverRange("leads", 60, 240), LeverRange("people", 1, 9)
    assert moves(solved(made, "handled", 99.0, "month", *levers)) == near(
        {"leads": 120.0, "people": 3.3}
    )


def test_example_14_risk_of_two_uncertain_factors():
    # log₂ of each is normal about 10 and 3 with P10 and P90 one away: together √2 away from 13
    made = project(
        metric("visits", value=1024.0, low=512.0, high=2048.0),
        metric("value", value=8.0, low=4.0, high=16.0), metric("all", formula="visits * value"),
        months=1,
    )  # fmt: skip
    found = simulate(calculate(made), "all", 2.0**13, sampling=Sampling(samples=100_000))
    assert isinstance(found, Risk)
    logs = [math.log2(one) for one in (found.p10, found.p50, found.p90)]
    assert logs == pytest.approx([13 - math.sqrt(2), 13, 13 + math.sqrt(2)], abs=0.025)
    assert found.probability == pytest.approx(0.5, abs=0.008)


def test_example_15_a_month_of_the_firm_explained():
    # 2,200 letters and 90 answers: 90 ÷ 2,200 are 4.0909 %; each answer is worth 15,000
    rate = 90 / 2200
    made = firm(actuals=(fact("letters", 1, 2200.0), fact("answers", 1, 90.0)))
    found = split(made, "revenue", 0)
    letters, answer = 200 * (0.04 + rate) / 2, (rate - 0.04) * (2000 + 2200) / 2
    assert letters + answer == near(10)
    assert parts(found) == near({"letters": letters * 15_000, "answer": answer * 15_000})
    assert (found.plan, found.fact) == near((1_200_000, 1_350_000))


def test_example_16_a_cost_explained():
    # 100,000 for 400 leads instead of 90,000 for 300: ∫ 10,000 ÷ (300 + 100 t) dt for the money
    made = project(*SHOP, actuals=(fact("budget", 1, 100_000.0), fact("leads", 1, 400.0)))
    money = 100 * math.log(4 / 3)
    assert parts(split(made, "cpl", 0)) == near({"budget": money, "leads": -50 - money})


def test_example_17_a_base_explained_by_earlier_months():
    # 20 fewer in January, of whom 0.95² would be there in March, and 10 more in March
    made = project(*BASE, actuals=(fact("come", 1, 60.0), fact("come", 3, 90.0)))
    assert parts(split(made, "base", 2)) == near({"come": -20 * 0.9025 + 10})


def test_example_18_a_season_that_adds_up_over_a_year():
    # 100 in odd and 140 in even months of 12: 1,440 a year, 360 a quarter, 120 a month
    made = project(stage("visits", (100.0, 140.0) * 6), metric("all", formula="visits"), months=12)
    lever = LeverRange("visits", 50, 500)
    for period, value in (("year", 1800.0), ("quarter", 450.0), ("month", 150.0)):
        found = solved(made, "all", value, period, lever)
        assert found.values["visits"] == pytest.approx((125.0, 175.0) * 6)
    assert demand(calculate(made).totals["all"]) == near(1440)
