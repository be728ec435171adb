import math

import pytest

from tests.projects import example, metric, project
from workbench.document.kpi import Kpi
from workbench.document.metric import Hint, Influence
from workbench.document.plan import Goal, Scenario
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.formula.values import Problem
from workbench.planning.aim import Cancelled
from workbench.planning.forward import calculate
from workbench.planning.solve import LeverRange, Solution, default_levers, solve

SHARE = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
RATIO = {"unit": "money", "over_time": "ratio"}
ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))


def exactly(expected):
    return pytest.approx(expected, rel=1e-9)


def lever(key, value=None, horizon=None, **members):
    influence = validated(Influence, {"direct": True, "horizon": horizon})
    return metric(key, value=value, influence=influence, **members)


def goal(key, value, period="month"):
    return validated(Goal, {"metric": key, "value": value, "period": period})


def outcome(metrics, wanted, *levers, scenario=None, **members):
    return solve(project(*metrics, **members), wanted, levers, scenario)


def solved(*given, **members):
    found = outcome(*given, **members)
    assert isinstance(found, Solution), str(found.reason)
    return found


def refusal(*given, **members):
    found = outcome(*given, **members)
    assert isinstance(found, Problem)
    return str(found.reason)


def values(found):
    return {move.metric: move.value for move in found.moves}


FUNNEL = (
    lever("visits", 1000.0), lever("cr", 0.05, **SHARE), lever("budget", 6000.0, unit="money"),
    metric("leads", formula="visits * cr"),
    metric("cpl", formula="budget / leads", better="lower", **RATIO),
)  # fmt: skip
VISITS, CR = LeverRange("visits", 100, 5000), LeverRange("cr", 0.01, 1.0)
BUDGET = LeverRange("budget", 1, 100_000)


# One lever alone


@pytest.mark.parametrize(
    ("period", "wanted"), [("month", 60.0), ("quarter", 180.0), ("year", 720.0), ("plan", 180.0)]
)
def test_that_one_factor_of_a_product_is_exact_over_any_period(period, wanted):
    # three months of 1,000 × 5 % = 50; 60 a month need 60 / 5 % = 1,200
    found = solved(FUNNEL, goal("leads", wanted, period), VISITS)
    assert values(found)["visits"] == exactly(1200)
    assert found.reached


def test_that_a_conversion_alone_is_exact():
    found = solved(FUNNEL, goal("leads", 61.7), CR)
    assert values(found)["cr"] == exactly(61.7 / 1000)


@pytest.mark.parametrize(
    ("by", "expected"),
    [(BUDGET, 90 * 50), (VISITS, 6000 / 0.05 / 90), (CR, 6000 / 1000 / 90)],
)
def test_that_a_cost_per_lead_is_exact_by_each_of_its_factors(by, expected):
    # 6,000 / 50 = 120 a lead, and 90 are wanted
    found = solved(FUNNEL, goal("cpl", 90.0), by)
    assert values(found)[by.metric] == exactly(expected)


def test_that_a_cost_is_moved_up_as_exactly_as_down():
    found = solved(FUNNEL, goal("cpl", 150.0), BUDGET)
    assert values(found)["budget"] == exactly(150 * 50)


def test_that_one_lever_meets_a_goal_below_what_is():
    found = solved(FUNNEL, goal("leads", 30.0), VISITS)
    assert values(found)["visits"] == exactly(30 / 0.05)


BASE = (
    lever("keep", 0.9, **SHARE), lever("fresh", 40.0),
    metric("base", formula="lag(base, 1, 500) * keep + fresh", over_time="last"),
)  # fmt: skip


def test_that_what_flows_into_a_stock_is_exact():
    # after three months 500 × 0.9³ + fresh × (1 + 0.9 + 0.81)
    found = solved(BASE, goal("base", 480.0), LeverRange("fresh", 1, 100))
    expected = (480 - 500 * 0.9**3) / (1 + 0.9 + 0.81)
    assert values(found)["fresh"] == exactly(expected)


def test_that_what_is_kept_of_a_stock_is_exact():
    found = solved(BASE, goal("base", 500.0), LeverRange("keep", 0.5, 1.0))
    keep = values(found)["keep"]
    assert 500 * keep**3 + 40 * (1 + keep + keep**2) == exactly(500)


def test_that_the_initial_value_of_a_lag_counts_as_it_is():
    deals = (lever("leads", 100.0), metric("deals", formula="lag(leads, 1, 70) * 0.5"))
    # 35 + 50 × factor + 50 × factor over the plan
    found = solved(deals, goal("deals", 155.0, "plan"), LeverRange("leads", 50, 200))
    assert values(found)["leads"] == exactly(120)


def test_that_a_lever_by_month_moves_by_one_factor():
    season = (lever("visits", (100.0, 200.0, 300.0)), metric("leads", formula="visits * 0.5"))
    found = solved(season, goal("leads", 330.0, "plan"), LeverRange("visits", 100, 400))
    assert found.values["visits"] == exactly((110, 220, 330))
    assert values(found)["visits"] == exactly(220)


def test_that_a_month_without_a_value_stays_without_one():
    season = (lever("visits", (100.0, 200.0, None)), metric("leads", formula="visits * 1"))
    assert "no value" in refusal(season, goal("leads", 150.0), LeverRange("visits", 50, 400))


def test_that_of_two_places_the_nearest_is_taken():
    # (x − 4)² + x: 20 at 0 and at 7 up; from 5 the way up to 7.53 is the shorter
    hump = (lever("x", 5.0), metric("y", formula="(x - 4) ^ 2 + x"))
    found = solved(hump, goal("y", 20.0), LeverRange("x", 0.0, 9.0))
    up, down = (7 + math.sqrt(49 + 16)) / 2, (7 - math.sqrt(49 + 16)) / 2
    assert abs(up - 5) < abs(down - 5)
    assert values(found)["x"] == exactly(up)


def test_that_the_nearer_place_may_lie_below():
    hump = (lever("x", 4.0), metric("y", formula="(x - 4.5) ^ 2"))
    found = solved(hump, goal("y", 1.0), LeverRange("x", 0.0, 9.0))
    assert values(found)["x"] == exactly(3.5)


def test_that_a_result_in_whole_numbers_is_met_on_the_good_side():
    whole = (lever("visits", 1000.0), metric("leads", formula="floor(visits * 0.05)"))
    found = solved(whole, goal("leads", 55.5), LeverRange("visits", 500, 2000))
    assert found.value == 56
    assert values(found)["visits"] == pytest.approx(56 / 0.05)


def test_that_a_bound_without_a_number_does_no_harm():
    found = solved(FUNNEL, goal("cpl", 150.0), LeverRange("visits", 0.0, 1000.0))
    assert values(found)["visits"] == exactly(6000 / 0.05 / 150)


# Several levers, in closed form


def test_that_factors_that_are_alike_share_the_way():
    found = solved(FUNNEL, goal("leads", 72.0), VISITS, CR)
    assert [move.factor for move in found.moves] == exactly([1.2, 1.2])


def channels(*sizes, horizons=(None, None)):
    made = [lever(key, size, at) for key, size, at in zip("ab", sizes, horizons, strict=True)]
    return (*made, metric("all", formula="a + b"))


def test_that_parts_of_a_sum_move_by_their_size():
    # least Σ (f − 1)² with 30 f + 10 g = 45: f − 1 = 5 × 30 / (30² + 10²)
    found = solved(
        channels(30.0, 10.0), goal("all", 45.0), LeverRange("a", 0, 90), LeverRange("b", 0, 90)
    )
    assert [move.factor for move in found.moves] == exactly([1.15, 1.05])


def test_that_what_takes_longer_moves_less():
    # a day weighs 1, a quarter 3: of a gap of 8 between 10 and 10 three parts and one
    found = solved(
        channels(10.0, 10.0, horizons=("day", "quarter")), goal("all", 28.0),
        LeverRange("a", 0, 90), LeverRange("b", 0, 90),
    )  # fmt: skip
    assert values(found) == exactly({"a": 16.0, "b": 12.0})


def test_that_where_one_lever_ends_the_other_takes_the_rest():
    found = solved(
        channels(30.0, 10.0), goal("all", 45.0), LeverRange("a", 29, 31), LeverRange("b", 0, 90)
    )
    assert values(found) == exactly({"a": 31.0, "b": 14.0})
    assert [move.is_at_bound for move in found.moves] == [True, False]


def test_that_a_bottleneck_needs_both_of_its_sides():
    made = (lever("come", 100.0), lever("can", 110.0), metric("done", formula="min(come, can)"))
    levers = LeverRange("come", 50, 200), LeverRange("can", 50, 200)
    found = solved(made, goal("done", 121.0), *levers)
    assert [move.factor for move in found.moves] == pytest.approx([1.21, 1.1], rel=1e-4)
    assert found.value == exactly(121)


def test_that_the_wide_side_of_a_bottleneck_stays():
    made = (lever("come", 100.0), lever("can", 150.0), metric("done", formula="min(come, can)"))
    levers = LeverRange("come", 50, 200), LeverRange("can", 50, 200)
    assert values(solved(made, goal("done", 121.0), *levers)) == exactly(
        {"come": 121.0, "can": 150.0}
    )


def test_that_the_cheaper_branch_of_a_maximum_is_taken():
    made = (lever("a", 100.0), lever("b", 90.0), metric("c", formula="max(a, b)"))
    narrow, wide = LeverRange("a", 90, 105), LeverRange("b", 80, 200)
    found = solved(made, goal("c", 120.0), narrow, wide)
    assert values(found) == exactly({"a": 100.0, "b": 120.0})


# What cannot be reached, and what is already


def test_that_a_lever_alone_that_is_not_enough_says_so():
    found = solved(FUNNEL, goal("leads", 60.0), LeverRange("visits", 900, 1100))
    assert (found.reached, found.value) == (False, pytest.approx(1100 * 0.05))
    assert found.moves[0].is_at_bound


def test_that_a_share_ends_at_100_per_cent_whatever_its_bound():
    made = (lever("cr", 0.8, **SHARE), metric("won", formula="cr * 50"))
    found = solved(made, goal("won", 60.0), LeverRange("cr", 0.5, 1.5))
    assert (found.reached, found.value, values(found)) == (False, 50.0, {"cr": 1.0})
    assert found.moves[0].high == 1.0


def test_that_no_month_of_a_share_passes_100_per_cent():
    made = (lever("cr", (0.4, 0.8, 0.6), **SHARE), metric("won", formula="cr * 50"))
    found = solved(made, goal("won", 60.0), LeverRange("cr", 0.5, 1.0))
    assert found.values["cr"] == pytest.approx((0.5, 1.0, 0.75))


def test_that_a_goal_that_is_met_needs_no_move():
    found = solved(FUNNEL, goal("leads", 45.0), VISITS, CR)
    assert found.reached
    assert [move.factor for move in found.moves] == [1.0, 1.0]
    assert not any(move.is_at_bound for move in found.moves)


def test_that_a_cost_that_is_low_enough_needs_no_move():
    found = solved(FUNNEL, goal("cpl", 130.0), VISITS, BUDGET)
    assert (found.reached, found.value) == (True, 120.0)


def test_that_a_goal_that_is_met_exactly_stays():
    assert values(solved(FUNNEL, goal("leads", 50.0), VISITS)) == {"visits": 1000.0}


def test_that_a_lever_without_effect_stays_and_reaches_nothing():
    found = solved((*FUNNEL, lever("other", 5.0)), goal("leads", 60.0), LeverRange("other"))
    assert (found.reached, values(found)) == (False, {"other": 5.0})


def test_that_beside_one_with_effect_it_stays_too():
    metrics = (*FUNNEL, lever("other", 5.0))
    found = solved(metrics, goal("leads", 60.0), LeverRange("other"), VISITS)
    assert values(found) == exactly({"other": 5.0, "visits": 1200.0})


PROFIT = (
    lever("sales", 100.0), lever("costs", 130.0),
    metric("profit", formula="sales - costs", over_time="sum"),
)  # fmt: skip


def test_that_a_goal_of_zero_is_reached():
    found = solved(PROFIT, goal("profit", 0.0), LeverRange("sales", 50, 200))
    assert values(found)["sales"] == exactly(130)
    assert found.reached


def test_that_several_levers_reach_a_goal_of_zero():
    levers = LeverRange("sales", 50, 200), LeverRange("costs", 50, 200)
    found = solved(PROFIT, goal("profit", 0.0), *levers)
    # f − 1 = 30 × 100 / (100² + 130²) for sales, and as much downwards for costs by 130
    whole = 100**2 + 130**2
    assert values(found) == pytest.approx(
        {"sales": 100 + 30 * 100**2 / whole, "costs": 130 - 30 * 130**2 / whole}, rel=1e-9
    )
    assert found.reached


def test_that_a_goal_below_zero_is_reached():
    found = solved(PROFIT, goal("profit", -10.0), LeverRange("costs", 50, 200))
    assert values(found)["costs"] == exactly(110)


def test_that_a_loss_that_is_small_enough_needs_no_move():
    levers = LeverRange("sales", 50, 200), LeverRange("costs", 50, 200)
    assert solved(PROFIT, goal("profit", -40.0), *levers).value == -30


# Bounds


def test_that_bounds_that_exclude_what_is_are_kept():
    found = solved(FUNNEL, goal("leads", 45.0), LeverRange("visits", 1100, 2000), CR)
    assert values(found)["visits"] == pytest.approx(1100)
    assert found.reached


def test_that_a_lower_cost_is_sought_from_where_the_bounds_put_it():
    # the budget must rise to 6,600, so that 132 a lead have to come down to 125 again
    levers = LeverRange("budget", 6600, 9000), VISITS
    found = solved(FUNNEL, goal("cpl", 125.0), *levers)
    assert found.value == exactly(125)
    assert values(found) == pytest.approx({"budget": 6600, "visits": 6600 / 125 / 0.05}, rel=1e-6)


def test_that_bounds_that_are_not_said_are_those_of_the_hint():
    hinted = lever("visits", 1000.0, hint=Hint(low=800.0, high=1150.0))
    found = solved((hinted, *FUNNEL[1:]), goal("leads", 60.0), LeverRange("visits"))
    assert (found.moves[0].low, found.moves[0].high) == pytest.approx((800, 1150))
    assert found.value == pytest.approx(57.5)


def test_that_without_a_hint_they_are_30_per_cent_either_way():
    move = solved(FUNNEL, goal("leads", 60.0), LeverRange("visits")).moves[0]
    assert (move.low, move.high) == pytest.approx((700, 1300))


@pytest.mark.parametrize(("low", "high"), [(None, 600.0), (1400.0, None)])
def test_that_one_bound_beyond_the_usual_other_one_is_taken(low, high):
    move = solved(FUNNEL, goal("leads", 100.0), LeverRange("visits", low, high)).moves[0]
    assert move.value == pytest.approx(low or high)


def test_that_a_share_above_100_per_cent_is_moved_down_to_it():
    made = (lever("cr", 1.5, **SHARE), metric("won", formula="cr * 50"))
    assert values(solved(made, goal("won", 60.0), LeverRange("cr"))) == {"cr": pytest.approx(1.0)}


NO_BOUNDS = "“visits” is no lever: the low bound must not be below zero nor above the high one"


@pytest.mark.parametrize(("low", "high"), [(1200.0, 900.0), (-5.0, 2000.0)])
def test_that_bounds_out_of_order_are_refused(low, high):
    assert refusal(FUNNEL, goal("leads", 60.0), LeverRange("visits", low, high)) == NO_BOUNDS


def test_that_a_share_from_above_100_per_cent_is_refused():
    said = refusal(FUNNEL, goal("leads", 60.0), LeverRange("cr", 1.2, 1.5))
    assert said == "“cr” is no lever: more than 100% makes no sense"


def test_that_a_computed_metric_is_no_lever():
    said = refusal(FUNNEL, goal("cpl", 90.0), LeverRange("leads"))
    assert said == "“leads” is no lever: it is computed; its factors can be levers"


@pytest.mark.parametrize("value", [None, 0.0, -5.0, (0.0, 0.0, 0.0)])
def test_that_what_has_no_size_is_no_lever(value):
    made = (*FUNNEL, lever("other", value))
    said = refusal(made, goal("leads", 60.0), LeverRange("other"))
    assert said.startswith("“other” is no lever: it has no value above zero")


def test_that_an_unknown_lever_is_named():
    said = refusal(FUNNEL, goal("leads", 60.0), LeverRange("nobody"))
    assert said == "there is no metric “nobody”"


def test_that_without_levers_there_is_a_sentence():
    said = refusal(FUNNEL, goal("leads", 60.0))
    assert said == "there is no lever: nothing beneath the goal can be moved"


def test_that_a_result_without_a_number_stays_without_one():
    assert "division by zero" in refusal(
        (lever("a", 1.0), metric("b", formula="a / 0")), goal("b", 3.0), LeverRange("a")
    )


# Scenarios


def test_that_what_a_scenario_says_of_other_inputs_stays():
    scenario = Scenario(key="s", name="S", values={"cr": 0.1})
    found = solved(FUNNEL, goal("leads", 120.0), VISITS, scenario=scenario)
    assert (found.start, values(found)) == (pytest.approx(100), {"visits": pytest.approx(1200)})


def test_that_a_lever_starts_from_the_base_and_not_from_the_scenario():
    scenario = Scenario(key="s", name="S", values={"visits": 3000.0})
    found = solved(FUNNEL, goal("leads", 60.0), VISITS, scenario=scenario)
    assert found.start == pytest.approx(50)


def test_that_the_values_make_a_scenario_that_reaches_the_goal():
    found = solved(FUNNEL, goal("leads", 72.0), VISITS, CR)
    scenario = Scenario(key="s", name="S", values=dict(found.values))
    forecast = calculate(project(*FUNNEL), scenario)
    assert forecast.totals["leads"] == exactly(3 * 72.0)


# Levers by default


def levers_of(*metrics, wanted="leads", kpis=(), months=3):
    made = project(*metrics, roles=ROLES, kpis=kpis, months=months)
    return [one.metric for one in default_levers(calculate(made), goal(wanted, 1.0))]


def owned(*places):
    return tuple(Kpi(metric=key, role=role) for key, role in places)


def test_that_levers_by_default_are_those_somebody_owns():
    assert levers_of(*FUNNEL, kpis=owned(("cr", "x"))) == ["cr"]


def test_that_the_owner_of_what_it_goes_into_holds_a_lever():
    assert levers_of(*FUNNEL, wanted="cpl", kpis=owned(("leads", "x"))) == ["visits", "cr"]


def test_that_where_nobody_owns_anything_all_that_moves_is_a_lever():
    assert levers_of(*FUNNEL) == ["visits", "cr"]


def test_that_what_nobody_moves_directly_is_no_lever():
    assert levers_of(metric("visits", value=9.0), *FUNNEL[1:]) == ["cr"]


@pytest.mark.parametrize(("months", "expected"), [(2, ["cr"]), (3, ["visits", "cr"])])
def test_that_what_takes_longer_than_the_plan_is_no_lever(months, expected):
    slow = lever("visits", 1000.0, "quarter")
    assert levers_of(slow, *FUNNEL[1:], months=months) == expected


def test_that_a_lever_has_the_owner_that_moves_it():
    made = project(*FUNNEL, roles=ROLES, kpis=owned(("visits", "x"), ("leads", "y")))
    found = solve(made, goal("leads", 60.0), (VISITS, CR))
    assert isinstance(found, Solution)
    assert {move.metric: move.owner for move in found.moves} == {"visits": "x", "cr": None}


def test_that_a_search_that_is_stopped_ends_at_once():
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    goal = Goal(metric="revenue", value=7_000_000.0)
    levers = default_levers(calculate(example()), goal)
    with pytest.raises(Cancelled):
        solve(example(), goal, levers, cancelled=cancelled)
    assert len(asked) == 4
