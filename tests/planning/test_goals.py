import pytest

from tests.projects import example, metric, project
from workbench.document.plan import Goal
from workbench.document.value import validated
from workbench.formula.values import Problem
from workbench.planning.forward import calculate
from workbench.planning.goals import progress

A = metric("a", value=10.0)
STOCK = metric("s", value=(1.0, 2.0, 3.0), over_time="last")


def reached(key, period, *metrics, value=20.0):
    goal = validated(Goal, {"metric": key, "value": value, "period": period})
    return progress(calculate(project(*metrics)), goal)


@pytest.mark.parametrize(
    ("period", "forecast"), [("month", 10.0), ("quarter", 30.0), ("year", 120.0), ("plan", 30.0)]
)
def test_that_a_flow_is_measured_over_the_period(period, forecast):
    assert reached("a", period, A).forecast == forecast


@pytest.mark.parametrize("period", ["month", "quarter", "year", "plan"])
def test_that_a_stock_is_the_same_over_any_period(period):
    assert reached("s", period, STOCK).forecast == 3.0


def test_that_the_share_is_forecast_by_goal():
    assert reached("a", "month", A).share == 0.5


def test_that_there_is_no_share_of_a_goal_of_nothing():
    assert reached("a", "month", A, value=0.0).share is None


def test_that_a_problem_has_no_share():
    found = reached("a", "month", metric("a"))
    assert isinstance(found.forecast, Problem)
    assert found.share is None


def test_that_the_goal_of_the_example_is_nearly_reached():
    forecast = calculate(example())
    found = progress(forecast, example().goals[0])
    assert found.forecast == pytest.approx(74612664.0 / 12)
