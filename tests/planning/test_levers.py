import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import example, metric, project
from workbench.document.client import Calendar
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi
from workbench.document.metric import Hint, Influence
from workbench.document.plan import Goal
from workbench.document.role import Role
from workbench.planning.control import Control
from workbench.planning.forward import calculate
from workbench.planning.goals import meets, progress
from workbench.planning.levers import Levers, beyond

ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))


def moved(key, value, horizon="week", **members):
    return metric(key, value=value, influence=Influence(direct=True, horizon=horizon), **members)


def made(*metrics, owned=()):
    kpis = tuple(Kpi(metric=key, role=role) for key, role in owned)
    return project(*metrics, roles=ROLES, kpis=kpis)


def ways(before, value, calculations=6, key="c"):
    forecast = calculate(before)
    goal = Goal(metric=key, value=value, period="month")
    return Levers(forecast, Control(forecast)).ways(goal, calculations)


def levers(before, value, **more):
    return [(move.metric.key, move.value) for move in ways(before, value, **more).moves]


SUM = (moved("a", 30.0), moved("b", 10.0), metric("c", formula="a + b"))


def test_that_the_lever_that_needs_the_smallest_change_reaches_the_goal_alone():
    (first, value), (second, _) = levers(made(*SUM, owned=[("a", "x")]), 42.0)
    assert (first, value, second) == ("a", 32.0, "b")


def test_that_of_one_owner_only_the_better_lever_is_named():
    assert levers(made(*SUM, owned=[("a", "x"), ("b", "x")]), 42.0) == [("a", 32.0)]


def test_that_of_like_changes_one_with_an_owner_comes_first_and_then_what_shows_sooner():
    factors = moved("a", 30.0, "month"), moved("b", 30.0, "day"), moved("d", 30.0, "hour")
    before = made(*factors, metric("c", formula="a + b + d"), owned=[("a", "x"), ("b", "y")])
    assert levers(before, 93.0) == [("b", 33.0), ("a", 33.0)]


def test_that_what_nobody_moves_is_no_lever():
    assert not ways(made(metric("a", value=30.0), metric("c", formula="a * 2")), 66.0).moves


def test_that_an_input_goes_no_further_than_three_tenths():
    before = made(moved("a", 100.0), metric("c", formula="a * 2"))
    assert levers(before, 259.0) == [("a", 130.0)]
    assert ways(before, 261.0).moves == ()
    assert ways(before, 261.0).sought


@pytest.mark.parametrize(("goal", "found"), [(308.0, [("a", 154.0)]), (312.0, [])])
def test_that_a_hint_is_the_bound_where_there_is_one(goal, found):
    hint = Hint(low=90.0, high=155.0)
    assert levers(made(moved("a", 100.0, hint=hint), metric("c", formula="a * 2")), goal) == found


def test_that_a_conversion_stays_within_the_whole():
    share = moved("a", 0.9, unit="ratio", kind="conversion", hint=Hint(high=2.0))
    before = made(share, metric("v", value=100.0), metric("c", formula="v * a"))
    assert levers(before, 99.0) == [("a", 0.99)]
    assert levers(before, 101.0) == []


def test_that_less_is_sought_where_less_is_better():
    before = made(moved("a", 100.0), metric("c", formula="a * 2", better="lower"))
    assert levers(before, 180.0) == [("a", 90.0)]


def test_that_a_lever_that_works_against_the_result_goes_down():
    before = made(moved("a", 10.0), metric("c", formula="1000 / a"))
    assert levers(before, 110.0) == [("a", 9.09)]


def test_that_all_months_are_scaled_and_gaps_stay():
    before = made(
        moved("a", (10.0, 20.0, 30.0)), moved("b", (0.0, 1.0)), metric("c", formula="a * 1")
    )
    assert levers(before, 22.0) == [("a", (11.0, 22.0, 33.0))]


def test_that_a_crooked_way_is_found_by_trying():
    before = made(moved("a", 100.0), metric("c", formula="max(a - 80, 1) * 10"))
    (move,) = ways(before, 350.0).moves
    assert move.value == 115.0


def test_that_without_calculations_nothing_is_said_to_be_sought():
    found = ways(made(*SUM), 42.0, calculations=0)
    assert (found.moves, found.sought) == ((), False)


@pytest.mark.parametrize("value", [0.0, -5.0])
def test_that_from_a_plan_to_nothing_no_factor_leads(value):
    assert ways(made(*SUM), value).moves == ()


def test_that_a_result_of_nothing_has_no_levers():
    before = made(moved("a", 3.0), metric("c", formula="a * 0"))
    assert ways(before, 5.0).moves == ()


def test_that_a_loop_of_owned_results_ends():
    before = made(
        metric("p", formula="lag(q, 1, 5) + a", influence=Influence(direct=True)),
        metric("q", formula="p * 0.5", influence=Influence(direct=True)),
        moved("a", 30.0), metric("c", formula="p + q"), owned=[("p", "x"), ("q", "y")],
    )  # fmt: skip
    assert [key for key, _ in levers(before, 75.0)] == ["a"]


@given(st.floats(1.001, 1.2))
def test_that_every_lever_of_the_example_reaches_the_goal(times):
    forecast = calculate(example())
    goal = Goal(metric="revenue", value=6217722.0 * times, period="month")
    for move in Levers(forecast, Control(forecast)).ways(goal, 6).moves:
        after = ChangeMetric(move.metric.key, {"value": move.value}).apply(example())
        reached = progress(calculate(after), goal).forecast
        assert isinstance(reached, float)
        assert meets(after.metric("revenue"), reached, goal.value)
        assert reached < goal.value * 1.03


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [(1234.0, 1240.0, 1230.0), (0.12345, 0.124, 0.123), (-1234.0, -1230.0, -1240.0),
     (0.867, 0.867, 0.867), (0.0, 0.0, 0.0)],
)  # fmt: skip
def test_that_figures_are_rounded_to_the_sure_side(value, up, down):
    assert (beyond(value, upwards=True), beyond(value, upwards=False)) == (up, down)


@given(st.floats(1e-9, 1e12))
def test_that_rounding_changes_little(value):
    assert value * (1 - 1e-8) <= beyond(value, upwards=True) <= value * 1.0101
    assert math.isclose(beyond(value, upwards=False), value, rel_tol=0.0101)


def test_that_a_loss_is_turned_into_a_profit():
    before = made(
        moved("price", 1000.0), metric("costs", value=1_050_000.0),
        metric("c", formula="price * 1000 - costs"),
    )  # fmt: skip
    assert levers(before, 100_000.0) == [("price", 1150.0)]


def test_that_a_stock_is_moved_by_what_flows_into_it_month_after_month():
    before = made(
        moved("deals", 10.0), metric("churn", value=0.02),
        metric("c", formula="lag(c, 1, 400) * (1 - churn) + deals", over_time="last"),
    ).having(calendar=Calendar(start="2027-01", months=12))  # fmt: skip
    end = calculate(before).totals["c"]
    assert isinstance(end, float)
    (move,) = ways(before, end + 24).moves
    assert move.metric.key == "deals"
    assert 12.0 < move.value < 12.6
